import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf, hours } from '../../../platform/clock'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import type { Keyring } from '../../../platform/vault'
import type { ListingStatus } from '../../../register/tables/listings'
import type { ListingContent } from '../content'
import type { Finding } from '../law'
import { heldByRules } from '../moderation'
import { placeListing } from '../place'
import { setStatus } from '../queries'
import { contentOfRow, judged } from '../stored'
import { type Change, changed, isSame, type Misfit, type State } from './change'
import { dropUndo, keepUndo, type OwnRow, ownAdvertsNamed, undoOf } from './queries'

/** What becomes of one advert: how it is and how it would be; what the law refuses; what does not fit it. */
export type Outcome = {
  row: OwnRow
  content: ListingContent
  before: State
  after: State
  refused: readonly Finding[]
  /** Somebody looks at it first. */
  held: boolean
  misfits: readonly Misfit[]
  /** Whether anything is done with it. */
  does: boolean
}

const stateOf = (row: OwnRow): State => ({
  rent: row.rent,
  charges: row.charges,
  chargesMode: row.charges_mode,
  availableFrom: row.available_from,
  availableUntil: row.available_until,
  status: row.status,
})

const contentAfter = (content: ListingContent, { status: _, ...after }: State): ListingContent => ({ ...content, ...after })

/** Only what is public, or would be, is judged: what is put away is judged when it comes back. */
function outcomeOf(p: Platform, keys: Keyring, row: OwnRow, after: State, misfits: readonly Misfit[] = []): Outcome {
  const before = stateOf(row)
  const content = contentAfter(contentOfRow(keys, row), after)
  const { refused, against } = judged(p, content, row)
  const isPublic = after.status === 'published'
  return {
    ...{ row, content, before, after, misfits },
    refused: isPublic ? refused : [],
    held: isPublic && against.length > 0,
    does: !isSame(before, after) && !(isPublic && refused.length > 0),
  }
}

/** What a change would do with each of these adverts of one's own. */
export async function foresee(p: Platform, db: Db, person: string, publicIds: readonly string[], change: Change, lock = false) {
  const rows = await ownAdvertsNamed(db, person, publicIds, lock)
  const keys = await p.vault.keys(db, [person])
  const today = dayOf(p.clock.now())
  return rows.map((row): Outcome => {
    // What the desk took away is changed one at a time, and looked at again.
    if (row.status === 'removed') return outcomeOf(p, keys, row, stateOf(row), ['status'])
    const { after, misfits } = changed(stateOf(row), change, today)
    return outcomeOf(p, keys, row, after, misfits)
  })
}

/** Writes an advert of one's own over the former one, in the state it is to have; one that must be looked at first is held. */
export async function replace(
  p: Platform,
  db: Db,
  person: string,
  { row, content, status }: { row: OwnRow; content: ListingContent; status: ListingStatus },
): Promise<void> {
  const { against, cleared } = judged(p, content, row)
  const held = status === 'published' && against.length > 0
  await placeListing(p, db, content, person, {
    status: held ? 'held' : status,
    against: status === 'published' ? against : row.against,
    cleared,
    listing: { id: row.id, publicId: row.public_id },
  })
  if (status !== row.status && !held && status !== 'waiting') await setStatus(db, row.id, status, p.clock.now())
  if (held) await heldByRules(p, db, person, row.id, against)
}

const doings = (outcomes: readonly Outcome[]) => outcomes.filter(({ does }) => does)

const statuses = [
  'waiting',
  'held',
  'published',
  'paused',
  'rented',
  'archived',
  'removed',
] as const satisfies readonly ListingStatus[]
const undoShape = z.array(
  z.object({
    publicId: z.string(),
    state: z.object({
      rent: z.number(),
      charges: z.number().nullable(),
      chargesMode: z.enum(['included', 'fixed', 'provision']).nullable(),
      availableFrom: z.string().nullable(),
      availableUntil: z.string().nullable(),
      status: z.enum(statuses),
    }),
  }),
)

/** Changes adverts of one's own as far as the law and each of them let it; says how many were changed and how many were not. */
export const apply = (p: Platform, person: string, publicIds: readonly string[], change: Change) =>
  p.db.transaction().execute(async (trx) => {
    const outcomes = await foresee(p, trx, person, publicIds, change, true)
    const done = doings(outcomes)
    for (const { row, content, after } of done) await replace(p, trx, person, { row, content, status: after.status })
    if (done.length > 0) {
      const id = randomUUID()
      const keys = await p.vault.keysToSeal(trx, person, ['service'])
      const before = JSON.stringify(done.map(({ row, before: state }) => ({ publicId: row.public_id, state })))
      await keepUndo(trx, {
        ...{ id, person_id: person, made_at: p.clock.now() },
        ...keys.seal('undos', { id, person_id: person }, { before }),
      })
    }
    return { changed: done.length, left: outcomes.length - done.length }
  })

/** For so long the last change can be undone, in milliseconds. */
const undoable = hours(1)
const undoRow = (p: Platform, db: Db, person: string) => undoOf(db, person, new Date(p.clock.now().getTime() - undoable))

export const canUndo = async (p: Platform, person: string): Promise<boolean> => (await undoRow(p, p.db, person)) !== undefined

/** Puts back what the last change did; an advert that was touched since stays as it is. Says how many are as they were. */
export const undo = (p: Platform, person: string): Promise<number> =>
  p.db.transaction().execute(async (trx) => {
    const row = await undoRow(p, trx, person)
    if (!row) return 0
    const keys = await p.vault.keys(trx, [person])
    const former = undoShape.parse(JSON.parse(keys.bind('undos', row).before.open('publishing')))
    const states = new Map(former.map(({ publicId, state }) => [publicId, state]))
    const rows = await ownAdvertsNamed(trx, person, [...states.keys()], true)
    const outcomes = rows
      .filter(({ updated_at }) => updated_at <= row.made_at)
      .map((advert) => outcomeOf(p, keys, advert, states.get(advert.public_id) ?? stateOf(advert)))
    for (const { row: advert, content, after } of doings(outcomes))
      await replace(p, trx, person, { row: advert, content, status: after.status })
    await dropUndo(trx, row.id)
    return doings(outcomes).length
  })
