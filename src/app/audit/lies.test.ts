import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { days, hours } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Env } from '../../platform/http'
import { markOfLine } from '../../privacy'
import { cookies, holdingNamed, purposes } from '../../register'
import { type TestSite, testSite } from '../testing'
import { agree, audit, crawl, type Eyes } from '.'
import type { Check, Subject } from './check'
import { logCheck } from './log'
import { nothingSeen, type Seen, seenIn, together } from './seen'
import { eyesOf } from './testing'

let site: TestSite
let eyes: Eyes
let honest: Seen
beforeAll(async () => {
  site = await testSite()
  eyes = eyesOf(site)
  honest = (await crawl(eyes)).seen
}, 60_000)
afterAll(() => site.close())

/** A database in which a lie is told, until the check has been made. */
class TakenBack extends Error {}
async function within(lie: (db: Db) => Promise<unknown>, check: (eyes: Eyes) => Promise<Check[]>): Promise<Check[]> {
  let checks: Check[] = []
  await site.p.db
    .transaction()
    .execute(async (db) => {
      await lie(db)
      checks = await check({ ...eyes, p: Object.create(site.p, { db: { value: db } }) })
      throw new TakenBack()
    })
    .catch((error) => {
      if (!(error instanceof TakenBack)) throw error
    })
  return checks
}
const person = randomUUID()
const statement = (text: RawBuilder<unknown>) => (db: Db) => text.execute(db)
const someone = (db: Db) => db.insertInto('people').values({ id: person }).execute()
const disclosed = (recipient: string, purpose: string, holdings: string[]) => async (db: Db) => {
  await someone(db)
  await sql`insert into disclosures (id, person_id, recipient, purpose, holdings, at)
    values (${randomUUID()}, ${person}, ${recipient}, ${purpose}, ${holdings}, now())`.execute(db)
}
const ago = (time: number) => new Date(site.clock.now().getTime() - time)
const outboxOf = (time: number) => async (db: Db) => {
  await someone(db)
  await db
    .insertInto('outbox')
    .values({ id: randomUUID(), person_id: person, template: 'x', params: '{}', created_at: ago(time) })
    .execute()
}

/** A count in a table, of a day some time ago. */
const counts =
  (table: 'counts' | 'running_counts', kind: string, value: string, time = 0) =>
  (db: Db) =>
    sql`insert into ${sql.table(table)} (day, kind, value, n) values (${ago(time)}, ${kind}, ${value}, 10)`.execute(db)

/** A demand that was handed over: of `holdings`, of which `handed` stands in the ledger of the person. */
const demanded =
  ({
    holdings = ['email.account'],
    handed = holdings,
    approved = true,
    more = [],
  }: {
    holdings?: string[]
    handed?: string[]
    approved?: boolean
    more?: { id: string; person_id: string; holdings: string[]; at: Date }[]
  }) =>
  async (db: Db) => {
    await someone(db)
    const id = randomUUID()
    const now = site.clock.now()
    const line = { id: randomUUID(), person_id: person, holdings: handed, at: now }
    await db
      .insertInto('demands')
      .values({
        id,
        said: Buffer.of(1),
        holdings,
        period_from: '2026-01-01',
        period_until: '2026-02-01',
        people: 1,
        rows: 1,
        hash: '',
        created_at: now,
        approved_at: approved ? now : null,
        handed_at: now,
        lines: handed.length > 0 ? [markOfLine(line), ...more.map(markOfLine)] : [],
      })
      .execute()
    for (const { id: at, ...one } of handed.length > 0 ? [line, ...more] : [])
      await db
        .insertInto('disclosures')
        .values({ id: at, ...one, recipient: 'authority', purpose: 'orders', order_id: id })
        .execute()
  }
/** A second person, of whom the same was handed over. */
const other = { id: randomUUID(), person_id: randomUUID(), holdings: ['email.account'], at: new Date('2026-11-21T09:00:00Z') }
const demandedOfTwo = async (db: Db) => {
  await db.insertInto('people').values({ id: other.person_id }).execute()
  await demanded({ more: [other] })(db)
}
const breach = randomUUID()
const incident =
  ({ known, alarmed = 0, filed }: { known: number; alarmed?: number; filed?: number }) =>
  (db: Db) =>
    db
      .insertInto('incidents')
      .values({
        id: breach,
        kind: 'dump',
        began_at: ago(known),
        ended_at: ago(known),
        known_at: ago(known),
        noted_at: ago(known),
        nature: 'Een kopie',
        alarmed,
        filed_at: filed === undefined ? null : ago(filed),
        reach: '{}',
      })
      .execute()
const noticeOf = (id: string) => async (db: Db) => {
  await someone(db)
  await db
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      person_id: person,
      template: 'incidents.notice',
      params: JSON.stringify({ incident: id }),
      created_at: ago(0),
    })
    .execute()
}

/** A page of the site that does something nobody says it does. */
const page = (body: string, headers: Record<string, string> = {}, signedIn = false): Seen =>
  seenIn(
    {
      status: 200,
      headers: new Headers({ 'content-type': 'text/html', 'cache-control': 'private, no-store', ...headers }),
      body,
    },
    '/nl/planted',
    signedIn,
    'localhost:3000',
    site.clock.now(),
  )
const setting = (cookie: string) => page('', { 'set-cookie': cookie })
const kept = (key: string): Seen => ({ ...nothingSeen(), storage: [{ key, where: '/nl' }] })

/** The site with its statement altered on the way to its reader. */
const saying = (from: string | RegExp, to: string, path = '/nl/privacy'): Eyes => ({
  ...eyes,
  async ask(asked, headers) {
    const answer = await eyes.ask(asked, headers)
    if (asked !== path) return answer
    const body = answer.body.replace(from, to)
    if (body === answer.body) throw new Error(`${from} does not stand on ${path}`)
    return { ...answer, body }
  },
})
const withSite = (change: Partial<TestSite['p']['site']>): Eyes => {
  const changed = { ...site.p.site, ...change }
  return { ...eyes, p: Object.create(site.p, { site: { value: changed } }) }
}
/** The register while something in it is otherwise. */
const registerWith = async <T extends object, K extends keyof T>(of: T, key: K, value: unknown): Promise<Check[]> => {
  const was = Object.getOwnPropertyDescriptor(of, key)
  Object.assign(of, { [key]: value })
  try {
    return await audit(eyes, { seen: honest })
  } finally {
    if (was) Object.defineProperty(of, key, was)
    else Reflect.deleteProperty(of, key)
  }
}

type Lie = [name: string, about: Subject, tell: () => Promise<Check[]>]
const inDatabase = (name: string, about: Subject, lie: (db: Db) => Promise<unknown>): Lie => [
  name,
  about,
  () => within(lie, (looking) => audit(looking, { seen: honest })),
]
const onPage = (name: string, about: Subject, lie: () => Seen): Lie => [
  name,
  about,
  () => audit(eyes, { seen: together([honest, lie()]) }),
]
const inStatement = (name: string, from: string | RegExp, to: string, path?: string): Lie => [
  name,
  'statement',
  () => audit(saying(from, to, path), { seen: honest }),
]

const lies: Lie[] = [
  // The database has what the register does not know.
  inDatabase('an extra column', 'database', statement(sql`alter table accounts add column phone text`)),
  inDatabase('an extra table', 'database', statement(sql`create table shadow_profiles (person_id uuid, notes text)`)),
  inDatabase('a view over what is sealed', 'database', statement(sql`create view everybody as select * from accounts`)),
  inDatabase(
    'a column that is no longer sealed',
    'database',
    statement(sql`alter table messages alter column body type text using ''`),
  ),
  inDatabase(
    'an index over an expression',
    'database',
    statement(sql`create index by_day on outbox ((created_at at time zone 'utc'))`),
  ),
  inDatabase(
    'a trigger that keeps copies',
    'database',
    statement(sql`do $$ begin
      create function keep_copy() returns trigger language plpgsql as 'begin return new; end';
      create trigger copies before insert on accounts for each row execute function keep_copy(); end $$`),
  ),
  inDatabase(
    'statistics over columns of people',
    'database',
    statement(sql`create statistics pairs on person_id, template from outbox`),
  ),
  // Data stay longer than is said.
  inDatabase('a mail kept past its thirty days', 'terms', outboxOf(days(31))),
  inDatabase('a registration that nobody confirmed, after a week', 'terms', async (db) => {
    await someone(db)
    const empty = Buffer.from([0])
    await sql`insert into registrations (id, person_id, first_name, email, email_key, user_name, user_name_key, password, language, browser_hash, created_at)
      values (${randomUUID()}, ${person}, ${empty}, ${empty}, ${empty}, ${empty}, ${empty}, ${empty}, 'nl', ${empty}, ${ago(days(8))})`.execute(
      db,
    )
  }),
  inDatabase('a counter of a network, a day later', 'terms', (db) =>
    db
      .insertInto('rate_limits')
      .values({ key: 'x', expire: ago(days(1)).getTime() })
      .execute(),
  ),
  inDatabase('a sweep that stopped running', 'terms', (db) =>
    db
      .updateTable('sweeps')
      .set({ ran_at: ago(hours(30)) })
      .execute(),
  ),
  // What is counted of visits is not what is said, nor of nobody.
  inDatabase('a column for the address of who looked', 'database', statement(sql`alter table counts add column address inet`)),
  inDatabase('an address among the sites that people came from', 'counts', counts('counts', 'source', '203.0.113.7')),
  inDatabase('a secret link among the pages', 'counts', counts('counts', 'page', '/human-look/abcdefgh')),
  inDatabase('a count of something that is not stated', 'counts', counts('counts', 'visitor', 'an')),
  inDatabase('counting though it is off', 'counts', counts('running_counts', 'device', 'phone')),
  inDatabase('a day that is never told', 'counts', async (db) => {
    await db
      .insertInto('counting')
      .values({ id: 1, since: ago(days(9)) })
      .execute()
    await counts('running_counts', 'device', 'phone', days(4))(db)
  }),
  inDatabase('counts that are finer than is said', 'counts', async (db) => {
    await sql`alter table counts drop constraint counts_n_check`.execute(db)
    await sql`insert into counts (day, kind, value, n) values ('2026-11-20', 'device', 'phone', 13)`.execute(db)
  }),
  inDatabase('counts past their 25 months', 'terms', counts('counts', 'device', 'phone', days(800))),
  // Something went to somebody who may not have it.
  inDatabase('a phone number to the carrier of mail', 'disclosures', disclosed('mail', 'serviceMail', ['phone.listing'])),
  inDatabase('an address for another purpose', 'disclosures', disclosed('mail', 'fraud', ['email.account'])),
  inDatabase('a recipient that the register does not know', 'disclosures', disclosed('ads', 'serviceMail', ['email.account'])),
  inDatabase('a company that the site does not name', 'disclosures', disclosed('pdok', 'publishing', ['address.draft'])),
  // An authority got what it may not have, or nobody can see that it got it.
  inDatabase('a line of an authority that demanded nothing', 'demands', disclosed('authority', 'orders', ['email.account'])),
  inDatabase(
    'something handed to an authority that the register does not let it have',
    'disclosures',
    disclosed('authority', 'orders', ['password.account']),
  ),
  inDatabase('a demand for what no authority may demand', 'demands', demanded({ holdings: ['password.account'] })),
  inDatabase('a demand handed over beyond its scope', 'demands', demanded({ handed: ['email.account', 'message.thread'] })),
  inDatabase('a demand that is in nobody’s ledger', 'demands', demanded({ handed: [] })),
  inDatabase('a demand of two people that one ledger has lost', 'demands', async (db) => {
    await demandedOfTwo(db)
    await db.deleteFrom('disclosures').where('id', '=', other.id).execute()
  }),
  inDatabase('a line of an order that was made to say less', 'demands', async (db) => {
    await demanded({ holdings: ['email.account', 'firstName.account'] })(db)
    await db
      .updateTable('disclosures')
      .set({ holdings: ['email.account'] })
      .where('person_id', '=', person)
      .execute()
  }),
  inDatabase('a line of an order in the ledger of another', 'demands', async (db) => {
    await demandedOfTwo(db)
    await db.updateTable('disclosures').set({ person_id: person }).where('id', '=', other.id).execute()
  }),
  inDatabase('a demand handed over that nobody approved', 'demands', demanded({ approved: false })),
  // A breach of which nobody hears in time.
  inDatabase('a breach of a day without an alarm', 'breaches', incident({ known: hours(25) })),
  inDatabase('a breach past its 72 hours that no authority heard of', 'breaches', incident({ known: hours(73), alarmed: 72 })),
  inDatabase('a breach told late without a reason', 'breaches', incident({ known: hours(100), alarmed: 72, filed: hours(1) })),
  inDatabase('a notice of a breach that is not in the register of breaches', 'breaches', noticeOf(randomUUID())),
  inDatabase('a notice of a breach that people were not told of, says the register', 'breaches', async (db) => {
    await incident({ known: hours(2) })(db)
    await noticeOf(breach)(db)
  }),
  // Cookies and what else lies in a browser.
  onPage('an extra cookie', 'cookies', () => setting('_visitor=1; Max-Age=31536000; HttpOnly; SameSite=Lax')),
  onPage('a cookie that lives longer', 'cookies', () => setting('language=nl; Max-Age=63072000; HttpOnly; SameSite=Lax')),
  onPage('a cookie of a visit that outlives it', 'cookies', () => setting('session=x; Max-Age=3600; HttpOnly; SameSite=Lax')),
  onPage('a cookie of the chat that outlives the conversation', 'cookies', () =>
    setting('chat=x; Max-Age=15552000; HttpOnly; SameSite=Lax'),
  ),
  onPage('a cookie that scripts can read', 'cookies', () => setting('session=x; SameSite=Lax')),
  onPage('a cookie that goes along to other sites', 'cookies', () => setting('session=x; HttpOnly; SameSite=None')),
  onPage('a key in localStorage', 'storage', () => kept('localStorage visitor-id')),
  // Somebody else hears of a visit.
  onPage('a hidden pixel', 'hosts', () => page('<img src="https://pixel.example/1.gif" width="1" height="1">')),
  onPage('a script of another', 'hosts', () => page('<script src="//cdn.example/a.js"></script>')),
  onPage('a font of another', 'hosts', () => page('<style>@import url("https://fonts.example/css");</style>')),
  onPage('a form that is sent elsewhere', 'hosts', () => page('<form action="https://forms.example/x"></form>')),
  onPage('a policy that lets in another', 'hosts', () =>
    page('', { 'content-security-policy': "script-src 'self' https://tags.example" }),
  ),
  // What is one person's, kept for all.
  onPage('a private page that all may keep', 'caches', () => page('', { 'cache-control': 'public, max-age=60' }, true)),
  onPage('a cookie in an answer for all', 'caches', () =>
    page('', { 'cache-control': 'public, max-age=60', 'set-cookie': 'language=nl; Max-Age=31536000; HttpOnly; SameSite=Lax' }),
  ),
  // The statement says otherwise.
  inStatement('a right that is not said', /<div id="right-erasure".*?<\/div>/s, ''),
  inStatement('a term that is said shorter', /30 dagen/, '7 dagen'),
  inStatement('a term of counts that is said shorter', /25 maanden/, '6 maanden'),
  inStatement('counts that are not said', / data-fact="counts"/, ''),
  inStatement('a holding that is not said', / data-fact="holding:ip\.lastSession"/, ''),
  inStatement('a recipient that is not said', / data-fact="recipient:mail"/, ''),
  inStatement('an authority that may demand and is not said', / data-fact="recipient:authority"/, ''),
  inStatement('what an authority may demand that is not said', / data-fact="gets:authority\.orders"/, ''),
  inStatement('a life of a cookie that is said shorter', /60 dagen/, '6 dagen'),
  inStatement('another officer', /dpo@dorpel\.example<\/a>/, 'niemand@dorpel.example</a>'),
  inStatement('another country', /Ierland/, 'België'),
  inStatement('one language that says less than another', / data-fact="purpose:fraud"/, '', '/fr/privacy'),
  inStatement('other facts for machines', '"inEea":true', '"inEea":false', '/en/privacy.json'),
  // The register itself, or the site.
  ['a purpose that rests on consent which nobody asks', 'register', () => registerWith(purposes.answering, 'basis', 'consent')],
  [
    'a term longer than its ground',
    'register',
    () => registerWith(holdingNamed('password.pending'), 'keep', { years: 5, after: 'bookYear' }),
  ],
  [
    'a cookie that the statement says is kept for less',
    'cookies',
    async () => {
      const met = together([honest, setting('language=nl; Max-Age=31536000; HttpOnly; SameSite=Lax')])
      const was = cookies.language
      Object.assign(cookies, { language: { ...was, days: 30 } })
      return audit(eyes, { seen: met }).finally(() => Object.assign(cookies, { language: was }))
    },
  ],
  [
    'a processor without an agreement',
    'register',
    () => audit(withSite({ recipients: { mail: { name: 'Elders', place: 'IE' } } }), { seen: honest }),
  ],
  [
    'data that leave the EEA without a ground',
    'register',
    () => audit(withSite({ recipients: { mail: { name: 'Elders', place: 'US', agreement: '2026-01-01' } } }), { seen: honest }),
  ],
  [
    'a law that is no more',
    'register',
    () => audit(withSite({ tagline: { nl: 'Volgens het Privacy Shield', fr: '', en: '' } }), { seen: honest }),
  ],
  // The log tells of a person.
  ['a log line with an address', 'log', async () => [logCheck(['{"event":"mail.sent","to":"an@example.org"}'])]],
  ['a log line with the address of a network', 'log', async () => [logCheck(['{"event":"request","from":"203.0.113.7"}'])]],
  ['a log line with an address of IPv6', 'log', async () => [logCheck(['{"event":"request","from":"2001:db8::77"}'])]],
]

describe('G1: a lie is seen', () => {
  beforeEach(async () => {
    // The sweep ran; what a test planted was taken back.
    await site.p.db.deleteFrom('sweeps').execute()
    await site.p.db.insertInto('sweeps').values({ name: 'outbox', ran_at: site.clock.now(), deleted: 0 }).execute()
  })

  test('and where nobody lies nothing is', async () => {
    const lines = ['{"at":"2026-11-21T10:00:00.000Z","event":"web.open","where":"127.0.0.1","version":"1.2.3"}']
    const checks = await within(
      async (db) => {
        await outboxOf(days(29))(db)
        await db.deleteFrom('people').where('id', '=', person).execute()
        await demandedOfTwo(db)
        await incident({ known: hours(100), alarmed: 72, filed: hours(50) })(db)
        await sql`insert into disclosures (id, person_id, recipient, purpose, holdings, at)
          values (${randomUUID()}, ${person}, 'mail', 'serviceMail', ${['email.account']}, now())`.execute(db)
      },
      (looking) =>
        audit(looking, { seen: together([honest, setting('stay=x; Max-Age=5184000; HttpOnly; SameSite=Lax')]), log: lines }),
    )
    expect(checks.flatMap(({ differences }) => differences)).toEqual([])
  })

  test.each(lies)('%s', async (_name, about, tell) => {
    const checks = await tell()
    expect(agree(checks)).toBe(false)
    expect(checks.filter(({ differences }) => differences.length > 0).map((check) => check.about)).toContain(about)
  })

  test('at least thirty of them', () => {
    expect(lies.length).toBeGreaterThanOrEqual(30)
    expect(new Set(lies.map(([name]) => name)).size).toBe(lies.length)
  })

  test('and a crawl finds what a page hides two links away', async () => {
    const planted = new Hono<Env>()
      .get('/nl/planted', (c) => c.html('<a href="/nl/planted/deeper">…</a>'))
      .get('/nl/planted/deeper', (c) => c.html('<img src="https://pixel.example/1.gif">', 200, { 'set-cookie': 'spy=1' }))
      .route('/', site.app)
    const { seen } = await crawl(eyesOf({ p: site.p, app: planted }), { starts: ['/nl/planted'] })
    const checks = await audit(eyes, { seen })
    expect(checks.filter(({ differences }) => differences.length > 0).map((check) => check.about)).toEqual([
      'cookies',
      'hosts',
      'caches',
    ])
  })
})
