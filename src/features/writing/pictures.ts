import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Platform } from '../../platform/feature'
import { type Env, missing } from '../../platform/http'
import type { Site } from '../../platform/site'
import type { Photo } from '../../ui'
import { type encodePhoto, widthsOf } from '../listings'
import { insertPicture } from './queries'

type Seen = Omit<Photo, 'alt'>
type Drawn = { photo: Seen; drawing: string }

const forGood = 'public, max-age=31536000, immutable'

/** A drawing of the folder of a site, as it can be shown. Its address changes with it. */
function drawn(name: string, drawing: string): Drawn {
  const [, width = '100', height = '100'] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(drawing) ?? []
  const size = { width: Math.round(Number(width)), height: Math.round(Number(height)) }
  const mark = createHash('sha256').update(drawing).digest('hex').slice(0, 8)
  const files = [{ type: 'image/svg+xml', width: size.width, url: `/pictures/${name}?${mark}` }]
  return { photo: { ...size, files }, drawing }
}

const known = new WeakMap<object, Map<string, Drawn>>()
const drawingsOf = (site: Pick<Site, 'pictures'>): Map<string, Drawn> => {
  const drawings =
    known.get(site) ?? new Map(site.pictures.map(({ name, drawing }) => [`/pictures/${name}`, drawn(name, drawing)]))
  known.set(site, drawings)
  return drawings
}

const formats = { webp: 'image/webp', jpg: 'image/jpeg' } as const
const folder = 'pictures'

type Sent = { path: string; width: number; height: number }
/** The path of a picture that was sent in, as it stands in a text: it says its size, so that nothing moves while it loads. */
export const pathOfPicture = ({ path, width, height }: Sent): string => `/pictures/${path}-${width}x${height}`

/** The same, as it can be shown. */
export function sentPicture({ path, width, height }: Sent): Seen {
  const files = Object.entries(formats).flatMap(([format, type]) =>
    widthsOf(width).map((size) => ({ type, width: size, url: `/pictures/${path}/${size}.${format}` })),
  )
  return { width, height, files }
}

/** The picture at a path, such as stands in a text. */
export function pictureAt(site: Pick<Site, 'pictures'>, path: string): Seen | undefined {
  const [, sent, width, height] = /^\/pictures\/([0-9a-f]{32})-([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(path) ?? []
  return sent ? sentPicture({ path: sent, width: Number(width), height: Number(height) }) : drawingsOf(site).get(path)?.photo
}

/** Keeps a picture in its sizes, at a path that nobody can guess. */
export async function keepPicture(
  p: Platform,
  taken: Extract<Awaited<ReturnType<typeof encodePhoto>>, { ok: true }>,
  alt: string,
  origin: string | null = null,
): Promise<Sent> {
  const path = randomBytes(16).toString('hex')
  const { width, height, files } = taken.photo
  for (const { name, bytes } of files) await p.files.write(`${folder}/${path}/${name}`, bytes)
  await insertPicture(p.db, { id: randomUUID(), path, width, height, alt, created_at: p.clock.now(), origin })
  return { path, width, height }
}

export const removePictureFiles = (p: Platform, path: string): Promise<void> => p.files.remove(`${folder}/${path}`)

function drawing(c: Context<Env>) {
  const found = drawingsOf(c.var.p.site).get(`/pictures/${c.req.param('file')}`)
  if (!found) throw missing()
  return c.body(found.drawing, 200, { 'content-type': 'image/svg+xml', 'cache-control': forGood })
}

async function sent(c: Context<Env>) {
  const file = c.req.param('file') ?? ''
  const found = await c.var.p.files.stream(`${folder}/${c.req.param('path')}/${file}`)
  if (!found) throw missing()
  return c.body(found.body, 200, {
    'content-type': file.endsWith('.webp') ? formats.webp : formats.jpg,
    'content-length': String(found.size),
    'cache-control': forGood,
  })
}

export const pictureFiles = new Hono<Env>()
  .get('/pictures/:file{[\\w-]+\\.svg}', drawing)
  .get('/pictures/:path{[0-9a-f]{32}}/:file{\\d+\\.(?:webp|jpg)}', sent)
