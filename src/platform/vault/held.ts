import type { HoldingName, PurposesOf } from '../../register'

/** Nothing is done with a person's data for this purpose: they asked to have them restricted (GDPR article 18), objected to it (article 21), or did not
 *  consent to it (article 6(1)(a)). */
export class Stopped extends Error {
  readonly code = 'processing_stopped'
  readonly because: 'restriction' | 'objection' | 'consent'
  constructor(because: Stopped['because']) {
    super(`stopped by ${because}`)
    this.because = because
  }
}

/** A sealed value bound to its place and to its person's keys: it can be opened for a purpose of its holding, and prints as its name. */
export class Held<H extends HoldingName> {
  readonly holding: H
  readonly personId: string
  /** Opens the value for one purpose of its holding. Throws SealBroken when it does not open, NotForThis when the purpose is not its own, Stopped when
   *  the person restricted their data, objected to the purpose, or did not consent to one that needs it. */
  readonly open: (purpose: PurposesOf<H>) => string
  /** Whether the person lets it be opened for this purpose: neither restriction nor objection nor want of consent stops it. */
  readonly may: (purpose: PurposesOf<H>) => boolean
  readonly #path: string

  constructor(
    holding: H,
    personId: string,
    path: string,
    open: (purpose: PurposesOf<H>) => string,
    may: (purpose: PurposesOf<H>) => boolean,
  ) {
    this.holding = holding
    this.personId = personId
    this.#path = path
    this.open = open
    this.may = may
  }
  toString(): string {
    return `[sealed ${this.#path}]`
  }
  toJSON(): string {
    return this.toString()
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString()
  }
}
