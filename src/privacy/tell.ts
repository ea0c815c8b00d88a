// GDPR article 19: whoever received something of a person is told that it was corrected, was erased or may only be stored.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import { saidYesTo } from '../platform/consent'
import type { Db } from '../platform/db'
import type { Changed, Platform } from '../platform/feature'
import {
  allowedTo,
  asksFor,
  type HoldingName,
  isCompany,
  keepsNothing,
  Opaque,
  type RecipientName,
  recipientNames,
} from '../register'
import { walk } from './walk'

/** The job that tells a company. */
export const tellJobName = 'privacy.tell'

/** Who received something of a person, by the ledger, and who may have it because the person said yes. Not who the law forbids to tell the person of: that is
 *  theirs once the silence has ended. */
async function receivedBy(
  p: Platform,
  db: Db,
  person: string,
  holdings: readonly HoldingName[] | undefined,
): Promise<RecipientName[]> {
  const { rows } = await sql<{ recipient: string }>`
    select distinct recipient from disclosures where person_id = ${person}
    and (silent_until is null or silent_until < ${dayOf(p.clock.now())}::date)
    and ${holdings ? sql`holdings && ${[...holdings]}::text[]` : sql`true`}`.execute(db)
  const received = new Set(rows.map(({ recipient }) => recipient))
  const yes = asksFor(p.site.recipients).length > 0 ? await saidYesTo(db, person) : []
  return recipientNames.filter(
    (name) => received.has(name) || (p.site.recipients[name] && allowedTo(name).some(({ purpose }) => yes.includes(purpose))),
  )
}

/** The address by which others know a person: that of the account. */
async function addressOf(p: Platform, db: Db, person: string): Promise<string | undefined> {
  for (const table of walk(p.site.features)) {
    const [column] =
      Object.entries(table.columns).find(([, { kind, about }]) => kind === 'sealed' && about === 'email.account') ?? []
    if (!column || !table.subject) continue
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table.name)} where ${sql.ref(table.subject)} = ${person}`.execute(db)
    const [row] = rows
    if (row?.[column] instanceof Opaque)
      return (await p.vault.keys(db, [person])).bindRow(table.name, row)[column]?.open('rights')
  }
  return undefined
}

/** Keeps an address under a key of its own until a recipient has been told. */
async function keepToTell(
  p: Platform,
  db: Db,
  recipient: RecipientName,
  change: Changed['change'],
  address: string,
): Promise<void> {
  const { id: person_id, keys } = await p.vault.newPerson(db, ['farewell'])
  const row = { id: randomUUID(), person_id }
  await db
    .insertInto('tellings')
    .values({
      ...row,
      ...keys.seal('tellings', row, { email: address }),
      email_key: p.vault.index('tellings.email_key', address),
      recipient,
      change,
      created_at: p.clock.now(),
    })
    .execute()
  if (tellerOf(p, recipient)) await p.jobs.send(db, tellJobName, { telling: row.id })
}

/** What tells this recipient by itself, if anything does. */
export const tellerOf = (p: Platform, recipient: RecipientName) =>
  p.features.flatMap(({ tellsLater }) => tellsLater?.[recipient] ?? [])[0]

/** Has those told who received something of a person what became of it, in the transaction of `db`: of an erasure before anything goes, of an address before
 *  it is another. `holdings`: of these alone. People are told by mail, companies by a job, the others by staff. Answers who is told, for the person
 *  (article 17(2)). */
export async function tellRecipients(
  p: Platform,
  db: Db,
  changed: Changed,
  holdings?: readonly HoldingName[],
): Promise<RecipientName[]> {
  const told: RecipientName[] = []
  let address: string | undefined
  for (const recipient of await receivedBy(p, db, changed.person, holdings)) {
    if (keepsNothing(recipient)) continue
    let known = false
    for (const { tells } of p.features) {
      const teller = tells?.[recipient]
      if (!teller) continue
      known = true
      if (await teller(p, db, changed)) told.push(recipient)
    }
    if (known || (!isCompany(recipient) && recipient !== 'authority')) continue
    address ??= await addressOf(p, db, changed.person)
    if (!address) continue
    await keepToTell(p, db, recipient, changed.change, address)
    told.push(recipient)
  }
  return told
}

const columns = ['id', 'person_id', 'recipient', 'change', 'email', 'created_at'] as const

/** What is still to be told, the oldest first: what no program tells, and what one has not managed to tell. */
export const waitingTellings = (db: Db) =>
  db.selectFrom('tellings').select(columns).orderBy('created_at').orderBy('id').limit(200).execute()

export const tellingById = (db: Db, id: string) =>
  db.selectFrom('tellings').select(columns).where('id', '=', id).executeTakeFirst()
