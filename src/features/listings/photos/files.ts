import type { Platform } from '../../../platform/feature'
import { widthsOf } from '../picture'
import { avifOf } from './encode'

/** Adds the AVIF files to a picture of this width, whose others lie in a folder of the file store. */
export async function addAvif(p: Platform, folder: string, width: number): Promise<void> {
  const jpeg = await p.files.read(`${folder}/${widthsOf(width).at(-1)}.jpg`).catch(() => undefined)
  if (!jpeg) return
  for (const { name, bytes } of await avifOf(jpeg, width)) await p.files.write(`${folder}/${name}`, bytes)
}

const types: Record<string, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }
/** What is sent where a format is not made yet, or is not there. */
const standIns: Record<string, readonly string[]> = { avif: ['avif', 'webp', 'jpg'], webp: ['webp', 'jpg'], jpg: ['jpg', 'webp'] }

/** One file of the picture in a folder of the file store, "800.avif"; `final` unless another format stands in for it. */
export async function pictureFile(p: Platform, folder: string, file: string) {
  const [size = '', extension = ''] = file.split('.')
  for (const format of standIns[extension] ?? []) {
    const found = await p.files.stream(`${folder}/${size}.${format}`)
    if (found) return { ...found, type: types[format] ?? '', final: format === extension }
  }
  return undefined
}
