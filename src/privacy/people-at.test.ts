import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { days } from '../platform/clock'
import { type AtAddress, forgetAt, peopleAt } from './people-at'
import { tableOf, twoPeople } from './testing'

const address = 'an@buren.example'
let site: TestSite
let two: Awaited<ReturnType<typeof twoPeople>>
beforeEach(async () => {
  site = await testSite()
  two = await twoPeople(site.p)
})
afterEach(() => site.close())

const there = (found: readonly AtAddress[]) => found.map(({ holding, person, row }) => [holding, person, row]).toSorted()
const found = async () => there(await peopleAt(site.p, site.p.db, address))

/** An has an account under the address; Bart gave it with a question and a registration, and has an account under another. */
async function given() {
  const { p } = site
  const [accounts, asks, registrations] = (['accounts', 'asks', 'registrations'] as const).map((name) => tableOf(p, name))
  if (!accounts || !asks || !registrations) throw new Error('the register has changed')
  const account = await two.add('an', accounts, { email_key: p.vault.index('accounts.email_key', address) })
  await two.add('bart', accounts)
  const ask = await two.add('bart', asks, { email_key: p.vault.index('asks.email_key', address) })
  const registration = await two.add('bart', registrations, {
    email_key: p.vault.index('registrations.email_key', address),
    // Somebody's name may look like an address: it is none.
    user_name_key: p.vault.index('registrations.user_name_key', address),
  })
  return { account, ask, registration }
}

test('everybody of whom something is held under an address is found, as what and in which row, until its term has passed', async () => {
  const { an, bart } = two
  const { account, ask, registration } = await given()
  const ofAccount = ['email.account', an.person, account]
  const ofRegistration = ['email.pending', bart.person, registration]
  expect(await found()).toEqual([ofAccount, ofRegistration, ['email.question', bart.person, ask]])
  expect(there(await peopleAt(site.p, site.p.db, 'AN@buren.example '))).toEqual(await found())
  expect(await peopleAt(site.p, site.p.db, 'niemand@buren.example')).toEqual([])
  site.clock.pass(days(2) + 1000)
  expect(await found()).toEqual([ofAccount, ofRegistration])
  site.clock.pass(days(5))
  expect(await found()).toEqual([ofAccount])
})

test('rows in which somebody else gave an address go, each once, and nothing else of theirs does', async () => {
  const { p } = site
  const { account, registration } = await given()
  const rows = (await peopleAt(p, p.db, address)).filter(({ holding }) => holding !== 'email.account')
  expect((await forgetAt(p, rows)).toSorted((a, b) => a.holding.localeCompare(b.holding))).toEqual([
    { holding: 'email.pending', rows: 1 },
    { holding: 'email.question', rows: 1 },
  ])
  expect(await found()).toEqual([['email.account', two.an.person, account]])
  expect(await p.db.selectFrom('accounts').select('id').execute()).toHaveLength(2)
  expect(await forgetAt(p, rows)).toEqual([])
  expect(rows.map(({ row }) => row)).toContain(registration)
})
