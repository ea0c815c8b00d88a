import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBack } from '../../app/audit/read-back'
import { mustSay } from '../../app/audit/said'
import { type TestSite, testSite } from '../../app/testing'
import { type HoldingFact, type StatementFacts, statementFacts, versionOf } from '../../privacy'
import { type HoldingName, isHolding, tableNamed } from '../../register'
import { type Language, languages } from '../../std/words'
import { Statement } from './statement'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const rendered = (lang: Language, facts: StatementFacts) =>
  readBack((<Statement lang={lang} facts={facts} version="0" />).toString())

describe('the statement (G1)', () => {
  test.each(languages)('says in %s what the register says, all of it and nothing else', async (lang) => {
    const { html, status } = await site.visitor().get(`/${lang}/privacy`)
    expect(status).toBe(200)
    const said = readBack(html)
    expect(said).toEqual(mustSay(site.p.site, lang))
    expect(Object.keys(said).filter((fact) => fact.startsWith('holding:')).length).toBeGreaterThan(30)
    expect(said.hosting?.place).toEqual([{ nl: 'Nederland', fr: 'Pays-Bas', en: 'Netherlands' }[lang]])
  })

  const fact = (facts: StatementFacts, name: HoldingName): HoldingFact => {
    const found = facts.chapters
      .flatMap(({ items }) => items.flatMap(({ holdings }) => holdings))
      .find(({ holding }) => holding === name)
    if (!found) throw new Error(`the statement has no ${name}`)
    return found
  }
  const lies: [string, (facts: StatementFacts) => unknown][] = [
    ['a holding that is not said', (facts) => facts.chapters[0]?.items[0]?.holdings.pop()],
    ['an item that is not said', (facts) => facts.chapters[1]?.items.pop()],
    ['a shorter term', (facts) => Object.assign(fact(facts, 'session.account'), { keep: { days: 30, after: 'lastUse' } })],
    ['a term of another kind', (facts) => Object.assign(fact(facts, 'email.account'), { keep: { until: 'replaced' } })],
    ['a purpose that is not said', (facts) => fact(facts, 'email.account').purposes.pop()],
    ['a recipient of a holding that is not said', (facts) => fact(facts, 'phone.listing').recipients.pop()],
    ['an open column said to be locked', (facts) => Object.assign(fact(facts, 'activity.account'), { stored: ['sealed'] })],
    ['a source that is another', (facts) => Object.assign(fact(facts, 'ip.lastSession'), { source: 'person' })],
    [
      'a basis that is another',
      (facts) => Object.assign(facts.purposes.find(({ purpose }) => purpose === 'fraud') ?? {}, { basis: 'contract' }),
    ],
    ['a right that is not said', (facts) => facts.bases[0]?.rights.pop()],
    ['a recipient that is not said', (facts) => facts.recipients.shift()],
    ['something received that is not said', (facts) => facts.recipients[0]?.gets[0]?.holdings.pop()],
    ['a country that is another', (facts) => Object.assign(facts.recipients[0]?.company ?? {}, { place: 'NL' })],
    ['a cookie that is not said', (facts) => facts.cookies.pop()],
    ['backups that can be opened longer', (facts) => Object.assign(facts, { backupDays: 60 })],
    ['a cookie that stays longer', (facts) => Object.assign(facts.cookies[1] ?? {}, { days: 90 })],
    ['data outside the EEA', (facts) => Object.assign(facts, { allInEea: !facts.allInEea })],
    ['another controller', (facts) => Object.assign(facts.controller, { name: 'Somebody else' })],
  ]
  test.each(lies)('is caught in a lie: %s', (_name, lie) => {
    const facts = structuredClone(statementFacts(site.p, 'nl'))
    expect(rendered('nl', facts)).toEqual(mustSay(site.p.site, 'nl'))
    lie(facts)
    expect(rendered('nl', facts)).not.toEqual(mustSay(site.p.site, 'nl'))
  })

  test('stands in JSON too, with a version that changes with its facts', async () => {
    const { version, language, ...facts } = JSON.parse((await site.visitor().get('/en/privacy.json')).html)
    expect(facts).toEqual(JSON.parse(JSON.stringify(statementFacts(site.p, 'en'))))
    expect(language).toBe('en')
    expect((await site.visitor().get('/nl/privacy')).text).toContain(version)
  })

  test('names only what the site has: without messages nothing is said of them', () => {
    const { p } = site
    const facts = statementFacts({ ...p, site: { ...p.site, features: ['accounts', 'your-data'] } }, 'nl')
    const holdings = facts.chapters.flatMap(({ items }) => items.flatMap((item) => item.holdings.map(({ holding }) => holding)))
    expect(holdings).toContain('email.account')
    expect(holdings.filter((name) => /thread|listing|draft|notice/.test(name))).toEqual([])
    expect(facts.recipients.map(({ recipient }) => recipient)).not.toContain('geocoder')
  })

  test('says at the top what is asked for an account: these four, and no more', () => {
    const asked = Object.values(tableNamed('registrations').columns).filter(({ kind }) => kind === 'sealed')
    expect(asked.map(({ about }) => about)).toEqual([
      'firstName.pending',
      'email.pending',
      'userName.pending',
      'password.pending',
    ])
    expect(asked.every(({ about }) => isHolding(about))).toBe(true)
  })

  test('stays within the budget of a page, and may be kept by all', async () => {
    const { html, headers } = await site.visitor().get('/fr/privacy')
    const zipped = await new Response(new Blob([html]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
    expect(zipped.byteLength).toBeLessThan(20_000)
    expect(headers.get('cache-control')).toBe('public, max-age=300')
  })
})

test('the version is told from the facts once, for as long as the program runs', () => {
  let asked = 0
  const p = new Proxy(site.p, {
    get(of, name) {
      if (name === 'site') asked++
      return Reflect.get(of, name)
    },
  })
  const version = versionOf(p)
  const once = asked
  expect(once).toBeGreaterThan(0)
  expect([versionOf(p), asked]).toEqual([version, once])
})
