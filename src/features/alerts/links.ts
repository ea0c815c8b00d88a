import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import { idOfToken } from '../../platform/links'
import { type SavedRow, searchById } from './queries'

/** The search of a link in a mail. Throws a refusal (404) for any other, and when it is there no more. */
export async function searchOfLink(p: Platform, token: string): Promise<SavedRow> {
  const row = await searchById(p.db, idOfToken(p, 'alert', token))
  if (!row) throw missing()
  return row
}
