import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, calendarOf, escapeText, fold } from './calendar'
import { momentOf } from './rules'

const event: CalendarEvent = {
  uid: '1@example.org',
  sequence: 2,
  cancelled: false,
  start: momentOf('2026-11-24', 840),
  end: momentOf('2026-11-24', 870),
  made: new Date('2026-11-21T10:00:00Z'),
  summary: 'Bezichtiging: Kot in Leuven',
  description: 'Wijzigen: https://example.org/x',
  location: 'Naamsestraat 12; bel "Bart", 2e\nverdieping \\ achteraan',
  url: 'https://example.org/x',
  organizer: { name: 'Het "kot"', uri: 'https://example.org' },
}
/** Lines as a calendar reads them: unfolded. */
const read = (file: string) => file.replace(/\r\n /g, '').split('\r\n')
const unescaped = (text: string) => text.replace(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

describe('RFC 5545', () => {
  test('a whole event: method, number, zone, and text that is escaped', () => {
    const lines = read(calendarOf(event))
    for (const line of [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'METHOD:PUBLISH',
      'TZID:Europe/Brussels',
      'UID:1@example.org',
      'SEQUENCE:2',
      'DTSTAMP:20261121T100000Z',
      'DTSTART;TZID=Europe/Brussels:20261124T140000',
      'DTEND;TZID=Europe/Brussels:20261124T143000',
      'LOCATION:Naamsestraat 12\\; bel "Bart"\\, 2e\\nverdieping \\\\ achteraan',
      'ORGANIZER;CN="Het ’kot’":https://example.org',
      'STATUS:CONFIRMED',
    ])
      expect(lines).toContain(line)
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => line.startsWith('BEGIN:')).length).toBe(lines.filter((line) => line.startsWith('END:')).length)
  })

  test('what is called off is taken out again, and says no place', () => {
    const lines = read(calendarOf({ ...event, cancelled: true, location: undefined }))
    expect(lines).toContain('METHOD:CANCEL')
    expect(lines).toContain('STATUS:CANCELLED')
    expect(lines.some((line) => line.startsWith('LOCATION'))).toBe(false)
  })

  test('no line is longer than 75 octets, none is cut within a character, and each reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const folded = fold(text.replace(/[\r\n]/g, ''))
        for (const line of folded.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(Buffer.from(line).toString()).toBe(line.toWellFormed())
        }
        expect(folded.replace(/\r\n /g, '')).toBe(text.replace(/[\r\n]/g, ''))
      }),
    )
  })

  test('any text comes out of the file as it went in, and makes no line of its own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\\', ';', ',', '\n', ':', '"', 'é', '🦊', 'BEGIN:VEVENT') }),
        (text) => {
          const file = calendarOf({ ...event, location: `x${text}` })
          const line = read(file).find((one) => one.startsWith('LOCATION:')) ?? ''
          expect(unescaped(line.slice('LOCATION:'.length))).toBe(`x${text}`)
          expect(read(file).filter((one) => one === 'BEGIN:VEVENT')).toHaveLength(1)
        },
      ),
    )
    expect(escapeText('a\r\nb\u0007')).toBe('a\\nb')
  })
})
