import { randomInt } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { line } from '../../platform/forms'
import type { Language } from '../../std/words'
import { userNameTaken } from './queries/registrations'
import { words } from './words'

/** Letters of any script, digits, dots and dashes. No at sign, so that it is never taken for an address. */
export const userName = () => line(30).refine((name) => /^[\p{L}\p{M}\p{N}._-]{3,30}$/u.test(name), 'userName')

/** Whether somebody has the name, or asked for it while registering in another browser than this one. */
export const isUserNameTaken = (
  p: Platform,
  db: Db,
  name: string,
  but: { browser?: Buffer; person?: string; own?: string } = {},
) =>
  userNameTaken(db, {
    account: p.vault.index('accounts.user_name_key', name),
    registration: p.site.features.includes('registration') && p.vault.index('registrations.user_name_key', name),
    now: p.clock.now(),
    ...but,
  })

const pick = (from: readonly string[]): string => from[randomInt(from.length)] ?? 'kot'

/** A user name to begin with, made of the first name if it is known: "an-merel-42". */
export function someUserName(language: Language, firstName = ''): string {
  const nouns = words(language).nouns.split(' ')
  const name = firstName
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]|[\u{10000}-\u{10ffff}]/gu, '')
    .slice(0, 12)
  return `${name || pick(nouns)}-${pick(nouns)}-${randomInt(10, 100)}`
}

/** The same, of those that nobody has. */
export async function freeUserName(p: Platform, db: Db, language: Language, firstName?: string): Promise<string> {
  const proposed = someUserName(language, firstName)
  return (await isUserNameTaken(p, db, proposed)) ? freeUserName(p, db, language, firstName) : proposed
}
