import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { type Advert, publicAdvert } from './queries/adverts'
import { blocksBetween } from './queries/blocks'
import { deletePending, insertPending, movePending, pendingOf } from './queries/pending'
import { type ReplyRefusal, refusalOf } from './rules'
import { sendReply } from './write'

/** Keeps the reply of somebody whose address is not confirmed yet, sealed under the registering person's own key. */
export async function keepReply(p: Platform, db: Db, person: string, listing: string, text: string): Promise<void> {
  const keys = await p.vault.keysToSeal(db, person, ['messages'])
  const row = { id: randomUUID(), person_id: person }
  await insertPending(db, {
    ...row,
    ...keys.seal('pending_replies', row, { body: text }),
    listing_id: listing,
    created_at: p.clock.now(),
  })
}

/** The advert a reply is for, or why it cannot go there (any more). */
export async function whetherToReply(
  p: Platform,
  db: Db,
  listing: string | null,
  seeker: string,
): Promise<{ advert: Advert; refusal?: undefined } | { advert?: Advert; refusal: ReplyRefusal }> {
  const advert = listing ? await publicAdvert(db, p.clock.now(), { id: listing }) : undefined
  if (!advert) return { refusal: 'gone' }
  const refusal = refusalOf(advert, seeker, await blocksBetween(db, seeker, advert.person_id))
  return refusal ? { advert, refusal } : { advert }
}

/** Sends what waited for the address to be confirmed. What cannot be sent any more, or has to be read by its owner first, goes to the confirmed person, who finds it under
 *  Messages for the rest of its term: nobody's words are lost. */
export async function sendPending(p: Platform, db: Db, { person, former }: { person: string; former: string }): Promise<void> {
  const waiting = await pendingOf(db, former)
  if (waiting.length === 0) return
  const [keys, own] = [await p.vault.keys(db, [former]), await p.vault.keysToSeal(db, person, ['messages'])]
  for (const row of waiting) {
    const text = keys.bind('pending_replies', row).body.open('messaging')
    const { advert, refusal } = await whetherToReply(p, db, row.listing_id, person)
    // Somebody else may have written it with this person's address: an account that was there before sends it only when its owner has read it.
    if (!refusal && person === former && (await sendReply(p, db, advert, person, text))) {
      await deletePending(db, row.id, former)
      continue
    }
    const place = { id: row.id, person_id: person }
    await movePending(db, row.id, person, own.seal('pending_replies', place, { body: text }).body)
    if (refusal || person === former) await p.mail.queue(db, person, 'messages.unsent', { reply: row.id })
  }
}

export type Unsent = { id: string; text: string; since: Date; advert?: Advert | undefined; refusal?: ReplyRefusal | undefined }

/** Replies of a person that could not be sent. One without a refusal can be sent now. */
export async function unsentOf(p: Platform, db: Db, person: string): Promise<Unsent[]> {
  const rows = await pendingOf(db, person)
  if (rows.length === 0) return []
  const keys = await p.vault.keys(db, [person])
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      text: keys.bind('pending_replies', row).body.open('messaging'),
      since: row.created_at,
      ...(await whetherToReply(p, db, row.listing_id, person)),
    })),
  )
}
