import type { Child } from 'hono/jsx'
import type { Data } from '../field/field'

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

/** The server judges what is typed and answers with the same page: the browser's own bubbles are off. */
export const Form = ({ action, method = 'post', multipart, hidden = {}, label, children, ...rest }: FormProps) => (
  <form
    class="form flow"
    method={method}
    action={action}
    enctype={multipart ? 'multipart/form-data' : undefined}
    aria-label={label}
    novalidate
    {...rest}
  >
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)
