import { disclose } from '../../../platform/egress'
import type { Platform } from '../../../platform/feature'
import type { Language } from '../../../std/words'
import { accountsOf } from '../../accounts'
import type { Own } from '../own'
import { threadPath } from '../paths'
import { everythingIn } from '../queries/messages'
import { nameOf } from '../view'
import { readSnapshot, type Snapshot, snapshotIn } from './snapshot'

export type Evidence = {
  about: { schema: 1; site: string; url: string; madeAt: string; thread: string }
  requester: string
  /** As the requester knows them: by first name where it was given, with the address that came with a reply. */
  other: { name: string; part: 'advertiser' | 'seeker'; gone: boolean; email?: string }
  messages: { from: 'requester' | 'other'; at: string; text: string }[]
  advert: Snapshot | null
}

/** What a conversation comes to, for one of its two: nothing that they did not see there. What is of the other goes into the other's ledger. */
export async function gather(p: Platform, { row, side, personId, other }: Own, lang: Language): Promise<Evidence> {
  const now = p.clock.now()
  return p.db.transaction().execute(async (db) => {
    const [people, keys] = [await accountsOf(p, db, [personId, other]), await p.vault.keys(db, [personId, other])]
    // Of who left, nothing is read any more, also while a hold keeps it.
    const rows = (await everythingIn(db, row.id)).filter(({ person_id }) => person_id === personId || person_id === other)
    const held = rows
      .map((message) => ({ message, body: keys.bind('messages', message).body }))
      .filter(({ body }) => body.may('disputes'))
    const theirs = held.find(({ message }) => message.person_id === other)
    const kept = side === 'advertiser' || row.advertiser_id ? await snapshotIn(p, db, row.id) : undefined
    const snapshot = kept?.may('disputes') ? kept : undefined
    if (other && side === 'seeker' && (theirs || snapshot))
      await disclose(p, db, other, 'seeker', 'disputes', {
        ...(theirs && { 'message.thread': theirs.body }),
        ...(snapshot && { 'advert.thread': snapshot }),
      })
    if (other && side === 'advertiser' && theirs)
      await disclose(p, db, other, 'advertiser', 'disputes', { 'message.thread': theirs.body })
    const known = nameOf(row, side, people, lang)
    const email = side === 'advertiser' && other ? people.get(other)?.email.open('messaging') : undefined
    return {
      about: {
        schema: 1,
        site: p.site.name,
        url: `${p.config.publicUrl}${threadPath(lang, row.public_id)}`,
        madeAt: now.toISOString(),
        thread: row.public_id,
      },
      requester: people.get(personId)?.firstName.open('messaging') ?? '',
      other: {
        name: known.name,
        part: side === 'seeker' ? 'advertiser' : 'seeker',
        gone: known.gone,
        ...(email ? { email } : {}),
      },
      messages: held.map(({ message, body }) => ({
        from: message.person_id === personId ? 'requester' : 'other',
        at: message.created_at.toISOString(),
        text: body.open('disputes'),
      })),
      advert: snapshot ? readSnapshot(snapshot.open('disputes')) : null,
    }
  })
}
