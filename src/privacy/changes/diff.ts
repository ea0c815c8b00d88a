// What changed between two statements, fact by fact, and how much it concerns people.
import { isDeepStrictEqual } from 'node:util'
import { askedOf, isPurpose } from '../../register'
import type { StatementFacts } from '../statement'

/** `editorial`: listed, nobody is written to. `notify`: everybody with an account is. `askAgain`: who consented is asked again. */
export type Weight = 'editorial' | 'notify' | 'askAgain'
export type Section = 'who' | 'known' | 'why' | 'receivers' | 'where' | 'cookies' | 'rights'

/** `place`: ISO 3166. */
export type Company = { name: string; place: string; parts?: readonly { what: string; place: string }[]; host?: string }
/** Codes are those of the register, then or now: what is gone has no type any more. */
type About =
  | { what: 'held' | 'heldNoMore'; holding: string; purposes: string[]; keep: string }
  | { what: 'longer' | 'shorter' | 'otherTerm'; holding: string; from: string; to: string }
  | { what: 'alsoFor' | 'noLongerFor'; holding: string; purpose: string }
  | { what: 'nowOpen' | 'nowSealed' | 'otherSource'; holding: string }
  | { what: 'otherBasis'; purpose: string; from: string; to: string }
  | { what: 'receives' | 'receivesNoMore'; recipient: string; purpose: string; holdings: string[] }
  | { what: 'loads' | 'loadsNoMore'; recipient: string; purpose: string; hosts: string[] }
  | { what: 'otherCompany'; recipient: string; from: Company; to: Company }
  | { what: 'otherAgreement'; recipient: string }
  | { what: 'otherHost'; from: Company; to: Company }
  | { what: 'measures' | 'leavesEea' | 'staysInEea' | 'encrypted' | 'notEncrypted' }
  | { what: 'backupsLonger' | 'backupsShorter'; from: number; to: number }
  | { what: 'cookie' | 'cookieGone'; cookie: string }
  | { what: 'cookieLonger' | 'cookieShorter'; cookie: string; from: number | null; to: number | null }
  | { what: 'cookieAsks' | 'cookieAsksNoMore'; cookie: string }
  | { what: 'right' | 'rightGone'; right: string }
  | { what: 'counts' | 'countsNoMore'; counted: string[] }
  | { what: 'countsOtherwise'; step: number; keep: string }
  | { what: 'otherController' | 'otherOfficer' | 'otherAuthority'; from: string; to: string }
  | { what: 'contact'; of: 'controller' | 'officer' | 'authority' }
/** `again`: the purposes that rest on consent and grow by it. */
export type Change = About & { section: Section; weight: Weight; again: string[] }

type Holding = {
  holding: string
  purposes: string[]
  keep: StatementFacts['chapters'][number]['items'][number]['holdings'][number]['keep']
  stored: string[]
  source: string
}
const holdingsOf = ({ chapters }: StatementFacts): Map<string, Holding> =>
  new Map(
    chapters.flatMap(({ items }) =>
      items.flatMap(({ holdings }) => holdings.map((one): [string, Holding] => [one.holding, one])),
    ),
  )

/** How long a term lasts, in days, where it has a length. */
function daysOf(keep: Holding['keep']): number {
  if ('days' in keep) return keep.days
  if ('months' in keep) return keep.months * 30.44
  return 'years' in keep ? keep.years * 365.25 : Number.NaN
}
const startOf = (keep: Holding['keep']): string => ('after' in keep ? keep.after : keep.until)

const added = <T>(before: Iterable<T>, after: Iterable<T>): T[] => {
  const had = new Set(before)
  return [...new Set(after)].filter((one) => !had.has(one))
}
const open = (stored: readonly string[]) => stored.filter((one) => one === 'published' || one === 'unsealed')
/** Whatever the order of the names in it: a database keeps its own. */
const same = (a: unknown, b: unknown) => isDeepStrictEqual(a, b)

/** The changes from one statement to the next, in the order of its sections. None means that they say the same. */
export function changesBetween(before: StatementFacts, after: StatementFacts): Change[] {
  const changes: Change[] = []
  const bases = new Map<string, string>([...before.purposes, ...after.purposes].map(({ purpose, basis }) => [purpose, basis]))
  const consented = (purposes: readonly string[]) => purposes.filter((purpose) => bases.get(purpose) === 'consent')
  const note: Note = (section, weight, about) => changes.push({ ...about, section, weight, again: [] })
  /** What rests on consent may grow only with a new consent. */
  const grows: Grows = (section, purposes, about) => {
    const again = consented(purposes)
    changes.push({ ...about, section, weight: again.length > 0 ? 'askAgain' : 'notify', again })
  }

  who(before, after, note)
  const [had, has] = [holdingsOf(before), holdingsOf(after)]
  for (const [holding, now] of has) {
    const was = had.get(holding)
    const { purposes, keep } = now
    if (!was) {
      grows('known', purposes, { what: 'held', holding, purposes, keep: JSON.stringify(keep) })
      continue
    }
    if (!same(was.keep, keep)) {
      const [from, to] = [JSON.stringify(was.keep), JSON.stringify(keep)]
      const more = startOf(was.keep) === startOf(keep) ? daysOf(keep) - daysOf(was.keep) : Number.NaN
      const what = more < 0 ? 'shorter' : more > 0 ? 'longer' : 'otherTerm'
      if (what === 'shorter') note('known', 'editorial', { what, holding, from, to })
      else grows('known', purposes, { what, holding, from, to })
    }
    for (const purpose of added(was.purposes, purposes)) grows('known', [purpose], { what: 'alsoFor', holding, purpose })
    for (const purpose of added(purposes, was.purposes)) note('known', 'editorial', { what: 'noLongerFor', holding, purpose })
    if (added(open(was.stored), open(now.stored)).length > 0) grows('known', purposes, { what: 'nowOpen', holding })
    else if (!same(was.stored, now.stored)) note('known', 'editorial', { what: 'nowSealed', holding })
    if (was.source !== now.source) grows('known', purposes, { what: 'otherSource', holding })
  }
  for (const [holding, { purposes, keep }] of had)
    if (!has.has(holding)) note('known', 'editorial', { what: 'heldNoMore', holding, purposes, keep: JSON.stringify(keep) })

  for (const { purpose, basis } of after.purposes) {
    const was = before.purposes.find((one) => one.purpose === purpose)
    // From consent to another ground: nobody is asked again, everybody is told.
    if (was && was.basis !== basis) grows('why', [purpose], { what: 'otherBasis', purpose, from: was.basis, to: basis })
  }
  receivers(before, after, note, grows)
  loading(before, after, note, grows)
  counting(before, after, note)
  where(before, after, note)
  cookiesOf(before, after, note, grows)
  for (const right of added(before.rights, after.rights)) note('rights', 'editorial', { what: 'right', right })
  for (const right of added(after.rights, before.rights)) note('rights', 'notify', { what: 'rightGone', right })
  return changes
}

type Note = (section: Section, weight: Weight, about: About) => void
/** The same for what is more for these purposes. */
type Grows = (section: Section, purposes: readonly string[], about: About) => void

function who(before: StatementFacts, after: StatementFacts, note: Note): void {
  const [was, is] = [before.controller, after.controller]
  if (was.name !== is.name || was.registration !== is.registration)
    note('who', 'notify', { what: 'otherController', from: was.name, to: is.name })
  else if (!same(was, is)) note('who', 'editorial', { what: 'contact', of: 'controller' })
  if (before.officer.name !== after.officer.name)
    note('who', 'editorial', { what: 'otherOfficer', from: before.officer.name, to: after.officer.name })
  else if (!same(before.officer, after.officer)) note('who', 'editorial', { what: 'contact', of: 'officer' })
  if (before.authority.name !== after.authority.name)
    note('who', 'notify', { what: 'otherAuthority', from: before.authority.name, to: after.authority.name })
  else if (!same(before.authority, after.authority)) note('who', 'editorial', { what: 'contact', of: 'authority' })
}

function receivers(before: StatementFacts, after: StatementFacts, note: Note, grows: Grows): void {
  const gets = ({ recipients }: StatementFacts) =>
    new Map(
      recipients.flatMap(({ recipient, gets }) =>
        gets.map(({ purpose, holdings }): [string, { recipient: string; purpose: string; holdings: string[] }] => [
          `${recipient} ${purpose}`,
          { recipient, purpose, holdings },
        ]),
      ),
    )
  // Whoever reads what goes to an address said yes to the letters of the site, whoever carries them.
  const asked = (purposes: readonly string[]) =>
    purposes.filter((purpose) => !isPurpose(purpose) || askedOf(purpose) !== 'address')
  const [had, has] = [gets(before), gets(after)]
  for (const [key, { recipient, purpose, holdings }] of has) {
    const more = added(had.get(key)?.holdings ?? [], holdings)
    if (more.length > 0) grows('receivers', asked([purpose]), { what: 'receives', recipient, purpose, holdings: more })
  }
  for (const [key, { recipient, purpose, holdings }] of had) {
    const less = added(has.get(key)?.holdings ?? [], holdings)
    if (less.length > 0) note('receivers', 'editorial', { what: 'receivesNoMore', recipient, purpose, holdings: less })
  }
  for (const { recipient, company, gets, loads } of after.recipients) {
    const was = before.recipients.find((one) => one.recipient === recipient)?.company
    if (!was || !company) continue
    if (!same(named(was), named(company)))
      grows('receivers', asked([...gets, ...(loads ? [loads] : [])].map(({ purpose }) => purpose)), {
        what: 'otherCompany',
        recipient,
        from: named(was),
        to: named(company),
      })
    else if (!same(was, company)) note('receivers', 'editorial', { what: 'otherAgreement', recipient })
  }
}

/** Whom browsers speak to, by consent. */
function loading(before: StatementFacts, after: StatementFacts, note: Note, grows: Grows): void {
  const loads = ({ recipients }: StatementFacts) =>
    recipients.flatMap(({ recipient, loads }) => (loads ? [{ recipient, ...loads }] : []))
  const [had, has] = [loads(before), loads(after)]
  const hostsOf = (of: typeof had, recipient: string) => of.find((one) => one.recipient === recipient)?.hosts ?? []
  for (const { recipient, purpose, hosts: all } of has) {
    const hosts = added(hostsOf(had, recipient), all)
    if (hosts.length > 0) grows('receivers', [purpose], { what: 'loads', recipient, purpose, hosts })
  }
  for (const { recipient, purpose, hosts: all } of had) {
    const hosts = added(hostsOf(has, recipient), all)
    if (hosts.length > 0) note('receivers', 'editorial', { what: 'loadsNoMore', recipient, purpose, hosts })
  }
}

/** Who has something, and where. */
const named = ({ name, place, parts, host }: StatementFacts['hosting']): Company => ({
  name,
  place,
  ...(parts ? { parts: parts.map((part) => ({ what: part.what, place: part.place })) } : {}),
  ...(host ? { host } : {}),
})

/** What is counted of nobody rests on no consent. */
function counting({ counts: was }: StatementFacts, { counts: is }: StatementFacts, note: Note): void {
  const [had, has] = [was?.counted ?? [], is?.counted ?? []]
  const [more, less] = [added(had, has), added(has, had)]
  if (more.length > 0) note('known', 'notify', { what: 'counts', counted: more })
  if (less.length > 0) note('known', 'editorial', { what: 'countsNoMore', counted: less })
  if (was && is && !(was.step === is.step && same(was.keep, is.keep)))
    note('known', 'notify', { what: 'countsOtherwise', step: is.step, keep: JSON.stringify(is.keep) })
}

function where(before: StatementFacts, after: StatementFacts, note: Note): void {
  const [had, has] = [named(before.hosting), named(after.hosting)]
  if (!same(had, has)) note('where', 'notify', { what: 'otherHost', from: had, to: has })
  else if (!same(before.hosting, after.hosting)) note('where', 'editorial', { what: 'measures' })
  if (before.allInEea && !after.allInEea) note('where', 'notify', { what: 'leavesEea' })
  if (!before.allInEea && after.allInEea) note('where', 'editorial', { what: 'staysInEea' })
  if (before.encryptedTraffic && !after.encryptedTraffic) note('where', 'notify', { what: 'notEncrypted' })
  if (!before.encryptedTraffic && after.encryptedTraffic) note('where', 'editorial', { what: 'encrypted' })
  const [from, to] = [before.backupDays, after.backupDays]
  if (from < to) note('where', 'notify', { what: 'backupsLonger', from, to })
  if (from > to) note('where', 'editorial', { what: 'backupsShorter', from, to })
}

function cookiesOf(before: StatementFacts, after: StatementFacts, note: Note, grows: Grows): void {
  for (const { cookie, days: to, consent, purpose } of after.cookies) {
    const was = before.cookies.find((one) => one.cookie === cookie)
    if (!was) {
      grows('cookies', [purpose], { what: 'cookie', cookie })
      continue
    }
    const { days: from } = was
    // A cookie without days goes when the browser is closed.
    if (from !== to) {
      if ((to ?? 0) > (from ?? 0)) grows('cookies', [purpose], { what: 'cookieLonger', cookie, from, to })
      else note('cookies', 'editorial', { what: 'cookieShorter', cookie, from, to })
    }
    if (was.consent && !consent) note('cookies', 'notify', { what: 'cookieAsksNoMore', cookie })
    if (!was.consent && consent) grows('cookies', [purpose], { what: 'cookieAsks', cookie })
  }
  for (const { cookie } of before.cookies)
    if (!after.cookies.some((one) => one.cookie === cookie)) note('cookies', 'editorial', { what: 'cookieGone', cookie })
}

const order: readonly Weight[] = ['editorial', 'notify', 'askAgain']
/** The heaviest of some changes. */
export const weightOf = (changes: readonly Change[]): Weight =>
  changes.reduce<Weight>((most, { weight }) => (order.indexOf(weight) > order.indexOf(most) ? weight : most), 'editorial')
