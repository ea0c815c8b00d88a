import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'

/** What a link in a mail is about: an address to be confirmed, or a subscription. */
type Kind = 'signup' | 'subscriber'

/** The secret of a link. It is not kept: only who has our keys can make it. */
const secretOf = (p: Pick<Platform, 'vault'>, kind: Kind, id: string): string =>
  p.vault.mark(`newsletter ${kind}`, id).slice(0, 32)

export const tokenOf = (p: Pick<Platform, 'vault'>, kind: Kind, id: string): string =>
  `${id.replaceAll('-', '')}${secretOf(p, kind, id)}`

export const tokenShape = '[0-9a-f]{32}[\\w-]{32}'

/** The id of the row that a link is about, whether or not it is there still. Throws a refusal (404) for a link that is none of ours. */
export function idOfLink(p: Pick<Platform, 'vault'>, kind: Kind, token: string): string {
  const [, a = '', b = '', c = '', d = '', e = ''] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(token) ?? []
  const id = [a, b, c, d, e].join('-')
  if (!new RegExp(`^${tokenShape}$`).test(token) || token !== tokenOf(p, kind, id)) throw missing()
  return id
}
