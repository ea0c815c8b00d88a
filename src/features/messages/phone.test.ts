// K5: who sees a telephone number, and where it never is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../app/testing'
import { days } from '../../platform/clock'
import { type SignedUp, signedUp } from '../accounts/testing'
import { advertOf, replied } from './testing'

let site: TestSite
let bart: SignedUp
beforeAll(async () => {
  site = await testSite()
  bart = await signedUp(site, { firstName: 'Bart' })
})
afterAll(() => site.close())

const number = '+32470123456'
const digits = /470[\s./-]*12[\s./-]*34[\s./-]*56/
const phone = (advert: { publicId: string }) => `/nl/rooms/${advert.publicId}/phone`
/** A spotlight from and until so many days from now. */
const spotlight = (advert: { id: string }, from: number, until: number | null) => {
  const moment = (n: number) => new Date(site.clock.now().getTime() + days(n))
  return site.p.db
    .updateTable('listings')
    .set({ spotlight_from: moment(from), spotlight_until: until === null ? null : moment(until) })
    .where('id', '=', advert.id)
    .execute()
}

const roles = ['stranger', 'somebody', 'who replied', 'who replied to another', 'who waits to confirm', 'the advertiser'] as const
const times = ['no spotlight', 'spotlight to come', 'spotlight running', 'spotlight without end', 'spotlight over'] as const

describe('K5: the telephone number', () => {
  const people = new Map<string, Visitor>()
  let advert: { id: string; publicId: string }
  beforeAll(async () => {
    advert = await advertOf(site, bart.personId, { phone: number })
    const other = await advertOf(site, bart.personId, { phone: number })
    const [an, bo, eva] = await Promise.all(['An', 'Bo', 'Eva'].map((firstName) => signedUp(site, { firstName })))
    await replied(site, an!, advert, 'Dag')
    await replied(site, bo!, other, 'Dag')
    const guest = site.visitor('203.0.113.9')
    const given = { firstName: 'Gus', email: 'gus@example.org', userName: 'gus-zoekt', password: 'vier groene stoelen' }
    expect((await guest.post(`/nl/rooms/${advert.publicId}/reply`, { text: 'Dag', ...given })).status).toBe(303)
    people.set('stranger', site.visitor('203.0.113.8'))
    people.set('somebody', eva!.visitor)
    people.set('who replied', an!.visitor)
    people.set('who replied to another', bo!.visitor)
    people.set('who waits to confirm', guest)
    people.set('the advertiser', bart.visitor)
  })

  const table = times.flatMap((time) =>
    roles.map((role) => ({
      time,
      role,
      seen: time === 'spotlight running' || time === 'spotlight without end' || role === 'who replied',
    })),
  )
  test.each(table)('$role, $time: $seen', async ({ time, role, seen }) => {
    if (time === 'no spotlight')
      await site.p.db
        .updateTable('listings')
        .set({ spotlight_from: null, spotlight_until: null })
        .where('id', '=', advert.id)
        .execute()
    else {
      const [from, until] = {
        'spotlight to come': [1, 8],
        'spotlight running': [-1, 1],
        'spotlight without end': [-1, null],
        'spotlight over': [-8, 0],
      }[time] as [number, number | null]
      await spotlight(advert, from, until)
    }
    const answer = await people.get(role)!.get(phone(advert))
    expect(answer.status).toBe(seen ? 200 : 403)
    expect(answer.html.includes(`tel:${number}`)).toBe(seen)
    expect(digits.test(answer.text)).toBe(seen)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  test('in no other page, feed, API or mail, for whoever looks, with a spotlight or without', async () => {
    const an = people.get('who replied')!
    await site.mails()
    for (const until of [1, -1]) {
      await spotlight(advert, -2, until)
      const { public_id: thread } = await site.p.db
        .selectFrom('threads')
        .select('public_id')
        .where('listing_id', '=', advert.id)
        .executeTakeFirstOrThrow()
      const paths = ['', 'fr', 'en'].flatMap((lang) =>
        ['', '/rooms', `/rooms/${advert.publicId}`, `/rooms/${advert.publicId}/reply`, '/messages', `/messages/${thread}`].map(
          (path) => `/${lang || 'nl'}${path}`,
        ),
      )
      const api = ['/api/v1/listings', '/api/v1/openapi.json', '/sitemap.xml', '/feed.xml', '/feed.json', '/dev/mail']
      for (const who of [people.get('stranger')!, an, people.get('somebody')!])
        for (const path of [...paths, ...api]) {
          const answer = await who.get(path)
          expect(digits.test(answer.html), path).toBe(false)
        }
      for (const path of paths) expect(digits.test((await bart.visitor.get(path)).html), path).toBe(false)
    }
    expect(site.mailbox.letters.length).toBeGreaterThan(2)
    for (const letter of site.mailbox.letters) expect(digits.test(JSON.stringify(letter))).toBe(false)
    expect(site.logged.some((line) => digits.test(line))).toBe(false)
  })

  test('each showing is a disclosure that the advertiser can see; a refusal is none', async () => {
    const shown = async () =>
      (
        await site.p.db
          .selectFrom('disclosures')
          .select(['recipient', 'purpose', 'holdings'])
          .where('person_id', '=', bart.personId)
          .where('purpose', '=', 'contact')
          .execute()
      ).length
    await spotlight(advert, -8, -1)
    const before = await shown()
    await people.get('stranger')!.get(phone(advert))
    await people.get('somebody')!.get(phone(advert))
    expect(await shown()).toBe(before)
    await people.get('who replied')!.get(phone(advert))
    expect(await shown()).toBe(before + 1)
    await spotlight(advert, -1, 1)
    await people.get('stranger')!.get(phone(advert))
    expect(await shown()).toBe(before + 2)
  })

  test('who is blocked by the advertiser has not replied any more', async () => {
    const mieke = await signedUp(site, { firstName: 'Mieke' })
    const one = await advertOf(site, bart.personId, { phone: number })
    const thread = await replied(site, mieke, one, 'Dag')
    expect((await mieke.visitor.get(phone(one))).status).toBe(200)
    await bart.visitor.post(`${thread}/block`, { on: '1' })
    expect((await mieke.visitor.get(phone(one))).status).toBe(403)
  })

  test('of an advert without a number, or that is not public: not there', async () => {
    const an = people.get('who replied')!
    expect((await an.get(phone(await advertOf(site, bart.personId, { phone: null })))).status).toBe(404)
    await site.p.db.updateTable('listings').set({ status: 'paused' }).where('id', '=', advert.id).execute()
    expect((await an.get(phone(advert))).status).toBe(404)
    expect((await an.get('/nl/rooms/nergens/phone')).status).toBe(404)
    await site.p.db.updateTable('listings').set({ status: 'published' }).where('id', '=', advert.id).execute()
  })

  test('nobody gathers them: thirty an hour', async () => {
    const robot = site.visitor('203.0.113.77')
    await spotlight(advert, -1, 1)
    for (let n = 0; n < 30; n++) expect((await robot.get(phone(advert))).status).toBe(200)
    expect((await robot.get(phone(advert))).status).toBe(429)
  })
})
