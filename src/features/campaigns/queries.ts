import type { ExpressionBuilder, Insertable } from 'kysely'
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

/** A turn to speak with the company about a person: nobody else has one before it is given back, or `until` has passed. */
export type Turn = { now: Date; until: Date }
const isFree = (is: ExpressionBuilder<Database, 'campaign_contacts'>, { now }: Pick<Turn, 'now'>) =>
  is.or([is('campaign_contacts.busy_until', 'is', null), is('campaign_contacts.busy_until', '<=', now)])

/** Takes the turn, and writes down that something of a person goes there now. Answers the row, of before or made now; undefined while somebody else has the turn. */
export const noteGiven = (db: Db, row: Pick<Insertable<Database['campaign_contacts']>, 'id' | 'person_id'>, turn: Turn) =>
  db
    .insertInto('campaign_contacts')
    .values({ ...row, at: turn.now, busy_until: turn.until })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet({ at: turn.now, busy_until: turn.until })
        .where((is) => isFree(is, turn)),
    )
    .returning(contact)
    .executeTakeFirst()

/** The same of a person of whom nothing goes there; undefined also where nothing ever did. */
export const takeTurn = (db: Db, person: string, turn: Turn) =>
  db
    .updateTable('campaign_contacts')
    .set({ busy_until: turn.until })
    .where('person_id', '=', person)
    .where((is) => isFree(is, turn))
    .returning(contact)
    .executeTakeFirst()

/** Gives the turn back, if it is still one's own. */
export const giveTurnBack = (db: Db, person: string, { until }: Turn) =>
  db
    .updateTable('campaign_contacts')
    .set({ busy_until: null })
    .where('person_id', '=', person)
    .where('busy_until', '=', until)
    .execute()

export const numberContact = (
  db: Db,
  id: string,
  number: { number: Sealed<'number.campaigns'>; number_key: BlindIndex<'number.campaigns'> },
) => db.updateTable('campaign_contacts').set(number).where('id', '=', id).execute()

/** Whose turn it is knows nobody there any more. */
export const deleteContact = (db: Db, id: string, { until }: Turn) =>
  db.deleteFrom('campaign_contacts').where('id', '=', id).where('busy_until', '=', until).execute()

/** It knows nobody by the number of this row: unless somebody speaks with it about them now, and may have another. */
export const forgetContact = (db: Db, id: string, now: Date) =>
  db
    .deleteFrom('campaign_contacts')
    .where('id', '=', id)
    .where((is) => isFree(is, { now }))
    .execute()

/** Those who said yes and are not there, and those who are there and did not. */
export async function astray(db: Db, purpose: PurposeName): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select accounts.person_id as person from accounts
    left join campaign_contacts on campaign_contacts.person_id = accounts.person_id
    where case when ${purpose} = any(${consentedTo('accounts.person_id')}) then campaign_contacts.number is null
      else campaign_contacts.id is not null end`.execute(db)
  return rows.map(({ person }) => person)
}

export const insertTelling = (db: Db, row: Insertable<Database['campaign_tellings']>) =>
  db.insertInto('campaign_tellings').values(row).execute()

export const tellingOf = (db: Db, keeper: string) =>
  db
    .selectFrom('campaign_tellings')
    .select(['id', 'person_id', 'number', 'at'])
    .where('person_id', '=', keeper)
    .executeTakeFirst()
