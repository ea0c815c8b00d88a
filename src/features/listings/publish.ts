import type { Platform } from '../../platform/feature'
import type { Language } from '../../std/words'
import { aboutOf, ownDraft } from './draft'
import { removePhotoFiles } from './photos/store'
import { placeListing } from './place'
import { advertById, givePhoto, photosNamed, photosOf, removeDraft, removePhotos } from './queries'
import { statusWhenChanged } from './rules'
import { contentOf, type StepName } from './steps'

export type Published = { ok: true; publicId: string; status: 'published' | 'held' } | { ok: false; wrong: StepName[] }

/** Makes an advert of a draft, or changes the advert that the draft is about; the draft is gone then. Answers the steps that do not hold. */
export async function publish(p: Platform, person: string, draftId: string, language: Language): Promise<Published> {
  const paths: string[] = []
  const published = await p.db.transaction().execute(async (trx): Promise<Published> => {
    const draft = await ownDraft(p, trx, draftId, person, true)
    const whole = contentOf(draft.typed, aboutOf(p, language, draft))
    if (!whole.ok) return whole
    const listing = draft.listingId === null ? undefined : await advertById(trx, draft.listingId)
    const status = listing && statusWhenChanged(listing.status) === 'held' ? 'held' : 'published'
    const placed = await placeListing(p, trx, whole.content, person, {
      status,
      ...(listing && { listing: { id: listing.id, publicId: listing.public_id } }),
    })
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
    return { ok: true, publicId: placed.publicId, status }
  })
  await removePhotoFiles(p, paths)
  return published
}
