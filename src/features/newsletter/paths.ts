import type { Language } from '../../std/words'

/** What somebody did just now. */
export type Done = 'sent' | 'subscribed' | 'stopped' | 'never'

/** The addresses of this feature's pages. */
export const paths = (language: Language) => ({
  form: `/${language}/newsletter`,
  done: (what: Done) => `/${language}/newsletter/${what}`,
  signup: (token: string) => `/${language}/newsletter/signup/${token}`,
  subscription: (token: string) => `/${language}/newsletter/subscription/${token}`,
  desk: `/${language}/desk/letters`,
  letter: (id: string) => `/${language}/desk/letters/${id}`,
})
