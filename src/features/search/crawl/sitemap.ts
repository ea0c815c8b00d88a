import { type Context, Hono } from 'hono'
import type { Platform } from '../../../platform/feature'
import { type Env, missing } from '../../../platform/http'
import { popular } from '../popular'
import { publicBeginning, publicUpTo } from './queries'

/** A sitemap may name 50,000 addresses (sitemaps.org); ours name each advert in up to three languages. */
const perFile = 12_000
const kept = 3600 // seconds

const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

/** How many hexadecimal digits part the adverts into files that are small enough: ids are random, so that each file gets as many. */
export const digitsFor = (adverts: number): number => (adverts <= perFile ? 0 : adverts <= 16 * perFile * 0.9 ? 1 : 2)

export const partsOf = (digits: number): string[] =>
  digits === 0 ? ['all'] : Array.from({ length: 16 ** digits }, (_, at) => at.toString(16).padStart(digits, '0'))

const answer = (c: Context<Env>, body: string) => {
  c.set('forAll', true)
  return c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`, 200, {
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': `public, max-age=${kept}`,
  })
}

/** One page in each language of the site, each naming the others. `path` is what stands after the language. */
function urls({ config, site }: Platform, path: string, changed?: Date): string {
  const at = (language: string) => escaped(`${config.publicUrl}/${language}${path}`)
  const [first = ''] = site.languages
  const others = [...site.languages.map((language) => [language, language]), ['x-default', first]]
    .map(([name, language]) => `<xhtml:link rel="alternate" hreflang="${name}" href="${at(language ?? '')}"/>`)
    .join('')
  return site.languages
    .map(
      (language) =>
        `<url><loc>${at(language)}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''}${others}</url>`,
    )
    .join('\n')
}

const urlset = (body: string) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${body}\n</urlset>\n`

/** What search engines are told: which pages there are, and which are nobody's business but one's own. */
export function crawlRoutes(p: Platform): Hono<Env> {
  const { publicUrl } = p.config
  return new Hono<Env>()
    .get('/robots.txt', (c) => {
      const own = [
        'account',
        'adverts',
        'messages',
        'favourites',
        'desk',
        'decisions',
        'sign-in',
        'register',
        'confirm',
        'new-password',
      ]
      const closed = own.flatMap((name) => p.site.languages.map((language) => `Disallow: /${language}/${name}`))
      c.header('cache-control', `public, max-age=${kept}`)
      return c.text(['User-agent: *', ...closed, 'Disallow: /dev', '', `Sitemap: ${publicUrl}/sitemap.xml`, ''].join('\n'))
    })
    .get('/sitemap.xml', async (c) => {
      const adverts = await publicUpTo(p.db, p.clock.now(), 16 * perFile)
      const files = ['pages', ...partsOf(digitsFor(adverts)).map((part) => `adverts-${part}`)]
      const entries = files.map((name) => `<sitemap><loc>${publicUrl}/sitemap-${name}.xml</loc></sitemap>`)
      return answer(
        c,
        `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</sitemapindex>\n`,
      )
    })
    .get('/:file{sitemap-pages\\.xml}', async (c) => {
      const towns = (await popular(p, p.clock.now())).map(({ place }) => `/rooms?where=${place.id}`)
      const pages = ['', '/rooms', ...towns, '/ranking', '/privacy', '/accessibility', '/sources']
      return answer(c, urlset(pages.map((path) => urls(p, path)).join('\n')))
    })
    .get('/:file{sitemap-adverts-(?:all|[0-9a-f]{1,2})\\.xml}', async (c) => {
      const part = c.req.param('file').slice('sitemap-adverts-'.length, -'.xml'.length)
      const digits = part === 'all' ? '' : part
      const now = p.clock.now()
      if (digitsFor(await publicUpTo(p.db, now, 16 * perFile)) !== digits.length) throw missing()
      const adverts = await publicBeginning(p.db, now, digits)
      return answer(c, urlset(adverts.map(({ public_id, updated_at }) => urls(p, `/rooms/${public_id}`, updated_at)).join('\n')))
    })
}
