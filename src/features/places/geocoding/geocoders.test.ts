import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startGeocoders } from '../../../../dev/simulators/geocoders'
import { metresBetween } from '../../../std/geo'
import { best } from './best'
import type { Address, Source, Trouble } from './geocoder'
import { geocoder } from './geocoder'
import { geopunt } from './geopunt'
import { pdok } from './pdok'

/**
 * The contract with each vendor, kept by a simulator. GEOPUNT_URL, BEST_URL or PDOK_URL (the base, with its last slash) point it at the
 * vendor itself; what a vendor does only on a bad day is then skipped.
 */
let simulator: Awaited<ReturnType<typeof startGeocoders>>
beforeAll(async () => {
  simulator = await startGeocoders()
})
afterAll(() => simulator.stop())
beforeEach(() => simulator.be('well'))

const hall: Address = { street: 'Naamsestraat', houseNumber: '22', postcode: '3000', place: 'Leuven' }
const dom: Address = { street: 'Domplein', houseNumber: '29', postcode: '3512 JE', place: 'Utrecht' }

const contracts = [
  { name: 'geopunt', vendor: geopunt, live: process.env.GEOPUNT_URL, address: hall, near: { lat: 50.87788, lon: 4.70052 } },
  { name: 'best', vendor: best, live: process.env.BEST_URL, address: hall, near: { lat: 50.87788, lon: 4.70052 } },
  { name: 'pdok', vendor: pdok, live: process.env.PDOK_URL, address: dom, near: { lat: 52.09048, lon: 5.12235 } },
] as const

describe.each(contracts)('$name', ({ name, vendor, live, address, near }) => {
  const ask = (asked: Address, milliseconds = 4000) =>
    vendor({ fetch, base: live ?? simulator.urls[name], milliseconds }).ask(asked)

  it('knows a house by its street and number', async () => {
    const answer = await ask(address)
    if (!answer.ok || !answer.fix) return expect.fail(JSON.stringify(answer))
    expect(answer.fix).toMatchObject({ accuracy: 'address', metres: 50, source: name })
    expect(metresBetween(answer.fix.point, near)).toBeLessThan(150)
  })

  it('knows a street where no number is given, and says no more than that', async () => {
    const { houseNumber: _, ...street } = address
    const answer = await ask(street)
    expect(answer).toMatchObject({ ok: true, fix: { accuracy: 'street', metres: 400 } })
  })

  it('has nothing for a street that does not exist', async () => {
    expect(await ask({ ...address, street: 'Xqzwvkstraat' })).toEqual({ ok: true, fix: null })
  })

  describe.skipIf(live)('on a bad day', () => {
    it.each([
      ['busy', 'busy'],
      ['down', 'down'],
      ['moved', 'down'],
      ['html', 'garbled'],
    ] as const)('%s is an error, not an exception', async (mood, trouble) => {
      simulator.be(mood)
      expect(await ask(address)).toEqual({ ok: false, trouble })
    })

    it('is not waited for', async () => {
      simulator.be('slow')
      expect(await ask(address, 50)).toEqual({ ok: false, trouble: 'slow' })
    })

    it('that does not answer at all is down', async () => {
      expect(await vendor({ fetch, base: 'http://127.0.0.1:9/' }).ask(address)).toEqual({ ok: false, trouble: 'down' })
    })

    it('may answer nothing, or things we do not know', async () => {
      simulator.be('empty')
      expect(await ask(address)).toEqual({ ok: true, fix: null })
      simulator.be('odd')
      expect(await ask(address)).toMatchObject({ ok: true, fix: { accuracy: 'address' } })
    })

    it('does not swallow a refusal of our own door', async () => {
      const refusing = vendor({ fetch: () => Promise.reject(new RangeError('not declared')) })
      await expect(refusing.ask(address)).rejects.toThrow('not declared')
    })

    it('is asked for the address and nothing else, in parameters it knows', async () => {
      simulator.asked.length = 0
      await ask(address)
      expect(simulator.asked).toHaveLength(1)
      const query = simulator.asked[0]?.query ?? {}
      const sent = Object.entries(query).filter(([key]) => !['c', 'fq', 'rows', 'fl', 'status', 'pageSize'].includes(key))
      const words = sent.flatMap(([, value]) => value.match(/[\p{L}\d]+/gu) ?? [])
      const known = Object.values(address).flatMap((part) => part.split(' '))
      expect(words.filter((word) => !known.includes(word) && word !== address.postcode.replace(' ', ''))).toEqual([])
    })
  })
})

describe('the vendors together', () => {
  const all = (told?: (name: Source, trouble: Trouble) => void) =>
    geocoder(
      [geopunt, best, pdok].map((vendor, i) =>
        vendor({ fetch, base: simulator.urls[(['geopunt', 'best', 'pdok'] as const)[i] ?? 'best'] }),
      ),
      told,
    )

  it('are asked by region, so that a Dutch address does not go to Belgium', async () => {
    simulator.asked.length = 0
    expect(await all().find(dom)).toMatchObject({ source: 'pdok' })
    expect(await all().find({ street: 'Rue de Bruxelles', houseNumber: '61', postcode: '5000', place: 'Namur' })).toMatchObject({
      source: 'best',
    })
    expect(simulator.asked.map(({ vendor }) => vendor)).toEqual(['pdok', 'best'])
  })

  it('know a street of Brussels by either name', async () => {
    const found = await all().find({ street: 'Rue de la Loi', houseNumber: '16', postcode: '1000', place: 'Bruxelles' })
    expect(found).toMatchObject({ accuracy: 'address', source: 'best' })
  })

  it('fall back on the postcode when all are in trouble, and say which trouble', async () => {
    simulator.be('busy')
    const troubles: string[] = []
    const found = await all((name, trouble) => troubles.push(`${name} ${trouble}`)).find(hall)
    expect(found).toMatchObject({ accuracy: 'postcode', source: 'offline' })
    expect(troubles).toEqual(['geopunt busy', 'best busy'])
  })
})
