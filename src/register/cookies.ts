import { keysOf } from '../std/keys'
import type { PurposeName } from './purposes'

/** `days: null` goes when the browser is closed. A site without the `feature`, or with one language where `choosing` is of languages, has not the cookie. */
type Cookie = { days: number | null; purpose: PurposeName; feature?: string; choosing?: 'language' }

/** The cookies the site sets, and no others: setting one that is not here throws. */
export const cookies = {
  /** Ties a visit to a signed-in person. */
  session: { days: null, purpose: 'signIn' },
  /** The same, for who asked to stay signed in. */
  stay: { days: 60, purpose: 'signIn' },
  /** The language of choice (K23). */
  language: { days: 365, purpose: 'account', choosing: 'language' },
  /** The search that somebody asked to save before signing in, to come back to it. */
  search: { days: null, purpose: 'account', feature: 'alerts' },
  /** What tells this browser's answer from another's, yes or no. It is asked again when it is gone. */
  consent: { days: 180, purpose: 'consent', feature: 'choices' },
  /** Finds the conversation that somebody began in the chat, for as long as that is kept. Set by the first thing they say. */
  chat: { days: 45, purpose: 'correspondence', feature: 'chat' },
} as const satisfies Record<string, Cookie>

export type CookieName = keyof typeof cookies
const widely: Record<CookieName, Cookie> = cookies
export const isCookie = (name: string): name is CookieName => name in cookies
/** The cookies of a site with these features and languages. */
export const cookiesOf = (site: { features: readonly string[]; languages: readonly string[] }): CookieName[] =>
  keysOf(cookies).filter((name) => {
    const { feature, choosing } = widely[name]
    return (feature === undefined || site.features.includes(feature)) && (choosing === undefined || site.languages.length > 1)
  })

/** Where scripts may leave something in a browser, beside cookies. */
export const storagePlaces = ['localStorage', 'sessionStorage', 'IndexedDB'] as const

/** What the site keeps in a browser otherwise (localStorage, sessionStorage, IndexedDB, caches): nothing. */
export const storageKeys: Readonly<Record<string, { purpose: string }>> = {}
