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

/** Adds a version with what changed since the last one. Answers the sentences, or undefined when there is nothing to add: what nobody has to be told, such as
 *  the address of a law or another name for the same, only stands there as it is from then on. */
export function addToLog(p: Platform, file: string): { changes: SaidChange[]; weight: Weight } | undefined {
  const found = unlogged(p, file)
  const { versions = [] } = read(file) ?? {}
  const version = found && { number: versions.length + 1, day: dayOf(p.clock.now()), ...found }
  const log: LogFile = { versions: version ? [...versions, version] : versions, frozen: frozenNow(p) }
  writeFileSync(file, `${JSON.stringify(log, null, 1)}\n`)
  return found
}
