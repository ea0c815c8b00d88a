import { Hono } from 'hono'
import type { Platform } from '../platform/feature'
import { type Env, inEach, outward, urlOf, urlSet, xml } from '../platform/http'

/** What is one's own, and nobody else's business. */
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

/** What search engines are told: which pages there are, and which they should leave alone. */
export function crawlRoutes(p: Platform): Hono<Env> {
  const { config, site, features } = p
  return new Hono<Env>()
    .get('/robots.txt', (c) => {
      const closed = own.flatMap((name) => site.languages.map((language) => `Disallow: ${outward(site, `/${language}/${name}`)}`))
      c.header('cache-control', 'public, max-age=3600')
      return c.text(['User-agent: *', ...closed, 'Disallow: /dev', '', `Sitemap: ${config.publicUrl}/sitemap.xml`, ''].join('\n'))
    })
    .get('/sitemap.xml', async (c) => {
      const further = await Promise.all(features.map((feature) => feature.mapped?.files?.(p) ?? []))
      const entries = ['pages', ...further.flat()].map(
        (name) => `<sitemap><loc>${urlOf(p, `/sitemap-${name}.xml`)}</loc></sitemap>`,
      )
      return xml(
        c,
        `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</sitemapindex>\n`,
      )
    })
    .get('/:file{sitemap-pages\\.xml}', async (c) => {
      const paths = await Promise.all(features.map((feature) => feature.mapped?.paths?.(p) ?? []))
      return xml(
        c,
        urlSet(
          p,
          ['', ...paths.flat(), '/privacy', '/accessibility'].map((path) => ({ paths: inEach(site, path) })),
        ),
      )
    })
}
