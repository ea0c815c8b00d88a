// GDPR article 19: whoever received something of a person is told that it was corrected, was erased or may only be stored.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import { saidYesTo } from '../platform/consent'
import type { Db } from '../platform/db'
import type { Changed, Platform } from '../platform/feature'
import {
  allowedTo,
  consentsOf,
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
  const yes = consentsOf(p.site).length > 0 ? await saidYesTo(db, person) : []
  return recipientNames.filter(
    (name) => received.has(name) || (p.site.recipients[name] && allowedTo(name).some(({ purpose }) => yes.includes(purpose))),
  )
}

/** Who was told that what they have may only be kept, since it began: they are told when it ends. */
const toldToKeep = async (db: Db, person: string): Promise<RecipientName[]> => {
  const rows = await db
    .selectFrom('told')
    .innerJoin('restrictions', 'restrictions.person_id', 'told.person_id')
    .select('recipient')
    .where('told.person_id', '=', person)
    .where('change', '=', 'restricted')
    .whereRef('told.at', '>=', 'restrictions.at')
    .execute()
  const told = new Set(rows.map(({ recipient }) => recipient))
  return recipientNames.filter((name) => told.has(name))
}

/** The address by which others know a person: that of the account. */
async function addressOf(p: Platform, db: Db, person: string): Promise<string | undefined> {
  for (const table of walk(p.site.features)) {
    const [column] =
      Object.entries(table.columns).find(([, { kind, about }]) => kind === 'sealed' && about === 'email.account') ?? []
    if (!column) continue
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table.name)} where ${sql.ref(`${table.name}.${table.subject}`)} = ${person}`.execute(db)
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
  { change, person }: Changed,
  address: string,
): Promise<string> {
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
  for (const { keepsToTell } of p.features) await keepsToTell?.[recipient]?.(p, db, { person, keeper: person_id, keys })
  if (tellerOf(p, recipient)) await p.jobs.send(db, tellJobName, { telling: row.id })
  return row.id
}

/** What tells this recipient by itself, if anything does. */
export const tellerOf = (p: Platform, recipient: RecipientName) =>
  p.features.flatMap(({ tellsLater }) => tellsLater?.[recipient] ?? [])[0]

/** Has those told who received something of a person what became of it, in the transaction of `db`: of an erasure before anything goes, of an address before
 *  it is another, of the end of a restriction while it lasts. `holdings`: of these alone. People are told by mail, companies by a job, the others by
 *  staff. The person reads who is told (article 19, last sentence): under My data, and of an erasure, which leaves nothing to read there, in what this
 *  answers. */
export async function tellRecipients(
  p: Platform,
  db: Db,
  changed: Changed,
  holdings?: readonly HoldingName[],
): Promise<RecipientName[]> {
  const told: RecipientName[] = []
  let address: string | undefined
  const toTell =
    changed.change === 'lifted' ? await toldToKeep(db, changed.person) : await receivedBy(p, db, changed.person, holdings)
  for (const recipient of toTell) {
    if (keepsNothing(recipient)) continue
    let known = false
    for (const { tells } of p.features) {
      const teller = tells?.[recipient]
      if (!teller) continue
      known = true
      if (!(await teller(p, db, changed))) continue
      told.push(recipient)
      await noteTold(p, db, changed, recipient, { id: randomUUID(), told_at: p.clock.now() })
    }
    if (known || (!isCompany(recipient) && recipient !== 'authority')) continue
    address ??= await addressOf(p, db, changed.person)
    if (!address) continue
    const id = await keepToTell(p, db, recipient, changed, address)
    told.push(recipient)
    await noteTold(p, db, changed, recipient, { id, told_at: null })
  }
  return told
}

/** Writes down for the person who is told. Of an erasure nothing stays to read. */
async function noteTold(
  p: Platform,
  db: Db,
  { change, person: person_id }: Changed,
  recipient: RecipientName,
  line: { id: string; told_at: Date | null },
): Promise<void> {
  if (change === 'erased') return
  await db
    .insertInto('told')
    .values({ ...line, person_id, recipient, change, at: p.clock.now() })
    .execute()
}

/** Who was told what of a person, and when; who is still to be told has no moment. The last first. */
export const toldOf = (db: Db, person: string) =>
  db
    .selectFrom('told')
    .select(['recipient', 'change', 'at', 'told_at'])
    .where('person_id', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()

const columns = ['id', 'person_id', 'recipient', 'change', 'email', 'created_at'] as const

/** What is still to be told, the oldest first: what no program tells, and what one has not managed to tell. */
export const waitingTellings = (db: Db) =>
  db.selectFrom('tellings').select(columns).orderBy('created_at').orderBy('id').limit(200).execute()

export const tellingById = (db: Db, id: string) =>
  db.selectFrom('tellings').select(columns).where('id', '=', id).executeTakeFirst()
