import { type HoldingName, holdingNamed, holdingNames } from './holdings'
import type { Keep, Purpose, Span } from './language'
import { lawNamed, lawNames } from './laws'
import { purposeNames, purposes } from './purposes'
import { allowedTo, recipientNames } from './recipients'
import { keepWords, registerWords } from './words'

/** Instruments that are no more: EU-US Privacy Shield (annulled in 2020, C-311/18), Safe Harbour (2015, C-362/14), Directive 95/46 (repealed in 2018), the
 *  Mini One Stop Shop (One Stop Shop since July 2021), Cloudflare's `__cfduid` (not set since May 2021). */
const stale = /privacy[ -]?shield|safe[ -]?harbou?r|95\/46|\bMOSS\b|__cfduid/i

/** What of a text names an instrument that is no more. */
export const staleIn = (text: string): string | undefined => stale.exec(text)?.[0]

const daysOf = (span: Span): number => ('days' in span ? span.days : 'months' in span ? span.months * 31 : span.years * 366)
const spanOf = (keep: Keep): number => ('until' in keep ? Number.POSITIVE_INFINITY : daysOf(keep))
const purposeNamed: Record<string, Purpose> = purposes

/** The longest that something may be kept for these purposes, in days; no end where one of them has none. */
const ground = (name: HoldingName): number =>
  Math.max(
    ...holdingNamed(name).for.map((purpose) => {
      const { longest } = purposeNamed[purpose] ?? {}
      return longest ? daysOf(longest) : Number.POSITIVE_INFINITY
    }),
  )

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : []
}

/** What is wrong in the register itself, as sentences. `gated`: the purposes for which the program asks consent before anything happens.
 *  `today`: the day, as a law may have ended. */
export function lint(gated: readonly string[] = [], today = new Date().toISOString().slice(0, 10)): string[] {
  const wrong: string[] = []
  for (const name of holdingNames) {
    const { keep } = holdingNamed(name)
    if (spanOf(keep) > ground(name) && ground(name) < Number.POSITIVE_INFINITY)
      wrong.push(`${name} is kept ${keepWords('en', keep)}, longer than its purposes allow`)
  }
  for (const purpose of purposeNames)
    if (purposeNamed[purpose]?.basis === 'consent' && !gated.includes(purpose))
      wrong.push(`${purpose} rests on consent, and nothing asks it`)
  for (const purpose of purposeNames) {
    const { article } = purposeNamed[purpose] ?? {}
    if (article && !lawNames.some((law) => article.startsWith(lawNamed(law).cited)))
      wrong.push(`${purpose} cites ${article}, which is not among the laws`)
  }
  for (const law of lawNames)
    if ((lawNamed(law).until ?? '9999') <= today) wrong.push(`${law} is no more since ${lawNamed(law).until}`)
  for (const recipient of recipientNames)
    for (const { purpose, holdings } of allowedTo(recipient))
      for (const one of holdings)
        if (purpose !== 'rights' && purpose !== 'orders' && !holdingNamed(one).for.includes(purpose))
          wrong.push(`${recipient} may have ${one} for ${purpose}, for which it is not held`)
  for (const language of ['nl', 'fr', 'en'] as const)
    for (const text of textsIn(registerWords(language))) {
      const found = staleIn(text)
      if (found) wrong.push(`the words in ${language} name ${found}, which is no more`)
    }
  return wrong
}
