import type { Language } from '../../std/words'
import { dayIn } from '../../std/written'
import { answersShape, type subletReasons } from './answers'
import { cardWords } from './card.words'

export { subletReasons } from './answers'

type Advert = { answers: unknown; available_from: string | null; available_until: string | null }

/** Why a tenant lets a room on, null where they did not say; null for an advert that is no sublet. */
export function subletOf({ answers }: Pick<Advert, 'answers'>): { reason: (typeof subletReasons)[number] | null } | null {
  const { lease, subletReason } = answersShape.parse(answers)
  return lease === 'sublet' ? { reason: subletReason ?? null } : null
}

/** "Sublet: exchange"; undefined for an advert that is no sublet. */
export function subletSaid(advert: Pick<Advert, 'answers'>, language: Language): string | undefined {
  const sublet = subletOf(advert)
  const { sublet: text } = cardWords(language)
  if (!sublet) return undefined
  return sublet.reason ? text.because(text.reasons[sublet.reason]) : text.name
}

/** From when until when a sublet is, where both are known: it is the one thing that one must know of it. */
export function subletPeriod(advert: Advert, language: Language, today: string): string | undefined {
  const { available_from: from, available_until: until } = advert
  if (subletOf(advert) === null || from === null || until === null) return undefined
  const sameYear = from.slice(0, 4) === until.slice(0, 4)
  const { now, between, sublet } = cardWords(language)
  return from <= today
    ? [now, sublet.until(dayIn(until, language, today))].join(', ')
    : between(dayIn(from, language, sameYear ? until : undefined), dayIn(until, language, today))
}
