import type { Language } from '../../std/words'

/** Below the language. */
export const choicesPath = /^\/choices$/
export const choicesIn = (lang: Language, to?: string): string => `/${lang}/choices${to ? `?to=${encodeURIComponent(to)}` : ''}`

/** A path of ours to go back to; undefined for anything else. */
export const ownPath = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 500 && /^\/(?:nl|fr|en)(?:[/?][\w\-./?=&%+,:~]*)?$/.test(value) ? value : undefined
