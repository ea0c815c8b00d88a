import { markdownOf } from './html'
import type { Incoming } from './item'
import { leadingOn } from './links'
import type { picturesFrom } from './pictures'
import { withoutShortcodes } from './shortcodes'
import { elementsIn, treeOf } from './tree'

/** A picture of the file, by its number there. */
export type Attachment = { src: string; alt: string; parent: string }
type Having = {
  site: string
  attachments: ReadonlyMap<string, Attachment>
  pictures: ReturnType<typeof picturesFrom>
}

/** The body of a text in the Markdown of the site, and what was left out of it. Throws TooDeep. */
export async function bodyOf(text: Incoming, { site, attachments, pictures }: Having): Promise<{ body: string; left: string[] }> {
  const gone = new Set<string>()
  const left = (what: string) => gone.add(what)
  const bySrc = new Map([...attachments.values()].map(({ src, alt }) => [src, alt]))
  const above = text.thumbnail && attachments.get(text.thumbnail)?.src
  const gallery = (ids: readonly string[] | undefined) =>
    [...attachments].filter(([id, { parent }]) => ids?.includes(id) ?? parent === text.id).map(([, { src }]) => src)
  const html = withoutShortcodes(text.html, { gallery, left })
  const shown = elementsIn(treeOf(html), 'img').map(({ attributes: { src = '', alt = '' } }) => ({ src, alt }))
  const paths = new Map<string, string>()
  for (const { src, alt } of above ? [{ src: above, alt: '' }, ...shown] : shown) {
    const path = await pictures.pathOf(src, alt || (bySrc.get(src) ?? ''))
    if (path !== undefined) paths.set(src, path)
  }
  const body = markdownOf(html, {
    typed: !html.includes('<!-- wp:'),
    link: leadingOn(site, text.here, left),
    picture(src, alt) {
      const path = paths.get(src)
      return path === undefined ? undefined : { path, alt: alt || (bySrc.get(src) ?? '') }
    },
    left,
  })
  const first = above === undefined ? undefined : paths.get(above)
  const opening =
    first && !body.includes(first) ? `![${(bySrc.get(above ?? '') ?? '').replace(/[[\]\\]/g, '\\$&')}](${first})\n\n` : ''
  return { body: opening + body, left: [...gone] }
}
