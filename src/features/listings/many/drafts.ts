import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import type { Typed } from '../../../platform/forms'
import type { Language } from '../../../std/words'
import type { ListingContent } from '../content'
import { aboutOf, type Draft, draftFromIn, editDraftIn, newDraft, openDrafts } from '../draft'
import type { Field } from '../import/fields'
import { refusals } from '../law'
import { draftRows, givePhoto, photosOf, removeDraft } from '../queries'
import { findingsIn, stepsOf, typedFrom } from '../steps'
import type { Fault } from './mend'
import type { OwnRow } from './queries'

/** What can be read of a line that may not go online as it is: of an advert that is there (`row`), or of a new one. `amiss`: what cannot. */
export type ForDraft = { content: ListingContent; row?: OwnRow | undefined; amiss?: readonly Fault[] }

/** The columns whose own words a draft can keep, by the name of the answer that they become; of all others the answer is still to be given. */
const keeps = new Map<Field, string>([
  ['city', 'town'],
  ...(['postcode', 'street', 'rent', 'charges', 'deposit', 'size', 'title', 'text'] as const).map(
    (name) => [name, name] as const,
  ),
])

/** The answers of a draft with what could not be read as it was written: the wizard says there what is wrong with it. */
const asWritten = (typed: Typed, amiss: readonly Fault[]): Typed => ({
  ...typed,
  ...Object.fromEntries(
    amiss.flatMap(({ field, value }) => {
      const kept = keeps.get(field)
      return kept ? [[kept, value]] : field in typed ? [[field, '']] : []
    }),
  ),
})

/** One's drafts, opened. */
export const draftsOf = async (p: Platform, db: Db, person: string): Promise<Draft[]> =>
  openDrafts(p, db, await draftRows(db, person))

/** The draft of this name in one's file. */
export const draftNamed = (drafts: readonly Draft[], reference: string): Draft | undefined =>
  drafts.find((draft) => draft.listingId === null && draft.reference === reference)

/** Keeps a line as a draft, to be put right page by page: one for each advert, however often its file is read in. */
export async function keepDraft(
  p: Platform,
  trx: Db,
  person: string,
  reference: string,
  { content, row, amiss = [] }: ForDraft,
  drafts: readonly Draft[],
  language: Language,
): Promise<void> {
  const typed = asWritten(typedFrom(content, aboutOf(p, language)), amiss)
  const about = aboutOf(p, language, { house: null, typed, asksAdvertiser: false })
  const holds = stepsOf(typed, about).filter(
    (step) => step.errors(typed, about).length === 0 && refusals(findingsIn(typed, about, step.name)).length === 0,
  )
  // A file has no photos: that page is still to be gone through.
  const done = holds.map(({ name }) => name).filter((name) => name !== 'photos')
  const former = row ? drafts.find(({ listingId }) => listingId === row.id) : draftNamed(drafts, reference)
  if (!row && !former) await newDraft(p, trx, person, { typed, photos: [], done, reference })
  else {
    const id = former?.id ?? (await draftFromIn(p, trx, person, row?.public_id ?? '', language, false))
    await editDraftIn(p, trx, id, person, (was) => ({ ...was, typed: { ...was.typed, ...typed }, done }))
  }
}

/** The advert is there now: its photos go along, and its draft goes. */
export async function endDraft(trx: Db, draft: Draft, listing: string): Promise<void> {
  const there = await photosOf(trx, { draft: draft.id })
  for (const [position, id] of draft.photos.entries())
    if (there.some((photo) => photo.id === id)) await givePhoto(trx, id, listing, position)
  await removeDraft(trx, draft.id)
}
