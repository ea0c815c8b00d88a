import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestSite } from '../../app/testing'
import { type FeatureName, feature, type Platform, type TakenBack } from '../../platform/feature'
import { withFollowing } from '../../platform/following'
import { copyOf, erase, lift, restrict, sweep } from '../../privacy'
import { holding } from '../../register'
import { signedUp } from '../accounts/testing'
import { publishNow } from '../your-data'
import { faultsInChain, takenBack } from './chain'
import { takenBackAgain } from './decide'
import { jobs } from './tell'
import { answers, askingSite, chooses } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await askingSite()
}, 60_000)
afterAll(() => site?.close())

const asks = async (visitor: ReturnType<TestSite['visitor']>) => (await visitor.get('/nl')).html.includes('class="consent"')

describe('G6: the record', () => {
  /** What a change of the record would show, if it were done. */
  const faultsAfter = async (change: ReturnType<typeof sql>): Promise<string[]> => {
    let faults: string[] = []
    await site.p.db
      .transaction()
      .execute(async (db) => {
        await change.execute(db)
        faults = await faultsInChain({ vault: site.p.vault, ledger: site.p.ledger, db })
        throw new Error('taken back')
      })
      .catch((error) => expect(String(error)).toContain('taken back'))
    return faults
  }

  test('holds together, also when a row is gone by its term or with its person', async () => {
    const [an, bart] = [site.visitor(), await signedUp(site, { firstName: 'Bart' })]
    await answers(an, 'yes')
    site.clock.pass(1000)
    await chooses(an, [])
    await chooses(bart.visitor, ['commercialMail'])
    expect(await faultsInChain(site.p)).toEqual([])
    await erase(site.p, bart.personId)
    expect(await faultsInChain(site.p)).toEqual([])
  })

  test.each([
    ['a no that became a yes', sql`update consents set given = true where not given`],
    ['another time', sql`update consents set at = at - interval '1 day'`],
    ['another text', sql`update consents set text_hash = 'x' where seq = 1`],
    ['another browser', sql`update consents set browser = 'x' where seq = 1`],
    [
      'a row slipped in',
      sql`insert into consents select ${randomUUID()}, person_id, browser, purpose, true, how, text_hash, version, language, at, 99 from consents where seq = 1`,
    ],
    ['a link that was changed', sql`update consent_chain set row = 'x' where seq = 2`],
    ['a link that is gone', sql`delete from consent_chain where seq = 2`],
    [
      'a taking back that is gone, link and all',
      sql`with gone as (delete from consents where not given and how = 'choices' returning seq) delete from consent_chain where seq in (select seq from gone)`,
    ],
  ])('shows %s', async (_what, change) => {
    expect(await faultsAfter(change)).not.toEqual([])
  })

  test('names the version of the statement that held', async () => {
    await publishNow(site.p)
    const an = site.visitor()
    await answers(an, 'yes')
    const last = await site.p.db
      .selectFrom('consents')
      .select('version')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(last.version).toBe(1)
  })
})

describe('K26 G6: consent is to what was said then', () => {
  const told = { nl: 'Meet.', fr: 'Mesure.', en: 'Measures.' }
  const withCookies = (names: readonly string[]): Platform => {
    const { statistics } = site.p.site.recipients
    const browser = {
      scripts: [],
      pixels: [],
      hosts: [],
      ...statistics?.browser,
      cookies: names.map((name) => ({ name, days: 9, what: told })),
    }
    const recipients = { ...site.p.site.recipients, statistics: { name: 'Telraam', place: 'NL', ...statistics, browser } }
    return Object.create(site.p, { site: { value: { ...site.p.site, recipients } } })
  }

  test('what grows is asked again, of who said yes and of who said no; what shrinks is not', async () => {
    await publishNow(withCookies(['a', 'b']))
    const [an, bart] = [site.visitor(), site.visitor()]
    await answers(an, 'yes')
    await answers(bart, 'no')
    expect(await publishNow(withCookies(['a']))).toMatchObject({ weight: 'editorial' })
    expect([await asks(an), await asks(bart)]).toEqual([false, false])
    expect(await publishNow(withCookies(['a', 'c']))).toMatchObject({ weight: 'askAgain' })
    expect([await asks(an), await asks(bart)]).toEqual([true, true])
    expect((await an.get('/nl')).html).not.toContain('measure.js')
    await answers(an, 'yes')
    expect((await an.get('/nl')).html).toContain('measure.js')
    // Something else that grows does not ask this again.
    const elsewhere = withCookies(['a', 'c'])
    const { campaigns } = elsewhere.site.recipients
    const other = {
      ...elsewhere.site,
      recipients: { ...elsewhere.site.recipients, campaigns: { place: 'BE', ...campaigns, name: 'Postduif' } },
    }
    expect(await publishNow(Object.create(elsewhere, { site: { value: other } }))).toMatchObject({ weight: 'askAgain' })
    expect(await asks(an)).toBe(false)
  })
})

describe('K26: taken back', () => {
  test('the recipient is told, and told again until it takes it', async () => {
    const heard: TakenBack[] = []
    let down = true
    const teller = feature({
      name: 'search',
      tellsTakenBack: {
        campaigns: async (_p, taken) => {
          if (down) throw new Error('503')
          heard.push(taken)
        },
      },
    })
    site.p.features = [...site.p.features, teller]
    try {
      const { visitor, personId } = await signedUp(site, { firstName: 'An' })
      await chooses(visitor, ['commercialMail'])
      await site.p.jobs.drain()
      expect(heard).toEqual([])
      await chooses(visitor, [])
      expect(await site.p.jobs.drain()).toMatchObject({ failed: 1 })
      const { rows } = await sql<{ data: { consent: string; recipient: string }; state: string }>`
        select data, state from pgboss.job where name = 'consent.tell'`.execute(site.p.db)
      expect(rows.map(({ state }) => state)).toEqual(['retry'])
      // Ids and codes alone stand in the queue.
      expect(Object.keys(rows[0]?.data ?? {}).sort()).toEqual(['consent', 'recipient'])
      down = false
      const [job] = jobs(site.p)
      await job?.work({ ...rows[0]?.data }, new AbortController().signal)
      expect(heard).toMatchObject([{ purpose: 'commercialMail', person: personId }])
      // Who says no twice took nothing back the second time.
      await chooses(visitor, [])
      expect((await sql`select 1 from pgboss.job where name = 'consent.tell'`.execute(site.p.db)).rows).toHaveLength(1)
    } finally {
      site.p.features = site.p.features.filter((one) => one !== teller)
    }
  })

  test('what was held for nothing else goes, and the rest stays', async () => {
    const { visitor, personId } = await signedUp(site, { firstName: 'Dries' })
    const was = { ...holding['shortlist.account'] }
    const counts = async () =>
      (await site.p.db.selectFrom('shortlists').select('id').where('person_id', '=', personId).execute()).length
    Object.assign(holding['shortlist.account'], { for: ['commercialMail'] })
    try {
      await chooses(visitor, ['commercialMail'])
      await visitor.post('/nl/shortlists', { title: 'Met Lies' })
      expect(await counts()).toBe(1)
      await sweep(site.p)
      expect(await counts()).toBe(1)
      await chooses(visitor, [])
      expect(await counts()).toBe(0)
      // While their data are only stored nothing of them goes; afterwards it does.
      await chooses(visitor, ['commercialMail'])
      await visitor.post('/nl/shortlists', { title: 'Weer met Lies' })
      await restrict(site.p, personId, { ground: 'claims' })
      await chooses(visitor, [])
      await sweep(site.p)
      expect(await counts()).toBe(1)
      await lift(site.p, personId)
      await sweep(site.p)
      expect(await counts()).toBe(0)
      expect((await visitor.get('/nl/account')).status).toBe(200)
    } finally {
      Object.assign(holding['shortlist.account'], was)
    }
  })

  test('no backup brings it back', async () => {
    const an = site.visitor()
    const { visitor, personId } = await signedUp(site, { firstName: 'Fien' })
    await answers(an, 'yes')
    await chooses(visitor, ['commercialMail', 'statistics'])
    site.clock.pass(1000)
    const before = site.p.db.selectFrom('consents').select('seq').orderBy('seq', 'desc').limit(1)
    const { seq } = await before.executeTakeFirstOrThrow()
    await chooses(an, [])
    await chooses(visitor, [])
    // As a backup of before would have it.
    await site.p.db.deleteFrom('consents').where('seq', '>', seq).execute()
    await site.p.db.deleteFrom('consent_chain').where('seq', '>', seq).execute()
    expect((await an.get('/nl')).html).toContain('measure.js')
    const { lines } = await site.p.ledger.read()
    for (const line of lines.filter(({ kind }) => kind === takenBack).slice(-3))
      await site.p.db.transaction().execute(async (trx) => takenBackAgain[takenBack]?.(site.p, trx, line))
    for (const visiting of [an, visitor]) expect((await visiting.get('/nl')).html).not.toContain('measure.js')
    expect((await visitor.get('/nl/choices')).html).not.toMatch(/<input[^>]*\schecked/)
    expect(await faultsInChain(site.p)).toEqual([])
    const copy = await copyOf(site.p, personId, 'nl')
    const said = copy.items.flatMap(({ holdings }) => holdings).find((one) => one.holding === 'choice.consent')
    expect(said?.records.map(({ values }) => values.how)).toContain('restored')
  })

  test('who ends their account leaves no yes behind in their browser', async () => {
    const { visitor, personId } = await signedUp(site, { firstName: 'Gust' })
    // A yes as a stranger, a no as oneself: without the no the yes would hold again.
    const stranger = site.visitor()
    await answers(stranger, 'yes')
    const token = stranger.cookies.get('consent') ?? ''
    visitor.cookies.set('consent', token)
    await chooses(visitor, [])
    await erase(site.p, personId)
    const after = site.visitor()
    after.cookies.set('consent', token)
    expect(await asks(after)).toBe(true)
  })
})

test('an answer ends with its record', async () => {
  const other = await askingSite()
  try {
    const an = other.visitor()
    await answers(an, 'yes')
    other.clock.pass(86_400_000 * 729)
    await sweep(other.p)
    expect((await an.get('/nl')).html).toContain('measure.js')
    other.clock.pass(86_400_000 * 3)
    expect(await sweep(other.p)).toMatchObject({ consents: 1 })
    expect((await an.get('/nl')).html).not.toContain('measure.js')
  } finally {
    await other.close()
  }
}, 60_000)

test('a site gets the record with what rests on consent, and the pages that ask with a recipient that needs it', () => {
  const features = (some: FeatureName[], recipients = {}) =>
    withFollowing({ ...site.p.site, features: some, recipients }).features
  const telraam = { name: 'Telraam', place: 'NL' }
  expect(features(['desk'])).toEqual(['desk'])
  expect(features(['newsletter'])).toEqual(['newsletter', 'consent'])
  // Of a company from which browsers load nothing there is nothing to ask.
  expect(features(['newsletter'], { statistics: telraam })).toEqual(['newsletter', 'consent'])
  const loaded = { ...telraam, browser: {} }
  expect(features(['consent', 'newsletter'], { statistics: loaded })).toEqual(['consent', 'newsletter', 'choices'])
})
