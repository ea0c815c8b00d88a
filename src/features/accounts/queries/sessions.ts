import type { Db } from '../../../platform/db'
import { isRestricted } from '../../../platform/people'
import { Opaque, type Sealed } from '../../../register'

/** The session behind one of these tokens, with what every page wants to know of its person. */
export const sessionOf = (db: Db, hashes: readonly Buffer[]) =>
  db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.person_id', 'sessions.person_id')
    .leftJoin('staff', 'staff.person_id', 'sessions.person_id')
    .select([
      'sessions.id',
      'sessions.person_id',
      'sessions.stay',
      'sessions.by_link',
      'sessions.created_at',
      'sessions.last_used_at',
      'sessions.second_factor_at',
      'accounts.last_seen_on',
      'staff.role',
    ])
    .select(isRestricted('sessions.person_id').as('restricted'))
    .where(
      'sessions.token_hash',
      'in',
      hashes.map((hash) => new Opaque(hash)),
    )
    .orderBy('sessions.last_used_at', 'desc')
    .execute()

export const insertSession = (
  db: Db,
  row: { id: string; person_id: string; token_hash: Buffer; stay: boolean; by_link: boolean; created_at: Date },
) =>
  db
    .insertInto('sessions')
    .values({ ...row, last_used_at: row.created_at })
    .execute()

export const touchSession = (db: Db, id: string, now: Date) =>
  db.updateTable('sessions').set({ last_used_at: now }).where('id', '=', id).execute()

export const deleteSessions = (db: Db, hashes: readonly Buffer[]) =>
  db
    .deleteFrom('sessions')
    .where(
      'token_hash',
      'in',
      hashes.map((hash) => new Opaque(hash)),
    )
    .execute()

/** Ends a person's sessions, but for one that may stay. */
export const deleteSessionsOf = (db: Db, person: string, but: string | null) =>
  db
    .deleteFrom('sessions')
    .where('person_id', '=', person)
    .$if(but !== null, (query) => query.where('id', '!=', but ?? ''))
    .execute()

/** A person's sessions that were used since: those that end with the browser, and those that stay. */
export const sessionsOf = (db: Db, person: string, since: { session: Date; stay: Date }) =>
  db
    .selectFrom('sessions')
    .select(['id', 'stay', 'by_link', 'created_at', 'last_used_at'])
    .where('person_id', '=', person)
    .where((eb) =>
      eb.or([
        eb('stay', '=', false).and('last_used_at', '>', since.session),
        eb('stay', '=', true).and('last_used_at', '>', since.stay),
      ]),
    )
    .orderBy('last_used_at', 'desc')
    .execute()

/** The row of the sign-in before goes: one address per person (K6). */
export const replaceLastSignIn = (db: Db, row: { id: string; person_id: string; ip: Sealed<'ip.lastSession'>; at: Date }) =>
  db
    .insertInto('last_sign_ins')
    .values(row)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ id: row.id, ip: row.ip, at: row.at }))
    .execute()

export const lastSignIn = (db: Db, person: string) =>
  db.selectFrom('last_sign_ins').select(['id', 'person_id', 'ip', 'at']).where('person_id', '=', person).executeTakeFirst()
