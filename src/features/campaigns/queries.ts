import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import { consentedTo } from '../../platform/consent'
import type { Db } from '../../platform/db'
import type { BlindIndex, Database, PurposeName, Sealed } from '../../register'

const contact = ['id', 'person_id', 'number', 'at'] as const

export const contactOf = (db: Db, person: string) =>
  db.selectFrom('campaign_contacts').select(contact).where('person_id', '=', person).executeTakeFirst()

export const contactById = (db: Db, id: string) =>
  db.selectFrom('campaign_contacts').select(contact).where('id', '=', id).executeTakeFirst()

export const contactsNumbered = (db: Db, keys: readonly BlindIndex<'number.campaigns'>[]) =>
  keys.length === 0
    ? Promise.resolve([])
    : db.selectFrom('campaign_contacts').select(contact).where('number_key', 'in', keys).execute()

/** Writes down that something of a person goes there now. Answers the row, of before or made now. */
export const noteGiven = (db: Db, row: Insertable<Database['campaign_contacts']> & { at: Date }) =>
  db
    .insertInto('campaign_contacts')
    .values(row)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ at: row.at }))
    .returning(contact)
    .executeTakeFirstOrThrow()

export const numberContact = (
  db: Db,
  id: string,
  number: { number: Sealed<'number.campaigns'>; number_key: BlindIndex<'number.campaigns'> },
) => db.updateTable('campaign_contacts').set(number).where('id', '=', id).execute()

export const deleteContact = (db: Db, id: string) => db.deleteFrom('campaign_contacts').where('id', '=', id).execute()

/** Those who said yes and are not there, and those who are there and did not. */
export async function astray(db: Db, purpose: PurposeName): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select accounts.person_id as person from accounts
    left join campaign_contacts on campaign_contacts.person_id = accounts.person_id
    where case when ${purpose} = any(${consentedTo('accounts.person_id')}) then campaign_contacts.number is null
      else campaign_contacts.id is not null end`.execute(db)
  return rows.map(({ person }) => person)
}

/** Waits until nobody else is busy with what the company knows of this person, until the transaction of `db` is over. */
export const inTurn = (db: Db, person: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('campaigns ' || ${person}, 0))`.execute(db)

export const insertTelling = (db: Db, row: Insertable<Database['campaign_tellings']>) =>
  db.insertInto('campaign_tellings').values(row).execute()

export const tellingOf = (db: Db, keeper: string) =>
  db
    .selectFrom('campaign_tellings')
    .select(['id', 'person_id', 'number', 'at'])
    .where('person_id', '=', keeper)
    .executeTakeFirst()
