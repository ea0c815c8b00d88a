import type { Child } from 'hono/jsx'
import { Button, ButtonRow, LinkButton } from '../button/button'
import { Form } from '../form/form'

export type ConfirmProps = {
  title: string
  children?: Child
  action: string
  hidden?: Record<string, string>
  confirm: string
  cancel: { href: string; text: string }
  danger?: boolean
}

/** The last question before something that cannot be taken back. It is a page, not a pop-up. */
export const Confirm = ({ title, children, action, hidden, confirm, cancel, danger }: ConfirmProps) => (
  <section class={danger ? 'confirm confirm-danger' : 'confirm'}>
    <h2>{title}</h2>
    {children && <div class="flow confirm-text">{children}</div>}
    <Form action={action} hidden={hidden}>
      <ButtonRow>
        <Button variant={danger ? 'danger' : 'primary'}>{confirm}</Button>
        <LinkButton variant="quiet" href={cancel.href}>
          {cancel.text}
        </LinkButton>
      </ButtonRow>
    </Form>
  </section>
)
