import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { signedUp } from '../features/accounts/testing'
import { placed } from '../features/listings/testing'
import { minutes, seconds } from '../platform/clock'
import { hear } from '../platform/db/notices'
import { noticesOf } from '../platform/http'
import { erase, lift, restrict } from '../privacy'
import { type TestSite, testSite, type Visitor } from './testing'

let site: TestSite
let stop: () => Promise<void>
let bart: Visitor
let bartId: string
let path: string
let id: string
let last = ''
const soon = (reached: () => boolean) => vi.waitUntil(reached, { timeout: 10_000, interval: 5 })

beforeAll(async () => {
  site = await testSite()
  const { visitor, personId } = await signedUp(site, { firstName: 'Bart' })
  bart = visitor
  bartId = personId
  const advert = await placed(site, personId, { title: 'Kot met erker' })
  id = advert.id
  path = `/nl/rooms/${advert.publicId}`
  const { kept, connection } = site.p
  const changed = (adverts: string) => {
    if (adverts.startsWith('last ')) last = adverts
    else kept.changed(adverts)
  }
  stop = hear(connection, { on: noticesOf({ changed }), begin: kept.begin, lost: kept.end })
  await soon(() => kept.generation() !== undefined)
})
afterAll(async () => {
  await stop()
  await site.close()
})
beforeEach(() => site.p.kept.changed(''))

/** What somebody does with the database, all of it told to this program before this answers: notices come in the order in which they were given. */
async function hearing(act: () => Promise<unknown>): Promise<void> {
  await act()
  const mine = `last ${randomUUID()}`
  await site.p.connection.pool.query("select pg_notify('listings', $1)", [mine])
  await soon(() => last === mine)
}
const retitle = (title: string) => site.p.db.updateTable('listings').set({ title }).where('id', '=', id).execute()
test('a page is made once for all who are not signed in, and told apart by its address', async () => {
  const first = await site.visitor().get(path)
  expect(first.html).toContain('Kot met erker')
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
  expect(site.p.kept.pages.size).toBe(1)
  expect((await site.visitor().get(path)).html).toBe(first.html)
  expect((await site.visitor().get(path.replace('/nl/', '/fr/'))).html).toContain('lang="fr"')
})

test('who is signed in gets a page of their own, which is kept for nobody', async () => {
  const own = await bart.get(path)
  expect(own.headers.get('cache-control')).toBe('private, no-store')
  expect(site.p.kept.pages.size).toBe(0)
  await site.visitor().get(path)
  expect((await bart.get(path)).html).toContain('sign-out')
})

test('a browser that has it is told that it is still the same; one that reads gzip gets gzip', async () => {
  const { headers, html } = await site.visitor().get(path)
  const etag = headers.get('etag') ?? ''
  const again = await site.visitor().get(path, { 'if-none-match': etag })
  expect([again.status, again.html, again.headers.get('content-security-policy')]).toEqual([
    304,
    '',
    headers.get('content-security-policy'),
  ])
  const zipped = await site.visitor().get(path, { 'accept-encoding': 'br, gzip' })
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(zipped.bytes).toString()).toBe(html)
  expect(zipped.headers.get('vary')).toContain('Accept-Encoding')
})

/** Every kept page on which the advert stands, and some on which it does not. */
const where = async (advert: string) => {
  const picture = advert.replace('/nl/rooms/', '/share/')
  const paths = [
    '/nl',
    '/nl/rooms?where=leuven',
    advert,
    `${advert}?months=10`,
    `${picture}-nl.jpg`,
    '/sitemap-adverts-all.xml',
    map,
  ]
  for (const one of [...paths, '/nl/privacy', '/nl/rooms?where=gent']) expect((await site.visitor().get(one)).status).toBe(200)
  return paths
}
const map = '/api/map?language=nl&view=50.85,4.68,50.9,4.72&zoom=18'
const keptNow = () => [...site.p.kept.pages.keys()].map((key) => key.split(' ')[0])

test('G3: an advert that changes, whichever program changed it, is gone at once from every kept page, and from no other', async () => {
  const shown = await where(path)
  expect(keptNow().sort()).toEqual([...shown, '/nl/privacy', '/nl/rooms?where=gent'].sort())
  await hearing(() => retitle('Kot met balkon'))
  expect(keptNow().sort()).toEqual(['/nl/privacy', '/nl/rooms?where=gent'])
  for (const one of shown.slice(0, 4)) expect((await site.visitor().get(one)).html).toContain('Kot met balkon')
  await hearing(() => site.p.db.updateTable('listings').set({ status: 'rented' }).where('id', '=', id).execute())
  expect((await site.visitor().get(path)).status).toBe(410)
  expect((await site.visitor().get('/nl/rooms?where=leuven')).html).not.toContain('Kot met balkon')
  await hearing(() => site.p.db.updateTable('listings').set({ status: 'published' }).where('id', '=', id).execute())
})

test('so is one that a photo comes to, one that ends with its owner, and every one when all may be another', async () => {
  const { personId } = await signedUp(site, { firstName: 'Bart' })
  let other = { id: '', publicId: '' }
  // Heard of later, it would be gone from the pages on which it stands.
  await hearing(async () => {
    other = await placed(site, personId, { title: 'Kot met schuifraam', place: 'gent', postcode: '9000' })
  })
  const otherPath = `/nl/rooms/${other.publicId}`
  const both = async () => {
    for (const one of [path, otherPath]) await site.visitor().get(one)
  }
  const photo = { id: other.id, person_id: personId, position: 0, path: 'x', width: 800, height: 600, created_at: new Date() }
  const photos: (() => Promise<unknown>)[] = [
    () => site.p.db.insertInto('photos').values(photo).execute(),
    () => site.p.db.updateTable('photos').set({ listing_id: other.id }).where('id', '=', photo.id).execute(),
    () => site.p.db.updateTable('photos').set({ listing_id: null }).where('id', '=', photo.id).execute(),
    () => site.p.db.updateTable('photos').set({ listing_id: other.id }).where('id', '=', photo.id).execute(),
    () => site.p.db.deleteFrom('photos').where('id', '=', photo.id).execute(),
  ]
  for (const [at, act] of photos.entries()) {
    await both()
    // A photo of no advert stands on no page.
    await (at === 0 ? act() : hearing(act))
    expect([at, keptNow().sort()]).toEqual([at, at === 0 ? [path, otherPath].sort() : [path]])
  }
  await both()
  await hearing(() => erase(site.p, personId))
  expect(keptNow()).toEqual([path])
  expect((await site.visitor().get(otherPath)).status).toBe(404)
  await hearing(() => restrict(site.p, bartId, { ground: 'accuracy' }))
  expect(site.p.kept.pages.size).toBe(0)
  await hearing(() => lift(site.p, bartId))
})

test('who ends without an advert empties nothing', async () => {
  const { personId } = await signedUp(site, { firstName: 'An' })
  await site.visitor().get(path)
  await erase(site.p, personId)
  await hearing(() => site.p.connection.pool.query("select pg_notify('listings', 'zzzzzzzzzzzz')"))
  expect(keptNow()).toEqual([path])
})

test('a new advert is in every list within five seconds, and what is not touched stays a minute', async () => {
  const list = '/nl/rooms?where=gent'
  const before = await site.visitor().get(list)
  site.clock.pass(seconds(6))
  expect((await site.visitor().get(list)).headers.get('etag')).toBe(before.headers.get('etag'))
  const { personId } = await signedUp(site, { firstName: 'Bart' })
  await hearing(() => placed(site, personId, { title: 'Kot aan de Leie', place: 'gent', postcode: '9000', street: 'Veldstraat' }))
  const [first, second] = [await site.visitor().get(list), await site.visitor().get(list)]
  expect([first.html.includes('Kot aan de Leie'), second.html.includes('Kot aan de Leie')]).toEqual([true, true])
  await hearing(() => erase(site.p, personId))
  expect((await site.visitor().get(list)).html).not.toContain('Kot aan de Leie')
})

test('what changes while a page is made is not in a kept page; what changes elsewhere does not keep it from being kept', async () => {
  const { kept } = site.p
  const during = (act: () => void) => {
    const before = kept.generation()
    vi.spyOn(kept, 'generation').mockImplementationOnce(() => {
      act()
      return before
    })
  }
  for (const adverts of ['', path.slice(-12)]) {
    during(() => kept.changed(adverts))
    expect((await site.visitor().get(path)).status).toBe(200)
    expect(kept.pages.size).toBe(0)
  }
  during(() => kept.changed('zzzzzzzzzzzz'))
  await site.visitor().get(path)
  expect(kept.pages.size).toBe(1)
})

test('nothing is kept longer than a minute, nor what is refused, nor while changes may be missed', async () => {
  const first = await site.visitor().get(path)
  site.clock.pass(minutes(61))
  const later = await site.visitor().get(path)
  expect(later.html).not.toBe(first.html)
  await site.visitor().get('/nl/rooms/zzzzzzzzzzzz')
  await site.visitor().get('/nl/sign-in')
  expect(site.p.kept.pages.size).toBe(1)
  site.p.kept.end()
  await site.visitor().get(path)
  expect(site.p.kept.pages.size).toBe(0)
  site.p.kept.begin()
})

test('a connection that breaks is made again, and until then nothing is kept', async () => {
  await site.visitor().get(path)
  await site.p.connection.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'huisrecht notices' and datname = current_database()",
  )
  await soon(() => site.p.kept.generation() === undefined)
  expect(site.p.kept.pages.size).toBe(0)
  await soon(() => site.p.kept.generation() !== undefined)
  await hearing(() => retitle('Kot met terras'))
})
