import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import kot from '../../../sites/kot/site'
import { languages } from '../../std/words'
import { onPaper } from '../on-paper'
import type { HoldingFact, StatementFacts } from '../statement'
import { changesSaid, type Frozen, frozenNow } from '.'
import { changesBetween, type Weight, weightOf } from './diff'

const now: Frozen = JSON.parse(JSON.stringify(frozenNow(onPaper(kot))))

const fact = (facts: StatementFacts, name: string): HoldingFact => {
  const found = facts.chapters
    .flatMap(({ items }) => items.flatMap(({ holdings }) => holdings))
    .find(({ holding }) => holding === name)
  return found ?? expect.fail(`the statement has no ${name}`)
}
const without = (facts: StatementFacts, name: string) => {
  for (const { items } of facts.chapters)
    for (const item of items) item.holdings = item.holdings.filter(({ holding }) => holding !== name)
}
const mail = (facts: StatementFacts) =>
  facts.recipients.find(({ recipient }) => recipient === 'mail') ?? expect.fail('nobody carries mail')
const mailed = (facts: StatementFacts) =>
  mail(facts).gets.find(({ purpose }) => purpose === 'serviceMail') ?? expect.fail('no mail is a service')
const consenting = (facts: StatementFacts, purpose: string) =>
  Object.assign(facts.purposes.find((one) => one.purpose === purpose) ?? {}, { basis: 'consent' })
/** The first cookie comes after consent. */
const asking = (facts: StatementFacts) => [consenting(facts, 'signIn'), Object.assign(facts.cookies[0] ?? {}, { consent: true })]
const loading = (facts: StatementFacts, ...hosts: string[]) => Object.assign(mail(facts), { loads: { purpose: 'signIn', hosts } })
const last = (facts: StatementFacts, given: object) => Object.assign(facts.cookies.at(-1) ?? {}, given)
const without1 = <T>(list: T[]) => void list.shift()

/** What is otherwise in the later of two statements, or in the earlier one; what is said of it, and how much it weighs. */
type Case = [
  what: string,
  weight: Weight,
  later?: (facts: StatementFacts) => unknown,
  earlier?: (facts: StatementFacts) => unknown,
]
const cases: Case[] = [
  ['held', 'notify', undefined, (was) => without(was, 'ip.lastSession')],
  ['heldNoMore', 'editorial', (is) => without(is, 'ip.lastSession')],
  ['held', 'askAgain', (is) => consenting(is, 'demand'), (was) => [without(was, 'search.saved'), consenting(was, 'demand')]],
  ['counts', 'notify', undefined, (was) => Object.assign(was, { counts: undefined })],
  ['counts', 'notify', undefined, (was) => was.counts?.counted.pop()],
  ['countsNoMore', 'editorial', (is) => is.counts?.counted.pop()],
  ['countsNoMore', 'editorial', (is) => Object.assign(is, { counts: undefined })],
  ['countsOtherwise', 'notify', (is) => Object.assign(is.counts ?? {}, { step: 1 })],
  ['countsOtherwise', 'notify', (is) => Object.assign(is.counts ?? {}, { keep: { months: 36, after: 'made' } })],
  ['longer', 'notify', (is) => Object.assign(fact(is, 'mail.sent'), { keep: { days: 60, after: 'made' } })],
  ['longer', 'notify', (is) => Object.assign(fact(is, 'mail.sent'), { keep: { months: 2, after: 'made' } })],
  ['shorter', 'editorial', (is) => Object.assign(fact(is, 'mail.sent'), { keep: { days: 7, after: 'made' } })],
  ['otherTerm', 'notify', (is) => Object.assign(fact(is, 'mail.sent'), { keep: { days: 7, after: 'lastUse' } })],
  ['otherTerm', 'notify', (is) => Object.assign(fact(is, 'mail.sent'), { keep: { days: 60, after: 'lastUse' } })],
  [
    'otherTerm',
    'notify',
    (is) => Object.assign(fact(is, 'mail.sent'), { keep: { years: 4, after: 'made' } }),
    (was) => Object.assign(fact(was, 'mail.sent'), { keep: { days: 1461, after: 'made' } }),
  ],
  [
    'longer',
    'notify',
    (is) => Object.assign(fact(is, 'mail.sent'), { keep: { years: 1, after: 'made' } }),
    (was) => Object.assign(fact(was, 'mail.sent'), { keep: { months: 10, after: 'made' } }),
  ],
  [
    'shorter',
    'editorial',
    (is) => Object.assign(fact(is, 'mail.sent'), { keep: { years: 1, after: 'made' } }),
    (was) => Object.assign(fact(was, 'mail.sent'), { keep: { years: 2, after: 'made' } }),
  ],
  ['otherTerm', 'notify', (is) => Object.assign(fact(is, 'mail.sent'), { keep: { until: 'accountEnds' } })],
  ['otherTerm', 'notify', (is) => Object.assign(fact(is, 'email.account'), { keep: { years: 7, after: 'bookYear' } })],
  ['alsoFor', 'notify', (is) => fact(is, 'phone.listing').purposes.push('fraud')],
  [
    'alsoFor',
    'askAgain',
    (is) => [consenting(is, 'demand'), fact(is, 'phone.listing').purposes.push('demand')],
    (was) => consenting(was, 'demand'),
  ],
  ['noLongerFor', 'editorial', (is) => fact(is, 'phone.listing').purposes.pop()],
  ['nowOpen', 'notify', (is) => Object.assign(fact(is, 'phone.listing'), { stored: ['published'] })],
  ['nowOpen', 'notify', (is) => fact(is, 'phone.listing').stored.push('unsealed')],
  ['nowSealed', 'editorial', (is) => Object.assign(fact(is, 'activity.account'), { stored: ['sealed'] })],
  ['otherSource', 'notify', (is) => Object.assign(fact(is, 'phone.listing'), { source: 'use' })],
  [
    'otherBasis',
    'notify',
    (is) => Object.assign(is.purposes.find(({ purpose }) => purpose === 'fraud') ?? {}, { basis: 'legalDuty' }),
  ],
  ['otherBasis', 'askAgain', (is) => consenting(is, 'demand')],
  ['receives', 'notify', undefined, (was) => without1(was.recipients)],
  ['receives', 'notify', undefined, (was) => mailed(was).holdings.pop()],
  [
    'receives',
    'askAgain',
    (is) => consenting(is, 'serviceMail'),
    (was) => [consenting(was, 'serviceMail'), mailed(was).holdings.pop()],
  ],
  ['receivesNoMore', 'editorial', (is) => without1(is.recipients)],
  ['receivesNoMore', 'editorial', (is) => mailed(is).holdings.pop()],
  ['otherCompany', 'notify', (is) => Object.assign(mail(is).company ?? {}, { name: 'Elders' })],
  ['otherCompany', 'notify', (is) => Object.assign(mail(is).company ?? {}, { place: 'DE' })],
  ['otherAgreement', 'editorial', (is) => Object.assign(mail(is).company ?? {}, { agreement: '2027-01-01' })],
  ['otherHost', 'notify', (is) => Object.assign(is.hosting, { name: 'Elders' })],
  ['otherHost', 'notify', (is) => Object.assign(is.hosting, { place: 'US' })],
  ['measures', 'editorial', (is) => Object.assign(is.hosting, { measures: 'Anders' })],
  ['leavesEea', 'notify', undefined, (was) => Object.assign(was, { allInEea: true })],
  ['staysInEea', 'editorial', (is) => Object.assign(is, { allInEea: true })],
  ['encrypted', 'editorial', (is) => Object.assign(is, { encryptedTraffic: true })],
  ['notEncrypted', 'notify', undefined, (was) => Object.assign(was, { encryptedTraffic: true })],
  ['backupsLonger', 'notify', (is) => Object.assign(is, { backupDays: 90 })],
  ['backupsShorter', 'editorial', (is) => Object.assign(is, { backupDays: 7 })],
  ['cookie', 'notify', undefined, (was) => without1(was.cookies)],
  ['cookie', 'askAgain', (is) => asking(is), (was) => [without1(was.cookies), consenting(was, 'signIn')]],
  ['cookieLonger', 'askAgain', (is) => [asking(is), Object.assign(is.cookies[0] ?? {}, { days: 400 })], asking],
  ['cookieShorter', 'editorial', asking, (was) => [asking(was), Object.assign(was.cookies[0] ?? {}, { days: 400 })]],
  ['loads', 'askAgain', (is) => [asking(is), loading(is, 'a.example')], asking],
  [
    'loads',
    'askAgain',
    (is) => [asking(is), loading(is, 'a.example', 'b.example')],
    (was) => [asking(was), loading(was, 'a.example')],
  ],
  [
    'loadsNoMore',
    'editorial',
    (is) => [asking(is), loading(is, 'a.example')],
    (was) => [asking(was), loading(was, 'a.example', 'b.example')],
  ],
  [
    'otherCompany',
    'askAgain',
    (is) => [asking(is), loading(is, 'a.example'), Object.assign(mail(is).company ?? {}, { name: 'Elders' })],
    (was) => [asking(was), loading(was, 'a.example')],
  ],
  ['cookieShorter', 'editorial', (is) => last(is, { days: 3 }), (was) => last(was, { days: 400 })],
  ['cookieGone', 'editorial', (is) => without1(is.cookies)],
  ['cookieLonger', 'notify', (is) => Object.assign(is.cookies[0] ?? {}, { days: 400 })],
  ['cookieShorter', 'editorial', undefined, (was) => Object.assign(was.cookies[0] ?? {}, { days: 400 })],
  ['cookieAsks', 'askAgain', asking, (was) => consenting(was, 'signIn')],
  ['cookieAsksNoMore', 'notify', (is) => consenting(is, 'signIn'), asking],
  ['rightGone', 'notify', (is) => without1(is.rights)],
  ['right', 'editorial', undefined, (was) => without1(was.rights)],
  ['otherController', 'notify', (is) => Object.assign(is.controller, { name: 'Elders vzw' })],
  ['otherController', 'notify', (is) => Object.assign(is.controller, { registration: 'BE 9999.999.999' })],
  ['contact', 'editorial', (is) => Object.assign(is.controller, { address: 'Elders 1' })],
  ['otherOfficer', 'editorial', (is) => Object.assign(is.officer, { name: 'Iemand anders' })],
  ['contact', 'editorial', (is) => Object.assign(is.officer, { email: 'x@dorpel.example' })],
  ['otherAuthority', 'notify', (is) => Object.assign(is.authority, { name: 'Elders' })],
  ['contact', 'editorial', (is) => Object.assign(is.authority, { url: 'https://elders.example' })],
]

test('Q17: the statement of a site, and the name of everything in it, are those in the log beside it', () => {
  const { frozen } = JSON.parse(readFileSync('sites/kot/statement.json', 'utf8'))
  const now = frozenNow(onPaper(kot))
  expect(now.names).toEqual(frozen.names)
  expect(JSON.parse(JSON.stringify(now.facts))).toEqual(frozen.facts)
})

describe('Q17 K31: what changed between two statements', () => {
  test('is nothing when nothing did', () => {
    expect(changesSaid(now, structuredClone(now))).toEqual({ changes: [], weight: 'editorial', again: [] })
  })

  test.each(cases.map((one, at) => [`${one[0]} ${at}`, ...one] as const))('%s', (_name, what, weight, later, earlier) => {
    const [before, after] = [structuredClone(now), structuredClone(now)]
    later?.(after.facts)
    earlier?.(before.facts)
    const changes = changesBetween(before.facts, after.facts)
    expect(changes.map((change) => change.what)).toContain(what)
    expect(changes.filter((change) => change.what === what).map((change) => change.weight)).toContain(weight)
    expect(weightOf(changes)).toBe(weight)
    expect(changes.some(({ again }) => again.length > 0)).toBe(weight === 'askAgain')
    const { changes: said } = changesSaid(before, after)
    expect(said).toHaveLength(changes.length)
    for (const change of said)
      for (const language of languages) expect(change.said[language], language).toMatch(/^\p{Lu}|^[“‘«]/u)
    for (const text of said.flatMap((change) => Object.values(change.said))) expect(text).not.toMatch(/undefined|\[object|\{/)
  })

  test('of a recipient is what changed of that one: its company, and what browsers load of it', () => {
    const [before, after] = [structuredClone(now), structuredClone(now)]
    const post: StatementFacts['recipients'][number] = {
      recipient: 'statistics',
      kind: 'processor',
      company: { name: 'Telraam', place: 'NL', inEea: true },
      gets: [],
      loads: { purpose: 'demand', hosts: ['a.example'] },
    }
    for (const { facts } of [before, after]) {
      consenting(facts, 'demand')
      loading(facts, 'b.example')
      facts.recipients.push(structuredClone(post))
    }
    const changed = (of: Partial<typeof post>) => {
      Object.assign(after.facts.recipients.at(-1) ?? {}, structuredClone({ ...post, ...of }))
      return changesSaid(before, after).changes.map(({ said }) => said.en)
    }
    const { again } = changesSaid(before, {
      ...after,
      facts: {
        ...after.facts,
        recipients: [...before.facts.recipients.slice(0, -1), { ...post, company: { name: 'X', place: 'NL', inEea: true } }],
      },
    })
    expect(again).toEqual(['demand'])
    expect(changed({})).toEqual([])
    expect(changed({ company: { name: 'Telraam', place: 'DE', inEea: true } })).toEqual([
      'Statistics is now Telraam, Germany (before: Telraam, Netherlands).',
    ])
    expect(changed({ loads: { purpose: 'demand', hosts: ['a.example', 'c.example'] } })).toEqual([
      expect.stringMatching(/^Statistics: if you say yes, your browser from now on also speaks to c\.example\. What for: /),
    ])
    expect(changed({ loads: { purpose: 'demand', hosts: [] } })).toEqual([
      expect.stringMatching(/^Statistics: your browser no longer speaks to a\.example \(for: /),
    ])
  })

  test('weighs as much as the heaviest of it, in whatever order', () => {
    const weighing = (...weights: Weight[]) =>
      weightOf(weights.map((weight) => ({ what: 'measures', section: 'where', weight, again: [] })))
    expect([weighing(), weighing('editorial'), weighing('askAgain', 'notify')]).toEqual(['editorial', 'editorial', 'askAgain'])
    expect([weighing('notify', 'editorial'), weighing('editorial', 'notify')]).toEqual(['notify', 'notify'])
  })

  test('asks again about each purpose once, and not about one that the program does not know any more', () => {
    const after = structuredClone(now)
    consenting(after.facts, 'demand')
    fact(after.facts, 'phone.listing').purposes.push('demand')
    fact(after.facts, 'email.account').purposes.push('demand')
    Object.assign(after.facts, { purposes: [...after.facts.purposes, { purpose: 'forgotten', basis: 'consent' }] })
    Object.assign(fact(after.facts, 'message.thread'), {
      purposes: [...fact(after.facts, 'message.thread').purposes, 'forgotten'],
    })
    expect(changesSaid(now, after).again).toEqual(['demand'])
  })

  test('is said in words that people know, also of what is no more', () => {
    const before = structuredClone(now)
    const after = structuredClone(now)
    without(after.facts, 'ip.lastSession')
    Object.assign(fact(after.facts, 'mail.sent'), { keep: { days: 60, after: 'made' } })
    for (const names of Object.values(after.names)) Reflect.deleteProperty(names.items, 'ip')
    const { changes } = changesSaid(before, after)
    expect(changes.map(({ said }) => said.en)).toEqual([
      'We keep “which mails we sent you” (of what we sent) for longer: 60 days (before: 30 days).',
      'We no longer keep “IP address of your last sign-in” (of your last sign-in).',
    ])
  })
})
