// For the tests of this feature: adverts as rows, each with only what the test says.
import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { TestSite } from '../../app/testing'
import type { Database } from '../../register'

export type Advert = Partial<Insertable<Database['listings']>>

/** Puts public adverts into the database, of no owner unless said. Answers their ids. */
export async function adverts(site: TestSite, given: readonly Advert[]): Promise<string[]> {
  const now = site.clock.now()
  const rows = given.map((advert) => ({
    id: randomUUID(),
    public_id: randomUUID().slice(0, 12),
    status: 'published' as const,
    kind: 'kot' as const,
    language: 'nl' as const,
    title: 'Kot',
    text: 'Een kamer',
    place_id: 'gent',
    region: 'BE-VLG' as const,
    accuracy: 'street' as const,
    cell_lat: 51.053375,
    cell_lon: 3.72435,
    rent: 40_000,
    charges_cover: [],
    published_at: now,
    created_at: now,
    updated_at: now,
    ...advert,
  }))
  for (let at = 0; at < rows.length; at += 500)
    await site.p.db
      .insertInto('listings')
      .values(rows.slice(at, at + 500))
      .execute()
  return rows.map(({ id }) => id)
}
