/** What was compared: one line of the table that an audit prints. */
export const subjects = [
  'register',
  'database',
  'terms',
  'counts',
  'disclosures',
  'statement',
  'cookies',
  'storage',
  'hosts',
  'consent',
  'demands',
  'breaches',
  'caches',
  'log',
] as const
export type Subject = (typeof subjects)[number]

/** Where two of the three (statement, register, what is observed) do not say the same. */
export type Difference = { what: string; stated: string; found: string }
export type Check = { about: Subject; compared: number; differences: Difference[] }

/** The entries of two lists that only one of them has, as differences. */
export function apart(what: (entry: string) => string, stated: Iterable<string>, found: Iterable<string>): Difference[] {
  const [said, seen] = [new Set(stated), new Set(found)]
  return [
    ...[...said].filter((one) => !seen.has(one)).map((one) => ({ what: what(one), stated: one, found: '—' })),
    ...[...seen].filter((one) => !said.has(one)).map((one) => ({ what: what(one), stated: '—', found: one })),
  ]
}
