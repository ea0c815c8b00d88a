/** What a handler throws to refuse: mapped to a page in one place, never cached. */
export class Refusal extends Error {
  readonly status: 403 | 404 | 410 | 413 | 415 | 423 | 429 | 503
  readonly retryAfter: number | undefined
  constructor(status: Refusal['status'], retryAfter?: number) {
    super(`refused ${status}`)
    this.status = status
    this.retryAfter = retryAfter
  }
}
/** Not there, or not yours: the answer is the same. */
export const missing = () => new Refusal(404)
export const forbidden = () => new Refusal(403)
export const gone = () => new Refusal(410)
export const tooMany = (seconds: number) => new Refusal(429, seconds)

/** Who is not signed in is sent to sign in, and comes back. */
export class SignInFirst extends Error {
  readonly atDesk: boolean
  constructor(atDesk: boolean) {
    super('sign in first')
    this.atDesk = atDesk
  }
}
