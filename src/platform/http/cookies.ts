import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type CookieName, cookies, cookiesOf } from '../../register'
import type { Language } from '../../std/words'
import type { Env } from './env'

/** Whether browsers reach the site over an encrypted connection. */
export const isSecure = (c: Context<Env>): boolean => c.var.p.config.publicUrl.startsWith('https:')
const options = (c: Context<Env>) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c) }) as const

/** Sets a cookie of the register, for as long as the register says. Throws for any other name. */
export function giveCookie(c: Context<Env>, name: CookieName, value: string): void {
  if (!(name in cookies) || !cookiesOf(c.var.p.site).includes(name)) throw new Error(`the register has no cookie ${name}`)
  const { days } = cookies[name]
  setCookie(c, name, value, { ...options(c), ...(days === null ? {} : { maxAge: days * 86_400 }) })
}
/** Remembers the language that somebody chose. A site with one language has nothing to remember. */
export const giveLanguage = (c: Context<Env>, language: Language): void => {
  if (c.var.p.site.languages.length > 1) giveCookie(c, 'language', language)
}
export const readCookie = (c: Context<Env>, name: CookieName): string | undefined => getCookie(c, name)
export const takeCookie = (c: Context<Env>, name: CookieName): void => {
  deleteCookie(c, name, options(c))
}
