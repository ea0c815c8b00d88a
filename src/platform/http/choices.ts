import type { Context, MiddlewareHandler } from 'hono'
import { askedOf, asksFor, cookiesOf, isCookie, isOnOnePage, loadsFor, type PurposeName, recipientNames } from '../../register'
import { type Answers, answersOf, type Whose } from '../consent'
import { type InBrowser, type Site, storedFor } from '../site'
import { readCookie } from './cookies'
import type { Env } from './env'
import { Refusal } from './refusal'

/** Global Privacy Control: the browser says no for whoever uses it. */
export const saysNo = (c: Context<Env>): boolean => c.req.header('sec-gpc') === '1'

/** The keyed hash by which the answers of a browser are found. */
export const browserOf = (c: Context<Env>, token: string | undefined): string | null =>
  token ? c.var.p.vault.mark('consent', token) : null

/** Whose answers count for this request. */
export const whoseAnswers = (c: Context<Env>): Whose => ({
  browser: browserOf(c, readCookie(c, 'consent')),
  person: c.var.viewer?.personId ?? null,
})

const none: Answers = new Map()

/** Looks up what the visitor answered, whatever the browser says of it. */
export const findsAnswers: MiddlewareHandler<Env> = async (c, next) => {
  c.set('answers', c.env?.answers ?? (await currentAnswers(c)))
  return next()
}

/** What holds for this request: what was answered, and no to all that is asked of a browser which says so by itself. */
export async function currentAnswers(c: Context<Env>, whose = whoseAnswers(c)): Promise<Answers> {
  const { p } = c.var
  const asks = asksFor(p.site.recipients)
  if (asks.length === 0) return none
  const said = whose.browser || whose.person ? await answersOf(p.db, whose, asks) : none
  if (!saysNo(c)) return said
  return new Map([...said, ...asks.flatMap((purpose) => (askedOf(purpose) === 'browser' ? [[purpose, false] as const] : []))])
}

/** The purposes that this visitor has yet to answer, of those that are asked of a browser wherever it looks first. */
export const unanswered = (c: Context<Env>): PurposeName[] =>
  asksFor(c.var.p.site.recipients).filter(
    (purpose) => askedOf(purpose) === 'browser' && !isOnOnePage(purpose) && !c.var.answers.has(purpose),
  )

/** Whether the visitor said yes to a purpose that needs it. */
export const mayFor = (c: Context<Env>, purpose: PurposeName): boolean => c.var.answers.get(purpose) === true

/** For an act that rests on consent, such as counting what a browser reports. Throws a refusal (403) without it, whatever is posted. */
export function onlyWith(c: Context<Env>, purpose: PurposeName): void {
  if (!mayFor(c, purpose)) throw new Refusal(403)
}

/** What tells pages for strangers apart: what they may load, and whether they ask. */
export const answersKey = ({ var: { answers } }: Context<Env>): string =>
  [...answers]
    .map(([purpose, yes]) => `${purpose}=${yes ? 'y' : 'n'}`)
    .sort()
    .join()

/** What a browser may load of whom, for which of the purposes. */
export const loadable = (site: Site, may: (purpose: PurposeName) => boolean): InBrowser[] =>
  recipientNames.flatMap((name) => {
    const [purpose, browser] = [loadsFor(name), site.recipients[name]?.browser]
    return purpose && browser && may(purpose) ? [browser] : []
  })

/** What scripts may leave in this visitor's browser beside cookies; undefined where nothing of it is to be cleared. */
export function leavesOnly(c: Context<Env>): string[] | undefined {
  const { site } = c.var.p
  const may = loadable(site, (purpose) => mayFor(c, purpose)).flatMap(storedFor)
  return may.length < loadable(site, () => true).flatMap(storedFor).length ? may : undefined
}

const fits = (pattern: string, name: string) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)

/** Whether a cookie of this name may lie in a browser whose owner said yes to these purposes. */
export const isStated = (site: Site, name: string, may: (purpose: PurposeName) => boolean): boolean =>
  (isCookie(name) && cookiesOf(site).includes(name)) ||
  loadable(site, may).some(({ cookies }) => cookies.some((cookie) => fits(cookie.name, name)))
