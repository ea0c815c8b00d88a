import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { Button } from '../button/button'
import type { Data } from '../field/field'
import type { IconName } from '../icon/icon'
import { words } from '../words'

export type FormProps = Data & {
  action: string
  method?: 'get' | 'post'
  multipart?: boolean
  /** Sent along unseen. */
  hidden?: Record<string, string>
  id?: string
  label?: string
  children?: Child
}

/** What a form sends along unseen. */
export const Hidden = ({ values = {} }: { values?: Record<string, string> }) => (
  <>
    {Object.entries(values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

/** The server judges what is typed and answers with the same page: the browser's own bubbles are off. */
export const Form = ({ action, method = 'post', multipart, hidden, label, children, ...rest }: FormProps) => (
  <form
    class="form flow"
    method={method}
    action={action}
    enctype={multipart ? 'multipart/form-data' : undefined}
    aria-label={label}
    novalidate
    {...rest}
  >
    <Hidden values={hidden} />
    {children}
  </form>
)

/** The field that nobody sees. A robot that reads labels leaves it empty; who fills it in by mistake sees which field it is. */
export const Trap = ({ label }: { label: string }) => (
  <div class="form-trap">
    <label for="field-website">{label}</label>
    <input id="field-website" name="website" value="" autocomplete="off" />
  </div>
)

export type WorkProps = {
  lang: Language
  /** See platform/forms/work.ts. */
  ticket: string
  rounds: number
  most: number
}

/** What the browser works out meanwhile, by islands/work.ts. It says something only to who would have to wait. */
export const Work = ({ lang, ticket, rounds, most }: WorkProps) => (
  <>
    <input
      type="hidden"
      name="worked"
      value=""
      autocomplete="off"
      data-ticket={ticket}
      data-rounds={String(rounds)}
      data-most={String(most)}
    />
    <p id="work" class="form-work soft small" role="status" data-wait={words(lang).working}></p>
  </>
)

export type InlineFormProps = Data & {
  action: string
  hidden?: Record<string, string>
  submit: string
  icon?: IconName
  /** A small one among other things, such as the order of a list. */
  secondary?: boolean
  children?: Child
}

/** A search of a field or two, side by side with its button. It asks (GET) and changes nothing. */
export const InlineForm = ({ action, hidden, submit, icon, secondary, children, ...rest }: InlineFormProps) => (
  <form class={secondary ? 'inline-form inline-form-small' : 'inline-form'} method="get" action={action} novalidate {...rest}>
    <Hidden values={hidden} />
    {children}
    <Button variant={secondary ? 'secondary' : 'primary'} icon={icon}>
      {submit}
    </Button>
  </form>
)
