import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../../platform/db'
import { isStopped } from '../../platform/people'
import { type BlindIndex, cutoff, type Database, holding } from '../../register'
import type { Language } from '../../std/words'

// ---- who asked, and who said yes ------------------------------------------------------------------------------------------

const signup = ['id', 'person_id', 'email', 'language', 'created_at'] as const

export const insertSignup = (db: Db, row: Insertable<Database['signups']>) => db.insertInto('signups').values(row).execute()

export const signupById = (db: Db, id: string) => db.selectFrom('signups').select(signup).where('id', '=', id).executeTakeFirst()

/** Takes it away: of two that follow one link at once, the second finds nothing. */
export const takeSignup = (db: Db, id: string) =>
  db.deleteFrom('signups').where('id', '=', id).returning(signup).executeTakeFirst()

export const deleteSignupsAt = (db: Db, key: BlindIndex<'email.signup'>) =>
  db.deleteFrom('signups').where('email_key', '=', key).execute()

const subscriber = ['id', 'person_id', 'email', 'language', 'confirmed_at'] as const

/** In the place of any other subscription of this address in this language. */
export async function putSubscriber(db: Db, row: Insertable<Database['subscribers']>): Promise<void> {
  await db.deleteFrom('subscribers').where('email_key', '=', row.email_key).where('language', '=', row.language).execute()
  await db.insertInto('subscribers').values(row).execute()
}

export const subscriberById = (db: Db, id: string) =>
  db.selectFrom('subscribers').select(subscriber).where('id', '=', id).executeTakeFirst()

export const renewSubscriber = (db: Db, id: string, now: Date) =>
  db.updateTable('subscribers').set({ confirmed_at: now }).where('id', '=', id).execute()

export const subscribersAt = (db: Db, key: BlindIndex<'email.newsletter'>) =>
  db.selectFrom('subscribers').select(subscriber).where('email_key', '=', key).execute()

export const subscribersOf = (db: Db, person: string) =>
  db.selectFrom('subscribers').select(subscriber).where('person_id', '=', person).execute()

export const deleteSubscriber = (db: Db, id: string) => db.deleteFrom('subscribers').where('id', '=', id).execute()

/** Nothing is mailed to who is left alone, or whose yes does not hold any more. */
const stopped = isStopped('subscribers.person_id', 'newsletter')

/** How many get what is written in each language. */
export const subscribersByLanguage = async (db: Db): Promise<Map<Language, number>> => {
  const rows = await db
    .selectFrom('subscribers')
    .select(['language', (of) => of.fn.countAll<number>().as('n')])
    .where((is) => is.not(stopped))
    .groupBy('language')
    .execute()
  return new Map(rows.map(({ language, n }) => [language, Number(n)]))
}

// ---- addresses that get none ----------------------------------------------------------------------------------------------

export const addNoMail = (db: Db, mark: string, at: Date) =>
  db
    .insertInto('no_mail')
    .values({ mark, at })
    .onConflict((conflict) => conflict.column('mark').doUpdateSet({ at }))
    .execute()

/** What is over is left out here: of rows that are nobody's no select does so by itself. */
export const noMailOf = (db: Db, mark: string, now: Date) =>
  db
    .selectFrom('no_mail')
    .select(['mark', 'at'])
    .where('mark', '=', mark)
    .where('at', '>', cutoff(holding['noMail.newsletter'].keep, now))
    .executeTakeFirst()

/** Says whether there was one. */
export const deleteNoMail = async (db: Db, mark: string): Promise<boolean> =>
  (await db.deleteFrom('no_mail').where('mark', '=', mark).executeTakeFirst()).numDeletedRows > 0n

// ---- letters --------------------------------------------------------------------------------------------------------------

const letter = [
  'id',
  'article',
  'language',
  'created_at',
  'send_at',
  'began_at',
  'ended_at',
  'title',
  'summary',
  'body',
  'path',
] as const

export const insertLetter = (db: Db, row: Insertable<Database['letters']>) => db.insertInto('letters').values(row).execute()

export const letterById = (db: Db, id: string) => db.selectFrom('letters').select(letter).where('id', '=', id).executeTakeFirst()
export type Letter = NonNullable<Awaited<ReturnType<typeof letterById>>>

/** The same, while nobody else changes it: to be asked in a transaction. */
export const lockLetter = (db: Db, id: string) =>
  db.selectFrom('letters').select(letter).where('id', '=', id).forUpdate().executeTakeFirst()

/** The last of them, the newest first. */
export const latestLetters = (db: Db, many: number) =>
  db.selectFrom('letters').select(letter).orderBy('created_at', 'desc').orderBy('id').limit(many).execute()

export const updateLetter = (db: Db, id: string, set: Updateable<Database['letters']>) =>
  db.updateTable('letters').set(set).where('id', '=', id).execute()

export const deleteLetter = (db: Db, id: string) => db.deleteFrom('letters').where('id', '=', id).execute()

/** What is to leave, or is leaving. */
export const dueLetters = (db: Db, now: Date) =>
  db.selectFrom('letters').select('id').where('send_at', '<=', now).where('ended_at', 'is', null).orderBy('send_at').execute()

/** Some of those who are still to get a letter: of its language, subscribed when it began to leave. */
export const stillToGet = (
  db: Db,
  { id, language, began_at }: { id: string; language: Language; began_at: Date },
  limit: number,
) =>
  db
    .selectFrom('subscribers')
    .select(['id', 'person_id'])
    .where('language', '=', language)
    .where('confirmed_at', '<=', began_at)
    .where((is) => is.not(stopped))
    .where('person_id', 'not in', (of) => of.selectFrom('deliveries').select('person_id').where('letter_id', '=', id))
    .orderBy('id')
    .limit(limit)
    .execute()

export const insertDeliveries = (db: Db, rows: readonly Insertable<Database['deliveries']>[]) =>
  db.insertInto('deliveries').values(rows).execute()

export const deliveriesOf = async (db: Db, letter: string): Promise<number> => {
  const row = await db
    .selectFrom('deliveries')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('letter_id', '=', letter)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
