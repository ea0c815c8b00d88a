import { type Context, Hono } from 'hono'
import type { Feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { formerlyAt } from './queries'
import { pathTo } from './text'

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

/** Where what was at an address is now. */
export const movedTo: NonNullable<Feature['movedTo']> = async (p, url) => {
  const path = formerPath(url)
  const text = path === undefined ? undefined : await formerlyAt(p.db, path, p.clock.now())
  return text && pathTo(text)
}

/** WordPress knows every text by its number too, at the beginning of the site: `/?p=12`. */
export const byNumber = new Hono<Env>().get('/', async (c: Context<Env>, next) => {
  const url = new URL(c.req.url)
  const to = /[?&](?:p|page_id)=\d/.test(url.search) ? await movedTo(c.var.p, url) : undefined
  return to === undefined ? next() : c.redirect(to, 301)
})
