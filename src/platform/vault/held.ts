import type { HoldingName, PurposesOf } from '../../register'

/** A sealed value bound to its place and to its person's keys: it can be opened for a purpose of its holding, and prints as its name. */
export class Held<H extends HoldingName> {
  readonly holding: H
  readonly personId: string
  /** Opens the value for one purpose of its holding. Throws SealBroken when it does not open, NotForThis when the purpose is not its own. */
  readonly open: (purpose: PurposesOf<H>) => string
  readonly #path: string

  constructor(holding: H, personId: string, path: string, open: (purpose: PurposesOf<H>) => string) {
    this.holding = holding
    this.personId = personId
    this.#path = path
    this.open = open
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
