import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { type Db, takeTurn } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { idOfSent } from '../../platform/forms/once'
import { type Env, giveCookie, missing, readCookie, takeCookie } from '../../platform/http'
import { erase } from '../../privacy'
import { hashOf, newToken } from '../accounts'
import {
  anyConsole,
  type Chat,
  chatByToken,
  chatOfPerson,
  deleteChat,
  insertChat,
  insertMessage,
  lockChat,
  messageById,
  messagesAfter,
  updateChat,
} from './queries'

export type Side = 'visitor' | 'staff'
/** What is said, with a number of the page that it was written on. */
type Saying = { id: string; text: string }
/** The topics of all conversations together: that something was said in one; that a page of the desk opened or closed. Visitors follow the second alone: what one
 *  says wakes no other. */
export const [desk, consoles] = ['chat', 'consoles']

/** The conversation of who asks: theirs if they are signed in, or the one that their cookie leads to. */
export async function chatHere(c: Context<Env>): Promise<Chat | undefined> {
  const { p, viewer } = c.var
  const token = readCookie(c, 'chat')
  return (viewer && (await chatOfPerson(p.db, viewer.personId))) || (token ? await chatByToken(p.db, hashOf(token)) : undefined)
}

/** Begins one, in the transaction of `db`: of who is signed in; of anybody else as a new person, whom only the cookie that it sets leads to. */
export async function begin(c: Context<Env>, db: Db): Promise<Chat> {
  const { p, viewer, language } = c.var
  const token = viewer ? undefined : newToken()
  const person_id = viewer?.personId ?? (await p.vault.newPerson(db, ['service'])).id
  const now = p.clock.now()
  const row = {
    id: randomUUID(),
    person_id,
    language,
    created_at: now,
    last_used_at: now,
    waits_since: null,
    mailed_at: null,
    said: 0,
  }
  await insertChat(db, { ...row, token_hash: token ? hashOf(token) : null })
  if (token) giveCookie(c, 'chat', token)
  return { ...row, token_hash: null }
}

/** The id under which something is said: what was written anew on a page that came back is said anew. */
const idOf = (p: Platform, { id, text }: Saying) => idOfSent(p, 'chat', id, text)

/** The conversation that a first message began whose button was pressed twice, in the transaction of `db`: the answer to the first press, and the cookie with it, may
 *  not have arrived, so that it gets another. Only the page that sent the message has its number. */
export async function begunBy(c: Context<Env>, db: Db, saying: Saying): Promise<Chat | undefined> {
  const { p, viewer } = c.var
  const id = idOf(p, saying)
  await takeTurn(db, id)
  const first = await messageById(db, id)
  const chat = first && (await lockChat(db, first.chat_id))
  if (!chat || viewer?.personId === chat.person_id) return chat
  if (!chat.token_hash) return undefined
  const token = newToken()
  await updateChat(db, chat.id, { token_hash: hashOf(token) })
  giveCookie(c, 'chat', token)
  return chat
}

/** Says something in a conversation, in the transaction of `db`; what was said before by the same page is not said again. Answers its number. Throws a refusal (404)
 *  for a conversation that is gone. */
export async function say(p: Platform, db: Db, chat: Chat, side: Side, saying: Saying): Promise<number> {
  const id = idOf(p, saying)
  const keys = await p.vault.keysToSeal(db, chat.person_id, ['service'])
  const now = p.clock.now()
  const locked = await lockChat(db, chat.id)
  const before = await messageById(db, id)
  if (!locked || (before && before.chat_id !== chat.id)) throw missing()
  if (before) return before.number
  const number = locked.said + 1
  const row = { id, person_id: chat.person_id }
  const ours = side === 'staff'
  await insertMessage(db, {
    ...row,
    ...keys.seal('chat_messages', row, { body: saying.text }),
    chat_id: chat.id,
    number,
    ours,
    created_at: now,
  })
  // Staff are told once of each wait, and only when nobody has a page of the desk open to see it.
  const mails = !ours && !locked.mailed_at && !(await anyConsole(db))
  await updateChat(db, chat.id, {
    said: number,
    last_used_at: now,
    waits_since: ours ? null : (locked.waits_since ?? now),
    mailed_at: ours ? null : mails ? now : locked.mailed_at,
  })
  if (mails) await p.mail.queue(db, chat.person_id, 'chat.waiting', { chat: chat.id })
  await p.live.tell(db, chat.id, 'said')
  await p.live.tell(db, desk, 'said')
  return number
}

export type Said = { number: number; ours: boolean; text: string; at: Date }
/** So many messages are read at once. */
export const batch = 50

/** What was said after a number, in order, at most `batch` at once: opened to read it. */
export async function saidAfter(p: Platform, db: Db, chat: Pick<Chat, 'id' | 'person_id'>, after: number): Promise<Said[]> {
  const rows = await messagesAfter(db, chat.id, after, batch)
  const keys = await p.vault.keys(db, [chat.person_id])
  return rows.map((row) => ({
    number: row.number,
    ours: row.ours,
    text: keys.bind('chat_messages', row).body.open('correspondence'),
    at: row.created_at,
  }))
}

/** All that was said. */
export async function allSaid(p: Platform, db: Db, chat: Pick<Chat, 'id' | 'person_id'>): Promise<Said[]> {
  const all: Said[] = []
  for (let some = [...all]; ; all.push(...some)) {
    some = await saidAfter(p, db, chat, all.at(-1)?.number ?? 0)
    if (some.length === 0) return all
  }
}

/** Erases the conversation of who asks: with the person who was made for it, or from an account, which stays. */
export async function eraseHere(c: Context<Env>): Promise<void> {
  const { p } = c.var
  const chat = await chatHere(c)
  if (!chat) throw missing()
  if (chat.token_hash) await erase(p, chat.person_id)
  else await deleteChat(p.db, chat.id)
  takeCookie(c, 'chat')
  await p.live.tell(p.db, chat.id, 'erased')
  await p.live.tell(p.db, desk, 'said')
}
