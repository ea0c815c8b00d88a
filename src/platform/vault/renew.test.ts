import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { signedUp } from '../../features/accounts/testing'
import { SealBroken, unwrap } from './index'
import { openVault } from './open'
import { type KeyProvider, keyFolder } from './provider'
import { renewKeys } from './renew'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const epochFiles = () => readdirSync(join(site.p.config.keysDir, 'epochs')).sort()
const renew = (provider: KeyProvider = site.p.keys) => renewKeys(site.p.db, provider, site.clock.now(), site.p.site.backupDays)
const keyRows = () => site.p.db.selectFrom('person_keys').select(['id', 'person_id', 'class', 'epoch_id', 'wrapped']).execute()
const epochRows = async () =>
  (await site.p.db.selectFrom('key_epochs').select(['id', 'closed_at']).orderBy('id').execute()).map(({ id }) => id)

/** An address that waits to be confirmed, of a new person. */
async function pending(address: string) {
  const { db, vault, clock } = site.p
  const { id: person_id, keys } = await vault.newPerson(db, ['service'])
  const id = randomUUID()
  const row = { id, person_id, ...keys.seal('email_changes', { id, person_id }, { email: address }) }
  await db
    .insertInto('email_changes')
    .values({ ...row, email_key: vault.index('email_changes.email_key', address), created_at: clock.now() })
    .execute()
  return row
}
const opened = async (row: Awaited<ReturnType<typeof pending>>, vault = site.p.vault) =>
  (await vault.keys(site.p.db, [row.person_id])).bind('email_changes', row).email.open('serviceMail')

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
    await site.p.vault.destroyKeys(site.p.db, bart.person_id, ['service'])
    const now = async () => (await epochRows()).map((id) => site.p.keys.epoch(id))
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
    await cp(site.p.config.keysDir, folder, { recursive: true })
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
    const other = await openVault(site.p.db, keyFolder(site.p.config.keysDir), () => {})
    expect(await opened(an, other)).toBe('an@example.org')
    for (let night = 0; night < 2; night++) {
      await renew()
      expect(await opened(an, other)).toBe('an@example.org')
      const { id, keys } = await other.newPerson(site.p.db, ['service'])
      expect(keys.seal('email_changes', { id: randomUUID(), person_id: id }, { email: 'x' }).email).toBeDefined()
    }
  })

  test.each(['createEpoch', 'epoch', 'destroyEpoch'] as const)('broken off at %s, it is finished the next time', async (step) => {
    const an = await pending('an@example.org')
    const broken = { ...site.p.keys, [step]: () => Promise.reject(new Error('the disk is full')) }
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
    const text = await site.p.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        await sql`select 1 from people`.execute(trx)
        const [old = 0] = await epochRows()
        renewing = renew()
        while ((await keyRows()).some((row) => row.epoch_id === old)) await new Promise((done) => setTimeout(done, 10))
        const fresh = await openVault(site.p.db, keyFolder(site.p.config.keysDir), () => {})
        return (await fresh.keys(trx, [an.person_id])).bind('email_changes', an).email.open('serviceMail')
      })
    expect(text).toBe('an@example.org')
    await renewing
  })

  test('no request fails meanwhile', async () => {
    const { db, vault } = site.p
    const people = await Promise.all([1, 2, 3].map((n) => signedUp(site, { firstName: `An${n}` })))
    for (let n = 0; n < 30; n++) await Promise.all(Array.from({ length: 10 }, () => vault.newPerson(db, ['service', 'messages'])))
    const rounds = { done: 0, statuses: new Map<number, number>() }
    let over = false
    const visits = people.map(async ({ visitor }) => {
      while (!over) {
        for (const path of ['/nl/account', '/nl/messages']) {
          const { status } = await visitor.get(path)
          rounds.statuses.set(status, (rounds.statuses.get(status) ?? 0) + 1)
        }
        const { id } = await vault.newPerson(db, ['service'])
        await vault.keysToSeal(db, id, ['messages', 'security'])
        rounds.done++
      }
    })
    for (let night = 0; night < 3; night++) await renew()
    const seen = rounds.done
    over = true
    await Promise.all(visits)
    expect(seen).toBeGreaterThan(4)
    expect([...rounds.statuses.keys()]).toEqual([200])
    expect(site.logged.join('\n')).not.toContain('seal_broken')
  }, 60_000)
})
