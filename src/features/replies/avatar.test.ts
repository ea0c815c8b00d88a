import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Mood, startGravatar } from '../../../dev/simulators/gravatar'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { seconds } from '../../platform/clock'
import { workedOut } from '../../platform/forms/testing'
import { copyOf, erase, object, statementFacts } from '../../privacy'
import { tablesOf } from '../../register'
import { hidden, memberOfStaff } from '../desk/testing'

const email = 'MyEmailAddress@example.com'
/** SHA-256 of it, trimmed and in lower case: the example in Gravatar's own documentation. */
const hash = '84059b07d4be67b806386c0aad8070a23f18836bbaae342275dc0a83414c32ee'
const path = '/nl/blog/kotkost'
let site: TestSite
let gravatar: Awaited<ReturnType<typeof startGravatar>>
let rita: Awaited<ReturnType<typeof memberOfStaff>>
const somebody = () => site.visitor('203.0.113.7')
const only = () => site.p.db.selectFrom('replies').select(['id', 'person_id', 'state']).executeTakeFirstOrThrow()
const pictures = async () =>
  (await site.p.db.selectFrom('reply_avatars').select('picture').execute()).map(({ picture }) => picture)

beforeAll(async () => {
  gravatar = await startGravatar()
  site = await testSite({ env: { GRAVATAR_URL: gravatar.url } })
  rita = await memberOfStaff(site, 'moderator')
  await rita.visitor.post('/nl/desk/texts/new?kind=article', { title: 'Kotkost', body: 'Eén pot.', when: 'now' })
}, 60_000)
afterAll(async () => {
  await site?.close()
  await gravatar?.stop()
})
beforeEach(async () => {
  for (const table of ['rate_limits', 'replies'] as const) await site.p.db.deleteFrom(table).execute()
  await site.p.files.remove('avatars')
  gravatar.be('well')
  gravatar.asked.length = 0
  await site.mails()
})

/** A reply that was sent and proved; the link to it. */
async function sent(typed: Record<string, string> = { gravatar: '1' }, to: TestSite = site): Promise<string> {
  const lezer = to.visitor('203.0.113.7')
  const page = await lezer.get(`${path}/reply`)
  to.clock.pass(seconds(20))
  const along = { since: hidden(page.html, 'since'), website: '', worked: workedOut(page.html) }
  await lezer.post(`${path}/reply`, { ...along, name: 'Zoë', email, body: 'Lekker.', age: 'old', ...typed })
  const link = linkIn((await to.mails()).find((letter) => letter.to === email))
  await lezer.post(link)
  return link
}
async function shown(typed?: Record<string, string>): Promise<string> {
  const link = await sent(typed)
  await rita.visitor.post(`/nl/desk/replies/${(await only()).id}/decision`, { decision: 'show' })
  await site.p.jobs.drain()
  return link
}
const srcOn = async () => /<img class="avatar" src="([^"]+)"/.exec((await somebody().get(path)).html)?.[1]

test('K18: the picture is fetched by the site, by the hash of the address, of who allowed it, and stands in their ledger', async () => {
  await sent()
  expect(gravatar.asked).toEqual([])
  await rita.visitor.post(`/nl/desk/replies/${(await only()).id}/decision`, { decision: 'show' })
  await site.p.jobs.drain()
  expect(gravatar.asked.map(({ url }) => url)).toEqual([`/avatar/${hash}?s=96&d=404&r=g`])
  for (const header of ['cookie', 'referer', 'x-forwarded-for']) expect(gravatar.asked[0]?.headers).not.toContain(header)
  const told = await site.p.db
    .selectFrom('disclosures')
    .select(['recipient', 'purpose', 'holdings'])
    .where('person_id', '=', (await only()).person_id)
    .where('recipient', '=', 'gravatar')
    .execute()
  expect(told).toEqual([{ recipient: 'gravatar', purpose: 'replying', holdings: ['email.reply'] }])
})

test('K18 G5: it is shown from our own disk, at a random path, made anew and without what stood in the file', async () => {
  await shown()
  const { html } = await somebody().get(path)
  expect(html).not.toMatch(/gravatar\.com|84059b07/)
  const src = (await srcOn()) ?? ''
  expect(src).toMatch(/^\/avatars\/[0-9a-f]{32}\/96\.webp$/)
  const { bytes, headers } = await somebody().get(src)
  expect(headers.get('content-type')).toBe('image/webp')
  const { format, width, height, exif } = await sharp(bytes).metadata()
  expect({ format, width, height, exif }).toEqual({ format: 'webp', width: 96, height: 96, exif: undefined })
  expect(Buffer.from(bytes).includes('Geheime')).toBe(false)
})

test('K18: who did not allow it gets a drawing from a random number, and Gravatar hears nothing; nor of who did not prove the address', async () => {
  await shown({})
  const { html } = await somebody().get(path)
  expect(html).toMatch(/<span class="avatar reply-drawn" aria-hidden="true"><svg viewBox/)
  await site.p.db.deleteFrom('replies').execute()
  await sent()
  await site.p.db.updateTable('replies').set({ confirmed_at: null }).execute()
  await rita.visitor.post(`/nl/desk/replies/${(await only()).id}/decision`, { decision: 'show' })
  await site.p.jobs.drain()
  expect(gravatar.asked).toEqual([])
})

describe('K18 G1: a site that does not name Gravatar', () => {
  let other: TestSite
  beforeAll(async () => {
    other = await testSite({ site: 'src/app/testing/unnamed', env: { GRAVATAR_URL: gravatar.url } })
  }, 60_000)
  afterAll(() => other?.close())

  test('has no table for it, says nothing of it in its statement, and answers at no address of it', async () => {
    const [named, not] = [site, other].map(({ p }) => ({
      table: tablesOf(p.site.features).includes('reply_avatars'),
      said: /avatar|gravatar/i.exec(JSON.stringify(p.site.languages.map((language) => statementFacts(p, language))))?.[0],
    }))
    expect([named, not]).toEqual([
      { table: true, said: 'gravatar' },
      { table: false, said: undefined },
    ])
    for (const language of ['nl', 'fr', 'en'])
      expect((await other.visitor().get(`/${language}/privacy`)).text).not.toMatch(/gravatar/i)
    expect((await other.visitor().get('/nl/privacy/proofs')).text).not.toContain('Een foto bij je reactie')
    expect((await other.visitor().get(`/avatars/${'0'.repeat(32)}/96.webp`)).status).toBe(404)
    expect((await site.visitor().get('/nl/privacy')).text).toContain('Je foto van Gravatar')
  })

  test('does not offer it, and neither keeps nor asks anything whatever the browser says', async () => {
    const mira = await memberOfStaff(other, 'moderator')
    await mira.visitor.post('/nl/desk/texts/new?kind=article', { title: 'Kotkost', body: 'Eén pot.', when: 'now' })
    expect((await somebody().get(`${path}/reply`)).text).toContain('Toon mijn foto van Gravatar')
    expect((await other.visitor().get(`${path}/reply`)).text).not.toContain('Gravatar')
    const link = await sent({ gravatar: '1' }, other)
    const { id } = await other.p.db.selectFrom('replies').select('id').executeTakeFirstOrThrow()
    await mira.visitor.post(`/nl/desk/replies/${id}/decision`, { decision: 'show' })
    await other.p.jobs.drain()
    expect((await other.visitor().get(path)).html).toContain('<span class="avatar reply-drawn"')
    expect((await other.visitor().get(link)).text).not.toContain('Gravatar')
    expect((await other.visitor().post(`${link}/picture`)).status).toBe(303)
    expect((await other.visitor().post(`${link}/removal`, { sure: '1' })).status).toBe(303)
    expect(await other.p.db.selectFrom('replies').select('id').execute()).toEqual([])
    expect(gravatar.asked).toEqual([])
  })
})

test('G8: nothing is asked of who objected', async () => {
  await sent()
  const { id, person_id } = await only()
  await object(site.p, person_id, 'replying')
  await site.p.db.updateTable('replies').set({ state: 'shown' }).execute()
  await site.p.db.transaction().execute((trx) => site.p.jobs.send(trx, 'replies.avatar', { reply: id }))
  expect(await site.p.jobs.drain()).toMatchObject({ failed: 0 })
  expect(gravatar.asked).toEqual([])
})

test('K18: it goes when its author wants no picture any more, and with the reply; it is in their copy meanwhile', async () => {
  const link = await shown()
  const first = (await srcOn()) ?? ''
  const { person_id } = await only()
  expect(JSON.stringify(await copyOf(site.p, person_id, 'nl')).includes((await pictures())[0] ?? '?')).toBe(true)
  await somebody().post(`${link}/picture`)
  expect([await srcOn(), (await somebody().get(first)).status]).toEqual([undefined, 404])
  await site.p.db.deleteFrom('replies').execute()
  const again = await shown()
  const second = (await srcOn()) ?? ''
  expect((await somebody().get(second)).status).toBe(200)
  await somebody().post(`${again}/removal`, { sure: '1' })
  expect((await somebody().get(second)).status).toBe(404)
})

test('K18 G3: it goes with who sent the reply, from the disk too, and what was asked for with them', async () => {
  await shown()
  const src = (await srcOn()) ?? ''
  const { person_id } = await only()
  const { erased } = await erase(site.p, person_id)
  expect(erased).toContainEqual({ holding: 'avatar.reply', rows: 1 })
  expect([await pictures(), (await somebody().get(src)).status, await site.p.files.list('avatars')]).toEqual([[], 404, []])
})

test('K18: it goes from its address while the reply is refused, and is fetched anew for one that is shown again', async () => {
  await shown()
  const src = (await srcOn()) ?? ''
  const decide = async (how: Record<string, string>) => {
    await rita.visitor.post(`/nl/desk/replies/${(await only()).id}/decision`, how)
    await site.p.jobs.drain()
  }
  await decide({ decision: 'refuse', reason: 'Dit hoort hier niet.' })
  expect([(await only()).state, await pictures(), (await somebody().get(src)).status]).toEqual(['refused', [null], 404])
  await decide({ decision: 'show' })
  expect([typeof (await srcOn()), (await srcOn()) === src, gravatar.asked.length]).toEqual(['string', false, 2])
})

test('a reply that is refused or gone while Gravatar is asked gets no picture, and nothing stays on the disk', async () => {
  for (const meanwhile of ['refused', 'gone'] as const) {
    await site.p.db.deleteFrom('replies').execute()
    await sent()
    const { id, person_id } = await only()
    await site.p.db.updateTable('replies').set({ state: 'shown' }).execute()
    gravatar.first(() =>
      meanwhile === 'gone' ? erase(site.p, person_id) : site.p.db.updateTable('replies').set({ state: 'refused' }).execute(),
    )
    await site.p.db.transaction().execute((trx) => site.p.jobs.send(trx, 'replies.avatar', { reply: id }))
    expect([meanwhile, await site.p.jobs.drain()]).toMatchObject([meanwhile, { failed: 0 }])
    expect(gravatar.asked.length).toBe(1)
    expect([await pictures(), await site.p.files.list('avatars')]).toEqual([meanwhile === 'gone' ? [] : [null], []])
    gravatar.asked.length = 0
  }
})

test('what Gravatar sends that is no small whole picture is left, and a drawing stays', async () => {
  for (const mood of ['nobody', 'html', 'endless', 'bomb', 'svg', 'broken'] satisfies Mood[]) {
    gravatar.be(mood)
    for (const table of ['rate_limits', 'replies'] as const) await site.p.db.deleteFrom(table).execute()
    await shown()
    expect([mood, gravatar.asked.length, await srcOn()]).toEqual([mood, 1, undefined])
    expect(await site.p.files.list('avatars')).toEqual([])
    gravatar.asked.length = 0
  }
})

test('what Gravatar cannot answer now is asked again later, and its trouble is logged without address or hash', async () => {
  // What takes ten seconds is not waited for here.
  const soon = AbortSignal.timeout.bind(AbortSignal)
  const patience = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => soon(ms / 20))
  for (const mood of ['slow', 'busy', 'down', 'moved'] satisfies Mood[]) {
    gravatar.be(mood)
    await site.p.db.deleteFrom('replies').execute()
    await sent()
    const { id } = await only()
    await rita.visitor.post(`/nl/desk/replies/${id}/decision`, { decision: 'show' })
    expect(await site.p.jobs.drain()).toMatchObject({ failed: 1 })
    expect(await srcOn()).toBeUndefined()
    gravatar.be('well')
    await site.p.db.transaction().execute((trx) => site.p.jobs.send(trx, 'replies.avatar', { reply: id }))
    await site.p.jobs.drain()
    expect([mood, typeof (await srcOn())]).toEqual([mood, 'string'])
  }
  expect(site.logged.filter((line) => line.includes('gravatar_trouble')).length).toBe(4)
  patience.mockRestore()
  expect(site.logged.join('\n')).not.toMatch(/84059b07|myemailaddress/i)
})
