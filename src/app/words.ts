import { wordsIn } from '../std/words'
import { en } from './words.en'
import { fr } from './words.fr'
import { nl, type Words } from './words.nl'

/** What the program says to who starts it. */
export const words = wordsIn<Words>({ nl, fr, en })
