import { money } from '../../../ui'
import type { Place } from '../../places'
import type { ListingContent } from '../content'
import { composeWords } from './compose.words'

/** What a title and a text are made of. */
export type Facts = Omit<ListingContent, 'title' | 'text'>

const sentence = (phrases: readonly (string | false | null)[]): string => {
  const all = phrases.filter((phrase) => typeof phrase === 'string').join(', ')
  return all && `${all[0]?.toUpperCase()}${all.slice(1)}.`
}

/** A title for an advert that came without one, of at most 80 characters: what it is, how large, and where. */
export function composedTitle(facts: Facts, place: Place): string {
  const words = composeWords(facts.language)
  const what = words.title(words.kind(facts.kind, place.country === 'NL'), facts.size)
  const where = [what, facts.street, place.names[facts.language]].filter(Boolean).join(', ')
  return where.length <= 80 ? where : `${what}, ${place.names[facts.language]}`
}

/** A text for an advert that came without one: its facts in sentences, in its language, and nothing that is not known. `say` are phrases in
 *  that language for what has no field of its own. */
export function composedText(facts: Facts, place: Place, say: readonly string[]): string {
  const { language, kind, size, street, rent, chargesMode, charges, deposit, furnished, kitchen, bath, toilet, internet } = facts
  const words = composeWords(language)
  const what = words.title(words.kind(kind, place.country === 'NL'), size)
  return [
    words.where(what, place.names[language], street),
    words.rent(money(rent, language), chargesMode, charges === null ? null : money(charges, language)),
    deposit !== null && words.deposit(money(deposit, language)),
    sentence([
      furnished !== null && words.furnished(furnished),
      kitchen && words.kitchen[kitchen],
      bath && words.bath[bath],
      toilet && words.toilet[toilet],
      internet && words.internet[internet],
    ]),
    sentence(say),
    facts.energyLabel !== null && words.label(facts.energyLabel),
  ]
    .filter(Boolean)
    .join(' ')
}
