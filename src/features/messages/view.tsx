import type { Held } from '../../platform/vault'
import type { Language } from '../../std/words'
import { money, Tag, type TagTone } from '../../ui'
import type { Person } from '../accounts'
import { placeById } from '../places'
import type { ThreadRow } from './queries/threads'
import { knowsName, otherSide, personAt, type Side, type ThreadState } from './rules'
import { words } from './words'

type About = Pick<ThreadRow, 'listing_kind' | 'listing_place'>

/** "Kot in Leuven": what a thread is about, also when the advert is there no more. */
export const aboutOf = ({ listing_kind, listing_place }: About, lang: Language): string =>
  words(lang).about[listing_kind](placeById(listing_place)?.names[lang] ?? listing_place)

export const priceOf = (cents: number, lang: Language): string => words(lang).aMonth(money(cents, lang))

/** How the other is called on this side: by first name once it was given, else by what they are. */
export function nameOf(
  thread: Pick<ThreadRow, 'seeker_id' | 'advertiser_id' | 'answered_at'> & { resting?: boolean },
  side: Side,
  people: ReadonlyMap<string, Person>,
  lang: Language,
): { name: string; known: boolean; gone: boolean } {
  const other = personAt(thread, otherSide(side))
  const account = other ? people.get(other) : undefined
  if (!account?.firstName.may('messaging'))
    return { name: words(lang)[thread.resting || account ? 'someoneResting' : 'someoneGone'], known: false, gone: true }
  const first: Held<'firstName.account'> = account.firstName
  return knowsName(thread, side)
    ? { name: first.open('messaging'), known: true, gone: false }
    : { name: words(lang).advertiser, known: false, gone: false }
}

const tones: Record<ThreadState, TagTone> = {
  ended: 'plain',
  resting: 'plain',
  new: 'brand',
  answered: 'success',
  read: 'plain',
  sent: 'plain',
}
export const StateTag = ({ state, lang }: { state: ThreadState; lang: Language }) => (
  <Tag tone={tones[state]}>{words(lang).states[state]}</Tag>
)
