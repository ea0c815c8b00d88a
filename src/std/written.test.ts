import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from './words'
import { choiceIn, countIn, dateIn, dayIn, dayOf, labelled, listIn, momentIn, money, relativeIn, zone } from './written'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('numbers and money are written as in each language', () => {
  expect(languages.map((language) => plain(countIn(12345, language)))).toEqual(['12.345', '12 345', '12,345'])
  expect(plain(money(48000, 'nl'))).toBe('€ 480')
  expect(plain(money(41250, 'nl'))).toBe('€ 412,50')
  expect(plain(money(123450, 'fr'))).toBe('1 234,50 €')
  expect(plain(money(48000, 'en'))).toBe('€480')
})

test('a day is written out, without the year where that goes without saying', () => {
  expect(dayIn('2026-09-14', 'nl')).toBe('14 september 2026')
  expect(dayIn('2026-09-14', 'fr', '2026-11-21')).toBe('14 septembre')
  expect(dayIn('2027-01-01', 'en', '2026-11-21')).toBe('1 January 2027')
})

test('a moment is written in the time of Brussels', () => {
  const newYear = new Date('2026-12-31T23:30:00Z')
  expect(dateIn(newYear, 'en')).toBe('1 January 2027')
  expect(momentIn(newYear, 'nl')).toBe('1 januari 2027 om 00:30')
  expect(dayOf(newYear)).toBe('2027-01-01')
})

test('a list, a choice, and how long ago', () => {
  expect(listIn(['a', 'b', 'c'], 'en')).toBe('a, b and c')
  expect(listIn(['a', 'b'], 'nl')).toBe('a en b')
  expect(choiceIn(['a', 'b'], 'fr')).toBe('a ou b')
  expect(relativeIn(-3, 'day', 'en')).toBe('3 days ago')
  expect(relativeIn(1, 'day', 'nl')).toBe('morgen')
})

test('the day of a moment is that of the calendar of the zone, in summer and in winter', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (at) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
      expect(dayOf(at)).toBe(zoned.toPlainDate().toString())
    }),
  )
})

test('a day begins at midnight, to the millisecond, whichever moment was asked before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_524 }), fc.integer({ min: 0, max: 86_399_999 }), (some, later) => {
      const day = Temporal.PlainDate.from('1990-01-01').add({ days: some })
      const began = day.toZonedDateTime(zone).epochMilliseconds
      const asked = [began + later, began - 1, began].map((at) => dayOf(new Date(at)))
      expect(asked.slice(1)).toEqual([day.subtract({ days: 1 }).toString(), day.toString()])
    }),
  )
  expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError)
})

test('a label ends as each language writes it', () => {
  expect(labelled('Huur', 'nl')).toBe('Huur:')
  expect(labelled('Loyer', 'fr')).toBe('Loyer\u00a0:')
  expect(labelled('Rent', 'en')).toBe('Rent:')
})
