import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days } from '../../platform/clock'
import { restrict } from '../../privacy'
import { isSpotlit, mayBePublic, type PublicFacts, publicListings } from './public'

const now = new Date('2026-11-21T23:30:00Z') // already the 22nd where the rooms are
const facts: PublicFacts = { status: 'published', resting: false, published_at: now, available_until: '2026-11-22' }
const around = fc.integer({ min: -3, max: 3 }).map((by) => new Date(now.getTime() + days(by)))

const anyFacts = fc.record({
  resting: fc.constantFrom(false, false, true),
  status: fc.constantFrom('waiting', 'held', 'published', 'published', 'published', 'paused', 'rented', 'archived', 'removed'),
  published_at: fc.option(around, { freq: 6 }),
  available_until: fc.option(
    around.map((moment) => moment.toISOString().slice(0, 10)),
    { freq: 3 },
  ),
} as const)

describe('what may be public', () => {
  test.each<[string, Partial<PublicFacts>, boolean]>([
    ['published, on the last day of the stay', {}, true],
    ['without an end', { available_until: null }, true],
    ['the day after, in Brussels', { available_until: '2026-11-21' }, false],
    ['from tomorrow', { published_at: new Date(now.getTime() + 1) }, false],
    ['never published', { published_at: null }, false],
    ['waiting for a look', { status: 'held' }, false],
    ['rented', { status: 'rented' }, false],
    ['G7: of somebody whose data are restricted', { resting: true }, false],
  ])('%s', (_, change, expected) => {
    expect(mayBePublic({ ...facts, ...change }, now)).toBe(expected)
  })

  describe('as SQL', () => {
    let site: TestSite
    beforeAll(async () => {
      site = await testSite()
    })
    afterAll(() => site.close())

    test('says the same of every advert', async () => {
      const { db } = site.p
      // Whether an advert rests, the database knows from its owner.
      const { id: bart } = await site.p.vault.newPerson(db, ['service'])
      await restrict(site.p, bart, { ground: 'accuracy' })
      let both = new Set<boolean>()
      await fc.assert(
        fc.asyncProperty(fc.array(anyFacts, { minLength: 1, maxLength: 30 }), async (adverts) => {
          await db.deleteFrom('listings').execute()
          const ids = adverts.map(() => randomUUID())
          await db
            .insertInto('listings')
            .values(
              adverts.map((advert, at) => ({
                ...advert,
                id: ids[at]!,
                person_id: advert.resting ? bart : null,
                public_id: ids[at]!,
                kind: 'kot' as const,
                language: 'nl' as const,
                title: 'Kot',
                text: 'Kot',
                place_id: 'leuven',
                region: 'BE-VLG' as const,
                accuracy: 'street' as const,
                cell_lat: 50.88,
                cell_lon: 4.7,
                rent: 40000,
                charges_cover: [],
                created_at: now,
                updated_at: now,
              })),
            )
            .execute()
          const seen = new Set((await publicListings(db, now).select('listings.id').execute()).map(({ id }) => id))
          for (const [at, advert] of adverts.entries()) {
            const allowed = mayBePublic(advert, now)
            expect(seen.has(ids[at]!)).toBe(allowed)
            both = both.add(allowed)
          }
        }),
        { numRuns: 40 },
      )
      expect(both.size).toBe(2)
    })
  })
})

test('a spotlight runs from its start until its end', () => {
  const from = new Date(now.getTime() - days(1))
  expect(isSpotlit({ spotlight_from: from, spotlight_until: null }, now)).toBe(true)
  expect(isSpotlit({ spotlight_from: null, spotlight_until: null }, now)).toBe(false)
  expect(isSpotlit({ spotlight_from: from, spotlight_until: now }, now)).toBe(false)
  expect(isSpotlit({ spotlight_from: new Date(now.getTime() + 1), spotlight_until: null }, now)).toBe(false)
})
