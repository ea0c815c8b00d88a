// The last mail to somebody of whom nothing else is there any more: its address outlives the account under a key of its own, for as long as the mail server may be tried.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { Held } from '../platform/vault'
import { holding, isHolding, overOn, recipientNames } from '../register'
import { languages } from '../std/words'
import { erase, type Receipt } from './erase'

const line = z.object({ holding: z.string().refine(isHolding), rows: z.number() })
const shape = z.object({
  language: z.enum(languages),
  /** When it was asked for, where staff did it. */
  asked: z.iso.datetime().optional(),
  erased: z.array(line),
  kept: z.array(line.extend({ because: z.enum(['hold', 'farewell', 'leftAlone']), until: z.string() })),
  told: z.array(z.enum(recipientNames)),
})
export type Farewell = z.infer<typeof shape>

/** Queues the last mail, with its address and what it says under a key made for it alone, in the transaction of `db` that erases. Answers what is kept
 *  for that, for the receipt. The person that it is kept as leads back to nobody. */
export async function sayFarewell(
  p: Platform,
  db: Db,
  { address, mail, ...letter }: { address: string; mail: string } & Farewell,
): Promise<Receipt['kept']> {
  const now = p.clock.now()
  const { id: person_id, keys } = await p.vault.newPerson(db, ['farewell'])
  const row = { id: randomUUID(), person_id }
  await db
    .insertInto('farewells')
    .values({
      ...row,
      ...keys.seal('farewells', row, { email: address, letter: JSON.stringify(letter) }),
      email_key: p.vault.index('farewells.email_key', address),
      created_at: now,
    })
    .execute()
  await p.mail.queue(db, person_id, mail, { farewell: row.id })
  const until = dayOf(overOn(holding['email.farewell'].keep, now))
  return [{ holding: 'email.farewell', rows: 1, because: 'farewell', until }]
}

/** What a last mail says and where it goes. Undefined when its term has passed. */
export async function farewellOf(
  p: Platform,
  db: Db,
  person: string,
  id: string,
): Promise<{ to: Held<'email.farewell'>; letter: Farewell } | undefined> {
  const row = await db
    .selectFrom('farewells')
    .select(['id', 'person_id', 'email', 'letter'])
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!row) return undefined
  const { email, letter } = (await p.vault.keys(db, [person])).bind('farewells', row)
  return { to: email, letter: shape.parse(JSON.parse(letter.open('rights'))) }
}

/** What was kept for a last mail goes once it was sent, with its key. */
export const farewellSent = async (p: Platform, person: string): Promise<void> => void (await erase(p, person))
