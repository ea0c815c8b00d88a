import type { Context } from 'hono'
import type { Role } from '../../register'
import type { Language } from '../../std/words'
import type { Answers } from '../consent'
import type { Platform } from '../feature'
import { missing, SignInFirst } from './refusal'

/** Who is signed in, as each request finds it anew. */
export type Viewer = {
  personId: string
  sessionId: string
  /** A member of staff has a role; `atDesk` once the second factor was given in this session. */
  role: Role | null
  atDesk: boolean
  /** Their data are restricted: they see to their rights, and nothing else is done. */
  restricted: boolean
}

export type Env = {
  /** What comes with a request beside it, from the program itself and never from outside. `answers`: of a visit by the audit, which looks at what a yes brings
   *  without giving one. */
  Bindings: { incoming?: { socket?: { remoteAddress?: string } }; answers?: Answers }
  Variables: {
    p: Platform
    language: Language
    viewer: Viewer | null
    /** Who is still signed in, of an answer that goes on for minutes. */
    viewerStill: () => Promise<Viewer | null>
    /** What this visitor answered of each purpose that the site asks consent for; empty on a site that asks for none. */
    answers: Answers
    /** What is answered is the same for everybody who is not signed in. */
    forAll?: boolean
    /** The pattern of the route that made a page which is answered from memory. */
    keptRoute?: string
    /** What is answered is one's own, and no visit that counts. */
    ownVisit?: boolean
  }
}

/** Who is signed in. Throws SignInFirst. */
export function signedIn(c: Context<Env>): Viewer {
  if (!c.var.viewer) throw new SignInFirst(false)
  return c.var.viewer
}

/** The member of staff at the desk, in one of these roles. To others the desk is not there; who has not given the second factor is asked for it. */
export function atDesk(c: Context<Env>, roles: readonly Role[]): Viewer & { role: Role } {
  const viewer = signedIn(c)
  if (!viewer.role || !roles.includes(viewer.role)) throw missing()
  if (!viewer.atDesk) throw new SignInFirst(true)
  return { ...viewer, role: viewer.role }
}

/** Whether they are there still, of an answer that goes on for minutes: who signed out or lost the role is not. */
export async function stillAtDesk(c: Context<Env>, roles: readonly Role[]): Promise<boolean> {
  const viewer = await c.var.viewerStill()
  return viewer?.role != null && roles.includes(viewer.role) && viewer.atDesk && viewer.personId === c.var.viewer?.personId
}
