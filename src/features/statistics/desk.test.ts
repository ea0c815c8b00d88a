import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { dayOf, days } from '../../platform/clock'
import { sweepTerms } from '../../privacy/sweep'
import { cutoff, tableNamed, termOf } from '../../register'
import { noteSecondFactor } from '../desk/queries'
import { appoint, personFor } from '../desk/staff'
import { memberOfStaff } from '../desk/testing'
import type { Row } from './queries'
import { beginsToCount, browsers, forgetAll, lineOf, nightPasses, running, toldRows } from './testing'

let site: TestSite
let stef: Awaited<ReturnType<typeof memberOfStaff>>
beforeAll(async () => {
  site = await testSite()
  stef = await memberOfStaff(site, 'owner')
})
afterAll(() => site.close())
beforeEach(() => forgetAll(site))

const at = (language: string, query = '') => stef.visitor.get(`/${language}/desk/statistics${query}`)
const turn = (on: '0' | '1') => stef.visitor.post('/nl/desk/statistics', { on })
const yesterday = () => dayOf(new Date(site.clock.now().getTime() - days(1)))
const told = (...rows: Omit<Row, 'day'>[]) =>
  site.p.db
    .insertInto('counts')
    .values(rows.map((row) => ({ day: yesterday(), ...row })))
    .execute()
const views = (n: number) => ({ kind: 'views', value: 'all', n }) as const

describe('counting is off', () => {
  test('until an owner turns it on, with what the law says beside the switch, in three languages', async () => {
    await site.visitor().get('/nl', { 'user-agent': browsers.phone })
    expect(await running(site)).toEqual([])
    for (const [language, off, law, button] of [
      ['nl', 'Er wordt niet geteld', 'artikel 5, lid 3', 'Begin te tellen'],
      ['fr', 'Rien n’est compté', 'article 5, paragraphe 3', 'Commencer à compter'],
      ['en', 'Nothing is counted', 'article 5(3)', 'Start counting'],
    ] as const) {
      const { text, html } = await at(language)
      for (const said of [off, law, button, 'CNIL']) expect(text).toContain(said)
      expect(html).not.toContain('class="chart"')
    }
    expect((await turn('1')).status).toBe(303)
    await site.visitor().get('/nl', { 'user-agent': browsers.phone })
    expect(await running(site)).toContain(`${dayOf(site.clock.now())} views all 1`)
    const { text } = await at('en')
    for (const said of ['No numbers yet', 'since 21 November 2026', 'Stop counting']) expect(text).toContain(said)
  })

  test('again when the owner says so: what was told stays, the rest is gone', async () => {
    await turn('1')
    await site.visitor().get('/nl', { 'user-agent': browsers.phone })
    await running(site)
    await told(views(120))
    await turn('0')
    expect(await running(site)).toEqual([])
    await site.visitor().get('/nl', { 'user-agent': browsers.phone })
    expect(await running(site)).toEqual([])
    const { text } = await at('en')
    expect(text).toContain('120 times')
    expect(text).toContain('Nothing is counted.')
  })

  test('nobody else turns it on, and no page from elsewhere', async () => {
    const nora = await memberOfStaff(site, 'moderator')
    expect((await nora.visitor.post('/nl/desk/statistics', { on: '1' })).status).toBe(404)
    expect((await nora.visitor.get('/en/desk/statistics')).text).toContain('Only an owner')
    expect((await site.visitor().post('/nl/desk/statistics', { on: '1' })).status).toBe(303)
    const forged = await stef.visitor.post('/nl/desk/statistics', { on: '1' }, { 'sec-fetch-site': 'cross-site' })
    expect(forged.status).toBe(403)
    expect(await site.p.db.selectFrom('counting').select('id').execute()).toEqual([])
  })
})

describe('what was told', () => {
  test('stands there as a picture, as a table, and by what there is most of', async () => {
    await told(
      views(1240),
      { kind: 'page', value: '/rooms', n: 700 },
      { kind: 'page', value: '/forms/contact', n: 30 },
      { kind: 'source', value: 'other', n: 900 },
      { kind: 'source', value: 'zoek.example', n: 60 },
      { kind: 'place', value: 'gent', n: 80 },
      { kind: 'country', value: 'BE', n: 640 },
      { kind: 'country', value: 'none', n: 20 },
      { kind: 'device', value: 'phone', n: 1000 },
      { kind: 'goal', value: 'form', n: 10 },
    )
    const { text, html } = await at('en', '?days=7')
    for (const said of [
      '1,240',
      'Search 700',
      '/forms/contact 30',
      'Ghent 80',
      'Belgium 640',
      'Unknown 20',
      'Which network is in which country: Number Resource Organization',
      'Phone 1,000',
      'Tablet under 10',
      'Sent a form 10',
      '20 November 2026 1,240',
      '15 November 2026 under 10',
    ])
      expect(text).toContain(said)
    // What has no name comes last, however much it is.
    expect(text.indexOf('zoek.example 60')).toBeLessThan(text.indexOf('Others, together 900'))
    expect(html.match(/<svg class="chart-plot"/g)).toHaveLength(1)
    expect(html.match(/class="chart" aria-hidden="true"/g)).toHaveLength(1)
    expect(html).not.toMatch(/ style=/)
    expect((await at('nl')).text).toContain('Zoeken 700')
    expect((await at('nl')).text).toContain('België 640')
    expect((await at('fr')).text).toContain('Téléphone 1')
  })

  test('can be looked at over 7, 30, 90 and 365 days, beside as many before', async () => {
    const n = new Map([
      [1, 10],
      [8, 20],
      [31, 40],
      [91, 80],
      [366, 160],
    ])
    await site.p.db
      .insertInto('counts')
      .values(
        [...n].map(
          ([ago, views]) =>
            ({ day: dayOf(new Date(site.clock.now().getTime() - days(ago))), kind: 'views', value: 'all', n: views }) as const,
        ),
      )
      .execute()
    const sums = await Promise.all(
      [7, 30, 90, 365].map(async (period) =>
        /(\d+) times, and (\d+) in/.exec((await at('en', `?days=${period}`)).text)?.slice(1),
      ),
    )
    expect(sums).toEqual([
      ['10', '20'],
      ['30', '40'],
      ['70', '80'],
      ['150', '160'],
    ])
    const { html } = await at('en', '?days=365')
    expect(html).toContain('href="/en/desk/statistics?days=90"')
    expect(/class="chart-plot".*?<\/svg>/s.exec(html)?.[0].match(/<rect/g)).toHaveLength(52)
  })

  test('comes as a file, a line for each day and thing, that a spreadsheet runs nothing of', async () => {
    await told(views(20), { kind: 'source', value: 'none', n: 10 })
    const file = await stef.visitor.get('/en/desk/statistics/counts.csv?days=7')
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.html.replace('\ufeff', '').trim().split('\r\n')).toEqual([
      '"Day";"What";"Which";"Views"',
      '"2026-11-20";"Where people came from";"Directly, or unknown";"10"',
      '"2026-11-20";"Views";"";"20"',
    ])
  })

  test('K31: stays for 25 months, and then is neither shown nor there', async () => {
    const term = termOf(tableNamed('counts'))
    if (!term) throw new Error('counts have no term')
    const edge = cutoff(term, site.clock.now())
    const [last, first] = [dayOf(edge), dayOf(new Date(edge.getTime() - days(1)))]
    expect(last).toBe('2024-10-21')
    for (const day of [last, first])
      await site.p.db
        .insertInto('counts')
        .values({ day, ...views(10) })
        .execute()
    expect((await toldRows(site)).map(lineOf)).toEqual([`${last} views all 10`])
    expect((await sweepTerms(site.p)).counts).toBe(1)
    expect((await site.p.connection.pool.query('select day::text from counts')).rows).toEqual([{ day: last }])
  })
})

test('on the site of an agency too, without what it has not', async () => {
  const bureau = await testSite({ site: 'bureau' })
  await beginsToCount(bureau)
  for (let n = 0; n < 12; n++) await bureau.visitor().get('/forms/contact', { 'user-agent': browsers.desktop })
  await bureau.visitor().get('/', { 'user-agent': browsers.desktop })
  await running(bureau)
  bureau.clock.pass(days(1))
  await nightPasses(bureau)
  expect((await toldRows(bureau)).map(lineOf)).toContain('2026-11-21 page /forms/contact 10')
  const mira = await personFor(bureau.p, 'mira@loofwerk.example', { firstName: 'Mira' })
  if (!mira) throw new Error('nobody was made')
  await bureau.p.db.transaction().execute(async (trx) => {
    await appoint(bureau.p, trx, { person: mira, role: 'owner', name: 'Mira' })
    await bureau.p.mail.queue(trx, mira, 'desk.setUp')
  })
  const owner = bureau.visitor()
  await owner.post(linkIn((await bureau.mails())[0]))
  const session = await bureau.p.db.selectFrom('sessions').select('id').executeTakeFirstOrThrow()
  await noteSecondFactor(bureau.p.db, session.id, bureau.clock.now())
  const { text } = await owner.get('/desk/statistics')
  expect(text).toContain('/forms/contact 10')
  expect(text).toContain('Een formulier verstuurd')
  for (const absent of ['Waar men zocht', 'Een account bevestigd']) expect(text).not.toContain(absent)
  expect((await owner.post('/desk/statistics', { on: '0' })).location).toBe('/desk/statistics')
  expect(await running(bureau)).toEqual([])
  await bureau.close()
})

test('the statement says that the site may count, what, how and for how long, in each language', async () => {
  for (const [language, said] of [
    ['nl', ['zonder te weten van wie', 'in welke plaats men een kamer zocht', '25 maanden', 'Global Privacy Control']],
    ['fr', ['sans savoir de qui', 'dans quelle langue', '25 mois']],
    ['en', ['without knowing of whom', 'whole steps of 10', '25 months']],
  ] as const) {
    const { text } = await site.visitor().get(`/${language}/privacy`)
    for (const one of said) expect(text).toContain(one)
  }
})
