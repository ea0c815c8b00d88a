import { randomBytes, randomUUID } from 'node:crypto'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import { mustStay } from '../../../platform/people'
import { photoFormats, widthsOf } from '../picture'
import { addPhoto, photoById, removePhotos, strayPhotos } from '../queries'
import type { Encoded } from './encode'
import { addAvif, pictureFile } from './files'

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
  if (!photo) return
  await addAvif(p, `${folder}/${photo.path}`, photo.width)
  // It was erased while this was made, and its folder with it.
  if (!(await photoById(p.db, id))) await removePhotoFiles(p, [photo.path])
}

/** One file of a photo. */
export const photoFile = (p: Platform, path: string, file: string) => pictureFile(p, `${folder}/${path}`, file)

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
