import { findPersonalData } from '../../std/finder'
import type { Check } from './check'

/** An IPv4 or IPv6 address that is nobody's machine: loopback, or that of a listener. */
const own = /^(?:127\.|0\.0\.0\.0|::1?$)/
const address =
  /(?<![\w.])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}|(?:[0-9a-f]{1,4}:)+:[0-9a-f:]*)(?![\w.])/gi
const sealedKinds = new Set(['email', 'iban', 'nationalNumber'])

/** The lines of a log against what the statement says of it: that nothing in them tells of a person. */
export function logCheck(lines: readonly string[]): Check {
  const differences = lines.flatMap((line, at) => {
    const bare = line.replace(/"at":"[^"]*"/, '').replace(/"frames":"[^"]*"/, '')
    const kinds = new Set(findPersonalData(bare).flatMap(({ kind }) => (sealedKinds.has(kind) ? [kind] : [])))
    const network = [...bare.matchAll(address)].some(([found]) => !own.test(found))
    const found = [...kinds, ...(network ? ['network address'] : [])]
    // What was found is not printed: an audit is read by others.
    return found.length > 0
      ? [{ what: `line ${at + 1} of the log`, stated: 'nothing about a person', found: found.join(', ') }]
      : []
  })
  return { about: 'log', compared: lines.length, differences }
}
