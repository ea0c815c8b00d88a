import { randomUUID } from 'node:crypto'
import { days as daysOf } from '../../platform/clock'
import type { Db } from '../../platform/db'
import { disclose, disclosing } from '../../platform/egress'
import type { Feature, Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { erase, eraseIn } from '../../privacy'
import { cutoff, holding } from '../../register'
import { type Conversation, conversationsIn, conversationsOf, deleteConversation, erasureById, insertErasure } from './queries'
import { crispAt } from './rest'
import { crispOf } from './settings'

const [eraseJob, oldJob] = ['crisp.erase', 'crisp.old']

/** So long Crisp is asked by the program alone; then staff see it too. */
export const patience = daysOf(1)

/** Has Crisp erase a conversation, in the transaction of `db`: what it calls it is kept under a key of its own until it has. Answers whether Crisp has any. */
export async function eraseAtCrisp(p: Platform, db: Db, row: Conversation): Promise<boolean> {
  const session = (await p.vault.keys(db, [row.person_id])).bind('crisp_conversations', row).session?.open('rights')
  if (!session) return false
  const { id: person_id, keys } = await p.vault.newPerson(db, ['farewell'])
  const erasure = { id: randomUUID(), person_id }
  await insertErasure(db, {
    ...erasure,
    ...keys.seal('crisp_erasures', erasure, { session }),
    created_at: p.clock.now(),
  })
  await p.jobs.send(db, eraseJob, { erasure: erasure.id })
  return true
}

/** Forgets a conversation here, in the transaction of `db`: with the person who was made for it, or from an account, which stays. Answers what to do once it is
 *  committed. */
export async function forgetIn(p: Platform, db: Db, { id, person_id, of_account }: Conversation): Promise<() => Promise<void>> {
  await deleteConversation(db, id)
  return of_account ? async () => {} : (await eraseIn(p, db, person_id)).after
}

/** Erases a conversation here, and queues that Crisp does. */
export async function eraseConversation(p: Platform, row: Conversation): Promise<void> {
  const after = await p.db.transaction().execute(async (trx) => {
    await eraseAtCrisp(p, trx, row)
    return forgetIn(p, trx, row)
  })
  await after()
}

/** Of somebody who is erased, Crisp erases every conversation. Of what else became of their data there is nothing to tell: it has what they say there alone. */
export const tells: NonNullable<Feature['tells']> = {
  async chat(p, db, { change, person }) {
    if (change !== 'erased') return false
    let any = false
    for (const row of await conversationsOf(db, person)) any = (await eraseAtCrisp(p, db, row)) || any
    return any
  },
}

/** What rested on a yes that was taken back goes, here and there. */
export const tellsTakenBack: NonNullable<Feature['tellsTakenBack']> = {
  async chat(p, { browser }) {
    for (const row of browser ? await conversationsIn(p.db, browser) : []) await eraseConversation(p, row)
  },
}

/** Crisp erased it, or staff did: what it called it goes, with its key. */
export async function erasedAtCrisp(p: Platform, by: 'program' | 'staff', person: string): Promise<void> {
  await erase(p, person)
  p.log('crisp.erased', { by })
}

export const jobs = (p: Platform): JobSpec[] => [
  {
    // For a day and a half, with growing pauses.
    name: eraseJob,
    retries: 12,
    async work({ erasure = '' }) {
      const row = await erasureById(p.db, erasure)
      if (!row) return
      const { session } = (await p.vault.keys(p.db, [row.person_id])).bind('crisp_erasures', row)
      const { told, takeBack } = await disclosing(p.db, (trx) =>
        disclose(p, trx, row.person_id, 'chat', 'rights', { 'reference.erasing': session }),
      )
      try {
        await crispAt(crispOf(p)).erase(told['reference.erasing'])
      } catch (error) {
        await takeBack()
        throw error
      }
      await erasedAtCrisp(p, 'program', row.person_id)
    },
  },
  {
    // What Crisp keeps is kept no longer there than we say, whether or not we ever knew of it.
    name: oldJob,
    cron: '23 4 * * *',
    async work(_data, stopping) {
      const crisp = crispAt(crispOf(p))
      for (const session of await crisp.before(cutoff(holding['reference.conversation'].keep, p.clock.now()))) {
        if (stopping.aborted) return
        await crisp.erase(session)
      }
    },
  },
]
