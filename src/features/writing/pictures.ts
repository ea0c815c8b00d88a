import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Platform } from '../../platform/feature'
import { type Env, missing } from '../../platform/http'
import type { Site } from '../../platform/site'
import type { Photo } from '../../ui'
import { addAvif, type encodePhoto, photoFormats, pictureFile, widthsOf } from '../listings'
import { insertPicture, pictureById } from './queries'

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

const folder = 'pictures'

type Sent = { path: string; width: number; height: number }
/** The path of a picture that was sent in, as it stands in a text: it says its size, so that nothing moves while it loads. */
export const pathOfPicture = ({ path, width, height }: Sent): string => `/pictures/${path}-${width}x${height}`

/** The same, as it can be shown. */
export function sentPicture({ path, width, height }: Sent): Seen {
  const files = Object.entries(photoFormats).flatMap(([format, type]) =>
    widthsOf(width).map((size) => ({ type, width: size, url: `/pictures/${path}/${size}.${format}` })),
  )
  return { width, height, files }
}

/** The picture at a path, such as stands in a text. */
export function pictureAt(site: Pick<Site, 'pictures'>, path: string): Seen | undefined {
  const [, sent, width, height] = /^\/pictures\/([0-9a-f]{32})-([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(path) ?? []
  return sent ? sentPicture({ path: sent, width: Number(width), height: Number(height) }) : drawingsOf(site).get(path)?.photo
}

export const avifJob = 'writing.avif'

/** Keeps a picture in its sizes, at a path that nobody can guess; the smallest format follows from the queue. */
export async function keepPicture(
  p: Platform,
  taken: Extract<Awaited<ReturnType<typeof encodePhoto>>, { ok: true }>,
  alt: string,
  origin: string | null = null,
): Promise<Sent> {
  const path = randomBytes(16).toString('hex')
  const { width, height, files } = taken.photo
  for (const { name, bytes } of files) await p.files.write(`${folder}/${path}/${name}`, bytes)
  const id = randomUUID()
  await p.db.transaction().execute(async (trx) => {
    await insertPicture(trx, { id, path, width, height, alt, created_at: p.clock.now(), origin })
    await p.jobs.send(trx, avifJob, { picture: id })
  })
  return { path, width, height }
}

/** Adds the AVIF files to a picture. */
export async function makeAvif(p: Platform, id: string): Promise<void> {
  const picture = await pictureById(p.db, id)
  if (!picture) return
  await addAvif(p, `${folder}/${picture.path}`, picture.width)
  // It was taken away while this was made, and its folder with it.
  if (!(await pictureById(p.db, id))) await removePictureFiles(p, picture.path)
}

export const removePictureFiles = (p: Platform, path: string): Promise<void> => p.files.remove(`${folder}/${path}`)

function drawing(c: Context<Env>) {
  const found = drawingsOf(c.var.p.site).get(`/pictures/${c.req.param('file')}`)
  if (!found) throw missing()
  return c.body(found.drawing, 200, { 'content-type': 'image/svg+xml', 'cache-control': forGood })
}

async function sent(c: Context<Env>) {
  const found = await pictureFile(c.var.p, `${folder}/${c.req.param('path')}`, c.req.param('file') ?? '')
  if (!found) throw missing()
  return c.body(found.body, 200, {
    'content-type': found.type,
    'content-length': String(found.size),
    'cache-control': found.final ? forGood : 'public, max-age=60',
  })
}

export const pictureFiles = new Hono<Env>()
  .get('/pictures/:file{[\\w-]+\\.svg}', drawing)
  .get('/pictures/:path{[0-9a-f]{32}}/:file{\\d+\\.(?:avif|webp|jpg)}', sent)
