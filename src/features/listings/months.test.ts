import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { signedUp } from '../accounts/testing'
import { checkFields } from './import/fields'
import { monthRentsOf, monthsByRent } from './months'
import { rent } from './steps/rent'
import { placed } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const summer = [
  { month: 7, rent: 300_00 },
  { month: 8, rent: 300_00 },
]

describe('the rent of some months', () => {
  test('stands on the page of the advert and in the API; what is searched and sorted by is the ordinary price', async () => {
    const { personId } = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, personId, { monthRents: summer, title: 'Goedkoop in de zomer' })
    const page = (await site.visitor().get(`/nl/rooms/${publicId}`)).text
    expect(page).toContain('Juli en augustus € 300 € 360')
    expect(page).toContain('Daarop wordt gezocht en gesorteerd')
    expect((await site.visitor().get('/nl/rooms?max=400')).text).not.toContain('Goedkoop in de zomer')
    const { items } = JSON.parse((await site.visitor().get('/api/v1/listings?min=510&max=510')).html)
    expect(items[0]).toMatchObject({ monthlyTotal: 510_00, rent: 450_00, monthlyRents: summer })
  })

  test('is asked on the page of the rent, comes back as it was typed, and is no lure', async () => {
    const about = {
      language: 'nl',
      today: '2026-11-21',
      asks: [],
      house: null,
      region: null,
      law: [],
      asksAdvertiser: false,
    } as const
    const typed = { rent: '450', chargesMode: 'included', rent7: '300', rent8: '€ 300', rent9: '450', rent10: '' }
    const checked = rent.check(typed, about)
    expect(checked).toMatchObject({ ok: true, values: { rent: 450_00, monthRents: summer } })
    expect(rent.check({ ...typed, rent12: '451' }, about)).toEqual({
      ok: false,
      errors: [{ name: 'rent12', message: expect.stringContaining('In december vraag je meer') }],
    })
    expect(rent.check({ ...typed, rent12: 'veel', rent: '' }, about)).toMatchObject({
      ok: false,
      errors: [{ name: 'rent' }, { name: 'rent12' }],
    })
  })

  test('of an ordinary rent that fell below it is none any more', () => {
    expect(monthRentsOf({ month_rents: summer, rent: 301_00 })).toEqual(summer)
    expect(monthRentsOf({ month_rents: summer, rent: 300_00 })).toEqual([])
    expect(monthsByRent([...summer, { month: 9, rent: 400_00 }], 'en')).toEqual([
      { months: 'July and August', rent: 300_00 },
      { months: 'September', rent: 400_00 },
    ])
  })

  test('goes out in the file and comes in again', async () => {
    const carla = await signedUp(site, { firstName: 'Carla' })
    await placed(site, carla.personId, {
      monthRents: [
        { month: 7, rent: 312_50 },
        { month: 12, rent: 400_00 },
      ],
    })
    expect((await carla.visitor.get('/nl/adverts/file/adverts.csv')).html).toContain('"7=312.50 12=400"')
    const read = (monthRents: string) =>
      checkFields({ id: 'a', kind: 'kot', language: 'nl', city: 'Gent', rent: '450', monthRents }, 'en')
    expect(read('12=400 7=312.50')).toMatchObject({
      ok: true,
      values: {
        monthRents: [
          { month: 7, rent: 312_50 },
          { month: 12, rent: 400_00 },
        ],
      },
    })
    for (const wrong of ['13=300', '7', '7=', 'juli=300', '7=-3'])
      expect(read(wrong)).toMatchObject({ ok: false, reasons: [expect.stringContaining('monthRents is not months')] })
  })
})
