import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsInChain } from '../../features/consent'
import { lawOf, publicListings } from '../../features/listings'
import { factsOf, findingsOf, idsOf } from '../../features/listings/law'
import { subscribersByLanguage } from '../../features/newsletter/queries'
import { placeById, regionOf } from '../../features/places'
import { hasDemo } from '../../platform/production'
import { metresBetween } from '../../std/geo'
import { runCommand } from '../cli'
import { type TestSite, testSite } from '../testing'
import { demoAdverts } from './adverts'
import { demoCommands } from './commands'
import { demoPeople } from './people'
import { demoListings } from './queries'
import { contentOf, demoPassword, seedDemo } from './seed'
import { demoReplies } from './texts/replies'

describe('the demo', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
    expect(await seedDemo(site.p)).toBe(true)
  })
  afterAll(() => site.close())
  const count = async (
    table: 'people' | 'listings' | 'threads' | 'messages' | 'replies' | 'subscribers' | 'letters' | 'deliveries',
  ) =>
    Number(
      (
        await site.p.db
          .selectFrom(table)
          .select((e) => e.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )

  test('fills a new site with public adverts and quiet conversations, and does so once', async () => {
    expect(await publicListings(site.p.db, site.clock.now()).select('listings.id').execute()).toHaveLength(300)
    expect(await count('threads')).toBe(25)
    expect(await count('messages')).toBeGreaterThan(50)
    expect(await site.mails()).toEqual([])
    expect(await seedDemo(site.p)).toBe(false)
    expect(await count('people')).toBe(demoPeople().length + (await count('replies')) + (await count('subscribers')))
  })

  test('has readers who said yes before a letter went out to them, a letter that did, and a draft', async () => {
    const rows = await site.p.db
      .selectFrom('letters')
      .select(['language', 'title', 'path', 'ended_at'])
      .orderBy('created_at')
      .execute()
    expect(rows.map(({ language, ended_at }) => [language, ended_at !== null])).toEqual([
      ['nl', true],
      ['fr', true],
      ['nl', false],
    ])
    for (const { title, path } of rows.slice(0, 2))
      expect([title?.length, path]).toEqual([expect.any(Number), expect.any(String)])
    const early = await site.p.db
      .selectFrom('deliveries')
      .innerJoin('subscribers', 'subscribers.person_id', 'deliveries.person_id')
      .select('deliveries.id')
      .whereRef('deliveries.at', '<', 'subscribers.confirmed_at')
      .execute()
    expect([early, await count('deliveries')]).toEqual([[], 52])
    expect(await faultsInChain(site.p)).toEqual([])
    // Of whose yes holds.
    expect(Object.fromEntries(await subscribersByLanguage(site.p.db))).toEqual({ nl: 34, fr: 18, en: 13 })
  })

  test('each advert lies in the town it speaks of', async () => {
    const adverts = demoAdverts(Temporal.PlainDate.from('2026-11-21'))
    const today = Temporal.PlainDate.from('2026-11-21')
    const far = adverts.filter((advert) => {
      const place = placeById(contentOf(advert, '', today).place)
      return !place || metresBetween(place.point, advert.point) > 12_000
    })
    expect(far.map((advert) => [advert.postcode, advert.place])).toEqual([])
  })

  test('each advert is one that may be published here, so that its owner can change it and open it again', () => {
    const today = Temporal.PlainDate.from('2026-11-21')
    const against = demoAdverts(today).map((advert) => {
      const content = contentOf(advert, '', today)
      const place = placeById(content.place)
      if (!place) throw new Error('nowhere')
      return findingsOf(factsOf(content), regionOf(place), today.toString(), lawOf(site.p.site))
    })
    expect(idsOf(against.flat().filter(({ rule }) => rule.effect !== 'warn'))).toEqual([])
    // Life is not without a warning either.
    const warned = against.filter((findings) => findings.length > 0).length
    expect(warned).toBeGreaterThan(10)
    expect(warned).toBeLessThan(100)
  })

  test('its adverts were looked at, and the replies are those of its conversations', async () => {
    const { views, replies, least } = await site.p.db
      .selectFrom('listing_days')
      .select((e) => [
        e.cast<number>(e.fn.sum('views'), 'integer').as('views'),
        e.cast<number>(e.fn.sum('replies'), 'integer').as('replies'),
        e.cast<number>(e.fn.min('views'), 'integer').as('least'),
      ])
      .executeTakeFirstOrThrow()
    expect(views).toBeGreaterThan(10_000)
    expect(least).toBeGreaterThanOrEqual(0)
    expect(replies).toBe(25)
  })

  test('its drawings find their adverts on any day', async () => {
    const titles = new Set(demoAdverts(Temporal.PlainDate.from('2026-01-01')).map((advert) => advert.title))
    const placed = await demoListings(site.p.db)
    expect(placed).toHaveLength(300)
    expect(placed.filter((listing) => !titles.has(listing.title))).toEqual([])
  })

  test('readers reply to its articles, in threads', async () => {
    const { text } = await site.visitor().get('/nl/blog/valse-advertenties')
    expect(text).toMatch(/4 reacties.*Jorne.*Mirte.*Jorne.*Een mama uit Torhout/s)
    expect((await site.visitor().get('/en/blog/fake-adverts')).text).toContain('Ivana')
  })

  test('its people can sign in', async () => {
    const an = site.visitor()
    const [someone] = demoPeople()
    const answer = await an.post('/nl/sign-in', { who: someone?.email ?? '', password: demoPassword })
    expect(answer.status).toBe(303)
    expect((await an.get('/nl/account')).text).toContain(someone?.firstName)
  })

  test('goes whole when it is taken out, and leaves what is real', async () => {
    const real = await site.p.vault.newPerson(site.p.db, ['service'])
    await demoCommands[0]?.run(site.p, [], () => {})
    expect(await hasDemo(site.p.db)).toBe(false)
    expect(await site.p.db.selectFrom('people').select('id').execute()).toEqual([{ id: real.id }])
    for (const table of ['listings', 'threads', 'messages', 'replies', 'subscribers', 'letters'] as const)
      expect(await count(table)).toBe(0)
  })
})

test('of a site without rooms the readers alone are invented, below articles that are there', async () => {
  const bureau = await testSite({ site: 'bureau' })
  expect(await seedDemo(bureau.p)).toBe(true)
  expect((await bureau.visitor().get('/blog/zonder-muis')).text).toContain('4 reacties')
  const articles = [demoRepliesOf('kot'), demoRepliesOf('bureau')].flat()
  expect(articles.sort()).toEqual(Object.keys(demoReplies).sort())
  await demoCommands[0]?.run(bureau.p, [], () => {})
  expect(await bureau.p.db.selectFrom('people').select('id').execute()).toEqual([])
  await bureau.close()
})
/** The files of a site's articles below which somebody replies. */
const demoRepliesOf = (site: string) =>
  readdirSync(`sites/${site}/content/articles`).flatMap((file) => {
    const name = file.replace(/\.md$/, '')
    return demoReplies[name] ? [name] : []
  })

test('a verb that is not there shows the ones that are', async () => {
  const said: string[] = []
  expect(await runCommand(['nonsense'], { DEMO: '0' }, (line) => said.push(line))).toBe(2)
  expect(said.join('\n')).toContain('demo remove')
})
