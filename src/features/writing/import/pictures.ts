import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Platform } from '../../../platform/feature'
import { encodePhoto, maxPhotoBytes } from '../../listings'
import { uploadOf, withoutSize } from '../former'
import { keepPicture, pathOfPicture } from '../pictures'
import { pictureFrom } from '../queries'
import type { Words as AllWords } from '../words.nl'
import { urlOf } from './links'

type Why = keyof AllWords['desk']['pictures']['refused'] | 'absent' | 'elsewhere' | 'folderless'
type Taken = { ok: true; path: string } | { ok: false; why: Why; name: string }
export type PicturesOf = { folder: string | undefined; site: string; dryRun: boolean; refused(name: string, why: Why): void }

/** The names under which a picture may lie in the folder: WordPress writes each of them in several sizes too, with the size behind the name. */
const namesOf = (name: string): string[] => [...new Set([withoutSize(name), name])]

/** A file of the folder. Undefined for what is not there, is no file, or lies elsewhere, also through a link. */
async function fileIn(folder: string, name: string): Promise<{ path: string; bytes: number } | undefined> {
  const [root, path] = await Promise.all([folder, join(folder, name)].map((one) => realpath(one).catch(() => undefined)))
  if (!root || !path?.startsWith(root + sep)) return undefined
  const info = await stat(path)
  return info.isFile() ? { path, bytes: info.size } : undefined
}

/** Brings pictures in, from the folder and from nowhere else: each once, also when a text with it comes in again. */
export function picturesFrom(p: Platform, { folder, site, dryRun, refused }: PicturesOf) {
  const known = new Map<string, Taken>()
  let count = 0

  async function take(name: string, alt: string): Promise<Taken> {
    const refuse = (why: Why): Taken => {
      refused(name, why)
      return { ok: false, why, name }
    }
    if (folder === undefined) return refuse('folderless')
    // No file is called so, and no column takes it.
    if (name.includes('\0')) return refuse('absent')
    const before = await pictureFrom(p.db, name)
    if (before) return { ok: true, path: pathOfPicture(before) }
    const file = (await Promise.all(namesOf(name).map((one) => fileIn(folder, one)))).find((found) => found !== undefined)
    if (!file) return refuse('absent')
    if (file.bytes > maxPhotoBytes) return refuse('tooBig')
    const taken = await encodePhoto(new Uint8Array(await readFile(file.path)))
    if (!taken.ok) return refuse(taken.why)
    count++
    const { width, height } = taken.photo
    return {
      ok: true,
      path: pathOfPicture(dryRun ? { path: '0'.repeat(32), width, height } : await keepPicture(p, taken, alt, name)),
    }
  }

  return {
    count: () => count,
    /** The path that the picture of this address has now. */
    async pathOf(src: string, alt: string): Promise<string | undefined> {
      const url = urlOf(src, site)
      const upload = url && uploadOf(url)
      const name = upload && withoutSize(upload)
      if (!name) {
        if (!known.has(src)) refused(src.slice(0, 200), 'elsewhere')
        known.set(src, { ok: false, why: 'elsewhere', name: src })
        return undefined
      }
      const taken = known.get(name) ?? (await take(name, alt))
      known.set(name, taken)
      return taken.ok ? taken.path : undefined
    },
  }
}
