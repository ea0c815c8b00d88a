import { isCounted, type Keep, keepWords, registerWords } from '../../register'
import { type Language, wordsIn } from '../../std/words'
import { capital, countryIn, listIn } from '../../std/written'
import type { StatementFacts } from '../statement'
import type { Change, Company } from './diff'
import { en } from './words.en'
import { fr } from './words.fr'
import { type ChangeWords, nl } from './words.nl'

const words = wordsIn<ChangeWords>({ nl, fr, en })

/** What codes of the register are called, as they were when a statement was frozen: what is gone has no words in the program any more. */
export type Names = Record<'items' | 'circles' | 'purposes' | 'recipients' | 'bases' | 'rights', Record<string, string>>

/** The names of everything that a statement speaks of. */
export function namesIn(language: Language, facts: StatementFacts): Names {
  const said = registerWords(language)
  const holdings = facts.chapters.flatMap(({ items }) =>
    items.flatMap((one) => one.holdings.map(({ circle }) => ({ item: one.item, circle }))),
  )
  return {
    items: Object.fromEntries(holdings.map(({ item }) => [item, said.items[item].name])),
    circles: Object.fromEntries(holdings.map(({ circle }) => [circle, said.circles[circle]])),
    purposes: Object.fromEntries(facts.purposes.map(({ purpose }) => [purpose, said.purposes[purpose].name])),
    recipients: Object.fromEntries(facts.recipients.map(({ recipient }) => [recipient, said.recipients[recipient].name])),
    bases: Object.fromEntries(facts.bases.map(({ basis }) => [basis, said.bases[basis].name])),
    rights: Object.fromEntries(facts.rights.map((right) => [right, said.rights[right].name])),
  }
}

const merged = (before: Names, after: Names): Names => ({
  items: { ...before.items, ...after.items },
  circles: { ...before.circles, ...after.circles },
  purposes: { ...before.purposes, ...after.purposes },
  recipients: { ...before.recipients, ...after.recipients },
  bases: { ...before.bases, ...after.bases },
  rights: { ...before.rights, ...after.rights },
})

/** As it stands inside a sentence: "IP address" stays as it is. */
const uncapital = (text: string) => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

/** A change as a sentence for people. `before` and `after`: the names then and now. */
export function sentenceOf(language: Language, change: Change, before: Names, after: Names): string {
  const text = words(language)
  const names = merged(before, after)
  const holding = (name: string) => {
    const [item = '', circle = ''] = name.split('.')
    return `${text.quoted(uncapital(names.items[item] ?? item))} (${names.circles[circle] ?? circle})`
  }
  const purpose = (name: string) => uncapital(names.purposes[name] ?? name)
  const recipient = (name: string) => names.recipients[name] ?? name
  const list = (of: readonly string[], say: (one: string) => string) => listIn(of.map(say), language)
  const keep = (of: string) => {
    const rule: Keep = JSON.parse(of)
    return keepWords(language, rule)
  }
  const company = ({ name, place, parts = [], host }: Company) =>
    [
      `${name}, ${countryIn(place, language)}`,
      ...parts.map((part) => `${part.what} ${countryIn(part.place, language)}`),
      ...(host ? [host] : []),
    ].join(', ')
  const life = (days: number | null) => {
    const { cookieLife } = registerWords(language)
    return days === null ? cookieLife.session : cookieLife.days(days)
  }
  const said = (() => {
    switch (change.what) {
      case 'held':
        return text.known.held(holding(change.holding), list(change.purposes, purpose), keep(change.keep))
      case 'heldNoMore':
      case 'nowOpen':
      case 'nowSealed':
      case 'otherSource':
        return text.known[change.what](holding(change.holding))
      case 'longer':
      case 'shorter':
      case 'otherTerm':
        return text.known[change.what](holding(change.holding), keep(change.to), keep(change.from))
      case 'alsoFor':
      case 'noLongerFor':
        return text.known[change.what](holding(change.holding), purpose(change.purpose))
      case 'otherBasis':
        return text.why.otherBasis(
          purpose(change.purpose),
          uncapital(names.bases[change.to] ?? change.to),
          uncapital(names.bases[change.from] ?? change.from),
        )
      case 'receives':
      case 'receivesNoMore':
        return text.receivers[change.what](recipient(change.recipient), list(change.holdings, holding), purpose(change.purpose))
      case 'loads':
      case 'loadsNoMore':
        return text.receivers[change.what](recipient(change.recipient), listIn(change.hosts, language), purpose(change.purpose))
      case 'otherCompany':
        return text.receivers.otherCompany(recipient(change.recipient), company(change.to), company(change.from))
      case 'otherAgreement':
        return text.receivers.otherAgreement(uncapital(recipient(change.recipient)))
      case 'otherHost':
        return text.where.otherHost(company(change.to), company(change.from))
      case 'backupsLonger':
      case 'backupsShorter':
        return text.where[change.what](change.to, change.from)
      case 'measures':
      case 'leavesEea':
      case 'staysInEea':
      case 'encrypted':
      case 'notEncrypted':
        return text.where[change.what]
      case 'cookie':
      case 'cookieGone':
        // What lies elsewhere in a browser has two words: where, and its name.
        if (change.cookie.includes(' ')) return text.stored[change.what](change.cookie)
        return text.cookies[change.what](change.cookie)
      case 'cookieAsks':
      case 'cookieAsksNoMore':
        return text.cookies[change.what](change.cookie)
      case 'cookieLonger':
      case 'cookieShorter':
        return text.cookies[change.what](change.cookie, life(change.to), life(change.from))
      case 'right':
      case 'rightGone':
        return text.rights[change.what](uncapital(names.rights[change.right] ?? change.right))
      case 'counts':
      case 'countsNoMore':
        return text.known[change.what](
          list(change.counted, (name) => (isCounted(name) ? registerWords(language).counted[name] : name)),
        )
      case 'countsOtherwise':
        return text.known.countsOtherwise(change.step, keep(change.keep))
      case 'contact':
        return text.who[change.of]
      default:
        return text.who[change.what](change.to, change.from)
    }
  })()
  return capital(said)
}

export const wordingSaid = (language: Language): string => words(language).wording
