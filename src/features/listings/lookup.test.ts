// A register of addresses is asked where a house is, through the running app; the simulators have their bad days.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startGeocoders } from '../../../dev/simulators/geocoders'
import { type TestSite, testSite } from '../../app/testing'
import { statementFacts } from '../../privacy'
import { metresBetween } from '../../std/geo'
import { signedUp } from '../accounts/testing'
import { type Draft, openDrafts } from './draft'
import { houseTyped } from './lookup'
import { draftRows } from './queries'

let simulator: Awaited<ReturnType<typeof startGeocoders>>
let site: TestSite
let quiet: TestSite
beforeAll(async () => {
  simulator = await startGeocoders()
  const { geopunt, best, pdok } = simulator.urls
  const env = { GEOCODERS: 'geopunt, best,pdok', GEOPUNT_URL: geopunt, BEST_URL: best, PDOK_URL: pdok }
  ;[site, quiet] = await Promise.all([testSite({ env }), testSite({ env: { ...env, GEOCODERS: '' } })])
})
afterAll(async () => {
  await Promise.all([site.close(), quiet.close(), simulator.stop()])
})
beforeEach(() => {
  simulator.be('well')
  simulator.asked.length = 0
})

const hall = { street: 'Naamsestraat', houseNumber: '22 bus 301', postcode: '3000', town: 'Leuven' }
const dom = { street: 'Domplein', houseNumber: '29', postcode: '3512 JE', town: 'Utrecht' }

/** Bart saves an address; what came of it. */
async function saved(on: TestSite, address: typeof hall) {
  const bart = await signedUp(on, { firstName: 'Bart' })
  const begun = await bart.visitor.post('/nl/adverts/drafts')
  const path = begun.location ?? ''
  const answer = await bart.visitor.post(path, address)
  const draft = async (): Promise<Draft> => {
    const [one] = await openDrafts(on.p, on.p.db, await draftRows(on.p.db, bart.personId))
    return one ?? expect.fail('the draft is gone')
  }
  const ledger = () =>
    on.p.db
      .selectFrom('disclosures')
      .select(['recipient', 'purpose', 'holdings'])
      .where('person_id', '=', bart.personId)
      .orderBy('at')
      .execute()
  const pin = path.replace(/address$/, 'pin')
  return { ...bart, path, pin, answer, draft, ledger }
}

describe('with the registers of addresses on', () => {
  test('the house is found, without the room and the person, and stands in the ledger (K12 G4)', async () => {
    const bart = await saved(site, hall)
    expect(bart.answer.location).toBe(bart.pin)
    expect(simulator.asked).toEqual([{ vendor: 'geopunt', query: { q: 'Naamsestraat 22, 3000 Leuven', c: '5' } }])
    expect(await bart.ledger()).toEqual([{ recipient: 'geopunt', purpose: 'publishing', holdings: ['address.draft'] }])
    expect((await bart.draft()).house?.found).toEqual({ point: { lat: 50.87788, lon: 4.70052 }, accuracy: 'address' })
    const page = await bart.visitor.get(bart.pin)
    expect(page.text).toContain('De plek die we bij Naamsestraat 22')
    await bart.visitor.post(bart.pin, { pin: 'right' })
    const check = await bart.visitor.get(bart.path.replace(/address$/, 'check'))
    expect(check.text).toContain('Op het huis gezet (niet publiek)')
  })

  test('a street without that number is a street, and that is what is said', async () => {
    const bart = await saved(site, { ...hall, houseNumber: '23' })
    expect((await bart.draft()).house?.found?.accuracy).toBe('street')
    expect((await bart.visitor.get(bart.pin)).text).toContain('Ergens in de Naamsestraat is goed genoeg')
    await bart.visitor.post(bart.pin, { pin: 'right' })
    const check = await bart.visitor.get(bart.path.replace(/address$/, 'check'))
    expect(check.text).toContain('Ongeveer, volgens de straat')
  })

  test('a Dutch address goes to the Netherlands alone, and the same one is not asked again', async () => {
    const bart = await saved(site, dom)
    await bart.visitor.post(bart.path, dom)
    expect(simulator.asked.map(({ vendor }) => vendor)).toEqual(['pdok'])
    expect((await bart.ledger()).map(({ recipient }) => recipient)).toEqual(['pdok'])
  })

  test('another address is not put where the former one was', async () => {
    const bart = await saved(site, hall)
    simulator.be('down')
    await bart.visitor.post(bart.path, { ...hall, street: 'Tiensestraat' })
    expect((await bart.visitor.get(bart.pin)).text).toContain('Het midden van 3000 Leuven is goed genoeg')
    simulator.be('well')
    await bart.visitor.post(bart.path, hall)
    expect((await bart.visitor.get(bart.pin)).text).toContain('De plek die we bij')
  })

  test.each(['slow', 'busy', 'down', 'moved', 'html', 'empty'] as const)(
    '%s: the postcode serves, nothing is lost',
    async (mood) => {
      simulator.be(mood)
      const from = site.logged.length
      const bart = await saved(site, dom)
      expect(bart.answer.location).toBe(bart.pin)
      const draft = await bart.draft()
      expect(draft.typed).toMatchObject(dom)
      expect(draft.done).toEqual(['address'])
      expect(draft.house?.found).toBeNull()
      // Who was asked had the address, whatever came of it.
      expect((await bart.ledger()).map(({ recipient }) => recipient)).toEqual(['pdok'])
      expect((await bart.visitor.get(bart.pin)).text).toContain('Het midden van 3512 JE Utrecht is goed genoeg')
      const lines = site.logged.slice(from).filter((line) => line.includes('geocoder'))
      expect(lines).toHaveLength(mood === 'empty' ? 0 : 1) // not to know an address is no trouble
      for (const line of lines) expect(Object.keys(JSON.parse(line))).toEqual(['at', 'event', 'vendor', 'trouble'])
    },
  )

  test('what does not hold yet, or is for later, is not asked', async () => {
    const bart = await saved(site, { ...hall, houseNumber: '' })
    expect(bart.answer.status).toBe(422)
    await bart.visitor.post(bart.path, { ...hall, later: '1' })
    expect(simulator.asked).toEqual([])
    expect(await bart.ledger()).toEqual([])
  })

  test('the advertiser reads it before, and the statement names each, for the address of a draft alone', async () => {
    const bart = await saved(site, hall)
    expect((await bart.visitor.get(bart.path)).text).toContain('vragen we Digitaal Vlaanderen, BOSA of Kadaster')
    const { recipients } = statementFacts(site.p, 'nl')
    const asked = recipients.filter(({ recipient }) => ['geopunt', 'best', 'pdok'].includes(recipient))
    expect(asked.map(({ company }) => company?.name)).toEqual(['Digitaal Vlaanderen', 'BOSA', 'Kadaster'])
    for (const { gets } of asked) expect(gets).toEqual([{ purpose: 'publishing', holdings: ['address.draft'] }])
  })

  test('an advert that was placed by its street is changed by its street', async () => {
    const bart = await saved(site, { ...hall, houseNumber: '23' })
    const steps: Record<string, Record<string, string>> = {
      pin: { pin: 'right' },
      kind: { kind: 'kot', size: '18' },
      lease: { lease: 'student' },
      rent: { rent: '450', chargesMode: 'included' },
      deposit: { depositAsked: 'no' },
      availability: { available: 'now' },
      comfort: { furnished: 'yes', kitchen: 'shared', bath: 'own', toilet: 'shared' },
      registration: { internet: 'included', domicile: 'no' },
      energy: { energy: 'label', energyLabel: 'B', epcScore: '180', epcCode: '20260101-0001234567-RES-1' },
      photos: {},
      words: {
        language: 'nl',
        title: 'Lichte kamer met balkon',
        text: 'Ruime kamer onder het dak, met een bureau aan het raam.',
      },
      phone: {},
      feeds: {},
      advertiser: { advertiser: 'private' },
    }
    const at = (step: string) => bart.path.replace(/address$/, step)
    for (const [step, typed] of Object.entries(steps)) await bart.visitor.post(at(step), typed)
    const done = await bart.visitor.post(at('publication'))
    const publicId = /=([a-z0-9]{12})$/.exec(done.location ?? '')?.[1] ?? expect.fail(done.text)
    await bart.visitor.post(`/nl/adverts/${publicId}/draft`)
    const again = await bart.draft()
    expect(again.house?.found?.accuracy).toBe('street')
    expect(metresBetween(again.house?.found?.point ?? { lat: 0, lon: 0 }, { lat: 50.87788, lon: 4.70052 })).toBeLessThan(1)
  })
})

test('off, nobody is asked, nothing is said of it, and the statement does not name them', async () => {
  const bart = await saved(quiet, hall)
  expect(simulator.asked).toEqual([])
  expect(await bart.ledger()).toEqual([])
  expect((await bart.draft()).house).toBeNull()
  expect((await bart.visitor.get(bart.path)).text).not.toContain('Vlaanderen')
  const { recipients } = statementFacts(quiet.p, 'nl')
  expect(recipients.map(({ recipient }) => recipient)).toEqual(['mail', 'advertiser', 'seeker', 'authority', 'gravatar'])
})

test.each([
  ['41 bus 3', '41'],
  ['12A', '12A'],
  ['12 b', '12 b'],
  ['263-H', '263'],
  ['12/3', '12'],
  ['12ABC', '12'],
])('the room of %s is not told', (typed, door) => {
  expect(houseTyped({ houseNumber: typed }).houseNumber).toBe(door)
})
