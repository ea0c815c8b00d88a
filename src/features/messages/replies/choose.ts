import type { Context } from 'hono'
import type { Env } from '../../../platform/http'
import type { Language } from '../../../std/words'
import { accountsOf } from '../../accounts'
import type { OwnAdvert } from '../own'
import { openThreadsOf } from '../queries/replies'
import { nameOf } from '../view'

/** The open replies to one's advert, each with the name and the language of who wrote it. */
export async function openReplies(c: Context<Env>, advert: OwnAdvert) {
  const { p, language } = c.var
  const threads = await openThreadsOf(p.db, advert.id, advert.personId)
  const people = await accountsOf(
    p,
    p.db,
    threads.map((thread) => thread.seeker_id),
  )
  return threads.map((thread) => ({
    thread,
    name: nameOf(thread, 'advertiser', people, language).name,
    language: people.get(thread.seeker_id ?? '')?.language ?? language,
  }))
}
export type OpenReply = Awaited<ReturnType<typeof openReplies>>[number]

/** The languages among these, each with how many read it. */
export function languagesOf(replies: readonly OpenReply[]): [Language, number][] {
  const counted = new Map<Language, number>()
  for (const { language } of replies) counted.set(language, (counted.get(language) ?? 0) + 1)
  return [...counted]
}
