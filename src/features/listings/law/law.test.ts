import { describe, expect, test } from 'vitest'
import type { Region } from '../../../register/tables/listings'
import { languages } from '../../../std/words'
import type { ListingContent } from '../content'
import { aRoom } from '../testing'
import { factsOf, findingsOf, holds, idsOf, lawIn, lawOf, refusals, WrongLaw } from '.'

type Told = Partial<ListingContent>
const law = lawOf({ law: [] })
const today = '2026-11-21'

/** Adverts that no rule has anything against, by region. */
const lawful: Record<Region, Told> = {
  'BE-VLG': aRoom,
  'BE-BRU': { ...aRoom, answers: { lease: 'student', meters: [], referenceMax: 460_00 } },
  'BE-WAL': { ...aRoom, answers: { lease: 'student', domicileReason: 'Vergund als studentenhuis' } },
  NL: {
    ...aRoom,
    answers: { lease: 'campus', criteria: 'Op volgorde van reactie', points: 120, maxRent: 450_00 },
  },
}
const given = (region: Region, change: Told): Told => ({
  ...lawful[region],
  ...change,
  answers: { ...lawful[region].answers, ...change.answers },
})
const found = (region: Region, change: Told, day = today) => idsOf(findingsOf(factsOf(given(region, change)), region, day, law))
const says = (text: string): Told => ({ text })

/** For each rule an advert that goes against it alone. */
const broken: Record<string, [Region, Told]> = {
  'vlg-rent': ['BE-VLG', { rent: 5_00, deposit: 0 }],
  'vlg-charges': ['BE-VLG', { chargesMode: null }],
  'vlg-charges-kinds': ['BE-VLG', { chargesCover: ['water', 'cleaning'] }],
  'vlg-deposit': ['BE-VLG', { deposit: 900_01 }],
  'vlg-deposit-main': ['BE-VLG', { deposit: 1350_01, answers: { lease: 'main' } }],
  'vlg-epc': ['BE-VLG', { energyLabel: null, epcScore: null, epcCode: null }],
  'vlg-epc-score': ['BE-VLG', { epcScore: null }],
  'vlg-epc-code': ['BE-VLG', { epcCode: null }],
  'vlg-epc-letter': ['BE-VLG', { energyLabel: null }],
  'vlg-exemption': ['BE-VLG', { energyLabel: 'exempt', epcScore: null, epcCode: null }],
  'vlg-size': ['BE-VLG', { size: 11 }],
  'vlg-sublet': ['BE-VLG', { answers: { lease: 'sublet' } }],
  'gent-conformity': ['BE-VLG', { postcode: '9050', answers: { conformity: 'none' } }],
  'kuurne-conformity-1970': ['BE-VLG', { postcode: '8520', answers: { conformity: 'requested' } }],
  'brugge-conformity': ['BE-VLG', { postcode: '8200', answers: { conformity: 'none' } }],
  'tienen-kotlabel': ['BE-VLG', { postcode: '3300', answers: { conformity: 'none' } }],
  'mechelen-conformity': ['BE-VLG', { postcode: '2811', answers: { conformity: 'none' } }],
  'sint-katelijne-waver-conformity': ['BE-VLG', { postcode: '2861', answers: { conformity: 'none' } }],
  'rijkevorsel-conformity': ['BE-VLG', { postcode: '2310', answers: { conformity: 'none' } }],
  'bru-rent': ['BE-BRU', { rent: 5_00, deposit: 0 }],
  'bru-charges': ['BE-BRU', { chargesMode: 'provision', charges: null }],
  'bru-deposit': ['BE-BRU', { deposit: 900_01 }],
  'bru-student': ['BE-BRU', { leaseMaxMonths: 13 }],
  'bru-pets': ['BE-BRU', says('Rustige kamer. Geen honden of huisdieren a.u.b.')],
  'bru-lease': ['BE-BRU', { answers: { lease: undefined } }],
  'bru-surface': ['BE-BRU', { size: null }],
  'bru-meters': ['BE-BRU', { answers: { meters: undefined } }],
  'bru-charges-list': ['BE-BRU', { chargesCover: [] }],
  'bru-epb': ['BE-BRU', { energyLabel: null, epcScore: null }],
  'bru-reference-rent': ['BE-BRU', { answers: { referenceMax: undefined } }],
  'bru-previous-rent': ['BE-BRU', { answers: { lease: 'short' } }],
  'bru-reference-20': ['BE-BRU', { rent: 552_01 }],
  'wal-rent': ['BE-WAL', { rent: 5_00, deposit: 0 }],
  'wal-charges': ['BE-WAL', { chargesMode: null }],
  'wal-deposit': ['BE-WAL', { deposit: 900_01 }],
  'wal-domicile': ['BE-WAL', { answers: { domicileReason: undefined } }],
  'wal-peb': ['BE-WAL', { energyLabel: null, epcScore: null }],
  'nl-rent': ['NL', { rent: 5_00, deposit: 0 }],
  'nl-charges': ['NL', { chargesMode: null, charges: null }],
  'nl-criteria': ['NL', { answers: { criteria: undefined } }],
  'nl-deposit': ['NL', { deposit: 900_01 }],
  'nl-all-in': ['NL', { chargesMode: 'included', charges: null, answers: { bareRent: 450_00 } }],
  'nl-energy': ['NL', { energyLabel: null }],
  'nl-exemption': ['NL', { energyLabel: 'exempt', answers: { exemption: 'other' } }],
  'nl-points': ['NL', { answers: { points: undefined } }],
  'nl-max-rent': ['NL', { answers: { maxRent: 449_99 } }],
  'nl-indefinite': ['NL', { availableUntil: '2027-08-31', answers: { lease: 'indefinite' } }],
  'wording-origin': ['BE-VLG', says('Fijne kamer, liefst geen buitenlanders.')],
  'wording-belief': ['NL', says('We zoeken alleen christelijke huisgenoten.')],
  'wording-gender': ['BE-WAL', says('Chambre réservée aux filles.')],
  'wording-orientation': ['BE-VLG', says('Sorry, no gays.')],
  'wording-health': ['BE-BRU', says('Pas de personnes handicapées.')],
  'wording-age': ['NL', says('Leeftijd: 18-25.')],
  'wording-wealth': ['BE-VLG', says('Geen OCMW.')],
  'wording-language': ['BE-BRU', says('Uniquement francophones.')],
}

/** Rules that cannot be broken alone: an all-in price is warned for as well. */
const together: Record<string, [Region, Told, string[]]> = {
  'nl-bare-rent': ['NL', { chargesMode: 'included', charges: null }, ['nl-all-in']],
}

test('every rule of today has an advert that goes against it', () => {
  const now = law.filter(({ from, until }) => from <= today && (until === undefined || today <= until))
  expect([...Object.keys(broken), ...Object.keys(together)].toSorted()).toEqual(now.map(({ id }) => id).toSorted())
})

test('a rule of one municipality is about it alone, and follows its own calendar', () => {
  const none = { answers: { conformity: 'none' } } as const
  const on = (day: string) => found('BE-VLG', { postcode: '8520', ...none }, day).filter((id) => id.startsWith('kuurne'))
  expect(['2022-06-30', '2022-07-01', '2025-12-31', '2026-01-01', '2029-01-01', '2032-01-01'].map(on)).toEqual([
    [],
    ['kuurne-conformity-1945'],
    ['kuurne-conformity-1945'],
    ['kuurne-conformity-1970'],
    ['kuurne-conformity-1990'],
    ['kuurne-conformity-all'],
  ])
  expect(found('BE-VLG', { postcode: '8500', ...none })).toEqual([])
  expect(found('NL', { postcode: '9000', ...none })).toEqual([])
  // A student's room, and nothing else; what an advert does not tell is not held against it.
  expect(found('BE-VLG', { postcode: '2800', answers: { ...none.answers, lease: 'main' } })).toEqual([])
  expect(found('BE-VLG', { postcode: '9000' })).toEqual([])
  expect(found('BE-VLG', { postcode: '9000', answers: { conformity: 'requested' } })).toEqual([])
})

test.each(Object.keys(lawful))('a lawful advert in %s goes against nothing', (region) => {
  for (const [name, told] of Object.entries(lawful)) if (name === region) expect(found(name as Region, told)).toEqual([])
})

const cases = [
  ...Object.entries(broken).map(([id, [region, told]]) => [id, region, told, [] as string[]] as const),
  ...Object.entries(together).map(([id, [region, told, also]]) => [id, region, told, also] as const),
]
describe.each(cases)('%s', (id, region, told, also) => {
  const rule = law.find((one) => one.id === id)
  const eve = Temporal.PlainDate.from(rule?.from ?? '')
    .subtract({ days: 1 })
    .toString()

  test('refuses, holds or warns, with its reason, from its first day', () => {
    expect(found(region, told).toSorted()).toEqual([id, ...also].toSorted())
    expect(found(region, told, rule?.from)).toContain(id)
    const findings = findingsOf(factsOf(given(region, told)), region, today, law).filter((one) => one.rule.id === id)
    expect(refusals(findings).length + holds(findings).length).toBe(rule?.effect === 'warn' ? 0 : 1)
    for (const language of languages) expect(rule?.why[language]).toMatch(/^\p{Lu}.{10,}[.]$/u)
  })

  test('not on the day before', () => {
    expect(found(region, told, eve)).not.toContain(id)
  })
})

test('what nobody checked refuses nothing, unless a site says so', () => {
  expect(law.filter(({ certainty, effect }) => certainty === 'unverified' && effect === 'refuse')).toEqual([])
  const strict = lawOf({ law: [{ file: 'law/a.json', content: { settings: [{ id: 'bru-epb', effect: 'refuse' }] } }] })
  expect(strict.find(({ id }) => id === 'bru-epb')?.effect).toBe('refuse')
  const lax = lawOf({ law: [{ file: 'law/a.json', content: { settings: [{ id: 'bru-epb', effect: 'off' }] } }] })
  expect(lax.find(({ id }) => id === 'bru-epb')).toBeUndefined()
})

test('what the desk let stand is not held again', () => {
  const findings = findingsOf(factsOf(given('BE-VLG', says('Geen OCMW.'))), 'BE-VLG', today, law)
  expect(findings[0]?.quotes).toEqual(['Geen OCMW'])
  expect(holds(findings, ['wording-wealth'])).toEqual([])
})

describe('files of a site', () => {
  const [first] = law
  const asWritten = {
    id: 'own-rule',
    regions: ['NL'],
    from: '2027-01-01',
    until: '2027-12-31',
    sources: [{ law: 'A bye-law' }],
    certainty: 'read',
    effect: 'refuse',
    field: 'size',
    wants: { field: 'size', atLeast: 15 },
    why: { nl: 'Te klein.', fr: 'Trop petit.', en: 'Too small.' },
    change: { nl: 'Kijk na.', fr: 'Vérifiez.', en: 'Check it.' },
  }
  const lawWith = (change: object) => lawIn([{ file: 'law/own.json', content: { rules: [{ ...asWritten, ...change }] } }])

  test('add a rule, which holds from its first day to its last', () => {
    const own = lawWith({})
    const on = (day: string) => idsOf(findingsOf({ size: 14 }, 'NL', day, own))
    expect(['2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01'].map(on)).toEqual([[], ['own-rule'], ['own-rule'], []])
  })

  test.each<[object, RegExp]>([
    [{ from: 'soon' }, /law\/own\.json: rules\.0\.from/],
    [{ field: 'colour' }, /rules\.0\.field/],
    [{ wants: { field: 'size', bigger: 3 } }, /rules\.0\.wants: is no condition/],
    [{ why: { nl: 'Te klein.' } }, /rules\.0\.why/],
    [{ until: '2026-01-01' }, /ends before it begins/],
    [{ certainty: 'unverified' }, /nobody checked it/],
    [{ extra: 1 }, /rules\.0/],
  ])('a wrong one is named, with what is wrong: %j', (change, message) => {
    expect(() => lawWith(change)).toThrow(message)
    expect(() => lawWith(change)).toThrow(WrongLaw)
  })

  test('a rule that is there already, and a setting for one that is not', () => {
    const twice = { rules: [asWritten, asWritten] }
    expect(() => lawIn([{ file: 'a.json', content: twice }])).toThrow(/there is a rule own-rule already/)
    expect(() => lawIn([{ file: 'a.json', content: { settings: [{ id: 'x', effect: 'off' }] } }])).toThrow(/there is no rule x/)
    expect(first).toBeDefined()
  })
})
