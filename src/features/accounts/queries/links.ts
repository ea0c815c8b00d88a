import type { Db } from '../../../platform/db'
import { type LinkKind, Opaque } from '../../../register'
import { deleteEmailChange } from './email-changes'

export const insertLink = (
  db: Db,
  row: { id: string; person_id: string; kind: LinkKind; token_hash: Buffer; created_at: Date; expires_at: Date },
) => db.insertInto('links').values(row).execute()

export const linkByToken = (db: Db, kind: LinkKind, hash: Buffer, now: Date) =>
  db
    .selectFrom('links')
    .select('person_id')
    .where('token_hash', '=', new Opaque(hash))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/** Two presses of the button at once: the row is locked by the first, and the second finds it used. */
export const spendLink = (db: Db, kind: LinkKind, hash: Buffer, now: Date) =>
  db
    .updateTable('links')
    .set({ used_at: now })
    .where('token_hash', '=', new Opaque(hash))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst()

export const deleteLinksOf = (db: Db, person: string) => db.deleteFrom('links').where('person_id', '=', person).execute()

/** Links to a mailbox that is no longer the account's, or asked for by who had the former password. */
export const forgetMailLinks = async (db: Db, person: string) => {
  await deleteLinksOf(db, person)
  await deleteEmailChange(db, person)
}
