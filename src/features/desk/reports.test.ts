import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { type SignedUp, signedUp } from '../accounts/testing'
import { placed } from '../listings/testing'
import { replied } from '../messages/testing'
import { hidden, memberOfStaff } from './testing'

type Staff = Awaited<ReturnType<typeof memberOfStaff>>
const complaint = 'Hij vraagt twee maanden huur vooraf, en het huis bestaat niet.'

describe('a notice (G12)', () => {
  let site: TestSite
  let an: SignedUp
  let bart: SignedUp
  let mo: Staff
  let officer: Staff
  let advert: { id: string; publicId: string }

  beforeAll(async () => {
    site = await testSite()
    an = await signedUp(site, { firstName: 'An' })
    bart = await signedUp(site, { firstName: 'Bart', language: 'fr' })
    mo = await memberOfStaff(site, 'moderator', { firstName: 'Mo' })
    officer = await memberOfStaff(site, 'officer', { firstName: 'Ola' })
  })
  afterAll(() => site.close())
  beforeEach(async () => {
    // Limits have a test of their own.
    await site.p.db.deleteFrom('rate_limits').execute()
    // The clock stands still, so the last notice is the only one.
    await site.p.db.deleteFrom('reports').execute()
    advert = await placed(site, bart.personId)
    await site.mails()
  })

  const form = () => `/nl/rooms/${advert.publicId}/report`
  const full = { reason: 'scam', explanation: complaint, goodFaith: '1' }
  const lastReport = () => site.p.db.selectFrom('reports').selectAll().executeTakeFirstOrThrow()
  /** Reports as An, and answers the page of the notice at the desk. */
  const reported = async () => {
    const answer = await an.visitor.post(form(), full)
    expect(answer.status).toBe(303)
    return `/nl/desk/reports/${(await lastReport()).id}`
  }
  const openingsOf = (person: string) =>
    site.p.db.selectFrom('openings').selectAll().where('person_id', '=', person).orderBy('at').execute()

  test('by somebody with an account: one is told at once that it came', async () => {
    const sent = await an.visitor.follow(await an.visitor.post(form(), full))
    expect(sent.text).toContain('Je melding is bij ons')
    const [receipt] = await site.mails()
    expect(receipt?.to).toBe(an.email)
    expect(receipt?.subject).toBe(`We kregen je melding bij ${site.p.site.name}`)
    expect(receipt?.text).toContain('We beslissen niet automatisch')
    expect(receipt?.text).not.toContain(complaint)
    const row = await lastReport()
    expect([row.target, row.target_id, row.reason, row.person_id]).toEqual(['listing', advert.id, 'scam', an.personId])
    expect(row.explanation.bytes.includes(Buffer.from(complaint))).toBe(false)
  })

  test('a button pressed twice reports once, and both presses are answered', async () => {
    const stranger = site.visitor('198.51.7.9')
    const along = { since: hidden((await stranger.get(form())).html, 'since'), contact: 'zoe@buren.example' }
    const press = (more = {}) => stranger.post(form(), { ...full, ...along, ...more })
    const presses = [...(await Promise.all([press(), press()])), await press()]
    expect(presses.map(({ location }) => location)).toEqual(Array(3).fill(`${form()}?sent`))
    const reports = () => site.p.db.selectFrom('reports').select('id').execute()
    expect([(await reports()).length, (await site.mails()).length]).toEqual([1, 1])
    await press({ explanation: `${complaint} En nog iets.` })
    expect((await reports()).length).toBe(2)
  })

  test('by somebody without an account: the address is asked, sealed, and answered', async () => {
    const stranger = site.visitor('198.51.7.7')
    const page = await stranger.get(form())
    expect(page.html).toContain('name="contact"')
    expect(page.html).toContain('noindex')
    const answer = await stranger.post(form(), { ...full, contact: 'Zoë@buren.example' })
    expect(answer.location).toBe(`${form()}?sent`)
    const row = await lastReport()
    expect(row.contact?.bytes.toString('latin1') ?? 'buren.example').not.toContain('buren.example')
    expect((await site.mails())[0]?.to).toBe('Zoë@buren.example')
    // They can be found again only by their own notice: a person, but no account.
    expect(await site.p.db.selectFrom('accounts').select('id').where('person_id', '=', row.person_id).execute()).toEqual([])
  })

  test.each([
    ['nothing', {}, ['reason', 'explanation', 'goodFaith']],
    ['no good faith', { reason: 'scam', explanation: complaint }, ['goodFaith']],
    ['a reason that is none', { ...full, reason: 'x' }, ['reason']],
    ['two words', { ...full, explanation: 'Raar' }, ['explanation']],
    ['a text that is too long', { ...full, explanation: 'x'.repeat(4001) }, ['explanation']],
    ['NUL bytes', { ...full, explanation: `${complaint}\u0000` }, ['explanation']],
    ['text that runs backwards', { ...full, explanation: `${complaint}\u202e` }, ['explanation']],
  ] as const)('with %s is refused with the page, and nothing typed is lost', async (_, typed, wrong) => {
    const answer = await an.visitor.post(form(), typed)
    expect(answer.status).toBe(422)
    for (const name of wrong) expect(answer.html).toContain(`href="#field-${name}"`)
    if ('explanation' in typed && !wrong.some((name) => name === 'explanation')) expect(answer.text).toContain(complaint)
  })

  test('with markup is text, at the desk as well', async () => {
    await an.visitor.post(form(), { ...full, explanation: '<script>alert(1)</script> & zo' })
    const path = `/nl/desk/reports/${(await lastReport()).id}`
    await mo.visitor.post(`${path}/reading`)
    expect((await mo.visitor.get(path)).html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; zo')
  })

  test('by a visitor needs an address to answer to', async () => {
    for (const contact of ['', 'geen adres', 'a@b', 'x'.repeat(300)])
      expect((await site.visitor('198.51.7.8').post(form(), { ...full, contact })).status).toBe(422)
  })

  test('comes ten times a day from one address, and no more', async () => {
    const answers = []
    for (let n = 0; n < 12; n++)
      answers.push((await site.visitor(`198.51.9.${n}`).post(form(), { ...full, contact: 'VEEL@buren.example' })).status)
    expect(answers).toEqual([...Array(10).fill(303), 429, 429])
    // Another spelling of the address is the same one, and nothing typed is lost.
    const refused = await site.visitor('198.51.9.99').post(form(), { ...full, contact: 'veel@buren.example' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    for (const kept of [complaint, 'veel@buren.example']) expect(refused.html).toContain(kept)
    await site.mails()
  })

  test('waits in the queue, the oldest first, without a word of what is sealed', async () => {
    const path = await reported()
    const queue = await mo.visitor.get('/nl/desk?kind=reports')
    expect(queue.html).toContain(`href="${path}"`)
    expect(queue.text).toContain('Advertentie: oplichting')
    expect(queue.text).not.toContain(complaint)
    expect((await mo.visitor.get('/nl/desk?kind=claims')).html).not.toContain(path)
    expect((await mo.visitor.get('/nl/desk?kind=nonsense')).html).toContain(path)
    expect((await officer.visitor.get('/nl/desk')).text).toContain('Er wacht niets')
  })

  test('is read by one click, which stands in the ledger of who reported before anything is shown', async () => {
    const path = await reported()
    const before = await openingsOf(an.personId)
    const closed = await mo.visitor.get(path)
    expect(closed.text).not.toContain(complaint)
    expect(closed.text).not.toContain(an.email)
    await mo.visitor.follow(await mo.visitor.post(`${path}/reading`))
    expect((await mo.visitor.get(path)).text).toContain(complaint)
    expect((await mo.visitor.get(path)).text).not.toContain(an.email)
    const fresh = (await openingsOf(an.personId)).slice(before.length)
    expect(fresh.map(({ staff_id, purpose, holdings }) => ({ staff_id, purpose, holdings }))).toEqual([
      { staff_id: mo.personId, purpose: 'moderation', holdings: ['report.notice'] },
    ])
    // What one colleague opened, another has not.
    const other = await memberOfStaff(site, 'moderator')
    expect((await other.visitor.get(path)).text).not.toContain(complaint)
    site.clock.pass(15 * 60_000)
    expect((await mo.visitor.get(path)).text).not.toContain(complaint)
  })

  test('shows who reported to who says what for and why, and only then', async () => {
    const path = await reported()
    const before = (await openingsOf(an.personId)).length
    const halves: Record<string, string>[] = [{}, { purpose: 'moderation' }, { reason: 'Navraag nodig.' }]
    for (const typed of [...halves, { purpose: 'fraud', reason: 'Zomaar iets.' }]) {
      const refused = await mo.visitor.post(`${path}/reporter`, typed)
      expect(refused.status).toBe(422)
      expect(refused.text).not.toContain(an.email)
    }
    expect((await openingsOf(an.personId)).length).toBe(before)
    await mo.visitor.post(`${path}/reporter`, { purpose: 'moderation', reason: 'Ik moet iets navragen.' })
    expect((await mo.visitor.get(path)).text).toContain(an.email)
    const [opening] = (await openingsOf(an.personId)).slice(before)
    expect(opening?.holdings).toEqual(['firstName.account', 'email.account'])
    expect(opening?.reason.bytes.includes(Buffer.from('navragen'))).toBe(false)
    const keys = await site.p.vault.keys(site.p.db, [an.personId])
    expect(opening && keys.bind('openings', opening).reason.open('accountability')).toBe('Ik moet iets navragen.')
  })

  test('that is right takes the advert down: both are told, each what is theirs to know', async () => {
    const path = await reported()
    await site.mails()
    const decision = {
      decision: 'removed',
      ground: 'scam',
      facts: 'De foto’s komen van een hotel.',
      reason: 'Het kot bestaat niet.',
    }
    const page = await mo.visitor.follow(await mo.visitor.post(`${path}/decision`, decision))
    expect(page.text).toContain('Je beslissing staat vast')
    expect((await site.visitor().get(`/nl/rooms/${advert.publicId}`)).status).not.toBe(200)
    const letters = await site.mails()
    const [toAn, toBart] = [letters.find(({ to }) => to === an.email), letters.find(({ to }) => to === bart.email)]
    expect(toAn?.text).toContain('Waarom: Het kot bestaat niet.')
    expect(toAn?.text).toContain('binnen zes maanden')
    expect(toAn?.text).not.toContain('hotel')
    expect(toBart?.subject).toContain('Nous avons retiré votre annonce')
    for (const part of [
      'Les faits : De foto’s komen van een hotel.',
      'Le motif : Une escroquerie',
      'rien n’a été décidé automatiquement',
      'dans les six mois',
    ])
      expect(toBart?.text.replace(/[^\S\n]/g, ' ')).toContain(part)
    expect(`${toBart?.text} ${toBart?.html}`).not.toContain(an.email)
    expect(toBart?.text).not.toContain('bestaat niet')
    const stated = await site.p.db.selectFrom('decisions').selectAll().where('target_id', '=', advert.id).execute()
    expect(stated.map((row) => [row.person_id, row.decision, row.ground, row.decided_by])).toEqual([
      [bart.personId, 'removed', 'scam', mo.personId],
    ])
    expect(stated[0]?.facts.bytes.includes(Buffer.from('hotel'))).toBe(false)
    expect((await mo.visitor.get('/nl/desk?kind=reports')).html).not.toContain(path)
    expect((await officer.visitor.get('/nl/desk/decisions')).text).toContain('Advertentie Oplichting Offline gehaald Mo')
  })

  test('is decided once, also by two at the same moment', async () => {
    const path = await reported()
    const other = await memberOfStaff(site, 'moderator')
    await site.mails()
    const typed = { decision: 'warned', ground: 'wrong', facts: 'De prijs klopt niet.', reason: 'We hebben gewaarschuwd.' }
    const answers = await Promise.all([mo, other].map(({ visitor }) => visitor.post(`${path}/decision`, typed)))
    expect(answers.map(({ location }) => location?.split('=')[1]).sort()).toEqual(['already', 'done'])
    expect((await site.mails()).map(({ to }) => to).sort()).toEqual([an.email, bart.email].sort())
  })

  test('that is not right changes nothing but who reported is told why', async () => {
    const path = await reported()
    await site.mails()
    await mo.visitor.post(`${path}/decision`, { decision: 'nothing', reason: 'We vonden niets verkeerds.' })
    expect((await site.visitor().get(`/nl/rooms/${advert.publicId}`)).status).toBe(200)
    const letters = await site.mails()
    expect(letters.map(({ to }) => to)).toEqual([an.email])
    expect(letters[0]?.text).toContain('We hebben niets gedaan.')
  })

  test.each([
    ['no decision', { reason: 'Omdat het zo is.' }, 'decision'],
    ['a decision that is not for adverts', { decision: 'banned', reason: 'Omdat het zo is.' }, 'decision'],
    ['no reason', { decision: 'nothing' }, 'reason'],
    ['a measure without facts', { decision: 'removed', ground: 'scam', reason: 'Omdat het zo is.' }, 'facts'],
    ['a measure without ground', { decision: 'warned', facts: 'De prijs klopt niet.', reason: 'Omdat het zo is.' }, 'ground'],
  ])('is not decided with %s', async (_, typed, field) => {
    const path = await reported()
    const answer = await mo.visitor.post(`${path}/decision`, typed)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(`href="#field-${field}"`)
    expect((await lastReport()).decided_at).toBeNull()
  })

  test('is not decided by who is involved', async () => {
    await mo.visitor.post(form(), full)
    const path = `/nl/desk/reports/${(await lastReport()).id}`
    expect((await mo.visitor.get(path)).text).toContain('laat een collega beslissen')
    expect((await mo.visitor.post(`${path}/decision`, { decision: 'nothing', reason: 'Ik vind van niet.' })).status).toBe(404)
  })

  test('about a conversation: it opens for a purpose and a reason, in the ledgers of both, and a release ends the hold', async () => {
    const thread = await replied(site, an, advert, 'Dag, is de kamer nog vrij?')
    await an.visitor.post(`${thread}/report`, full)
    const path = `/nl/desk/reports/${(await lastReport()).id}`
    const counts = async () => [(await openingsOf(an.personId)).length, (await openingsOf(bart.personId)).length]
    const [annes = 0, barts = 0] = await counts()
    const closed = await mo.visitor.get(path)
    expect(closed.text).not.toContain('nog vrij')
    expect(closed.text).toContain('Bewaard tot')
    const halves: Record<string, string>[] = [{}, { purpose: 'moderation' }]
    for (const typed of [...halves, { purpose: 'serviceMail', reason: 'Nieuwsgierig, vooral.' }])
      expect((await mo.visitor.post(`${path}/content`, typed)).status).toBe(422)
    expect(await counts()).toEqual([annes, barts])
    await mo.visitor.post(`${path}/content`, { purpose: 'disputes', reason: 'Nagaan wat er gevraagd werd.' })
    expect((await mo.visitor.get(path)).text).toContain('Dag, is de kamer nog vrij?')
    expect(await counts()).toEqual([annes + 1, barts + 1])
    await mo.visitor.post(`${path}/decision`, { decision: 'released', reason: 'Er is niets mis mee.' })
    const holds = await site.p.db.selectFrom('holds').select(['until', 'released_at']).execute()
    expect(holds.length).toBeGreaterThan(0)
    const ended = { until: site.clock.now(), released_at: site.clock.now() }
    expect(holds).toEqual(holds.map(() => ended))
    await site.mails()
  })

  test('leaves nothing about people in the log', () => {
    expect(site.logged.join('\n')).not.toMatch(/buren\.example|example\.org|bestaat niet|navragen/)
    expect(() => linkIn(undefined)).toThrow()
  })
})
