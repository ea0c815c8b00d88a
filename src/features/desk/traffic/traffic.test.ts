import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { minutes } from '../../../platform/clock'
import { memberOfStaff } from '../testing'
import { busiest, requestsFrom } from './summary'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('K7: the owner opens the log of requests with a reason, which the officer reads, and sees it for a quarter of an hour', async () => {
  const olga = await memberOfStaff(site, 'owner', { firstName: 'Olga' })
  const fien = await memberOfStaff(site, 'officer', { firstName: 'Fien' })
  const knocking = site.visitor('203.0.113.77')
  for (let times = 0; times < 30; times++) await knocking.get(`/nl/geheim-${times}`, { 'user-agent': 'klopper/1.0' })
  const closed = await olga.visitor.get('/nl/desk/traffic')
  expect(closed.text).toContain('Waarom open je dit?')
  expect(closed.text).not.toContain('203.0.113.77')
  const sent = await olga.visitor.post('/nl/desk/traffic/requests?day=2026-11-21', { address: '203.0.113.77' })
  expect(sent.location).toBe('/nl/desk/traffic')
  const unsaid = await olga.visitor.post('/nl/desk/traffic', { purpose: 'security' })
  expect([unsaid.status, unsaid.text.includes('waarom je dit opent')]).toEqual([422, true])

  const reason = 'Iemand klopt overal aan.'
  const opened = await olga.visitor.follow(await olga.visitor.post('/nl/desk/traffic', { purpose: 'security', reason }))
  expect(opened.text).toMatch(/203\.0\.113\.77 30 30 1 /)
  const lines = await olga.visitor.post('/nl/desk/traffic/requests?day=2026-11-21', { address: '203.0.113.77' })
  expect(lines.status).toBe(200)
  expect(lines.text).toContain('klopper/1.0')
  expect(lines.text).not.toContain('geheim-1')
  const none = await olga.visitor.post('/nl/desk/traffic/requests?day=2026-11-21', { address: '198.51.100.9' })
  expect(none.text).toContain('Niets van dit netwerk')
  const wrong = await olga.visitor.post('/nl/desk/traffic/requests?day=2026-11-21', { address: 'overal' })
  expect([wrong.status, wrong.html.includes('value="overal"')]).toEqual([422, true])

  const ledger = await fien.visitor.get('/nl/desk/ledger')
  expect(ledger.text).toContain('Olga Beveiliging Verzoeken aan de site')
  const path = /\/nl\/desk\/ledger\/[0-9a-f-]+\/reading/.exec(ledger.html)?.[0] ?? ''
  await fien.visitor.post(path)
  expect((await fien.visitor.get('/nl/desk/ledger')).text).toContain(reason)

  site.clock.pass(minutes(15) + 1000)
  expect((await olga.visitor.get('/nl/desk/traffic')).text).not.toContain('203.0.113.77')
})

async function* asked(...of: [address: string, status: number, minute: number][]) {
  for (const [address, status, minute] of of)
    yield { at: new Date(minutes(minute)), method: 'GET', route: '/', status, address, browser: `b${minute}` }
}

test('networks are counted, the busiest first; IPv6 by its /64', async () => {
  const found = await busiest(asked(['192.0.2.1', 200, 5], ['2001:db8:1:2::1', 404, 9], ['2001:db8:1:2::ff', 200, 7]), 2)
  expect(found).toEqual([
    { network: '2001:db8:1:2', requests: 2, refused: 1, browsers: 2, first: new Date(minutes(7)), last: new Date(minutes(9)) },
    { network: '192.0.2.1', requests: 1, refused: 0, browsers: 1, first: new Date(minutes(5)), last: new Date(minutes(5)) },
  ])
})

test('of a network the newest are given, however they come', async () => {
  const all = [3, 9, 1, 7, 5, 8].map((minute): [string, number, number] => ['192.0.2.1', 200, minute])
  const found = await requestsFrom(asked(...all, ['192.0.2.2', 200, 10]), '192.0.2.1', 2)
  expect(found.map(({ at }) => at.getTime() / minutes(1))).toEqual([9, 8])
})
