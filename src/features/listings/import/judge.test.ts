import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lawOf } from '../law'
import { type Judged, judge } from './judge'
import { compare, ownLayout, readMapping } from './mapping'
import type { Cell } from './records'
import { typedBy } from './typed'
import { words } from './words'

const now = new Date('2026-11-21T10:00:00Z')
const law = lawOf({ law: [] })
const bart = { id: 'bart-1', city: 'Leuven', rent: '450', chargesMode: 'included', energyLabel: 'B' }
const judged = (cells: Record<string, Cell>, mapping = ownLayout): Judged =>
  judge({ line: 2, cells: new Map(Object.entries(cells)), mended: false }, mapping, now, law, 'en')
const reasonsOf = (change: Record<string, Cell>) => {
  const one = judged({ ...bart, ...change })
  return one.ok ? [] : one.reasons
}
const advertOf = (change: Record<string, Cell>, mapping = ownLayout) => {
  const one = judged({ ...bart, ...change }, mapping)
  if (!one.ok) throw new Error(one.reasons.join())
  return one.advert
}

test('what is wrong is said in the language of the operator', () => {
  const wrong = { ...bart, city: 'Atlantis', title: 'Bel 0470 12 34 56 voor deze kamer' }
  const said = (change: object, language: 'nl' | 'fr') => {
    const cells = new Map(Object.entries({ ...wrong, ...change }))
    const one = judge({ line: 2, cells, mended: false }, ownLayout, now, law, language)
    return one.ok ? [] : one.reasons
  }
  expect(said({}, 'nl')).toEqual(['in title staat een telefoonnummer', 'city is geen plaats die gekend is ("Atlantis")'])
  expect(said({}, 'fr')).toEqual([
    'title contient un numéro de téléphone',
    'city n’est pas un lieu connu («\u00a0Atlantis\u00a0»)',
  ])
  expect(said({ rent: '25000', size: '' }, 'fr')).toEqual(['rent doit être au plus 20000 ("25000")'])
  const broken = judge({ line: 3, trouble: (text) => text.long }, ownLayout, now, law, 'nl')
  expect(broken.ok ? [] : broken.reasons).toEqual(['de regel is te lang om een advertentie te zijn'])
})

describe('our own layout', () => {
  test('a whole advert', () => {
    const { content, against, url, publishedAt } = advertOf({
      url: 'https://rooms.example/1',
      kind: 'studio',
      title: 'Zonnige studio bij het station',
      text: 'Een lichte studio.',
      postcode: '3000',
      street: 'Bondgenotenlaan',
      rent: '€ 1.050,50',
      chargesMode: 'provision',
      charges: '60',
      chargesCover: 'heating, water',
      deposit: '2.101',
      size: '24,5 m²',
      availableFrom: '1/9/2027',
      furnished: 'true',
      kitchen: 'own',
      epcScore: '180',
      epcCode: '20260101-0001234567-RES-1',
      lease: 'student',
      inFeed: 'no',
      publishedAt: '2026-11-01',
    })
    expect(content).toMatchObject({
      kind: 'studio',
      language: 'nl',
      title: 'Zonnige studio bij het station',
      text: 'Een lichte studio.',
      place: 'leuven',
      postcode: '3000',
      accuracy: 'postcode',
      rent: 1050_50,
      charges: 60_00,
      chargesCover: ['water', 'heating'],
      deposit: 2101_00,
      size: 24,
      availableFrom: '2027-09-01',
      availableUntil: null,
      furnished: true,
      kitchen: 'own',
      bath: null,
      inFeed: false,
      houseNumber: null,
      phone: null,
    })
    expect([against, url, publishedAt]).toEqual([[], 'https://rooms.example/1', new Date('2026-11-01T00:00:00Z')])
  })

  test('what is not told is not known, and what the law wants of it is said', () => {
    const { content, against } = advertOf({ chargesMode: '', energyLabel: '', deposit: '901' })
    expect(content).toMatchObject({ chargesMode: null, charges: null, size: null, energyLabel: null, accuracy: 'place' })
    expect(against.toSorted()).toEqual(['vlg-charges', 'vlg-deposit', 'vlg-epc'])
  })

  test.each<[string, Record<string, Cell>, string]>([
    ['no id', { id: '' }, 'id is missing'],
    ['no rent', { rent: '' }, 'rent is missing'],
    ['a rent that is none', { rent: 'op aanvraag' }, 'rent is not an amount ("op aanvraag")'],
    ['a rent too high', { rent: '25000' }, 'rent must be at most 20000 ("25000")'],
    ['a kind that is none', { kind: 'boat' }, 'kind is none of the values it can have ("boat")'],
    ['a web address that is a script', { url: 'javascript:alert(1)' }, 'url is not a web address ("javascript:alert(1)")'],
    ['a town nobody knows', { city: 'Atlantis' }, 'city is no place that is known ("Atlantis")'],
    ['a town of the other country', { country: 'NL' }, 'city is no place that is known in NL ("Leuven")'],
    ['a town of two countries', { city: 'Hasselt' }, 'city is in Belgium and in the Netherlands: tell the country ("Hasselt")'],
    ['a postcode elsewhere', { postcode: '9000' }, 'postcode 9000 is not in Leuven'],
    ['a postcode that is none', { postcode: '30' }, 'postcode is not one ("30")'],
    [
      'charges without their way',
      { chargesMode: '', charges: '50' },
      'charges are told, but not how they are asked (chargesMode)',
    ],
    ['charges both ways', { charges: '50' }, 'charges are included, and an amount is told too'],
    [
      'an end before the start',
      { availableFrom: '2027-09-01', availableUntil: '2027-08-31' },
      'availableUntil is before availableFrom',
    ],
    ['a lease that shrinks', { leaseMinMonths: '12', leaseMaxMonths: '6' }, 'leaseMaxMonths is less than leaseMinMonths'],
    ['a day that is none', { availableFrom: '31/02/2027' }, 'availableFrom is not a day like 2026-09-14 ("31/02/2027")'],
    ['tomorrow’s news', { publishedAt: '2026-11-22' }, 'publishedAt is still to come'],
    ['a list where a value is', { rent: ['1', '2'] }, 'rent is told twice, differently'],
    ['signs that reverse the text', { title: 'Mooie kamer \u202e' }, 'title has signs that cannot be kept'],
  ])('refused: %s', (_, change, reason) => expect(reasonsOf(change).map((one) => one.split(' ("Mooie')[0])).toEqual([reason]))

  test.each([
    [{ text: 'Bel Bart op 0477 12 34 56' }, 'text has a phone number in it'],
    [{ title: 'Kamer, mail bart@kot.example' }, 'title has an e‑mail address in it'],
    [{ street: 'Tiensestraat 41' }, 'street has a house number in it'],
    [{ street: 'Tiensevest', text: 'Kom kijken in Tiensevest 12' }, 'text has a house number in it'],
  ])('what tells of a person is named by its kind, never repeated: %j', (change, reason) => {
    expect(reasonsOf(change)).toEqual([reason])
  })

  test('every reason at once', () => expect(reasonsOf({ rent: '', id: '', kind: 'x' })).toHaveLength(3))

  test('a Dutch postcode loses its letters, and a homonym is said', () => {
    expect(advertOf({ city: 'Utrecht', postcode: '3511 AB' }).content.postcode).toBe('3511')
    expect(judged({ ...bart, city: 'Hengelo' }).notes).toEqual(['Hengelo was taken to be Hengelo (Overijssel)'])
  })

  test('never crashes, whatever stands in it', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...Object.keys(bart), 'text', 'size', 'postcode', 'url', 'publishedAt'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(anything, (cells) => {
        expect(typeof judged({ ...bart, ...cells }).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})

describe('title and text of an advert that came without', () => {
  test.each([
    [
      'nl',
      'Kot van 12 m², Bondgenotenlaan, Leuven',
      'Kot van 12 m² in Leuven, Bondgenotenlaan. De huur is € 450 per maand, kosten inbegrepen. De waarborg is € 900. Gemeubeld, gedeelde keuken. Energielabel B.',
    ],
    [
      'fr',
      'Kot de 12 m², Bondgenotenlaan, Louvain',
      'Kot de 12 m² à Louvain, Bondgenotenlaan. Le loyer est de 450 € par mois, charges comprises. La garantie est de 900 €. Meublé, cuisine commune. Label énergétique B.',
    ],
    [
      'en',
      'Room of 12 m², Bondgenotenlaan, Leuven',
      'Room of 12 m² in Leuven, Bondgenotenlaan. The rent is €450 a month, charges included. The deposit is €900. Furnished, shared kitchen. Energy label B.',
    ],
  ])('%s', (language, title, text) => {
    const { content } = advertOf({
      language,
      size: '12',
      street: 'Bondgenotenlaan',
      deposit: '900',
      furnished: 'yes',
      kitchen: 'shared',
    })
    expect([content.title, content.text.replace(/[\u00a0\u202f]/g, ' ')]).toEqual([title, text])
  })

  test('says nothing that is not known', () => {
    const { content } = advertOf({ chargesMode: '', energyLabel: '' })
    expect([content.title, content.text.replace(/\u00a0/g, ' ')]).toEqual([
      'Kot, Leuven',
      'Kot in Leuven. De huur is € 450 per maand.',
    ])
  })
})

describe('a mapping', () => {
  const text = JSON.stringify({
    source: 'elsewhere',
    defaults: { country: 'NL' },
    columns: {
      nr: 'id',
      plaats: { field: 'city', values: { Hoogvliet: 'Rotterdam' }, others: 'keep' },
      prijs: { field: 'rent', unit: 'cents' },
      kosten: { field: 'chargesMode', values: { ja: 'included', nee: { say: 'kosten niet inbegrepen' } } },
      details: {
        list: 'python',
        values: { Keuken: { set: { kitchen: 'own' } }, Tuin: { say: 'tuin' }, Vrouw: { drop: 'sex' } },
      },
      dekt: { field: 'chargesCover', list: { separator: '+' } },
      gezien: { field: 'publishedAt', unit: 'unixSeconds' },
      intern: null,
    },
  })
  const mapping = readMapping(text, 'map.json')
  const line = {
    nr: '1',
    plaats: 'Hoogvliet',
    prijs: '45050',
    kosten: 'nee',
    details: "['Keuken', 'Tuin', 'Vrouw', 'Zwembad']",
    dekt: 'water + heating',
    gezien: '1710935522',
    intern: 'x',
  }

  test('reads columns, dictionaries, lists, units and defaults', () => {
    const one = judged(line, mapping)
    if (!one.ok) throw new Error(one.reasons.join())
    const { content, publishedAt, against } = one.advert
    expect(content).toMatchObject({
      kind: 'kot',
      language: 'nl',
      place: 'rotterdam',
      rent: 450_50,
      chargesMode: null,
      kitchen: 'own',
      chargesCover: ['water', 'heating'],
    })
    expect(content.text).toContain('Kosten niet inbegrepen, tuin.')
    expect(publishedAt).toEqual(new Date('2024-03-20T11:52:02Z'))
    expect(against.toSorted()).toEqual(['nl-criteria', 'nl-energy'])
    expect(one.notes).toEqual(['left out: sex', 'not in the mapping, left out: details: Zwembad'])
  })

  test.each([
    [{ kosten: 'soms' }, 'kosten has a value that the mapping does not know ("soms")'],
    [{ details: "['Keuken'" }, 'details is not a list that can be read'],
  ])('refuses what it does not know: %j', (change, reason) =>
    expect(judged({ ...line, ...change }, mapping)).toMatchObject({ ok: false, id: '1', reasons: [reason] }),
  )

  test('names of the language itself are not in a dictionary', () => {
    expect(typedBy(mapping, new Map([['kosten', 'constructor']]), words('en')).reasons).toHaveLength(1)
  })

  test('fits the first line of the file, or says what lacks', () => {
    expect(compare(mapping, ['nr', 'plaats', 'prijs', 'kosten', 'tuin'])).toEqual({
      unread: ['tuin'],
      absent: ['details', 'dekt', 'gezien', 'intern'],
    })
    expect(compare(ownLayout, ['id', 'city', 'rent', 'phone'])).toEqual({ unread: ['phone'], absent: [] })
    expect(() => compare(ownLayout, ['id', 'prijs'])).toThrow('none brings city, rent. It has: id, prijs')
  })

  test.each([
    ['{', 'map.json is not JSON'],
    ['[]', 'map.json is not a mapping'],
    [JSON.stringify({ columns: { a: 'price' } }), 'columns › a'],
    [JSON.stringify({ columns: { a: { field: 'rent', unit: 'dollars' } } }), 'columns › a'],
    [JSON.stringify({ columns: {}, colums: {} }), 'colums'],
  ])('that does not hold says where: %s', (json, why) => expect(() => readMapping(json, 'map.json')).toThrow(why))
})
