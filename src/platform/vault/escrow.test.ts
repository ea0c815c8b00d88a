import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { days } from '../clock'
import { escrowIn, lockTo, newPair, recipientOf, unlock, unlockWith } from './escrow'

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
    expect(kept?.file).toBe(join(room, 'one', 'escrow', 'epoch-7.20261121T044000.123Z.age'))
    const locked = readFileSync(kept?.file ?? '')
    expect(await kept?.read()).toEqual(locked)
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
    expect(await escrow.cull(new Date(+night(35, -45) - 1), 35)).toBe(0)
    expect(await escrow.cull(night(35, -45), 35)).toBe(1)
    expect(await escrow.list()).toEqual([])
  })

  test('is listed with the oldest first, and nothing else that lies there', async () => {
    const folder = join(room, 'three')
    const escrow = escrowIn(folder)
    await escrow.keepRecipient((await newPair()).recipient)
    const on = (day: string) => new Date(`${day}T04:40:00Z`)
    for (const [name, day] of [
      ['epoch-2', '2026-11-22'],
      ['epoch-3', '2026-11-23'],
      ['epoch-1', '2026-11-21'],
      ['backup-20261120T033000Z', '2026-11-20'],
      ['epoch-9', '2026-11-19'],
    ] as const)
      await escrow.put(name, on(day), Buffer.from(name))
    for (const stray of ['note.txt', '1epoch-8.20261101T044000.000Z.age', 'epoch-8.20261101T044000.000Z.age.new', 'epoch-8.age'])
      writeFileSync(join(folder, 'escrow', stray), '')
    expect((await escrow.list()).map(({ name, since }) => [name, since])).toEqual([
      ['epoch-9', on('2026-11-19')],
      ['backup-20261120T033000Z', on('2026-11-20')],
      ['epoch-1', on('2026-11-21')],
      ['epoch-2', on('2026-11-22')],
      ['epoch-3', on('2026-11-23')],
    ])
  })

  test('takes another public half in the place of the one before, in folders that only the owner enters', async () => {
    const folder = join(room, 'not', 'there', 'yet')
    const escrow = escrowIn(folder)
    expect(await escrow.recipient()).toBeUndefined()
    for (const { identity, recipient } of [await newPair(), await newPair()]) {
      await escrow.keepRecipient(recipient)
      expect([await escrow.recipient(), await recipientOf(identity)]).toEqual([recipient, recipient])
    }
    await escrow.put('epoch-1', new Date(), Buffer.from('one'))
    for (const entered of [folder, join(folder, 'escrow')]) expect(statSync(entered).mode & 0o777).toBe(0o700)
    await expect(recipientOf('none')).rejects.toThrow()
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
