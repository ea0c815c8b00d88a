import type { Language } from '../std/words'
import { words } from './words'

/** Something that whoever runs the program must know, in their language; `message` says it in English. */
export class Told extends Error {
  readonly in: (language: Language) => string
  constructor(say: (language: Language) => string) {
    super(say('en'))
    this.in = say
  }
}

/** What an error says to whoever runs the program, in their language where it has one. */
export const toldBy = (error: unknown, language: Language): string =>
  error instanceof Told ? error.in(language) : error instanceof Error ? error.message : String(error)

/** How a verb is to be typed. */
export const usageOf = ({ usage }: { usage: string }, language: Language): string => words(language).usage(usage)
