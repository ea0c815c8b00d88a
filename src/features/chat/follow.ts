import { randomUUID } from 'node:crypto'
import { minutes, seconds } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import { batch, consoles, desk, type Side, saidAfter } from './conversation'
import { anyConsole, type Chat, chatById, dropConsole, keepConsole } from './queries'
import { isOpen } from './rules'
import { chatOf } from './settings'

/** What a page that follows is told. */
export type Told = {
  messages?: { number: number; ours: boolean; text: string; at: string }[]
  /** The other one has the conversation open. */
  there?: boolean
  /** The other one is typing, a moment ago. */
  typing?: true
  /** A page of the desk is open, and it is within the hours. */
  open?: boolean
  /** The list of conversations is another. */
  changed?: true
  /** The conversation was erased. */
  erased?: true
}

/** After so long who follows asks again, so that who may no longer see it does not. */
const longest = minutes(10)
/** A page of the desk that says nothing for so long is closed. */
const silent = seconds(50)
const other = { visitor: 'staff', staff: 'visitor' } as const

/** Whether who follows may still. */
export type Still = () => Promise<boolean>

/** Counts as an open page of the desk while `following` goes on, and ends it when whose page it is may not read it any more. */
async function* atConsole(p: Platform, following: AsyncGenerator<Told>, still: Still): AsyncGenerator<Told, void, undefined> {
  const id = randomUUID()
  const here = () => keepConsole(p.db, id, new Date(p.clock.now().getTime() + silent))
  try {
    await here()
    await p.live.tell(p.db, consoles, 'console')
    for await (const told of following) {
      if (!(await still())) return
      yield told
      await here()
    }
  } finally {
    await dropConsole(p.db, id)
    await p.live.tell(p.db, consoles, 'console')
  }
}

/** Whether somebody is at the desk to answer, now. */
export const isStaffed = async (p: Platform): Promise<boolean> =>
  isOpen(chatOf(p.site).hours, p.clock.now()) && (await anyConsole(p.db)) !== undefined

async function* followSide(
  p: Platform,
  { id, person_id }: Chat,
  side: Side,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<Told, void, undefined> {
  const tell = (word: string) => p.live.tell(p.db, id, word)
  const until = performance.now() + longest
  let last = after
  try {
    for await (const heard of p.live.follow(side === 'visitor' ? [id, consoles] : [id], signal)) {
      const has = (...words: string[]) => words.some((word) => heard.has(word))
      if (has('began')) await tell(`hello-${side}`)
      if (has('erased', 'missed') && !(await chatById(p.db, id))) return yield { erased: true }
      if (has(`hello-${other[side]}`, `bye-${side}`)) await tell(`here-${side}`)
      const told: Told = {
        ...(has(`hello-${other[side]}`, `here-${other[side]}`)
          ? { there: true }
          : has(`bye-${other[side]}`)
            ? { there: false }
            : {}),
        ...(has(`typing-${other[side]}`) ? { typing: true } : {}),
        ...(side === 'visitor' && has('console', 'missed') ? { open: await isStaffed(p) } : {}),
      }
      // With nothing to tell, only what shows that it goes on.
      if (heard.size === 0 || has('began') || Object.keys(told).length > 0) yield told
      for (let some = batch; has('said', 'missed', 'began') && some === batch; ) {
        const messages = await saidAfter(p, p.db, { id, person_id }, last)
        some = messages.length
        last = messages.at(-1)?.number ?? last
        if (some > 0) yield { messages: messages.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) }
      }
      if (performance.now() > until) return
    }
  } finally {
    await tell(`bye-${side}`)
  }
}

/** Follows a conversation from after a number, for the visitor whose it is. */
export const followOwn = (p: Platform, chat: Chat, after: number, signal: AbortSignal) =>
  followSide(p, chat, 'visitor', after, signal)
/** The same for staff who opened it. */
export const followChat = (p: Platform, chat: Chat, after: number, signal: AbortSignal, still: Still) =>
  atConsole(p, followSide(p, chat, 'staff', after, signal), still)

async function* changes(p: Platform, signal: AbortSignal): AsyncGenerator<Told, void, undefined> {
  const until = performance.now() + longest
  for await (const heard of p.live.follow([desk], signal)) {
    yield heard.has('said') || heard.has('missed') ? { changed: true } : {}
    if (performance.now() > until) return
  }
}
/** Follows the list of conversations. */
export const followDesk = (p: Platform, signal: AbortSignal, still: Still) => atConsole(p, changes(p, signal), still)
