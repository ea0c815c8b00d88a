import sharp from 'sharp'
import { widthsOf } from '../picture'
import { pngOfHeic } from './heic'
import { heicSize, kindOf } from './kind'

export const maxBytes = 15 * 1024 * 1024
/** Telephones make photos of 12 to 50 megapixels. A small file that says it has thousands would fill the memory. */
const maxPixels = 80_000_000
/** HEIC is decoded whole, at some 13 bytes a pixel: more would not fit beside the site in a server of 1 GB. Telephones write 12 or 24 megapixels of it. */
const maxHeicPixels = 25_000_000

export type PhotoRefused = 'tooBig' | 'noPhoto' | 'tooManyPixels' | 'tooLargeHeic' | 'broken'
/** A photo in its sizes, by file name ("800.webp"): nothing is left of what the camera wrote beside the picture. */
export type Encoded = { width: number; height: number; files: { name: string; bytes: Uint8Array }[] }

// Its cache is for whoever makes the same picture twice.
sharp.cache(false)

type Taken = { ok: true; photo: Encoded } | { ok: false; why: PhotoRefused }

const options = { limitInputPixels: maxPixels, failOn: 'error' } as const
const most = { width: 1600, height: 2400 }
const turned = (bytes: Uint8Array) =>
  sharp(bytes, options)
    .autoOrient()
    .resize({ ...most, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })

async function sizeOf(bytes: Uint8Array, kind: string) {
  if (kind === 'heic') return heicSize(bytes)
  const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
  return { width, height }
}

let last: Promise<unknown> = Promise.resolve()
/** One after the other: while a large photo is read it takes some hundreds of MB, and a small server has no more. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine
  return mine
}

/** A file that somebody sent in; its picture in the sizes and formats of the site out (AVIF comes later: see avifOf), or why not. */
export const encodePhoto = (bytes: Uint8Array): Promise<Taken> => inTurn(() => taken(bytes))

async function taken(bytes: Uint8Array): Promise<Taken> {
  if (bytes.byteLength > maxBytes) return { ok: false, why: 'tooBig' }
  const kind = kindOf(bytes)
  if (!kind) return { ok: false, why: 'noPhoto' }
  try {
    const size = await sizeOf(bytes, kind)
    if (!size || size.width < 1 || size.height < 1) return { ok: false, why: 'broken' }
    const pixels = size.width * size.height
    if (pixels > maxPixels) return { ok: false, why: 'tooManyPixels' }
    if (kind === 'heic' && pixels > maxHeicPixels) return { ok: false, why: 'tooLargeHeic' }
    const { data, info } = await turned(kind === 'heic' ? await pngOfHeic(bytes, most) : bytes)
    const { width, height, channels } = info
    const files = await Promise.all(
      widthsOf(width).flatMap((size) => {
        const sized = sharp(data, { raw: { width, height, channels } }).resize({ width: size, withoutEnlargement: true })
        return [
          sized
            .clone()
            .webp({ quality: 78, effort: 3 })
            .toBuffer()
            .then((bytes) => ({ name: `${size}.webp`, bytes })),
          sized
            .clone()
            .jpeg({ quality: 80, progressive: true })
            .toBuffer()
            .then((bytes) => ({ name: `${size}.jpg`, bytes })),
        ]
      }),
    )
    return { ok: true, photo: { width, height, files } }
  } catch {
    // What libvips says of a broken file may quote it; that it is broken is all there is to know.
    return { ok: false, why: 'broken' }
  }
}

/** The smallest format, which takes seconds to make: from the largest JPEG of a photo. */
export const avifOf = (jpeg: Uint8Array, width: number): Promise<{ name: string; bytes: Uint8Array }[]> =>
  Promise.all(
    widthsOf(width).map(async (size) => ({
      name: `${size}.avif`,
      bytes: await sharp(jpeg).resize({ width: size, withoutEnlargement: true }).avif({ quality: 52, effort: 3 }).toBuffer(),
    })),
  )
