import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { signedUp } from '../accounts/testing'
import { placed } from '../listings/testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('a list shows what a stay costs, is shared by a link without a name, and no longer when that is revoked', async () => {
  const an = await signedUp(site, { firstName: 'Marit', language: 'en' })
  const one = await placed(site, null, {
    title: 'Room one',
    rent: 520_00,
    chargesMode: 'fixed',
    charges: 60_00,
    deposit: 1040_00,
  })
  const two = await placed(site, null, { title: 'Room two', chargesMode: null, charges: null, deposit: null })
  const other = await placed(site, null, { title: 'Not kept' })
  for (const { publicId } of [one, two]) await an.visitor.post(`/en/rooms/${publicId}/favourite`, { keep: '1' })
  expect((await an.visitor.post('/en/shortlists', { title: '' })).status).toBe(422)
  const made = await an.visitor.post('/en/shortlists', {
    title: 'With Lies',
    adverts: [one.publicId, two.publicId, other.publicId],
  })
  const path = made.location ?? ''
  const list = await an.visitor.get(`${path}?months=5`)
  expect(list.text).toContain('With Lies')
  expect(list.text).toContain('5 months: €2,600 rent, €300 charges, €1,040 deposit, returned')
  expect(list.text).toContain('charges unknown, deposit unknown')
  expect(list.text).not.toContain('Not kept')
  expect(JSON.stringify(await site.p.db.selectFrom('shortlists').selectAll().execute())).not.toContain('Lies')

  await an.visitor.post(`${path}/link`)
  const [, shared = ''] = /href="(\/en\/shortlists\/shared\/[\w-]{32})"/.exec((await an.visitor.get(path)).html) ?? []
  const stranger = site.visitor('203.0.113.20')
  const seen = await stranger.get(`${shared}?months=5`)
  expect(seen.text).toContain('€2,600 rent')
  expect(seen.text).not.toMatch(/Lies|Marit/)
  expect(seen.headers.get('cache-control')).toBe('private, no-store')
  expect(seen.html).toContain('noindex')
  expect((await stranger.get('/en/shortlists/shared/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404)

  const bart = await signedUp(site, { firstName: 'Bart' })
  expect((await bart.visitor.get(path)).status).toBe(404)
  for (const act of ['', '/link', '/revocation', '/removal'])
    expect((await bart.visitor.post(path + act, { title: 'x' })).status).toBe(404)
  await an.visitor.post(path, { title: 'Alone', adverts: [two.publicId] })
  expect((await stranger.get(shared)).text).not.toContain('Room one')
  await an.visitor.post(`${path}/revocation`)
  expect((await stranger.get(shared)).status).toBe(404)
  await an.visitor.post(`${path}/removal`)
  expect((await an.visitor.get(path)).status).toBe(404)
})
