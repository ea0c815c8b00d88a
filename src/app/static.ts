import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Context, Hono } from 'hono'
import type { Env } from '../platform/http'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
}

/** What the build made, and public/: read once, then kept. Names in /assets/ carry a hash of what is in them, so they may be kept for good. */
export function staticFiles(folder: string): Hono<Env> {
  const app = new Hono<Env>()
  const known = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>()
  const read = (name: string) => {
    const found =
      known.get(name) ??
      readFile(join(folder, name)).then(
        (bytes) => new Uint8Array(bytes),
        () => undefined,
      )
    known.set(name, found)
    return found
  }
  const serve = async (c: Context<Env>, name: string, cache: string) => {
    const bytes = name.includes('..') ? undefined : await read(name)
    if (!bytes) return c.notFound()
    return c.body(bytes, 200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', 'cache-control': cache })
  }
  app.get('/:file{[a-z0-9-]+\\.(?:svg|png|ico|webmanifest)}', (c) => serve(c, c.req.param('file'), 'public, max-age=86400'))
  app.get('/assets/:file{[A-Za-z0-9._-]+}', (c) =>
    serve(c, `assets/${c.req.param('file')}`, 'public, max-age=31536000, immutable'),
  )
  return app
}
