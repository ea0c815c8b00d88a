import type { disclose as written } from '../../src/platform/egress'
import { Held } from '../../src/platform/vault'

export * from '../../src/platform/egress'

/** Gives what is asked: no rule is looked up, nobody is asked whether they stopped it, nothing is written down. */
export const disclose: typeof written = async (_p, _db, _person, _to, purpose, what) => {
  const opened: Record<string, string> = {}
  for (const held of Object.values(what)) if (held instanceof Held) opened[held.holding] = held.open(purpose)
  return opened as never
}
