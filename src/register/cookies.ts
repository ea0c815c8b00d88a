/** The cookies the site sets, and no others: setting one that is not here throws. `days: null` goes when the browser is closed. */
export const cookies = {
  /** Ties a visit to a signed-in person. */
  session: { days: null, purpose: 'signIn', consent: false },
  /** The same, for who asked to stay signed in. */
  stay: { days: 60, purpose: 'signIn', consent: false },
  /** The language of choice (K23). */
  language: { days: 365, purpose: 'account', consent: false },
  /** The search that somebody asked to save before signing in, to come back to it. */
  search: { days: null, purpose: 'account', consent: false },
} as const

export type CookieName = keyof typeof cookies
export const isCookie = (name: string): name is CookieName => name in cookies

/** What the site keeps in a browser otherwise (localStorage, sessionStorage, IndexedDB, caches): nothing. */
export const storageKeys: Readonly<Record<string, { purpose: string }>> = {}
