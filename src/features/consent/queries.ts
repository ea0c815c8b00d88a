import { type Selectable, sql } from 'kysely'
import type { Whose } from '../../platform/consent'
import type { Db } from '../../platform/db'
import { type AskedOf, askedOf, type Database, type PurposeName } from '../../register'

export type Consent = Selectable<Database['consents']>
export type Link = Selectable<Database['consent_chain']>

const columns = [
  'id',
  'person_id',
  'browser',
  'purpose',
  'given',
  'how',
  'text_hash',
  'version',
  'language',
  'at',
  'seq',
] as const

/** The last link of the chain, closed for others until the transaction of `db` is over. Undefined when there is none yet. */
export async function lastLink(db: Db): Promise<Link | undefined> {
  await sql`lock table consent_chain in share row exclusive mode`.execute(db)
  return db.selectFrom('consent_chain').select(['seq', 'row', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

export async function addConsents(db: Db, consents: readonly Consent[], links: readonly Link[]): Promise<void> {
  await db.insertInto('consents').values(consents).execute()
  await db.insertInto('consent_chain').values(links).execute()
}

export const allLinks = (db: Db): Promise<Link[]> =>
  db.selectFrom('consent_chain').select(['seq', 'row', 'hash']).orderBy('seq').execute()

export const allConsents = (db: Db): Promise<Consent[]> => db.selectFrom('consents').select(columns).orderBy('seq').execute()

export const consentById = (db: Db, id: string): Promise<Consent | undefined> =>
  db.selectFrom('consents').select(columns).where('id', '=', id).executeTakeFirst()

/** The number of the privacy statement that holds; 0 when none was published. */
export async function versionNow(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('statement_versions')
    .select((of) => of.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** When each of these was answered last: by this browser, or for this account. */
export const lastAnswers = (
  db: Db,
  { browser, person }: Whose,
  asks: readonly PurposeName[],
): Promise<Pick<Consent, 'purpose' | 'given' | 'at'>[]> => {
  const of = (where: AskedOf) => asks.filter((purpose) => askedOf(purpose) === where)
  return db
    .selectFrom('consents')
    .select(['purpose', 'given', 'at'])
    .distinctOn('purpose')
    .where(
      sql<boolean>`(browser = ${browser} and purpose = any(${of('browser')}::text[])) or (person_id = ${person}::uuid and purpose = any(${of('account')}::text[]))`,
    )
    .orderBy('purpose')
    .orderBy('seq', 'desc')
    .execute()
}

/** Whether this person is still held. */
export async function isHere(db: Db, person: string): Promise<boolean> {
  const found = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Every answer given in a browser that this person was signed in with, but for what is held: an earlier one of that browser would hold again without theirs. */
export async function forgetBrowsersOf(db: Db, person: string, now: Date): Promise<void> {
  const browsers = db.selectFrom('consents').select('browser').where('person_id', '=', person).where('browser', 'is not', null)
  const held = db.selectFrom('holds').select('held_row').where('held_table', '=', 'consents').where('until', '>', now)
  await db.deleteFrom('consents').where('browser', 'in', browsers).where('id', 'not in', held).execute()
}
