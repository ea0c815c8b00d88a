import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../app/testing'
import { signedUp } from '../accounts/testing'
import { hidden } from '../desk/testing'
import { openDrafts } from './draft'
import { draftRows } from './queries'
import { stepNames } from './steps'
import { placed } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

type Fields = Record<string, string | string[]>
/** The pages that an advert in Flanders is asked; those of other laws are in lawful.test.ts. */
const asked = stepNames.filter(
  (name) =>
    ![
      'sublet',
      'bareRent',
      'referenceRent',
      'previousRent',
      'meters',
      'domicileReason',
      'points',
      'criteria',
      'conformity',
    ].includes(name),
)
/** What Bart types on each page. */
const answers: Record<string, Fields> = {
  address: { street: 'Naamsestraat', houseNumber: '96', postcode: '3000', town: 'Leuven' },
  pin: { pin: 'typed', coordinates: '50,8737 4,7002' },
  kind: { kind: 'kot', size: '18' },
  lease: { lease: 'student' },
  rent: { rent: '€ 450', chargesMode: 'fixed', charges: '60,50', chargesCover: ['water', 'internet'] },
  deposit: { depositAsked: 'yes', deposit: '900' },
  availability: { available: 'from', availableFrom: '1/2/2027', leaseMin: '10', leaseMax: '12' },
  comfort: { furnished: 'yes', kitchen: 'shared', bath: 'own', toilet: 'shared' },
  registration: { internet: 'included', domicile: 'no' },
  energy: { energy: 'label', energyLabel: 'B', epcScore: '180', epcCode: '20260101-0001234567-RES-1' },
  photos: {},
  words: {
    language: 'nl',
    title: 'Lichte kamer met balkon',
    text: 'Ruime kamer onder het dak, met een bureau aan het raam en een stille tuin.',
  },
  phone: { phone: '0470 12 34 56' },
  feeds: {},
  advertiser: { advertiser: 'private' },
}

async function begun(visitor: Visitor): Promise<string> {
  const made = await visitor.post('/nl/adverts/drafts')
  const id = /drafts\/([^/]+)\/address/.exec(made.location ?? '')?.[1]
  if (!id) throw new Error('no draft was begun')
  return id
}
const at = (id: string, step: string) => `/nl/adverts/drafts/${id}/${step}`

async function answered(visitor: Visitor, over: Record<string, Fields> = {}): Promise<string> {
  const id = await begun(visitor)
  for (const step of stepNames) await visitor.post(at(id, step), { ...answers[step], ...over[step] })
  return id
}

const rowOf = (publicId: string) =>
  site.p.db
    .selectFrom('listings')
    .select([
      'status',
      'street',
      'postcode',
      'place_id',
      'region',
      'rent',
      'charges',
      'total',
      'deposit',
      'in_feed',
      'available_from',
      'cell_lat',
      'cell_lon',
      'accuracy',
      'id',
    ])
    .where('public_id', '=', publicId)
    .executeTakeFirstOrThrow()
const publishedAs = (location: string | null) => /=([a-z0-9]{12})$/.exec(location ?? '')?.[1] ?? ''

describe('placing an advert', () => {
  test('one page after the other, and it is online (K1)', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const id = await begun(bart.visitor)
    for (const [n, step] of asked.entries()) {
      const page = await bart.visitor.get(at(id, step))
      expect(page.status, step).toBe(200)
      expect(page.html.match(/<h1/g), step).toHaveLength(1)
      const answer = await bart.visitor.post(at(id, step), answers[step])
      expect(answer.location, step).toBe(at(id, asked[n + 1] ?? 'check'))
    }
    const check = await bart.visitor.get(at(id, 'check'))
    expect(check.text).toContain('€ 60,50')
    expect(check.text).not.toContain('Nog te beantwoorden')
    const done = await bart.visitor.post(at(id, 'publication'))
    expect(done.status).toBe(303)
    const publicId = publishedAs(done.location)
    expect(await rowOf(publicId)).toMatchObject({
      status: 'published',
      street: 'Naamsestraat',
      postcode: '3000',
      place_id: 'leuven',
      region: 'BE-VLG',
      rent: 45000,
      charges: 6050,
      total: 51050,
      deposit: 90000,
      in_feed: true,
      available_from: '2027-02-01',
    })
    expect(await draftRows(site.p.db, bart.personId)).toEqual([])
    const an = site.visitor()
    const seen = await an.get(`/nl/rooms/${publicId}`)
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('Lichte kamer met balkon')
  })

  test('what was typed is kept at each page, also when it is wrong', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const id = await begun(bart.visitor)
    const wrong = await bart.visitor.post(at(id, 'rent'), { rent: 'veel', chargesMode: 'fixed', charges: '60' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="veel"')
    expect((await bart.visitor.get(at(id, 'rent'))).html).toContain('value="veel"')
    const later = await bart.visitor.post(at(id, 'kind'), { size: 'groot', later: '1' })
    expect(later.location).toBe('/nl/adverts?saved')
    expect((await bart.visitor.get(at(id, 'kind'))).html).toContain('value="groot"')
    expect((await bart.visitor.get('/nl/adverts')).text).toContain('0 van 15 stappen klaar')
    const refused = await bart.visitor.post(at(id, 'publication'))
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(`href="${at(id, 'rent')}"`)
  })

  test('the draft lies sealed: nothing of it can be read in its row', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    await answered(bart.visitor)
    const [row] = await draftRows(site.p.db, bart.personId)
    expect(row?.content.bytes.toString('latin1')).not.toContain('Naamsestraat')
    const [draft] = await openDrafts(site.p, site.p.db, row ? [row] : [])
    expect(draft?.typed.street).toBe('Naamsestraat')
  })

  test('what two tabs send at once is both kept', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const id = await begun(bart.visitor)
    await Promise.all(['kind', 'rent', 'energy', 'comfort'].map((step) => bart.visitor.post(at(id, step), answers[step])))
    const [draft] = await openDrafts(site.p, site.p.db, await draftRows(site.p.db, bart.personId))
    expect(new Set(draft?.done)).toEqual(new Set(['kind', 'rent', 'energy', 'comfort']))
  })

  test('is refused while the text says how to be reached, and points at each', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const id = await answered(bart.visitor)
    const page = await bart.visitor.post(at(id, 'words'), {
      language: 'nl',
      title: 'Kamer in de Naamsestraat 96',
      text: 'Bel nul vier zeven zeven twaalf vierendertig zesenvijftig of mail an at example dot be voor een bezoek.',
    })
    expect(page.status).toBe(422)
    expect(page.html).toContain('<mark title="huisnummer">')
    expect(page.html).toContain('<mark title="e‑mailadres">an at example dot be</mark>')
    expect(page.html).toContain('<mark title="telefoonnummer">nul vier zeven zeven')
    const refused = await bart.visitor.post(at(id, 'publication'))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Nog niet in orde: Titel en tekst')
  })

  test('leaves the advert out of feeds when asked (K20)', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const id = await answered(bart.visitor, { feeds: { outOfFeeds: 'on' } })
    const done = await bart.visitor.post(at(id, 'publication'))
    expect((await rowOf(publishedAs(done.location))).in_feed).toBe(false)
  })

  test('takes a Dutch postcode, and publishes its digits alone: with its letters it is one side of a street (K12)', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const id = await answered(bart.visitor, {
      address: { street: 'Prinsengracht', houseNumber: '263-H', postcode: '1016 GV', town: 'Amsterdam' },
      pin: { pin: 'right' },
      lease: { lease: 'campus' },
      criteria: { criteria: 'Op volgorde van reactie.' },
    })
    const done = await bart.visitor.post(at(id, 'publication'))
    expect(await rowOf(publishedAs(done.location))).toMatchObject({ postcode: '1016', region: 'NL', accuracy: 'postcode' })
  })

  test('asks nothing personal but what an advert needs, and says why (K4)', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const id = await begun(bart.visitor)
    expect((await bart.visitor.get(at(id, 'address'))).text).toContain('Het wordt versleuteld bewaard en nooit getoond')
    const phone = await bart.visitor.get(at(id, 'phone'))
    expect(phone.text).toContain('(niet verplicht)')
    expect(phone.text).toContain('Waarom we dit vragen: wie je al via de site geschreven heeft')
    const names = new Set<string>()
    for (const step of asked)
      for (const [, name] of (await bart.visitor.get(at(id, step))).html.matchAll(/ name="([^"]+)"/g)) names.add(name ?? '')
    for (const personal of ['firstName', 'email', 'birth', 'gender', 'iban']) expect(names.has(personal)).toBe(false)
    // No form of somebody who does not place an advert asks for them.
    for (const path of ['/nl/register', '/nl/sign-in'])
      expect((await site.visitor().get(path)).html).not.toMatch(/name="(?:phone|street|houseNumber|postcode)"/)
  })
})

describe('changing an advert', () => {
  test('is a draft beside it, and publishing it keeps its address and first day', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const publicId = publishedAs((await bart.visitor.post(at(await answered(bart.visitor), 'publication'))).location)
    const { location } = await bart.visitor.post(`/nl/adverts/${publicId}/draft`)
    const id = /drafts\/([^/]+)\/check/.exec(location ?? '')?.[1] ?? ''
    expect((await bart.visitor.get(at(id, 'address'))).html).toContain('value="96"')
    expect((await bart.visitor.get(at(id, 'pin'))).html).toContain('50.8737, 4.7002')
    expect((await bart.visitor.get(at(id, 'phone'))).html).toContain('+32470123456')
    await bart.visitor.post(at(id, 'rent'), { ...answers.rent, rent: '475' })
    expect((await rowOf(publicId)).rent).toBe(45000)
    expect((await bart.visitor.post(`/nl/adverts/${publicId}/draft`)).location).toBe(at(id, 'check'))
    site.clock.pass(1000)
    const done = await bart.visitor.post(at(id, 'publication'))
    expect(done.location).toBe(`/nl/adverts?published=${publicId}`)
    expect((await rowOf(publicId)).rent).toBe(47500)
  })

  test('of one that was read in from a file asks nothing that was never answered', async () => {
    const unsaid = { houseNumber: null, furnished: null, kitchen: null, bath: null, toilet: null, domicile: null } as const
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId } = await placed(site, bart.personId, { ...unsaid, title: 'Uit een rekenblad' })
    const { location } = await bart.visitor.post(`/nl/adverts/${publicId}/draft`)
    const draft = /drafts\/([^/]+)/.exec(location ?? '')?.[1] ?? ''
    expect((await bart.visitor.get(at(draft, 'check'))).text).toContain('Comfort Niet alles ingevuld')
    await bart.visitor.post(at(draft, 'rent'), { ...answers.rent, rent: '460' })
    expect((await bart.visitor.post(at(draft, 'publication'))).location).toBe(`/nl/adverts?published=${publicId}`)
    expect(await rowOf(publicId)).toMatchObject({ rent: 460_00 })
    // What is touched has to hold.
    const again = /drafts\/([^/]+)/.exec((await bart.visitor.post(`/nl/adverts/${publicId}/draft`)).location ?? '')?.[1] ?? ''
    await bart.visitor.post(at(again, 'comfort'), { furnished: 'yes', later: '1' })
    const wrong = await bart.visitor.post(at(again, 'publication'))
    expect([wrong.status, wrong.text.includes('Nog niet in orde: Comfort')]).toEqual([422, true])
  })

  test('Publish pressed twice publishes once, and both presses are answered: of a new advert, of a changed one, and of nobody else’s', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const eve = await signedUp(site, { firstName: 'Eve' })
    const advertIn = async (draft: string) => hidden((await bart.visitor.get(at(draft, 'check'))).html, 'advert')
    const draft = await answered(bart.visitor)
    const advert = await advertIn(draft)
    const press = (of: string, by = bart) => by.visitor.post(at(of, 'publication'), { advert })
    const presses = [...(await Promise.all([press(draft), press(draft)])), await press(draft)]
    const publicId = publishedAs(presses[0]?.location ?? null)
    expect(presses.map(({ location }) => location)).toEqual(Array(3).fill(`/nl/adverts?published=${publicId}`))
    expect((await site.p.db.selectFrom('listings').select('id').where('person_id', '=', bart.personId).execute()).length).toBe(1)
    expect((await press(draft, eve)).status).toBe(404)
    expect((await bart.visitor.post(at(draft, 'publication'))).status).toBe(404)

    const { location } = await bart.visitor.post(`/nl/adverts/${publicId}/draft`)
    const change = /drafts\/([^/]+)/.exec(location ?? '')?.[1] ?? ''
    expect(await advertIn(change)).toBe(advert)
    for (let times = 0; times < 2; times++) expect((await press(change)).location).toBe(`/nl/adverts?published=${publicId}`)
  })

  test('a copy asks only what differs', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const publicId = publishedAs((await bart.visitor.post(at(await answered(bart.visitor), 'publication'))).location)
    const { location } = await bart.visitor.post(`/nl/adverts/${publicId}/copy`)
    const asked: string[] = []
    let next = location ?? ''
    while (!next.endsWith('/check')) {
      const step = next.split('/').at(-1) ?? ''
      asked.push(step)
      next = (await bart.visitor.post(next, answers[step])).location ?? ''
    }
    expect(asked).toEqual(['address', 'kind', 'rent', 'availability', 'photos'])
    const done = await bart.visitor.post(next.replace('/check', '/publication'))
    expect(publishedAs(done.location)).not.toBe(publicId)
  })

  test('pauses, is let, is archived and comes back', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const publicId = publishedAs((await bart.visitor.post(at(await answered(bart.visitor), 'publication'))).location)
    const an = site.visitor()
    for (const [noun, status, seen] of [
      ['pause', 'paused', 410],
      ['publication', 'published', 200],
      ['rental', 'rented', 410],
      ['archive', 'archived', 410],
      ['pause', 'archived', 410],
      ['publication', 'published', 200],
    ] as const) {
      expect((await bart.visitor.post(`/nl/adverts/${publicId}/${noun}`)).status).toBe(303)
      expect((await rowOf(publicId)).status).toBe(status)
      expect((await an.get(`/nl/rooms/${publicId}`)).status).toBe(seen)
    }
    await bart.visitor.post(`/nl/adverts/${publicId}/removal`)
    expect((await an.get(`/nl/rooms/${publicId}`)).status).toBe(404)
  })
})

describe('another person’s', () => {
  test('draft and advert are not there', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const eve = await signedUp(site, { firstName: 'Eve' })
    const draft = await answered(bart.visitor)
    const publicId = publishedAs((await bart.visitor.post(at(await answered(bart.visitor), 'publication'))).location)
    for (const id of [draft, randomUUID(), 'x', '%00']) {
      for (const step of ['address', 'check', 'photos', 'removal'])
        expect((await eve.visitor.get(at(id, step))).status, `${id}/${step}`).toBe(404)
      for (const noun of ['address', 'publication', 'removal', 'photos', 'photos/files', 'photos/order', 'photos/removal'])
        expect((await eve.visitor.post(at(id, noun), { street: 'x' })).status, `${id}/${noun}`).toBe(404)
    }
    for (const id of [publicId, 'bcdfghjkmnpq']) {
      expect((await eve.visitor.get(`/nl/adverts/${id}/removal`)).status).toBe(404)
      for (const noun of ['draft', 'copy', 'removal', 'pause', 'rental', 'archive', 'publication'])
        expect((await eve.visitor.post(`/nl/adverts/${id}/${noun}`)).status, noun).toBe(404)
    }
    expect((await rowOf(publicId)).status).toBe('published')
    expect((await bart.visitor.get(at(draft, 'check'))).status).toBe(200)
    const stranger = site.visitor()
    expect((await stranger.get(at(draft, 'check'))).location).toContain('/nl/sign-in')
    expect((await stranger.post(at(draft, 'address'), {})).location).toContain('/nl/sign-in')
  })
})

describe('bad input', () => {
  const rtl = '\u202eevil'
  const long = 'x'.repeat(20_000)
  const cases: [string, Fields][] = [
    ['address', { ...answers.address, street: '' }],
    ['address', { ...answers.address, street: long }],
    ['address', { ...answers.address, street: 'Naamse\u0000straat' }],
    ['address', { ...answers.address, street: rtl }],
    ['address', { ...answers.address, street: '<script>alert(1)</script>' }],
    ['address', { ...answers.address, street: 'Naamsestraat 96' }],
    ['address', { ...answers.address, street: 'bel 0477 12 34 56' }],
    ['address', { ...answers.address, houseNumber: '🏠' }],
    ['address', { ...answers.address, houseNumber: '12345678' }],
    ['address', { ...answers.address, postcode: '99999' }],
    ['address', { ...answers.address, postcode: '0000' }],
    ['address', { ...answers.address, town: 'Atlantis' }],
    ['address', { ...answers.address, town: 'Groningen' }],
    ['address', { ...answers.address, town: '🙂' }],
    ['pin', {}],
    ['pin', { pin: 'elsewhere' }],
    ['pin', { pin: 'typed', coordinates: '' }],
    ['pin', { pin: 'typed', coordinates: 'here' }],
    ['pin', { pin: 'typed', coordinates: '51.6, 2.9' }],
    ['pin', { pin: 'typed', coordinates: '48.85, 2.35' }],
    ['pin', { pin: 'typed', coordinates: '51.05, 3.72' }],
    ['pin', { pin: 'typed', coordinates: '999, 999' }],
    ['pin', { pin: 'typed', coordinates: `${'9'.repeat(300)}.1, 4` }],
    ['kind', { kind: 'castle' }],
    ['kind', { kind: 'kot', size: '1' }],
    ['kind', { kind: 'kot', size: '99999999999999999999' }],
    ['kind', { kind: 'kot', size: '-5' }],
    ['kind', { kind: 'kot', size: '🙂' }],
    ['rent', { ...answers.rent, rent: '0' }],
    ['rent', { ...answers.rent, rent: '1e99' }],
    ['rent', { ...answers.rent, rent: '99999999999999999999' }],
    ['rent', { ...answers.rent, rent: '-450' }],
    ['rent', { ...answers.rent, rent: '<b>450</b>' }],
    ['rent', { ...answers.rent, charges: '' }],
    ['rent', { ...answers.rent, chargesMode: 'free' }],
    ['rent', { ...answers.rent, chargesCover: ['water', 'champagne'] }],
    ['deposit', { depositAsked: 'yes', deposit: '' }],
    ['deposit', { depositAsked: 'yes', deposit: '901' }],
    ['availability', { available: 'from', availableFrom: '2020-01-01' }],
    ['availability', { available: 'from', availableFrom: '31/02/2027' }],
    ['availability', { available: 'from', availableFrom: '9999-12-31' }],
    ['availability', { available: 'from', availableFrom: '' }],
    ['availability', { available: 'now', availableUntil: '2026-11-01' }],
    ['availability', { available: 'now', leaseMin: '12', leaseMax: '6' }],
    ['availability', { available: 'now', leaseMin: '0' }],
    ['comfort', { furnished: 'perhaps' }],
    ['registration', { internet: ['included', 'none'] }],
    ['energy', { energy: 'label', energyLabel: '' }],
    ['energy', { energy: 'label', energyLabel: 'Z' }],
    ['energy', { energy: 'label', energyLabel: 'B', epcScore: '1000000' }],
    ['energy', { energy: 'label', energyLabel: 'B', epcCode: '<img>' }],
    ['words', { ...answers.words, title: 'Kort' }],
    ['words', { ...answers.words, title: long }],
    ['words', { ...answers.words, title: `Lichte kamer ${rtl}` }],
    ['words', { ...answers.words, text: 'Kort.' }],
    ['words', { ...answers.words, text: long }],
    ['words', { ...answers.words, text: `Ruime kamer onder het dak, met bureau \u0000 en tuin erachter` }],
    ['words', { ...answers.words, language: 'tlh' }],
    ['advertiser', {}],
    ['advertiser', { advertiser: 'professional', companyNumber: '0123.456.748' }],
    ['phone', { phone: 'geen' }],
    ['phone', { phone: '123' }],
    ['phone', { phone: '🙂🙂🙂🙂🙂🙂🙂🙂' }],
  ]
  let bart: Awaited<ReturnType<typeof signedUp>>
  let id: string
  beforeAll(async () => {
    bart = await signedUp(site, { firstName: 'Bart' })
    id = await begun(bart.visitor)
    await bart.visitor.post(at(id, 'address'), answers.address)
    await bart.visitor.post(at(id, 'rent'), answers.rent)
  })

  test.each(cases)('%s %j is refused, with what was typed', async (step, fields) => {
    const good = await bart.visitor.post(at(id, 'address'), answers.address)
    expect(good.status).toBe(303)
    await bart.visitor.post(at(id, 'rent'), answers.rent)
    const page = await bart.visitor.post(at(id, step), fields)
    expect(page.status).toBe(422)
    expect(page.html).toContain('<title>Fout: ')
    expect(page.html).not.toContain('<script>alert')
    const [draft] = await openDrafts(site.p, site.p.db, await draftRows(site.p.db, bart.personId))
    for (const [name, value] of Object.entries(fields)) expect(draft?.typed[name]).toEqual(value)
    expect((await bart.visitor.get(at(id, 'check'))).status).toBe(200)
  })

  test('emoji and right-to-left scripts in a text are fine', async () => {
    const page = await bart.visitor.post(at(id, 'words'), {
      language: 'en',
      title: 'Bright room 🌞 near the park',
      text: 'A quiet room with a view 🌳 of the garden. مرحبا, שלום and welcome to all of you.',
    })
    expect(page.status).toBe(303)
  })
})
