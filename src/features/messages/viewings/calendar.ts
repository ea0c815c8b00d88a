// One event as a file for any calendar: RFC 5545 (iCalendar), with the methods of RFC 5546.
import { zone } from '../../../std/written'

export type CalendarEvent = {
  uid: string
  /** Grows with each change, so that a calendar knows the newest. */
  sequence: number
  cancelled: boolean
  start: Date
  end: Date
  made: Date
  summary: string
  description: string
  location?: string | undefined
  url: string
  /** Who keeps the event: a name and an address (a URI). */
  organizer: { name: string; uri: string }
}

/** 3.3.11: backslash, semicolon, comma and line ends are written otherwise; other control characters may not be there. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')

/** 3.2: the value of a parameter stands in quotes, and can have none in it. */
const parameter = (text: string): string =>
  `"${escapeText(text).replace(/\\n/g, ' ').replace(/\\(.)/g, '$1').replace(/"/g, '’')}"`

/** 3.1: no line is longer than 75 octets; what is longer goes on after a line end and a space, never within a character. */
export function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > 75) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += sign
    octets += size
  }
  return [...lines, current].join('\r\n')
}

const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const local = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '')

/** 3.6.5: the rules of Directive 2000/84/EC, which hold since 1996. */
const timezone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The file of one event. Read again after a change it moves the event, or takes it out of the calendar. */
export function calendarOf(event: CalendarEvent): string {
  const { uid, sequence, cancelled, start, end, made, summary, description, location, url, organizer } = event
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Huisrecht//Viewings//EN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...timezone,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(made)}`,
    `DTSTART;TZID=${zone}:${local(start)}`,
    `DTEND;TZID=${zone}:${local(end)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(location ? [`LOCATION:${escapeText(location)}`] : []),
    `URL:${url}`,
    `ORGANIZER;CN=${parameter(organizer.name)}:${organizer.uri}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
