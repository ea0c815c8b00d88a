import type { Db } from '../../../platform/db'
import type { Events, Platform } from '../../../platform/feature'
import { whoStays } from '../../../platform/people'
import { takenAsScam } from '../../desk'
import { freeAmong, markWarned, markWithdrawn, pointAtOther, pointAtOwn, seekersOf } from './queries'

type Marked = readonly { id: string; seeker_id: string | null }[]

/** One mail to each, whatever the number of conversations, and in the transaction that marked them: what is done again finds nobody left to tell. */
async function tell(p: Platform, db: Db, marked: Marked, template: 'messages.warned' | 'messages.withdrawn'): Promise<void> {
  for (const [seeker, threads] of Map.groupBy(marked, ({ seeker_id }) => seeker_id))
    if (seeker) await p.mail.queue(db, seeker, template, { threads: threads.map(({ id }) => id).join(',') })
}

/** Adverts of this person that the desk took away as a swindle and that it did not let be public again. */
export async function standingAgainst(db: Db, person: string): Promise<string[]> {
  const taken = await takenAsScam(db, person)
  const free = await freeAmong(db, taken)
  return taken.filter((listing) => !free.has(listing))
}

/** An advert that is taken away as a swindle says something of who placed it: whoever wrote with them about any advert is warned. */
export async function warn(p: Platform, db: Db, measure: Events['measure.taken']): Promise<void> {
  const { person, target, targetId, decision, ground } = measure
  if (target !== 'listing' || decision !== 'removed' || ground !== 'scam') return
  await whoStays(db, await seekersOf(db, person))
  await tell(p, db, await markWarned(db, person, targetId, p.clock.now()), 'messages.warned')
  await pointAtOwn(db, targetId)
}

/** The desk found that an advert may be public after all: who was warned because of it is told so, unless another still stands against its advertiser. */
export async function withdraw(p: Platform, db: Db, { person, target, targetId }: Events['measure.undone']): Promise<void> {
  if (target !== 'listing') return
  const other = (await standingAgainst(db, person)).find((listing) => listing !== targetId)
  if (other) {
    await pointAtOther(db, person, targetId, other)
    return
  }
  await whoStays(db, await seekersOf(db, person))
  await tell(p, db, await markWithdrawn(db, person, targetId, p.clock.now()), 'messages.withdrawn')
}
