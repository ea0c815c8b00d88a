import { describe, expect, it } from 'vitest'
import { place } from '../places'
import { type Address, type Fix, geocoder, offline } from './geocoder'
import { judge } from './vendor'

const at = (postcode: string, town: string): Address => ({ street: 'Kerkstraat', houseNumber: '1', postcode, place: town })

describe('offline', () => {
  it.each([
    ['3000', 'Leuven', 'leuven'],
    ['3000', 'Rotterdam', 'rotterdam'],
    ['3001', 'Leuven', 'heverlee'],
    ['1012 AB', 'Amsterdam', 'amsterdam'],
    ['1000', 'Bruxelles', 'brussel'],
    ['9000', '', 'gent'],
  ])('finds %s %s by its postcode', async (postcode, town, id) => {
    const fix = await offline.find(at(postcode, town))
    expect(fix).toMatchObject({ accuracy: 'postcode', source: 'offline' })
    expect(Math.abs((fix?.point.lat ?? 0) - place(id).point.lat)).toBeLessThan(0.02)
  })

  it('finds the town where the postcode is unknown or contradicts it', async () => {
    for (const postcode of ['3970', '9000', '']) {
      expect(await offline.find(at(postcode, 'Leopoldsburg'))).toMatchObject({
        accuracy: 'place',
        point: place('leopoldsburg').point,
      })
    }
  })

  it('finds nothing in nothing', async () => {
    expect(await offline.find(at('', ''))).toBeNull()
    expect(await offline.find(at('x', 'xqzwvk'))).toBeNull()
  })
})

describe('a vendor', () => {
  const answering = (fix: Fix | null) => geocoder([{ name: 'pdok', regions: ['NL'], ask: async () => ({ ok: true, fix }) }])
  const elsewhere: Fix = { point: place('groningen').point, accuracy: 'address', metres: 50, source: 'pdok' }

  it('is not believed when it finds the street in another town', async () => {
    expect(await answering(elsewhere).find(at('3512', 'Utrecht'))).toMatchObject({ source: 'offline', accuracy: 'postcode' })
    expect(await answering(elsewhere).find(at('9712', 'Groningen'))).toEqual(elsewhere)
  })

  it('is not asked about a region that is not its own', async () => {
    expect(await answering(elsewhere).find(at('9000', 'Gent'))).toMatchObject({ source: 'offline' })
  })
})

describe('judging hits', () => {
  const hit = { point: { lat: 50.88, lon: 4.7 }, streets: ['Bondgenotenlaan'], houseNumber: '12', postcode: '3000' }
  const asked = (street: string, houseNumber: string, postcode = '3000'): Address => ({
    street,
    houseNumber,
    postcode,
    place: 'Leuven',
  })
  const accuracy = (address: Address) => judge([hit], address, 'best')?.accuracy

  it('goes by street, number and postcode', () => {
    expect(accuracy(asked('Bondgenotenlaan', '12'))).toBe('address')
    expect(accuracy(asked('bondgenotenlan', '12 bus 3'))).toBe('address')
    expect(accuracy(asked('Bondgenotenlaan', '14'))).toBe('street')
    expect(accuracy(asked('Bondgenotenlaan', '12', '3500'))).toBeUndefined()
    expect(accuracy(asked('Tiensestraat', '12'))).toBeUndefined()
  })
})
