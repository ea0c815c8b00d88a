import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { days } from '../../../platform/clock'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { placed } from '../testing'
import { movedOn } from './again'

let site: TestSite
let bart: SignedUp
beforeAll(async () => {
  site = await testSite()
  bart = await signedUp(site, { firstName: 'Bart' })
})
afterAll(() => site.close())

const shown = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1]
const year = { available: 'from', availableFrom: '2027-09-15', availableUntil: '2028-09-14', leaseMin: '10', leaseMax: '12' }
const price = { rent: '475', chargesMode: 'fixed', charges: '60', chargesCover: ['water', 'internet'] }

test('last year’s advert opens again in one step, with its photos and all that was not asked', async () => {
  const { publicId } = await placed(site, bart.personId, {
    title: 'Kot voor een jaar',
    availableFrom: '2026-09-15',
    availableUntil: '2026-11-25',
  })
  await bart.visitor.post(`/nl/adverts/${publicId}/rental`)
  site.clock.pass(days(5))
  const mine = await bart.visitor.get('/nl/adverts')
  expect(mine.html).toContain(`href="/nl/adverts/${publicId}/again"`)
  const form = await bart.visitor.get(`/nl/adverts/${publicId}/again`)
  expect([shown(form.html, 'availableFrom'), shown(form.html, 'availableUntil'), shown(form.html, 'rent')]).toEqual([
    '2027-09-15',
    '2027-11-25',
    '450',
  ])
  const answer = await bart.visitor.post(`/nl/adverts/${publicId}/again`, { ...year, ...price })
  expect(answer.location).toBe(`/nl/adverts?published=${publicId}`)
  const page = (await site.visitor().get(`/nl/rooms/${publicId}`)).text
  for (const words of ['Kot voor een jaar', '15 september 2027', '535']) expect(page).toContain(words)
  expect(await site.p.db.selectFrom('drafts').select('id').execute()).toEqual([])
})

test('what does not hold comes back with every value; another’s advert is not there', async () => {
  const { publicId } = await placed(site, bart.personId, { title: 'Kot' })
  const path = `/nl/adverts/${publicId}/again`
  const wrong = await bart.visitor.post(path, { ...year, ...price, availableFrom: '2020-01-01', rent: 'veel' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('href="#field-availableFrom"')
  expect(wrong.html).toContain('value="veel"')
  const carla = await signedUp(site, { firstName: 'Carla' })
  for (const who of [carla.visitor])
    expect([(await who.get(path)).status, (await who.post(path, { ...year, ...price })).status]).toEqual([404, 404])
  expect((await site.visitor().get(path)).status).toBe(303)
})

test('a day is moved on by whole years, to the first that is not past', () => {
  expect(movedOn('2024-02-29', '2026-11-21')).toBe('2027-02-28')
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, (from, today) => {
      const moved = movedOn(from, today)
      expect(moved >= today || moved === from).toBe(true)
      expect(moved >= from).toBe(true)
      expect(Temporal.PlainDate.from(moved).subtract({ years: 1 }).toString() < today || moved === from).toBe(true)
    }),
  )
})
