// Somebody without an account replies: the words come first, and are never lost.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite, type Visitor } from '../../app/testing'
import { days } from '../../platform/clock'
import { type SignedUp, signedUp } from '../accounts/testing'
import { advertOf, replied } from './testing'

let site: TestSite
let bart: SignedUp
beforeAll(async () => {
  site = await testSite()
  bart = await signedUp(site, { firstName: 'Bart' })
})
afterAll(() => site.close())

let count = 0
const fields = (change: Record<string, string> = {}) => ({
  firstName: 'Ana',
  email: `ana.${++count}@example.org`,
  userName: `ana-${count}-zoekt`,
  password: 'zeven blauwe fietsen',
  ...change,
})
const from = () => site.visitor(`203.0.113.${++count}`)
const advertHere = (change = {}) => advertOf(site, bart.personId, change)
const reply = async (guest: Visitor, advert: { publicId: string }, values: Record<string, string>) =>
  guest.post(`/nl/rooms/${advert.publicId}/reply`, values)
/** Presses the button on the page that the letter leads to. */
async function confirm(guest: Visitor, extra: Record<string, string> = {}) {
  const letter = (await site.mails()).find((one) => one.text.includes('/confirm/'))
  const link = linkIn(letter)
  const page = await guest.get(link)
  const to = /name="to" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
  return guest.post(link.split('?')[0]!, { to, ...extra })
}
const subjects = async () => (await site.mails()).map(({ to, subject }) => `${to}: ${subject}`)
const count_ = async (table: 'pending_replies' | 'messages' | 'threads', person?: string) =>
  (
    await site.p.db
      .selectFrom(table)
      .select('id')
      .$if(person !== undefined && table !== 'threads', (query) => query.where(`${table as 'messages'}.person_id`, '=', person!))
      .execute()
  ).length

describe('a reply without an account', () => {
  test('the text stands above the four fields, and it says what the advertiser gets', async () => {
    const { html, text } = await from().get(`/nl/rooms/${(await advertHere()).publicId}/reply`)
    const at = [
      'name="text"',
      'name="firstName"',
      'name="email"',
      'name="userName"',
      'name="password"',
      'Met je bericht krijgt',
    ].map((mark) => html.indexOf(mark))
    expect(at.every((place, n) => place > (at[n - 1] ?? 0))).toBe(true)
    expect(text).toContain('Met je bericht krijgt de adverteerder je voornaam en je e‑mailadres. Verder niets.')
    expect(html.match(/<(?:input|textarea|select)[^>]* name="(?!text)[^"]+"/g)).toHaveLength(4)
  })

  test('waits sealed until the address is confirmed, then goes, and the answer can be read', async () => {
    const guest = from()
    const advert = await advertHere()
    const given = fields()
    const kept = await reply(guest, advert, { text: 'Is dit nog vrij?', ...given })
    expect(kept.location).toBe('/nl/messages/waiting')
    expect((await guest.follow(kept)).text).toContain('Je bericht ligt klaar')
    expect(await count_('pending_replies')).toBe(1)
    expect(await subjects().then((all) => all.filter((line) => line.startsWith(bart.email)))).toEqual([])
    // The queue was worked off: its letter is in the mailbox.
    const letter = site.mailbox.letters[0]
    const link = linkIn(letter)
    const page = await guest.get(link)
    const to = /name="to" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    const done = await guest.post(link.split('?')[0]!, { to })
    expect(done.location).toBe('/nl/messages/confirmed')
    const sent = (await guest.follow(done)).location
    expect(sent).toMatch(/^\/nl\/messages\/[a-z0-9]{16}\?sent$/)
    const arrived = await guest.get(sent!)
    const thread = sent?.replace('?sent', '')
    expect(arrived.text).toContain('Is dit nog vrij?')
    expect(arrived.text).toContain('Je bericht is verstuurd')
    expect((await guest.get(thread!)).text).not.toContain('Je bericht is verstuurd')
    expect(await count_('pending_replies')).toBe(0)

    expect(await subjects()).toEqual([`${bart.email}: Ana reageerde op je advertentie`])
    const seen = await bart.visitor.get(thread!)
    expect(seen.text).toContain('Is dit nog vrij?')
    expect(seen.html).toContain(`mailto:${given.email}`)
    await bart.visitor.post(thread!, { text: 'Ja, kom kijken.' })
    expect(await subjects()).toEqual([`${given.email}: Bart schreef je terug`])
    expect((await guest.get(thread!)).text).toContain('Ja, kom kijken.')
  })

  test('a button pressed twice keeps one reply and sends one mail, also where the program chooses the user name', async () => {
    const advert = await advertHere()
    const typed = { ...fields(), userName: '', text: 'Is de kamer nog vrij?' }
    const presses = await Promise.all([reply(from(), advert, typed), reply(from(), advert, typed)])
    presses.push(await reply(from(), advert, typed))
    expect(presses.map(({ status, location }) => [status, location])).toEqual(Array(3).fill([303, presses[0]?.location]))
    const kept = await count_('pending_replies')
    expect((await subjects()).length).toBe(1)
    await reply(from(), advert, { ...typed, text: 'En mag er een kat mee?' })
    expect(await count_('pending_replies')).toBe(kept + 1)
  })

  test('nothing reaches the advertiser before the address is confirmed, and without it nothing is left after its term', async () => {
    const guest = from()
    const advert = await advertHere()
    await reply(guest, advert, { text: 'Nooit bevestigd', ...fields() })
    expect((await bart.visitor.get('/nl/messages')).text).not.toContain('Nooit bevestigd')
    const [row] = await site.p.db.selectFrom('pending_replies').select('person_id').where('listing_id', '=', advert.id).execute()
    const ledger = await site.p.db.selectFrom('disclosures').select('recipient').where('person_id', '=', row!.person_id).execute()
    expect(ledger.some(({ recipient }) => recipient === 'advertiser')).toBe(false)
    await site.mails()
  })

  test('confirmed in another browser, which chooses the password anew', async () => {
    const advert = await advertHere()
    await reply(from(), advert, { text: 'Vanop mijn telefoon bevestigd', ...fields() })
    const phone = from()
    const done = await confirm(phone, { password: 'heel andere lange woorden' })
    const thread = (await phone.follow(done)).location
    expect((await bart.visitor.get(thread!)).text).toContain('Vanop mijn telefoon bevestigd')
    await site.mails()
  })

  /** Presses "send now" at the text that waits under Messages. */
  const sendWaiting = async (visitor: Visitor) => {
    const list = await visitor.get('/nl/messages')
    const id = /name="id" value="([0-9a-f-]{36})"/.exec(list.html)?.[1] ?? ''
    return { list, sent: await visitor.post('/nl/messages/unsent', { id, act: 'send' }) }
  }

  test('from an address that has an account: the same answer; its owner reads it before it is sent under their own name', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertHere()
    const guest = from()
    const kept = await reply(guest, advert, { text: 'Van mij dus', ...fields({ email: an.email, firstName: 'Annemie' }) })
    expect(kept.location).toBe('/nl/messages/waiting')
    const [row] = await site.p.db.selectFrom('pending_replies').select('person_id').where('listing_id', '=', advert.id).execute()
    expect((await guest.follow(await confirm(guest))).location).toBe('/nl/messages')
    // Somebody else may have written it with An's address: nothing has gone to Bart.
    expect(await count_('messages', an.personId)).toBe(0)
    const { list, sent } = await sendWaiting(an.visitor)
    expect(list.text).toContain('Van mij dus')
    const seen = await bart.visitor.get(sent.location!)
    expect(seen.text).toContain('Gesprek met An')
    expect(seen.text).not.toContain('Annemie')
    expect(seen.text).toContain('Van mij dus')
    // The person who registered is gone, with their keys.
    expect(await site.p.db.selectFrom('people').select('id').where('id', '=', row!.person_id).execute()).toEqual([])
    expect(await count_('messages', an.personId)).toBe(1)
    await site.mails()
  })

  test('who had replied to this advert before goes on in that thread', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const advert = await advertHere()
    const thread = await replied(site, an, advert, 'Eerste')
    const guest = from()
    await reply(guest, advert, { text: 'Tweede', ...fields({ email: an.email }) })
    await confirm(guest)
    expect((await sendWaiting(an.visitor)).sent.location).toBe(thread)
    expect((await bart.visitor.get(thread)).text).toMatch(/Eerste.*Tweede/)
    await site.mails()
  })

  test('a form that is not right comes back with every word, also those of the four fields', async () => {
    const advert = await advertHere()
    const bad: [string, Record<string, string>, string][] = [
      ['no text', { text: '' }, 'field-text'],
      ['no name', { firstName: '' }, 'field-firstName'],
      ['no address', { email: 'ana at example' }, 'field-email'],
      ['a weak password', { password: 'wachtwoord' }, 'field-password'],
      ['a user name with an at sign', { userName: 'a@b' }, 'field-userName'],
      ['a user name that is taken', { userName: bart.userName }, 'field-userName'],
    ]
    for (const [what, change, field] of bad) {
      const values = { text: 'Mijn lange en zorgvuldige tekst', ...fields(), ...change }
      const answer = await reply(from(), advert, values)
      expect(answer.status, what).toBe(422)
      expect(answer.html, what).toContain(`href="#${field}"`)
      for (const name of ['text', 'firstName', 'email'] as const) expect(answer.html, `${what}: ${name}`).toContain(values[name])
      expect(answer.html, what).not.toContain(`value="${values.password}"`)
    }
    expect(await site.mails()).toEqual([])
  })

  test('ten an hour from one network; the text comes back', async () => {
    const guest = from()
    const advert = await advertHere()
    for (let n = 0; n < 10; n++) expect((await reply(guest, advert, { text: `Dag ${n}`, ...fields() })).status).toBe(303)
    const answer = await reply(guest, advert, { text: 'De elfde', ...fields() })
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('De elfde')
    await site.mails()
  })
})

describe('a reply that cannot go any more when the address is confirmed', () => {
  test('of an advert that went: the text is kept for its author, told by mail, and sent when the advert is back', async () => {
    const advert = await advertHere({ title: 'Kamer die even weg was' })
    const guest = from()
    const given = fields()
    await reply(guest, advert, { text: 'Te laat gekomen', ...given })
    const status = (to: 'paused' | 'published') =>
      site.p.db.updateTable('listings').set({ status: to }).where('id', '=', advert.id).execute()
    await status('paused')
    const done = await confirm(guest)
    expect((await guest.follow(done)).location).toBe('/nl/messages')
    const told = await site.mails()
    expect(told.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([`${given.email}: Je bericht is niet verstuurd`])
    expect(JSON.stringify(told)).not.toContain('Te laat')
    const inbox = await guest.get('/nl/messages')
    expect(inbox.text).toContain('Te laat gekomen')
    expect(inbox.text).toContain('De advertentie stond niet meer online')
    expect(inbox.text).not.toContain('Nu versturen')

    await status('published')
    const again = await guest.get('/nl/messages')
    expect(again.text).toMatch(/Kamer die even weg was.*Nu versturen/)
    const id = /name="id" value="([^"]+)"/.exec(again.html)![1]!
    const sent = await guest.post('/nl/messages/unsent', { id, act: 'send' })
    expect((await bart.visitor.get(sent.location!)).text).toContain('Te laat gekomen')
    expect((await guest.get('/nl/messages')).text).not.toContain('Dit kon niet verstuurd worden')
    await site.mails()
  })

  test('of an advert whose owner ended the account: the text is kept, and can be thrown away', async () => {
    const advert = await advertHere()
    const guest = from()
    await reply(guest, advert, { text: 'Voor niemand meer', ...fields() })
    await site.p.db.deleteFrom('listings').where('id', '=', advert.id).execute()
    await confirm(guest)
    const inbox = await guest.get('/nl/messages')
    expect(inbox.text).toContain('Voor niemand meer')
    const id = /name="id" value="([^"]+)"/.exec(inbox.html)![1]!
    expect((await bart.visitor.post('/nl/messages/unsent', { id, act: 'drop' })).status).toBe(404)
    await guest.post('/nl/messages/unsent', { id, act: 'drop' })
    expect((await guest.get('/nl/messages')).text).not.toContain('Voor niemand meer')
    await site.mails()
  })

  test('to one’s own advert: no conversation with oneself, the text is kept under one’s own keys', async () => {
    const mieke = await signedUp(site, { firstName: 'Mieke' })
    const advert = await advertOf(site, mieke.personId)
    const guest = from()
    await reply(guest, advert, { text: 'Aan mezelf', ...fields({ email: mieke.email }) })
    await confirm(guest)
    const inbox = await mieke.visitor.get('/nl/messages')
    expect(inbox.text).toContain('Dit bleek een advertentie van jezelf')
    expect(inbox.text).toContain('Aan mezelf')
    await site.mails()
  })

  test('by somebody who is blocked: not sent, and not told by whom', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const thread = await replied(site, an, await advertHere(), 'Dag')
    await bart.visitor.post(`${thread}/block`, { on: '1' })
    const guest = from()
    await reply(guest, await advertHere(), { text: 'Langs achter', ...fields({ email: an.email }) })
    await confirm(guest)
    const inbox = await an.visitor.get('/nl/messages')
    expect(inbox.text).toContain('Op deze advertentie kun je niet reageren')
    expect(inbox.text).toContain('Langs achter')
    expect((await bart.visitor.get('/nl/messages')).text).not.toContain('Langs achter')
  })

  test('it is gone after its term', async () => {
    const { sweep } = await import('../../privacy')
    expect(await count_('pending_replies')).toBeGreaterThan(0)
    site.clock.pass(days(8))
    await sweep(site.p)
    expect(await count_('pending_replies')).toBe(0)
  })
})
