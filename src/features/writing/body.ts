import type { Platform } from '../../platform/feature'
import type { Site } from '../../platform/site'
import { htmlOf, partsOf } from './markdown'
import { pictureAt } from './pictures'

type Having = Pick<Site, 'pictures'>

/** The body of a text with the pictures of its site. */
export const bodyHtml = (site: Having, body: string): string => htmlOf(body, (path) => pictureAt(site, path))

/** The same in parts, as markdown.tsx makes them. */
export const bodyParts = (site: Having, body: string): string[] => partsOf(body, (path) => pictureAt(site, path))

/** Addresses in a text that is read elsewhere are whole there. */
export const elsewhere = ({ config: { publicUrl } }: Pick<Platform, 'config'>, html: string): string =>
  html
    .replace(/( (?:href|src)=")\/(?!\/)/g, `$1${publicUrl}/`)
    .replace(/( srcset=")([^"]*)"/g, (_, name: string, list: string) => `${name}${list.replace(/(^|, )\//g, `$1${publicUrl}/`)}"`)

/** A body as a mail carries it: without pictures, since whoever has them fetched shows that the mail was opened. As text it stays in Markdown, which is made to
 *  be read as it is. */
export const bodyInMail = (p: Pick<Platform, 'config'>, body: string): { text: string; html: string } => ({
  html: elsewhere(
    p,
    htmlOf(body, () => undefined),
  ),
  text: body
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\]\(\/(?!\/)/g, `](${p.config.publicUrl}/`)
    .trim(),
})
