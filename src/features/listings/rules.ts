import { randomBytes } from 'node:crypto'
import type { ListingStatus } from '../../register/tables/listings'
import type { TagTone } from '../../ui'
import type { StepName } from './steps/step'

/** Letters and digits that are not taken for each other, without vowels: no id spells a word. */
const letters = '23456789bcdfghjkmnpqrstvwxz'

/** A name for an advert in addresses of pages: random, so that it tells neither how many there are nor in which order. */
export const newPublicId = (): string => Array.from(randomBytes(12), (byte) => letters[byte % letters.length]).join('')

/** Who may see the telephone number of an advert (promise K5): everybody while a spotlight is paid for it, else who is signed in and has
 *  replied to it through the form. */
export const mayShowPhone = (facts: { hasPhone: boolean; spotlit: boolean; signedIn: boolean; hasReplied: boolean }): boolean =>
  facts.hasPhone && (facts.spotlit || (facts.signedIn && facts.hasReplied))

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

/** What an owner may do with an advert, as the noun that is posted to. What is held or refused comes back by being changed. */
export const acts = ['publication', 'pause', 'rental', 'archive'] as const
export type Act = (typeof acts)[number]
const becomes: Record<Act, ListingStatus> = { publication: 'published', pause: 'paused', rental: 'rented', archive: 'archived' }
const from: Record<Act, readonly ListingStatus[]> = {
  publication: ['paused', 'rented', 'archived'],
  pause: ['published'],
  rental: ['published', 'paused'],
  archive: ['waiting', 'published', 'paused', 'rented'],
}
export const mayAct = (act: Act, status: ListingStatus): boolean => from[act].includes(status)
export const statusAfter = (act: Act): ListingStatus => becomes[act]

/** What an advert becomes when its owner publishes changes to it: what the desk took offline waits for another look. */
export const statusWhenChanged = (status: ListingStatus): ListingStatus =>
  status === 'held' || status === 'removed' ? 'held' : 'published'

/** Which of these pages of the wizard comes after this one: the next that was not gone through, else the first that was not; none when all
 *  were. */
export function nextAfter(step: StepName, done: readonly StepName[], asked: readonly StepName[]): StepName | undefined {
  const at = asked.indexOf(step)
  const open = asked.filter((name) => name !== step && !done.includes(name))
  return open.find((name) => asked.indexOf(name) > at) ?? open[0]
}

/** The colour of the word for each state. */
export const statusTones: Record<ListingStatus, TagTone> = {
  waiting: 'warning',
  held: 'warning',
  published: 'success',
  paused: 'plain',
  rented: 'brand',
  archived: 'plain',
  removed: 'danger',
}
