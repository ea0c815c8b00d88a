// The nightly renewal of the key that wraps people's keys. What ended before it cannot be opened after it: docs/decisions/0010.
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { days } from '../clock'
import type { Db } from '../db'
import type { Platform } from '../feature'
import type { JobSpec } from '../jobs'
import { unwrap, wrap } from './index'
import { checkOf } from './open'
import type { KeyProvider } from './provider'

/** So many keys in one transaction, so that nobody waits for a rotation. */
const batch = 500

export type Renewed = { epoch: number; wrapped: number; ended: number[] }

/** Opens the next epoch and closes the one before. Whoever is making keys under that one is waited for; who comes after finds it closed. */
async function next(db: Db, provider: KeyProvider, root: Buffer, now: Date): Promise<{ id: number; key: Buffer }> {
  const open = await db.selectFrom('key_epochs').select('id').where('closed_at', 'is', null).executeTakeFirstOrThrow()
  const id = open.id + 1
  // Before the row that names it: a rotation that is broken off here leaves a key that wraps nothing, and the next one takes it.
  const key = await provider.createEpoch(id)
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('key_epochs').set({ closed_at: now }).where('id', '=', open.id).execute()
    await trx
      .insertInto('key_epochs')
      .values({ id, opened_at: now, key_check: checkOf(root, key) })
      .execute()
  })
  return { id, key }
}

/** Wraps the next keys that lie under an older epoch. Answers how many; those that somebody is deleting at this moment wait. */
const wrapSome = (db: Db, provider: KeyProvider, epoch: { id: number; key: Buffer }): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('person_keys')
      .select(['id', 'person_id', 'class', 'epoch_id', 'wrapped'])
      .where('epoch_id', '<', epoch.id)
      .orderBy('epoch_id')
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    const old = new Map<number, Buffer>()
    for (const id of new Set(rows.map((row) => row.epoch_id))) {
      const key = await provider.epoch(id)
      if (!key) throw new Error(`epoch ${id} still wraps keys, and its own is gone`)
      old.set(id, key)
    }
    const fresh = rows.map((row) => wrap(epoch.key, { ...row, epoch_id: epoch.id }, unwrap(old.get(row.epoch_id) as Buffer, row)))
    await sql`
      update person_keys set epoch_id = ${epoch.id}, wrapped = fresh.wrapped
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${fresh}::bytea[]) as fresh (id, wrapped)
      where person_keys.id = fresh.id`.execute(trx)
    return rows.length
  })

const isWrapping = async (db: Db, epoch: number): Promise<boolean> =>
  (await db.selectFrom('person_keys').select('id').where('epoch_id', '<', epoch).limit(1).executeTakeFirst()) !== undefined

/** Waits until nobody reads an earlier moment, in which keys lie under the old epoch: a copy of somebody's data reads one moment of everything.
 *  A minute is the most: who reads for longer is broken off, and begins again. */
async function nobodyLooksBack(db: Db): Promise<void> {
  const { mark } = await db.selectNoFrom(sql<string>`pg_current_xact_id()::text`.as('mark')).executeTakeFirstOrThrow()
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await sql`
      select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and age(backend_xmin) >= age(${mark}::xid8::xid) limit 1`.execute(db)
    if (rows.length === 0) return
    await pause(100)
  }
}

/** Ends the epochs that wrap nothing any more: what backups of their days need goes to the escrow, if there is one. */
async function settle(db: Db, provider: KeyProvider, open: number): Promise<number[]> {
  const closed = await db.selectFrom('key_epochs').select(['id', 'opened_at']).where('id', '<', open).orderBy('id').execute()
  for (const { id, opened_at } of closed) {
    const key = await provider.epoch(id)
    if (key) await provider.escrow.put(`epoch-${id}`, opened_at, key)
    await provider.destroyEpoch(id)
    await db.deleteFrom('key_epochs').where('id', '=', id).execute()
  }
  return closed.map(({ id }) => id)
}

/** Renews the key that wraps people's keys, while everybody goes on: a new epoch, every key wrapped under it, the old one destroyed but for
 *  what the escrow keeps of it for `backupDays`. What an earlier renewal left, this one ends. Answers undefined when another program is doing
 *  it at this moment. */
export const renewKeys = (db: Db, provider: KeyProvider, now: Date, backupDays: number): Promise<Renewed | undefined> =>
  db.connection().execute(async (one) => {
    // The lock belongs to this connection, and goes with it.
    const lock = sql<boolean>`pg_try_advisory_lock(hashtext('huisrecht renew'))`
    const { mine } = await one.selectNoFrom(lock.as('mine')).executeTakeFirstOrThrow()
    if (!mine) return undefined
    try {
      const root = await provider.root()
      if (!root) throw new Error('there is no root key')
      const epoch = await next(db, provider, root, now)
      let wrapped = 0
      while (await isWrapping(db, epoch.id)) {
        const some = await wrapSome(db, provider, epoch)
        wrapped += some
        if (some === 0) await pause(50)
      }
      // Plain: dead rows make room for new ones without a lock. VACUUM FULL would let everybody wait behind the slowest reader, and gain
      // nothing: what it would take off the disk cannot be opened once the epoch is gone.
      await sql`vacuum person_keys`.execute(one)
      await nobodyLooksBack(one)
      const ended = await settle(db, provider, epoch.id)
      await provider.escrow.cull(now, backupDays)
      return { epoch: epoch.id, wrapped, ended }
    } finally {
      await sql`select pg_advisory_unlock(hashtext('huisrecht renew'))`.execute(one)
    }
  })

/** After the backup of the night, so that a backup never lies under an epoch that was opened after it. */
export const renewJob = (p: Platform): JobSpec => ({
  name: 'keys.renew',
  cron: '40 4 * * *',
  work: async () => {
    const renewed = await renewKeys(p.db, p.keys, p.clock.now(), p.site.backupDays)
    // No backup is older, nor any database that could be behind.
    await p.ledger.trim(p.db, new Date(p.clock.now().getTime() - days(p.site.backupDays + 7)))
    if (renewed) p.log('keys.renewed', { epoch: renewed.epoch, wrapped: renewed.wrapped })
  },
})
