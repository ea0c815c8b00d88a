import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { signedUp } from '../accounts/testing'
import { placed } from '../listings/testing'
import { demandAt, roughly } from './demand'
import { save } from './saved'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const people = (n: number, max: number, min = 0) => Array.from({ length: n }, () => ({ person: randomUUID(), min, max }))

describe('demand', () => {
  test('is told in tens, and never under ten', () => {
    expect([0, 9, 10, 14, 15, 24, 99].map(roughly)).toEqual([undefined, undefined, 10, 10, 20, 20, 100])
  })

  test('is counted at the price, and at the lower one where the most come in at once', () => {
    const wishes = [...people(21, 600_00), ...people(12, 490_00), ...people(40, 480_00), ...people(15, 450_00)]
    expect(demandAt(510_00, wishes)).toEqual({ fits: 20, better: { price: 480_00, more: 50 } })
    expect(demandAt(505_00, wishes).better?.price).toBe(480_00)
  })

  test('a person with several searches is one; who wants to pay more is not won by a lower price', () => {
    const [an, ...others] = people(9, 480_00)
    const twice = [...(an ? [an, { ...an, max: 470_00 }] : []), ...others]
    expect(demandAt(510_00, twice)).toEqual({ fits: undefined, better: undefined })
    expect(demandAt(510_00, people(30, 600_00, 500_00))).toEqual({ fits: 30, better: undefined })
  })

  test('what nobody would offer is not looked at', () => {
    expect(demandAt(500_00, people(50, 399_00)).better).toBeUndefined()
    expect(demandAt(500_00, people(50, 400_00)).better).toEqual({ price: 400_00, more: 50 })
  })

  test('no number, and no price, is of fewer than ten people', () => {
    const wish = fc.record({ person: fc.nat(60).map(String), min: fc.nat(500_00), max: fc.nat(600_00) })
    fc.assert(
      fc.property(fc.integer({ min: 300_00, max: 600_00 }), fc.array(wish, { maxLength: 120 }), (total, wishes) => {
        const { fits, better } = demandAt(total, wishes)
        const at = (price: number) =>
          new Set(wishes.filter(({ min, max }) => min <= price && price <= max).map(({ person }) => person))
        if (fits !== undefined) expect(at(total).size).toBeGreaterThanOrEqual(10)
        if (better) {
          expect(better.price % 10_00).toBe(0)
          expect([...at(better.price)].filter((person) => !at(total).has(person)).length).toBeGreaterThanOrEqual(10)
        }
      }),
    )
  })
})

test('the owner of an advert sees for about how many people it is something, once there are ten; nobody else does', async () => {
  const bart = await signedUp(site, { firstName: 'Bart' })
  const { publicId } = await placed(site, bart.personId, { chargesMode: 'included', charges: null, rent: 500_00 })
  const keep = async (query: string) => {
    const { id: person } = await site.p.vault.newPerson(site.p.db, ['service'])
    await save(site.p, person, query, { frequency: 'daily', atNight: false }, 'nl')
  }
  for (let n = 0; n < 9; n++) await keep('where=leuven&max=600')
  for (let n = 0; n < 11; n++) await keep('where=leuven&max=460&kind=kot')
  for (let n = 0; n < 30; n++) await keep('where=gent&max=460')
  for (let n = 0; n < 30; n++) await keep('where=leuven&max=460&kind=studio')
  const page = `/nl/adverts/${publicId}/figures`
  const few = (await bart.visitor.get(page)).text
  expect(few).not.toContain('past bij de bewaarde zoekopdrachten')
  expect(few).toContain('Voor € 460 per maand, alles samen, zou ze bij die van ongeveer 10 mensen passen.')
  for (let n = 0; n < 7; n++) await keep('where=leuven')
  expect((await bart.visitor.get(page)).text).toContain(
    'van ongeveer 20 mensen. Voor € 460 per maand, alles samen, kwamen er ongeveer 10 bij.',
  )
  const an = await signedUp(site, { firstName: 'An' })
  expect((await an.visitor.get(page)).status).toBe(404)
})
