import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { rowsIn } from '../app/testing/rows'
import { type SignedUp, signedUp } from '../features/accounts/testing'
import { newDraft, ownDraft } from '../features/listings/draft'
import { placed } from '../features/listings/testing'
import { keepReply } from '../features/messages/pending'
import { advertOf, replied } from '../features/messages/testing'
import { erase, eraseIn } from './erase'
import { hold } from './holds'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

/** Until somebody on this database waits for a lock. */
async function untilOneWaits(): Promise<void> {
  for (;;) {
    const { rows } =
      await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(site.p.db)
    if (rows.length > 0) return
  }
}

/** Erases a person while something else of theirs is under way: begun before the erasure is committed, gone on with after it. */
async function whileErased<T>(person: string, act: () => Promise<T>): Promise<T | { refused: unknown }> {
  const { p } = site
  const { acting, after } = await p.db.transaction().execute(async (trx) => {
    const { after } = await eraseIn(p, trx, person)
    const acting = act().catch((refused: unknown) => ({ refused }))
    await untilOneWaits()
    return { acting, after }
  })
  await after()
  return acting
}

/** Bart, of whom a reported conversation holds a message: something of him stays. */
async function heldBart(): Promise<SignedUp> {
  const bart = await signedUp(site, { firstName: 'Bart' })
  const an = await signedUp(site, { firstName: 'An' })
  const thread = await replied(site, an, await advertOf(site, bart.personId), 'Dag Bart')
  await bart.visitor.post(thread, { text: 'Dag An' })
  const written = await site.p.db.selectFrom('messages').select('id').where('person_id', '=', bart.personId).execute()
  const until = new Date('2027-05-21T12:00:00Z')
  await site.p.db.transaction().execute((trx) =>
    hold(
      site.p,
      trx,
      written.map(({ id }) => ({ table: 'messages', id }) as const),
      { ground: 'report', about: an.personId, until },
    ),
  )
  return bart
}

const ownedBy = async (person: string) => {
  const { p } = site
  const listings = await p.db.selectFrom('listings').select('id').where('person_id', '=', person).execute()
  const threads = await p.db
    .selectFrom('threads')
    .select('id')
    .where((is) => is.or([is('seeker_id', '=', person), is('advertiser_id', '=', person)]))
    .execute()
  const keys = await p.db.selectFrom('person_keys').select('class').where('person_id', '=', person).execute()
  return { listings, threads, keys: keys.map((row) => row.class) }
}
const nothing = { listings: [], threads: [], keys: ['messages'] }

describe('K27, G3: what was under way while an account ended, some of it held', () => {
  test('publishes no advert, and makes no keys', async () => {
    const bart = await heldBart()
    expect(await whileErased(bart.personId, () => placed(site, bart.personId))).toMatchObject({ refused: { status: 404 } })
    expect(await ownedBy(bart.personId)).toEqual(nothing)
    const { p } = site
    await expect(p.vault.keysToSeal(p.db, bart.personId, ['service'])).rejects.toMatchObject({ status: 404 })
    expect(await ownedBy(bart.personId)).toEqual(nothing)
  })

  test('replies to nobody, and nobody replies to it; who wrote has the words back', async () => {
    const [bart, an] = [await heldBart(), await signedUp(site, { firstName: 'An' })]
    const advert = await advertOf(site, bart.personId)
    const answer = await whileErased(bart.personId, () =>
      an.visitor.post(`/nl/rooms/${advert.publicId}/reply`, { text: 'Is de kamer nog vrij?' }),
    )
    expect(answer).toMatchObject({ status: 404, text: expect.stringContaining('Is de kamer nog vrij?') })
    expect(await ownedBy(bart.personId)).toEqual(nothing)
    expect((await ownedBy(an.personId)).threads).toEqual([])

    const other = await heldBart()
    const room = await advertOf(site, an.personId)
    const seeker = await whileErased(other.personId, () =>
      other.visitor.post(`/nl/rooms/${room.publicId}/reply`, { text: 'Dag' }),
    )
    expect(seeker).toMatchObject({ status: 404 })
    expect(await ownedBy(other.personId)).toEqual(nothing)
  })

  test('keeps no draft, favourite or reply that waits', async () => {
    const { p } = site
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertOf(site, an.personId)
    const acts: ((bart: SignedUp) => Promise<unknown>)[] = [
      (bart) => bart.visitor.post(`/nl/rooms/${advert.publicId}/favourite`, { keep: '1' }),
      ({ personId }) => p.db.transaction().execute((trx) => newDraft(p, trx, personId, { typed: {}, photos: [], done: [] })),
      ({ personId }) => p.db.transaction().execute((trx) => keepReply(p, trx, personId, advert.id, 'Dag')),
    ]
    for (const act of acts) {
      const bart = await heldBart()
      const answer = await whileErased(bart.personId, () => act(bart))
      expect([answer, { refused: answer }]).toContainEqual(
        expect.objectContaining({ refused: expect.objectContaining({ status: 404 }) }),
      )
      for (const table of ['favourites', 'drafts', 'pending_replies'] as const)
        expect(await p.db.selectFrom(table).select('id').where('person_id', '=', bart.personId).execute()).toEqual([])
    }
  })

  test('leaves who keeps one of its adverts at that moment with a page that says it is gone', async () => {
    const [bart, an] = [await signedUp(site, { firstName: 'Bart' }), await signedUp(site, { firstName: 'An' })]
    const advert = await advertOf(site, bart.personId)
    const keep = () => an.visitor.post(`/nl/rooms/${advert.publicId}/favourite`, { keep: '1' })
    expect(await whileErased(bart.personId, keep)).toMatchObject({ status: 404 })
    expect(site.logged.join('\n')).not.toContain('"event":"bug"')
  })

  test('and the two that wait for each other come to an end, both', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { p } = site
    const start = () => newDraft(p, p.db, bart.personId, { typed: {}, photos: [], done: [] })
    const draft = await start()
    let erasing: Promise<unknown> | undefined
    const editing = p.db.transaction().execute(async (trx) => {
      await ownDraft(p, trx, draft, bart.personId, true)
      erasing ??= erase(p, bart.personId)
      await untilOneWaits()
      await p.vault.keysToSeal(trx, bart.personId, ['service'])
    })
    const [edited] = await Promise.allSettled([editing])
    await erasing
    if (edited.status === 'rejected') expect(edited.reason).toMatchObject({ status: 404 })
    expect(await p.db.selectFrom('people').select('id').where('id', '=', bart.personId).execute()).toEqual([])
  })

  test('gets no letter', async () => {
    const bart = await heldBart()
    const { p } = site
    await whileErased(bart.personId, () => p.db.transaction().execute((trx) => p.mail.queue(trx, bart.personId, 'desk.dormant')))
    expect(await rowsIn(p.db, 'outbox', { person_id: bart.personId })).toEqual([])
  })
})
