import { afterEach, expect, test } from 'vitest'
import type { TestSite } from '../app/testing'
import { testSite } from '../app/testing'
import { type SignedUp, signedUp } from '../features/accounts/testing'
import { askingSite, chooses } from '../features/consent/testing'
import { memberOfStaff } from '../features/desk/testing'
import { days } from '../platform/clock'
import { disclose } from '../platform/egress'
import { feature } from '../platform/feature'
import { noteHandedOver } from './hand-over'
import { sweep } from './sweep'
import { everything } from './testing'
import { tellJob } from './told'

let site: TestSite
afterEach(() => site.close())

const ends = (who: SignedUp) => who.visitor.post('/nl/account/end', { sure: 'yes', currentPassword: who.password })
const waiting = () => site.p.db.selectFrom('tellings').select(['id', 'recipient', 'change']).execute()
const handed = (who: SignedUp, silentUntil: string | null) =>
  site.p.db.transaction().execute((trx) =>
    noteHandedOver(site.p, trx, [{ person: who.personId, holding: 'email.account' }], {
      order: crypto.randomUUID(),
      silentUntil,
    }),
  )

test('A-ERA 33 K26: a company that somebody let receive something is told of the erasure until it answers, and then nothing is left', async () => {
  site = await askingSite()
  const heard: string[] = []
  let down = true
  const teller = feature({
    name: 'search',
    tellsLater: {
      campaigns: async (p, { change, person, address }) => {
        await p.db.transaction().execute(async (trx) => {
          const { 'email.telling': known } = await disclose(p, trx, person, 'campaigns', 'rights', { 'email.telling': address })
          if (down) throw new Error('503')
          heard.push(`${change} ${known}`)
        })
      },
    },
  })
  site.p.features = [...site.p.features, teller]
  const an = await signedUp(site, { firstName: 'An' })
  const bart = await signedUp(site, { firstName: 'Bart' })
  await chooses(an.visitor, ['commercialMail'])
  await site.mails()
  // Who never said yes is not known there.
  expect((await ends(bart)).text).not.toContain('laten we weten')
  expect((await ends(an)).text).toContain('laten we weten dat het gewist is')
  await site.p.jobs.drain()
  const [row] = await waiting()
  expect(row).toMatchObject({ recipient: 'campaigns', change: 'erased' })
  expect(heard).toEqual([])
  expect(await everything(site.p)).not.toContain(an.email)
  expect(await site.p.db.selectFrom('person_keys').select('class').execute()).toEqual([{ class: 'farewell' }])
  await expect(tellJob(site.p).work({ telling: row?.id ?? '' }, new AbortController().signal)).rejects.toThrow('503')
  down = false
  for (let twice = 0; twice < 2; twice++) await tellJob(site.p).work({ telling: row?.id ?? '' }, new AbortController().signal)
  expect(heard).toEqual([`erased ${an.email}`])
  for (const table of ['people', 'person_keys', 'tellings', 'disclosures'] as const)
    expect([table, await site.p.db.selectFrom(table).select('id').execute()]).toEqual([table, []])
  expect(site.logged.join('\n')).toContain('recipient.told')
  expect(site.logged.join('\n')).not.toContain(an.email)
}, 60_000)

test('A-ERA 33 G11: an authority is told by staff, who tick it off; what the law keeps silent stays silent', async () => {
  site = await testSite()
  const stef = await memberOfStaff(site, 'owner')
  const an = await signedUp(site, { firstName: 'An' })
  const bart = await signedUp(site, { firstName: 'Bart' })
  await handed(an, null)
  await handed(bart, '2027-01-01')
  await site.mails()
  expect((await ends(bart)).text).not.toContain('laten we weten')
  expect(await waiting()).toEqual([])
  expect((await ends(an)).text).toContain('laten we weten dat het gewist is')
  await site.mails()
  const [row] = await waiting()
  const desk = await stef.visitor.get('/nl/desk?kind=tellings')
  expect(desk.html).toContain(`/nl/desk/tellings/${row?.id}`)
  expect(desk.text).toContain('alles gewist')
  const path = `/nl/desk/tellings/${row?.id}`
  expect((await stef.visitor.get(path)).text).not.toContain(an.email)
  await stef.visitor.post(`${path}/reading`)
  expect((await stef.visitor.get(path)).text).toContain(an.email)
  expect((await stef.visitor.post(`${path}/done`)).status).toBe(422)
  expect((await stef.visitor.post(`${path}/done`, { sure: 'yes' })).status).toBe(303)
  expect((await stef.visitor.post(`${path}/done`)).status).toBe(404)
  expect(await waiting()).toEqual([])
  expect(await site.p.db.selectFrom('person_keys').select('class').where('class', '=', 'farewell').execute()).toEqual([])
}, 60_000)

test('G2 A-RIG 84: of an address that was wrong they are told under the one they know; after fourteen days it goes', async () => {
  site = await testSite()
  const an = await signedUp(site, { firstName: 'An' })
  await handed(an, null)
  await an.visitor.post('/nl/account/settings/first-name', { firstName: 'Anne' })
  // They got the address alone.
  expect(await waiting()).toEqual([])
  await an.visitor.post('/nl/account/restriction', { ground: 'claims' })
  expect(await waiting()).toMatchObject([{ recipient: 'authority', change: 'restricted' }])
  site.clock.pass(days(14) - 1000)
  await sweep(site.p)
  expect(await waiting()).toHaveLength(1)
  site.clock.pass(2000)
  await sweep(site.p)
  expect(await waiting()).toEqual([])
  expect(await site.p.db.selectFrom('person_keys').select('class').where('class', '=', 'farewell').execute()).toEqual([])
})

test('G7: the person reads who knows that their data may only be kept; those who know hear that it is over', async () => {
  site = await testSite()
  const stef = await memberOfStaff(site, 'owner')
  const an = await signedUp(site, { firstName: 'An' })
  await handed(an, null)
  await an.visitor.post('/nl/account/restriction', { ground: 'claims' })
  const page = async () => (await an.visitor.get('/nl/account/restriction')).text
  expect(await page()).toContain('Wie dit van ons weet')
  expect(await page()).toContain('dat zeggen we nog')
  const [first] = await waiting()
  await stef.visitor.post(`/nl/desk/tellings/${first?.id}/done`, { sure: 'yes' })
  expect(await page()).toContain('gezegd op 21 november 2026')
  // Who got something meanwhile was not told to only keep it, and hears nothing of its end.
  await handed(an, null)
  await an.visitor.post('/nl/account/restriction/end')
  expect(await waiting()).toMatchObject([{ recipient: 'authority', change: 'lifted' }])
  const data = await an.visitor.get('/nl/account/data')
  for (const said of ['Wie we zeiden dat er iets veranderde', 'alleen nog te bewaren', 'weer te gebruiken', 'Een overheid'])
    expect(data.text).toContain(said)
  // A second restriction counts by itself.
  site.clock.pass(1000)
  await site.p.db.deleteFrom('disclosures').execute()
  await an.visitor.post('/nl/account/restriction', { ground: 'claims' })
  expect(await page()).not.toContain('Wie dit van ons weet')
  await an.visitor.post('/nl/account/restriction/end')
  expect(await waiting()).toHaveLength(1)
})
