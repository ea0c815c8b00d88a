import { randomUUID } from 'node:crypto'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import type { JobSpec } from '../../../platform/jobs'
import { mustStay, whoStays } from '../../../platform/people'
import type { DeclineReason, Outcome } from '../../../register/tables/messages'
import { blocksBetween } from '../queries/blocks'
import { dueParting, insertParting, partingsOf, takeParting } from '../queries/partings'
import { setOutcome } from '../queries/replies'
import { type ThreadRow, threadById } from '../queries/threads'
import { endViewings } from '../viewings/acts'
import { sendMessage } from '../write'
import { undoFor } from './status'

export type Farewell = { thread: Pick<ThreadRow, 'id'>; outcome: Outcome; reason: DeclineReason | null; text: string }

/** Says farewell to some who replied, each in a message of their own, once it can no longer be taken back. Run it in a transaction. */
export async function sayFarewell(p: Platform, db: Db, advertiser: string, farewells: readonly Farewell[]): Promise<void> {
  await mustStay(db, advertiser)
  const keys = await p.vault.keysToSeal(db, advertiser, ['messages'])
  const due_at = new Date(p.clock.now().getTime() + undoFor)
  for (const { thread, outcome, reason, text } of farewells) {
    const row = { id: randomUUID(), person_id: advertiser }
    await insertParting(db, {
      ...row,
      ...keys.seal('partings', row, { body: text }),
      thread_id: thread.id,
      outcome,
      reason,
      due_at,
    })
  }
}

/** Takes back what has not left yet. Answers how many. */
export async function takeBack(p: Platform, db: Db, listing: string, advertiser: string): Promise<number> {
  const still = (await partingsOf(db, listing, advertiser)).filter((parting) => parting.due_at > p.clock.now())
  let taken = 0
  for (const { id } of still) if (await takeParting(db, id)) taken++
  return taken
}

type Due = NonNullable<Awaited<ReturnType<typeof dueParting>>>
async function send(p: Platform, db: Db, due: Due): Promise<void> {
  const thread = await threadById(db, due.thread_id)
  const staying = await whoStays(db, [due.person_id, thread?.seeker_id ?? null])
  if (!(await takeParting(db, due.id)) || !thread || !staying.has(due.person_id)) return
  const text = (await p.vault.keys(db, [due.person_id])).bind('partings', due).body.open('messaging')
  await setOutcome(db, thread.id, due.outcome, due.reason)
  if (due.outcome !== 'rented') await endViewings(db, [thread.id], due.outcome === 'elsewhere' ? thread.listing_id : null)
  const { byMe, byOther } = await blocksBetween(db, due.person_id, thread.seeker_id)
  if (thread.seeker_id && staying.has(thread.seeker_id) && !byMe && !byOther)
    await sendMessage(p, db, thread.id, due.person_id, text)
}

/** Sends the farewells whose time has come. One that fails keeps no other: it is tried again next time. */
export async function sendFarewells(p: Platform): Promise<void> {
  const failed: string[] = []
  for (;;) {
    const due = await dueParting(p.db, p.clock.now(), failed)
    if (!due) break
    await p.db
      .transaction()
      .execute((trx) => send(p, trx, due))
      .catch((error: unknown) => {
        failed.push(due.id)
        p.log('messages.farewell', { error: error instanceof Error && 'code' in error ? String(error.code) : 'failed' })
      })
  }
}

export const farewellJob = (p: Platform): JobSpec => ({
  name: 'messages.farewells',
  work: () => sendFarewells(p),
  cron: '* * * * *',
})
