import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import type { PurposeName } from '../../register'
import { runsOf } from './history'

let site: TestSite
beforeEach(async () => {
  site = await testSite()
})
afterEach(() => site.close())

const on = (day: number) => new Date(Date.UTC(2026, 0, day))
/** A version of the statement with these purposes, as they were called. */
async function published(number: number, names: Partial<Record<PurposeName, string>>): Promise<void> {
  const called = (language: string) => ({
    purposes: Object.fromEntries(
      Object.entries(names).flatMap(([purpose, name]) => (name ? [[purpose, `${name} (${language})`]] : [])),
    ),
  })
  const facts = { purposes: Object.keys(names).map((purpose) => ({ purpose })) }
  const frozen = { facts, names: { nl: called('nl'), fr: called('fr'), en: called('en') } }
  await site.p.db
    .insertInto('statement_versions')
    .values({
      number,
      code: String(number),
      published_at: on(number),
      weight: 'editorial',
      asks_again: [],
      changes: '[]',
      frozen: JSON.stringify(frozen),
      pages: '{}',
    })
    .execute()
}
const named = (name: string) => ({ nl: `${name} (nl)`, fr: `${name} (fr)`, en: `${name} (en)` })

test('Q15: a purpose lives from the version that first names it to the one that does not; one that came back, since it did', async () => {
  expect(await runsOf(site.p.db)).toEqual([])
  await published(3, { account: 'Account', demand: 'Vraag, opnieuw', fraud: '' })
  await published(1, { account: 'Je account', demand: 'Vraag', security: 'Veilig' })
  await published(2, { account: 'Account' })
  await published(4, { account: 'Account', fraud: 'Fraude' })
  const runs = (await runsOf(site.p.db)).toSorted((a, b) => a.purpose.localeCompare(b.purpose))
  expect(runs).toEqual([
    { purpose: 'account', since: on(1), names: named('Je account') },
    { purpose: 'demand', since: on(3), ended: on(4), names: named('Vraag, opnieuw') },
    { purpose: 'fraud', since: on(3), names: { nl: 'fraud', fr: 'fraud', en: 'fraud' } },
    { purpose: 'security', since: on(1), ended: on(2), names: named('Veilig') },
  ])
})
