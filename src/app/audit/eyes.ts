import type { Platform } from '../../platform/feature'

/** Said by what visits, so that the figures of adverts do not count it. */
export const agent = 'Huisrecht-audit/1.0 (bot)'

export type Answer = { status: number; headers: Headers; body: string }

/** With what an audit looks: the parts of the program, and a way to ask the site as a visitor does. */
export type Eyes = {
  p: Platform
  /** Asks for a path of the site, as somebody with this `cookie` or with none. Follows nothing. */
  ask(path: string, headers?: Record<string, string>): Promise<Answer>
}
