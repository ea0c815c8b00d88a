import { beforeEach, describe, expect, test } from 'vitest'
import bureau from '../../sites/bureau/site'
import kot from '../../sites/kot/site'
import asking from '../app/testing/asks/site'
import { onPaper } from './on-paper'
import { type StatementFacts, statementFacts, versionOf } from './statement'

const holdings = ({ chapters }: StatementFacts) => chapters.flatMap(({ items }) => items.flatMap((item) => item.holdings))
const holdingOf = (facts: StatementFacts, name: string) => holdings(facts).find(({ holding }) => holding === name)
const recipientOf = (facts: StatementFacts, name: string) => facts.recipients.find(({ recipient }) => recipient === name)
const chaptersWith = (facts: StatementFacts, item: string) =>
  facts.chapters.flatMap(({ chapter, items }) => (items.some((one) => one.item === item) ? [chapter] : []))

describe('G1: the facts of a statement', () => {
  let kots: StatementFacts
  let asks: StatementFacts
  beforeEach(() => {
    kots = statementFacts(onPaper(kot), 'fr')
    asks = statementFacts(onPaper(asking), 'nl')
  })

  test('are of the site: its own words in the language that is asked for', () => {
    expect(kots).toMatchObject({ site: 'Dorpel', authority: { name: 'Autorité de protection des données' }, backupDays: 35 })
    expect(kots.hosting).toEqual({
      name: 'Voorbeeld Hosting (demo)',
      place: 'NL',
      inEea: true,
      statement: 'https://hosting.example/privacy',
      agreement: '2026-01-01',
      measures: kot.hosting.measures.fr,
    })
    expect(asks.hosting).toEqual({ name: 'Voorbeeld Hosting', place: 'NL', inEea: true })
    expect(kots.laws.find(({ law }) => law === 'gdpr')).toMatchObject({ url: expect.stringContaining('europa.eu') })
    expect(
      statementFacts(onPaper({ ...kot, authority: { ...kot.authority, name: { nl: 'X', fr: '', en: 'X' } } }), 'fr').authority
        .name,
    ).toBe('')
  })

  test('of a holding: why, how long, how it lies, from whom, who gets it and what one can do', () => {
    expect(holdingOf(kots, 'email.account')).toEqual({
      holding: 'email.account',
      circle: 'account',
      purposes: expect.arrayContaining(['account', 'signIn', 'serviceMail', 'messaging']),
      keep: { until: 'accountEnds' },
      stored: ['sealed', 'blindIndex'],
      source: 'person',
      recipients: expect.arrayContaining(['mail', 'authority']),
      rights: expect.arrayContaining(['access', 'erasure', 'portability']),
    })
    expect(holdingOf(kots, 'email.account')?.purposes).not.toContain('commercialMail')
    expect(holdingOf(asks, 'email.account')?.purposes).toContain('commercialMail')
    expect(new Set(holdings(kots).map(({ holding }) => holding)).size).toBe(holdings(kots).length)
  })

  test('stand in the chapter of the first feature that holds them; of staff alone in their own; of nobody’s feature at the end', () => {
    expect(chaptersWith(kots, 'email')).toEqual(['accounts'])
    expect(chaptersWith(kots, 'message')).toEqual(['messages'])
    expect(chaptersWith(kots, 'secondFactor')).toEqual(['staff'])
    // Where nobody registers, only staff has an account.
    const bureaus = statementFacts(onPaper(bureau), 'nl')
    expect([chaptersWith(bureaus, 'password'), chaptersWith(bureaus, 'answers')]).toEqual([['staff'], ['contact']])
    expect(chaptersWith(kots, 'password')).toEqual(['accounts'])
    expect(kots.chapters.map(({ chapter }) => chapter).slice(-2)).toEqual(['staff', 'platform'])
    expect(kots.chapters.every(({ items }) => items.length > 0)).toBe(true)
  })

  test('name the companies that receive something, and no company that the site does not name', () => {
    expect(recipientOf(kots, 'mail')?.company).toEqual({
      name: 'Amazon SES (eu-west-1)',
      place: 'IE',
      inEea: true,
      statement: 'https://aws.amazon.com/privacy/',
      agreement: '2026-01-01',
    })
    for (const name of ['statistics', 'campaigns']) {
      expect(recipientOf(kots, name)).toBeUndefined()
      expect(recipientOf(asks, name)).toBeDefined()
    }
    expect(recipientOf(kots, 'authority')).not.toHaveProperty('company')
    for (const { gets, loads } of asks.recipients) {
      expect(gets.length > 0 || loads !== undefined).toBe(true)
      for (const one of gets) expect(one.holdings.length).toBeGreaterThan(0)
    }
    const nobody = statementFacts(onPaper({ ...kot, features: [], recipients: {} }), 'en')
    expect(nobody.recipients.map(({ recipient }) => recipient)).not.toContain('advertiser')
  })

  test('give nobody what the site has not, nor for what it does not do', () => {
    const bureaus = statementFacts(onPaper(bureau), 'nl')
    const ours = (facts: StatementFacts, { gets }: { gets: StatementFacts['recipients'][number]['gets'] }) => [
      gets.every(({ purpose }) => facts.purposes.some((one) => one.purpose === purpose)),
      gets.every((one) => one.holdings.length > 0 && one.holdings.every((name) => holdingOf(facts, name) !== undefined)),
    ]
    // A site without any one of its parts, too: what that part held goes to nobody.
    const parts = kot.features.filter((part) => part !== 'accounts')
    const without = parts.map((part) => ({ ...kot, features: kot.features.filter((name) => name !== part) }))
    for (const facts of [kots, asks, bureaus, ...without.map((site) => statementFacts(onPaper(site), 'nl'))])
      for (const recipient of facts.recipients)
        expect([recipient.recipient, ...ours(facts, recipient)]).toEqual([recipient.recipient, true, true])
    const orders = recipientOf(bureaus, 'authority')?.gets.find(({ purpose }) => purpose === 'orders')?.holdings ?? []
    expect([orders.includes('email.account'), orders.some((name) => name.endsWith('.listing'))]).toEqual([true, false])
    expect(recipientOf(bureaus, 'advertiser')).toBeUndefined()
  })

  test('say what is counted, on a site that counts', () => {
    expect(kots.counts).toMatchObject({ counted: expect.arrayContaining(['views', 'page']), keep: { months: 25 } })
    const features = kot.features.filter((name) => name !== 'statistics')
    expect(statementFacts(onPaper({ ...kot, features }), 'nl')).not.toHaveProperty('counts')
  })

  test('say what a browser loads of a company, and which cookies come with it, once one said yes', () => {
    expect(recipientOf(asks, 'statistics')?.loads).toEqual({ purpose: 'statistics', hosts: ['127.0.0.1:4599'] })
    expect(recipientOf(asks, 'mail')).not.toHaveProperty('loads')
    expect(asks.cookies.filter(({ by }) => by === 'statistics')).toEqual(
      expect.arrayContaining([
        { cookie: '_tel', days: 90, purpose: 'statistics', consent: true, by: 'statistics', what: 'Telt bezoekers.' },
        {
          cookie: '_tel_*',
          days: null,
          purpose: 'statistics',
          consent: true,
          by: 'statistics',
          what: 'Telt pagina’s in een bezoek.',
        },
      ]),
    )
    const { browser: _, ...silent } = asking.recipients.statistics
    const other = statementFacts(onPaper({ ...asking, recipients: { ...asking.recipients, statistics: silent } }), 'nl')
    expect(recipientOf(other, 'statistics')?.loads).toBeUndefined()
    // Of a company that nobody says yes to, a browser loads nothing.
    expect(other.cookies.filter(({ by }) => by !== undefined)).toEqual([])
    expect(kots.cookies.length).toBeGreaterThan(1)
    for (const cookie of kots.cookies) expect(cookie).toMatchObject({ consent: false, purpose: expect.any(String) })
  })

  test('name the purposes that are served and their grounds, with the law that asks for one', () => {
    const names = (facts: StatementFacts) => facts.purposes.map(({ purpose }) => purpose)
    expect(names(asks)).toEqual(expect.arrayContaining(['statistics', 'commercialMail', 'rights', 'orders']))
    expect(names(kots)).not.toContain('statistics')
    expect(names(statementFacts(onPaper({ ...kot, features: [] }), 'en'))).toEqual(expect.arrayContaining(['rights', 'orders']))
    expect(kots.purposes.find(({ purpose }) => purpose === 'orders')).toMatchObject({
      basis: 'legalDuty',
      law: expect.any(String),
    })
    expect(kots.purposes.find(({ purpose }) => purpose === 'account')).not.toHaveProperty('law')
    // The newsletter alone rests on consent there.
    expect(kots.purposes.filter(({ basis }) => basis === 'consent').map(({ purpose }) => purpose)).toEqual(['newsletter'])
    expect(kots.bases.find(({ basis }) => basis === 'consent')?.rights).toContain('withdrawal')
    const without = statementFacts(onPaper({ ...kot, features: kot.features.filter((name) => name !== 'newsletter') }), 'en')
    expect(without.bases.map(({ basis }) => basis)).not.toContain('consent')
    expect(asks.bases.find(({ basis }) => basis === 'consent')?.rights).toContain('withdrawal')
    expect(without.rights).not.toContain('withdrawal')
    expect(asks.rights).toContain('withdrawal')
  })

  test('say truly whether everything lies in the Economic Area, and whether the traffic is encrypted', () => {
    const elsewhere = { ...kot, recipients: { mail: { name: 'Post', place: 'US', transfer: 'adequacy' } } } as const
    const here = { ...kot, recipients: { mail: { name: 'Post', place: 'IE' } } }
    expect([here, elsewhere].map((one) => statementFacts(onPaper(one), 'en').allInEea)).toEqual([true, false])
    expect(recipientOf(statementFacts(onPaper(elsewhere), 'en'), 'mail')?.company).toEqual({
      name: 'Post',
      place: 'US',
      inEea: false,
      transfer: 'adequacy',
    })
    const hosted = { ...here, hosting: { name: 'Host', place: 'US', transfer: 'clauses' } } as const
    expect(statementFacts(onPaper(hosted), 'en').allInEea).toBe(false)
    const traffic = (url: string) => statementFacts(onPaper(kot, { PUBLIC_URL: url }), 'en').encryptedTraffic
    expect([traffic('https://kot.example'), traffic('http://localhost:3000')]).toEqual([true, false])
  })

  test('have a short name, another one for other facts', () => {
    const p = onPaper(kot)
    expect(versionOf(p)).toMatch(/^[0-9a-f]{10}$/)
    expect(versionOf(p)).toBe(versionOf(onPaper(kot)))
    expect(versionOf(onPaper({ ...kot, backupDays: 30 }))).not.toBe(versionOf(p))
    const measures = { ...kot.hosting.measures, en: 'Otherwise' }
    expect(versionOf(onPaper({ ...kot, hosting: { ...kot.hosting, measures } }))).not.toBe(versionOf(p))
  })
})
