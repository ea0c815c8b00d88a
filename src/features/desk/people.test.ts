import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { type SignedUp, signedUp } from '../accounts/testing'
import { placed } from '../listings/testing'
import { openForStaff } from './opening'
import { memberOfStaff } from './testing'

const why = { purpose: 'moderation', reason: 'Er kwamen drie meldingen over haar advertenties.' }

describe('looking somebody up', () => {
  let site: TestSite
  let bart: SignedUp
  let mo: Awaited<ReturnType<typeof memberOfStaff>>
  beforeAll(async () => {
    site = await testSite()
    bart = await signedUp(site, { firstName: 'Bart', email: 'Bart@Köln.example' })
    mo = await memberOfStaff(site, 'moderator', { firstName: 'Mo' })
    await placed(site, bart.personId)
  })
  afterAll(() => site.close())
  const openings = () =>
    site.p.db.selectFrom('openings').select(['staff_id', 'purpose', 'holdings']).where('person_id', '=', bart.personId).execute()
  const search = (fields: Record<string, string>) => mo.visitor.post('/nl/desk/people', fields)

  test('needs a whole address or user name, a purpose and a reason; without them nothing is opened or logged', async () => {
    const incomplete: Record<string, string>[] = [
      {},
      { who: bart.email },
      { who: bart.email, purpose: 'moderation' },
      { who: bart.email, reason: why.reason },
      { ...why, who: '' },
      { ...why, who: bart.email, purpose: 'fraud' },
      { ...why, who: bart.email.slice(0, -1) },
      { ...why, who: 'bart' },
      { ...why, who: '%' },
      { ...why, who: `${bart.email}\u0000` },
    ]
    for (const fields of incomplete) {
      const refused = await search(fields)
      expect([fields, refused.status]).toEqual([fields, 422])
      expect(refused.text).not.toContain(bart.userName)
    }
    expect(await openings()).toEqual([])
  })

  test('shows what moderation needs, once it stands in the ledger', async () => {
    const answer = await search({ ...why, who: ' BART@köln.example ' })
    expect(answer.location).toBe(`/nl/desk/people/${bart.personId}`)
    expect(await openings()).toEqual([
      { staff_id: mo.personId, purpose: 'moderation', holdings: ['firstName.account', 'email.account', 'userName.account'] },
    ])
    const page = await mo.visitor.follow(answer)
    for (const shown of ['Bart', bart.email, bart.userName, 'Lichte kamer met balkon']) expect(page.text).toContain(shown)
    expect(page.text).not.toContain('+32470123456')
    expect(page.text).not.toMatch(/argon2|Naamsestraat 96/)
  })

  test('is for fifteen minutes and for who asked; a colleague asks again', async () => {
    const other = await memberOfStaff(site, 'owner')
    const path = `/nl/desk/people/${bart.personId}`
    const closed = await other.visitor.get(path)
    expect(closed.text).not.toContain(bart.email)
    expect((await other.visitor.post(path, { purpose: 'moderation' })).status).toBe(422)
    await other.visitor.post(path, why)
    expect((await other.visitor.get(path)).text).toContain(bart.email)
    site.clock.pass(15 * 60_000)
    expect((await other.visitor.get(path)).text).not.toContain(bart.email)
  })

  test('by user name works too; somebody who is not there is not there', async () => {
    expect((await search({ ...why, who: bart.userName })).status).toBe(303)
    for (const id of [randomUUID(), 'geen-id', '..%2f']) {
      expect((await mo.visitor.get(`/nl/desk/people/${id}`)).status).toBe(404)
      expect((await mo.visitor.post(`/nl/desk/people/${id}`, why)).status).toBe(404)
    }
  })

  test('stops after sixty in an hour: the members cannot be listed', async () => {
    const eager = await memberOfStaff(site, 'moderator')
    const ask = (n: number) => eager.visitor.post('/nl/desk/people', { ...why, who: `naam-${n}` })
    for (let n = 0; n < 60; n++) expect((await ask(n)).status).toBe(422)
    expect((await ask(60)).status).toBe(429)
  })

  test('the officer sees who opened what, and opens a reason by a click that is logged as well', async () => {
    const officer = await memberOfStaff(site, 'officer', { firstName: 'Ola' })
    const ledger = await officer.visitor.get('/nl/desk/ledger')
    expect(ledger.text).toContain('Mo Meldingen behandelen Voornaam, E‑mailadres, Gebruikersnaam')
    expect(ledger.text).not.toContain(why.reason)
    expect(ledger.html).not.toContain(bart.email)
    const reading = /action="(\/nl\/desk\/ledger\/[^"]*\/reading)"/.exec(ledger.html)?.[1] ?? ''
    const read = await officer.visitor.follow(await officer.visitor.post(reading))
    expect(read.text).toContain(why.reason)
    expect((await openings()).at(-1)).toEqual({
      staff_id: officer.personId,
      purpose: 'accountability',
      holdings: ['openings.ledger'],
    })
    expect((await officer.visitor.get('/nl/desk/ledger?before=2020-01-01T00:00:00.000Z')).text).toContain('Nog niets geopend')
    expect((await officer.visitor.get('/nl/desk/ledger?before=nonsense')).status).toBe(200)
  })

  test('a person reads in their copy who opened what of theirs, for what and why', async () => {
    const row = await site.p.db
      .selectFrom('openings')
      .selectAll()
      .where('person_id', '=', bart.personId)
      .orderBy('at')
      .limit(1)
      .executeTakeFirstOrThrow()
    const keys = await site.p.vault.keys(site.p.db, [bart.personId])
    expect(keys.bind('openings', row).reason.open('rights')).toBe(why.reason)
  })

  test('nothing leaves a trace of a person in the log', () => {
    expect(site.logged.join('\n')).not.toMatch(/bart|köln|meldingen over haar/i)
  })
})

describe('openForStaff', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())

  test('refuses who is not at the desk, a missing reason, and a holding that is not held for the purpose', async () => {
    const { p } = site
    const an = await signedUp(site, { firstName: 'An' })
    const { viewer } = await memberOfStaff(site, 'moderator')
    const ask = { person: an.personId, purpose: 'moderation', reason: 'Een vraag.', holdings: ['email.account'] } as const
    await expect(openForStaff(p, p.db, { ...viewer, role: null }, ask)).rejects.toThrow('refused 403')
    await expect(openForStaff(p, p.db, { ...viewer, atDesk: false }, ask)).rejects.toThrow('refused 403')
    await expect(openForStaff(p, p.db, viewer, { ...ask, reason: ' \n' })).rejects.toThrow('without a reason')
    await expect(openForStaff(p, p.db, viewer, { ...ask, holdings: [] })).rejects.toThrow('nothing was named')
    // @ts-expect-error a password is not held for moderation
    await expect(openForStaff(p, p.db, viewer, { ...ask, holdings: ['password.account'] })).rejects.toThrow('not all of this')
    // @ts-expect-error a person's own rights are not a purpose of staff
    const own: Parameters<typeof openForStaff>[3] = { ...ask, purpose: 'rights' }
    expect(own.purpose).toBe('rights')
    expect(await p.db.selectFrom('openings').select('id').execute()).toEqual([])
    await openForStaff(p, p.db, viewer, ask)
    expect(await p.db.selectFrom('openings').select('id').execute()).toHaveLength(1)
  })
})
