import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { signedUp } from '../accounts/testing'
import { availability } from './steps/availability'
import { subletPeriod, subletSaid } from './sublet'
import { placed } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const while_ = { availableFrom: '2027-02-01', availableUntil: '2027-06-30' }

test('a sublet says so, why and for how long, on its card, its page and to programs', async () => {
  const { personId } = await signedUp(site, { firstName: 'An' })
  const answers = { lease: 'sublet', subletReason: 'exchange' } as const
  const { publicId } = await placed(site, personId, { ...while_, answers, title: 'Mijn kamer in de lente' })
  await placed(site, personId, { title: 'Een gewone kamer' })
  const only = await site.visitor().get('/nl/rooms?where=leuven&sublet=only')
  expect(only.text).toContain('Mijn kamer in de lente')
  expect(only.text).toContain('1 februari tot en met 30 juni 2027')
  expect(only.text).toContain('Onderverhuur: uitwisseling')
  expect(only.text).not.toContain('Een gewone kamer')
  expect((await site.visitor().get('/nl/rooms?where=leuven&sublet=none')).text).not.toContain('Mijn kamer in de lente')
  const page = await site.visitor().get(`/en/rooms/${publicId}`)
  expect(page.text).toContain('Sublet: exchange 1 February to 30 June 2027')
  const { items } = JSON.parse((await site.visitor().get('/api/v1/listings?sublet=only')).html)
  expect(items.map(({ sublet }: { sublet: unknown }) => sublet)).toEqual([{ reason: 'exchange' }])
})

test('a saved search says that it wants no sublet', async () => {
  const { visitor } = await signedUp(site, { firstName: 'An', language: 'fr' })
  expect((await visitor.get('/fr/alerts/new?where=leuven&sublet=none')).text).toContain('pas de sous-location')
})

test('one that has begun says until when; one without a reason does not make one up', () => {
  const advert = { answers: { lease: 'sublet' }, available_from: '2026-11-01', available_until: '2027-01-31' }
  expect(subletSaid(advert, 'nl')).toBe('Onderverhuur')
  expect(subletPeriod(advert, 'nl', '2026-11-21')).toBe('nu vrij, tot en met 31 januari 2027')
  expect(subletPeriod({ ...advert, available_until: null }, 'nl', '2026-11-21')).toBeUndefined()
  expect(subletPeriod({ ...advert, answers: { lease: 'student' } }, 'nl', '2026-11-21')).toBeUndefined()
})

test('the wizard asks the end of a sublet, and of nothing else', () => {
  const about = {
    language: 'en',
    today: '2026-11-21',
    asks: [],
    house: null,
    region: null,
    law: [],
    asksAdvertiser: false,
  } as const
  const check = (lease: string) => availability.check({ lease, available: 'now' }, about)
  expect(check('student').ok).toBe(true)
  expect(check('sublet')).toEqual({
    ok: false,
    errors: [{ name: 'availableUntil', message: 'Say until when you sublet, too' }],
  })
})
