import { open, stat } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { z } from 'zod'
import type { Platform } from '../../../platform/feature'
import { addressOf, type Env, missing, networkOf } from '../../../platform/http'
import { isLanguage } from '../../../std/words'
import { boxOf } from '../parameters'
import { ask } from '../search'
import { mapOf } from './pins'

const kept = 30 // seconds
const perMinute = 240
const zooms = z.coerce.number().int().min(0).max(18)

/** What the map beside the list is told, and the file of streets where the operator has one. */
export function mapRoutes(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.use('/api/map', etag())
  app.get('/api/map', async (c) => {
    await p.limits.count('map', networkOf(addressOf(c)), perMinute, 60)
    const given = new URL(c.req.url).searchParams
    const [language, view, zoom] = [
      given.get('language'),
      boxOf(given.get('view') ?? ''),
      zooms.safeParse(given.get('zoom') ?? undefined),
    ]
    for (const own of ['language', 'view', 'zoom']) given.delete(own)
    if (!isLanguage(language) || !view || !zoom.success) return refused(c, 'language, view and zoom are asked')
    const { search, ignored } = ask(given, language)
    if (ignored.length > 0) return refused(c, `Could not be read: ${ignored.map(({ name }) => name).join(', ')}`)
    c.header('vary', 'Cookie')
    if (!c.var.viewer) {
      c.header('cache-control', `public, max-age=${kept}`)
      c.set('forAll', true)
    }
    return c.json(await mapOf(p.db, p.clock.now(), search, view, zoom.data, language))
  })
  app.get('/basemap.pmtiles', streets)
  return app
}

const refused = (c: Context<Env>, detail: string) =>
  c.json({ type: 'about:blank', title: 'Bad Request', status: 400, detail }, 400, { 'content-type': 'application/problem+json' })

const largestPart = 4 * 1024 * 1024

/** One part of the file of streets, as its readers ask: a single range of bytes (RFC 9110, 14.2). The whole may be gigabytes and is for nobody. */
async function streets(c: Context<Env>): Promise<Response> {
  const { basemap } = c.var.p.config
  const found = basemap ? await stat(basemap).catch(() => undefined) : undefined
  if (!basemap || !found?.isFile()) throw missing()
  const headers = {
    'content-type': 'application/vnd.pmtiles',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=86400',
    etag: `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`,
  }
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(c.req.header('range') ?? '') ?? []
  const from = Number(first)
  const to = Math.min(Number(last), found.size - 1)
  if (first === undefined || from > to || to - from >= largestPart)
    return c.body(null, 416, { ...headers, 'content-range': `bytes */${found.size}` })
  const file = await open(basemap)
  try {
    const bytes = new Uint8Array(to - from + 1)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
    return c.body(bytes.subarray(0, bytesRead), 206, { ...headers, 'content-range': `bytes ${from}-${to}/${found.size}` })
  } finally {
    await file.close()
  }
}
