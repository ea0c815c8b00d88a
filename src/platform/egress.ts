import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  type Allowed,
  askedOf,
  type HoldingName,
  hasPurpose,
  isCompany,
  type PurposesFor,
  type PurposesOf,
  type RecipientName,
  recipients,
  whileRestricted,
} from '../register'
import { type Db, prepared } from './db'
import type { Platform } from './feature'
import { isStopped, mustStay, whoRest } from './people'
import { type Held, Stopped } from './vault'

type What<R extends RecipientName, P> = { [H in Allowed<R, P>]?: Held<H> }

/** The register does not allow this recipient this for that, or the site does not name the company that it would be. */
export class DisclosureRefused extends Error {
  readonly code = 'disclosure_refused'
}

/** The lines of the ledger that a transaction wrote, for who must take them back. */
const written = new WeakMap<Db, string[]>()

/** What leaves for a try that may fail: `run` says to whom, in a transaction. Answers what it answers, and how to take its lines out of the ledger when nothing went after all. */
export async function disclosing<T>(db: Db, run: (db: Db) => Promise<T>): Promise<{ told: T; takeBack(): Promise<void> }> {
  const { told, lines } = await db.transaction().execute(async (trx) => {
    const told = await run(trx)
    return { told, lines: written.get(trx) ?? [] }
  })
  return {
    told,
    async takeBack() {
      if (lines.length > 0) await db.deleteFrom('disclosures').where('id', 'in', lines).execute()
    },
  }
}

/** The one door through which something of a person leaves to another: opens what the recipient may have for the purpose, and writes
 *  it down for the person to see. Throws DisclosureRefused when the register does not allow it or the site names no company for it, a refusal
 *  (404) for who has ended, and Stopped for who has their data restricted, objected to the purpose, or did not consent to one that needs it. */
export async function disclose<R extends RecipientName, P extends PurposesFor<R>, W extends What<R, P>>(
  { site, clock }: Pick<Platform, 'site' | 'clock'>,
  db: Db,
  person: string,
  to: R,
  purpose: P,
  what: W,
): Promise<{ [H in keyof W]: string }> {
  if (!hasPurpose(site, purpose)) throw new DisclosureRefused(`the site asks nobody's consent to ${purpose}`)
  if (isCompany(to) && !site.recipients[to]) throw new DisclosureRefused(`the site names nobody as ${to}`)
  const may = (recipients[to].may as Partial<Record<string, readonly string[]>>)[purpose]
  if (!may) throw new DisclosureRefused(`${to} may have nothing for ${purpose}`)
  const given = Object.values(what).filter((held) => held !== undefined) as Held<HoldingName>[]
  for (const held of given)
    if (!may.includes(held.holding) || held.personId !== person)
      throw new DisclosureRefused(`${to} may not have ${held.holding} for ${purpose}`)
  const opened = Object.fromEntries(given.map((held) => [held.holding, held.open(purpose as PurposesOf<HoldingName>)]))
  const holdings = given.map((held) => held.holding)
  const id = randomUUID()
  // Whoever restricts locks the person first: what is decided while this waits is seen by the statement after it.
  await mustStay(db, person)
  const stops = whileRestricted.includes(purpose) ? sql`false` : isStopped('people.id', purpose)
  const added = await sql`
    insert ${prepared} into disclosures (id, person_id, recipient, purpose, holdings, at)
    select ${id}::uuid, id, ${to}, ${purpose}, ${holdings}::text[], ${clock.now()}::timestamptz
    from people where id = ${person} and not ${stops}`.execute(db)
  if (added.numAffectedRows !== 1n)
    throw new Stopped((await whoRest(db, [person])).has(person) ? 'restriction' : askedOf(purpose) ? 'consent' : 'objection')
  written.set(db, [...(written.get(db) ?? []), id])
  return opened as { [H in keyof W]: string }
}
