import { randomBytes, randomUUID } from 'node:crypto'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import { mustStay } from '../../../platform/people'
import { photoFormats, widthsOf } from '../picture'
import { addPhoto, photoById, removePhotos, strayPhotos } from '../queries'
import { avifOf, type Encoded } from './encode'

export const avifJob = 'listings.avif'
const folder = 'photos'
const fileOf = (path: string, name: string) => `${folder}/${path}/${name}`

/** Keeps an encoded photo of a draft or of an advert, at a path that nobody can guess. Answers its id. Run it in a transaction: a file whose
 *  row does not come about is swept. */
export async function storePhoto(
  p: Platform,
  db: Db,
  of: { person: string | null; draft?: string; listing?: string; position: number },
  { width, height, files }: Encoded,
): Promise<string> {
  if (of.person) await mustStay(db, of.person)
  const id = randomUUID()
  const path = randomBytes(16).toString('hex')
  for (const { name, bytes } of files) await p.files.write(fileOf(path, name), bytes)
  await addPhoto(db, {
    id,
    person_id: of.person,
    draft_id: of.draft ?? null,
    listing_id: of.listing ?? null,
    position: of.position,
    path,
    width,
    height,
    created_at: p.clock.now(),
  })
  return id
}

/** Adds the AVIF files to a photo. */
export async function makeAvif(p: Platform, id: string): Promise<void> {
  const photo = await photoById(p.db, id)
  const widest = photo && widthsOf(photo.width).at(-1)
  if (!photo || !widest) return
  const jpeg = await p.files.read(fileOf(photo.path, `${widest}.jpg`)).catch(() => undefined)
  if (!jpeg) return
  for (const { name, bytes } of await avifOf(jpeg, photo.width)) await p.files.write(fileOf(photo.path, name), bytes)
  // It was erased while this was made, and its folder with it.
  if (!(await photoById(p.db, id))) await removePhotoFiles(p, [photo.path])
}

const types: Record<string, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }
/** What is sent where a format is not made yet, or is not there. */
const standIns: Record<string, readonly string[]> = { avif: ['avif', 'webp', 'jpg'], webp: ['webp', 'jpg'], jpg: ['jpg', 'webp'] }

/** One file of a photo; `final` unless another format stands in for it. */
export async function photoFile(p: Platform, path: string, size: string, extension: string) {
  for (const format of standIns[extension] ?? []) {
    const found = await p.files.stream(fileOf(path, `${size}.${format}`))
    if (found) return { ...found, type: types[format] ?? '', final: format === extension }
  }
  return undefined
}

/** A photo as a JPEG to draw with: the middle size, or the smallest where it has none. Undefined while its files are not there. */
export async function photoJpeg(p: Platform, { path, width }: { path: string; width: number }): Promise<Buffer | undefined> {
  const size = widthsOf(width).findLast((each) => each <= 800)
  return p.files.read(fileOf(path, `${size}.jpg`)).catch(() => undefined)
}

type Lying = { path: string; width: number; height: number }

/** The smallest JPEG of a photo, by which it is known again; undefined while its files are not there. */
export const smallestJpeg = (p: Platform, { path, width }: Pick<Lying, 'path' | 'width'>): Promise<Buffer | undefined> =>
  p.files.read(fileOf(path, `${widthsOf(width)[0]}.jpg`)).catch(() => undefined)

/** A photo with all its files that are there, to be stored once more, and its smallest JPEG. */
export async function filesOf(p: Platform, { path, width, height }: Lying): Promise<{ photo: Encoded; small?: Buffer }> {
  const names = widthsOf(width).flatMap((size) => Object.keys(photoFormats).map((format) => `${size}.${format}`))
  const read = await Promise.all(
    names.map((name) =>
      p.files.read(fileOf(path, name)).then(
        (bytes) => [{ name, bytes }],
        () => [],
      ),
    ),
  )
  return { photo: { width, height, files: read.flat() }, small: await smallestJpeg(p, { path, width }) }
}

export const removePhotoFiles = async (p: Platform, paths: readonly string[]): Promise<void> => {
  for (const path of paths) await p.files.remove(`${folder}/${path}`)
}

/** Takes away photos whose draft is gone. */
export async function sweepPhotos(p: Platform): Promise<void> {
  const stray = await strayPhotos(p.db)
  await removePhotos(
    p.db,
    stray.map(({ id }) => id),
  )
  await removePhotoFiles(
    p,
    stray.map(({ path }) => path),
  )
}
