import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { days, minutes } from '../../../platform/clock'
import { hear } from '../../../platform/db/notices'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { placed } from '../testing'
import { figuresOf, forgetFigures } from './figures'

let site: TestSite
let bart: SignedUp
let an: SignedUp
beforeAll(async () => {
  site = await testSite()
  bart = await signedUp(site, { firstName: 'Bart' })
  an = await signedUp(site, { firstName: 'An' })
})
afterAll(() => site.close())

const sums = async (id: string) => (await figuresOf(site.p, site.p.db, [id])).get(id)?.sums

test('visits are counted, also to a page from memory; not one’s own, not robots, not what is not there', async () => {
  const { id, publicId } = await placed(site, bart.personId)
  const path = `/nl/rooms/${publicId}`
  const stop = hear(site.p.connection, { on: { listings: () => {} }, begin: site.p.kept.begin, lost: site.p.kept.end })
  await expect.poll(() => site.p.kept.generation()).toBeDefined()
  const first = await site.visitor().get(path)
  expect(site.p.kept.pages.size).toBe(1)
  await site.visitor().get(path, { 'if-none-match': first.headers.get('etag') ?? '' })
  await site.visitor().get(path.replace('/nl/', '/fr/'))
  await an.visitor.get(path)
  await bart.visitor.get(path)
  await site.visitor().get(path, { 'user-agent': 'Mozilla/5.0 (compatible; Examplebot/2.1)' })
  await site.visitor().get(path, { 'sec-purpose': 'prefetch' })
  await site.visitor().send(path, { method: 'HEAD' })
  await site.visitor().get(`${path}/report`)
  await site.visitor().get('/nl/rooms/222222222222')
  const before = site.p.kept.generation()
  expect(await sums(id)).toEqual({ views: 4, phones: 0, saves: 0, replies: 0 })
  expect(site.p.kept.generation()).toBe(before)
  await stop()
})

test('keeping, replying and the telephone number are counted once each', async () => {
  const { id, publicId } = await placed(site, bart.personId)
  const path = `/nl/rooms/${publicId}`
  for (const keep of ['1', '1', '0']) await an.visitor.post(`${path}/favourite`, { keep })
  await an.visitor.get(`${path}/phone`)
  for (const text of ['Is de kamer nog vrij?', 'Ik kom graag kijken.']) {
    await an.visitor.post(`${path}/reply`, { text })
    site.clock.pass(minutes(2))
  }
  await an.visitor.get(`${path}/phone`)
  expect(await sums(id)).toEqual({ views: 0, phones: 1, saves: 1, replies: 1 })
})

test('the advertiser sees them by day, as pictures and as a table; nobody else does', async () => {
  const { publicId } = await placed(site, bart.personId, { title: 'Kot met cijfers' })
  await site.visitor().get(`/nl/rooms/${publicId}`)
  expect((await bart.visitor.get('/nl/adverts')).text).toContain('4 weken: 1 × bekeken, 0 × bewaard, 0 reacties')
  const path = `/en/adverts/${publicId}/figures`
  const { html, text, status } = await bart.visitor.get(path)
  expect(status).toBe(200)
  expect(html.match(/<svg class="bars"/g)).toHaveLength(4)
  expect(html.match(/<th scope="row">\d+ \w+ \d{4}</g)).toHaveLength(28)
  expect(text).toContain('21 November 2026 1 0 0 0')
  expect((await an.visitor.get(path)).status).toBe(404)
  expect((await site.visitor().get(path)).status).toBe(303)
})

test('what could not be written is counted on, and what is in memory is written at the end', async () => {
  const { id, publicId } = await placed(site, bart.personId)
  await site.visitor().get(`/nl/rooms/${publicId}`)
  const broken = Object.create(site.p, { db: { value: undefined } })
  await expect(figuresOf(broken, site.p.db, [id])).rejects.toThrow()
  for (const feature of site.p.features) await feature.closing?.(site.p)
  expect(site.p.tally.take().size).toBe(0)
  expect((await sums(id))?.views).toBe(1)
})

test('what is older than what is shown is forgotten', async () => {
  const { id, publicId } = await placed(site, bart.personId)
  await site.visitor().get(`/nl/rooms/${publicId}`)
  const rows = async () => {
    await forgetFigures(site.p)
    return (await site.p.db.selectFrom('listing_days').select('day').where('listing_id', '=', id).execute()).length
  }
  expect((await sums(id))?.views).toBe(1)
  const began = site.clock.now()
  site.clock.pass(days(27))
  expect(await rows()).toBe(1)
  expect((await sums(id))?.views).toBe(1)
  site.clock.pass(days(1))
  expect(await rows()).toBe(0)
  site.clock.pass(began.getTime() - site.clock.now().getTime())
})
