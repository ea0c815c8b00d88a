import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { days } from '../../platform/clock'
import { signedUp } from '../accounts/testing'
import { placed } from '../listings/testing'
import { complainUntil } from './rules'
import { memberOfStaff } from './testing'

test('one may complain for six months (G12)', () => {
  expect(complainUntil(new Date('2026-08-31T10:00:00Z')).toISOString()).toBe('2027-02-28T11:00:00.000Z')
})

describe('a complaint against a decision (G12)', () => {
  let site: TestSite
  let bart: Awaited<ReturnType<typeof signedUp>>
  let mo: Awaited<ReturnType<typeof memberOfStaff>>
  let nora: Awaited<ReturnType<typeof memberOfStaff>>
  let advert: Awaited<ReturnType<typeof placed>>
  let decision: string
  beforeAll(async () => {
    site = await testSite()
    bart = await signedUp(site, { firstName: 'Bart' })
    mo = await memberOfStaff(site, 'owner', { firstName: 'Mo' })
    nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
  }, 60_000)
  afterAll(() => site.close())
  beforeEach(async () => {
    advert = await placed(site, bart.personId)
    await site.mails()
    await mo.visitor.post(`/nl/desk/adverts/${advert.id}/refusal`, { ground: 'scam', facts: 'De foto’s komen van een hotel.' })
    decision = linkIn((await site.mails()).find(({ to }) => to === bart.email))
  })

  const mine = 'De foto’s nam ik zelf, ik heb de originelen nog.'
  const room = () => site.visitor().get(`/nl/rooms/${advert.publicId}`)
  const complained = async () => {
    expect((await bart.visitor.post(decision, { explanation: mine })).location).toBe(`${decision}?sent`)
    const { id } = await site.p.db.selectFrom('complaints').select('id').where('decided_at', 'is', null).executeTakeFirstOrThrow()
    return `/nl/desk/complaints/${id}`
  }

  test('begins with the statement of reasons, that says where and until when', async () => {
    expect(decision).toMatch(/^\/nl\/decisions\/[0-9a-f-]{36}$/)
    const page = await bart.visitor.get(decision)
    for (const part of ['Offline gehaald', 'Oplichting', 'De foto’s komen van een hotel.', 'Je kunt een klacht indienen tot'])
      expect(page.text).toContain(part)
    const stranger = await site.visitor().get(decision)
    expect(stranger.location).toBe(`/nl/sign-in?to=${encodeURIComponent(decision)}`)
    expect((await mo.visitor.get(decision)).status).toBe(404)
    expect((await mo.visitor.post(decision, { explanation: mine })).status).toBe(404)
  })

  test.each([
    ['nothing', ''],
    ['two words', 'Niet waar'],
    ['a text that is too long', 'x'.repeat(4001)],
  ])('is refused with %s, and nothing typed is lost', async (_, explanation) => {
    const answer = await bart.visitor.post(decision, { explanation })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('href="#field-explanation"')
    expect(answer.html).toContain(explanation)
  })

  test('waits in the queue, is decided by another than who decided first, and puts the advert back', async () => {
    const path = await complained()
    expect((await bart.visitor.get(decision)).text).toContain('Je klacht is bij ons')
    const row = await site.p.db.selectFrom('complaints').selectAll().executeTakeFirstOrThrow()
    expect(row.explanation.bytes.includes(Buffer.from('originelen'))).toBe(false)
    const queue = await nora.visitor.get('/nl/desk?kind=complaints')
    expect(queue.html).toContain(`href="${path}"`)
    expect(queue.text).not.toContain(mine)

    expect((await mo.visitor.get(path)).text).toContain('laat een collega beslissen')
    const verdict = { decision: 'reversed', reason: 'De originelen bewijzen dat de foto’s van jou zijn.' }
    expect((await mo.visitor.post(`${path}/decision`, verdict)).status).toBe(404)

    expect((await nora.visitor.get(path)).text).not.toContain(mine)
    const read = await nora.visitor.follow(await nora.visitor.post(`${path}/reading`))
    expect(read.text).toContain(mine)
    const opened = await site.p.db.selectFrom('openings').selectAll().where('person_id', '=', bart.personId).execute()
    expect(opened.map(({ staff_id, purpose }) => [staff_id, purpose])).toEqual([[nora.personId, 'moderation']])

    expect((await room()).status).not.toBe(200)
    await nora.visitor.post(`${path}/decision`, verdict)
    expect((await room()).status).toBe(200)
    const answer = (await site.mails()).find(({ subject }) => subject.includes('klacht'))
    expect(answer?.to).toBe(bart.email)
    expect(answer?.text).toContain('Iemand anders dan wie besliste, bekeek alles opnieuw')
    expect(answer?.text).toContain('Je had gelijk')
    expect(answer?.text).toContain(verdict.reason)
    expect((await bart.visitor.get(decision)).text).toContain(verdict.reason)
    expect((await nora.visitor.get('/nl/desk?kind=complaints')).html).not.toContain(path)
    expect((await nora.visitor.post(`${path}/decision`, verdict)).location).toBe(`${path}?decision=already`)
  })

  test('that is not right changes nothing but that one is told why', async () => {
    const path = await complained()
    await site.mails()
    const none = await nora.visitor.post(`${path}/decision`, { decision: 'upheld' })
    expect(none.status).toBe(422)
    await nora.visitor.post(`${path}/decision`, { decision: 'upheld', reason: 'Het hotel bevestigde dat het zijn foto’s zijn.' })
    expect((await room()).status).not.toBe(200)
    expect((await site.mails()).map(({ to, text }) => [to, text.includes('We blijven bij onze beslissing')])).toEqual([
      [bart.email, true],
    ])
  })

  test('is decided by who decided first where the site has nobody else, and says so', async () => {
    const path = await complained()
    await site.mails()
    const staff = await site.p.db.selectFrom('staff').select(['person_id', 'role']).execute()
    await site.p.db.updateTable('staff').set({ role: 'officer' }).where('person_id', '<>', mo.personId).execute()
    const verdict = { decision: 'upheld', reason: 'Ik keek alles nog eens na.' }
    expect((await mo.visitor.post(`${path}/decision`, verdict)).location).toBe(`${path}?decision=done`)
    const [letter] = await site.mails()
    expect(letter?.text).toContain('deze site heeft niemand anders')
    expect((await bart.visitor.get(decision)).text).toContain('deze site heeft niemand anders')
    for (const { person_id, role } of staff)
      await site.p.db.updateTable('staff').set({ role }).where('person_id', '=', person_id).execute()
  })

  test('comes once, and within six months', async () => {
    const path = await complained()
    await bart.visitor.post(decision, { explanation: 'Nog een keer, met andere woorden dan daarnet.' })
    const all = await site.p.db.selectFrom('complaints').select('id').where('decided_at', 'is', null).execute()
    expect(all.map(({ id }) => path.endsWith(id))).toEqual([true])
    await site.p.db.deleteFrom('complaints').execute()
    await site.p.db
      .updateTable('decisions')
      .set({ decided_at: new Date(site.clock.now().getTime() - days(185)) })
      .execute()
    expect((await bart.visitor.get(decision)).text).toContain('De zes maanden om een klacht in te dienen zijn voorbij')
    expect((await bart.visitor.post(decision, { explanation: mine })).status).toBe(410)
  })

  test('is for moderators, not for whoever else is at the desk or signed in', async () => {
    const path = await complained()
    const officer = await memberOfStaff(site, 'officer')
    for (const { visitor } of [officer, bart]) {
      expect((await visitor.get(path)).status).toBe(404)
      expect((await visitor.post(`${path}/reading`)).status).toBe(404)
    }
    expect((await nora.visitor.get('/nl/desk/complaints/x')).status).toBe(404)
  })
})
