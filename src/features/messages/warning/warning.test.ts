import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../../app/testing'
import { sendQueued } from '../../../platform/mail'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { memberOfStaff } from '../../desk/testing'
import { placed } from '../../listings/testing'
import { replied } from '../testing'

let site: TestSite
let an: SignedUp
let bo: SignedUp
let bart: SignedUp
let mo: Awaited<ReturnType<typeof memberOfStaff>>
let nora: Awaited<ReturnType<typeof memberOfStaff>>
type Advert = Awaited<ReturnType<typeof placed>>
let fake: Advert
let other: Advert
/** An’s about both, Bo’s about the other alone. */
let threads: { anFake: string; anOther: string; bo: string }

const warnedSubject = 'Betaal niets: over een advertentie waarop je reageerde'
const withdrawnSubject = 'Onze waarschuwing was niet terecht'
const facts = 'De foto’s komen van een hotel.'
const deskPath = ({ id }: Advert) => `/nl/desk/adverts/${id}`

/** Who was mailed since the last time, but who is at the desk or is Bart. */
const told = async () => (await site.mails()).filter(({ to }) => ![bart, mo, nora].some(({ email }) => email === to))
const toldTo = async () => (await told()).map(({ to, subject }) => [to, subject]).sort()
const takeAway = (advert: Advert, ground = 'scam') => mo.visitor.post(`${deskPath(advert)}/refusal`, { ground, facts })
/** Bart takes it away for good. */
async function deletes({ id, publicId }: Advert) {
  await bart.visitor.post(`/nl/adverts/${publicId}/removal`)
  expect(await site.p.db.selectFrom('listings').select('id').where('id', '=', id).execute()).toEqual([])
}
const noticeTo = async (who: SignedUp, thread: string) => (await who.visitor.get(thread)).text
const stands = 'We haalden deze advertentie weg: we denken dat ze niet echt is'
const standsOther = 'We haalden een andere advertentie van deze persoon weg'

/** Bart complains against what was decided last, and Nora finds that he is right. */
async function reverse(letters: Awaited<ReturnType<TestSite['mails']>>) {
  const decision = linkIn(letters.find(({ to }) => to === bart.email))
  await bart.visitor.post(decision, { explanation: 'De foto’s nam ik zelf, ik heb de originelen nog.' })
  const { id } = await site.p.db.selectFrom('complaints').select('id').where('decided_at', 'is', null).executeTakeFirstOrThrow()
  const verdict = { decision: 'reversed', reason: 'De originelen kloppen met de foto’s.' }
  expect((await nora.visitor.post(`/nl/desk/complaints/${id}/decision`, verdict)).location).toContain('decision=done')
}

beforeAll(async () => {
  site = await testSite()
  mo = await memberOfStaff(site, 'moderator', { firstName: 'Mo' })
  nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
}, 60_000)
afterAll(() => site.close())
beforeEach(async () => {
  an = await signedUp(site, { firstName: 'Annabelle' })
  bo = await signedUp(site, { firstName: 'Boudewijn', language: 'fr' })
  bart = await signedUp(site, { firstName: 'Bartholomeus' })
  ;[fake, other] = [await placed(site, bart.personId), await placed(site, bart.personId)]
  threads = {
    anFake: await replied(site, an, fake, 'Mag ik komen kijken naar uw kot?'),
    anOther: await replied(site, an, other, 'En naar deze?'),
    bo: await replied(site, bo, other, 'Bonjour'),
  }
  await site.mails()
})

describe('K13 G12: when the desk takes an advert away as a swindle', () => {
  test('whoever wrote with its advertiser is told, once by mail and above each conversation, which stays readable', async () => {
    await bart.visitor.post(threads.anFake, { text: 'Stuur eerst de waarborg, dan krijg je de sleutel.' })
    // Who wants no mails about messages gets this one.
    await an.visitor.post('/nl/account/settings/notifications', {})
    await site.mails()
    await takeAway(fake)
    const letters = await told()
    expect(letters.map(({ to, subject }) => [to, subject]).sort()).toEqual(
      [
        [an.email, warnedSubject],
        [bo.email, 'Ne payez rien : à propos d’une annonce à laquelle vous avez répondu'],
      ].sort(),
    )
    const toAn = letters.find(({ to }) => to === an.email)
    for (const part of ['we denken dat', 'je bank', 'politie', 'Kot in Leuven', threads.anFake, threads.anOther])
      expect(toAn?.text).toContain(part)
    const all = letters.map(({ text, html }) => text + html).join()
    for (const secret of ['Bartholomeus', bart.email, 'waarborg', 'hotel', 'komen kijken', 'Naamsestraat', 'met balkon'])
      expect(all).not.toContain(secret)
    expect(toAn?.text).not.toContain('Boudewijn')

    const own = await noticeTo(an, threads.anFake)
    for (const part of [stands, 'Bel meteen je bank', 'kan tegen onze beslissing ingaan', 'dan krijg je de sleutel'])
      expect(own).toContain(part)
    expect((await an.visitor.get(threads.anFake)).html).toContain(`href="${threads.anFake}/report"`)
    expect(await noticeTo(an, threads.anOther)).toContain(standsOther)
    expect(await noticeTo(bo, threads.bo.replace('/nl/', '/fr/'))).toContain(
      'Nous avons retiré une autre annonce de cette personne',
    )
    expect((await an.visitor.get('/nl/messages')).text).toContain('Waarschuwing')
    // What they are warned of is not said to who it is about, who got reasons of their own.
    expect(await noticeTo(bart, threads.anFake)).not.toContain('We haalden')
    expect((await bart.visitor.get('/nl/messages')).text).not.toContain('Waarschuwing')
  })

  test('the same by a report', async () => {
    await an.visitor.post(`/nl/rooms/${fake.publicId}/report`, {
      reason: 'wrong',
      explanation: 'Hij vraagt geld voor ik iets zag.',
      goodFaith: '1',
    })
    await site.mails()
    const { id } = await site.p.db.selectFrom('reports').select('id').executeTakeFirstOrThrow()
    const page = `/nl/desk/reports/${id}`
    expect((await mo.visitor.get(page)).text).toContain('krijgen 2 zoekers een waarschuwing')
    await mo.visitor.post(`${page}/decision`, { decision: 'removed', reason: 'Het klopt niet.', ground: 'scam', facts })
    expect((await told()).filter(({ subject }) => subject === warnedSubject).map(({ to }) => to)).toEqual([an.email])
    expect(await noticeTo(an, threads.anFake)).toContain(stands)
  })

  test('a report of a conversation leads staff to the advert that it is about', async () => {
    await an.visitor.post(`${threads.anFake}/report`, { reason: 'scam', explanation: 'Hij vraagt eerst geld.', goodFaith: '1' })
    const row = site.p.db.selectFrom('reports').select('id').where('target', '=', 'thread').where('person_id', '=', an.personId)
    const { id } = await row.executeTakeFirstOrThrow()
    expect((await mo.visitor.get(`/nl/desk/reports/${id}`)).html).toContain(`href="${deskPath(fake)}"`)
  })

  test('and not for another reason', async () => {
    for (const ground of ['wrong', 'unlawful', 'discrimination', 'abuse', 'other']) {
      await takeAway(fake, ground)
      expect(await toldTo(), ground).toEqual([])
      expect(await noticeTo(an, threads.anFake), ground).not.toContain('We haalden')
    }
  })

  test('what waits for mail and queue holds ids alone', async () => {
    await takeAway(fake)
    const params = await site.p.db
      .selectFrom('outbox')
      .select('params')
      .where('template', '=', 'messages.warned')
      .where('person_id', 'in', [an.personId, bo.personId])
      .execute()
    expect(params).toHaveLength(2)
    for (const { params: one } of params) expect(JSON.stringify(one)).toMatch(/^\{"threads":"[0-9a-f-]{36}(,[0-9a-f-]{36})?"\}$/)
  })

  test('nobody is told twice: not by a decision that is repeated, not by another advert, not by a job that is done again', async () => {
    await takeAway(fake)
    expect(await toldTo()).toHaveLength(2)
    await takeAway(fake)
    await takeAway(other)
    for (const { id } of await site.p.db.selectFrom('outbox').select('id').execute()) await sendQueued(site.p, id)
    expect(await toldTo()).toEqual([])
    // It now says that it is about this advert.
    expect(await noticeTo(an, threads.anOther)).toContain(stands)
  })

  test('two who decide at the same moment tell everybody once', async () => {
    await Promise.all([takeAway(fake), takeAway(other)])
    expect((await toldTo()).map(([to]) => to)).toEqual([an.email, bo.email].sort())
  })

  test('nothing is told of a decision that did not come about', async () => {
    const { mail } = site.p
    const { queue } = mail
    Object.assign(mail, {
      queue: (...given: Parameters<typeof queue>) => {
        if (given[2] === 'desk.measure') throw new Error('the disk is full')
        return queue(...given)
      },
    })
    expect((await takeAway(fake)).status).toBe(500)
    Object.assign(mail, { queue })
    expect(await toldTo()).toEqual([])
    expect(await noticeTo(an, threads.anFake)).not.toContain('We haalden')
  })

  test('who placed it cannot take the warning away: not by another advert, not by deleting this one', async () => {
    await takeAway(fake)
    for (const act of ['pause', 'publication'])
      expect((await bart.visitor.post(`/nl/adverts/${other.publicId}/${act}`)).location).toContain(act)
    await deletes(fake)
    await told()
    expect(await noticeTo(bo, threads.bo)).toContain('We haalden een andere advertentie')
    expect(await noticeTo(an, threads.anFake)).toContain('We haalden')
    expect(await toldTo()).toEqual([])
  })

  test('whoever writes to the same person later reads it above their first message, without a mail', async () => {
    await takeAway(fake)
    await told()
    const carla = await signedUp(site, { firstName: 'Carla' })
    expect(await noticeTo(carla, await replied(site, carla, other, 'Is deze nog vrij?'))).toContain(standsOther)
    expect((await toldTo()).filter(([to]) => to === carla.email)).toEqual([])
  })
})

describe('K13 G12: whom it does not reach', () => {
  test('who has ended is told nothing; G7: who may not be mailed only once they may, if it still holds', async () => {
    await bo.visitor.post('/nl/account/end', { sure: 'yes', currentPassword: bo.password })
    await an.visitor.post('/nl/account/restriction', { ground: 'claims' })
    await site.mails()
    expect((await mo.visitor.get(deskPath(fake))).text).toContain('is er niemand om te waarschuwen')
    await takeAway(fake)
    expect(await toldTo()).toEqual([])
    await an.visitor.post('/nl/account/restriction/end')
    expect((await toldTo()).filter(([, subject]) => subject === warnedSubject)).toEqual([[an.email, warnedSubject]])
  })

  test('staff read how many before they decide, and no names', async () => {
    const page = await mo.visitor.get(deskPath(fake))
    expect(page.text).toContain('krijgen 2 zoekers een waarschuwing')
    for (const name of ['Annabelle', 'Boudewijn']) expect(page.text).not.toContain(name)
    await takeAway(fake)
    expect((await mo.visitor.get(deskPath(other))).text).toContain('is er niemand om te waarschuwen')
    const nobodys = await placed(site, null)
    expect((await mo.visitor.get(deskPath(nobodys))).text).not.toContain('waarschuw')
  })
})

describe('G9 G12: when it was wrong', () => {
  test('a complaint that is right is told to whoever was warned', async () => {
    await takeAway(fake)
    const letters = await site.mails()
    await reverse(letters)
    const again = await told()
    expect(again.map(({ to }) => to).sort()).toEqual([an.email, bo.email].sort())
    expect(again.find(({ to }) => to === an.email)?.subject).toBe(withdrawnSubject)
    const page = await noticeTo(an, threads.anFake)
    expect(page).toContain(withdrawnSubject)
    expect(page).not.toContain(stands)
    expect((await an.visitor.get('/nl/messages')).text).not.toContain('Waarschuwing')
    expect(await noticeTo(bo, threads.bo)).toContain(withdrawnSubject)
  })

  test('also of an advert that its owner had deleted', async () => {
    await takeAway(fake)
    const letters = await site.mails()
    await deletes(fake)
    await reverse(letters)
    expect(await toldTo()).toHaveLength(2)
    expect(await noticeTo(an, threads.anFake)).toContain(withdrawnSubject)
  })

  test('the desk that lets an advert be public again says it too, and warns anew when it was right at first', async () => {
    await takeAway(fake)
    await told()
    await mo.visitor.post(`${deskPath(fake)}/release`)
    expect((await toldTo()).map(([, subject]) => subject)).toContain(withdrawnSubject)
    await takeAway(fake)
    expect((await toldTo()).map(([, subject]) => subject)).toContain(warnedSubject)
    expect(await noticeTo(an, threads.anFake)).toContain(stands)
  })

  test('it stands for as long as another of their adverts was a swindle', async () => {
    await takeAway(fake)
    await takeAway(other)
    await told()
    await mo.visitor.post(`${deskPath(fake)}/release`)
    expect(await toldTo()).toEqual([])
    expect(await noticeTo(an, threads.anFake)).toContain(standsOther)
    await mo.visitor.post(`${deskPath(other)}/release`)
    expect(await toldTo()).toHaveLength(2)
    expect(await noticeTo(an, threads.anFake)).toContain(withdrawnSubject)
  })

  test('and nobody is told of an advert that nobody was warned about', async () => {
    await takeAway(fake)
    await mo.visitor.post(`${deskPath(other)}/hold`)
    await told()
    await mo.visitor.post(`${deskPath(other)}/release`)
    expect(await toldTo()).toEqual([])
    expect(await noticeTo(bo, threads.bo)).toContain(standsOther)
  })

  test('G7: who could not be told in time reads the end of it alone', async () => {
    await an.visitor.post('/nl/account/restriction', { ground: 'claims' })
    await takeAway(fake)
    await mo.visitor.post(`${deskPath(fake)}/release`)
    await site.mails()
    await an.visitor.post('/nl/account/restriction/end')
    const subjects = (await toldTo()).flatMap(([to, subject]) => (to === an.email ? [subject] : []))
    expect(subjects).toContain(withdrawnSubject)
    expect(subjects).not.toContain(warnedSubject)
  })
})
