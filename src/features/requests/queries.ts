import type { Insertable } from 'kysely'
import type { Db } from '../../platform/db'
import { cutoff, type Database, holding, Opaque } from '../../register'

// ---- what was asked from a mailbox that is not proved yet ---------------------------------------------------------------

const ask = ['id', 'person_id', 'email', 'kind', 'body', 'language', 'created_at', 'opened_at'] as const

/** What was made before this moment is over, though the sweep may not have been yet. */
const over = (now: Date) => cutoff(holding['email.question'].keep, now)

export const insertAsk = (db: Db, row: Insertable<Database['asks']>) => db.insertInto('asks').values(row).execute()

export const askById = (db: Db, id: string, now: Date) =>
  db.selectFrom('asks').select(ask).where('id', '=', id).where('created_at', '>', over(now)).executeTakeFirst()

export const setAskToken = (db: Db, id: string, hash: Buffer) =>
  db.updateTable('asks').set({ token_hash: hash }).where('id', '=', id).execute()

/** The ask that this link belongs to; `since`: an older one is dead. */
export const askByToken = (db: Db, hash: Buffer, since: Date) =>
  db.selectFrom('asks').select(ask).where('token_hash', '=', new Opaque(hash)).where('created_at', '>', since).executeTakeFirst()

/** Two presses of the button at once: the row is locked by the first, and the second finds no link. */
export const spendAsk = (db: Db, hash: Buffer, since: Date, opened: { browser: Buffer; at: Date }) =>
  db
    .updateTable('asks')
    .set({ token_hash: null, browser_hash: opened.browser, opened_at: opened.at })
    .where('token_hash', '=', new Opaque(hash))
    .where('created_at', '>', since)
    .where('kind', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** The last link that was followed in this browser, since a moment. */
export const openedAsk = (db: Db, browser: Buffer, since: Date) =>
  db
    .selectFrom('asks')
    .select(ask)
    .where('browser_hash', '=', new Opaque(browser))
    .where('opened_at', '>', since)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
