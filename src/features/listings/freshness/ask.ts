import { days } from '../../../platform/clock'
import type { Platform } from '../../../platform/feature'
import type { JobSpec } from '../../../platform/jobs'
import { dateIn } from '../../../std/written'
import { accountsOf } from '../../accounts'
import { stateReasons } from '../../desk'
import { askedAtOf, noteAsked, ownersToAsk, pauseUnanswered } from './queries'
import { words } from './words'

/** An advert is asked about when its owner has said nothing of it for so long; */
export const askAfter = days(21)
/** those that would be due within a week are asked about in the same mail; */
const along = days(7)
/** and it pauses when the mail stays unanswered for so long. */
export const pauseAfter = days(7)
/** A visitor's word that it is let makes us ask at once, but not more often than this. */
const askAgainAfter = days(3)

const many = 200

/** Asks every owner, in one mail each, whether their adverts are still free. Says how many were asked. */
export async function askOwners(p: Platform): Promise<number> {
  const now = p.clock.now()
  const ago = (time: number) => new Date(now.getTime() - time)
  const owners = await ownersToAsk(p.db, ago(askAfter), many)
  for (const person of owners)
    await p.db.transaction().execute(async (trx) => {
      await noteAsked(trx, person, { before: ago(askAfter - along) }, now)
      await p.mail.queue(trx, person, 'listings.stillFree')
    })
  return owners.length < many ? owners.length : owners.length + (await askOwners(p))
}

/** Pauses what nobody answered for, and tells each owner in one mail: a computer decides that, by a rule (G9). Says how many adverts paused. */
export const pauseSilent = (p: Platform): Promise<number> =>
  p.db.transaction().execute(async (trx) => {
    const now = p.clock.now()
    const paused = await pauseUnanswered(trx, new Date(now.getTime() - pauseAfter), now)
    const owners = [...new Set(paused.map(({ person }) => person))]
    const accounts = await accountsOf(p, trx, owners)
    for (const { id, person, asked } of paused) {
      const language = accounts.get(person)?.language ?? 'en'
      const facts = words(language).facts(dateIn(asked, language), dateIn(now, language))
      const what = { person, target: 'listing', targetId: id, decision: 'paused', ground: 'unconfirmed' } as const
      await stateReasons(p, trx, 'rule', { ...what, facts, ownMail: true })
      await p.emit(trx, 'listing.changed', { listing: id, person })
    }
    for (const person of owners) await p.mail.queue(trx, person, 'listings.lapsed')
    return paused.length
  })

/** A visitor heard that this advert is let: its owner is asked now, unless that was done lately. */
export const askAbout = (p: Platform, listing: string): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const now = p.clock.now()
    const advert = await askedAtOf(trx, listing)
    if (!advert?.person_id || (advert.asked_at && now.getTime() - advert.asked_at.getTime() < askAgainAfter)) return
    await noteAsked(trx, advert.person_id, { listing }, now)
    await p.mail.queue(trx, advert.person_id, 'listings.stillFree')
  })

export const freshnessJob = (p: Platform): JobSpec => ({
  name: 'listings.freshness',
  cron: '10 6 * * *',
  async work() {
    await pauseSilent(p)
    await askOwners(p)
  },
})
