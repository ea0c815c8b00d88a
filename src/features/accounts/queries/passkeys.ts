import type { Insertable } from 'kysely'
import type { Db } from '../../../platform/db'
import type { BlindIndex, Database, Sealed } from '../../../register'

const passkey = ['id', 'person_id', 'credential', 'label', 'created_at'] as const

export const passkeysOf = (db: Db, person: string) =>
  db.selectFrom('passkeys').select(passkey).where('person_id', '=', person).orderBy('created_at').orderBy('id').execute()

export const passkeyCount = async (db: Db, person: string): Promise<number> =>
  (await db.selectFrom('passkeys').select('id').where('person_id', '=', person).execute()).length

/** Answers false for a passkey that is somebody's already. */
export const insertPasskey = async (db: Db, row: Insertable<Database['passkeys']>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('passkeys')
    .values(row)
    .onConflict((conflict) => conflict.column('credential_key').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** A passkey by its id as the browser says it, with the language of its owner. */
export const passkeyByKey = (db: Db, key: BlindIndex<'passkey.account'>) =>
  db
    .selectFrom('passkeys')
    .innerJoin('accounts', 'accounts.person_id', 'passkeys.person_id')
    .select(['passkeys.id', 'passkeys.person_id', 'passkeys.credential', 'accounts.language'])
    .where('passkeys.credential_key', '=', key)
    .executeTakeFirst()

export const updatePasskey = (db: Db, id: string, credential: Sealed<'passkey.account'>) =>
  db.updateTable('passkeys').set({ credential }).where('id', '=', id).execute()

export const deletePasskey = async (db: Db, person: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('passkeys')
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export const deletePasskeysOf = (db: Db, person: string) => db.deleteFrom('passkeys').where('person_id', '=', person).execute()
