import type { Platform } from '../../platform/feature'
import type { Language } from '../../std/words'
import { aboutOf, becomes, draftOrAdvert, formerOf } from './draft'
import { checkAdvertiser, sayAdvertiser } from './evidence/advertiser'
import { askEvidenceAgain } from './evidence/queries'
import { ownReferences, setReference } from './many/queries'
import { heldByRules } from './moderation'
import { removePhotoFiles } from './photos/store'
import { placeListing } from './place'
import { advertById, givePhoto, photosNamed, photosOf, removeDraft, removePhotos } from './queries'
import { statusWhenChanged } from './rules'
import { contentOf, type StepName } from './steps'
import { judged } from './stored'

const houseOf = ({ street, postcode, place_id }: { street: string | null; postcode: string | null; place_id: string }) =>
  JSON.stringify([street, postcode, place_id])

export type Published = { ok: true; publicId: string; status: 'published' | 'held' } | { ok: false; wrong: StepName[] }

/** Makes an advert of a draft, or changes the advert that the draft is about; the draft is gone then. Answers the steps that do not hold;
 *  none of them when it is the law that refuses it. `advertId`: what it becomes, as the page said. */
export async function publish(
  p: Platform,
  person: string,
  draftId: string,
  advertId: string,
  language: Language,
): Promise<Published> {
  const paths: string[] = []
  const published = await p.db.transaction().execute(async (trx): Promise<Published> => {
    const { draft, advert } = await draftOrAdvert(p, trx, draftId, advertId, person)
    if (!draft) return { ok: true, publicId: advert.public_id, status: advert.status === 'held' ? 'held' : 'published' }
    const about = aboutOf(p, language, draft)
    const whole = contentOf(draft.typed, about, await formerOf(p, trx, draft))
    if (!whole.ok) return whole
    const listing = draft.listingId === null ? undefined : await advertById(trx, draft.listingId)
    const { refused, against, cleared } = judged(p, whole.content, listing)
    if (refused.length > 0) return { ok: false, wrong: [] }
    const who = checkAdvertiser(draft.typed, language)
    if (draft.asksAdvertiser && who.ok) await sayAdvertiser(p, trx, person, who.values)
    const again = listing !== undefined && statusWhenChanged(listing.status) === 'held'
    const status = again || against.length > 0 ? 'held' : 'published'
    const placed = await placeListing(p, trx, whole.content, person, {
      status,
      against,
      cleared,
      ...(listing ? { listing: { id: listing.id, publicId: listing.public_id } } : { id: becomes(draft) }),
    })
    if (draft.reference && !listing && !new Set((await ownReferences(trx, person)).values()).has(draft.reference))
      await setReference(trx, placed.id, draft.reference)
    // What was seen was seen of another house.
    if (listing && houseOf(listing) !== houseOf({ ...whole.content, place_id: whole.content.place }))
      await askEvidenceAgain(trx, listing.id)
    const own = [...(await photosOf(trx, { draft: draftId })), ...(listing ? await photosOf(trx, { listing: listing.id }) : [])]
    const chosen = (await photosNamed(trx, draft.photos, person)).filter(({ id }) => own.some((photo) => photo.id === id))
    for (const [position, { id }] of chosen.entries()) await givePhoto(trx, id, placed.id, position)
    const dropped = own.filter(({ id }) => !draft.photos.includes(id))
    paths.push(...dropped.map(({ path }) => path))
    await removePhotos(
      trx,
      dropped.map(({ id }) => id),
    )
    await removeDraft(trx, draftId)
    if (against.length > 0) await heldByRules(p, trx, person, placed.id, against)
    return { ok: true, publicId: placed.publicId, status }
  })
  await removePhotoFiles(p, paths)
  return published
}
