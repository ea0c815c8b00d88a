import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { hours, minutes } from '../../platform/clock'
import { type SignedUp, signedUp } from '../accounts/testing'
import { advertOf, replied } from './testing'

let site: TestSite
let bart: SignedUp
beforeAll(async () => {
  site = await testSite()
  bart = await signedUp(site, { firstName: 'Bart' })
})
afterAll(() => site.close())

const ledgerOf = (person: string) =>
  site.p.db.selectFrom('disclosures').select(['recipient', 'purpose', 'holdings']).where('person_id', '=', person).execute()

describe('K1: a seeker and an advertiser get in touch on the site', () => {
  test('K14: before sending it is said what the advertiser gets, and just that is given', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertOf(site, bart.personId)
    const form = await an.visitor.get(`/nl/rooms/${advert.publicId}/reply`)
    expect(form.text).toContain(`krijgt de adverteerder je voornaam (An) en je e‑mailadres (${an.email}). Verder niets.`)
    expect(await ledgerOf(an.personId)).toEqual([])

    const thread = await replied(site, an, advert, 'Is de kamer nog vrij?')
    expect(await ledgerOf(an.personId)).toEqual([
      { recipient: 'advertiser', purpose: 'messaging', holdings: ['message.thread', 'firstName.account', 'email.account'] },
    ])
    const seen = await bart.visitor.get(thread)
    expect(seen.text).toContain('Gesprek met An')
    expect(seen.text).toContain('Is de kamer nog vrij?')
    expect(seen.html).toContain(`mailto:${an.email}`)
    expect(seen.html).not.toContain(an.userName)
  })

  test('the answer comes back, and with the first one the advertiser’s first name and no more', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertOf(site, bart.personId)
    const thread = await replied(site, an, advert, 'Dag!')
    const before = await an.visitor.get(thread)
    expect(before.text).toContain('Gesprek met de adverteerder')
    expect(before.text).not.toContain('Bart')
    expect((await bart.visitor.get(thread)).text).toContain('Met je eerste antwoord ziet An je voornaam')

    const sent = await bart.visitor.post(thread, { text: 'Dag An, ja hoor.' })
    expect(sent.status).toBe(303)
    const after = await an.visitor.get(thread)
    expect(after.text).toContain('Gesprek met Bart')
    expect(after.text).toContain('Dag An, ja hoor.')
    expect(after.html).not.toContain(bart.email)
    expect((await ledgerOf(bart.personId)).filter(({ recipient }) => recipient === 'seeker')).toContainEqual({
      recipient: 'seeker',
      purpose: 'messaging',
      holdings: ['message.thread', 'firstName.account'],
    })
    await bart.visitor.post(thread, { text: 'Kom gerust kijken.' })
    expect((await ledgerOf(bart.personId)).at(-1)?.holdings).toEqual(['message.thread'])
  })

  test('a second reply to the same advert goes on in the same thread', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertOf(site, bart.personId)
    const first = await replied(site, an, advert, 'Een')
    expect(await replied(site, an, advert, 'Twee')).toBe(first)
    expect((await an.visitor.get(`/nl/rooms/${advert.publicId}/reply`)).location).toBe(first)
    const page = await an.visitor.get(first)
    expect(page.html.match(/class="bubble /g)).toHaveLength(2)
  })

  test('a button pressed twice sends once; the same words later are sent again', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertOf(site, bart.personId)
    const thread = await replied(site, an, advert, 'Dag!')
    await an.visitor.post(thread, { text: 'Dag!' })
    expect((await an.visitor.get(thread)).html.match(/class="bubble /g)).toHaveLength(1)
    site.clock.pass(minutes(2))
    await an.visitor.post(thread, { text: 'Dag!' })
    expect((await an.visitor.get(thread)).html.match(/class="bubble /g)).toHaveLength(2)
  })

  test('two who write at once both keep their words, in one order', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertOf(site, bart.personId)
    const path = `/nl/rooms/${advert.publicId}/reply`
    const answers = await Promise.all(['a', 'b', 'c'].map((text) => an.visitor.post(path, { text })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const rows = await site.p.db.selectFrom('messages').select('created_at').where('person_id', '=', an.personId).execute()
    expect(new Set(rows.map((row) => row.created_at.getTime())).size).toBe(3)
    expect(await site.p.db.selectFrom('threads').select('id').where('seeker_id', '=', an.personId).execute()).toHaveLength(1)
  })

  test('one’s own advert, and one without anybody behind it, take no reply', async () => {
    const own = await advertOf(site, bart.personId)
    const refused = await bart.visitor.post(`/nl/rooms/${own.publicId}/reply`, { text: 'Dag ik' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Dit is je eigen advertentie')
    const imported = await advertOf(site, null, { phone: null })
    expect((await bart.visitor.get(`/nl/rooms/${imported.publicId}/reply`)).status).toBe(404)
    expect((await bart.visitor.post(`/nl/rooms/${imported.publicId}/reply`, { text: 'Dag' })).status).toBe(404)
  })

  test('an advert that went while one wrote gives the words back', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertOf(site, bart.personId)
    await site.p.db.updateTable('listings').set({ status: 'rented' }).where('id', '=', advert.id).execute()
    const answer = await an.visitor.post(`/nl/rooms/${advert.publicId}/reply`, { text: 'Mijn zorgvuldige woorden' })
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('Mijn zorgvuldige woorden')
  })
})

describe('how a conversation stands', () => {
  test('new, read, answered, put away and back', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const mieke = await signedUp(site, { firstName: 'Mieke' })
    const thread = await replied(site, an, await advertOf(site, mieke.personId), 'Dag Mieke')
    const box = async (who: SignedUp, query = '') => (await who.visitor.get(`/nl/messages${query}`)).text

    expect(await box(an)).toContain('Nog niet gelezen')
    expect(await box(mieke)).toMatch(/Berichten 1 .*Ongelezen: .*Nieuw.*Dag Mieke/)
    await mieke.visitor.get(thread)
    expect(await box(mieke)).not.toContain('Ongelezen')
    expect(await box(mieke)).toMatch(/Gelezen/)
    expect((await an.visitor.get(thread)).html).toContain('bubble-status">Gelezen')

    site.clock.pass(hours(1))
    await mieke.visitor.post(thread, { text: 'Welkom' })
    expect(await box(an)).toMatch(/Ongelezen: .*Mieke.*Nieuw.*Welkom/)
    await an.visitor.get(thread)
    expect(await box(an)).toContain('Beantwoord')

    await an.visitor.post(`${thread}/archive`, { on: '1' })
    expect(await box(an)).toContain('Nog geen berichten')
    expect(await box(an, '?box=archived')).toContain('Welkom')
    expect(await box(an, '?box=sent')).toContain('Dag Mieke')
    site.clock.pass(hours(1))
    await mieke.visitor.post(thread, { text: 'Ben je er nog?' })
    expect(await box(an)).toContain('Ben je er nog?')
  })

  test('unread comes first, whatever is newer', async () => {
    const mieke = await signedUp(site, { firstName: 'Mieke' })
    const [an, bo] = [await signedUp(site, { firstName: 'An' }), await signedUp(site, { firstName: 'Bo' })]
    const advert = await advertOf(site, mieke.personId)
    await replied(site, an, advert, 'van An')
    site.clock.pass(hours(1))
    const newer = await replied(site, bo, advert, 'van Bo')
    await mieke.visitor.get(newer)
    expect((await mieke.visitor.get('/nl/messages')).text).toMatch(/van An.*van Bo/)
  })

  test('K13: the seeker sees everything they sent and to which adverts, also when an advert is gone', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const one = await advertOf(site, bart.personId, { title: 'Zolderkamer' })
    await replied(site, an, one, 'Naar de zolder')
    site.clock.pass(minutes(1))
    await replied(site, an, await advertOf(site, bart.personId, { title: 'Tuinstudio', kind: 'studio' }), 'Naar de tuin')
    const sent = async () => (await an.visitor.get('/nl/messages?box=sent')).text
    expect(await sent()).toMatch(/Tuinstudio.*Naar de tuin.*Zolderkamer.*Naar de zolder/)
    await site.p.db.deleteFrom('listings').where('id', '=', one.id).execute()
    expect(await sent()).toMatch(/Kot in Leuven, €\s?450 per maand.*Naar de zolder/)
  })

  test('pages of thirty', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const thread = await replied(site, an, await advertOf(site, bart.personId), 'bericht 0')
    for (let n = 1; n <= 32; n++) {
      site.clock.pass(minutes(1))
      await an.visitor.post(thread, { text: `bericht ${n}.` })
    }
    const page = await an.visitor.get(thread)
    expect(page.text).toContain('bericht 32.')
    expect(page.text).not.toContain('bericht 2.')
    const earlier = await an.visitor.get(`${thread}?page=2`)
    expect(earlier.text).toMatch(/bericht 0.*bericht 1\..*bericht 2\./)
    expect((await an.visitor.get(`${thread}?page=-1`)).status).toBe(200)
    expect((await an.visitor.get('/nl/messages?page=999&box=nonsense')).status).toBe(200)
  })
})

describe('notices', () => {
  test('K16: one mail until it is read, with a link and never the body', async () => {
    await site.mails()
    const an = await signedUp(site, { firstName: 'An' })
    const mieke = await signedUp(site, { firstName: 'Mieke', language: 'fr' })
    const thread = await replied(site, an, await advertOf(site, mieke.personId), 'GEHEIM-EEN')
    const [first, ...more] = await site.mails()
    expect(more).toEqual([])
    expect(first).toMatchObject({ to: mieke.email, subject: 'An a répondu à votre annonce' })
    expect(linkIn(first)).toBe(thread.replace('/nl/', '/fr/'))
    expect(JSON.stringify(first)).not.toContain('GEHEIM')
    expect(JSON.stringify(first)).not.toContain(an.email)

    await an.visitor.post(thread, { text: 'GEHEIM-TWEE' })
    expect(await site.mails()).toEqual([])
    await mieke.visitor.get(thread)
    await mieke.visitor.post(thread, { text: 'GEHEIM-DRIE' })
    const [answer] = await site.mails()
    expect(answer).toMatchObject({ to: an.email, subject: 'Mieke schreef je terug' })
    expect(JSON.stringify(answer)).not.toContain('GEHEIM')
    await an.visitor.get(thread)
    await an.visitor.post(thread, { text: 'GEHEIM-VIER' })
    expect((await site.mails()).map((letter) => letter.subject)).toEqual(['An vous a écrit'])
  })

  test('K16: none for who does not want them, and none for what was read meanwhile', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const mieke = await signedUp(site, { firstName: 'Mieke' })
    const advert = await advertOf(site, mieke.personId)
    const thread = await replied(site, an, advert, 'Dag')
    await mieke.visitor.get(thread)
    expect(await site.mails()).toEqual([])
    const off = JSON.stringify({ messages: false, alerts: true })
    await site.p.db.updateTable('accounts').set({ notifications: off }).where('person_id', '=', mieke.personId).execute()
    await an.visitor.post(thread, { text: 'Nog eens' })
    expect(await site.mails()).toEqual([])
  })

  test('the name that goes through the mail server stands in its owner’s ledger', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await replied(site, an, await advertOf(site, bart.personId), 'Dag')
    await site.mails()
    expect(await ledgerOf(an.personId)).toContainEqual({
      recipient: 'mail',
      purpose: 'serviceMail',
      holdings: ['firstName.account'],
    })
  })
})

describe('others', () => {
  test('a thread is there for its two people alone', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const eva = await signedUp(site, { firstName: 'Eva' })
    const thread = await replied(site, an, await advertOf(site, bart.personId), 'Dag')
    for (const [act, fields] of [
      ['', { text: 'Ik luister mee' }],
      ['/archive', { on: '1' }],
      ['/block', { on: '1' }],
      ['/report', { reason: 'scam', explanation: 'x' }],
    ] as const)
      expect((await eva.visitor.post(thread + act, fields)).status, act).toBe(404)
    expect((await eva.visitor.get(thread)).status).toBe(404)
    expect((await eva.visitor.get(`${thread}/report`)).status).toBe(404)
    expect((await eva.visitor.post('/nl/messages/blocks', { thread: thread.split('/').at(-1)! })).status).toBe(404)
    expect((await an.visitor.get(`/nl/messages/${'b'.repeat(16)}`)).status).toBe(404)
    const stranger = await site.visitor().get(thread)
    expect(stranger.location).toContain('/nl/sign-in?to=')
    expect((await site.visitor().get('/nl/messages')).status).toBe(303)
    expect((await an.visitor.post(thread, { text: 'x' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})

describe('blocking', () => {
  test('who is blocked can write nowhere to who blocked, and is not told by whom', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const mieke = await signedUp(site, { firstName: 'Mieke' })
    const [one, two] = [await advertOf(site, mieke.personId), await advertOf(site, mieke.personId)]
    const thread = await replied(site, an, one, 'Dag')
    await mieke.visitor.post(`${thread}/block`, { on: '1' })

    const closed = await an.visitor.get(thread)
    expect(closed.text).toContain('In dit gesprek kan niet meer geschreven worden')
    expect(closed.text).not.toMatch(/geblokkeerd/)
    const refused = await an.visitor.post(thread, { text: 'Toch nog dit' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Toch nog dit')
    const elsewhere = await an.visitor.post(`/nl/rooms/${two.publicId}/reply`, { text: 'En hier dan' })
    expect(elsewhere.status).toBe(422)
    expect(elsewhere.text).toContain('Op deze advertentie kun je niet reageren')
    expect(elsewhere.text).toContain('En hier dan')

    expect((await mieke.visitor.get(thread)).text).toContain('Je hebt deze persoon geblokkeerd')
    expect((await mieke.visitor.post(thread, { text: 'x' })).status).toBe(422)
    const account = await mieke.visitor.get('/nl/account')
    expect(account.text).toMatch(/Wie je geblokkeerd hebt.*An/)
    await mieke.visitor.post('/nl/messages/blocks', { thread: thread.split('/').at(-1)! })
    expect((await mieke.visitor.get('/nl/account')).text).not.toContain('Wie je geblokkeerd hebt')
    expect((await an.visitor.post(thread, { text: 'Dank je' })).status).toBe(303)
  })

  test('it holds the other way round too, and a seeker who blocks an advertiser does not learn the name', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const zoe = await signedUp(site, { firstName: 'Zoë' })
    const thread = await replied(site, an, await advertOf(site, zoe.personId), 'Dag')
    await an.visitor.post(`${thread}/block`, { on: '1' })
    expect((await zoe.visitor.post(thread, { text: 'Hallo' })).status).toBe(422)
    expect((await an.visitor.get('/nl/account')).text).toMatch(/Wie je geblokkeerd hebt.*De adverteerder/)
    expect((await an.visitor.get('/nl/account')).text).not.toContain('Zoë')
  })
})

describe('warnings', () => {
  test('are for the reader, not for the writer', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const thread = await replied(site, an, await advertOf(site, bart.personId), 'Dag')
    await bart.visitor.post(thread, { text: 'Stort de waarborg voor je komt kijken, op BE68 5390 0754 7034.' })
    const seen = (await an.visitor.get(thread)).text
    expect(seen).toContain('Wees hier voorzichtig')
    expect(seen).toContain('In dit bericht staat een rekeningnummer')
    expect((await bart.visitor.get(thread)).text).not.toContain('Wees hier voorzichtig')
  })
})

describe('limits', () => {
  test('twenty adverts a day; the text comes back', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    for (let n = 0; n < 20; n++) await replied(site, an, await advertOf(site, bart.personId), `Dag ${n}`)
    const advert = await advertOf(site, bart.personId)
    const answer = await an.visitor.post(`/nl/rooms/${advert.publicId}/reply`, { text: 'De eenentwintigste' })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answer.text).toContain('De eenentwintigste')
    expect(answer.text).toContain('twintig advertenties')
  })

  test('sixty messages an hour; the text comes back', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const thread = await replied(site, an, await advertOf(site, bart.personId), 'Dag')
    for (let n = 1; n < 60; n++) expect((await an.visitor.post(thread, { text: `Dag ${n}` })).status).toBe(303)
    const answer = await an.visitor.post(thread, { text: 'Eentje te veel' })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('Eentje te veel')
  })
})

describe('bad input', () => {
  const texts: [string, string, number][] = [
    ['nothing', '', 422],
    ['blanks', ' \n\t ', 422],
    ['too long', 'x'.repeat(4001), 422],
    ['a NUL byte', 'a\u0000b', 422],
    ['text turned round', 'a\u202eb', 422],
    ['the longest', 'x'.repeat(4000), 303],
    ['markup', '<script>alert(1)</script>', 303],
    ['emoji', '🏡 '.repeat(50), 303],
    ['right to left', 'שלום, האם החדר פנוי?', 303],
  ]
  test.each(texts)('%s', async (_, text, status) => {
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertOf(site, bart.personId)
    const answer = await an.visitor.post(`/nl/rooms/${advert.publicId}/reply`, { text })
    expect(answer.status).toBe(status)
    if (status === 422 && text.trim()) expect(answer.html).toContain(text)
    const thread = await replied(site, an, advert, 'Dag')
    expect((await an.visitor.post(thread, { text })).status).toBe(status)
    const page = await an.visitor.get(thread)
    expect(page.html).not.toContain('<script>alert')
    if (status === 303) expect(page.text).toContain(text.trim().slice(0, 40).trim())
  })

  test('two texts, a file, and things that are not there', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const thread = await replied(site, an, await advertOf(site, bart.personId), 'Dag')
    const form = new FormData()
    form.append('text', new File(['x'], 'x.txt'))
    expect((await an.visitor.post(thread, form)).status).toBe(422)
    expect((await an.visitor.post(thread, { text: ['een', 'twee'] })).status).toBe(303)
    expect((await an.visitor.post(`${thread}/archive`, { on: 'misschien' })).status).toBe(404)
    expect((await an.visitor.post(`${thread}/block`, {})).status).toBe(404)
    expect((await an.visitor.post('/nl/messages/unsent', { id: 'x', act: 'send' })).status).toBe(404)
    expect((await an.visitor.post('/nl/messages/unsent', { id: crypto.randomUUID(), act: 'drop' })).status).toBe(404)
    expect((await an.visitor.post('/nl/messages/blocks', { thread: "x' or 1=1" })).status).toBe(404)
    expect((await an.visitor.get('/nl/rooms/nergens/reply')).status).toBe(404)
  })
})
