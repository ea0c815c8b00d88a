import { wordsIn } from '../std/words'
import { en } from './words.en'
import { fr } from './words.fr'
import { nl, type Words } from './words.nl'

/** The few words that the components say themselves; all other text comes in as props. */
export const words = wordsIn<Words>({ nl, fr, en })
