import { randomUUID } from 'node:crypto'
import { minutes } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { forbidden, type Viewer } from '../../platform/http'
import { type HoldingName, holding, type PurposeName, type PurposesOf } from '../../register'
import { insertOpening, lastOpening } from './queries'

/** What staff may open something for: a purpose of the register, but not a person's own rights, which privacy/ alone serves. */
export type StaffPurpose = Exclude<PurposeName, 'rights'>
/** The holdings that are held for a purpose. */
export type HeldFor<P extends StaffPurpose> = { [H in HoldingName]: P extends PurposesOf<H> ? H : never }[HoldingName]

export type Opening<P extends StaffPurpose> = {
  person: string
  purpose: P
  /** In the words of the member of staff; the person reads it. */
  reason: string
  holdings: readonly HeldFor<P>[]
  /** Which one, where the person has several: the id of a notice, a conversation. */
  about?: string
}

/** A member of staff sees what was opened for so long; then purpose and reason are asked anew. */
export const openFor = minutes(15)

const isHeldFor = <P extends StaffPurpose>(name: HoldingName, purpose: P): name is HeldFor<P> => {
  const purposes: readonly PurposeName[] = holding[name].for
  return purposes.includes(purpose)
}

/** The same holdings, known to be held for the purpose. Throws when one of them is not. */
export function allHeldFor<P extends StaffPurpose>(holdings: readonly HoldingName[], purpose: P): readonly HeldFor<P>[] {
  const held = holdings.filter((name) => isHeldFor(name, purpose))
  if (held.length < holdings.length) throw new Error(`not all of this is held for ${purpose}`)
  return held
}

/** Writes down, for the person to see, that a member of staff at the desk opens something of theirs. Comes before the opening. Throws a
 *  refusal (403) for who is not at the desk, and an error when a reason is missing or a holding is not held for the purpose. */
export async function openForStaff<P extends StaffPurpose>(
  p: Platform,
  db: Db,
  viewer: Viewer,
  { person, purpose, reason, holdings, about }: Opening<P>,
): Promise<void> {
  if (!viewer.role || !viewer.atDesk) throw forbidden()
  if (reason.trim() === '') throw new Error('nothing is opened without a reason')
  if (allHeldFor(holdings, purpose).length === 0) throw new Error('nothing was named to be opened')
  // What is held of who ended is opened too, and that is written down just the same.
  const keys = await p.vault.keysWhileHeld(db, person, ['service'])
  const row = { id: randomUUID(), person_id: person }
  await insertOpening(db, {
    ...row,
    ...keys.seal('openings', row, { reason }),
    staff_id: viewer.personId,
    purpose,
    holdings: [...holdings],
    target_id: about ?? null,
    at: p.clock.now(),
  })
}

/** Whether this member of staff opened these holdings of the person a moment ago, and for what: the page may still show them. */
export async function openedFor(
  p: Platform,
  db: Db,
  viewer: Viewer,
  person: string,
  holdings: readonly HoldingName[],
  about?: string,
): Promise<string | undefined> {
  const since = new Date(p.clock.now().getTime() - openFor)
  return (await lastOpening(db, { staff: viewer.personId, person, holdings, about, since }))?.purpose
}
