import type { Typed } from '../../../platform/forms'
import type { Column, Effect, Mapping } from './mapping'
import { listIn } from './notation'
import type { Cell, Cells } from './records'
import type { Words } from './words'

/** One line in the words of our own layout. */
export type TypedLine = {
  typed: Typed
  /** Phrases for the text of the advert. */
  say: string[]
  /** What was left out on purpose, and why; what the mapping does not know. For the end of the report. */
  dropped: string[]
  unknown: string[]
  /** Why the line is refused; empty when it is not. */
  reasons: string[]
}

function inUnit(text: string, unit: Column['unit']): string {
  if (!unit || !/^\d{1,15}$/.test(text)) return text
  if (unit === 'cents') return `${text.slice(0, -2) || '0'}.${text.slice(-2).padStart(2, '0')}`
  return Temporal.Instant.fromEpochMilliseconds(Number(text) * (unit === 'unixSeconds' ? 1000 : 1)).toString()
}

/** The values in a cell: one, or those of a list; undefined when it is no list though it should be. */
function valuesIn(cell: Cell, rule: Column): readonly string[] | undefined {
  if (typeof cell !== 'string') return cell
  return rule.list ? listIn(cell, rule.list)?.map((one) => one.normalize('NFC').trim()) : [cell]
}

/** Reads one line by a mapping. */
export function typedBy(mapping: Mapping, cells: Cells, text: Words): TypedLine {
  const line: TypedLine = { typed: {}, say: [], dropped: [], unknown: [], reasons: [] }
  const { typed } = line
  const put = (name: string, value: string | string[]) => {
    const before = typed[name]
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(value)) line.reasons.push(text.toldTwice(name))
    typed[name] = value
  }
  const take = ({ set = {}, say, drop }: Effect) => {
    for (const [name, value] of Object.entries(set)) if (value !== undefined) put(name, value)
    if (say) line.say.push(say)
    if (drop) line.dropped.push(drop)
  }
  for (const [name, rule] of mapping.columns) {
    const cell = cells.get(name)
    if (rule === null || cell === undefined) continue
    const values = valuesIn(cell, rule)
    if (!values) {
      line.reasons.push(text.noList(name))
      continue
    }
    const kept: string[] = []
    for (const value of values) {
      const known = rule.values && Object.hasOwn(rule.values, value) ? rule.values[value] : undefined
      const others = rule.others ?? (rule.values ? (rule.list ? 'note' : 'refuse') : 'keep')
      if (typeof known === 'string') kept.push(known)
      else if (known) take(known)
      else if (others === 'keep' || value === '') kept.push(inUnit(value, rule.unit))
      else if (others === 'note') line.unknown.push(`${name}: ${value}`)
      else line.reasons.push(text.strange(name, value.slice(0, 40)))
    }
    const said = kept.filter((one) => one !== '')
    if (rule.field === 'chargesCover' && said.length > 0) put(rule.field, said)
    else if (rule.field) for (const one of said) put(rule.field, one)
  }
  for (const [name, value] of Object.entries(mapping.defaults)) if (value !== undefined) typed[name] ??= value
  return line
}
