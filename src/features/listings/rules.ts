import { randomBytes } from 'node:crypto'

/** Letters and digits that are not taken for each other, without vowels: no id spells a word. */
const letters = '23456789bcdfghjkmnpqrstvwxz'

/** A name for an advert in addresses of pages: random, so that it tells neither how many there are nor in which order. */
export const newPublicId = (): string => Array.from(randomBytes(12), (byte) => letters[byte % letters.length]).join('')

/** Who may see the telephone number of an advert (promise K5): everybody while a spotlight is paid for it, else who is signed in and has
 *  replied to it through the form. */
export const mayShowPhone = (facts: { hasPhone: boolean; spotlit: boolean; signedIn: boolean; hasReplied: boolean }): boolean =>
  facts.hasPhone && (facts.spotlit || (facts.signedIn && facts.hasReplied))
