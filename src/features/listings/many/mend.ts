import type { Typed } from '../../../platform/forms'
import { csvOf, unmarked } from '../../../std/csv'
import { type Field, fieldNames } from '../import/fields'
import { lookAtBytes } from '../import/file'
import { recordsOf } from '../import/records'
import type { Finding } from '../law'
import { fieldCalled } from './columns'

/** A column of a refused line to be mended, and what stands in it. */
export type Fault = { field: Field; value: string }

/** The columns that a refused line is about: those of its reasons, in which the name of a column stands, and those of its rules. */
export function columnsAtFault(reasons: readonly string[], law: readonly Finding[]): Field[] {
  const wanted = new Set([
    ...reasons.flatMap((reason) => reason.replace(/"[^"]*"/g, '').match(/\w+/g) ?? []),
    ...law.flatMap(({ rule }) => [rule.field, ...(JSON.stringify(rule.wants).match(/(?<="field":")\w+/g) ?? [])]),
    ...(law.some(({ rule }) => rule.field === 'wording') ? ['title', 'text'] : []),
  ])
  return fieldNames.filter((field) => field !== 'id' && wanted.has(field))
}

/** The name in a form of one column of one line. */
export const mendName = (line: number, field: Field): string => `mend-${line}-${field}`

/** A file of one's own with what was typed in the place of what stood there; the very same bytes when nothing else was typed. */
export async function mended(bytes: Buffer, typed: Typed): Promise<Buffer> {
  const { entries } = await recordsOf(await lookAtBytes(bytes))
  const rows: { cells: Map<string, string> }[] = []
  let changed = false
  for await (const entry of entries) {
    // A line that cannot be taken apart cannot be put together either: its file is mended where it was made.
    if ('trouble' in entry) return bytes
    const cells = new Map(
      [...entry.cells].map(([name, cell]) => [name, typeof cell === 'string' ? unmarked(cell) : cell.join(',')]),
    )
    for (const field of fieldNames) {
      const given = typed[mendName(entry.line, field)]
      if (typeof given !== 'string') continue
      const column = [...cells.keys()].find((name) => fieldCalled(name) === field) ?? field
      if (given.trim() === (cells.get(column) ?? '')) continue
      cells.set(column, given.trim())
      changed = true
    }
    rows.push({ cells })
  }
  const names = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))]
  return changed ? Buffer.from(csvOf([names, ...rows.map(({ cells }) => names.map((name) => cells.get(name) ?? ''))])) : bytes
}
