import { createHash } from 'node:crypto'
import type { Platform } from '../platform/feature'
import { hostsOf, keptFor } from '../platform/site'
import {
  allowedTo,
  type Basis,
  type Circle,
  type Counted,
  consentsOf,
  cookies,
  cookiesOf,
  countedOf,
  countStep,
  type HoldingName,
  hasPurpose,
  holdingNamed,
  holdingNames,
  type Item,
  isCompany,
  isHolding,
  type Keep,
  type LawName,
  laws,
  lawsOf,
  loadsFor,
  type PurposeName,
  partsOf,
  purposeNames,
  purposes,
  type RecipientKind,
  type RecipientName,
  type Right,
  recipientNames,
  recipients,
  rights,
  rightsOn,
  type Source,
  type Stored,
  type Term,
  tableNamed,
  termOf,
} from '../register'
import { inEea } from '../std/eea'
import { keysOf } from '../std/keys'
import type { Language } from '../std/words'
import { type Walked, walk } from './walk'

/** What of the program its statement is made of. */
export type Stated = Pick<Platform, 'site' | 'config'>

export type HoldingFact = {
  holding: HoldingName
  circle: Circle
  purposes: PurposeName[]
  keep: Keep
  stored: Stored[]
  source: Source
  recipients: RecipientName[]
  rights: Right[]
}
export type ItemFact = { item: Item; holdings: HoldingFact[] }
/** The items of one part of the site: a feature, `staff`, or `platform` for what is written down about the site's own work. */
export type Chapter = { chapter: string; items: ItemFact[] }
type Company = {
  name: string
  place: string
  inEea: boolean
  statement?: string
  agreement?: string
  /** The ground on which data go outside the EEA. */
  transfer?: 'adequacy' | 'clauses'
  /** What of the data lies in another place. */
  parts?: { what: string; place: string; inEea: boolean }[]
  /** On whose machines. */
  host?: string
}
export type RecipientFact = {
  recipient: RecipientName
  kind: RecipientKind
  /** Who it is, when it is a company. */
  company?: Company
  gets: { purpose: PurposeName; holdings: HoldingName[] }[]
  /** What a visitor's browser speaks to of it, once the visitor said yes. */
  loads?: { purpose: PurposeName; hosts: string[] }
}
/** Or what lies elsewhere in the browser, as "localStorage name". `by`: a recipient whose scripts set it. `what`: what the site says of one that is not its own. */
export type CookieFact = {
  cookie: string
  purpose: PurposeName
  days: number | null
  consent: boolean
  by?: RecipientName
  what?: string
}
/** What the statement says, before it has words: from the register, for the features that the site has, and from site.ts. */
export type StatementFacts = {
  site: string
  controller: { name: string; registration: string; address: string; email: string }
  officer: { name: string; email: string; address?: string | undefined }
  authority: { name: string; url: string }
  hosting: Company & { measures?: string }
  chapters: Chapter[]
  purposes: { purpose: PurposeName; basis: Basis; law?: string }[]
  bases: { basis: Basis; rights: Right[] }[]
  recipients: RecipientFact[]
  cookies: CookieFact[]
  rights: Right[]
  laws: { law: LawName; of: string; cited: string; url: string }[]
  /** What is counted of visits, of nobody: told in whole steps of so many, and for how long. */
  counts?: { counted: Counted[]; step: number; keep: Term }
  /** Every place where data lie is in the European Economic Area. */
  allInEea: boolean
  encryptedTraffic: boolean
  /** What was erased cannot be opened on the site after a day, nor in any backup after so many days. */
  backupDays: number
}

/** Registering is part of having an account, a picture of a reply. */
const toldWith: Partial<Record<string, string>> = { registration: 'accounts', avatars: 'replies' }
const kindsOf: readonly Stored[] = ['sealed', 'published', 'unsealed', 'blindIndex', 'byDay']
const inOrder = <T>(order: readonly T[], of: Iterable<T>): T[] => {
  const set = new Set(of)
  return order.filter((one) => set.has(one))
}

/** Where each holding lies: the tables and columns of the site that name it. */
function placesOf(tables: readonly Walked[]): Map<HoldingName, { feature: string; stored: Stored }[]> {
  const places = new Map<HoldingName, { feature: string; stored: Stored }[]>()
  for (const table of tables)
    for (const { about, kind } of Object.values(table.columns))
      if (isHolding(about) && kind !== 'technical')
        places.set(about, [...(places.get(about) ?? []), { feature: table.feature, stored: kind }])
  return places
}

function recipientFacts(p: Stated, language: Language, held: ReadonlySet<HoldingName>): RecipientFact[] {
  return recipientNames.flatMap((recipient): RecipientFact[] => {
    const { kind } = recipients[recipient]
    const company = p.site.recipients[recipient]
    // A company that the site does not name receives nothing.
    if (isCompany(recipient) && !company) return []
    const gets = allowedTo(recipient)
      .filter(({ purpose }) => hasPurpose(p.site, purpose))
      .map(({ purpose, holdings }) => ({ purpose, holdings: holdings.filter((name) => held.has(name)) }))
      .filter(({ holdings }) => holdings.length > 0)
    const [purpose, browser] = [loadsFor(recipient), company?.browser]
    const loads = purpose && browser ? { loads: { purpose, hosts: hostsOf(browser) } } : {}
    if (gets.length === 0 && !('loads' in loads)) return []
    return [{ recipient, kind, gets, ...loads, ...(company ? { company: companyFact(company, language) } : {}) }]
  })
}

/** The cookies of the site, and what comes into a browser with what people say yes to. */
const cookieFacts = ({ site }: Stated, language: Language): CookieFact[] => [
  ...cookiesOf(site).map((cookie) => {
    const { days, purpose } = cookies[cookie]
    return { cookie, days, purpose, consent: false }
  }),
  ...recipientNames.flatMap((by) => {
    const [purpose, browser] = [loadsFor(by), site.recipients[by]?.browser]
    if (!purpose || !browser) return []
    return keptFor(browser).map(({ name, days, what }) => ({
      cookie: name,
      days,
      purpose,
      consent: true,
      by,
      what: what[language] ?? '',
    }))
  }),
]

function companyFact(company: Platform['site']['hosting'], language: Language): Company & { measures?: string } {
  const { name, place, statement, agreement, transfer, parts, host, measures } = company
  const said = measures?.[language]
  return {
    name,
    place,
    inEea: inEea(place),
    ...(statement ? { statement } : {}),
    ...(agreement ? { agreement } : {}),
    ...(transfer ? { transfer } : {}),
    ...(parts
      ? { parts: parts.map((part) => ({ what: part.what[language] ?? '', place: part.place, inEea: inEea(part.place) })) }
      : {}),
    ...(host ? { host } : {}),
    ...(said ? { measures: said } : {}),
  }
}

const liesInEea = (company: Company): boolean => company.inEea && (company.parts ?? []).every((part) => part.inEea)

function countFacts({ features }: Stated['site']): Pick<StatementFacts, 'counts'> {
  const [counted, keep] = [countedOf(features), termOf(tableNamed('counts'))]
  return keep && counted.length > 0 ? { counts: { counted, step: countStep, keep } } : {}
}

/** The facts of the statement of a site. The language chooses only the site's own words (its authority's name, its measures). */
export function statementFacts(p: Stated, language: Language): StatementFacts {
  const { site } = p
  const places = placesOf(walk(site.features))
  const held = new Set(inOrder(holdingNames, places.keys()))
  const receiving = recipientFacts(p, language, held)
  const purposesOf = (name: HoldingName) => holdingNamed(name).for.filter((purpose) => hasPurpose(site, purpose))
  const holdingFact = (name: HoldingName): HoldingFact => {
    const { keep, source = 'person' } = holdingNamed(name)
    const why = purposesOf(name)
    return {
      holding: name,
      circle: partsOf(name).circle,
      purposes: why,
      keep,
      stored: inOrder(
        kindsOf,
        (places.get(name) ?? []).map((place) => place.stored),
      ),
      source,
      recipients: receiving
        .filter(({ gets }) => gets.some((one) => one.holdings.includes(name)))
        .map(({ recipient }) => recipient),
      rights: inOrder(
        rights,
        why.flatMap((purpose) => rightsOn[purposes[purpose].basis]),
      ),
    }
  }
  const items = Map.groupBy(held, (name) => partsOf(name).item)
  // Where nobody registers, only staff has an account.
  const part = (feature: string): string =>
    feature === 'accounts' && !site.features.includes('registration') ? 'staff' : (toldWith[feature] ?? feature)
  // What is held of staff alone has a chapter of its own; else an item stands where the first feature holds it.
  const chapterOf = (names: readonly HoldingName[]): string =>
    names.every((name) => holdingNamed(name).for.every((purpose) => purpose === 'staffAccess'))
      ? 'staff'
      : part(names.flatMap((name) => places.get(name) ?? []).find((place) => place.feature !== 'platform')?.feature ?? 'platform')
  const byChapter = Map.groupBy(items, ([, names]) => chapterOf(names))
  const chapters = inOrder([...site.features, 'staff', 'platform'], byChapter.keys())
  const asks = consentsOf(site)
  const used = purposeNames.filter(
    (purpose) => asks.includes(purpose) || [...held].some((name) => purposesOf(name).includes(purpose)) || purpose === 'orders',
  )
  const hosting = companyFact(site.hosting, language)
  return {
    site: site.name,
    controller: site.controller,
    officer: site.officer,
    authority: { name: site.authority.name[language] ?? '', url: site.authority.url },
    hosting,
    chapters: chapters.map((chapter) => ({
      chapter,
      items: (byChapter.get(chapter) ?? []).map(([item, names]) => ({ item, holdings: names.map(holdingFact) })),
    })),
    purposes: used.map((purpose) => {
      const { basis, ...law } = purposes[purpose]
      return { purpose, basis, ...('article' in law ? { law: law.article } : {}) }
    }),
    bases: inOrder(
      keysOf(rightsOn),
      used.map((purpose) => purposes[purpose].basis),
    ).map((basis) => ({ basis, rights: inOrder(rights, rightsOn[basis]) })),
    recipients: receiving,
    cookies: cookieFacts(p, language),
    rights: inOrder(
      rights,
      used.flatMap((purpose) => rightsOn[purposes[purpose].basis]),
    ),
    laws: lawsOf(site.features).map((law) => {
      const { of, cited, url } = laws[law]
      return { law, of, cited, url }
    }),
    ...countFacts(site),
    allInEea: [hosting, ...receiving.flatMap(({ company }) => company ?? [])].every(liesInEea),
    encryptedTraffic: p.config.publicUrl.startsWith('https:'),
    backupDays: site.backupDays,
  }
}

const versions = new WeakMap<Stated, string>()

/** A short name for what the statement says, in whichever language: another name means that a fact changed. Register and site are the same for
 *  as long as the program runs. */
export function versionOf(p: Stated): string {
  const known = versions.get(p)
  if (known) return known
  const facts = JSON.stringify(p.site.languages.map((language) => statementFacts(p, language)))
  const version = createHash('sha256').update(facts).digest('hex').slice(0, 10)
  versions.set(p, version)
  return version
}
