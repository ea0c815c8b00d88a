import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { type HoldingFact, type StatementFacts, statementFacts, versionOf } from '../../privacy'
import {
  allowedTo,
  cookies,
  type HoldingName,
  holdingNamed,
  holdingNames,
  isHolding,
  keepWords,
  partsOf,
  purposeNames,
  purposes,
  recipients,
  registerWords,
  rights,
  rightsOn,
  tableNamed,
  tablesOf,
} from '../../register'
import { keysOf } from '../../std/keys'
import { type Language, languages } from '../../std/words'
import { dayIn } from '../../std/written'
import { Statement } from './statement'
import { type Read, readBack } from './testing'
import { words } from './words'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const kinds = ['sealed', 'published', 'unsealed', 'blindIndex'] as const
const countries: Record<Language, Record<string, string>> = {
  nl: { NL: 'Nederland', IE: 'Ierland' },
  fr: { NL: 'Pays-Bas', IE: 'Irlande' },
  en: { NL: 'Netherlands', IE: 'Ireland' },
}

/** What the statement of the kot site must say, straight from the register, without the code that makes the statement. */
function expected(lang: Language): Read {
  const said = registerWords(lang)
  const text = words(lang).statement
  const { controller, officer, authority, hosting, features, recipients: companies } = site.p.site
  const columns = tablesOf(features).flatMap((name) => Object.values(tableNamed(name).columns))
  const held = holdingNames.filter((name) => columns.some(({ about }) => about === name))
  const receiving = keysOf(recipients)
    .filter((name) => recipients[name].kind === 'person' || companies[name])
    .map((name) => ({ name, may: allowedTo(name).flatMap(({ holdings }) => holdings.filter((one) => held.includes(one))) }))
    .filter(({ may }) => may.length > 0)
  const used = purposeNames.filter((name) => name === 'rights' || held.some((one) => holdingNamed(one).for.includes(name)))
  const read: Read = {
    controller: {
      name: [controller.name],
      address: [controller.address],
      registration: [controller.registration],
      email: [controller.email],
    },
    officer: { name: [officer.name], email: [officer.email] },
    authority: { name: [authority.name[lang] ?? ''] },
    hosting: { name: [hosting.name], place: [countries[lang][hosting.place] ?? ''], eea: [text.allInEea] },
    version: {},
  }
  for (const name of held) {
    const { item, circle } = partsOf(name)
    const { for: why, keep, source = 'person' } = holdingNamed(name)
    const to = receiving.filter(({ may }) => may.includes(name)).map((one) => said.recipients[one.name].name)
    read[`item:${item}`] = { name: [said.items[item].name], what: [said.items[item].what] }
    read[`holding:${name}`] = {
      within: [`item:${item}`],
      circle: [said.circles[circle]],
      purposes: why.map((purpose) => said.purposes[purpose].name),
      keep: [keepWords(lang, keep)],
      recipients: to.length > 0 ? to : [text.nobody],
      stored: kinds
        .filter((kind) => columns.some((column) => column.about === name && column.kind === kind))
        .map((kind) => said.stored[kind].name),
      source: [said.sources[source]],
    }
  }
  for (const purpose of used) {
    const { basis, ...rest } = purposes[purpose]
    read[`purpose:${purpose}`] = {
      within: [`basis:${basis}`],
      name: [said.purposes[purpose].name],
      what: [said.purposes[purpose].what],
      ...('article' in rest ? { law: [rest.article] } : {}),
    }
    read[`basis:${basis}`] = {
      name: [said.bases[basis].name],
      article: [said.bases[basis].article],
      rights: [
        rights
          .filter((right) => rightsOn[basis].includes(right))
          .map((right) => said.rights[right].name)
          .join(' · '),
      ],
    }
  }
  for (const { name } of receiving) {
    const company = companies[name]
    read[`recipient:${name}`] = {
      name: [said.recipients[name].name],
      kind: [`(${said.recipientKinds[recipients[name].kind]})`],
      ...(company
        ? {
            company: [company.name],
            place: [countries[lang][company.place] ?? ''],
            ...(company.agreement ? { agreement: [text.agreement(dayIn(company.agreement, lang))] } : {}),
          }
        : {}),
    }
    for (const { purpose, holdings } of allowedTo(name)) {
      const gets = holdings.filter((one) => held.includes(one))
      if (gets.length > 0)
        read[`gets:${name}.${purpose}`] = {
          within: [`recipient:${name}`],
          purpose: [said.purposes[purpose].name],
          holdings: gets.map((one) => `${said.items[partsOf(one).item].name}, ${said.circles[partsOf(one).circle]}`),
        }
    }
  }
  read.erasure = { bound: [text.security.erasing(35)] }
  for (const cookie of keysOf(cookies)) {
    const { days } = cookies[cookie]
    read[`cookie:${cookie}`] = {
      name: [cookie],
      what: [said.cookies[cookie]],
      life: [days === null ? said.cookieLife.session : said.cookieLife.days(days)],
    }
  }
  for (const right of rights.filter((one) =>
    used.some((purpose) => rightsOn[purposes[purpose].basis].some((name) => name === one)),
  ))
    read[`right:${right}`] = { name: [said.rights[right].name] }
  return read
}

const rendered = (lang: Language, facts: StatementFacts) =>
  readBack((<Statement lang={lang} facts={facts} version="0" />).toString())

describe('the statement (G1)', () => {
  test.each(languages)('says in %s what the register says, all of it and nothing else', async (lang) => {
    const { html, status } = await site.visitor().get(`/${lang}/privacy`)
    expect(status).toBe(200)
    const said = readBack(html)
    expect(said).toEqual(expected(lang))
    expect(Object.keys(said).filter((fact) => fact.startsWith('holding:')).length).toBeGreaterThan(30)
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
    ['data outside the EEA', (facts) => Object.assign(facts, { allInEea: false })],
    ['another controller', (facts) => Object.assign(facts.controller, { name: 'Somebody else' })],
  ]
  test.each(lies)('is caught in a lie: %s', (_name, lie) => {
    const facts = structuredClone(statementFacts(site.p, 'nl'))
    expect(rendered('nl', facts)).toEqual(expected('nl'))
    lie(facts)
    expect(rendered('nl', facts)).not.toEqual(expected('nl'))
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
