import { randomUUID } from 'node:crypto'
import { type Allowed, type HoldingName, type PurposesFor, type PurposesOf, type RecipientName, recipients } from '../register'
import type { Clock } from './clock'
import type { Db } from './db'
import type { Held } from './vault'

type What<R extends RecipientName, P> = { [H in Allowed<R, P>]?: Held<H> }

/** The register does not allow this recipient this for that. */
export class DisclosureRefused extends Error {
  readonly code = 'disclosure_refused'
}

/** The one door through which something of a person leaves to another: opens what the recipient may have for the purpose, and writes
 *  it down for the person to see. Throws DisclosureRefused when the register does not allow it. */
export async function disclose<R extends RecipientName, P extends PurposesFor<R>, W extends What<R, P>>(
  db: Db,
  clock: Clock,
  person: string,
  to: R,
  purpose: P,
  what: W,
): Promise<{ [H in keyof W]: string }> {
  const may: readonly string[] = (recipients[to].may as Partial<Record<string, readonly string[]>>)[purpose] ?? []
  const given = Object.values(what).filter((held) => held !== undefined) as Held<HoldingName>[]
  for (const held of given)
    if (!may.includes(held.holding) || held.personId !== person)
      throw new DisclosureRefused(`${to} may not have ${held.holding} for ${purpose}`)
  const opened = Object.fromEntries(given.map((held) => [held.holding, held.open(purpose as PurposesOf<HoldingName>)]))
  await db
    .insertInto('disclosures')
    .values({
      id: randomUUID(),
      person_id: person,
      recipient: to,
      purpose,
      holdings: given.map((held) => held.holding),
      at: clock.now(),
    })
    .execute()
  return opened as { [H in keyof W]: string }
}
