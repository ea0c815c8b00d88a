// What a link in a mail is about: the id of a row, signed. Nothing of it is kept, and only who has our keys can make one.
import { timingSafeEqual } from 'node:crypto'
import { missing } from './http/refusal'
import type { Vault } from './vault'

type Signing = { vault: Pick<Vault, 'mark'> }

/** Of what a link lets its bearer do: made for one it is none for another. */
export type LinkUse = 'alert' | 'human look' | 'newsletter signup' | 'newsletter subscriber' | 'reply author' | 'reply parent'

/** How a token stands in a route. */
export const tokenShape = '[0-9a-f]{32}[\\w-]{32}'

export const tokenOf = ({ vault }: Signing, use: LinkUse, id: string): string =>
  `${id.replaceAll('-', '')}${vault.mark(`link ${use}`, id).slice(0, 32)}`

/** The id of a token of this shape and use, whether or not its row is there still. Throws a refusal (404) for one that is none of ours. */
export function idOfToken(signing: Signing, use: LinkUse, token: string): string {
  const id = token.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const [ours, given] = [Buffer.from(tokenOf(signing, use, id)), Buffer.from(token)]
  if (ours.length !== given.length || !timingSafeEqual(ours, given)) throw missing()
  return id
}
