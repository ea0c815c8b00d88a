import { isCountable } from '../../features/statistics'
import { dayOf, days } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import { countedOf, countStep } from '../../register'
import type { Check, Difference } from './check'
import { countRows, isCounting } from './queries'

/** What is counted of visits: by nobody's leave but the operator's, nothing that is not declared, nothing finer than is said, and told in time. */
export async function countCheck({ db, site, clock }: Platform): Promise<Check> {
  const kinds = countedOf(site.features)
  if (kinds.length === 0) return { about: 'counts', compared: 0, differences: [] }
  const [on, told, running] = await Promise.all([isCounting(db), countRows(db, 'counts'), countRows(db, 'running_counts')])
  const differences: Difference[] = []
  const declared = (kind: string, value: string) => kinds.some((one) => one === kind && isCountable[one](value))
  for (const { kind, value } of [...told, ...running])
    if (!declared(kind, value))
      differences.push({ what: `a count of ${kind}`, stated: 'nothing but what is declared', found: 'another value' })
  for (const { day, kind, n } of told)
    if (n % countStep !== 0)
      differences.push({ what: `${kind} on ${day}`, stated: `steps of ${countStep}`, found: 'a finer number' })
  if (!on && running.length > 0)
    differences.push({ what: 'counting', stated: 'off', found: `${running.length} counts that are not told yet` })
  const late = dayOf(new Date(clock.now().getTime() - days(2)))
  const waiting = running.filter(({ day }) => day < late)
  if (waiting.length > 0)
    differences.push({ what: 'counts of a day', stated: 'told the night after', found: `${waiting.length} that wait longer` })
  return { about: 'counts', compared: kinds.length + told.length + running.length, differences }
}
