// What the site owes when an authority demands something, and when something leaked: held against what is written down of it.
import { alarms, dueAt } from '../../features/incidents'
import { hours, minutes } from '../../platform/clock'
import { demandable, markOfLine } from '../../privacy'
import { erased } from '../../privacy/erase'
import type { Check, Difference } from './check'
import type { Eyes } from './eyes'
import { breachesKnown, breachNotices, handedDemands, linesOfOrders } from './queries'

/** What authorities were handed against what they may demand, what they demanded, and the ledgers of those it was of (G11). */
export async function demandCheck({ p: { db, site, ledger, clock } }: Pick<Eyes, 'p'>): Promise<Check> {
  if (!site.features.includes('requests')) return { about: 'demands', compared: 0, differences: [] }
  const [demands, lines] = [await handedDemands(db), await linesOfOrders(db, clock.now())]
  const differences: Difference[] = []
  const differ = (what: string, stated: string, found: string) => differences.push({ what, stated, found })
  const known = new Map(demands.map((demand) => [demand.id, demand]))
  for (const line of lines) {
    const { order_id, holdings, old } = line
    const demand = known.get(order_id ?? '')
    if (!demand && !old)
      differ('something handed to an authority', 'a demand that names it', order_id ? 'one that was not handed over' : 'none')
    const beyond = demand ? holdings.filter((name) => !demand.holdings.includes(name)) : []
    if (beyond.length > 0) differ(`demand ${order_id}`, demand?.holdings.join(', ') ?? '', `also ${beyond.join(', ')}`)
    if (demand && !demand.lines.includes(markOfLine(line)))
      differ(`demand ${order_id}`, 'lines in the ledgers as they were written', 'one that was not')
  }
  const erasures = demands.length > 0 ? (await ledger.read()).lines.filter(({ kind }) => kind === erased) : []
  for (const { id, holdings, rows, approved_at, handed_at, lines: marks } of demands) {
    const beyond = holdings.filter((name) => !demandable.some((one) => one === name))
    if (beyond.length > 0) differ(`demand ${id}`, 'what an authority may demand', beyond.join(', '))
    if (!approved_at) differ(`demand ${id}`, 'approved before it is handed over', 'not approved')
    if (rows > 0 && marks.length === 0) differ(`demand ${id}`, 'a line in the ledger of whom it was of', 'none')
    // Who was erased since has no ledger; that it was one of these is not known any more.
    const gone = new Set(erasures.flatMap(({ at, person }) => (handed_at && new Date(at) >= handed_at ? [person] : [])))
    const there = new Set(lines.flatMap((line) => (line.order_id === id ? [markOfLine(line)] : [])))
    const lost = marks.filter((mark) => !there.has(mark)).length
    if (lost > gone.size) differ(`demand ${id}`, `${marks.length} lines in the ledgers`, `${lost} of them lost`)
  }
  return { about: 'demands', compared: demands.length + lines.length, differences }
}

/** Alarms are given every five minutes; a program that was down gives them when it is back. */
const slack = minutes(30)

/** What was done about each breach against the hours that the law gives, and the notices that were mailed against the register of breaches (Q15). */
export async function breachCheck({ p: { db, site, clock } }: Pick<Eyes, 'p'>): Promise<Check> {
  if (!site.features.includes('incidents')) return { about: 'breaches', compared: 0, differences: [] }
  const now = clock.now()
  const [incidents, notices] = [await breachesKnown(db), await breachNotices(db)]
  const differences: Difference[] = []
  const differ = (what: string, stated: string, found: string) => differences.push({ what, stated, found })
  for (const { id, known_at, alarmed, filed_at, filing_needed, filing_reason } of incidents) {
    const due = dueAt(known_at)
    if (filed_at && filed_at > due && !filing_reason) differ(`breach ${id}`, 'why the authority was told late', 'nothing')
    if (filed_at || filing_needed === false) continue
    const hour = alarms.findLast((after) => now.getTime() >= known_at.getTime() + hours(after) + slack)
    if (hour && alarmed < hour)
      differ(`breach ${id}`, `an alarm after ${hour} hours`, alarmed ? `the last after ${alarmed}` : 'none')
    if (now.getTime() > due.getTime() + slack)
      differ(`breach ${id}`, 'the authority told within 72 hours', 'nobody told it, or said why not')
  }
  const told = new Set(incidents.flatMap(({ id, told_at }) => (told_at ? [id] : [])))
  for (const { incident, n } of notices)
    if (!told.has(incident ?? ''))
      differ('notices of a breach', 'one in the register of breaches, that people were told of', `${n} mailed, of none`)
  return { about: 'breaches', compared: incidents.length + notices.length, differences }
}
