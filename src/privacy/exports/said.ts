import { type HoldingName, type PurposeName, partsOf, peopleIn, type RecipientName, registerWords } from '../../register'
import type { Language } from '../../std/words'
import { listIn } from '../../std/written'
import type { HoldingFact, StatementFacts } from '../statement'
import { words } from './words'

/** Everything that is held, in the order of the statement. */
export const holdingsOf = ({ chapters }: StatementFacts): HoldingFact[] =>
  chapters.flatMap(({ items }) => items.flatMap(({ holdings }) => holdings))

export const each = <T>(values: Iterable<T>): T[] => [...new Set(values)]

/** "E-mail address, of your account" */
export function holdingSaid(lang: Language, name: HoldingName): string {
  const { item, circle } = partsOf(name)
  const said = registerWords(lang)
  return `${said.items[item].name}, ${said.circles[circle]}`
}

/** Of whom these holdings tell. */
export const peopleSaid = (lang: Language, holdings: readonly HoldingName[]): string[] =>
  each(holdings.flatMap((name) => peopleIn[partsOf(name).circle])).map((one) => words(lang).people[one])

/** A recipient with the company that it is: "Mail service (Amazon SES)". */
export function recipientSaid(lang: Language, { recipients }: StatementFacts, name: RecipientName): string {
  const company = recipients.find(({ recipient }) => recipient === name)?.company
  return `${registerWords(lang).recipients[name].name}${company ? ` (${company.name})` : ''}`
}

/** "to write to each other: first name, of your account and …" */
export const getsSaid = (lang: Language, gets: readonly { purpose: PurposeName; holdings: readonly HoldingName[] }[]): string =>
  gets
    .map(({ purpose, holdings }) => {
      const what = listIn(
        holdings.map((one) => holdingSaid(lang, one)),
        lang,
      )
      return `${registerWords(lang).purposes[purpose].name} (${what})`
    })
    .join('\n')
