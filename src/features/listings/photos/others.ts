import type { Platform } from '../../../platform/feature'
import { editDraftIn } from '../draft'
import { draftOfListing, lockAdvert, ownAdvert, type PhotoRow, photosOf } from '../queries'
import { maxPhotos } from './rules'
import { avifJob, filesOf, smallestJpeg, storePhoto } from './store'

/** So many adverts take photos over at once. */
export const mostOthers = 50

/** Puts these photos in other adverts of their owner too: after those that are there, as far as there is room, and not twice. Each advert has
 *  copies of its own, which go when it goes. Answers how many adverts have something new. */
export async function usePhotosFor(
  p: Platform,
  person: string,
  photos: readonly PhotoRow[],
  publicIds: readonly string[],
): Promise<number> {
  const pictures = await Promise.all(photos.map((photo) => filesOf(p, photo)))
  let used = 0
  for (const publicId of publicIds) {
    const added = await p.db.transaction().execute(async (trx) => {
      const found = await ownAdvert(trx, publicId, person)
      if (!found || found.status === 'removed') return []
      const draft = await draftOfListing(trx, found.id, person)
      const added: string[] = []
      const add = async () => {
        if (!(await lockAdvert(trx, publicId, person))) return
        const there = await photosOf(trx, { listing: found.id })
        const known = await Promise.all(there.map((photo) => smallestJpeg(p, photo)))
        const fresh = pictures.filter(({ small }) => small && !known.some((other) => other?.equals(small)))
        const next = Math.max(-1, ...there.map(({ position }) => position)) + 1
        for (const { photo } of fresh.slice(0, Math.max(0, maxPhotos - there.length))) {
          const id = await storePhoto(p, trx, { person, listing: found.id, position: next + added.length }, photo)
          if (!photo.files.some(({ name }) => name.endsWith('.avif'))) await p.jobs.send(trx, avifJob, { photo: id })
          added.push(id)
        }
      }
      // Changes of that advert that are not published yet would leave out what they do not know. The draft is locked before the advert, as
      // where it is published.
      if (draft)
        await editDraftIn(p, trx, draft.id, person, async (was) => {
          await add()
          return { ...was, photos: [...was.photos, ...added] }
        })
      else await add()
      return added
    })
    if (added.length > 0) used++
  }
  return used
}
