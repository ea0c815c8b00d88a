import { keysOf } from '../std/keys'
import type { PurposeName } from './purposes'

/** `days: null` goes when the browser is closed. `feature`: a site without it has not the cookie. */
type Cookie = { days: number | null; purpose: PurposeName; feature?: string }

/** The cookies the site sets, and no others: setting one that is not here throws. */
export const cookies = {
  /** Ties a visit to a signed-in person. */
  session: { days: null, purpose: 'signIn' },
  /** The same, for who asked to stay signed in. */
  stay: { days: 60, purpose: 'signIn' },
  /** The language of choice (K23). */
  language: { days: 365, purpose: 'account' },
  /** The search that somebody asked to save before signing in, to come back to it. */
  search: { days: null, purpose: 'account' },
  /** What tells this browser's answer from another's, yes or no. It is asked again when it is gone. */
  consent: { days: 180, purpose: 'consent', feature: 'consent' },
} as const satisfies Record<string, Cookie>

export type CookieName = keyof typeof cookies
const widely: Record<CookieName, Cookie> = cookies
export const isCookie = (name: string): name is CookieName => name in cookies
/** The cookies of a site that has these features. */
export const cookiesOf = (features: readonly string[]): CookieName[] =>
  keysOf(cookies).filter((name) => widely[name].feature === undefined || features.includes(widely[name].feature))

/** What the site keeps in a browser otherwise (localStorage, sessionStorage, IndexedDB, caches): nothing. */
export const storageKeys: Readonly<Record<string, { purpose: string }>> = {}
