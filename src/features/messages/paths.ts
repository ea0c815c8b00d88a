import type { Language } from '../../std/words'
import type { Box } from './queries/inbox'

export const inboxPath = (lang: Language, box: Box = 'all', page = 1): string => {
  const query = new URLSearchParams({ ...(box === 'all' ? {} : { box }), ...(page === 1 ? {} : { page: String(page) }) })
  return `/${lang}/messages${query.size > 0 ? `?${query}` : ''}`
}
type ThreadAct =
  | ''
  | '/archive'
  | '/block'
  | '/report'
  | '/shortlist'
  | '/evidence'
  | '/viewings'
  | '/booking'
  | '/booking/cancellation'
  | '/viewing.ics'
export const threadPath = (lang: Language, publicId: string, act: ThreadAct = ''): string => `/${lang}/messages/${publicId}${act}`
/** A time of one's own, to move it or call it off. */
export const slotPath = (lang: Language, slot: string, act: '' | '/cancellation' = ''): string =>
  `/${lang}/messages/viewings/${slot}${act}`
/** What concerns all who replied to one's own advert. */
export const ownAdvertPath = (
  lang: Language,
  publicId: string,
  act: '' | '/viewings' | '/farewell' | '/rented' | '/undo' = '',
): string => `/${lang}/messages/adverts/${publicId}${act}`
/** What one may ask of whoever replies. */
export const questionsPath = (lang: Language): string => `/${lang}/messages/questions`
export const waitingPath = (lang: Language): string => `/${lang}/messages/waiting`
/** Where somebody is led who confirmed their address: to the conversation, or to what could not be sent. */
export const confirmedPath = (lang: Language): string => `/${lang}/messages/confirmed`
export const unsentPath = (lang: Language): string => `/${lang}/messages/unsent`
export const blocksPath = (lang: Language): string => `/${lang}/messages/blocks`
export const advertPath = (lang: Language, publicId: string, act: '' | '/reply' | '/phone' = ''): string =>
  `/${lang}/rooms/${publicId}${act}`
/** To sign in, and back. */
export const signInPath = (lang: Language, to: string): string => `/${lang}/sign-in?${new URLSearchParams({ to })}`
