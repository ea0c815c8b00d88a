import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { marksOf, type OpenSite, publishedMarks, scanAll, seenBy, siteOfItsOwn } from './testing/forensics'
import * as journey from './testing/journey'
import { scanner } from './testing/marks'

describe('K13 Q12 G3: who has the disk and the database, but not the keys, reads nothing that is sealed', () => {
  let open: OpenSite
  let j: journey.Journey
  let errorPage = ''
  let copy: Buffer = Buffer.alloc(0)
  beforeAll(async () => {
    open = await siteOfItsOwn()
    j = journey.startJourney(open.site)
    await journey.wholeJourney(j)
    copy = await journey.anTakesHerCopy(j)
    errorPage = await journey.troubles(j, (statement) => open.superuser.query(statement))
  }, 120_000)
  afterAll(() => open?.close())

  test('while everybody is there', async () => {
    const scan = scanner(marksOf(j))
    const control = scanner(publishedMarks)
    await scanAll(open, (place, bytes) => {
      scan.scan(place, bytes)
      control.scan(place, bytes)
    })
    scan.scan('error page', Buffer.from(errorPage))
    expect(seenBy(scan)).toEqual([])
    expect(open.site.logged.join('\n')).toContain('"event":"bug"')
    expect(copy.subarray(0, 4).toString()).toBe('PK\x03\x04')
    // The same reading finds what was published: in its table, in the table's file and in the WAL.
    for (const name of Object.keys(publishedMarks))
      for (const kind of [/^table public\.listings$/, /^file postgres\/base\//, /^file postgres\/pg_wal\//])
        expect([...(control.found.get(name) ?? [])], name).toContainEqual(expect.stringMatching(kind))
  }, 60_000)

  test('and after both have ended their accounts', async () => {
    for (const who of ['an', 'bart'] as const) await journey.endsAccount(j, who)
    const scan = scanner(marksOf(j))
    await scanAll(open, scan.scan)
    expect(seenBy(scan)).toEqual([])
  }, 60_000)
})
