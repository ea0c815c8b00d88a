import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type FindKind, findPersonalData } from './finder'

const found = (text: string, street?: string) =>
  findPersonalData(text, { street }).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('findPersonalData', () => {
  test.each<[FindKind, string, string]>([
    ['phone', 'Bel me op 0477 12 34 56 na 18 uur', '0477 12 34 56'],
    ['phone', 'Bel 0477/12.34.56.', '0477/12.34.56'],
    ['phone', 'Tel.: 016 22 33 44', '016 22 33 44'],
    ['phone', 'whatsapp +32 (0)477 123456', '+32 (0)477 123456'],
    ['phone', 'ou +33 6 12 34 56 78 svp', '+33 6 12 34 56 78'],
    ['phone', 'app 06-12345678', '06-12345678'],
    ['phone', 'bel 0031 20 123 45 67', '0031 20 123 45 67'],
    ['phone', 'nul vier zeven zeven twaalf vierendertig zesenvijftig', 'nul vier zeven zeven twaalf vierendertig zesenvijftig'],
    [
      'phone',
      'zéro quatre cent? non: zéro quatre sept sept, douze, trente-quatre, cinquante-six',
      'zéro quatre sept sept, douze, trente-quatre, cinquante-six',
    ],
    ['phone', 'call oh four seven seven one two three four five six', 'oh four seven seven one two three four five six'],
    ['phone', 'bel ０４７７ １２ ３４ ５６ maar', '０４７７ １２ ３４ ５６'],
    ['phone', 'bel 4\u200b77.12.34.56', '4\u200b77.12.34.56'],
    ['phone', '0 4 7 7 1 2 3 4 5 6', '0 4 7 7 1 2 3 4 5 6'],
    ['email', 'mail an.peeters@example.be!', 'an.peeters@example.be'],
    ['email', 'mail an at example dot be', 'an at example dot be'],
    ['email', 'mail an (at) example punt be', 'an (at) example punt be'],
    ['email', 'écrivez à an arobase exemple point be', 'an arobase exemple point be'],
    ['email', 'an @ gmail . com', 'an @ gmail . com'],
    ['email', 'write to an at gmail.com', 'an at gmail.com'],
    ['iban', 'Stort op BE68 5390 0754 7034 voor de waarborg', 'BE68 5390 0754 7034'],
    ['iban', 'NL91ABNA0417164300', 'NL91ABNA0417164300'],
    ['iban', 'FR14 2004 1010 0505 0001 3M02 606 svp', 'FR14 2004 1010 0505 0001 3M02 606'],
    ['nationalNumber', 'rijksregister 85.07.30-033.28', '85.07.30-033.28'],
    ['nationalNumber', 'BSN 111222333', '111222333'],
    ['houseNumber', 'In de Naamsestraat 12 in Leuven', 'de Naamsestraat 12'],
    ['houseNumber', 'Tiensesteenweg 120/3', 'Tiensesteenweg 120/3'],
    ['houseNumber', 'au 15, rue de la Loi', '15, rue de'],
    ['houseNumber', 'rue du Moulin 7 à Namur', 'rue du Moulin 7'],
    ['houseNumber', 'Prinsengracht nr. 1024', 'Prinsengracht nr. 1024'],
    ['houseNumber', 'huisnummer: 14', 'huisnummer: 14'],
  ])('%s in "%s"', (kind, text, what) => {
    expect(found(text)).toContainEqual([kind, what])
  })

  test.each([
    'Kamer van 18 m² voor € 450 per maand, waarborg 900 euro',
    'Vrij vanaf 01/09/2026 tot 30/06/2027, huur 450,50',
    'Beschikbaar 01-09-2026 30 dagen op voorhand te bevestigen',
    'In de Naamsestraat, 3000 Leuven, op 5 minuten van het station',
    'Naamsestraat 5 minuten fietsen van Gasthuisberg',
    'Rue du 8 mai 1945, à 10 minutes; place du 20 Août',
    'Rue calme à 5 minutes de l’université, 1 place de parking',
    'Open van 09.00 - 18.00, EPC 20231015-0002345678-RES-1',
    'Bouwjaar 1985, gerenoveerd in 2019, 1012 AB Amsterdam',
    'Rent 1.250,00 a month, look at the photos. Be quick',
    'Un deux pièces de 45 m², six chambres, deux douches',
    'Je zit onderweg 10 minuten op de fiets; bus 2 of 601',
    '12 kamers, 3 badkamers, 2 keukens, 450 / 475 / 500 euro',
    'See you at the station. Dot the i',
  ])('leaves "%s" alone', (text) => {
    expect(found(text)).toEqual([])
  })

  test('knows the number of one’s own street, whatever it is called', () => {
    expect(found('Kom naar Ham 12!', 'Ham')).toEqual([['houseNumber', 'Ham 12']])
    expect(found('Kom naar Ham 12!')).toEqual([])
    expect(found('Ham, 9000 Gent', 'Ham')).toEqual([])
  })

  // What is written in an advert beside what is looked for.
  const word = fc.constantFrom(
    'kamer',
    'met',
    'licht',
    'grand',
    'bureau',
    'près',
    'quiet',
    'house',
    'bed',
    'é',
    'à',
    '🙂',
    'ruim.',
    'mooi,',
  )
  const amount = fc.integer({ min: 50, max: 2000 })
  const harmless = fc.oneof(
    amount.map((n) => `€ ${n}`),
    amount.map((n) => `${n},50 euro`),
    fc.integer({ min: 6, max: 99 }).map((n) => `${n} m²`),
    fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((day) => {
      const [year = '', month = '', date = ''] = day.toISOString().slice(0, 10).split('-')
      return `${date}/${month}/${year}`
    }),
    fc.integer({ min: 1900, max: 2035 }).map(String),
    fc.integer({ min: 1000, max: 9999 }).map((n) => `${n} Leuven`),
    fc.integer({ min: 1000, max: 9999 }).map((n) => `${n} AB Utrecht`),
  )
  const prose = fc.array(fc.oneof(word, word, harmless), { maxLength: 12 }).map((parts) => parts.join(' '))

  it('leaves prices, sizes, dates, years and postcodes alone', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(found(text)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
  const grouped = (sizes: number[], separator: string) => (all: number[]) => {
    const rest = [...all]
    return sizes.map((size) => rest.splice(0, size).join('')).join(separator)
  }
  const spoken = {
    nl: 'nul een twee drie vier vijf zes zeven acht negen'.split(' '),
    fr: 'zéro un deux trois quatre cinq six sept huit neuf'.split(' '),
    en: 'zero one two three four five six seven eight nine'.split(' '),
  }
  const phone = fc.oneof(
    fc.tuple(fc.constantFrom(' ', '.', '/', '-', ''), digits(6)).map(([by, rest]) => `0478${by}${grouped([2, 2, 2], by)(rest)}`),
    fc.tuple(fc.constantFrom(' ', '.', '-'), digits(7)).map(([by, rest]) => `+32${by}47${grouped([3, 2, 2], by)(rest)}`),
    digits(8).map((rest) => `06 ${rest.join('')}`),
    fc
      .tuple(fc.constantFrom('nl', 'fr', 'en'), digits(8))
      .map(([language, rest]) => [0, 4, ...rest].map((n) => spoken[language][n]).join(' ')),
  )
  const email = fc
    .tuple(
      fc.stringMatching(/^[a-z]{3,10}$/),
      fc.constantFrom('@', ' at ', ' (at) ', '[at]', ' apenstaartje '),
      fc.constantFrom(' dot ', ' punt ', ' point '),
    )
    .map(([name, at, dot]) => `${name}${at}voorbeeld${at === '@' ? '.' : dot}be`)
  const iban = digits(12).map((rest) => {
    const body = rest.join('')
    const check = String(98n - (BigInt(`${body}111400`) % 97n)).padStart(2, '0')
    return `BE${check} ${body.slice(0, 4)} ${body.slice(4, 8)} ${body.slice(8)}`
  })
  const national = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 997 }))
    .map(([month, day, count]) => {
      const body = `88${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(count).padStart(3, '0')}`
      return `${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`
    })
  const house = fc
    .tuple(fc.constantFrom('Kerkstraat', 'Bondgenotenlaan', 'rue Neuve', 'Prinsengracht'), fc.integer({ min: 1, max: 999 }))
    .map(([street, n]) => `${street} ${n}`)

  test.each<[FindKind, fc.Arbitrary<string>]>([
    ['phone', phone],
    ['email', email],
    ['iban', iban],
    ['nationalNumber', national],
    ['houseNumber', house],
  ])('finds a planted %s wherever it stands', (kind, planted) => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), planted, fc.array(word, { maxLength: 8 }), (before, what, after) => {
        const text = [...before, what, ...after].join(' ')
        const start = before.join(' ').length + (before.length > 0 ? 1 : 0)
        const touching = findPersonalData(text).filter((find) => find.start < start + what.length && find.end > start)
        expect(touching.map((find) => find.kind)).toContain(kind)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, and says ranges of the text in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let end = 0
        for (const find of findPersonalData(text)) {
          expect(find.start).toBeGreaterThanOrEqual(end)
          expect(find.end).toBeGreaterThan(find.start)
          end = find.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('does not take quadratic time on hostile texts', () => {
    const hostile = ['0', '0 ', 'a.', 'rue ', 'nul ', 'be12 ', 'a', 'a-', 'a dot ', 'straat']
    // 300,000 characters of each: a pattern that begins anew at every letter would run into the limit of the test.
    for (const text of hostile) expect(findPersonalData(text.repeat(300_000 / text.length)).length).toBeLessThan(300_000)
  }, 120_000)
})
