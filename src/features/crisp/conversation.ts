import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { disclose } from '../../platform/egress'
import type { Platform } from '../../platform/feature'
import { type Env, missing, whoseAnswers } from '../../platform/http'
import { cutoff, holding } from '../../register'
import { newToken } from '../accounts'
import { decide } from '../consent'
import { eraseAtCrisp, eraseConversation, forgetIn } from './erasing'
import {
  type Conversation,
  conversationIn,
  conversationNamed,
  insertConversation,
  lockConversation,
  updateConversation,
  usedConversation,
} from './queries'
import { type Crisp, crispAt } from './rest'
import { crispOf } from './settings'

/** The conversation of who asks: of this browser, and of who is signed in there. */
export async function conversationHere(c: Context<Env>): Promise<Conversation | undefined> {
  const { p, viewer } = c.var
  const { browser } = whoseAnswers(c)
  return browser ? conversationIn(p.db, browser, viewer?.personId) : undefined
}

/** Begins one that rests on the yes of this browser: of who is signed in, or of a new person whom only that yes leads to. Throws Stopped for whose data may only be
 *  kept. */
export async function begin(c: Context<Env>, browser: string): Promise<void> {
  const { p, viewer } = c.var
  await p.db.transaction().execute(async (trx) => {
    if (await conversationIn(trx, browser, viewer?.personId)) return
    const person_id = viewer?.personId ?? (await p.vault.newPerson(trx, ['service'])).id
    const keys = await p.vault.keysToSeal(trx, person_id, ['service'])
    const now = p.clock.now()
    const row = { id: randomUUID(), person_id }
    const sealed = keys.seal('crisp_conversations', row, { token: newToken() })
    await insertConversation(trx, {
      ...row,
      ...sealed,
      of_account: viewer !== null,
      browser,
      created_at: now,
      last_used_at: now,
    })
    // Once, for as long as the conversation is there: each time the page is loaded, the browser gives Crisp the same.
    const { token } = (await p.vault.keys(trx, [person_id])).bind('crisp_conversations', { ...row, ...sealed })
    if (token) await disclose(p, trx, person_id, 'chat', 'correspondence', { 'reference.conversation': token })
  })
}

/** The name that the browser gives Crisp for it. */
export async function tokenOf(p: Platform, row: Conversation): Promise<string | undefined> {
  return (await p.vault.keys(p.db, [row.person_id])).bind('crisp_conversations', row).token?.open('correspondence')
}

/** Keeps what Crisp calls the conversation of who asks. One that only Crisp told of before is theirs now; one of somebody else is not (404). */
export async function nameHere(c: Context<Env>, session: string): Promise<void> {
  const { p } = c.var
  const here = await conversationHere(c)
  if (!here) throw missing()
  const key = p.vault.index('crisp_conversations.session_key', session)
  const after = await p.db.transaction().execute(async (trx) => {
    const row = await lockConversation(trx, here.id)
    if (!row) throw missing()
    const same = await conversationNamed(trx, key)
    if (same?.id === row.id) return void (await usedConversation(trx, row.id, p.clock.now()))
    if (same && (same.browser || same.of_account)) throw missing()
    const gone = same && (await forgetIn(p, trx, same))
    // Crisp began another: it has dropped the one before, or that is nobody's now.
    await eraseAtCrisp(p, trx, row)
    const keys = await p.vault.keysToSeal(trx, row.person_id, ['service'])
    await updateConversation(trx, row.id, {
      ...keys.seal('crisp_conversations', row, { session }),
      session_key: key,
      last_used_at: p.clock.now(),
    })
    return gone
  })
  await after?.()
}

/** Erases the conversation of who asks, and takes back the yes that it rested on. */
export async function eraseHere(c: Context<Env>): Promise<void> {
  const row = await conversationHere(c)
  if (row) await eraseConversation(c.var.p, row)
  await decide(c, new Map([['chatting', { yes: false, how: 'page' }]]))
}

export type Heard = { event: string; session: string; at: Date }

const said = ['message:send', 'message:received']

/** What Crisp tells of a conversation. One of a page that could not tell us of it itself is written down, if it is there: told again or too late, nothing
 *  that was erased comes back. */
export async function heard(p: Platform, { event, session, at }: Heard, crisp: Crisp = crispAt(crispOf(p))): Promise<void> {
  const now = p.clock.now()
  const moment = at < now ? at : now
  const key = p.vault.index('crisp_conversations.session_key', session)
  const row = await conversationNamed(p.db, key)
  if (event === 'session:removed' && row) {
    const after = await p.db.transaction().execute((trx) => forgetIn(p, trx, row))
    return after()
  }
  if (!said.includes(event)) return
  if (row) return void (await usedConversation(p.db, row.id, moment))
  if (moment < cutoff(holding['reference.conversation'].keep, now) || !(await crisp.has(session))) return
  await p.db.transaction().execute(async (trx) => {
    const { id: person_id, keys } = await p.vault.newPerson(trx, ['service'])
    const row = { id: randomUUID(), person_id }
    await insertConversation(trx, {
      ...row,
      ...keys.seal('crisp_conversations', row, { session }),
      session_key: key,
      of_account: false,
      created_at: moment,
      last_used_at: moment,
    })
  })
}
