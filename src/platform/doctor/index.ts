import type { Language } from '../../std/words'
import type { Finding } from './checks'
import { words } from './words'

export { type Examined, examine, type Finding } from './checks'
export { words as doctorWords } from './words'

/** A finding in words: what it is about, what was found, and what to do when it is not fine. */
export function told({ check, state, facts }: Finding, language: Language) {
  const { checks, states } = words(language)
  const of = checks[check]
  return { name: of.name, state: states[state], text: of[state](facts), todo: state === 'bad' ? of.todo(facts) : undefined }
}
