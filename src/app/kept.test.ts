import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { signedUp } from '../features/accounts/testing'
import { placed } from '../features/listings/testing'
import { minutes } from '../platform/clock'
import { hear } from '../platform/db/notices'
import { type TestSite, testSite, type Visitor } from './testing'

let site: TestSite
let stop: () => Promise<void>
let bart: Visitor
let path: string
let id: string
let forgotten = 0
const soon = (reached: () => boolean) => vi.waitUntil(reached, { timeout: 10_000, interval: 5 })

beforeAll(async () => {
  site = await testSite()
  const { visitor, personId } = await signedUp(site, { firstName: 'Bart' })
  bart = visitor
  const advert = await placed(site, personId, { title: 'Kot met erker' })
  id = advert.id
  path = `/nl/rooms/${advert.publicId}`
  const { kept, connection } = site.p
  const forget = () => {
    forgotten++
    kept.forget()
  }
  stop = hear(connection, { on: { listings: forget }, begin: kept.begin, lost: kept.end })
  await soon(() => kept.generation() !== undefined)
})
afterAll(async () => {
  await stop()
  await site.close()
})
beforeEach(() => site.p.kept.forget())

/** What somebody does with the database, told to this program before this answers. */
async function told(act: () => Promise<unknown>): Promise<void> {
  const before = forgotten
  await act()
  await soon(() => forgotten > before)
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

test('an advert that changes, whichever program changed it, is gone from every kept page', async () => {
  await site.visitor().get(path)
  await told(() => retitle('Kot met balkon'))
  expect((await site.visitor().get(path)).html).toContain('Kot met balkon')
  await told(() => site.p.db.updateTable('listings').set({ status: 'rented' }).where('id', '=', id).execute())
  expect((await site.visitor().get(path)).status).toBe(410)
  expect(site.p.kept.pages.size).toBe(0)
  await told(() => site.p.db.updateTable('listings').set({ status: 'published' }).where('id', '=', id).execute())
})

test('what changes while a page is made is not in a kept page', async () => {
  const { kept } = site.p
  const before = kept.generation()
  vi.spyOn(kept, 'generation').mockImplementationOnce(() => {
    kept.forget()
    return before
  })
  expect((await site.visitor().get(path)).status).toBe(200)
  expect(site.p.kept.pages.size).toBe(0)
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
  await told(() => retitle('Kot met terras'))
})
