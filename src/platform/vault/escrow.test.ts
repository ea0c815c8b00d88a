import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days } from '../clock'
import { escrowIn, lockTo, newPair, unlock, unlockWith } from './escrow'
import { renewKeys } from './renew'

const room = mkdtempSync(join(tmpdir(), 'huisrecht-escrow-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))
async function* each(parts: readonly Uint8Array[]) {
  yield* parts
}
const all = async (parts: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(parts))

describe('K27 G3: what the escrow keeps', () => {
  test('opens with the private half alone, which is not on the disk', async () => {
    const escrow = escrowIn(join(room, 'one'))
    const since = new Date('2026-11-21T04:40:00.123Z')
    const secret = Buffer.from('the key of an epoch, 32 bytes...')
    expect(await escrow.put('epoch-7', since, secret)).toBe(false)
    expect(await escrow.list()).toEqual([])
    const { identity, recipient } = await newPair()
    await escrow.keepRecipient(recipient)
    expect(await escrow.recipient()).toBe(recipient)
    expect(await escrow.put('epoch-7', since, secret)).toBe(true)
    expect(await escrow.put('epoch-7', since, secret)).toBe(true)
    const [kept, ...others] = await escrow.list()
    expect(others).toEqual([])
    expect(kept).toMatchObject({ name: 'epoch-7', since })
    const locked = readFileSync(kept?.file ?? '')
    expect(locked.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /)
    expect(await unlock(identity, locked)).toEqual(secret)
    await expect(unlock((await newPair()).identity, locked)).rejects.toThrow()
    for (const entry of readdirSync(room, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      expect(bytes.includes(secret) || bytes.includes(identity)).toBe(false)
    }
  })

  test('goes when its days are over, and not a day before', async () => {
    const escrow = escrowIn(join(room, 'two'))
    await escrow.keepRecipient((await newPair()).recipient)
    const since = new Date('2026-11-21T04:40:00Z')
    await escrow.put('epoch-1', since, Buffer.from('one'))
    const night = (n: number, minutes = 0) => new Date(since.getTime() + days(n) + minutes * 60_000)
    expect(await escrow.cull(night(34, 30), 35)).toBe(0)
    // A night that begins some minutes early does not keep it for another day.
    expect(await escrow.cull(night(35, -46), 35)).toBe(0)
    expect(await escrow.cull(night(35, -44), 35)).toBe(1)
    expect(await escrow.list()).toEqual([])
  })

  test('as a stream: what was changed or cut off does not open', async () => {
    const { identity, recipient } = await newPair()
    const plain = [Buffer.alloc(100_000, 'an'), Buffer.from('bart')]
    const locked = await all(lockTo(recipient, each(plain)))
    expect(await all(unlockWith([identity], each([locked.subarray(0, 7), locked.subarray(7)])))).toEqual(Buffer.concat(plain))
    const changed = Buffer.from(locked)
    changed[90_000] = (changed[90_000] ?? 0) ^ 1
    for (const wrong of [changed, locked.subarray(0, -20), locked.subarray(0, 65_600)])
      await expect(all(unlockWith([identity], each([wrong])))).rejects.toThrow()
  })
})

describe('the renewal', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())
  const renew = () => renewKeys(site.p.db, site.p.keys, site.clock.now(), site.p.site.backupDays)

  test('without an escrow key destroys the old key for good; with one the private half opens it for as many days as backups last', async () => {
    const { keys } = site.p
    await renew()
    expect(await keys.escrow.list()).toEqual([])
    const { identity, recipient } = await newPair()
    await keys.escrow.keepRecipient(recipient)
    const epoch = await keys.epoch(2)
    const opened = site.clock.now()
    site.clock.pass(days(1))
    await renew()
    const [kept] = await keys.escrow.list()
    expect(kept).toMatchObject({ name: 'epoch-2', since: opened })
    expect(await unlock(identity, readFileSync(kept?.file ?? ''))).toEqual(epoch)
    site.clock.pass(days(33))
    await renew()
    expect((await keys.escrow.list()).map(({ name }) => name)).toContain('epoch-2')
    site.clock.pass(days(1))
    await renew()
    expect((await keys.escrow.list()).map(({ name }) => name)).not.toContain('epoch-2')
  })

  test('writes no key of an epoch anywhere in the open', async () => {
    const { keys, config } = site.p
    const open = await site.p.db.selectFrom('key_epochs').select('id').executeTakeFirstOrThrow()
    const key = await keys.epoch(open.id)
    if (!key) throw new Error('the epoch is open')
    await renew()
    writeFileSync(join(config.keysDir, 'control'), key)
    const holding = readdirSync(config.keysDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(key))
      .map(({ name }) => name)
    expect(holding).toEqual(['control'])
  })
})
