import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { centsOf, choice, choices, day, dayOfTyped, email, line, lines, money, optional, ticked, whole } from './fields'
import { check, say } from './index'

const read = <T>(schema: z.ZodType<T>, typed: unknown): T | string => {
  const parsed = schema.safeParse(typed)
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? '')
}

describe('one line', () => {
  test.each([
    ['An', 'An'],
    ['  Zoë  ', 'Zoë'],
    ['Zoe\u0308', 'Zoë'],
    ['', 'required'],
    [undefined, 'required'],
    [['An', 'Bart'], 'An'],
    ['x'.repeat(21), 'tooLong:20'],
    ['two\nlines', 'signs'],
    ['An\u0000', 'signs'],
    ['\u202eevil', 'signs'],
    ['😀 مرحبا', '😀 مرحبا'],
    ['<b>An</b>', '<b>An</b>'],
  ])('%j gives %j', (typed, expected) => {
    expect(read(line(20), typed)).toBe(expected)
  })
  test('several lines keep their breaks', () => {
    expect(read(lines(100), 'a\r\nb\rc')).toBe('a\nb\nc')
    expect(read(lines(100), 'a\u0007')).toBe('signs')
  })
})

describe('an e-mail address', () => {
  test.each(['an@example.org', 'An.De+kot@sub.example.org', 'ann@café.example'])('%s is one', (typed) => {
    expect(read(email(), ` ${typed} `)).toBe(typed)
  })
  test.each([
    'an',
    'an@',
    '@example.org',
    'an@example',
    'a n@example.org',
    'an@example..org',
    'an@exa\u0000mple.org',
    'an@b.c',
    `${'a'.repeat(65)}@example.org`,
  ])('%j is not', (typed) => {
    expect(read(email(), typed)).toMatch(/email|required/)
  })
})

describe('numbers, money and days as people type them', () => {
  test.each([
    ['450', 45_000],
    ['€ 450', 45_000],
    ['450 euro', 45_000],
    ['450 EUR', 45_000],
    ['450,50 euros', 45_050],
    ['450,-', 45_000],
    ['1.250', 125_000],
    ['1.250,50', 125_050],
    ['1,250.50', 125_050],
    ['1 250,5', 125_050],
    ['450.00 EUR', 45_000],
    ['free', undefined],
    ['-5', undefined],
    ['1,2,3', undefined],
    ['', undefined],
  ])('%j is %j cents', (typed, cents) => {
    expect(centsOf(typed)).toBe(cents)
  })
  test('any amount written the Belgian, Dutch or English way is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        for (const locale of ['nl-BE', 'nl-NL', 'fr-BE', 'en-GB'])
          expect(centsOf(new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100))).toBe(cents)
      }),
    )
  })
  test('outside the bounds they say which', () => {
    expect(read(money(5_000, 500_000), '20')).toBe('atLeast:50')
    expect(read(money(5_000, 500_000), '99999')).toBe('atMost:5000')
    expect(read(whole(1, 200), '201')).toBe('atMost:200')
    expect(read(whole(1, 200), '12,5')).toBe('number')
    expect(read(whole(1, 200), '1e9')).toBe('number')
    expect(read(whole(1, 200), '12.0')).toBe(12)
  })
  test.each([
    ['2026-11-21', '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    ['1-9-2026', '2026-09-01'],
    ['2026-02-30', undefined],
    ['31/13/2026', undefined],
    ['tomorrow', undefined],
  ])('%j is the day %j', (typed, iso) => {
    expect(dayOfTyped(typed)).toBe(iso)
    expect(read(day(), typed)).toBe(iso ?? 'date')
  })
})

describe('choices', () => {
  test('take what is offered and nothing else', () => {
    expect(read(choice(['own', 'shared']), 'own')).toBe('own')
    expect(read(choice(['own', 'shared']), 'stolen')).toBe('choose')
    expect(read(choice(['own', 'shared']), undefined)).toBe('choose')
    expect(read(choices(['a', 'b']), ['a', 'b'])).toEqual(['a', 'b'])
    expect(read(choices(['a', 'b']), undefined)).toEqual([])
    expect(read(ticked(), undefined)).toBe(false)
    expect(read(ticked(), 'on')).toBe(true)
  })
  test('what may be left empty is null', () => {
    expect(read(optional(whole(1, 9)), '  ')).toBe(null)
    expect(read(optional(whole(1, 9)), '7')).toBe(7)
    expect(read(optional(whole(1, 9)), 'x')).toBe('number')
  })
})

test('no field throws, whatever is typed', () => {
  const fields = [
    line(10),
    lines(10),
    email(),
    choice(['a']),
    choices(['a']),
    ticked(),
    whole(1, 9),
    money(1, 9),
    day(),
    optional(day()),
  ]
  fc.assert(
    fc.property(fc.anything(), (typed) => {
      for (const field of fields) field.safeParse(typed)
    }),
  )
})

test('an error has the words of its field, or the common ones, in the language of the page', async () => {
  const { z } = await import('zod')
  const result = check(z.object({ email: email(), name: line(3) }), { email: '', name: 'Annelies' }, 'fr', {
    email: { required: 'Votre adresse ?' },
  })
  expect(result).toEqual({
    ok: false,
    errors: [
      { name: 'email', message: 'Votre adresse ?' },
      { name: 'name', message: say('fr', 'tooLong:3') },
    ],
  })
})
