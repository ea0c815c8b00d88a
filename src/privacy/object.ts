import { randomUUID } from 'node:crypto'
import type { Feature, Platform } from '../platform/feature'
import { missing } from '../platform/http/refusal'
import { isPurpose, onObjection, type PurposeName } from '../register'
import { lockPerson } from './restrict'

const noted = { objected: 'objected', takenBack: 'objection.takenBack' } as const

/** Objects to a purpose (GDPR article 21(1)), with why where the person says so: it stops from the commit on, but for one that the officer weighs first
 *  and that stopping would defeat. Throws a refusal (404) for a purpose against which the law gives no objection. */
export async function object(p: Platform, person: string, purpose: PurposeName, reason = ''): Promise<void> {
  const effect = onObjection(purpose)
  if (!effect) throw missing()
  await p.db.transaction().execute(async (trx) => {
    await lockPerson(trx, person)
    const keys = await p.vault.keysToSeal(trx, person, ['service'])
    const row = { id: randomUUID(), person_id: person }
    await trx
      .insertInto('objections')
      .values({
        ...row,
        ...keys.seal('objections', row, { reason: reason || null }),
        purpose,
        at: p.clock.now(),
        stops: effect !== 'weighed',
      })
      .onConflict((conflict) => conflict.columns(['person_id', 'purpose']).doNothing())
      .execute()
    p.ledger.note(trx, noted.objected, person, { purpose, stops: effect === 'weighed' ? '' : '1' })
  })
}

/** Takes an objection back: the purpose is served again from the commit on. */
export async function takeObjectionBack(p: Platform, person: string, purpose: PurposeName): Promise<void> {
  await p.db.transaction().execute(async (trx) => {
    await lockPerson(trx, person)
    const gone = await trx
      .deleteFrom('objections')
      .where('person_id', '=', person)
      .where('purpose', '=', purpose)
      .returning('id')
      .execute()
    if (gone.length > 0) p.ledger.note(trx, noted.takenBack, person, { purpose })
  })
}

const columns = ['id', 'person_id', 'purpose', 'reason', 'at', 'stops', 'decided_at', 'answer'] as const

/** What a person objected to, with what the officer answered. */
export async function objectionsOf(p: Platform, person: string) {
  const rows = await p.db.selectFrom('objections').select(columns).where('person_id', '=', person).execute()
  const keys = await p.vault.keys(p.db, [person])
  return rows.map((row) => ({
    purpose: row.purpose,
    at: row.at,
    stops: row.stops,
    waits: row.decided_at === null && onObjection(row.purpose) !== 'stops',
    answer: keys.bind('objections', row).answer?.open('rights') ?? null,
  }))
}

/** The objections that the officer has yet to weigh, the oldest first. */
export async function waitingObjections(p: Platform) {
  const rows = await p.db
    .selectFrom('objections')
    .select(['id', 'purpose', 'at'])
    .where('decided_at', 'is', null)
    .orderBy('at')
    .execute()
  return rows.filter(({ purpose }) => onObjection(purpose) !== 'stops')
}

/** An objection as it lies in the database. */
export const objectionById = (p: Platform, id: string) =>
  p.db.selectFrom('objections').select(columns).where('id', '=', id).executeTakeFirst()

/** Decides on an objection: the purpose stops, or there are compelling grounds to go on, which the person reads. Throws a refusal (404) for one that was
 *  decided or taken back. */
export async function decideObjection(
  p: Platform,
  id: string,
  { stops, answer }: { stops: boolean; answer: string },
): Promise<void> {
  const row = await objectionById(p, id)
  if (!row || onObjection(row.purpose) === 'stops') throw missing()
  await p.db.transaction().execute(async (trx) => {
    await lockPerson(trx, row.person_id)
    const keys = await p.vault.keysToSeal(trx, row.person_id, ['service'])
    const place = { id, person_id: row.person_id }
    const decided = await trx
      .updateTable('objections')
      .set({ ...keys.seal('objections', place, { answer }), stops, decided_at: p.clock.now() })
      .where('id', '=', id)
      .where('decided_at', 'is', null)
      .returning('id')
      .execute()
    if (decided.length === 0) throw missing()
    p.ledger.note(trx, noted.objected, row.person_id, { purpose: row.purpose, stops: stops ? '1' : '', decided: '1' })
    await p.mail.queue(trx, row.person_id, 'desk.objection', { objection: id })
  })
}

/** What the ledger says of objections, done again in a database that was put back. What was written about them is lost. */
export const objectionsAgain: NonNullable<Feature['replay']> = {
  [noted.objected]: async (_p, db, { person, detail: { purpose = '', stops, decided }, at }) => {
    const there = await db.selectFrom('people').select('id').where('id', '=', person).executeTakeFirst()
    if (!isPurpose(purpose) || !there) return
    const now = { stops: stops === '1', decided_at: decided ? new Date(at) : null }
    await db
      .insertInto('objections')
      .values({ id: randomUUID(), person_id: person, purpose, at: new Date(at), ...now })
      .onConflict((conflict) => conflict.columns(['person_id', 'purpose']).doUpdateSet(now))
      .execute()
  },
  [noted.takenBack]: async (_p, db, { person, detail: { purpose = '' } }) => {
    if (isPurpose(purpose))
      await db.deleteFrom('objections').where('person_id', '=', person).where('purpose', '=', purpose).execute()
  },
}
