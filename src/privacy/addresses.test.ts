import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import type { TableName } from '../register'
import type { Language } from '../std/words'
import { addressesOf } from './addresses'
import { tableOf, twoPeople } from './testing'

let site: TestSite
let two: Awaited<ReturnType<typeof twoPeople>>
beforeEach(async () => {
  site = await testSite()
  two = await twoPeople(site.p)
})
afterEach(() => site.close())

const add = (name: 'an' | 'bart', table: TableName, given?: Record<string, unknown>) =>
  two.add(name, tableOf(site.p, table), given)
/** What a mail to each of these would go by: the mark of the address, the language, and the purpose that is not service. */
async function reached(people: readonly string[], otherwise?: Language) {
  const found = await addressesOf(site.p, site.p.db, people, otherwise)
  return [...found].map(([person, { to, language, purpose }]) => [person, to.open('rights'), language, purpose])
}

test('of who has an account it is the address of that one, as a right of theirs, in their language', async () => {
  const { an, bart } = two
  // A mail that is still to go has an address too, and its table comes first in the register.
  await add('an', 'farewells')
  await add('an', 'registrations')
  await add('an', 'accounts', { language: 'fr' })
  await add('an', 'asks', { language: 'nl' })
  await add('bart', 'accounts', { language: 'nl' })
  expect(await reached([an.person])).toEqual([[an.person, an.marks.get('accounts.email'), 'fr', 'rights']])
  expect(await reached([])).toEqual([])
  expect((await reached([an.person, bart.person])).map(([person]) => person).toSorted()).toEqual(
    [an.person, bart.person].toSorted(),
  )
})

test('of who has none it is what they gave with a notice or a question, in the language of that or the one that is asked for', async () => {
  const { an, bart } = two
  await add('an', 'reports', { language: 'fr' })
  await add('bart', 'asks', { language: 'xx' })
  const [ans, barts] = [an.marks.get('reports.contact'), bart.marks.get('asks.email')]
  expect(await reached([an.person])).toEqual([[an.person, ans, 'fr', undefined]])
  expect(await reached([bart.person])).toEqual([[bart.person, barts, 'en', 'rights']])
  expect(await reached([bart.person], 'nl')).toEqual([[bart.person, barts, 'nl', 'rights']])
})

test('a notice without an address gives none, nor what is kept to tell others by, nor what is past its term', async () => {
  const { an, bart } = two
  await add('an', 'reports', { contact: null })
  await add('an', 'tellings')
  await add('bart', 'registrations')
  expect((await reached([an.person, bart.person])).map(([person]) => person)).toEqual([bart.person])
  site.clock.pass(days(7) + 1000)
  expect(await reached([an.person, bart.person])).toEqual([])
})
