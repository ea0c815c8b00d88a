import { type Context, Hono } from 'hono'
import type { Feature, Platform } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { sentPicture } from './pictures'
import { formerlyAt, pictureFrom } from './queries'
import { pathTo, slugOf, tagPath } from './text'
import { articlesIn } from './texts'

/** An address of before as it is kept: without its last slash, its signs written out. Undefined for the beginning of a site, which is nobody's own. */
export function formerPath({ pathname, searchParams }: URL): string | undefined {
  const [key = '', id = ''] =
    [...searchParams].find(([name, value]) => /^(?:p|page_id)$/.test(name) && /^\d{1,12}$/.test(value)) ?? []
  if (pathname === '/' && key) return `/?p=${id}`
  try {
    const path = decodeURIComponent(pathname).normalize('NFC').replace(/\/+$/, '')
    return path === '' || path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

/** The path of a file in the folder of what was sent in, which is that of its address. */
export const uploadOf = ({ pathname }: URL): string | undefined => {
  try {
    return /\/wp-content\/(?:uploads|blogs\.dir\/\d+\/files)\/(.+)$/.exec(decodeURIComponent(pathname))?.[1]
  } catch {
    return undefined
  }
}
/** WordPress writes a picture in several sizes, each with its size behind the name. */
export const withoutSize = (name: string): string => name.replace(/-\d{1,5}x\d{1,5}(?=\.\w+$)/, '')

/** A picture that came in with a text, as its largest file that every browser shows. */
async function pictureNow(p: Platform, upload: string): Promise<string | undefined> {
  const sent = await pictureFrom(p.db, withoutSize(upload))
  return sent && sentPicture(sent).files.findLast(({ type }) => type === 'image/jpeg')?.url
}

/** Categories and tags are tags here, in the first language that has an article about it. */
async function tagNow(p: Platform, tag: string): Promise<string | undefined> {
  for (const language of p.site.languages)
    if ((await articlesIn(p, p.db, language)).some(({ tags }) => tags.some((one) => slugOf(one) === tag)))
      return tagPath(language, tag)
  return undefined
}

/** Where what was at an address is now: a text by what was noted when it came in, and what WordPress has at the same place on every site. */
export const movedTo: NonNullable<Feature['movedTo']> = async (p, url) => {
  const upload = uploadOf(url)
  if (upload !== undefined) return pictureNow(p, upload)
  const path = formerPath(url)
  if (path === undefined) return undefined
  const text = await formerlyAt(p.db, path, p.clock.now())
  if (text) return pathTo(text)
  const [, tag] = /^\/(?:category|tag)\/(?:[^/]+\/)*([a-z0-9-]+)$/.exec(path) ?? []
  if (tag) return tagNow(p, tag)
  // Whoever follows the articles goes on doing so.
  return /^\/feed(?:\/(?:rss2?|rdf|atom))?$/.test(path) ? `/${p.site.languages[0]}/blog/atom.xml` : undefined
}

/** WordPress knows every text by its number too, at the beginning of the site: `/?p=12`. */
export const byNumber = new Hono<Env>().get('/', async (c: Context<Env>, next) => {
  const url = new URL(c.req.url)
  const to = /[?&](?:p|page_id)=\d/.test(url.search) ? await movedTo(c.var.p, url) : undefined
  return to === undefined ? next() : c.redirect(to, 301)
})
