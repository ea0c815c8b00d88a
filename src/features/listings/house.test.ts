// Promise K12 from the other side: somebody tries to find the house from all that is public.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { cellOf, metresBetween, moved, type Point } from '../../std/geo'
import { signedUp } from '../accounts/testing'
import { aRoom, placed } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const languages = ['nl', 'fr', 'en']

/** All that anybody can read of an advert, without what names the advert itself. */
async function everythingPublic(publicId: string): Promise<string> {
  const an = site.visitor()
  const pages = await Promise.all([
    ...languages.map((language) => an.get(`/${language}/rooms/${publicId}`)),
    an.get('/nl/rooms?q=kamer'),
    an.get('/api/v1/listings'),
    an.get('/nl/favourites'),
    an.get(`/nl/rooms/${publicId}/report`),
  ])
  const { p } = site
  const row = await p.db.selectFrom('listings').selectAll().where('public_id', '=', publicId).executeTakeFirstOrThrow()
  const columns = Object.entries(row).filter(
    ([name]) => !['id', 'public_id', 'person_id', 'house_number', 'point', 'phone'].includes(name),
  )
  return (
    [...pages.map(({ html }) => html), JSON.stringify(columns)]
      .join('\n')
      .replaceAll(publicId, '…')
      .replaceAll(row.id, '…')
      // The user name that the reply form proposes is another one each time.
      .replace(/value="[a-z]+-[a-z]+-\d+"/g, '')
  )
}

const houses = (): { point: Point; houseNumber: string }[] => {
  const cell = cellOf(aRoom.point)
  return [0, 60, 120, 180, 240, 300].map((bearing, n) => ({
    point: moved(cell, bearing, 20 * n + 5),
    houseNumber: String(17 + 2 * n),
  }))
}

test('every house of the cell and street publishes the very same (K12)', async () => {
  const seen = new Set<string>()
  for (const { point, houseNumber } of houses()) {
    const bart = await signedUp(site, { firstName: 'Bart' })
    expect(cellOf(point)).toEqual(cellOf(aRoom.point))
    const { id, publicId } = await placed(site, bart.personId, { point, houseNumber })
    seen.add(await everythingPublic(publicId))
    await site.p.db.deleteFrom('listings').where('id', '=', id).execute()
  }
  expect(seen.size).toBe(1)
})

test('placing the advert again, or all rooms of the house, tells nothing more', async () => {
  const bart = await signedUp(site, { firstName: 'Bart' })
  const [house] = houses()
  const published: Point[] = []
  for (let n = 0; n < 12; n++) {
    // The pin never lies twice on quite the same spot.
    const point = moved(house!.point, 30 * n, 0.5)
    const { id } = await placed(site, bart.personId, { ...house, point, title: `Kamer ${n} met balkon` })
    const row = await site.p.db
      .selectFrom('listings')
      .select(['cell_lat', 'cell_lon'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    published.push({ lat: row.cell_lat, lon: row.cell_lon })
  }
  const [first] = published
  expect(published.every((point) => metresBetween(point, first!) === 0)).toBe(true)
  // Averaging what is published comes no nearer than the cell itself: for this house 5 m from its centre, for the last one 100 m.
  expect(metresBetween(first!, houses().at(-1)!.point)).toBeGreaterThan(90)
})

test('house number, exact point and telephone stand nowhere that others can read (K5, K12, K19)', async () => {
  const bart = await signedUp(site, { firstName: 'Zebedeus' })
  const { publicId } = await placed(site, bart.personId, {
    houseNumber: '7913',
    point: { lat: 50.873_719, lon: 4.700_283 },
    phone: '+32470987654',
  })
  const all = await everythingPublic(publicId)
  for (const secret of [
    '7913',
    '50.8737',
    '50,8737',
    '4.7002',
    '4,7002',
    '470987654',
    '470 98',
    'Zebedeus',
    bart.email,
    bart.userName,
  ])
    expect(all).not.toContain(secret)
  expect(all).toContain('Naamsestraat')
})

test('nothing of the house is kept of an advert that nobody stands behind', async () => {
  const { id } = await placed(site, null, {}, { status: 'published', source: { name: 'elders', id: '1', url: null } })
  const row = await site.p.db
    .selectFrom('listings')
    .select(['house_number', 'point', 'phone'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ house_number: null, point: null, phone: null })
})
