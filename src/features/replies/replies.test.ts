import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, linkIn, type TestSite, testSite, type Visitor } from '../../app/testing'
import { rowsIn } from '../../app/testing/rows'
import { days, hours, seconds } from '../../platform/clock'
import { workedOut } from '../../platform/forms/testing'
import { copyOf, object, restrict, sweep } from '../../privacy'
import { signedUp } from '../accounts/testing'
import { hidden, memberOfStaff } from '../desk/testing'
import { importReply } from '.'
import { tidy } from './acts'

const zoe = 'zoe@buren.example'
const path = '/nl/blog/kotkost'
const body = 'Dat ga ik dit weekend proberen.\nMet rijst?'
let site: TestSite
let rita: Awaited<ReturnType<typeof memberOfStaff>>
let networks = 0
const somebody = () => site.visitor(`203.0.113.${++networks}`)
const rows = () => rowsIn(site.p.db, 'replies')
const only = async () => site.p.db.selectFrom('replies').selectAll().executeTakeFirstOrThrow()
const article = async () => (await somebody().get(path)).text

beforeAll(async () => {
  site = await testSite()
}, 60_000)
afterAll(() => site?.close())
beforeEach(async () => {
  const { db } = site.p
  rita = await memberOfStaff(site, 'moderator', { firstName: 'Rita' })
  for (const table of ['rate_limits', 'replies', 'texts', 'outbox'] as const) await db.deleteFrom(table).execute()
  await (await atDesk()).post('/nl/desk/texts/new?kind=article', { title: 'Kotkost', body: 'Eén pot.', when: 'now' })
  networks = 0
  await site.mails()
})

async function atDesk(): Promise<Visitor> {
  await site.p.db.updateTable('sessions').set({ second_factor_at: site.clock.now() }).execute()
  return rita.visitor
}

/** Fills in the form as a person does: with what its page sends along, and not in the blink of an eye. */
async function send(typed: Record<string, string> = {}, visitor = somebody(), to = ''): Promise<Answer> {
  const page = await visitor.get(`${path}/reply${to}`)
  site.clock.pass(seconds(20))
  const along = { since: hidden(page.html, 'since'), to: hidden(page.html, 'to'), website: '' }
  return visitor.post(`${path}/reply`, { ...along, name: 'Zoë', email: zoe, body, age: 'old', ...typed })
}
/** The link in the last letter to this address. */
const letterTo = async (to: string) => (await site.mails()).find((letter) => letter.to === to)
async function confirmed(typed: Record<string, string> = {}, to?: string): Promise<string> {
  expect((await send(typed, somebody(), to)).location).toBe(`${path}/reply?sent`)
  const link = linkIn(await letterTo(typed.email ?? zoe))
  await somebody().post(link)
  return link
}
async function decide(typed: Record<string, string>, by?: Visitor): Promise<Answer> {
  const { id } = await site.p.db
    .selectFrom('replies')
    .select('id')
    .where('state', '<>', 'author')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  const desk = await atDesk()
  return (by ?? desk).post(`/nl/desk/replies/${id}/decision`, typed)
}
async function shown(typed: Record<string, string> = {}, to?: string): Promise<string> {
  const link = await confirmed(typed, to)
  await decide({ decision: 'show' })
  await site.mails()
  return link
}

describe('a reply', () => {
  test('Q3: stores name, e‑mail, text, IP address and time, all but the time sealed', async () => {
    await send()
    const row = await only()
    const held = (await site.p.vault.keys(site.p.db, [row.person_id])).bind('replies', row)
    expect([held.name, held.email, held.body, held.ip].map((one) => one?.open('replying'))).toEqual([
      'Zoë',
      zoe,
      body,
      '203.0.113.1',
    ])
    expect(row.created_at).toEqual(site.clock.now())
    for (const readable of ['Zoë', zoe, 'weekend', '203.0.113.1'])
      for (const value of [row.name, row.email, row.body, row.ip])
        expect(value?.bytes.includes(Buffer.from(readable))).toBe(false)
    expect(() => Reflect.apply(held.ip?.open ?? (() => {}), undefined, ['commercialMail'])).toThrow()
  })

  test('Q4: shows its name and text, and nothing else of who wrote it, once staff let it through', async () => {
    await confirmed()
    expect(await article()).not.toContain('weekend')
    const desk = await atDesk()
    expect((await desk.get('/nl/desk?kind=replies')).text).toContain('Kotkost')
    await decide({ decision: 'show' })
    const page = await somebody().get(path)
    for (const said of ['Zoë', 'dit weekend', '1 reactie']) expect(page.text).toContain(said)
    for (const secret of [zoe, 'buren.example', '203.0.113.']) expect(page.html).not.toContain(secret)
    expect((await letterTo(zoe))?.subject).toBe('Je reactie staat op de pagina')
  })

  test('Q4: what left for the mail server is its address alone, and stands in the ledger', async () => {
    await send()
    await site.mails()
    const told = await site.p.db
      .selectFrom('disclosures')
      .select(['recipient', 'purpose', 'holdings'])
      .where('person_id', '=', (await only()).person_id)
      .execute()
    expect(told).toEqual([{ recipient: 'mail', purpose: 'replying', holdings: ['email.reply'] }])
  })

  test('waits for who has the mailbox: looking at the link changes nothing, and after a week it is gone', async () => {
    await send()
    const link = linkIn(await letterTo(zoe))
    expect((await somebody().get(link)).text).toContain('Wacht tot je ze bevestigt')
    expect((await only()).state).toBe('author')
    site.clock.pass(days(7) + seconds(1))
    expect((await somebody().get(link)).status).toBe(404)
    await sweep(site.p)
    expect(await rows()).toEqual([])
    expect((await somebody().get(`${link.slice(0, -1)}x`)).status).toBe(404)
  })

  test('of who proved an address, and was let through before, is shown at once', async () => {
    await shown()
    await send({ body: 'En met linzen.' })
    expect(await article()).not.toContain('linzen')
    await somebody().post(linkIn(await letterTo(zoe)))
    expect(await article()).toContain('linzen')
  })

  test('answers another, in one level of threads; when that one goes, its place says so', async () => {
    const first = await shown()
    const { id } = await only()
    await shown({ name: 'Bo', email: 'bo@buren.example', body: 'Met rijst is lekker.' }, `?to=${id}`)
    await shown(
      { name: 'Cas', email: 'cas@buren.example', body: 'Of bulgur.' },
      `?to=${(await site.p.db.selectFrom('replies').select('id').where('id', '<>', id).executeTakeFirstOrThrow()).id}`,
    )
    expect(new Set((await rows()).map(({ thread_id }) => thread_id))).toEqual(new Set([id]))
    await somebody().post(`${first}/removal`, { sure: '1' })
    const left = await article()
    expect(left).toContain('Deze reactie is weggehaald. ')
    for (const said of ['Met rijst is lekker.', 'Of bulgur.', '2 reacties']) expect(left).toContain(said)
  })

  test('of who is signed in is theirs: it is in their copy, and nothing else', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await send({ email: an.email }, an.visitor)
    expect((await only()).person_id).toBe(an.personId)
    const inCopy = async () => JSON.stringify(await copyOf(site.p, an.personId, 'nl')).includes('dit weekend')
    expect(await inCopy()).toBe(true)
    await somebody().post(linkIn(await letterTo(an.email)))
    await decide({ decision: 'show' })
    expect(await inCopy()).toBe(true)
  })
})

describe('what may be written', () => {
  test('Q8: the form warns, and points at what tells too much before it is sent; one may send it all the same', async () => {
    const warned = 'Zet er niets in waaraan je te herkennen bent'
    expect((await somebody().get(`${path}/reply`)).text).toContain(warned)
    const telling =
      'Bel me op 0470 12 34 56 of stort op BE68 5390 0754 7034. Ik woon in de Naamsestraat 12, mail bo@buren.example.'
    const page = await send({ body: telling })
    expect(page.status).toBe(422)
    for (const found of [
      '<mark>0470 12 34 56</mark>',
      '<mark>BE68 5390 0754 7034</mark>',
      '<mark>bo@buren.example</mark>',
      'Naamsestraat 12</mark>',
    ])
      expect(page.html).toContain(found)
    expect(page.html).toContain('value="Zoë"')
    expect(await rows()).toEqual([])
    expect((await send({ body: telling, act: 'anyway' })).status).toBe(303)
  })

  test('what is wrong is said, and nothing typed is lost', async () => {
    const page = await send({ email: 'geen adres', name: '', age: '' })
    expect(page.status).toBe(422)
    for (const said of ['Vul een naam in', 'Vul een e‑mailadres in', 'Kies hoe oud je bent', 'dit weekend'])
      expect(page.text).toContain(said)
    const empty = await send({ body: '', email: '', name: '', age: '' })
    const named = [...empty.html.matchAll(/<a href="#field-(\w+)"/g)].map(([, name]) => name)
    expect(named).toEqual(['body', 'name', 'email', 'age'])
    expect(await rows()).toEqual([])
  })

  test('a script, a link that is one, and quotes a thousand deep are text like any other', async () => {
    const evil = `<script>x()</script> javascript:x() data:text/html,x https://good.example/?a=1&b=2. ${'> '.repeat(700)}diep`
    await shown({ name: '<b>Zoë</b>', body: evil, act: 'anyway' })
    const { html } = await somebody().get(path)
    expect(html).toContain('&lt;script&gt;x()&lt;/script&gt; javascript:x() data:text/html,x ')
    expect(html).toContain(
      '<a href="https://good.example/?a=1&amp;b=2" rel="nofollow ugc noopener noreferrer">https://good.example/?a=1&amp;b=2</a>. &gt;',
    )
    expect(html).not.toContain('<b>Zoë')
    expect(html.match(/href="(?:javascript|data):/)).toBeNull()
  })

  test('a line break in a name or an address puts no header into a mail; ten megabytes are not read', async () => {
    expect((await send({ name: 'Zoë\r\nBcc: all@buren.example' })).status).toBe(422)
    expect((await send({ email: `${zoe}\r\nBcc: all@buren.example` })).status).toBe(422)
    expect((await send({ body: 'x'.repeat(10_000_000) })).status).toBe(413)
    expect(await site.mails()).toEqual([])
  })

  test('what robots do is held up, and a person loses nothing; too many from one network or for one address wait', async () => {
    for (const [field, made] of [
      ['website', 'https://spam.example'],
      ['since', '1.made-up'],
    ] as const) {
      const page = await send({ [field]: made })
      expect([page.text.includes('Er is niets verloren'), page.text.includes('dit weekend')]).toEqual([true, true])
    }
    expect(await rows()).toEqual([])
    for (let n = 0; n < 5; n++) expect((await send()).status).toBe(303)
    const refused = await send({ email: zoe.toUpperCase() })
    expect([refused.status, refused.text.includes('dit weekend')]).toEqual([429, true])
    const visitor = site.visitor('203.0.113.200')
    for (let n = 0; n < 10; n++)
      await send({ email: `${n}@buren.example`, worked: workedOut((await visitor.get(`${path}/reply`)).html) }, visitor)
    expect((await send({ email: 'x@buren.example' }, visitor)).status).toBe(429)
  })

  test('without scripts it goes too, three an hour from a network; what a browser works out is good once, for four hours', async () => {
    const visitor = site.visitor('203.0.113.201')
    let n = 0
    const sends = async (worked?: string) =>
      send({ email: `${++n}@buren.example`, ...(worked === undefined ? {} : { worked }) }, visitor)
    const { html } = await visitor.get(`${path}/reply`)
    const used = workedOut(html)
    expect((await sends(used)).status).toBe(303)
    const late = workedOut((await visitor.get(`${path}/reply`)).html)
    // None, one that was used, one that came too late: each is taken as one without.
    for (const without of ['', used]) expect((await sends(without)).status).toBe(303)
    site.clock.pass(hours(4))
    expect((await sends(late)).status).toBe(303)
    const ours = workedOut((await visitor.get(`${path}/reply`)).html)
    for (const without of ['', used, 'made.up.1.2', ours.replace(/\d+$/, '9999'), ours.replace(/^./, 'x'), `${ours}🙂`]) {
      const refused = await sends(without)
      expect([refused.status, refused.text.includes('dit weekend'), refused.html.includes('data-ticket=')]).toEqual([
        429,
        true,
        true,
      ])
    }
    expect((await rows()).length).toBe(4)
    // The page that refused asks for a number too: the same press goes through with it. Nothing of it is a cookie, or tells who it is.
    await site.p.db.deleteFrom('rate_limits').execute()
    const keys = async () => (await site.p.db.selectFrom('rate_limits').select('key').execute()).map(({ key }) => key)
    expect((await sends(ours)).status).toBe(303)
    expect((await keys()).join()).not.toContain('203.0.113')
    expect([...visitor.cookies.keys()]).not.toContain('work')
  })

  test('a button pressed twice sends one reply and one mail, and both presses are answered; other words are another reply', async () => {
    const [page, visitor] = [await somebody().get(`${path}/reply`), somebody()]
    site.clock.pass(seconds(20))
    const typed = { since: hidden(page.html, 'since'), website: '', name: 'Zoë', email: zoe, body, age: 'old' }
    const press = (more = {}) => visitor.post(`${path}/reply`, { ...typed, ...more })
    const presses = [...(await Promise.all([press(), press()])), await press(), await press(), await press()]
    expect(presses.map(({ location }) => location)).toEqual(Array(5).fill(`${path}/reply?sent`))
    expect([(await rows()).length, (await site.mails()).length]).toEqual([1, 1])
    await press({ body: 'En nog iets.' })
    expect([(await rows()).length, (await site.mails()).length]).toEqual([2, 1])
  })

  test('an article that is closed takes no more; what is there stays', async () => {
    await shown()
    await site.p.db.updateTable('texts').set({ replies: false }).execute()
    const { text, html } = await somebody().get(path)
    expect([text.includes('dit weekend'), text.includes('Reageren kan hier niet meer'), /kotkost\/reply["?]/.test(html)]).toEqual(
      [true, true, false],
    )
    expect((await somebody().get(`${path}/reply`)).status).toBe(410)
    expect((await somebody().get('/nl/blog/nergens/reply')).status).toBe(404)
  })
})

describe('Q7: who is under 16', () => {
  const young = { age: 'young', parent: 'ouder@buren.example' }
  test('replies only with a parent’s address, which is not their own', async () => {
    expect((await send({ age: 'young' })).text).toContain('Vul het e‑mailadres van een ouder in')
    expect((await send({ ...young, parent: zoe.toUpperCase() })).text).toContain('Dit is je eigen adres')
    expect(await rows()).toEqual([])
  })

  test('waits for that parent, whom nobody writes to before the child proved its own address; then for staff', async () => {
    await send(young)
    const letters = await site.mails()
    expect(letters.map(({ to }) => to)).toEqual([zoe])
    const own = linkIn(letters[0])
    await somebody().post(own)
    const letter = await letterTo(young.parent)
    for (const written of ['Zoë', zoe, 'weekend']) expect(letter?.text).not.toContain(written)
    const link = linkIn(letter)
    const page = await somebody().get(link)
    for (const said of ['Zoë', 'dit weekend', 'Ja, dit mag van mij']) expect(page.text).toContain(said)
    expect((await only()).state).toBe('parent')
    // Nobody at the desk reads it, or lets it through, before that.
    expect((await (await atDesk()).get(`/nl/desk/replies/${(await only()).id}`)).text).not.toContain('weekend')
    expect((await decide({ decision: 'show' })).status).toBe(404)
    // The child’s own link is not the parent’s.
    expect((await somebody().post(own.replace('/author/', '/parent/'))).status).toBe(404)
    await somebody().post(link)
    expect(await only()).toMatchObject({ state: 'staff', parent_at: site.clock.now() })
    await decide({ decision: 'show' })
    expect(await article()).toContain('dit weekend')
    await somebody().post(`${link}/removal`, { sure: '1' })
    expect(await rows()).toEqual([])
  })

  test('G2 Q6: a parent who asks by their address finds that it was given, not what else is known of the child, and takes it away', async () => {
    await send(young)
    await somebody().post(linkIn(await letterTo(zoe)))
    await site.mails()
    const parent = somebody()
    await parent.post('/nl/privacy/ask', { email: young.parent.toUpperCase() })
    const yours = await parent.follow(await parent.post(linkIn(await letterTo(young.parent.toUpperCase()))))
    expect(yours.text).toContain('Iemand onder 16 vulde dit adres in')
    for (const ofChild of ['Zoë', zoe, 'weekend']) expect(yours.html).not.toContain(ofChild)
    expect(await rows()).toHaveLength(1)
    await parent.post('/nl/privacy/yours/end', { sure: 'yes' })
    expect(await rows()).toEqual([])
  })

  test('is known of nobody any more, parent included, when the parent says nothing for a week', async () => {
    await send(young)
    await somebody().post(linkIn(await letterTo(zoe)))
    site.clock.pass(days(7) + seconds(1))
    await sweep(site.p)
    expect(await rows()).toEqual([])
  })
})

describe('at the desk', () => {
  test('G12: a reply is refused with reasons, its author complains, and staff look again', async () => {
    const link = await confirmed()
    expect((await decide({ decision: 'refuse', reason: '' })).status).toBe(422)
    await decide({ decision: 'refuse', reason: 'Dit is reclame voor rijst.' })
    const letter = await letterTo(zoe)
    for (const said of ['Dit is reclame voor rijst.', 'zes maanden']) expect(letter?.text).toContain(said)
    expect(await article()).not.toContain('weekend')
    expect((await somebody().post(`${link}/complaint`, { complaint: '' })).status).toBe(422)
    await somebody().post(`${link}/complaint`, { complaint: 'Ik verkoop geen rijst, ik eet ze.' })
    const desk = await atDesk()
    expect((await desk.get('/nl/desk?kind=replies')).text).toContain('Klacht')
    const page = await desk.get(`/nl/desk/replies/${(await only()).id}`)
    for (const said of ['ik eet ze', 'laat een collega naar de klacht kijken']) expect(page.text).toContain(said)
    expect([page.html.includes('name="decision"'), (await decide({ decision: 'show' })).status]).toEqual([false, 404])
    const colleague = (await memberOfStaff(site, 'moderator')).visitor
    await decide({ decision: 'show' }, colleague)
    expect(await article()).toContain('weekend')
  })

  test('G12: where nobody else is there to look at a complaint, who refused it does; who left is no colleague', async () => {
    await site.p.db.deleteFrom('staff').where('person_id', '<>', rita.personId).execute()
    const link = await confirmed()
    await decide({ decision: 'refuse', reason: 'Dit is reclame.' })
    await somebody().post(`${link}/complaint`, { complaint: 'Ik vind van niet, echt niet.' })
    expect((await decide({ decision: 'show' })).status).toBe(303)
    expect(await article()).toContain('weekend')
  })

  test('G12: what stays refused after that is not complained about twice, and goes after seven months', async () => {
    const link = await confirmed()
    await decide({ decision: 'refuse', reason: 'Dit is reclame.' })
    await somebody().post(`${link}/complaint`, { complaint: 'Ik vind van niet, echt niet.' })
    await decide({ decision: 'refuse', reason: 'Nog altijd reclame.' }, (await memberOfStaff(site, 'moderator')).visitor)
    expect((await letterTo(zoe))?.text).toContain('Nog altijd reclame.')
    const page = await somebody().get(link)
    expect([page.text.includes('blijven hierbij'), page.html.includes(`${link}/complaint`)]).toEqual([true, false])
    site.clock.pass(days(215))
    await sweep(site.p)
    site.clock.pass(-days(215))
    expect(await rows()).toEqual([])
  })

  test('G12: anybody reports a reply; staff take it off with reasons, by which its author complains', async () => {
    const link = await shown()
    const [, at = ''] = /href="([^"]+\/report)"/.exec((await somebody().get(path)).html) ?? []
    expect((await somebody().get(at)).text).toContain('Reactie van Zoë, Kotkost')
    const notice = {
      reason: 'abuse',
      explanation: 'Hier wordt iemand uitgescholden.',
      goodFaith: '1',
      contact: 'bo@buren.example',
    }
    expect((await somebody().post(at, notice)).location).toBe(`${at}?sent`)
    const { id } = await site.p.db.selectFrom('reports').select('id').executeTakeFirstOrThrow()
    const desk = await atDesk()
    expect((await desk.get(`/nl/desk/reports/${id}`)).html).toContain(`/nl/desk/replies/${(await only()).id}`)
    expect((await desk.get(`/nl/desk/reports/${id}`)).html).toContain('name="facts"')
    await site.mails()
    const verdict = { decision: 'removed', reason: 'We haalden het weg.', ground: 'abuse', facts: 'Je scheldt iemand uit.' }
    expect((await desk.post(`/nl/desk/reports/${id}/decision`, verdict)).status).toBe(303)
    expect(await article()).not.toContain('weekend')
    const letters = await site.mails()
    expect(letters.find(({ to }) => to === zoe)?.text).toContain('Je scheldt iemand uit.')
    expect(letters.find(({ to }) => to === 'bo@buren.example')?.text).toContain('We haalden het weg.')
    expect((await somebody().get(link)).html).toContain(`${link}/complaint`)
    expect((await somebody().get(at)).status).toBe(404)
    // Who decided the notice does not look at the complaint.
    await somebody().post(`${link}/complaint`, { complaint: 'Ik scheld niemand uit, lees maar.' })
    expect((await decide({ decision: 'show' })).status).toBe(404)
  })

  test('spam is thrown away without a word, with all that was known of who sent it', async () => {
    await confirmed()
    const { person_id } = await only()
    await decide({ decision: 'spam' })
    expect([await rows(), await rowsIn(site.p.db, 'people', { id: person_id }), await site.mails()]).toEqual([[], [], []])
  })

  test('Q3: whose a reply is, staff open with a note in the ledger of its author', async () => {
    await confirmed()
    const desk = await atDesk()
    const { id, person_id } = await only()
    const at = `/nl/desk/replies/${id}`
    expect((await desk.get(at)).html).not.toContain(zoe)
    await desk.post(`${at}/reading`)
    for (const said of [zoe, '203.0.113.1']) expect((await desk.get(at)).text).toContain(said)
    const opened = await site.p.db
      .selectFrom('openings')
      .select(['purpose', 'holdings'])
      .where('person_id', '=', person_id)
      .execute()
    expect(opened).toEqual([{ purpose: 'replying', holdings: ['email.reply', 'origin.reply'] }])
  })
})

describe('a reply goes', () => {
  test('Q6: by a link to the address that it was sent with, which is proof enough, and all that was kept with it', async () => {
    await shown()
    const { person_id } = await only()
    await somebody().post('/nl/replies/removal', { email: 'een-ander@buren.example' })
    expect(await site.mails()).toEqual([])
    const asked = await somebody().post('/nl/replies/removal', { email: ` ${zoe.toUpperCase()}` })
    expect((await somebody().follow(asked)).text).toContain('dan is de mail onderweg')
    const link = linkIn(await letterTo(zoe))
    expect((await somebody().post(`${link}/removal`)).location).toBe(`${link}/removal`)
    expect((await rows()).length).toBe(1)
    const gone = await somebody().post(`${link}/removal`, { sure: '1' })
    expect((await somebody().follow(gone)).text).toContain('De reactie is weg')
    expect(await article()).not.toContain('weekend')
    for (const table of ['replies', 'person_keys', 'disclosures'] as const)
      expect(await rowsIn(site.p.db, table, { person_id })).toEqual([])
  })

  test('of who has an account it goes, and the account stays', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await send({ email: an.email }, an.visitor)
    const link = linkIn(await letterTo(an.email))
    await somebody().post(`${link}/removal`, { sure: '1' })
    expect(await rows()).toEqual([])
    expect((await an.visitor.get('/nl/account')).status).toBe(200)
  })

  test('Q5: it stays for years; with the article it goes, also with one whose file is gone', async () => {
    await shown()
    site.clock.pass(days(3000))
    await sweep(site.p)
    await tidy(site.p)
    expect(await article()).toContain('weekend')
    site.clock.pass(-days(3000))
    rita = await memberOfStaff(site, 'moderator')
    const { id } = await site.p.db.selectFrom('texts').select('id').executeTakeFirstOrThrow()
    await (await atDesk()).post(`/nl/desk/texts/${id}/removal`, { sure: '1' })
    await site.mails()
    expect(await rows()).toEqual([])
    const of = { article: 'article nl weg', language: 'nl', name: 'Bo', body: 'Hallo daar', at: site.clock.now() } as const
    await site.p.db.transaction().execute((trx) => importReply(site.p, trx, of))
    await tidy(site.p)
    expect(await rows()).toEqual([])
  })

  test('G7 G8: of who restricts their data, or objects, nothing is shown', async () => {
    await shown()
    const { person_id } = await only()
    await object(site.p, person_id, 'replying')
    expect(await article()).not.toContain('weekend')
    await shown({ email: 'bo@buren.example', body: 'Ik ook.' })
    expect(await article()).toContain('Ik ook.')
    const bo = await site.p.db
      .selectFrom('replies')
      .select('person_id')
      .where('person_id', '<>', person_id)
      .executeTakeFirstOrThrow()
    await restrict(site.p, bo.person_id, { ground: 'unlawful' })
    expect(await article()).not.toContain('Ik ook.')
  })
})

test('what another program had is entered sealed, in its threads, with its own time', async () => {
  const at = new Date('2019-03-01T12:00:00Z')
  const of = { article: 'article nl kotkost', language: 'nl' as const, at }
  await site.p.db.transaction().execute(async (trx) => {
    const first = await importReply(site.p, trx, {
      ...of,
      name: 'Bo',
      email: 'bo@buren.example',
      body: 'Oud maar goed.',
      ip: '203.0.113.9',
    })
    await importReply(site.p, trx, { ...of, name: 'Cas', body: 'Zeker.', answers: first })
  })
  const page = await somebody().get(path)
  for (const said of ['2 reacties', 'Oud maar goed.', '1 maart 2019']) expect(page.text).toContain(said)
  expect(page.html).toContain('class="reply-answers"')
  expect(await site.mails()).toEqual([])
})

test('G12: on a site whose desk takes no notices, the form for complaints says which reply it is about; the rest is as elsewhere', async () => {
  const bureau = await testSite({ site: 'bureau' })
  const { p } = bureau
  const of = { article: 'article nl backup', language: 'nl', name: 'Bo', body: 'Rommel.', at: p.clock.now() } as const
  const id = await p.db.transaction().execute((trx) => importReply(p, trx, of))
  const visitor = bureau.visitor()
  const { html } = await visitor.get('/blog/back-up')
  const at = /href="(\/forms\/complaint\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const form = await visitor.get(at)
  const where = `Over deze reactie: ${p.config.publicUrl}/blog/back-up#reply-${id}`
  expect(form.text).toContain(where)
  bureau.clock.pass(seconds(20))
  const along = { step: '0', since: hidden(form.html, 'since'), website: '', act: 'go' }
  const notice = { about: 'other', what: `${where}\n\nDit is gescheld.`, email: zoe }
  expect((await visitor.post('/forms/complaint', { ...along, ...notice })).location).toBe('/forms/complaint/sent')
  const told = (await bureau.mails()).find(({ to }) => to === p.site.controller.email)
  expect(told?.text).toContain(`#reply-${id}`)
  // What a link fills in is text like any other, and of no field that the form has not.
  const odd = await visitor.get('/forms/complaint?what=%3Cscript%3Ex()%3C/script%3E&act=go&since=1&website=x')
  expect(odd.html).toContain('&lt;script&gt;x()')
  expect(odd.html).not.toMatch(/<script>x|name="website" value="x"|name="since" value="1"/)
  await bureau.close()
})
