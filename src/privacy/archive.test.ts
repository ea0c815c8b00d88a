import { randomBytes, randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import type { Platform } from '../platform/feature'
import { askCopy, copyState, fetchCopy, makeCopy, mintCopyKey } from './archive'
import { copySchema } from './copy-schema'
import { portableSchema } from './portable'
import { batch } from './records'
import { type Filled, fillSite } from './testing'

let site: TestSite
let an: Filled
beforeEach(async () => {
  site = await testSite()
  an = (await fillSite(site.p)).an
})
afterEach(() => site.close())

async function writes(messages: number): Promise<void> {
  const { db, vault, clock } = site.p
  const keys = await db.transaction().execute((trx) => vault.keysToSeal(trx, an.person, ['messages']))
  const at = { person_id: an.person, thread_id: an.ids.get('threads') ?? '', created_at: clock.now() }
  for (let from = 0; from < messages; from += 1000)
    await db
      .insertInto('messages')
      .values(
        Array.from({ length: 1000 }, (_, n) => {
          const id = randomUUID()
          const body = `bericht ${from + n} ${randomBytes(240).toString('base64')}`
          return { id, ...at, ...keys.seal('messages', { id, person_id: an.person }, { body }) }
        }),
      )
      .execute()
}

/** Asks for a copy. Answers its number, and the secret of its link. */
async function asks(): Promise<{ id: string; secret: string }> {
  await askCopy(site.p, an.person, 'nl')
  const id = (await copyState(site.p, an.person))?.id ?? ''
  const secret = await site.p.db.transaction().execute((trx) => mintCopyKey(site.p, trx, id, 'nl'))
  return { id, secret: secret ?? '' }
}

/** The platform, with what is written into the file store passing by on its way. */
const watched = (passing: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>): Platform => ({
  ...site.p,
  files: {
    ...site.p.files,
    write: (path, bytes) => site.p.files.write(path, Symbol.asyncIterator in bytes ? passing(bytes) : bytes),
  },
})

async function fetched(id: string, secret: string): Promise<Record<string, Uint8Array>> {
  const zip = await fetchCopy(site.p, an.person, id, secret)
  expect(zip).toBeDefined()
  return unzipSync(new Uint8Array(await new Response(zip).arrayBuffer()))
}
const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(strFromU8(bytes ?? new Uint8Array()))

describe('K24 K25 G2 A-SAR 25: a copy is made piece by piece', () => {
  test('of twenty thousand messages no more is in memory than a few hundred, and it says how far it is', async () => {
    await writes(20_000)
    const { id, secret } = await asks()
    let rows = 0
    let largest = 0
    const counting = site.p.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        rows += result.rows.length
        largest = Math.max(largest, result.rows.length)
        return result
      },
    })
    const ahead: number[] = []
    const progress: number[] = []
    const p = watched(async function* (bytes) {
      let before = rows
      for await (const piece of bytes) {
        ahead.push(rows - before)
        progress.push((await copyState(site.p, an.person))?.progress ?? -1)
        yield piece
        before = rows
      }
    })
    await makeCopy({ ...p, db: counting }, id, 'nl')
    // Each message is read for three files, of two holdings in two of them.
    expect(rows).toBeGreaterThan(80_000)
    expect(largest).toBeLessThanOrEqual(batch)
    // On the page, which comes last, times of one minute are packed to nothing: many rows to a piece.
    expect(Math.max(...ahead.slice(0, ahead.length / 2))).toBeLessThan(8_000)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(new Set(progress.filter((one) => one > 0 && one < 100)).size).toBeGreaterThan(20)

    const files = await fetched(id, secret)
    const copy = copySchema.parse(json(files['data.json']))
    const bodies = copy.items
      .flatMap(({ holdings }) => holdings)
      .filter(({ holding }) => holding === 'message.thread')
      .flatMap(({ records }) => records.map(({ values }) => String(values.body)))
    expect(new Set(bodies.map((body) => / (\d+) /.exec(body)?.[1])).size).toBe(20_001)
    const portable = portableSchema.parse(json(files['portable.json']))
    expect(portable.items.find(({ holding }) => holding === 'message.thread')?.records).toHaveLength(bodies.length)
    expect(strFromU8(files['index.html'] ?? new Uint8Array()).split('>bericht ').length).toBe(20_001)
  }, 120_000)

  test('one that is broken off halfway leaves nothing that can be read, and is begun anew', async () => {
    await writes(1000)
    const { id, secret } = await asks()
    const barts = await site.p.files.list('copies')
    const halfway = watched(async function* (bytes) {
      let given = 0
      for await (const piece of bytes) {
        yield piece
        given += piece.length
        if (given < 300_000) continue
        const half = (await site.p.files.list('copies')).find(({ name }) => !barts.some((one) => one.name === name))
        const lying = await site.p.files.read(`copies/${half?.name}`)
        expect(lying.length).toBeGreaterThan(100_000)
        for (const readable of ['PK\u0003\u0004', 'data.json', 'bericht', an.person]) expect(lying.includes(readable)).toBe(false)
        throw new Error('the disk is full')
      }
    })
    await expect(makeCopy(halfway, id, 'nl')).rejects.toThrow('the disk is full')
    expect(await site.p.files.list('copies')).toEqual(barts)
    expect((await copyState(site.p, an.person))?.state).toBe('making')
    expect(await fetchCopy(site.p, an.person, id, secret)).toBeUndefined()
    await makeCopy(site.p, id, 'nl')
    expect(Object.keys(await fetched(id, secret))).toContain('data.json')
  })

  test('is of one moment, also when somebody writes meanwhile', async () => {
    await writes(1000)
    const { id, secret } = await asks()
    let written = false
    const p = watched(async function* (bytes) {
      for await (const piece of bytes) {
        if (!written) await writes(1000)
        written = true
        yield piece
      }
    })
    await makeCopy(p, id, 'nl')
    const text = strFromU8((await fetched(id, secret))['index.html'] ?? new Uint8Array())
    expect([written, text.split('>bericht ').length]).toEqual([true, 1001])
  })
})
