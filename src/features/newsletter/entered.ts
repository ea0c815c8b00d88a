// For a site that begins with a past: nobody is written to.
import { randomUUID } from 'node:crypto'
import { days } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { Language } from '../../std/words'
import { articleNow } from './letters'
import { insertDeliveries, insertLetter } from './queries'
import { enrol } from './subscribing'

/** Enters somebody who says yes at this moment by the clock of `p`, in the transaction of `db`. Answers who they are. */
export async function enterReader(p: Platform, db: Db, given: { email: string; language: Language }): Promise<string> {
  const { id: person, keys } = await p.vault.newPerson(db, ['service'])
  await enrol(p, db, keys, { ...given, person, how: 'mail' })
  return person
}

type Entered = { id: string; article: string; language: Language }
/** Enters a letter, in the transaction of `db`: a draft, or what went out to these people at some moment, as its article stands now. One whose article is not there is left out. */
export async function enterLetter(
  p: Platform,
  db: Db,
  { id, article, language }: Entered,
  sent?: { at: Date; to: readonly string[] },
): Promise<void> {
  const said = await articleNow(p, db, { article, language })
  if (!said) return
  const letter = { id, article, language }
  if (!sent) return void (await insertLetter(db, { ...letter, created_at: p.clock.now() }))
  const { at, to } = sent
  const written = new Date(at.getTime() - days(1))
  await insertLetter(db, { ...letter, ...said, created_at: written, send_at: at, began_at: at, ended_at: at })
  if (to.length > 0)
    await insertDeliveries(
      db,
      to.map((person_id) => ({ id: randomUUID(), person_id, letter_id: id, at })),
    )
}
