import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import type { Platform } from '../platform/feature'
import { askCopy, copyJob, copyMail, copyOfLink, copyState, fetchCopy, makeCopy, mintCopyKey } from './archive'
import { tableOf, twoPeople } from './testing'

let site: TestSite
let an: string
let bart: string
beforeEach(async () => {
  site = await testSite()
  const two = await twoPeople(site.p)
  await two.add('an', tableOf(site.p, 'accounts'))
  an = two.an.person
  bart = two.bart.person
})
afterEach(() => site.close())

const rows = () =>
  site.p.db
    .selectFrom('copies')
    .select(['id', 'person_id', 'lock', 'file', 'progress', 'fetched_at'])
    .orderBy('created_at')
    .execute()
const files = async () => (await site.p.files.list('copies')).map(({ name }) => name)
const counted = () => {
  const sent: [string, object][] = []
  const jobs = { ...site.p.jobs, send: async (_db: unknown, name: string, data: object) => void sent.push([name, data]) }
  return { sent, p: { ...site.p, jobs } }
}
const asks = async (person = an) => {
  await askCopy(site.p, person, 'nl')
  return (await copyState(site.p, person))?.id ?? ''
}
const mints = (id: string, p: Platform = site.p) => p.db.transaction().execute((trx) => mintCopyKey(p, trx, id, 'fr'))
const made = async (person = an) => {
  const id = await asks(person)
  const secret = (await mints(id)) ?? ''
  await makeCopy(site.p, id, 'nl')
  return { id, secret }
}
const state = async (person = an) => {
  const { state, progress } = (await copyState(site.p, person)) ?? {}
  return `${state} ${progress}`
}
const bytesOf = async (zip: ReadableStream<Uint8Array> | undefined) => new Uint8Array(await new Response(zip).arrayBuffer())
/** The platform, where this happens while a file is written. */
const meanwhile = (act: () => Promise<unknown>): Platform => ({
  ...site.p,
  files: {
    ...site.p.files,
    async write(path, bytes) {
      await site.p.files.write(path, bytes)
      await act()
    },
  },
})

describe('K24 K25: a copy', () => {
  test('is asked for, and its link goes by mail; the one before goes with its file', async () => {
    expect(await copyState(site.p, an)).toBeUndefined()
    const { id: first } = await made()
    await made(bart)
    expect(await files()).toHaveLength(2)
    site.clock.pass(1000)
    const second = await asks()
    expect((await rows()).map(({ id, person_id }) => [id === second, person_id])).toEqual([
      [false, bart],
      [true, an],
    ])
    expect([second === first, (await files()).length, await state()]).toEqual([false, 1, 'making 0'])
    const mails = await site.p.db.selectFrom('outbox').select(['person_id', 'template', 'params']).orderBy('created_at').execute()
    expect(mails.at(-1)).toEqual({ person_id: an, template: copyMail, params: { copy: second, language: 'nl' } })
  })

  test('that was not made yet has no file to take away', async () => {
    const { p, sent } = counted()
    for (let times = 0; times < 2; times++) await askCopy(p, an, 'nl')
    expect(sent).toEqual([])
  })

  test('is asked for five times a day, by each', async () => {
    for (let times = 0; times < 5; times++) await askCopy(site.p, an, 'nl')
    await expect(askCopy(site.p, an, 'nl')).rejects.toMatchObject({ status: 429 })
    await askCopy(site.p, bart, 'nl')
  })

  test('has a key that its link alone knows, another each time that the mail is written', async () => {
    const id = await asks()
    const { p, sent } = counted()
    const first = await mints(id, p)
    expect(first).toMatch(/^[A-Z0-9]{58}$/)
    expect(sent).toEqual([['privacy.copy', { copy: id, language: 'fr' }]])
    await makeCopy(site.p, id, 'nl')
    const [row] = await rows()
    expect([row?.progress, row?.file, await files()]).toEqual([100, (await files())[0], [row?.file]])
    const second = await mints(id)
    const [again] = await rows()
    expect([again?.progress, again?.file]).toEqual([0, null])
    expect(again?.lock).not.toBe(row?.lock)
    expect(second).not.toBe(first)
    // Its mail would make another once more.
    await site.p.db.deleteFrom('outbox').execute()
    await site.p.jobs.drain()
    // The former went, and the job made another.
    expect((await files()).length).toBe(1)
    expect(await files()).not.toContain(row?.file)
    expect(await mints(randomUUID())).toBeUndefined()
    expect([await fetchCopy(site.p, an, id, first ?? ''), await copyOfLink(site.p, an, id, first ?? '')]).toEqual([
      undefined,
      undefined,
    ])
    await bytesOf(await fetchCopy(site.p, an, id, second ?? ''))
    expect(await mints(id)).toBeUndefined()
  })

  test('is not made without a key, nor twice', async () => {
    const id = await asks()
    await makeCopy(site.p, id, 'nl')
    await makeCopy(site.p, randomUUID(), 'nl')
    expect([await files(), await state()]).toEqual([[], 'making 0'])
    await mints(id)
    await makeCopy(site.p, id, 'nl')
    const [file] = await files()
    expect([file === undefined, await state()]).toEqual([false, 'ready 100'])
    await makeCopy(site.p, id, 'nl')
    expect(await files()).toEqual([file])
  })

  test.each<[what: string, act: (id: string) => Promise<unknown>]>([
    ['ended their account', () => site.p.db.deleteFrom('copies').execute()],
    ['got another link', (id) => site.p.db.updateTable('copies').set({ lock: 'another' }).where('id', '=', id).execute()],
    [
      'got it from another program',
      (id) => site.p.db.updateTable('copies').set({ file: 'other' }).where('id', '=', id).execute(),
    ],
    ['fetched it', (id) => site.p.db.updateTable('copies').set({ fetched_at: site.clock.now() }).where('id', '=', id).execute()],
  ])('leaves no file when its person %s meanwhile', async (_, act) => {
    const id = await asks()
    await mints(id)
    await makeCopy(
      meanwhile(() => act(id)),
      id,
      'nl',
    )
    expect(await files()).toEqual([])
    for (const row of await rows()) expect(row.progress).toBeLessThan(100)
  })

  test('says how far it is, while it is made', async () => {
    const id = await asks()
    await mints(id)
    await site.p.db
      .insertInto('outbox')
      .values(
        Array.from({ length: 3000 }, () => ({
          id: randomUUID(),
          person_id: an,
          template: randomUUID(),
          params: '{}',
          created_at: site.clock.now(),
        })),
      )
      .execute()
    const seen: number[] = []
    const p: Platform = {
      ...site.p,
      files: {
        ...site.p.files,
        async write(path, bytes) {
          if (!(Symbol.asyncIterator in bytes)) throw new Error('a copy comes piece by piece')
          const passing = async function* () {
            for await (const piece of bytes) {
              seen.push((await rows())[0]?.progress ?? -1)
              yield piece
            }
          }
          await site.p.files.write(path, passing())
        },
      },
    }
    await makeCopy(p, id, 'nl')
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBeGreaterThan(90)
    expect(seen.at(-1)).toBeLessThan(100)
    expect(new Set(seen).size).toBeGreaterThan(3)
    expect(seen[0]).toBeLessThan(50)
  })

  test('is fetched once, by its person, with the secret of its link', async () => {
    const { p, clock } = site
    const { id, secret } = await made()
    const other = await made(bart)
    const wrong: [person: string, id: string, secret: string][] = [
      [bart, id, secret],
      [an, other.id, other.secret],
      [an, other.id, secret],
      [an, id, other.secret],
      [an, id, ''],
      [an, randomUUID(), secret],
    ]
    for (const given of wrong)
      expect([await copyOfLink(p, ...given), await fetchCopy(p, ...given)], given.join(' ')).toEqual([undefined, undefined])
    expect(await copyOfLink(p, an, id, secret)).toEqual({ id, state: 'ready', progress: 100, fetchedAt: null })
    const found = unzipSync(await bytesOf(await fetchCopy(p, an, id, secret)))
    expect(JSON.parse(strFromU8(found['data.json'] ?? new Uint8Array())).about).toMatchObject({ person: an, language: 'nl' })
    expect(await copyState(p, an)).toEqual({ id, state: 'fetched', progress: 100, fetchedAt: clock.now() })
    expect([await copyOfLink(p, an, id, secret), await fetchCopy(p, an, id, secret)]).toEqual([undefined, undefined])
    expect(await files()).toHaveLength(1)
    expect((await rows()).find((row) => row.id === id)).toMatchObject({ file: null, lock: null })
  })

  test('cannot be fetched before it is made; and one that does not open stays', async () => {
    const { p } = site
    const id = await asks()
    const secret = (await mints(id)) ?? ''
    expect(await fetchCopy(p, an, id, secret)).toBeUndefined()
    expect((await copyOfLink(p, an, id, secret))?.state).toBe('making')
    await makeCopy(p, id, 'nl')
    const [file = ''] = await files()
    const whole = await p.files.read(`copies/${file}`)
    await p.files.write(`copies/${file}`, whole.subarray(0, 40))
    await expect(fetchCopy(p, an, id, secret)).rejects.toThrow()
    expect([await files(), await state()]).toEqual([[file], 'ready 100'])
    await p.files.write(`copies/${file}`, whole)
    expect(Object.keys(unzipSync(await bytesOf(await fetchCopy(p, an, id, secret))))).toContain('data.json')
  })

  test.each([
    ['fr', 'fr'],
    ['xx', 'en'],
    [undefined, 'en'],
  ])('is made by a job, in %s: %s', async (asked, language) => {
    const id = await asks()
    const secret = (await mints(id)) ?? ''
    expect(copyJob(site.p)).toMatchObject({ name: 'privacy.copy', retries: 5 })
    await copyJob(site.p).work({ copy: id, ...(asked ? { language: asked } : {}) }, new AbortController().signal)
    const found = unzipSync(await bytesOf(await fetchCopy(site.p, an, id, secret)))
    expect(JSON.parse(strFromU8(found['data.json'] ?? new Uint8Array())).about.language).toBe(language)
  })
})
