import type { Platform } from '../../../platform/feature'

/** The secret of the link in a mail. It is not kept: only who has our keys can make it. */
const secretOf = (p: Platform, decision: string): string => p.vault.mark('human look', decision).slice(0, 32)

/** Where a human is asked to look at what a rule decided, without signing in: being signed in may be what one cannot. */
export const humanPath = (p: Platform, decision: string): string =>
  `/human-look/${decision.replaceAll('-', '')}${secretOf(p, decision)}`

/** The decision of such a link. Undefined for what is no link of ours. */
export function decisionOfLink(p: Platform, token: string): string | undefined {
  const id = token.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return token.slice(32) === secretOf(p, id) ? id : undefined
}
