import { type Language, wordsIn } from '../../../std/words'
import { en } from './words.en'
import { fr } from './words.fr'
import { nl, type Words } from './words.nl'

export const words = wordsIn<Words>({ nl, fr, en })

/** What was compared, in words; a site that was updated may have audits of things that are compared no more. */
export const checkNamed = (about: string, language: Language): string => {
  const names: Record<string, string> = words(language).checks
  return names[about] ?? about
}
