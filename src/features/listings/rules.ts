import { randomBytes } from 'node:crypto'

/** Letters and digits that are not taken for each other, without vowels: no id spells a word. */
const letters = '23456789bcdfghjkmnpqrstvwxz'

/** A name for an advert in addresses of pages: random, so that it tells neither how many there are nor in which order. */
export const newPublicId = (): string => Array.from(randomBytes(12), (byte) => letters[byte % letters.length]).join('')

/** Who may see the telephone number of an advert (promise K5): everybody while a spotlight is paid for it, else who is signed in and has
 *  replied to it through the form. */
export const mayShowPhone = (facts: { hasPhone: boolean; spotlit: boolean; signedIn: boolean; hasReplied: boolean }): boolean =>
  facts.hasPhone && (facts.spotlit || (facts.signedIn && facts.hasReplied))

/** Two months' rent, in cents: the Flemish student lease (Woninghuurdecreet, title III), and the same in Brussels, Wallonia and the
 *  Netherlands (Wet goed verhuurderschap). */
export const maxDeposit = (rent: number): number => 2 * rent

/** A telephone number as people write it; "+32477123456" out, or undefined when it is none. Without a country code it is Belgian, or Dutch
 *  where only that fits (06…). */
export function phoneOf(typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-/()]/g, '')
  const abroad = /^(?:\+|00)([1-9]\d{7,14})$/.exec(bare)
  if (abroad) return `+${abroad[1]?.replace(/^(3[123])0/, '$1')}`
  if (/^06\d{8}$/.test(bare)) return `+31${bare.slice(1)}`
  if (/^0[1-9]\d{7,8}$/.test(bare)) return `${bare.length === 10 && !bare.startsWith('04') ? '+31' : '+32'}${bare.slice(1)}`
  return undefined
}
