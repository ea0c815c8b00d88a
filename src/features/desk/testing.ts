// For the tests of this feature and of later ones: a member of staff, at the desk or before it.
import { Secret, TOTP } from 'otpauth'
import type { TestSite } from '../../app/testing'
import type { Role } from '../../register'
import { signedUp } from '../accounts/testing'
import { noteSecondFactor } from './queries'
import { appoint } from './staff'

/** Somebody with an account and a role. `atDesk`: the second factor was given in their session. */
export async function memberOfStaff(site: TestSite, role: Role, given: { firstName?: string; atDesk?: boolean } = {}) {
  const { p } = site
  const { firstName = 'Stef', atDesk = true } = given
  const member = await signedUp(site, { firstName })
  await p.db.transaction().execute((trx) => appoint(p, trx, { person: member.personId, role, name: firstName }))
  const session = await p.db
    .selectFrom('sessions')
    .select('id')
    .where('person_id', '=', member.personId)
    .executeTakeFirstOrThrow()
  if (atDesk) await noteSecondFactor(p.db, session.id, p.clock.now())
  return { ...member, viewer: { personId: member.personId, sessionId: session.id, role, atDesk, restricted: false } }
}

/** The code that an app with this secret shows. */
export const codeOf = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

/** The value of a hidden field on a page. */
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`)
    .exec(html)?.[1]
    ?.replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&') ?? ''
