import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import { holds, idsOf, refusals } from './law'
import { heldByRules } from './moderation'
import { removePhotoFiles } from './photos/store'
import { advertById, changeListing, lockAdvert, photosOf, removeListing, setStatus } from './queries'
import { type Act, mayAct, statusAfter } from './rules'
import { findingsOfRow } from './stored'

/** One's own advert pauses, is let, is archived or is public again. Throws a refusal (404) for another's. What cannot be done now is left. What
 *  comes back is judged by the rules of today: it may be refused, or held for a look at the desk. */
export const act = (p: Platform, person: string, publicId: string, what: Act): Promise<'done' | 'held' | 'refused'> =>
  p.db.transaction().execute(async (trx) => {
    const advert = await lockAdvert(trx, publicId, person)
    if (!advert) throw missing()
    if (!mayAct(what, advert.status)) return 'done'
    const row = what === 'publication' ? await advertById(trx, advert.id) : undefined
    const findings = row ? findingsOfRow(p, row) : []
    if (refusals(findings).length > 0) return 'refused'
    const against = idsOf(holds(findings, row?.cleared))
    if (against.length > 0) {
      await changeListing(trx, advert.id, { status: 'held', against, updated_at: p.clock.now() }, p.clock.now())
      await heldByRules(p, trx, person, advert.id, against)
      await p.emit(trx, 'listing.changed', { listing: advert.id, person })
      return 'held'
    }
    await setStatus(trx, advert.id, statusAfter(what), p.clock.now())
    await p.emit(trx, 'listing.changed', { listing: advert.id, person })
    return 'done'
  })

/** Takes one's own advert and its photos away for good. */
export async function remove(p: Platform, person: string, publicId: string): Promise<void> {
  const paths = await p.db.transaction().execute(async (trx) => {
    const advert = await lockAdvert(trx, publicId, person)
    if (!advert) throw missing()
    const photos = await photosOf(trx, { listing: advert.id })
    await removeListing(trx, advert.id)
    return photos.map(({ path }) => path)
  })
  await removePhotoFiles(p, paths)
}
