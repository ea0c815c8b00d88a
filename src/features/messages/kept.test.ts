// What is left of messages: sealed everywhere, gone with their author, held when they were reported.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days } from '../../platform/clock'
import { erase } from '../../privacy'
import { signedUp } from '../accounts/testing'
import { advertOf, replied } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

/** Every value of every table, as text. */
async function everything(): Promise<string> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(site.p.db)
  const all = await Promise.all(
    rows.map(async ({ schema, name }) => {
      const found = await sql<{ line: string }>`select t::text as line from ${sql.table(`${schema}.${name}`)} t`.execute(
        site.p.db,
      )
      return found.rows.map(({ line }) => line).join('\n')
    }),
  )
  return all.join('\n')
}

describe('K13: the words of a message', () => {
  const canary = 'KANARIE-7f3a'
  test('lie in no table, job, outbox, letter or line of the log', async () => {
    const [an, bart] = [await signedUp(site, { firstName: 'An' }), await signedUp(site, { firstName: 'Bart' })]
    const advert = await advertOf(site, bart.personId, { title: 'ZICHTBAAR-9c1' })
    const thread = await replied(site, an, advert, `${canary} een`)
    await bart.visitor.post(thread, { text: `${canary} twee` })
    const given = { firstName: 'Gus', email: 'gus@example.org', userName: 'gus-zoekt', password: 'vier groene stoelen' }
    await site.visitor('203.0.113.5').post(`/nl/rooms/${advert.publicId}/reply`, { text: `${canary} wacht`, ...given })
    await an.visitor.post(thread, { text: `${canary}${'x'.repeat(5000)}` })
    const before = await everything()
    await site.mails()
    const all = before + (await everything()) + JSON.stringify(site.mailbox.letters) + site.logged.join('\n')
    // The search finds what does lie there as it is.
    expect(all).toContain('ZICHTBAAR-9c1')
    expect(all).not.toContain(canary)
    expect(all).not.toContain(Buffer.from(canary).toString('hex'))
    expect(all).not.toContain(Buffer.from(canary).toString('base64').slice(0, 12))
  })
})

describe('K15: who ends the account', () => {
  test('takes along what they wrote; the other keeps what is theirs and is told', async () => {
    const [an, bart] = [await signedUp(site, { firstName: 'An' }), await signedUp(site, { firstName: 'Bart' })]
    const thread = await replied(site, an, await advertOf(site, bart.personId), 'Woorden van An')
    await bart.visitor.post(thread, { text: 'Woorden van Bart' })
    await erase(site.p, an.personId)
    const seen = await bart.visitor.get(thread)
    expect(seen.text).toContain('Deze persoon heeft het account beëindigd')
    expect(seen.text).toContain('Woorden van Bart')
    expect(seen.text).not.toContain('Woorden van An')
    expect(seen.html).not.toContain(an.email)
    expect((await bart.visitor.get('/nl/messages')).text).toMatch(/Iemand die weg is .*Account beëindigd/)
    const refused = await bart.visitor.post(thread, { text: 'Ben je er nog?' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Ben je er nog?')

    await erase(site.p, bart.personId)
    const id = thread.split('/').at(-1)!
    expect(await site.p.db.selectFrom('threads').select('id').where('public_id', '=', id).execute()).toEqual([])
  })

  test('as an advertiser: the seeker still sees what they sent, and to which advert', async () => {
    const [an, bart] = [await signedUp(site, { firstName: 'An' }), await signedUp(site, { firstName: 'Bart' })]
    const thread = await replied(site, an, await advertOf(site, bart.personId), 'Woorden van An')
    await bart.visitor.post(thread, { text: 'Woorden van Bart' })
    await erase(site.p, bart.personId)
    const seen = await an.visitor.get(thread)
    expect(seen.text).toContain('Woorden van An')
    expect(seen.text).not.toContain('Woorden van Bart')
    expect(seen.text).toContain('Staat niet meer online')
    expect((await an.visitor.get('/nl/messages?box=sent')).text).toMatch(/Kot in Leuven.*Woorden van An/)
  })
})

describe('a reported thread', () => {
  test('is held for its term, also when both end their account, and is not read by the other meanwhile', async () => {
    const [an, bart] = [await signedUp(site, { firstName: 'An' }), await signedUp(site, { firstName: 'Bart' })]
    const thread = await replied(site, an, await advertOf(site, bart.personId), 'Een vreemde vraag')
    const form = await bart.visitor.get(`${thread}/report`)
    expect(form.text).toContain('minstens 90 dagen')
    const answer = await bart.visitor.post(`${thread}/report`, {
      reason: 'scam',
      explanation: 'Vraagt geld vooraf',
      goodFaith: '1',
    })
    expect(answer.status).toBe(303)
    await an.visitor.post(thread, { text: 'Na de melding geschreven' })
    const holds = await site.p.db
      .selectFrom('holds')
      .select(['held_table', 'until'])
      .where('person_id', '=', an.personId)
      .execute()
    const until = new Date(site.clock.now().getTime() + days(90))
    expect(holds).toEqual([
      { held_table: 'messages', until },
      { held_table: 'messages', until },
    ])
    expect((await an.visitor.get('/nl/account/data')).text).toMatch(/Wat we nog niet wissen.*vastgehouden tot 19 februari 2027/)

    const receipt = await erase(site.p, an.personId)
    expect(receipt.kept.map(({ holding, until }) => `${holding} ${until}`)).toContain('message.thread 2027-02-19')
    const seen = await bart.visitor.get(thread)
    expect(seen.status).toBe(200)
    expect(seen.text).not.toContain('Een vreemde vraag')
    await erase(site.p, bart.personId)
    const left = () => site.p.db.selectFrom('messages').select('id').where('person_id', '=', an.personId).execute()
    expect(await left()).toHaveLength(2)
    site.clock.pass(days(92))
    const { sweep } = await import('../../privacy')
    await sweep(site.p)
    expect(await left()).toEqual([])
  })

  test('says what is missing in the report, and keeps what was written', async () => {
    const [an, bart] = [await signedUp(site, { firstName: 'An' }), await signedUp(site, { firstName: 'Bart' })]
    const thread = await replied(site, an, await advertOf(site, bart.personId), 'Dag')
    const answer = await bart.visitor.post(`${thread}/report`, { explanation: 'Mijn uitleg' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Mijn uitleg')
  })
})
