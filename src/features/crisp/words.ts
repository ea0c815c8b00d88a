import { wordsIn } from '../../std/words'
import { en } from './words.en'
import { fr } from './words.fr'
import { nl, type Words } from './words.nl'

export const words = wordsIn<Words>({ nl, fr, en })
