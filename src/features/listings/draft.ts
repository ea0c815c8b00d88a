import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { type Typed, typedOf } from '../../platform/forms'
import { missing } from '../../platform/http'
import type { Language } from '../../std/words'
import { regionOf } from '../places'
import type { ListingContent } from './content'
import { advertisersSaid } from './evidence/queries'
import { lawOf } from './law'
import { type House, houseShape, houseTyped } from './lookup'
import { addDraft, changeDraft, draftOfListing, draftRow, ownAdvert, ownAdvertById, photosOf } from './queries'
import { type About, type StepName, stepNames, typedFrom } from './steps'
import { contentOfRow } from './stored'
import { locate } from './where'

/** All that was typed, right or wrong; the photos in their order; the steps that were gone through. Kept as one sealed value. */
const shape = z.object({
  typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  photos: z.array(z.string()),
  done: z.array(z.enum(stepNames)),
  /** What its owner calls the advert in a file: the advert is found again by it. */
  reference: z.string().optional(),
})
export type DraftContent = z.output<typeof shape>
export type Draft = DraftContent & {
  id: string
  personId: string
  listingId: string | null
  updatedAt: Date
  house: House | null
  /** Who lets was not said yet. */
  asksAdvertiser: boolean
}

const regionIn = (typed: Typed) => {
  const located = locate({ postcode: typedOf(typed, 'postcode'), town: typedOf(typed, 'town') })
  return located.ok ? regionOf(located.place) : null
}

/** What a step may know beside what was typed: who reads, what day it is, where it is and what the law asks there, who is asked
 *  for the house of this draft and what they said. */
export const aboutOf = (p: Platform, language: Language, draft?: Pick<Draft, 'house' | 'typed' | 'asksAdvertiser'>): About => ({
  language,
  today: dayOf(p.clock.now()),
  asks: p.config.geocoders.map(({ name }) => p.site.recipients[name]?.name ?? name),
  house: draft?.house ?? null,
  region: draft ? regionIn(draft.typed) : null,
  law: lawOf(p.site),
  asksAdvertiser: draft?.asksAdvertiser ?? false,
})

type Row = NonNullable<Awaited<ReturnType<typeof draftRow>>>

/** Drafts as they lie in the database, opened for their owner. */
export async function openDrafts(p: Platform, db: Db, rows: readonly Row[]): Promise<Draft[]> {
  const keys = await p.vault.keys(
    db,
    rows.map((row) => row.person_id),
  )
  const said = await advertisersSaid(
    db,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => {
    const { content, house } = keys.bind('drafts', row)
    return {
      ...shape.parse(JSON.parse(content.open('publishing'))),
      id: row.id,
      personId: row.person_id,
      listingId: row.listing_id,
      updatedAt: row.updated_at,
      asksAdvertiser: !said.has(row.person_id),
      house: house && houseShape.parse(JSON.parse(house.open('publishing'))),
    }
  })
}

const isId = (id: string) => z.uuid().safeParse(id).success

async function findDraft(p: Platform, db: Db, id: string, person: string, lock: boolean): Promise<Draft | undefined> {
  const row = isId(id) ? await draftRow(db, id, person, lock) : undefined
  return row && (await openDrafts(p, db, [row]))[0]
}

/** One's own draft. Throws a refusal (404) when it is another's, or not there. With `lock` no other request changes it meanwhile. */
export async function ownDraft(p: Platform, db: Db, id: string, person: string, lock = false): Promise<Draft> {
  const draft = await findDraft(p, db, id, person, lock)
  if (!draft) throw missing()
  return draft
}

/** The id that the advert has which is made of a draft. */
export const becomes = ({ id, listingId }: Draft): string => listingId ?? id

/** One's own draft, locked, or the advert that it became a moment ago: a button was pressed twice. Throws a refusal (404) when there is neither. */
export async function draftOrAdvert(p: Platform, db: Db, id: string, advertId: string, person: string) {
  const draft = await findDraft(p, db, id, person, true)
  if (draft) return { draft }
  const advert = isId(advertId) ? await ownAdvertById(db, advertId, person) : undefined
  if (!advert) throw missing()
  return { advert }
}

async function seal(p: Platform, db: Db, person: string, id: string, content: DraftContent, house?: House) {
  const keys = await p.vault.keysToSeal(db, person, ['service'])
  const values = { content: JSON.stringify(shape.parse(content)), ...(house ? { house: JSON.stringify(house) } : {}) }
  return keys.seal('drafts', { id, person_id: person }, values)
}

export async function newDraft(
  p: Platform,
  db: Db,
  person: string,
  content: DraftContent,
  { listing = null, house }: { listing?: string | null; house?: House } = {},
) {
  const id = randomUUID()
  const sealed = await seal(p, db, person, id, content, house)
  await addDraft(db, { id, person_id: person, listing_id: listing, updated_at: p.clock.now(), ...sealed })
  return id
}

type Edit = (draft: Draft) => DraftContent | Promise<DraftContent>

/** Changes one's draft within a transaction: no other request changes it meanwhile. */
export async function editDraftIn(p: Platform, trx: Db, id: string, person: string, edit: Edit): Promise<Draft> {
  const draft = await ownDraft(p, trx, id, person, true)
  const content = await edit(draft)
  await changeDraft(trx, id, { updated_at: p.clock.now(), ...(await seal(p, trx, person, id, content)) })
  return { ...draft, ...content }
}

/** Changes one's draft in a transaction of its own: what two tabs send at once is both kept. */
export const editDraft = (p: Platform, id: string, person: string, edit: Edit): Promise<Draft> =>
  p.db.transaction().execute((trx) => editDraftIn(p, trx, id, person, edit))

/** What was typed on one page takes the place of what was typed there before. */
export const withTyped = (typed: Typed, fields: readonly string[], now: Typed): Typed => ({
  ...Object.fromEntries(Object.entries(typed).filter(([field]) => !fields.includes(field))),
  ...Object.fromEntries(Object.entries(now).filter(([field]) => fields.includes(field))),
})

/** What another room of the same house differs in: the copy is asked again for these. */
const differs: readonly StepName[] = ['address', 'kind', 'rent', 'availability', 'photos']

/** A draft that changes an advert, or begins another one from it. Run it in a transaction. */
export async function draftFromIn(
  p: Platform,
  trx: Db,
  person: string,
  publicId: string,
  language: Language,
  copy: boolean,
): Promise<string> {
  const row = await ownAdvert(trx, publicId, person)
  if (!row) throw missing()
  const content: ListingContent = contentOfRow(await p.vault.keys(trx, [person]), row)
  const typed = typedFrom(content, aboutOf(p, language))
  const done = stepNames.filter((name) => !copy || !differs.includes(name))
  const photos = copy ? [] : (await photosOf(trx, { listing: row.id })).map(({ id }) => id)
  // A point that was typed is typed again; one that was looked up is known again.
  const house = { ...houseTyped(typed), found: { point: content.point, accuracy: content.accuracy } }
  return newDraft(
    p,
    trx,
    person,
    { typed, photos, done },
    { listing: copy ? null : row.id, ...(content.accuracy === 'street' ? { house } : {}) },
  )
}
export const draftFrom = (p: Platform, person: string, publicId: string, language: Language, copy: boolean): Promise<string> =>
  p.db.transaction().execute((trx) => draftFromIn(p, trx, person, publicId, language, copy))

/** The advert that a draft changes, as it stands; not one that never was public, or that the desk took away: those have to be whole. */
export async function formerOf(p: Platform, db: Db, { listingId, personId }: Draft): Promise<ListingContent | undefined> {
  const row = listingId === null ? undefined : await ownAdvertById(db, listingId, personId)
  if (!row || row.status === 'waiting' || row.status === 'removed') return undefined
  return contentOfRow(await p.vault.keys(db, [personId]), row)
}

/** The draft that changes an advert: the one that was begun, or a new one. Throws a refusal (404) for another's advert. */
export async function draftToChange(p: Platform, person: string, publicId: string, language: Language): Promise<string> {
  const advert = await ownAdvert(p.db, publicId, person)
  const known = advert && (await draftOfListing(p.db, advert.id, person))
  return known?.id ?? (await draftFrom(p, person, publicId, language, false))
}
