import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { daysIn } from './days'
import { overwrite, shred, writeOnce } from './disk'
import { epochsOf } from './epochs'
import { keyFolder } from './provider'
import { newKey, SealBroken } from './seal'

let room: string
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'huisrecht-keys-'))
})
afterEach(() => rm(room, { recursive: true, force: true }))
const modeOf = async (path: string) => (await stat(path)).mode & 0o777

describe('a file that a key lies in', () => {
  test('is written once, for its owner alone; who comes second leaves it as it is, and nothing beside it', async () => {
    const file = join(room, 'a.key')
    await writeOnce(file, 'first')
    await writeOnce(file, 'second')
    expect([await readFile(file, 'utf8'), await modeOf(file), await readdir(room)]).toEqual(['first', 0o400, ['a.key']])
    await expect(writeOnce(join(room, 'nowhere', 'a.key'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('that cannot take its name is not kept under another', async () => {
    await mkdir(join(room, 'a'), { mode: 0o700 })
    // What can be written beside a name of 250 signs cannot take that name and more.
    const long = join(room, 'a', 'k'.repeat(300))
    await expect(writeOnce(long, 'x')).rejects.toThrow()
    expect(await readdir(join(room, 'a'))).toEqual([])
  })

  test('G3: is overwritten where it lies before it goes: who still has it open reads other bytes, as many', async () => {
    const file = join(room, 'a.key')
    await writeOnce(file, 'a key that must be gone')
    const still = await open(file)
    await shred(file)
    const { size } = await still.stat()
    const left = await still.readFile('latin1')
    await still.close()
    expect([size, left.length]).toEqual([23, 23])
    for (const at of [0, 8, 20]) expect(left.slice(at, at + 3)).not.toBe('a key that must be gone'.slice(at, at + 3))
    expect(await readdir(room)).toEqual([])
    await shred(file)
  })

  test('is overwritten to its end, from its beginning', async () => {
    const file = join(room, 'a')
    await writeFile(file, Buffer.alloc(1000))
    const handle = await open(file, 'r+')
    await overwrite(handle)
    await handle.close()
    const bytes = await readFile(file)
    expect(bytes.length).toBe(1000)
    expect([bytes.subarray(0, 8), bytes.subarray(-8)].map((part) => part.every((byte) => byte === 0))).toEqual([false, false])
  })
})

describe('the key of a day', () => {
  const root = newKey()
  const days = () => daysIn(room, async () => root)

  test('is not there until it is made, is the same afterwards, and is gone when it is destroyed', async () => {
    expect([await days().of('2026-11-21'), await days().list()]).toEqual([undefined, []])
    const key = await days().make('2026-11-21')
    expect(key).toHaveLength(32)
    expect([await days().make('2026-11-21'), await days().of('2026-11-21')]).toEqual([key, key])
    expect(await days().make('2026-11-20')).not.toEqual(key)
    expect(await modeOf(join(room, 'days'))).toBe(0o700)
    await writeFile(join(room, 'days', '2026-11-19.key.new'), '')
    await writeFile(join(room, 'days', 'x2026-11-19.key'), '')
    await writeFile(join(room, 'days', 'note.txt'), '')
    expect(await days().list()).toEqual(['2026-11-20', '2026-11-21'])
    for (const day of ['2025-12-31', '2026-11-03', '2024-02-29', '2026-02-01']) {
      await days().make(day)
      expect(await days().list()).toEqual((await days().list()).toSorted())
      await days().destroy(day)
    }
    await days().destroy('2026-11-21')
    await days().destroy('2026-11-21')
    expect([await days().of('2026-11-21'), await days().list()]).toEqual([undefined, ['2026-11-20']])
  })

  test('lies sealed under the root, bound to its day', async () => {
    const key = await days().make('2026-11-21')
    expect(await readFile(join(room, 'days', '2026-11-21.key'), 'utf8')).not.toContain(key.toString('base64url'))
    await rename(join(room, 'days', '2026-11-21.key'), join(room, 'days', '2026-11-22.key'))
    await expect(days().of('2026-11-22')).rejects.toThrow(SealBroken)
    await days().make('2026-11-20')
    await expect(daysIn(room, async () => newKey()).of('2026-11-20')).rejects.toThrow(SealBroken)
  })
})

describe('a folder of keys', () => {
  const folder = () => keyFolder(join(room, 'keys'))

  test('has a root and epochs once they are made, for its owner alone', async () => {
    const keys = folder()
    expect(keys.place).toBe(join(room, 'keys'))
    expect([await keys.root(), await keys.epoch(1), await keys.epochs()]).toEqual([undefined, undefined, []])
    const root = await keys.createRoot()
    expect(root).toHaveLength(32)
    expect([await keys.createRoot(), await keys.root()]).toEqual([root, root])
    const first = await keys.createEpoch(1)
    expect(first).toHaveLength(32)
    expect([await keys.createEpoch(1), await folder().epoch(1)]).toEqual([first, first])
    expect(await keys.createEpoch(12)).not.toEqual(first)
    expect(await modeOf(keys.place)).toBe(0o700)
    expect(await modeOf(join(keys.place, 'epochs', '1.key'))).toBe(0o400)
    expect(await readFile(join(keys.place, 'epochs', '1.key'), 'utf8')).not.toContain(first.toString('base64url'))
  })

  test('says which epochs are there, and since when; one that is destroyed is not', async () => {
    const keys = folder()
    await keys.createRoot()
    await keys.createEpoch(1)
    await keys.createEpoch(12)
    for (const name of ['x3.key', '4.key.new', 'note']) await writeFile(join(keys.place, 'epochs', name), '')
    const since = new Date('2026-11-01T00:00:00Z')
    await utimes(join(keys.place, 'epochs', '12.key'), since, since)
    const found = await keys.epochs()
    expect(found.map(({ id }) => id).sort()).toEqual([1, 12])
    expect(found.find(({ id }) => id === 12)?.since).toEqual(since)
    await keys.destroyEpoch(12)
    await keys.destroyEpoch(12)
    expect([await keys.epoch(12), (await keys.epochs()).map(({ id }) => id)]).toEqual([undefined, [1]])
  })

  test('puts back the key of an epoch in the place of another', async () => {
    const keys = folder()
    await keys.createRoot()
    const [made, old] = [await keys.createEpoch(7), newKey()]
    await keys.restoreEpoch(7, old)
    expect(await keys.epoch(7)).toEqual(old)
    expect(old).not.toEqual(made)
  })

  test('does not take one epoch for another, nor a key for what is none', async () => {
    const keys = folder()
    await keys.createRoot()
    await keys.createEpoch(1)
    await rename(join(keys.place, 'epochs', '1.key'), join(keys.place, 'epochs', '2.key'))
    await expect(keys.epoch(2)).rejects.toThrow(SealBroken)
    await mkdir(join(keys.place, 'epochs', '3.key'))
    await expect(keys.epoch(3)).rejects.toMatchObject({ code: 'EISDIR' })
    const short = keyFolder(join(room, 'short'))
    await mkdir(short.place)
    await writeFile(join(short.place, 'root.key'), newKey().subarray(0, 31).toString('base64url'))
    await expect(short.createEpoch(1)).rejects.toThrow(`${join(short.place, 'root.key')} does not hold a key`)
    await expect(keyFolder(join(room, 'none')).createEpoch(1)).rejects.toThrow('does not hold a key')
  })

  test('has the days beside the epochs, under the same root', async () => {
    const keys = folder()
    await keys.createRoot()
    const key = await keys.days.make('2026-11-21')
    expect(await folder().days.of('2026-11-21')).toEqual(key)
    expect(await readdir(join(keys.place, 'days'))).toEqual(['2026-11-21.key'])
  })
})

describe('the keys of epochs in memory', () => {
  afterEach(() => {
    vi.useRealTimers()
  })
  /** Keys that can be looked at: how often each was asked for. */
  function provider(there: Record<number, Buffer | Error | undefined>) {
    const asked: number[] = []
    return {
      asked,
      there,
      async epoch(id: number) {
        asked.push(id)
        const key = there[id]
        if (key instanceof Error) throw key
        return key
      },
    }
  }

  test('are read once in a minute, each, and those that are not there are left out', async () => {
    vi.useFakeTimers()
    const [one, two] = [newKey(), newKey()]
    const keys = provider({ 1: one, 2: two })
    const epochs = epochsOf(keys)
    expect([...(await epochs.of([1, 2, 1, 3]))]).toEqual([
      [1, one],
      [2, two],
    ])
    expect(keys.asked).toEqual([1, 2, 3])
    await vi.advanceTimersByTimeAsync(59_999)
    await epochs.of([1, 2])
    expect(keys.asked).toEqual([1, 2, 3])
    keys.there[1] = undefined
    await vi.advanceTimersByTimeAsync(1)
    expect([...(await epochs.of([1])).keys()]).toEqual([])
    expect(keys.asked).toEqual([1, 2, 3, 1])
  })

  test('one that was not there, or could not be read, is asked for again at once', async () => {
    const keys = provider({ 2: new Error('the disk') })
    const epochs = epochsOf(keys)
    expect((await epochs.of([1])).size).toBe(0)
    await expect(epochs.of([2])).rejects.toThrow('the disk')
    const [one, two] = [newKey(), newKey()]
    Object.assign(keys.there, { 1: one, 2: two })
    expect([...(await epochs.of([1, 2])).values()]).toEqual([one, two])
  })

  test('two who ask at once ask the disk once', async () => {
    const keys = provider({ 1: newKey() })
    const epochs = epochsOf(keys)
    await Promise.all([epochs.of([1]), epochs.of([1])])
    expect(keys.asked).toEqual([1])
  })

  test('keep no program from ending', async () => {
    const epochs = epochsOf(provider({ 1: newKey() }))
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    await epochs.of([1])
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout')).toHaveLength(before)
  })
})
