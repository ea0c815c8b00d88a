import type { Language } from '../../std/words'

/** The addresses of this feature's pages. */
export const paths = (language: Language) => ({
  all: `/${language}/alerts`,
  new: `/${language}/alerts/new`,
  of: (id: string) => `/${language}/alerts/${id}`,
  with: (token: string) => `/${language}/alerts/link/${token}`,
})
