import type { Role } from '../../register'
import type { Language } from '../../std/words'
import type { Platform } from '../feature'

/** Who is signed in, as each request finds it anew. */
export type Viewer = {
  personId: string
  sessionId: string
  /** A member of staff has a role; `atDesk` once the second factor was given in this session. */
  role: Role | null
  atDesk: boolean
}

export type Env = {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
  Variables: {
    p: Platform
    language: Language
    viewer: Viewer | null
    /** True once the page was made without looking at who asks: it may then be cached by all. */
    shared: boolean
  }
}
