import { outward } from '../../platform/http'
import type { Eyes } from './eyes'
import { nothingSeen, type Seen, seenIn, together } from './seen'

/** Pages of one shape show the same kinds of things: so many of each are looked at. */
const ofEachShape = 3
const most = 400

/** An address without what tells one advert, picture or search from another. */
const shapeOf = (path: string): string =>
  (path.split('?')[0] ?? '')
    .split('/')
    .map((part) => (/\d|^.{20,}$/.test(part) || /^[A-Za-z0-9_-]{10,}$/.test(part) ? '*' : part))
    .join('/')

const linksIn = (body: string): string[] =>
  [...body.matchAll(/<(?:a|img|source|link|script)\b[^>]*?\s(?:href|src)="(\/[^"#]*)/g)].map(([, path = '']) =>
    path.replaceAll('&amp;', '&'),
  )

type Visit = { headers?: Record<string, string>; signedIn?: boolean; starts?: readonly string[] }

/** Visits the site from its first pages, following links and what pages load, as somebody with these headers (a cookie, Sec-GPC). Answers what it met, and the addresses of the pages among it. */
export async function crawl(
  { p, ask }: Eyes,
  { headers = {}, signedIn = false, starts = [] }: Visit = {},
): Promise<{ seen: Seen; pages: number; paths: string[] }> {
  const own = new URL(p.config.publicUrl).host
  const waiting = [
    ...starts,
    '/',
    ...p.site.languages.map((language) => outward(p.site, `/${language}`)),
    '/robots.txt',
    '/sitemap.xml',
  ]
  const known = new Set(waiting)
  const shapes = new Map<string, number>()
  const met: Seen[] = [nothingSeen()]
  const paths: string[] = []
  let pages = 0
  for (let path = waiting.shift(); path !== undefined && pages < most; path = waiting.shift()) {
    const shape = shapeOf(path)
    const n = shapes.get(shape) ?? 0
    if (n >= ofEachShape && !starts.includes(path)) continue
    shapes.set(shape, n + 1)
    const answer = await ask(path, headers)
    pages++
    // What is for all is the same for a stranger; if it is not, it is somebody's.
    const shared = signedIn && /\bpublic\b/.test(answer.headers.get('cache-control') ?? '')
    const personal = shared ? (await ask(path)).body !== answer.body : signedIn
    met.push(seenIn(answer, path, personal, own, p.clock.now()))
    const isPage = /html/.test(answer.headers.get('content-type') ?? '')
    if (isPage && answer.status === 200) paths.push(path)
    const to = answer.headers.get('location')
    const further = [...(to?.startsWith('/') ? [to] : []), ...(isPage ? linksIn(answer.body) : [])]
    for (const link of further) {
      if (known.has(link)) continue
      known.add(link)
      waiting.push(link)
    }
  }
  return { seen: together(met), pages, paths }
}
