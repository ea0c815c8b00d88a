import { Hono } from 'hono'
import type { Feature, Platform } from '../../../platform/feature'
import { type Env, inEach, missing, urlSet, xml } from '../../../platform/http'
import { popular } from '../popular'
import { publicBeginning, publicUpTo } from './queries'

/** A sitemap may name 50,000 addresses (sitemaps.org); ours name each advert in up to three languages. */
const perFile = 12_000

/** How many hexadecimal digits part the adverts into files that are small enough: ids are random, so that each file gets as many. */
export const digitsFor = (adverts: number): number => (adverts <= perFile ? 0 : adverts <= 16 * perFile * 0.9 ? 1 : 2)

export const partsOf = (digits: number): string[] =>
  digits === 0 ? ['all'] : Array.from({ length: 16 ** digits }, (_, at) => at.toString(16).padStart(digits, '0'))

const adverts = (p: Platform) => publicUpTo(p.db, p.clock.now(), 16 * perFile)

/** The search, its towns, and every public advert. */
export const mapped: Feature['mapped'] = {
  async paths(p) {
    const towns = (await popular(p, p.clock.now())).map(({ place }) => `/rooms?where=${place.id}`)
    return ['/rooms', ...towns, '/ranking', '/sources']
  },
  files: async (p) => partsOf(digitsFor(await adverts(p))).map((part) => `adverts-${part}`),
}

export const crawlRoutes = (p: Platform): Hono<Env> =>
  new Hono<Env>().get('/:file{sitemap-adverts-(?:all|[0-9a-f]{1,2})\\.xml}', async (c) => {
    const part = c.req.param('file').slice('sitemap-adverts-'.length, -'.xml'.length)
    const digits = part === 'all' ? '' : part
    if (digitsFor(await adverts(p)) !== digits.length) throw missing()
    const found = await publicBeginning(p.db, p.clock.now(), digits)
    return xml(
      c,
      urlSet(
        p,
        found.map(({ public_id, updated_at }) => ({ paths: inEach(p.site, `/rooms/${public_id}`), changed: updated_at })),
      ),
    )
  })
