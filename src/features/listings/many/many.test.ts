import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { hours, minutes } from '../../../platform/clock'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { type aRoom, placed } from '../testing'

let site: TestSite
let bart: SignedUp
let an: SignedUp
beforeAll(async () => {
  site = await testSite()
  an = await signedUp(site, { firstName: 'An' })
})
afterAll(() => site.close())

const period = { availableFrom: '2026-09-15', availableUntil: '2027-09-14' }
/** A new advertiser with some adverts, let for this year. */
async function withRooms(titles: readonly string[], over: Partial<typeof aRoom> = {}) {
  bart = await signedUp(site, { firstName: 'Bart', email: `bart.${titles[0]?.toLowerCase().replace(/\W/g, '')}@example.org` })
  const made = []
  for (const title of titles) made.push((await placed(site, bart.personId, { title, ...period, ...over })).publicId)
  return made
}
const rowOf = (publicId: string) =>
  site.p.db
    .selectFrom('listings')
    .select(['rent', 'charges', 'status', 'available_from', 'available_until', 'building_id', 'house_number'])
    .where('public_id', '=', publicId)
    .executeTakeFirstOrThrow()
const ask = (advert: readonly string[], more: Record<string, string> = {}) => {
  const query = new URLSearchParams(more)
  for (const one of advert) query.append('advert', one)
  return `/nl/adverts/change?${query}`
}

test('several adverts are changed at once, after a look at what it does; and it can be undone for an hour', async () => {
  const rooms = await withRooms(['Kamer een', 'Kamer twee'])
  const change = { rentHow: 'percent', rent: '2,1', charges: '65', act: 'pause' }
  const look = await bart.visitor.get(ask(rooms, { ...change, look: '1' }))
  for (const said of [
    'Kamer een',
    '€ 450 wordt → € 459',
    '€ 60 wordt → € 65',
    'Online wordt → Gepauzeerd',
    '2 advertenties wijzigen',
  ])
    expect(look.text).toContain(said)
  expect(await rowOf(rooms[0] ?? '')).toMatchObject({ rent: 450_00, status: 'published' })
  const answer = await bart.visitor.post('/nl/adverts/change', { advert: rooms, ...change })
  expect(answer.location).toBe('/nl/adverts/overview?done=2&left=0')
  for (const room of rooms) expect(await rowOf(room)).toMatchObject({ rent: 459_00, charges: 65_00, status: 'paused' })
  const told = await bart.visitor.follow(answer)
  expect(told.text).toContain('2 advertenties zijn gewijzigd. Ongedaan maken')
  site.clock.pass(minutes(59))
  // One that was touched since stays as it is.
  await bart.visitor.post(`/nl/adverts/${rooms[1]}/publication`)
  expect((await bart.visitor.post('/nl/adverts/change/undo')).location).toBe('/nl/adverts/overview?undone=1')
  expect(await rowOf(rooms[0] ?? '')).toMatchObject({ rent: 450_00, charges: 60_00, status: 'published' })
  expect(await rowOf(rooms[1] ?? '')).toMatchObject({ rent: 459_00, status: 'published' })
  expect((await rowOf(rooms[0] ?? '')).house_number).not.toBeNull()
  expect((await bart.visitor.post('/nl/adverts/change/undo')).location).toBe('/nl/adverts/overview?undone=0')
})

test('after an hour there is no way back', async () => {
  const [room = ''] = await withRooms(['Te laat'])
  await bart.visitor.post('/nl/adverts/change', { advert: room, rentHow: 'by', rent: '+10,50' })
  site.clock.pass(hours(1) + 1)
  expect((await bart.visitor.get('/nl/adverts/overview')).text).not.toContain('Ongedaan maken')
  await bart.visitor.post('/nl/adverts/change/undo')
  expect((await rowOf(room)).rent).toBe(460_50)
})

test('what the law refuses is said with its reason before, and left as it is; the others change', async () => {
  const [lawful = '', low = ''] = await withRooms(['Gewone kamer', 'Kamer met hoge waarborg'])
  // A deposit of more than two months’ rent: the rent may not go below half of it.
  const change = { rentHow: 'to', rent: '455' }
  await site.p.db.updateTable('listings').set({ deposit: 950_00 }).where('public_id', '=', low).execute()
  const look = await bart.visitor.get(ask([lawful, low], { ...change, look: '1' }))
  expect(look.text).toContain('Mag zo niet van de wet')
  expect(look.text).toContain('1 advertentie wijzigen')
  const answer = await bart.visitor.post('/nl/adverts/change', { advert: [lawful, low], ...change })
  expect(answer.location).toBe('/nl/adverts/overview?done=1&left=1')
  expect([(await rowOf(lawful)).rent, (await rowOf(low)).rent]).toEqual([455_00, 450_00])
})

test('a building holds its adverts, tells until when each is let, and opens next year in one step', async () => {
  const rooms = await withRooms(['Hoekhuis 1', 'Hoekhuis 2', 'Elders'])
  const house = rooms.slice(0, 2)
  const named = await bart.visitor.post('/nl/adverts/buildings', { advert: house, building: 'new', name: 'Het hoekhuis' })
  expect(named.location).toBe('/nl/adverts/overview?saved')
  await bart.visitor.post(`/nl/adverts/${rooms[0]}/rental`)
  const overview = await bart.visitor.get('/nl/adverts/overview')
  for (const said of ['Het hoekhuis', 'Verhuurd van 15 september 2026 tot 14 september 2027', 'Zonder gebouw', 'Elders'])
    expect(overview.text).toContain(said)
  const next = /href="([^"]*dates=nextYear[^"]*)"/.exec(overview.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const look = await bart.visitor.get(`${next}&look=1`)
  expect(look.text).toContain('15 september 2027')
  expect(look.text).not.toContain('Elders')
  await bart.visitor.post('/nl/adverts/change', { advert: house, dates: 'nextYear', act: 'publication' })
  for (const room of house)
    expect(await rowOf(room)).toMatchObject({ status: 'published', available_from: '2027-09-15', available_until: '2028-09-14' })
  expect((await rowOf(rooms[2] ?? '')).available_from).toBe('2026-09-15')
  const building = (await rowOf(rooms[0] ?? '')).building_id ?? ''
  const path = `/nl/adverts/buildings/${building}`
  expect((await bart.visitor.post(path, { name: '' })).status).toBe(422)
  await bart.visitor.post(path, { name: 'Naamsestraat' })
  expect((await bart.visitor.get('/nl/adverts/overview')).text).toContain('Naamsestraat')
  expect([(await an.visitor.get(path)).status, (await an.visitor.post(`${path}/removal`)).status]).toEqual([404, 404])
  await bart.visitor.post(`${path}/removal`)
  expect((await rowOf(rooms[0] ?? '')).building_id).toBeNull()
})

test('nobody changes another’s adverts, and what does not hold comes back with what was typed', async () => {
  const rooms = await withRooms(['Van Bart'])
  await an.visitor.post('/nl/adverts/change', { advert: rooms, rentHow: 'to', rent: '100' })
  await an.visitor.post('/nl/adverts/buildings', { advert: rooms, building: 'new', name: 'Van mij' })
  expect(await rowOf(rooms[0] ?? '')).toMatchObject({ rent: 450_00, building_id: null })
  expect((await bart.visitor.get('/nl/adverts/change')).location).toBe('/nl/adverts/overview?none')
  const wrong: [Record<string, string>, string][] = [
    [{}, 'rentHow'],
    [{ rent: '20' }, 'rentHow'],
    [{ rentHow: 'to', rent: 'veel' }, 'rent'],
    [{ rentHow: 'percent', rent: '150' }, 'rent'],
    [{ dates: 'set' }, 'from'],
    [{ dates: 'set', from: '2020-01-01' }, 'from'],
    [{ dates: 'set', from: '2027-09-01', until: '2027-08-01' }, 'until'],
    [{ from: '2027-09-01' }, 'dates'],
  ]
  for (const [typed, field] of wrong) {
    const answer = await bart.visitor.get(ask(rooms, { ...typed, look: '1' }))
    expect([answer.status, answer.html.includes(`href="#field-${field}"`)], JSON.stringify(typed)).toEqual([422, true])
  }
  expect((await bart.visitor.post('/nl/adverts/change', { advert: rooms, rent: '12' })).html).toContain('value="12"')
})

test('one number is typed once for all of one’s adverts, and for nobody else’s', async () => {
  await withRooms(['Telefoon een', 'Telefoon twee'])
  const others = await placed(site, an.personId, { title: 'Van An' })
  const numberOf = async (publicId: string) => {
    const row = await site.p.db
      .selectFrom('listings')
      .select(['id', 'person_id', 'phone'])
      .where('public_id', '=', publicId)
      .executeTakeFirstOrThrow()
    return (await site.p.vault.keys(site.p.db, [row.person_id ?? ''])).bind('listings', row).phone?.open('publishing')
  }
  const mine = await site.p.db.selectFrom('listings').select('public_id').where('person_id', '=', bart.personId).execute()
  expect((await bart.visitor.get('/nl/adverts/phone')).html).toContain('value="+32470123456"')
  const wrong = await bart.visitor.post('/nl/adverts/phone', { phone: '12' })
  expect([wrong.status, wrong.html.includes('value="12"')]).toEqual([422, true])
  expect((await bart.visitor.post('/nl/adverts/phone', { phone: '0471 98 76 54' })).location).toContain('done=2')
  for (const { public_id } of mine) expect(await numberOf(public_id)).toBe('+32471987654')
  await bart.visitor.post('/nl/adverts/phone', { phone: '' })
  for (const { public_id } of mine) expect(await numberOf(public_id)).toBeUndefined()
  expect(await numberOf(others.publicId)).toBe('+32470123456')
})
