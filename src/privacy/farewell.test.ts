import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import { type Farewell, farewellOf, farewellSent, sayFarewell } from './farewell'

const letter: Farewell = {
  language: 'fr',
  asked: '2026-11-20T10:00:00.000Z',
  erased: [{ holding: 'email.account', rows: 1 }],
  kept: [{ holding: 'message.thread', rows: 2, because: 'hold', until: '2027-01-20' }],
  told: ['authority'],
}
let site: TestSite
beforeEach(async () => {
  site = await testSite()
})
afterEach(() => site.close())

const says = (given: Partial<Farewell> = {}) =>
  site.p.db
    .transaction()
    .execute((trx) => sayFarewell(site.p, trx, { address: 'an@buren.example', mail: 'your-data.ended', ...letter, ...given }))
const row = () =>
  site.p.db.selectFrom('farewells').select(['id', 'person_id', 'email_key', 'created_at']).executeTakeFirstOrThrow()

test('K27: the last mail has its address and what it says under a key for it alone, until its term', async () => {
  const { p, clock } = site
  expect(await says()).toEqual([{ holding: 'email.farewell', rows: 1, because: 'farewell', until: '2026-11-24' }])
  const { id, person_id, created_at } = await row()
  const outbox = await p.db.selectFrom('outbox').select(['person_id', 'template', 'params']).execute()
  expect([outbox, created_at]).toEqual([[{ person_id, template: 'your-data.ended', params: { farewell: id } }], clock.now()])
  expect(await p.db.selectFrom('person_keys').select(['person_id', 'class']).execute()).toEqual([
    { person_id, class: 'farewell' },
  ])
  const key = p.vault.index('farewells.email_key', 'an@buren.example')
  expect(await p.db.selectFrom('farewells').select('id').where('email_key', '=', key).execute()).toEqual([{ id }])
  const found = await farewellOf(p, p.db, person_id, id)
  expect(found?.to.open('rights')).toBe('an@buren.example')
  expect(found?.letter).toEqual(letter)
  expect(await farewellOf(p, p.db, person_id, randomUUID())).toBeUndefined()
  expect(await farewellOf(p, p.db, randomUUID(), id)).toBeUndefined()
  clock.pass(days(3))
  expect((await farewellOf(p, p.db, person_id, id))?.letter).toEqual(letter)
  clock.pass(1)
  expect(await farewellOf(p, p.db, person_id, id)).toBeUndefined()
})

test('what was not asked by staff says nothing of when, and what is no receipt is not mailed', async () => {
  const { p } = site
  const { asked: _, ...own } = letter
  await p.db
    .transaction()
    .execute((trx) => sayFarewell(p, trx, { address: 'an@buren.example', mail: 'your-data.ended', ...own, erased: [], kept: [] }))
  const { id, person_id } = await row()
  expect((await farewellOf(p, p.db, person_id, id))?.letter).toEqual({ ...own, erased: [], kept: [] })
  const wrong = [
    { erased: [Object.assign({ rows: 1 }, { holding: 'gone.account' })] },
    { erased: [Object.assign({ holding: 'email.account' }, { rows: 'one' })] },
    { kept: [Object.assign({}, letter.kept[0], { because: 'whim' })] },
    { kept: [Object.assign({}, letter.kept[0], { until: 7 })] },
    { kept: [{ ...letter.erased[0] }] },
    { told: ['nobody'] },
    { language: 'de' },
    { asked: 'yesterday' },
  ]
  for (const given of wrong) {
    const made = await p.vault.newPerson(p.db, ['farewell'])
    const place = { id: randomUUID(), person_id: made.id }
    const sealed = made.keys.seal('farewells', place, { email: 'x', letter: JSON.stringify({ ...letter, ...given }) })
    const email_key = p.vault.index('farewells.email_key', 'x')
    await p.db
      .insertInto('farewells')
      .values({ ...place, ...sealed, email_key, created_at: p.clock.now() })
      .execute()
    await expect(farewellOf(p, p.db, made.id, place.id), JSON.stringify(given)).rejects.toThrow()
  }
})

test('K27: once it was sent, its address goes with its key', async () => {
  const { p } = site
  await says()
  await farewellSent(p, (await row()).person_id)
  for (const table of ['people', 'person_keys', 'farewells', 'outbox'] as const)
    expect([table, await p.db.selectFrom(table).select('id').execute()]).toEqual([table, []])
})
