import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Changed, Platform } from '../platform/feature'
import { type HoldingName, type RecipientName, recipientNames } from '../register'

/** Has those told who received something of a person, by the ledger, what became of it (GDPR article 19), in the transaction of `db`: of an erasure before
 *  anything goes. `holdings`: of these alone. Answers who is told, for the person (article 17(2)). */
export async function tellRecipients(
  p: Platform,
  db: Db,
  changed: Changed,
  holdings?: readonly HoldingName[],
): Promise<RecipientName[]> {
  const { rows } = await sql<{ recipient: string }>`
    select distinct recipient from disclosures where person_id = ${changed.person}
    and (silent_until is null or silent_until < ${dayOf(p.clock.now())}::date)
    and ${holdings ? sql`holdings && ${[...holdings]}::text[]` : sql`true`}`.execute(db)
  const received = new Set(rows.map(({ recipient }) => recipient))
  const told: RecipientName[] = []
  for (const recipient of recipientNames.filter((name) => received.has(name)))
    for (const { tells } of p.features) if (await tells?.[recipient]?.(p, db, changed)) told.push(recipient)
  return told
}
