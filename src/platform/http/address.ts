import type { Context } from 'hono'
import { type Language, languages } from '../../std/words'
import type { Site } from '../site'
import type { Env } from './env'

type Spoken = Pick<Site, 'languages'>

/** Features write every path with its language first, and find it so. A site with one language leaves that out of the addresses that people see
 *  (docs/decisions/0013): here it is put back, and taken away again. */
const only = ({ languages: [first, second] }: Spoken): Language | undefined => (second ? undefined : first)
const behind = `(?:${languages.join('|')})(?![\\w-])`
const first = new RegExp(`^/${behind}/?`)

/** Where the pages of features are mounted. */
export const mountOf = (site: Spoken): string => (only(site) ? '/' : `/:language{(?:${languages.join('|')})}`)

/** A path as features know it, from one that was asked for. */
export const inward = (site: Spoken, path: string): string => {
  const language = only(site)
  return language && !first.test(path) ? `/${language}${path.replace(/^\/+/, '/').replace(/^\/(?=\?|$)/, '')}` : path
}
/** The path of this request, as features know it. */
export const pathOf = (c: Context<Env>): string => inward(c.var.p.site, new URL(c.req.url).pathname)

/** A path as people see it, from one that a feature wrote. */
export const outward = (site: Spoken, path: string): string => (only(site) ? path.replace(first, '/') : path)

/** Where an address with a language leads on a site that has but one: the same without. Undefined for all others. */
export const withoutLanguage = (site: Spoken, path: string): string | undefined =>
  only(site) && first.test(path) ? outward(site, path) : undefined

const inAttribute = new RegExp(`( (?:href|action|formaction|content|data-[a-z-]+)="(?:https?://[^/"]+)?/)${behind}/?`, 'g')
/** A whole page with its addresses as people see them. What people wrote stays: in it every quotation mark is escaped. */
export const outwardPage = (site: Spoken, html: string): string => (only(site) ? html.replace(inAttribute, '$1') : html)

type At = { site: Spoken; config: { publicUrl: string } }
/** An address of ours, whole, as people see it. */
export const urlOf = ({ site, config }: At, path: string): string => config.publicUrl + outward(site, path)

/** A text with our whole addresses in it, such as a mail, as people see them. */
export const outwardText = ({ site, config: { publicUrl } }: At, text: string): string =>
  text
    .split(publicUrl)
    .map((part, at) => (at === 0 ? part : outward(site, part)))
    .join(publicUrl)
