import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dayOf } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import { changesSaid, type Frozen, frozenNow, type SaidChange, type Weight } from '../../privacy'

/** The change log of a site's register beside its site.ts: what every version changed for people, and the facts that the next is compared with.
 *  The check holds the register against it, so that no change that concerns people goes in without a sentence for them. */
export type LogFile = { versions: { number: number; day: string; weight: Weight; changes: SaidChange[] }[]; frozen: Frozen }

const read = (file: string): LogFile | undefined => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

/** What of the register is not in the log yet; undefined when nothing. */
export function unlogged(p: Platform, file: string): { changes: SaidChange[]; weight: Weight } | undefined {
  const log = read(file)
  if (!log) return { changes: [], weight: 'editorial' }
  const found = changesSaid(log.frozen, frozenNow(p))
  return found.changes.length > 0 ? found : undefined
}

/** Adds a version with what changed since the last one. Answers the sentences, or undefined when there is nothing to add. */
export function addToLog(p: Platform, file: string): { changes: SaidChange[]; weight: Weight } | undefined {
  const found = unlogged(p, file)
  if (!found) return undefined
  const versions = read(file)?.versions ?? []
  const { weight, changes } = found
  const version = { number: versions.length + 1, day: dayOf(p.clock.now()), weight, changes }
  const log: LogFile = { versions: [...versions, version], frozen: frozenNow(p) }
  writeFileSync(file, `${JSON.stringify(log, null, 1)}\n`)
  return found
}
