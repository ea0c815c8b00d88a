// The three that must say the same: the statement that people read, the register that the program obeys, and what can be observed of both.

import { dayOf } from '../../platform/clock'
import { loadable } from '../../platform/http'
import { hostsOf } from '../../platform/site'
import { gated, holdingNames, lint, purposeNames, recipientNames, recipients, staleIn } from '../../register'
import { inEea } from '../../std/eea'
import type { Check, Difference } from './check'
import { consentCheck } from './consent'
import { countCheck } from './counts'
import { breachCheck, demandCheck } from './duties'
import type { Eyes } from './eyes'
import { logCheck } from './log'
import { databaseCheck, disclosureCheck, termCheck } from './queries'
import { cacheCheck, cookieCheck, hostCheck, nothingSeen, type Seen, storageCheck } from './seen'
import { statementCheck } from './statement'

export type { Check } from './check'
export { crawl } from './crawl'
export type { Eyes } from './eyes'

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : []

/** The register by itself, and the companies that the site names for it. */
function registerCheck({ p }: Eyes): Check {
  const wrong = lint(gated, dayOf(p.clock.now()))
  const differences: Difference[] = wrong.map((what) => ({ what, stated: 'sound', found: 'not' }))
  const companies = recipientNames.flatMap((name) => {
    const company = p.site.recipients[name]
    return company ? [{ name, company }] : []
  })
  for (const { name, company } of companies) {
    // Mail that stays with the site goes to no processor.
    const itself = company.name === p.site.hosting.name
    if (recipients[name].kind === 'processor' && !company.agreement && !itself)
      differences.push({ what: `${company.name} (${name})`, stated: 'an agreement, GDPR article 28', found: 'none' })
    const outside = [company, ...(company.parts ?? [])].filter(({ place }) => !inEea(place))
    if (outside.length > 0 && !company.transfer)
      differences.push({
        what: `${company.name} (${name}) in ${outside.map(({ place }) => place).join(', ')}`,
        stated: 'a ground for the transfer, GDPR chapter V',
        found: 'none',
      })
  }
  for (const text of textsIn(p.site)) {
    const found = staleIn(text)
    if (found) differences.push({ what: 'the words of the site', stated: 'laws that are in force', found })
  }
  return { about: 'register', compared: holdingNames.length + purposeNames.length + companies.length, differences }
}

const both = (one: Check, other: Check): Check => ({
  about: one.about,
  compared: one.compared + other.compared,
  differences: [...one.differences, ...other.differences],
})

/** Compares everything. `seen`: what visits met before a yes, or after a no; `consented`: after a yes; `whole` when they did all that sets a cookie. `log`: lines that the program wrote. Reads only. */
export async function audit(
  eyes: Eyes,
  {
    seen,
    consented = nothingSeen(),
    whole = false,
    log = [],
  }: { seen: Seen; consented?: Seen; whole?: boolean; log?: readonly string[] },
): Promise<Check[]> {
  const { site } = eyes.p
  const loaded = loadable(site, () => true)
  return [
    registerCheck(eyes),
    await databaseCheck(eyes.p),
    await termCheck(eyes.p),
    await countCheck(eyes.p),
    await disclosureCheck(eyes.p),
    await statementCheck(eyes),
    both(cookieCheck(seen, whole, { site }), cookieCheck(consented, false, { site, loaded })),
    both(storageCheck(seen), storageCheck(consented, { loaded })),
    both(hostCheck(seen), hostCheck(consented, new Set(loaded.flatMap(hostsOf)))),
    await consentCheck(eyes),
    await demandCheck(eyes),
    await breachCheck(eyes),
    both(cacheCheck(seen), cacheCheck(consented)),
    logCheck(log),
  ]
}

export const agree = (checks: readonly Check[]): boolean => checks.every(({ differences }) => differences.length === 0)

/** What is written down of an audit: how much, and nothing of what. */
export const counted = (checks: readonly Check[]) =>
  checks.map(({ about, compared, differences }) => ({ about, compared, different: differences.length }))

const cut = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width))

/** The table that an audit prints: a line for each thing compared, and below it where the three do not say the same. */
export function table(checks: readonly Check[]): string {
  const lines = checks.flatMap(({ about, compared, differences }) => [
    `${differences.length > 0 ? '✗' : compared > 0 ? '✓' : '–'} ${cut(about, 12)} ${String(compared).padStart(6)} compared, ${differences.length} different`,
    ...differences
      .slice(0, 30)
      .map(({ what, stated, found }) => `    ${cut(what, 60)}  stated: ${cut(stated, 40)}  found: ${found.slice(0, 60)}`),
    ...(differences.length > 30 ? [`    and ${differences.length - 30} more`] : []),
  ])
  return lines.join('\n')
}
