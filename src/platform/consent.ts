// What somebody consented to, as everything that acts on it asks it: the pages, the vault, the door out.
import { type RawBuilder, sql } from 'kysely'
import { askedOf, type PurposeName } from '../register'
import type { Db } from './db'

/** What was answered: yes, or no; nothing where it was not asked, or must be asked again. */
export type Answers = ReadonlyMap<PurposeName, boolean>
/** Whose answers: of a browser, by the keyed hash of its cookie; of a person. */
export type Whose = { browser: string | null; person: string | null }

/** SQL: an answer of that version of the statement is still one: the purpose has not grown since. */
const stillHolds = sql<boolean>`
  last.version >= coalesce((select max(number) from statement_versions where last.purpose = any(asks_again)), 0)`

/** SQL: the purposes that the person in this column said yes to last. For a site that asks: it alone has the table. */
export const consentedTo = (column: string): RawBuilder<string[]> => sql<string[]>`array(
  select purpose from (select distinct on (purpose) purpose, given, version from consents
    where consents.person_id = ${sql.ref(column)} order by purpose, seq desc) as last where given and ${stillHolds})`

/** The purposes that a person said yes to last, also where the purpose grew since: what is held from then is not without a ground yet. */
export async function saidYesTo(db: Db, person: string): Promise<PurposeName[]> {
  const rows = await db
    .selectFrom('consents')
    .select(['purpose', 'given'])
    .distinctOn('purpose')
    .where('person_id', '=', person)
    .orderBy('purpose')
    .orderBy('seq', 'desc')
    .execute()
  return rows.flatMap(({ purpose, given }) => (given ? purpose : []))
}

/** What a browser answered for itself, and a person for their account. */
export async function answersOf(db: Db, { browser, person }: Whose, asks: readonly PurposeName[]): Promise<Answers> {
  const of = (asked: 'browser' | 'account') => asks.filter((purpose) => askedOf(purpose) === asked)
  const { rows } = await sql<{ purpose: PurposeName; given: boolean }>`
    select purpose, given from (select distinct on (purpose) purpose, given, version from consents
      where (browser = ${browser} and purpose = any(${of('browser')}::text[]))
        or (person_id = ${person}::uuid and purpose = any(${of('account')}::text[]))
      order by purpose, seq desc) as last where ${stillHolds}`.execute(db)
  return new Map(rows.map(({ purpose, given }) => [purpose, given]))
}
