import type { Child } from 'hono/jsx'
import type { Data } from '../field/field'
import { Icon, type IconName } from '../icon/icon'

type Look = { variant?: 'primary' | 'secondary' | 'quiet' | 'danger'; icon?: IconName; small?: boolean; children?: Child }

const classes = ({ variant = 'primary', small }: Look) => `button button-${variant}${small ? ' button-small' : ''}`

export type ButtonProps = Data &
  Look & { type?: 'submit' | 'button'; name?: string; value?: string; form?: string; formaction?: string }

/** Sends its form. A page has one primary button. */
export const Button = ({ variant, icon, small, children, type = 'submit', ...rest }: ButtonProps) => (
  <button class={classes({ variant, small })} type={type} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

export type LinkButtonProps = Data & Look & { href: string; rel?: string; download?: boolean }

/** Looks like a button and goes somewhere; it changes nothing. */
export const LinkButton = ({ variant, icon, small, children, ...rest }: LinkButtonProps) => (
  <a class={classes({ variant, small })} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

export const ButtonRow = ({ children }: { children?: Child }) => <div class="button-row">{children}</div>
