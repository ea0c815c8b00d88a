import type { Db } from '../../platform/db'
import type { DeskAct, DeskTarget, Platform } from '../../platform/feature'
import { whoStays } from '../../platform/people'
import { accountsOf } from '../accounts'
import { stateReasons } from '../desk'
import { resumeLapsed } from './freshness/queries'
import { rulesNamed } from './law'
import { paths } from './paths'
import { advertById, changeListing, claimById, decideClaim, giveListing, ownAdverts, setStatus } from './queries'
import { words } from './words'

/** Takes an advert from the public until somebody of the desk has looked at it. */
export async function hold(p: Platform, db: Db, id: string): Promise<void> {
  const advert = await advertById(db, id)
  if (!advert || advert.status === 'held') return
  await setStatus(db, id, 'held', p.clock.now())
  if (advert.person_id) await p.mail.queue(db, advert.person_id, 'listings.held', { listing: id })
  await p.emit(db, 'listing.changed', { listing: id, person: advert.person_id })
}

/** Tells the owner of an advert that rules held it back until somebody looks, with what those rules say. Comes with each place that holds one by itself. */
export async function heldByRules(
  p: Platform,
  db: Db,
  person: string,
  listing: string,
  against: readonly string[],
): Promise<void> {
  const language = (await accountsOf(p, db, [person])).get(person)?.language ?? 'en'
  const rules = rulesNamed(p.site, against)
  await stateReasons(p, db, 'rule', {
    person,
    target: 'listing',
    targetId: listing,
    decision: 'held',
    ground: against.every((id) => id.startsWith('wording-')) ? 'discrimination' : 'unlawful',
    facts: rules.flatMap(({ why, change }) => [why[language], change[language]]).join('\n'),
  })
}

/** Lets a held or refused advert stand in public. */
export async function release(p: Platform, db: Db, id: string): Promise<void> {
  const advert = await advertById(db, id)
  if (!advert || (advert.status !== 'held' && advert.status !== 'removed')) return
  // What it was held for is let stand, as long as its words are the same.
  const cleared = [...new Set([...advert.cleared, ...advert.against])]
  await changeListing(db, id, { status: 'published', against: [], cleared, updated_at: p.clock.now() }, p.clock.now())
  if (advert.person_id) {
    await p.mail.queue(db, advert.person_id, 'listings.released', { listing: id })
    await p.emit(db, 'measure.undone', { person: advert.person_id, target: 'listing', targetId: id })
  }
  await p.emit(db, 'listing.changed', { listing: id, person: advert.person_id })
}

/** Shows an advert again that paused because nobody said that its room is free; any other is left. */
async function resume(p: Platform, db: Db, id: string): Promise<void> {
  const advert = await resumeLapsed(db, id, p.clock.now())
  if (advert) await p.emit(db, 'listing.changed', { listing: id, person: advert.person_id })
}

/** Takes an advert from the public for good, unless its owner changes it. The desk gives the reasons. */
export async function refuse(p: Platform, db: Db, id: string): Promise<void> {
  const advert = await advertById(db, id)
  if (!advert) return
  await setStatus(db, id, 'removed', p.clock.now())
  await p.emit(db, 'listing.changed', { listing: id, person: advert.person_id })
}

/** Decides whether an imported advert is of who claims it, and tells them. Answers false when it was decided already. */
export async function settleClaim(p: Platform, db: Db, id: string, accepted: boolean): Promise<boolean> {
  const claim = await claimById(db, id)
  if (!claim || claim.decided_at !== null || claim.owner !== null) return false
  // Who ended meanwhile gets no advert.
  if (!(await whoStays(db, [claim.person_id])).has(claim.person_id)) return false
  await decideClaim(db, id, accepted, p.clock.now())
  if (accepted) await giveListing(db, claim.listing_id, claim.person_id, p.clock.now())
  await p.mail.queue(db, claim.person_id, accepted ? 'listings.claimed' : 'listings.notClaimed', { listing: claim.listing_id })
  if (accepted) await p.emit(db, 'listing.changed', { listing: claim.listing_id, person: claim.person_id })
  return true
}

const acts: Partial<Record<DeskAct, typeof release>> = { remove: refuse, release, resume }

/** An advert that was reported, as the desk sees it. */
export const reportedAdvert: DeskTarget = {
  async describe(_p, db, id, language) {
    const advert = await advertById(db, id)
    return (
      advert && {
        title: advert.title,
        href: paths(language).desk('adverts', id),
        state: words(language).mine.status[advert.status],
        parties: advert.person_id ? [{ person: advert.person_id, part: 'advertiser' as const }] : [],
      }
    )
  },
  async ofPerson(_p, db, person, language) {
    return (await ownAdverts(db, person)).map(({ id, title, status }) => ({
      id,
      title,
      href: paths(language).desk('adverts', id),
      state: words(language).mine.status[status],
    }))
  },
  acts: ['remove', 'release'],
  async act(p, db, id, act) {
    const run = acts[act]
    if (!run) throw new Error(`an advert has no act ${act}`)
    await run(p, db, id)
  },
}
