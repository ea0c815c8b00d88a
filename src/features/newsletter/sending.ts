import { randomUUID } from 'node:crypto'
import type { Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { whoStays } from '../../platform/people'
import { articleNow } from './letters'
import { dueLetters, insertDeliveries, lockLetter, stillToGet, updateLetter } from './queries'

/** So many are put in the outbox at once. */
const batch = 200

/** Writes down what a letter says, from its article: whatever is changed there later, everybody gets the same. Without its article it is a draft again. */
const begin = (p: Platform, id: string): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const letter = await lockLetter(trx, id)
    if (!letter?.send_at || letter.began_at) return
    const said = await articleNow(p, trx, letter)
    await updateLetter(trx, id, said ? { ...said, began_at: p.clock.now() } : { send_at: null })
  })

/** Puts a letter in the outbox for some of those who did not get it. Says whether there may be more of them. */
export const sendSome = (p: Platform, id: string, many = batch): Promise<boolean> =>
  p.db.transaction().execute(async (trx) => {
    const letter = await lockLetter(trx, id)
    if (!letter?.began_at || letter.ended_at) return false
    const { language, began_at } = letter
    const found = await stillToGet(trx, { id, language, began_at }, many)
    const stay = await whoStays(
      trx,
      found.map(({ person_id }) => person_id),
    )
    const readers = found.filter(({ person_id }) => stay.has(person_id))
    const at = p.clock.now()
    if (readers.length > 0)
      await insertDeliveries(
        trx,
        readers.map(({ person_id }) => ({ id: randomUUID(), person_id, letter_id: id, at })),
      )
    for (const reader of readers)
      await p.mail.queue(trx, reader.person_id, 'newsletter.letter', { letter: id, subscriber: reader.id })
    const isLast = found.length < many
    if (isLast) await updateLetter(trx, id, { ended_at: at })
    // Those who are just leaving are found again until they have left: that is for the next time.
    return !isLast && readers.length > 0
  })

export const sendJob = (p: Platform): JobSpec => ({
  // Every minute: what was stopped halfway goes on where it was.
  name: 'newsletter.send',
  cron: '* * * * *',
  retries: 0,
  async work(_, stopping) {
    for (const { id } of await dueLetters(p.db, p.clock.now())) {
      await begin(p, id)
      while (!stopping.aborted && (await sendSome(p, id)));
    }
  },
})
