import type { Language } from '../../std/words'
import { dayIn } from '../../std/written'
import type { Finding } from './checks'
import { words } from './words'

export { type Examined, examine, type Finding } from './checks'
export { words as doctorWords } from './words'

/** A finding in words: what it is about, what was found, and what to do when it is not fine. */
export function told({ check, state, facts }: Finding, language: Language) {
  const { checks, states } = words(language)
  const of = checks[check]
  const written = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, /^\d{4}-\d\d-\d\d$/.test(fact) ? dayIn(fact, language) : fact]),
  )
  return { name: of.name, state: states[state], text: of[state](written), todo: state === 'bad' ? of.todo(written) : undefined }
}
