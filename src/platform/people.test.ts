import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { erase } from '../privacy'
import { whoStays } from './people'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('who stays is asked once in a transaction, whose lock holds, and each time outside of one', async () => {
  const { p } = site
  const { id: an } = await p.vault.newPerson(p.db, ['service'])
  const { id: bart } = await p.vault.newPerson(p.db, ['service'])
  let ended = false
  let ending: Promise<unknown> = Promise.resolve()
  await p.db.transaction().execute(async (trx) => {
    expect(await whoStays(trx, [an, null])).toEqual(new Set([an]))
    ending = erase(p, an).then(() => {
      ended = true
    })
    expect(await whoStays(trx, [an, bart])).toEqual(new Set([an, bart]))
    expect(await whoStays(trx, [bart])).toEqual(new Set([bart]))
    expect(ended).toBe(false)
  })
  await ending
  expect(await whoStays(p.db, [an, bart])).toEqual(new Set([bart]))
  await erase(p, bart)
  expect(await whoStays(p.db, [an, bart])).toEqual(new Set())
  await p.db.transaction().execute(async (trx) => expect(await whoStays(trx, [an, bart])).toEqual(new Set()))
})
