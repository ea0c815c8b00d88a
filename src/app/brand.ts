import { Hono } from 'hono'
import type { Platform } from '../platform/feature'
import { brandSheet, type Env } from '../platform/http'

const forGood = 'public, max-age=31536000, immutable'

/** What a site brings of its own: its colours and its logo. Their addresses change with them. */
export function brandFiles({ site }: Platform): Hono<Env> {
  const app = new Hono<Env>()
  const [sheet, { logo }] = [brandSheet(site), site]
  if (sheet)
    app.get('/brand.css', (c) => c.body(sheet, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': forGood }))
  if (logo) app.get('/logo.svg', (c) => c.body(logo, 200, { 'content-type': 'image/svg+xml', 'cache-control': forGood }))
  return app
}
