import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import { type SavedRow, searchById } from './queries'

/** The secret of the links in mails about a search. It is not kept: only who has our keys can make it. */
const secretOf = (p: Platform, search: string): string => p.vault.mark('alerts link', search).slice(0, 32)

const bare = (id: string) => id.replaceAll('-', '')

export const tokenOf = (p: Platform, search: string): string => `${bare(search)}${secretOf(p, search)}`

export const tokenShape = '[0-9a-f]{32}[\\w-]{32}'

/** The search of a link in a mail. Throws a refusal (404) for any other, and when it is there no more. */
export async function searchOfLink(p: Platform, token: string): Promise<SavedRow> {
  const [, a = '', b = '', c = '', d = '', e = ''] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(token) ?? []
  const id = [a, b, c, d, e].join('-')
  if (!new RegExp(`^${tokenShape}$`).test(token) || token !== tokenOf(p, id)) throw missing()
  const row = await searchById(p.db, id)
  if (!row) throw missing()
  return row
}
