import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import { removePhotoFiles } from './photos/store'
import { lockAdvert, photosOf, removeListing, setStatus } from './queries'
import { type Act, mayAct, statusAfter } from './rules'

/** One's own advert pauses, is let, is archived or is public again. Throws a refusal (404) for another's. What cannot be done now is left. */
export const act = (p: Platform, person: string, publicId: string, what: Act): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const advert = await lockAdvert(trx, publicId, person)
    if (!advert) throw missing()
    if (!mayAct(what, advert.status)) return
    await setStatus(trx, advert.id, statusAfter(what), p.clock.now())
    await p.emit(trx, 'listing.changed', { listing: advert.id, person })
  })

/** Takes one's own advert and its photos away for good. */
export async function remove(p: Platform, person: string, publicId: string): Promise<void> {
  const paths = await p.db.transaction().execute(async (trx) => {
    const advert = await lockAdvert(trx, publicId, person)
    if (!advert) throw missing()
    const photos = await photosOf(trx, { listing: advert.id })
    await p.emit(trx, 'listing.removed', { listing: advert.id, person })
    await removeListing(trx, advert.id)
    return photos.map(({ path }) => path)
  })
  await removePhotoFiles(p, paths)
}
