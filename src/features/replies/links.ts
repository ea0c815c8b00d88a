import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import { idOfToken, tokenOf } from '../../platform/links'
import { type ReplyRow, replyById } from './queries'

/** Who comes with a link: who wrote the reply, or the parent who is asked. */
export type Bearer = 'author' | 'parent'

/** Where who has the mailbox sees to a reply. */
export const linkFor = (p: Platform, bearer: Bearer, { id, language }: Pick<ReplyRow, 'id' | 'language'>): string =>
  `/${language}/replies/${bearer}/${tokenOf(p, `reply ${bearer}`, id)}`

/** The reply of such a link. Throws a refusal (404) for any other, and when it is there no more. */
export async function replyOfLink(p: Platform, bearer: Bearer, token: string): Promise<ReplyRow> {
  const row = await replyById(p.db, idOfToken(p, `reply ${bearer}`, token), p.clock.now())
  if (!row) throw missing()
  return row
}
