import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days } from '../../platform/clock'
import { Held } from '../../platform/vault'
import { erase, ordered, restrict, sweep } from '../../privacy'
import { cutoff, holding } from '../../register'
import { type SignedUp, signedUp } from '../accounts/testing'
import { report } from '../desk'
import { memberOfStaff } from '../desk/testing'
import { placed } from '../listings/testing'
import { tend } from './demands'

const zoe = 'zoe@buren.example'
let site: TestSite
let an: SignedUp
let bart: SignedUp
let ola: Awaited<ReturnType<typeof memberOfStaff>>
let owen: Awaited<ReturnType<typeof memberOfStaff>>
const full = { authority: 'Lokale politie Leuven', reference: 'LE.20.L3.001234/2026', ground: 'artikel 46bis Sv.' }
const period = { from: '2026-11-01', until: '2026-11-30' }

beforeAll(async () => {
  site = await testSite()
  ola = await memberOfStaff(site, 'officer', { firstName: 'Ola' })
  owen = await memberOfStaff(site, 'owner', { firstName: 'Owen' })
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.p.db.deleteFrom('rate_limits').execute()
  await site.p.db.deleteFrom('demands').execute()
  await site.p.files.remove('demands')
  await site.p.db.updateTable('sessions').set({ second_factor_at: site.clock.now(), last_used_at: site.clock.now() }).execute()
  an = await signedUp(site, { firstName: 'An' })
  bart = await signedUp(site, { firstName: 'Bart' })
  await site.mails()
})

/** Ola draws a demand up. Answers its page. */
async function drawn(given: Record<string, string | string[]>) {
  const made = await ola.visitor.post('/nl/desk/demands', { ...full, ...period, ...given })
  expect([made.status, made.status === 422 ? made.text : '']).toEqual([303, ''])
  return made.location ?? ''
}
/** Owen approves it, and Ola fetches its file. */
async function handed(given: Record<string, string | string[]>, how: Record<string, string> = {}) {
  const at = await drawn(given)
  await owen.visitor.post(`${at}/approval`)
  const answer = await ola.visitor.post(`${at}/file`, how)
  expect(answer.status).toBe(200)
  const file: unknown = answer.json()
  return { at, answer, text: answer.html, file }
}
const linesOf = (person: string) =>
  site.p.db
    .selectFrom('disclosures')
    .select(['purpose', 'holdings', 'silent_until'])
    .where('person_id', '=', person)
    .where('recipient', '=', 'authority')
    .execute()

describe('G11: what an authority demands', () => {
  test('is answered with exactly that: nothing of others, no other data, no other time', async () => {
    const { p } = site
    const advert = await placed(site, bart.personId)
    await placed(site, an.personId)
    const notice = { target: 'listing', targetId: advert.id, reason: 'scam', language: 'nl', reporter: an.personId } as const
    const before = await report(p, p.db, { ...notice, explanation: 'Van voor de periode, in oktober.' })
    await p.db
      .updateTable('reports')
      .set({ created_at: new Date('2026-10-31T22:59:59Z') })
      .where('id', '=', before)
      .execute()
    const first = await report(p, p.db, { ...notice, explanation: 'Van de eerste seconde van november.' })
    await p.db
      .updateTable('reports')
      .set({ created_at: new Date('2026-10-31T23:00:00Z') })
      .where('id', '=', first)
      .execute()
    const after = await report(p, p.db, { ...notice, explanation: 'Van erna, in december.' })
    await p.db
      .updateTable('reports')
      .set({ created_at: new Date('2026-11-30T23:00:00Z') })
      .where('id', '=', after)
      .execute()
    await report(p, p.db, { ...notice, reporter: bart.personId, explanation: 'Van Bart, ook in november.' })
    const { at, text, answer, file } = await handed({ who: an.email, holdings: ['email.account', 'report.notice'] })
    expect((await ola.visitor.get(at)).text).toContain('In zoveel logboeken 1')
    expect(text).toContain(an.email)
    expect(text).toContain('Van de eerste seconde van november.')
    for (const not of ['Van voor de periode', 'Van erna', 'Van Bart', bart.email, bart.personId, an.userName, '"An"', 'argon2'])
      expect(text).not.toContain(not)
    expect(
      Object(file)
        .records.map(({ holding }: { holding: string }) => holding)
        .toSorted(),
    ).toEqual(['email.account', 'report.notice'])
    const [row] = await p.db.selectFrom('demands').select(['hash', 'rows', 'people', 'asked_by', 'approved_by']).execute()
    expect(row).toMatchObject({ rows: 2, people: 1, asked_by: ola.personId, approved_by: owen.personId })
    expect(row?.hash).toBe(createHash('sha256').update(answer.bytes).digest('hex'))
    expect(await linesOf(an.personId)).toEqual([
      { purpose: 'orders', holdings: expect.arrayContaining(['email.account', 'report.notice']), silent_until: null },
    ])
    expect(await linesOf(bart.personId)).toEqual([])
  })

  test('finds people by exact address, also without an account, by user name, and by the number of an advert', async () => {
    const { p } = site
    const advert = await placed(site, bart.personId)
    const notice = {
      target: 'listing',
      targetId: advert.id,
      reason: 'other',
      language: 'nl',
      reporter: null,
      contact: zoe,
    } as const
    await report(p, p.db, { ...notice, explanation: 'Iets van Zoë zonder account.' })
    const who = `${advert.publicId}\n${an.userName}\n\n${zoe}`
    const { text } = await handed({ who, holdings: ['email.account', 'email.notice'] })
    for (const found of [bart.email, an.email, zoe]) expect(text).toContain(found)
    const nobody = await ola.visitor.post('/nl/desk/demands', { ...full, ...period, who: 'an@', holdings: 'email.account' })
    expect([nobody.status, nobody.text.includes('Niemand gevonden onder: an@')]).toEqual([422, true])
    expect(nobody.html).toContain('value="Lokale politie Leuven"')
  })

  test('is opened as what it is, also of who has their data restricted: an order, of what it names, as the ledger says', async () => {
    const { p } = site
    const advert = await placed(site, bart.personId)
    const notice = { target: 'listing', targetId: advert.id, reason: 'scam', language: 'nl', reporter: an.personId } as const
    await report(p, p.db, { ...notice, explanation: 'Iets van An.' })
    await restrict(p, an.personId, { ground: 'claims' })
    const opened = new Set<string>()
    const keys: typeof p.vault.keys = async (db, people) => {
      const ring = await p.vault.keys(db, people)
      const bind = ring.bindRow.bind(ring)
      ring.bindRow = (table, row) =>
        Object.fromEntries(
          Object.entries(bind(table, row)).map(([column, held]) => [
            column,
            held &&
              new Held(
                held.holding,
                held.personId,
                column,
                (purpose) => {
                  opened.add(`${held.holding} for ${purpose}`)
                  return held.open(purpose)
                },
                held.may,
              ),
          ]),
        )
      return ring
    }
    const watched = Object.create(p, { vault: { value: { ...p.vault, keys } } })
    const holdings = ['email.account', 'report.notice'] as const
    await p.db.transaction().execute((trx) => ordered(watched, trx, { people: [an.personId], holdings, ...period }))
    expect(opened).toEqual(new Set(['email.account for orders', 'report.notice for orders']))
    await handed({ who: an.email, holdings: [...holdings] })
    expect(await linesOf(an.personId)).toEqual([
      { purpose: 'orders', holdings: expect.arrayContaining([...holdings]), silent_until: null },
    ])
  })

  test('never has what no authority may have, such as the print of a password', async () => {
    for (const holdings of ['password.account', 'favourites.account', 'openings.ledger', 'request.desk'])
      expect((await ola.visitor.post('/nl/desk/demands', { ...full, ...period, who: an.email, holdings })).status).toBe(422)
    expect((await ola.visitor.post('/nl/desk/demands', { ...full, ...period, who: an.email })).status).toBe(422)
    const backwards = { ...full, from: '2026-11-30', until: '2026-11-01', who: an.email, holdings: 'email.account' }
    expect((await ola.visitor.post('/nl/desk/demands', backwards)).status).toBe(422)
    expect(await site.p.db.selectFrom('demands').select('id').execute()).toEqual([])
  })

  test('is approved by another than who drew it up, where there is another', async () => {
    const at = await drawn({ who: an.email, holdings: 'email.account' })
    expect((await ola.visitor.get(at)).text).toContain('Een collega met dezelfde rechten moet dit goedkeuren')
    expect((await ola.visitor.post(`${at}/approval`)).status).toBe(403)
    expect((await ola.visitor.post(`${at}/file`)).location).toBe(at)
    expect(await linesOf(an.personId)).toEqual([])
    expect((await owen.visitor.get('/nl/desk')).text).toContain(full.reference)
    expect((await owen.visitor.post(`${at}/approval`)).status).toBe(303)
    await site.p.db.updateTable('staff').set({ role: 'moderator' }).where('person_id', '=', owen.personId).execute()
    const alone = await drawn({ who: an.email, holdings: 'email.account' })
    expect((await ola.visitor.post(`${alone}/approval`)).status).toBe(303)
    await site.p.db.updateTable('staff').set({ role: 'owner' }).where('person_id', '=', owen.personId).execute()
  })

  test('lies sealed until it is fetched, once', async () => {
    const at = await drawn({ who: an.email, holdings: 'email.account' })
    const id = at.split('/').at(-1) ?? ''
    const lying = await site.p.files.read(`demands/${id}`)
    expect(lying.includes(Buffer.from(an.email))).toBe(false)
    const row = JSON.stringify(await site.p.db.selectFrom('demands').selectAll().execute())
    for (const not of [an.email, an.personId]) expect(row).not.toContain(not)
    await owen.visitor.post(`${at}/approval`)
    expect((await ola.visitor.post(`${at}/file`)).status).toBe(200)
    expect((await ola.visitor.post(`${at}/file`)).location).toBe(at)
    expect(await site.p.files.list('demands')).toEqual([])
    expect((await linesOf(an.personId)).length).toBe(1)
    expect(site.logged.join('\n')).not.toContain(an.email)
  })

  test('is told to whom it is about, and stands in their data', async () => {
    await handed({ who: an.email, holdings: 'email.account' })
    const [letter] = await site.mails()
    expect(letter?.to).toBe(an.email)
    for (const said of [full.authority, full.reference, full.ground, 'e‑mailadres']) expect(letter?.text).toContain(said)
    expect((await an.visitor.get('/nl/account/data')).text).toContain('Een overheid die het mag eisen')
  })

  test('is not told while the law forbids that, and is the day after', async () => {
    await handed({ who: an.email, holdings: 'email.account', silentUntil: '2026-12-24' })
    expect(await site.mails()).toEqual([])
    const seen = async () => {
      await site.p.db.updateTable('sessions').set({ last_used_at: site.clock.now() }).execute()
      return (await an.visitor.get('/nl/account/data')).text.includes('Een overheid die het mag eisen')
    }
    expect(await seen()).toBe(false)
    // The last second of the 24th, in Brussels.
    site.clock.pass(Date.parse('2026-12-24T22:59:59Z') - site.clock.now().getTime())
    await tend(site.p)
    expect([await site.mails(), await seen()]).toEqual([[], false])
    site.clock.pass(1000)
    await tend(site.p)
    expect((await site.mails()).map(({ to }) => to)).toEqual([an.email])
    expect(await seen()).toBe(true)
    await tend(site.p)
    expect(await site.mails()).toEqual([])
  })

  test('holds nothing of who ended their account before it was fetched', async () => {
    const at = await drawn({ who: an.email, holdings: 'email.account' })
    await owen.visitor.post(`${at}/approval`)
    await erase(site.p, an.personId)
    expect((await ola.visitor.post(`${at}/file`)).status).toBe(410)
    expect(await site.p.files.list('demands')).toEqual([])
    expect((await ola.visitor.get(at)).status).toBe(404)
  })

  test('goes when nobody fetches it within seven days', async () => {
    const at = await drawn({ who: an.email, holdings: 'email.account' })
    site.clock.pass(days(7))
    await tend(site.p)
    expect(await site.p.files.list('demands')).toHaveLength(1)
    site.clock.pass(1000)
    await tend(site.p)
    expect(await site.p.files.list('demands')).toEqual([])
    await site.p.db.updateTable('sessions').set({ second_factor_at: site.clock.now(), last_used_at: site.clock.now() }).execute()
    expect((await ola.visitor.get(at)).status).toBe(404)
  })

  test('A-RET 41: is held in one press, for its person to read, put off and let go with a reason', async () => {
    const { p, clock } = site
    await placed(site, an.personId)
    await handed({ who: an.email, holdings: ['advert.listing', 'email.account'], until: '2027-12-31' }, { hold: 'yes' })
    const mine = async () => (await an.visitor.get('/nl/account/data')).text
    expect(await mine()).toMatch(/Wat we nog niet wissen.*Lokale politie Leuven, LE\.20\.L3\.001234\/2026/)
    const list = await ola.visitor.get('/nl/desk/holds')
    expect(list.text).toMatch(/Een vordering van een overheid.*Je advertentie, bij een advertentie/)
    const at = /\/nl\/desk\/holds\/[0-9a-f-]{36}/.exec(list.html)?.[0] ?? ''
    expect((await ola.visitor.get(at)).text).toMatch(/Aantal personen 1/)
    const halves: Record<string, string>[] = [{}, { until: '31/12/2027' }, { until: '1/1/2026', why: 'Zo maar.' }]
    for (const wrong of halves) expect((await ola.visitor.post(at, wrong)).status).toBe(422)
    expect((await ola.visitor.post(at, { until: '31/12/2028', why: 'De rechter vraagt meer tijd.' })).status).toBe(303)
    expect(await mine()).toMatch(/vastgehouden tot 1 januari 2029 om 00:00/)
    expect(await mine()).toContain('De rechter vraagt meer tijd.')
    const receipt = await an.visitor.post('/nl/account/end', { sure: 'yes', currentPassword: an.password })
    expect(receipt.text).toMatch(/Je advertentie, bij een advertentie 1 .*1 januari 2029/)
    const adverts = () => p.db.selectFrom('listings').select('status').where('person_id', '=', an.personId).execute()
    expect(await adverts()).toEqual([{ status: 'paused' }])
    expect((await ola.visitor.post(`${at}/release`)).status).toBe(422)
    expect((await ola.visitor.post(`${at}/release`, { letGo: 'De zaak is geseponeerd.' })).status).toBe(303)
    expect((await ola.visitor.get(at)).status).toBe(404)
    expect((await ola.visitor.get('/nl/desk/holds')).text).toContain('Er wordt niets vastgehouden')
    clock.pass(days(2))
    await sweep(p)
    expect(await adverts()).toEqual([])
  })

  test('keeps what staff wrote about it sealed, each in its own place', async () => {
    const [at, other] = [
      await drawn({ who: an.email, holdings: 'email.account' }),
      await drawn({ who: an.email, holdings: 'email.account' }),
    ]
    const idOf = (path: string) => path.split('/').at(-1) ?? ''
    const { rows } = await sql<{ line: string }>`select demands::text as line from demands`.execute(site.p.db)
    expect(rows).toHaveLength(2)
    for (const text of Object.values(full))
      for (const { line } of rows) {
        expect(line).not.toContain(text)
        expect(line).not.toContain(Buffer.from(text).toString('hex'))
      }
    for (const text of Object.values(full)) expect((await ola.visitor.get(at)).text).toContain(text)
    await sql`update demands set said = (select said from demands where id = ${idOf(other)}) where id = ${idOf(at)}`.execute(
      site.p.db,
    )
    expect((await ola.visitor.get(at)).status).toBe(500)
  })

  test('is shown for five years, to the second, and then gone', async () => {
    const { at } = await handed({ who: an.email, holdings: 'email.account', until: '2027-12-31' })
    const before = site.clock.now()
    const edge = cutoff(holding['demand.desk'].keep, before).getTime()
    const ids = async () => (await sql`select id from demands`.execute(site.p.db)).rows.length
    for (const [left, status, rows] of [
      [1000, 200, 1],
      [-1000, 404, 1],
    ] as const) {
      await site.p.db
        .updateTable('demands')
        .set({ created_at: new Date(edge + left) })
        .execute()
      expect([(await ola.visitor.get(at)).status, await ids()]).toEqual([status, rows])
    }
    await sweep(site.p)
    expect(await ids()).toBe(0)
  })
})
