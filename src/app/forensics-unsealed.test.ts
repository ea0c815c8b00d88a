import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { marksOf, type OpenSite, scanAll, siteOfItsOwn } from './testing/forensics'
import * as journey from './testing/journey'
import { scanner } from './testing/marks'

/** Seals that hide nothing: the same format, with the plain text where the ciphertext stands. */
vi.mock('../platform/vault/seal', async (importOriginal) => {
  const real = await importOriginal<typeof import('../platform/vault/seal')>()
  return {
    ...real,
    seal: (_key: Buffer, _binding: unknown, plain: Buffer) => Buffer.concat([Buffer.alloc(30), plain]),
    unseal: (_key: Buffer, _binding: unknown, sealed: Buffer) => sealed.subarray(30),
  }
})

let open: OpenSite
beforeAll(async () => {
  open = await siteOfItsOwn()
}, 60_000)
afterAll(() => open?.close())

test('with sealing switched off, the same scan finds what people typed: it sees', async () => {
  const j = journey.startJourney(open.site)
  await journey.wholeJourney(j)
  // And where nothing of a person belongs, sealed or not.
  const { p } = open.site
  p.log('planted', { who: journey.cast.an.email })
  await p.jobs.send(p.db, 'mail.send', { outbox: journey.cast.an.email })
  await p.files.write('planted/file', Buffer.from(JSON.stringify(journey.cast.an)))
  const scan = scanner(marksOf(j))
  await scanAll(open, scan.scan)
  for (const place of [/^log$/, /^table pgboss\./, /^file files\/planted/, /^pg_stats$/])
    expect([...(scan.found.get('An’s e-mail address') ?? [])]).toContainEqual(expect.stringMatching(place))
  // Passwords, links and cookies are hashed, and a telephone's notes about a photo are dropped: those are protected without a seal.
  const hashed = [...Object.keys(j.secrets), 'Bart’s password', 'An’s password', 'the camera']
  const sealed = Object.keys(marksOf(j)).filter((name) => !hashed.includes(name))
  for (const name of sealed) {
    const places = [...(scan.found.get(name) ?? [])]
    // What was typed in a draft that is gone by now is in no table any more, and yet on the disk.
    const kinds = [/^file postgres\/base\//, /^file postgres\/pg_wal\//, ...(name.endsWith('as typed') ? [] : [/^table /])]
    for (const kind of kinds) expect(places, name).toContainEqual(expect.stringMatching(kind))
  }
  expect(hashed.flatMap((name) => [...(scan.found.get(name) ?? [])]).filter((place) => !/planted/.test(place))).toEqual([])
}, 120_000)
