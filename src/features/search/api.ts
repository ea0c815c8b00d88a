import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import type { Platform } from '../../platform/feature'
import { addressOf, type Env, networkOf } from '../../platform/http'
import { isLanguage } from '../../std/words'
import { suggest } from '../places'
import { itemOf } from './item'
import { limit, openapi, perAnswer } from './openapi'
import { plain } from './parameters'
import { feedRowsOf, photosOf } from './queries/rows'
import { find } from './results'
import { ask, queryOf } from './search'

const kept = 60 // seconds
const told = ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'ETag']

const refused = (c: Context<Env>, detail: string, errors: { name: string; value: string }[]) =>
  c.json({ type: 'about:blank', title: 'Bad Request', status: 400, detail, errors }, 400, {
    'content-type': 'application/problem+json',
  })

/** The public adverts for programs. */
export function api(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.use('/api/v1/*', cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'], exposeHeaders: told, maxAge: 86_400 }))
  app.use('/api/v1/*', async (c, next) => {
    c.header('ratelimit-policy', `"api";q=${limit.requests};w=${limit.seconds}`)
    const left = await p.limits.count('api', networkOf(addressOf(c)), limit.requests, limit.seconds)
    c.header('ratelimit', `"api";r=${left.points};t=${left.seconds}`)
    c.header('cache-control', `public, max-age=${kept}`)
    await next()
  })
  const lowered = told.map((name) => name.toLowerCase())
  app.use(
    '/api/v1/*',
    etag({
      retainedHeaders: [...RETAINED_304_HEADERS, ...lowered, 'access-control-allow-origin', 'access-control-expose-headers'],
    }),
  )

  app.get('/api/v1/openapi.json', (c) => c.json(openapi(p.site, p.config.publicUrl)))

  app.get('/api/v1/listings', async (c) => {
    const { search, page, ignored, remark } = ask(new URL(c.req.url).searchParams, c.var.language)
    // A person is helped to what they may have meant; a program is told that it asked something else.
    const unknown = remark && remark.as !== 'several' ? [{ name: 'where', value: remark.typed }] : []
    const errors = [...ignored, ...unknown]
    if (errors.length > 0)
      return refused(c, `Could not be read: ${[...new Set(errors.map(({ name }) => name))].join(', ')}`, errors)
    const now = p.clock.now()
    const found = await find(p.db, now, search, page, { size: perAnswer, inFeed: true })
    const ids = found.keys.map(({ id }) => id)
    const [rows, photos] = await Promise.all([feedRowsOf(p.db, now, ids), photosOf(p.db, ids)])
    const photosBy = Map.groupBy(photos, ({ listing_id }) => listing_id)
    const { publicUrl } = p.config
    return c.json({
      total: found.counts.total,
      atLeast: found.atLeast,
      items: rows.map((row) => itemOf(row, photosBy.get(row.id) ?? [], publicUrl, now)),
      next: found.next ? `${publicUrl}/api/v1/listings?${queryOf(search, found.next.page)}` : null,
    })
  })

  app.get('/api/v1/places', (c) => {
    const { q = '', language = c.var.language } = c.req.query()
    const typed = plain(q)
    if (typed === '' || typed.length > 80) return refused(c, 'q has 1 to 80 characters', [{ name: 'q', value: q.slice(0, 100) }])
    if (!isLanguage(language)) return refused(c, 'language is nl, fr or en', [{ name: 'language', value: language.slice(0, 20) }])
    return c.json({ items: suggest(typed, language).map(({ point, ...rest }) => ({ ...rest, lat: point.lat, lon: point.lon })) })
  })
  return app
}
