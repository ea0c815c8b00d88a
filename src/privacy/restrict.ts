import { randomUUID } from 'node:crypto'
import { days } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Feature, Platform } from '../platform/feature'
import { missing } from '../platform/http/refusal'
import type { JobSpec } from '../platform/jobs'
import { queueAgain } from '../platform/mail'
import { type RestrictionGround, restrictionGrounds } from '../register'
import { tellRecipients } from './tell'

const noted = { restricted: 'restricted', lifted: 'restriction.lifted' } as const

/** The mail that announces it. */
const lifting = 'desk.lifting'

/** How long before it happens a lifting is announced (GDPR article 18(3)). */
const announced = days(3)

/** Waits for whatever is being done with a person's data, and keeps the next from beginning, until the transaction of `db` is over. Throws a refusal
 *  (404) for who has ended. */
export async function lockPerson(db: Db, person: string): Promise<void> {
  const found = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', person)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw missing()
}

/** Restricts a person's data (GDPR article 18): from the commit on they are stored and nothing else is done with them, on every node. Staff say why, and
 *  the person is told by mail. One that is being lifted goes on. */
export async function restrict(
  p: Platform,
  person: string,
  { ground, reason = '', byStaff = false }: { ground: RestrictionGround; reason?: string; byStaff?: boolean },
): Promise<void> {
  await p.db.transaction().execute(async (trx) => {
    await lockPerson(trx, person)
    const keys = await p.vault.keysToSeal(trx, person, ['service'])
    const row = { id: randomUUID(), person_id: person }
    const made = await trx
      .insertInto('restrictions')
      .values({
        ...row,
        ...keys.seal('restrictions', row, { reason: reason || null }),
        ground,
        by_staff: byStaff,
        at: p.clock.now(),
      })
      .onConflict((conflict) => conflict.column('person_id').doNothing())
      .returning('id')
      .execute()
    p.ledger.note(trx, noted.restricted, person, { ground, by: byStaff ? 'staff' : 'person' })
    if (made.length === 0) await trx.updateTable('restrictions').set({ lifts_at: null }).where('person_id', '=', person).execute()
    else await tellRecipients(p, trx, { change: 'restricted', person })
    if (made.length > 0 && byStaff) await p.mail.queue(trx, person, 'desk.restricted')
  })
}

/** What restricts a person's data, opened for them; undefined when nothing does. */
export async function restrictionOf(p: Platform, person: string) {
  const row = await p.db
    .selectFrom('restrictions')
    .select(['id', 'person_id', 'ground', 'reason', 'by_staff', 'at', 'lifts_at'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!row) return undefined
  const { reason } = (await p.vault.keys(p.db, [person])).bind('restrictions', row)
  return { ground: row.ground, byStaff: row.by_staff, at: row.at, liftsAt: row.lifts_at, reason: reason?.open('rights') ?? null }
}

/** Lifts a restriction: everything is as it was, and the mails that waited leave. Does nothing where there is none. */
export async function lift(p: Platform, person: string): Promise<void> {
  await p.db.transaction().execute(async (trx) => {
    await lockPerson(trx, person)
    await tellRecipients(p, trx, { change: 'lifted', person })
    const gone = await trx.deleteFrom('restrictions').where('person_id', '=', person).returning('id').execute()
    if (gone.length === 0) return
    p.ledger.note(trx, noted.lifted, person)
    await queueAgain(p, trx, person)
  })
}

/** Says to a person that their restriction is lifted in three days (article 18(3)); what else they want they can do before then. */
export async function announceLifting(p: Platform, person: string): Promise<void> {
  await p.db.transaction().execute(async (trx) => {
    await lockPerson(trx, person)
    const told = await trx
      .updateTable('restrictions')
      .set({ lifts_at: new Date(p.clock.now().getTime() + announced) })
      .where('person_id', '=', person)
      .where('lifts_at', 'is', null)
      .returning('id')
      .execute()
    if (told.length > 0) await p.mail.queue(trx, person, lifting)
  })
}

/** Lifts what was announced long enough ago, once that mail has left: nothing is lifted of who does not know (article 18(3)). */
export async function liftDue(p: Platform): Promise<void> {
  const due = await p.db
    .selectFrom('restrictions')
    .select('person_id')
    .where('lifts_at', '<=', p.clock.now())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox')
            .select('outbox.id')
            .whereRef('outbox.person_id', '=', 'restrictions.person_id')
            .where('template', '=', lifting)
            .where('sent_at', 'is', null),
        ),
      ),
    )
    .execute()
  for (const { person_id } of due) await lift(p, person_id)
}

export const liftJob = (p: Platform): JobSpec => ({ name: 'privacy.lifting', cron: '*/10 * * * *', work: () => liftDue(p) })

/** What the ledger says was restricted and lifted, done again in a database that was put back: nobody is told twice, and what was written about it is lost. */
export const restrictionsAgain: NonNullable<Feature['replay']> = {
  [noted.restricted]: async (_p, db, { person, detail, at }) => {
    const ground = restrictionGrounds.find((one) => one === detail.ground)
    const there = await db.selectFrom('people').select('id').where('id', '=', person).executeTakeFirst()
    if (!ground || !there) return
    await db
      .insertInto('restrictions')
      .values({ id: randomUUID(), person_id: person, ground, by_staff: detail.by === 'staff', at: new Date(at) })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ lifts_at: null }))
      .execute()
  },
  [noted.lifted]: async (p, db, { person }) => {
    await db.deleteFrom('restrictions').where('person_id', '=', person).execute()
    await queueAgain(p, db, person)
  },
}
