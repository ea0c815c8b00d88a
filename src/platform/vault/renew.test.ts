import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { days } from '../clock'
import { newPair, unlock } from './escrow'
import { SealBroken, unwrap } from './index'
import { openVault } from './open'
import { type KeyProvider, keyFolder } from './provider'
import { renewJob, renewKeys } from './renew'
import { type TestVault, testVault } from './testing'

let site: TestVault
beforeAll(async () => {
  site = await testVault()
})
afterAll(() => site.close())

const backupDays = 35
const epochFiles = () => readdirSync(join(site.keysDir, 'epochs')).sort()
const renew = (provider: KeyProvider = site.keys) => renewKeys(site.db, provider, site.clock.now(), backupDays)
const keyRows = () => site.db.selectFrom('person_keys').select(['id', 'person_id', 'class', 'epoch_id', 'wrapped']).execute()
const epochRows = async () =>
  (await site.db.selectFrom('key_epochs').select(['id', 'closed_at']).orderBy('id').execute()).map(({ id }) => id)

/** An address that waits to be confirmed, of a new person. */
async function pending(address: string) {
  const { db, vault, clock } = site
  const { id: person_id, keys } = await vault.newPerson(db, ['service'])
  const id = randomUUID()
  const row = { id, person_id, ...keys.seal('email_changes', { id, person_id }, { email: address }) }
  await db
    .insertInto('email_changes')
    .values({ ...row, email_key: vault.index('email_changes.email_key', address), created_at: clock.now() })
    .execute()
  return row
}
const opened = async (row: Awaited<ReturnType<typeof pending>>, vault = site.vault) =>
  (await vault.keys(site.db, [row.person_id])).bind('email_changes', row).email.open('serviceMail')

describe('K27 G3 Q12, A-CRY 72: the renewal of the keys', () => {
  test('wraps every key anew, and everything opens as before', async () => {
    const an = await pending('an@example.org')
    const before = await keyRows()
    const [old = 0] = await epochRows()
    expect(await renew()).toEqual({ epoch: old + 1, wrapped: before.length, ended: [old] })
    expect(await epochRows()).toEqual([old + 1])
    expect(epochFiles()).toEqual([`${old + 1}.key`])
    expect((await keyRows()).every((row) => row.epoch_id === old + 1)).toBe(true)
    expect(await opened(an)).toBe('an@example.org')
    expect(await opened(await pending('bart@example.org'))).toBe('bart@example.org')
  })

  test('A-ERA 29: a key that was deleted before it does not open after it, with an old dump and every key that is left', async () => {
    const bart = await pending('bart@example.org')
    const dump = (await keyRows()).filter((row) => row.person_id === bart.person_id)
    await site.vault.destroyKeys(site.db, bart.person_id, ['service'])
    const now = async () => (await epochRows()).map((id) => site.keys.epoch(id))
    const opens = async () => {
      const [row] = dump
      if (!row) throw new Error('the dump has the key')
      for (const key of await Promise.all(await now())) if (key) unwrap(key, row)
    }
    await expect(opens()).resolves.toBeUndefined()
    await renew()
    await expect(opens()).rejects.toThrow(SealBroken)
    // Also when the row is said to lie under the epoch that is there now.
    for (const row of dump) row.epoch_id = (await epochRows())[0] ?? 0
    await expect(opens()).rejects.toThrow(SealBroken)
  })

  test('the old key is overwritten where it lay before its name goes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huisrecht-test-keys-'))
    await cp(site.keysDir, folder, { recursive: true })
    const [id = 0] = await epochRows()
    const { open } = await import('node:fs/promises')
    const file = join(folder, 'epochs', `${id}.key`)
    const before = await readFile(file)
    const handle = await open(file)
    await keyFolder(folder).destroyEpoch(id)
    expect(existsSync(file)).toBe(false)
    const after = Buffer.alloc(before.length)
    await handle.read(after, 0, after.length, 0)
    await handle.close()
    expect(after.equals(before)).toBe(false)
    await expect(keyFolder(folder).destroyEpoch(id)).resolves.toBeUndefined()
    await rm(folder, { recursive: true })
  })

  test('another program that runs on the same keys goes on, without a restart', async () => {
    const an = await pending('an@example.org')
    const other = await openVault(site.db, keyFolder(site.keysDir), () => {})
    expect(await opened(an, other)).toBe('an@example.org')
    for (let night = 0; night < 2; night++) {
      await renew()
      expect(await opened(an, other)).toBe('an@example.org')
      const { id, keys } = await other.newPerson(site.db, ['service'])
      expect(keys.seal('email_changes', { id: randomUUID(), person_id: id }, { email: 'x' }).email).toBeDefined()
    }
  })

  test.each(['createEpoch', 'epoch', 'destroyEpoch'] as const)('broken off at %s, it is finished the next time', async (step) => {
    const an = await pending('an@example.org')
    const broken = { ...site.keys, [step]: () => Promise.reject(new Error('the disk is full')) }
    await expect(renew(broken)).rejects.toThrow('the disk is full')
    expect(await opened(an)).toBe('an@example.org')
    const late = await pending('carla@example.org')
    const done = await renew()
    expect(await epochRows()).toEqual([done?.epoch])
    expect(epochFiles()).toEqual([`${done?.epoch}.key`])
    expect([await opened(an), await opened(late)]).toEqual(['an@example.org', 'carla@example.org'])
  })

  test('is done by one program at a time', async () => {
    const [before = 0] = await epochRows()
    const both = await Promise.all([renew(), renew()])
    expect(both.filter(Boolean).map((done) => done?.epoch)).toEqual([before + 1])
  })

  test('whoever reads one moment of everything reads it to the end', async () => {
    const an = await pending('an@example.org')
    let renewing: Promise<unknown> | undefined
    const text = await site.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        await sql`select 1 from people`.execute(trx)
        const [old = 0] = await epochRows()
        renewing = renew()
        while ((await keyRows()).some((row) => row.epoch_id === old)) await new Promise((done) => setTimeout(done, 10))
        // As long as somebody looks back, it does not end.
        await Promise.race([renewing, new Promise((done) => setTimeout(done, 300))])
        const fresh = await openVault(site.db, keyFolder(site.keysDir), () => {})
        return (await fresh.keys(trx, [an.person_id])).bind('email_changes', an).email.open('serviceMail')
      })
    expect(text).toBe('an@example.org')
    await renewing
  })
})

describe('a renewal that cannot be', () => {
  test('without a root, or without the key of an epoch that still wraps some, is broken off and says why', async () => {
    const an = await pending('an@example.org')
    await expect(renew({ ...site.keys, root: async () => undefined })).rejects.toThrow('there is no root key')
    const [old = 0] = await epochRows()
    const lost = { ...site.keys, epoch: async (id: number) => (id === old ? undefined : site.keys.epoch(id)) }
    await expect(renew(lost)).rejects.toThrow(`epoch ${old} still wraps keys, and its own is gone`)
    expect(await opened(an)).toBe('an@example.org')
    await renew()
    expect(await opened(an)).toBe('an@example.org')
  })
})

describe('the job of the night', () => {
  test('renews, leaves room where keys lay, and trims the ledger to what a backup may need; one program alone tells of it', async () => {
    const [before = 0] = await epochRows()
    const { length: wrapped } = await keyRows()
    const trimmed: [unknown, Date][] = []
    const told: unknown[] = []
    const both: Promise<void>[] = []
    const p = {
      ...site,
      site: { backupDays },
      // Who has the lock is at it until the other has seen that.
      keys: { ...site.keys, createEpoch: (id: number) => Promise.race(both).then(() => site.keys.createEpoch(id)) },
      ledger: { trim: async (db: unknown, to: Date) => void trimmed.push([db, to]) },
      log: (...line: unknown[]) => void told.push(line),
    }
    const job: ReturnType<typeof renewJob> = Reflect.apply(renewJob, undefined, [p])
    expect(job).toMatchObject({ name: 'keys.renew', cron: '40 4 * * *' })
    const vacuums = async () => {
      const stats = sql<{ n: number }>`select vacuum_count as n from pg_stat_user_tables where relname = 'person_keys'`
      return (await stats.execute(site.db)).rows[0]?.n
    }
    const vacuumed = (await vacuums()) ?? expect.fail('the table is there')
    const work = () => job.work({}, new AbortController().signal)
    both.push(work(), work())
    await Promise.all(both)
    expect(told).toEqual([['keys.renewed', { epoch: before + 1, wrapped }]])
    const to = new Date(site.clock.now().getTime() - days(backupDays + 7))
    expect(trimmed).toEqual([
      [site.db, to],
      [site.db, to],
    ])
    expect(await vacuums()).toBe(vacuumed + 1)
  })
})

describe('what the renewal leaves', () => {
  test('without an escrow key destroys the old key for good; with one the private half opens it for as many days as backups last', async () => {
    const { keys } = site
    await renew()
    expect(await keys.escrow.list()).toEqual([])
    const { identity, recipient } = await newPair()
    await keys.escrow.keepRecipient(recipient)
    const { id } = await site.db.selectFrom('key_epochs').select('id').executeTakeFirstOrThrow()
    const epoch = await keys.epoch(id)
    const opened = site.clock.now()
    site.clock.pass(days(1))
    await renew()
    const [kept] = await keys.escrow.list()
    expect(kept).toMatchObject({ name: `epoch-${id}`, since: opened })
    expect(await unlock(identity, readFileSync(kept?.file ?? ''))).toEqual(epoch)
    site.clock.pass(days(33))
    await renew()
    expect((await keys.escrow.list()).map(({ name }) => name)).toContain(`epoch-${id}`)
    site.clock.pass(days(1))
    await renew()
    expect((await keys.escrow.list()).map(({ name }) => name)).not.toContain(`epoch-${id}`)
  })

  test('writes no key of an epoch anywhere in the open', async () => {
    const { keys, keysDir } = site
    const open = await site.db.selectFrom('key_epochs').select('id').executeTakeFirstOrThrow()
    const key = await keys.epoch(open.id)
    if (!key) throw new Error('the epoch is open')
    await renew()
    writeFileSync(join(keysDir, 'control'), key)
    const holding = readdirSync(keysDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(key))
      .map(({ name }) => name)
    expect(holding).toEqual(['control'])
  })

  test('broken off after it destroyed a key, it has nothing left to keep of it, and ends', async () => {
    const { keys } = site
    await keys.escrow.keepRecipient((await newPair()).recipient)
    const late = async (id: number) => {
      await keys.destroyEpoch(id)
      throw new Error('the power is gone')
    }
    const kept = async () => (await keys.escrow.list()).map(({ name }) => name)
    await expect(renew({ ...keys, destroyEpoch: late })).rejects.toThrow('the power is gone')
    const [gone] = await epochRows()
    expect(await kept()).toContain(`epoch-${gone}`)
    const done = await renew()
    expect(done?.ended).toHaveLength(2)
    expect(await epochRows()).toEqual([done?.epoch])
  })
})
