import { randomUUID } from 'node:crypto'
import { days, hours } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { gone } from '../../platform/http'
import { holding, type LinkKind } from '../../register'
import { insertLink, linkByToken, spendLink } from './queries/links'
import { hashOf, newToken } from './sessions'

/** How long a link works. Never longer than its holding, or than what it confirms, is kept. */
const life: Record<LinkKind, number> = {
  confirm: days(holding['email.pending'].keep.days),
  signIn: hours(1),
  reset: hours(1),
  changeEmail: days(holding['email.change'].keep.days),
  staff: days(1),
  adverts: days(7),
  school: days(holding['email.school'].keep.days),
}

/** Makes the secret of a link, while its mail is being made: it exists in that mail alone, and here as a hash. */
export async function mintLink(p: Platform, db: Db, person: string, kind: LinkKind): Promise<string> {
  const token = newToken()
  const now = p.clock.now()
  await insertLink(db, {
    id: randomUUID(),
    person_id: person,
    kind,
    token_hash: hashOf(token),
    created_at: now,
    expires_at: new Date(now.getTime() + life[kind]),
  })
  return token
}

/** Whose link this is. Changes nothing. Throws gone() for one that was used, is too old or never was. */
export async function personOfLink(p: Platform, db: Db, kind: LinkKind, token: string): Promise<string> {
  const link = await linkByToken(db, kind, hashOf(token), p.clock.now())
  if (!link) throw gone()
  return link.person_id
}

/** The same, and it never works again. */
export async function useLink(p: Platform, db: Db, kind: LinkKind, token: string): Promise<string> {
  const link = await spendLink(db, kind, hashOf(token), p.clock.now())
  if (!link) throw gone()
  return link.person_id
}
