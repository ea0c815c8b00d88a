import type { Platform } from '../../platform/feature'
import { missing } from '../../platform/http'
import { type ReplyRow, replyById } from './queries'

/** Who comes with a link: who wrote the reply, or the parent who is asked. */
export type Bearer = 'author' | 'parent'

/** The secret of the links in mails about a reply. It is not kept: only who has our keys can make it. */
const secretOf = (p: Platform, bearer: Bearer, reply: string): string => p.vault.mark(`reply ${bearer}`, reply).slice(0, 32)

export const tokenShape = '[0-9a-f]{32}[\\w-]{32}'
const tokenOf = (p: Platform, bearer: Bearer, reply: string): string =>
  `${reply.replaceAll('-', '')}${secretOf(p, bearer, reply)}`

/** Where who has the mailbox sees to a reply. */
export const linkFor = (p: Platform, bearer: Bearer, { id, language }: Pick<ReplyRow, 'id' | 'language'>): string =>
  `/${language}/replies/${bearer}/${tokenOf(p, bearer, id)}`

/** The reply of such a link. Throws a refusal (404) for any other, and when it is there no more. */
export async function replyOfLink(p: Platform, bearer: Bearer, token: string): Promise<ReplyRow> {
  const id = token.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const row = token === tokenOf(p, bearer, id) ? await replyById(p.db, id, p.clock.now()) : undefined
  if (!row) throw missing()
  return row
}
