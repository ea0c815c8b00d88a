import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../app/testing'
import { rowsIn } from '../../app/testing/rows'
import { days, seconds } from '../../platform/clock'
import { hear } from '../../platform/db/notices'
import { object, sweep } from '../../privacy'
import { type SignedUp, signedUp } from '../accounts/testing'
import { memberOfStaff } from '../desk/testing'
import { chatOf } from '.'
import type { Told } from './follow'
import { WrongChat } from './settings'

const question = 'Mag ik een fiets op de gang zetten?\nEn een step?'
let site: TestSite
let rita: Awaited<ReturnType<typeof memberOfStaff>>
let an: SignedUp
let stopHearing: () => Promise<void>
let networks = 0
const somebody = () => site.visitor(`203.0.113.${++networks}`)
const json = { accept: 'application/json' }
const chats = () => site.p.db.selectFrom('chats').selectAll().orderBy('created_at').execute()
const messages = () => site.p.db.selectFrom('chat_messages').selectAll().orderBy('number').execute()
const firstChat = async () => (await chats())[0] ?? expect.fail('there is no conversation')

beforeAll(async () => {
  site = await testSite()
  rita = await memberOfStaff(site, 'moderator', { firstName: 'Rita' })
  an = await signedUp(site, { firstName: 'An' })
  await new Promise<void>((done) => {
    stopHearing = hear(site.p.connection, { on: { live: site.p.live.heard }, begin: done, lost() {} })
  })
})
afterAll(async () => {
  await stopHearing()
  await site.close()
})
beforeEach(async () => {
  for (const table of ['rate_limits', 'chats', 'chat_consoles'] as const) await site.p.db.deleteFrom(table).execute()
  await site.mails()
})

const says = (visitor: Visitor, text: string, id = randomUUID()) => visitor.post('/nl/chat', { text, id })
const atDesk = async () => {
  await site.p.db.updateTable('sessions').set({ second_factor_at: site.clock.now() }).execute()
  return rita.visitor
}

/** A page that follows: what it was told so far, and how to leave. */
async function follows(visitor: Visitor, path: string, headers: Record<string, string> = {}) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await site.app.request(`http://localhost:3000${path}`, {
    headers: { accept: 'text/event-stream', cookie, ...headers },
  })
  const reader = answer.body?.getReader()
  const told: Told[] = []
  const raw: string[] = []
  /** Reads what is told next; undefined for nothing but that it ended. */
  const next = async (): Promise<Told | undefined> => {
    const { value, done } = (await reader?.read()) ?? { done: true }
    if (done) return undefined
    const text = new TextDecoder().decode(value)
    raw.push(text)
    const one: Told = JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '{}')
    told.push(one)
    return one
  }
  /** Reads on until something that was told is so. */
  const until = async (is: (one: Told) => unknown): Promise<Told> => {
    for (;;) {
      const one = (await next()) ?? expect.fail(`it ended after ${JSON.stringify(told)}`)
      if (is(one)) return one
    }
  }
  return { status: answer.status, headers: answer.headers, told, raw, until, next, leave: () => reader?.cancel() }
}

describe('Q11: a conversation of who has no account', () => {
  test('looking sets no cookie and keeps nothing; the first thing that is said does', async () => {
    const visitor = somebody()
    const page = await visitor.get('/nl/chat')
    expect([page.status, visitor.cookies.has('chat'), (await chats()).length]).toEqual([200, false, 0])
    const said = await says(visitor, question)
    expect([said.status, said.location]).toEqual([303, '/nl/chat#chat'])
    expect(said.headers.getSetCookie().find((line) => line.startsWith('chat='))).toMatch(
      /Max-Age=3888000; Path=\/; HttpOnly; SameSite=Lax/,
    )
    expect((await visitor.get('/nl/chat')).text).toContain('Mag ik een fiets op de gang zetten?')
    expect((await somebody().get('/nl/chat')).text).not.toContain('fiets')
  })

  test('it lies sealed, under a person of whom there is nothing else, and of the cookie there is a hash', async () => {
    const visitor = somebody()
    await says(visitor, question)
    const [chat, [message]] = [await firstChat(), await messages()]
    expect(message?.body.bytes.includes(Buffer.from('fiets'))).toBe(false)
    expect(JSON.stringify([chat, message])).not.toContain(visitor.cookies.get('chat'))
    expect(chat.person_id).not.toBe(an.personId)
    const whose = await site.p.db.selectFrom('accounts').select('person_id').where('person_id', '=', chat.person_id).execute()
    expect(whose).toEqual([])
  })

  test('what is sent twice is said once; what was changed meanwhile is said too; what another conversation said is refused', async () => {
    const visitor = somebody()
    const id = randomUUID()
    await says(visitor, 'Eén keer', id)
    expect((await says(visitor, 'Eén keer', id)).status).toBe(303)
    expect((await messages()).length).toBe(1)
    await says(visitor, 'Eén keer, met meer erbij', id)
    expect((await messages()).length).toBe(2)
    const other = somebody()
    await says(other, 'Van een ander')
    expect((await says(other, 'Eén keer', id)).status).toBe(404)
    expect((await messages()).length).toBe(3)
  })

  test('a first message whose button is pressed twice begins one conversation, which either answer leads to', async () => {
    const id = randomUUID()
    const pressed = () => {
      const visitor = somebody()
      return { visitor, answer: says(visitor, question, id) }
    }
    const presses = [pressed(), pressed()]
    await Promise.all(presses.map(({ answer }) => answer))
    presses.push(pressed())
    for (const { answer } of presses) expect((await answer).status).toBe(303)
    expect([(await chats()).length, (await messages()).length, (await site.mails()).length]).toEqual([1, 1, 1])
    // The browser keeps the cookie of the last answer.
    const leads = async ({ visitor }: (typeof presses)[number]) =>
      (await visitor.get('/nl/chat')).text.includes('fiets op de gang')
    expect([(await Promise.all(presses.map(leads))).filter(Boolean).length, await leads(presses[2] ?? pressed())]).toEqual([
      1,
      true,
    ])
    const own = randomUUID()
    await Promise.all([1, 2].map(() => says(an.visitor, question, own)))
    expect([(await chats()).length, (await messages()).length]).toEqual([2, 2])
  })

  test('nothing, too much, and signs that nobody sees are refused, and what was typed stays', async () => {
    const visitor = somebody()
    for (const wrong of ['', ' ', 'x'.repeat(4001), 'naam\u0000']) {
      const refused = await says(visitor, wrong)
      expect([refused.status, visitor.cookies.has('chat')]).toEqual([422, false])
    }
    expect((await says(visitor, 'x'.repeat(4001))).html).toContain('x'.repeat(4001))
    const byScript = await visitor.post('/nl/chat', { text: '' }, json)
    expect([byScript.status, byScript.json()]).toEqual([422, { wrong: 'Schrijf iets' }])
    expect((await says(visitor, 'x'.repeat(4000))).status).toBe(303)
  })

  test('ten megabytes are not read', async () => {
    const big = await somebody().post('/nl/chat', { text: 'x'.repeat(10_000_000) })
    expect([big.status, (await chats()).length]).toEqual([413, 0])
  })

  test('who floods is told so, loses nothing, and holds up nobody else', async () => {
    const [flood, other] = [somebody(), somebody()]
    for (let n = 0; n < 21; n++) expect((await says(flood, `${n}`)).status).toBe(303)
    const refused = await says(flood, 'en nog een')
    expect([refused.status, refused.html.includes('en nog een'), refused.text.includes('veel berichten ineens')]).toEqual([
      429,
      true,
      true,
    ])
    expect((await flood.post('/nl/chat', { text: 'weer' }, json)).json()).toEqual({
      wrong: 'Dat zijn wel veel berichten ineens. Je bericht staat er nog: verstuur het straks.',
    })
    expect((await says(other, 'Dag')).status).toBe(303)
  })

  test('another site’s page says nothing in a visitor’s name', async () => {
    const visitor = somebody()
    const said = await visitor.post('/nl/chat', { text: 'spam' }, { 'sec-fetch-site': 'cross-site' })
    expect([said.status, (await chats()).length]).toEqual([403, 0])
  })

  test('it is fetched as a file, and erased with the person, the cookie and what was said', async () => {
    const visitor = somebody()
    await says(visitor, question)
    const { person_id } = await firstChat()
    const file = await visitor.get('/nl/chat/conversation.txt')
    expect([file.status, file.html]).toEqual([200, expect.stringContaining(`Jij, `)])
    expect(file.html).toContain(question)
    expect(file.headers.get('content-disposition')).toContain('chat.txt')
    expect((await visitor.get('/nl/chat/erasure')).text).toContain('De chat wissen?')
    const gone = await visitor.post('/nl/chat/erasure')
    expect([gone.location, visitor.cookies.has('chat')]).toEqual(['/nl/chat/erased', false])
    for (const table of ['chats', 'chat_messages'] as const) expect(await rowsIn(site.p.db, table)).toEqual([])
    expect(await rowsIn(site.p.db, 'people', { id: person_id })).toEqual([])
    expect((await visitor.post('/nl/chat/erasure')).status).toBe(404)
  })

  test('G8: who objects to it is answered no more, and nothing of it is opened', async () => {
    const visitor = somebody()
    await says(visitor, question)
    const { person_id } = await firstChat()
    await object(site.p, person_id, 'correspondence', 'Laat maar.')
    expect((await visitor.get('/nl/chat')).status).toBe(423)
  })
})

describe('the panel', () => {
  const policyOf = ({ headers }: { headers: Headers }) => headers.get('content-security-policy') ?? ''

  test('Q11, G5: on every page but its own there is a way to the chat, a link and a button, of which nothing is loaded', async () => {
    const visitor = somebody()
    for (const [path, language] of [
      ['/nl', 'nl'],
      ['/fr/sign-in', 'fr'],
    ]) {
      const { html } = await visitor.get(path ?? '')
      expect(html).toContain(`<a class="chat-bubble" href="/${language}/chat">`)
      expect(html).toContain(`<form class="chat-open" action="/${language}/chat/panel" target="chat-panel">`)
      expect(html).toContain('<button class="chat-bubble" type="submit" aria-expanded="false" aria-controls="chat-panel">')
      expect(html).toContain('id="chat-panel" role="dialog" aria-label="Chat" hidden')
      expect(html).toMatch(/<iframe name="chat-panel" title="Chat"><\/iframe>/)
      expect(html).not.toContain('islands/chat.ts')
    }
    expect((await visitor.get('/nl/chat')).html).not.toContain('chat-panel')
  })

  test('its page is the same for everybody, keeps nothing, and every link of it leads out of its frame', async () => {
    const visitor = somebody()
    const panel = await visitor.get('/nl/chat/panel')
    expect([panel.status, visitor.cookies.size, (await chats()).length]).toEqual([200, 0, 0])
    expect(panel.html).toContain('<base target="_top"')
    expect(panel.html).toContain('<meta name="robots" content="noindex"')
    expect(panel.html).toContain('data-panel="/nl/chat"')
    await says(visitor, question)
    expect((await visitor.get('/nl/chat/panel')).html).toBe(panel.html)
    expect((await an.visitor.get('/nl/chat/panel')).html).toBe(panel.html)
  })

  test('a page of ours may show it in a frame, and nobody else; any other page nobody', async () => {
    const visitor = somebody()
    expect(policyOf(await visitor.get('/nl/chat/panel'))).toContain("frame-ancestors 'self'")
    for (const path of ['/nl', '/nl/chat', '/nl/sign-in', '/nl/nowhere', '/nl/chat/erased']) {
      expect(policyOf(await visitor.get(path))).toContain("frame-ancestors 'none'")
      expect(policyOf(await visitor.get(path))).toContain("frame-src 'self'")
    }
  })
})

describe('of who is signed in', () => {
  test('it is theirs, without a cookie; erasing it leaves the account', async () => {
    await says(an.visitor, question)
    const chat = await firstChat()
    expect([an.visitor.cookies.has('chat'), chat.person_id, chat.token_hash]).toEqual([false, an.personId, null])
    expect((await an.visitor.get('/nl/account/data')).text).toContain('Wat je in de chat zegt')
    await an.visitor.post('/nl/chat/erasure')
    expect(await chats()).toEqual([])
    expect((await an.visitor.get('/nl/account')).status).toBe(200)
  })
})

describe('at the desk', () => {
  test('it waits in the queue, is opened with a note for who wrote it, and answered', async () => {
    const visitor = somebody()
    await says(visitor, question)
    const staff = await atDesk()
    const chat = await firstChat()
    const at = `/nl/desk/chat/${chat.id}`
    expect((await staff.get('/nl/desk?kind=chat')).html).toContain(at)
    expect((await staff.get('/nl/desk/chat')).text).toContain('Wacht op antwoord')
    expect((await staff.get(at)).text).not.toContain('fiets')
    await staff.post(`${at}/reading`)
    expect((await staff.get(at)).text).toContain('Mag ik een fiets op de gang zetten?')
    const openings = () =>
      site.p.db.selectFrom('openings').select(['purpose', 'holdings']).where('person_id', '=', chat.person_id).execute()
    expect(await openings()).toEqual([{ purpose: 'correspondence', holdings: ['said.chat'] }])
    expect((await staff.post(at, { text: '' })).status).toBe(422)
    expect((await staff.post(at, { text: 'Een fiets mag.', id: randomUUID() })).location).toBe(`${at}#chat`)
    expect((await staff.get('/nl/desk?kind=chat')).html).not.toContain(at)
    expect((await visitor.get('/nl/chat')).text).toContain('Een fiets mag.')
    expect((await visitor.get('/nl/chat/conversation.txt')).html).toContain(`${site.p.site.name}, `)
  })

  test('who answers after a quarter of an hour opens it again, and that is written down too', async () => {
    await says(somebody(), question)
    const { id, person_id } = await firstChat()
    await (await atDesk()).post(`/nl/desk/chat/${id}/reading`)
    site.clock.pass(seconds(901))
    const staff = await atDesk()
    expect((await staff.get(`/nl/desk/chat/${id}`)).text).toContain('Lees de chat')
    await staff.post(`/nl/desk/chat/${id}`, { text: 'Toch nog' })
    expect((await staff.get(`/nl/desk/chat/${id}`)).text).toContain('Toch nog')
    expect((await rowsIn(site.p.db, 'openings', { person_id })).length).toBe(2)
  })

  test('what is often answered goes in the language of who asked', async () => {
    const answers = [
      {
        name: { nl: 'Uren', fr: 'Heures', en: 'Hours' },
        text: { nl: 'Tot vijf uur.', fr: 'Jusqu’à 17 heures.', en: 'Until five.' },
      },
    ]
    const { site: before } = site.p
    Object.assign(site.p, { site: { ...before, chat: { ...before.chat, answers } } })
    try {
      const visitor = somebody()
      await visitor.post('/fr/chat', { text: 'Jusqu’à quand ?' })
      const { id } = await firstChat()
      await (await atDesk()).post(`/nl/desk/chat/${id}`, { text: '', often: '0' })
      expect((await visitor.get('/fr/chat')).text).toContain('Jusqu’à 17 heures.')
    } finally {
      Object.assign(site.p, { site: before })
    }
  })

  test('staff get one mail of a wait, without a word of it, and none while a page of the desk is open', async () => {
    const visitor = somebody()
    await says(visitor, question)
    await says(visitor, 'Hallo?')
    const letters = await site.mails()
    expect(letters.map(({ to }) => to)).toEqual([site.p.site.controller.email])
    expect(letters[0]?.text).toContain(`/nl/desk/chat/${(await firstChat()).id}`)
    expect(letters[0]?.text).not.toContain('fiets')
    await (await atDesk()).post(`/nl/desk/chat/${(await firstChat()).id}`, { text: 'Ja?' })
    await says(visitor, 'Nog iets')
    expect((await site.mails()).length).toBe(1)
    const desk = await follows(await atDesk(), '/nl/desk/chat/events')
    await desk.until(() => true)
    await says(somebody(), 'Dag')
    expect(await site.mails()).toEqual([])
    await desk.leave()
  })
})

describe('following', () => {
  test('what is said comes by itself, once, in order, and who was away goes on after the last that they got', async () => {
    const visitor = somebody()
    await says(visitor, 'één')
    const page = await follows(visitor, '/nl/chat/events?after=1')
    expect(page.headers.get('content-type')).toBe('text/event-stream')
    expect(page.headers.get('cache-control')).toContain('no-store')
    await page.until(() => true)
    await says(visitor, 'twee')
    const told = await page.until(({ messages: some }) => some)
    expect(told.messages).toEqual([{ number: 2, ours: false, text: 'twee', at: site.clock.now().toISOString() }])
    expect(page.raw.at(-1)).toMatch(/^id: 2\n/)
    await page.leave()
    for (let n = 3; n < 19; n++) await says(visitor, `${n}`)
    const again = await follows(visitor, '/nl/chat/events?after=1', { 'last-event-id': '2' })
    const rest = await again.until(({ messages: some }) => some)
    expect(rest.messages?.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, n) => n + 3))
    await again.leave()
  })

  test('for who does not read nothing is made: all of it comes at once when they do', async () => {
    const visitor = somebody()
    await says(visitor, 'één')
    const page = await follows(visitor, '/nl/chat/events?after=1')
    await page.until(() => true)
    for (let n = 2; n < 17; n++) await says(visitor, `${n}`)
    await page.until(({ messages: some }) => some)
    expect(page.told.flatMap(({ messages: some = [] }) => some).length).toBe(15)
    expect(page.told.filter(({ messages: some }) => some).length).toBe(1)
    await page.leave()
  })

  test('each sees that the other is there, types, and leaves; the visitor that somebody is at the desk', async () => {
    const visitor = somebody()
    await says(visitor, question)
    const staff = await atDesk()
    const at = `/nl/desk/chat/${(await firstChat()).id}`
    await staff.post(`${at}/reading`)
    const theirs = await follows(visitor, '/nl/chat/events?after=1')
    await theirs.until(() => true)
    expect((await visitor.get('/nl/chat')).text).toContain('Er is nu niemand')
    const ours = await follows(staff, `${at}/events`)
    await Promise.all([ours, theirs].map((page) => page.until(({ there }) => there)))
    expect(theirs.told.some(({ open }) => open)).toBe(true)
    expect((await visitor.get('/nl/chat')).text).toContain('Er is nu iemand')
    await visitor.post('/nl/chat/typing')
    await ours.until(({ typing }) => typing)
    await staff.post(`${at}/typing`)
    await theirs.until(({ typing }) => typing)
    await theirs.leave()
    expect((await ours.until(({ there }) => there !== undefined)).there).toBe(false)
    await ours.leave()
  })

  test('staff who did not open it, others, and what is no page that follows get nothing', async () => {
    const visitor = somebody()
    await says(visitor, question)
    const { id } = await firstChat()
    expect((await follows(await atDesk(), `/nl/desk/chat/${id}/events`)).status).toBe(303)
    expect((await follows(somebody(), '/nl/chat/events')).status).toBe(404)
    expect((await visitor.get('/nl/chat/events')).status).toBe(303)
    expect((await somebody().post('/nl/chat/typing')).status).toBe(404)
  })

  test('nine pages of one conversation are one too many, until one is closed', async () => {
    const visitor = somebody()
    await says(visitor, question)
    const open = []
    for (let n = 0; n < 8; n++) {
      const page = await follows(visitor, '/nl/chat/events')
      await page.until(() => true)
      open.push(page)
    }
    expect((await follows(visitor, '/nl/chat/events')).status).toBe(429)
    for (const page of open) await page.leave()
    const page = await follows(visitor, '/nl/chat/events')
    expect(page.status).toBe(200)
    await page.leave()
    expect(site.p.live.following((await firstChat()).id)).toBe(0)
  })

  test('who signs out, or is no member of staff any more, is told nothing from then on', async () => {
    const visitor = somebody()
    await says(visitor, question)
    const at = `/nl/desk/chat/${(await firstChat()).id}`
    const { db } = site.p
    const role = (role: 'moderator' | 'officer') =>
      db.updateTable('staff').set({ role }).where('person_id', '=', rita.personId).execute()
    const ways = [
      () => db.updateTable('sessions').set({ second_factor_at: null }).execute(),
      () => role('officer'),
      () => db.deleteFrom('sessions').where('person_id', '=', rita.personId).execute(),
    ]
    for (const [n, leave] of ways.entries()) {
      const staff = await atDesk()
      await staff.post(`${at}/reading`)
      const page = await follows(staff, `${at}/events?after=${n + 1}`)
      await page.until(() => true)
      await leave()
      await says(visitor, `voor staf ${n}`)
      while (await page.next());
      expect(page.raw.join('')).not.toContain('voor staf')
      await role('moderator')
    }
    rita = await memberOfStaff(site, 'moderator', { firstName: 'Rita' })
  })

  test('who erases it is seen to at the desk', async () => {
    const visitor = somebody()
    await says(visitor, question)
    const staff = await atDesk()
    const at = `/nl/desk/chat/${(await firstChat()).id}`
    await staff.post(`${at}/reading`)
    const page = await follows(staff, `${at}/events`)
    await page.until(({ messages: some }) => some)
    await visitor.post('/nl/chat/erasure')
    await page.until(({ erased }) => erased)
    await page.leave()
  })
})

describe('hours', () => {
  const hours = [{ days: ['mon' as const], from: '09:00', until: '17:00' }]
  test('outside them a visitor is led to the form, and loses nothing that was typed', async () => {
    const { site: before } = site.p
    Object.assign(site.p, { site: { ...before, chat: { ...before.chat, hours } } })
    try {
      const visitor = somebody()
      const page = await visitor.get('/nl/chat')
      expect(page.text).toContain('De chat is nu gesloten')
      expect(page.text).toContain('maandag 09:00–17:00')
      expect([page.html.includes('/nl/forms/contact'), page.html.includes('name="text"')]).toEqual([true, false])
      const late = await says(visitor, 'Net te laat')
      expect([late.html.includes('Net te laat'), late.html.includes('/nl/forms/contact')]).toEqual([true, true])
      expect((await visitor.post('/nl/chat', { text: 'Ook' }, json)).status).toBe(422)
      expect(await chats()).toEqual([])
    } finally {
      Object.assign(site.p, { site: before })
    }
  })

  test('a chat that cannot be is told to who writes site.ts', () => {
    const { chat, features } = site.p.site
    expect(chatOf({ chat, features })).toBe(chat)
    expect(() => chatOf({ chat, features: ['chat'] })).toThrow(WrongChat)
    const turned = { ...chat, hours: [{ days: ['mon' as const], from: '17:00', until: '09:00' }] }
    expect(() => chatOf({ chat: turned, features })).toThrow('end before they begin')
  })
})

// The last: staff are not signed in for so long.
describe('what is kept', () => {
  test('K31: each message goes after 45 days, and the conversation 45 days after the last one', async () => {
    const visitor = somebody()
    await says(visitor, 'De eerste')
    site.clock.pass(days(44))
    await says(visitor, 'De tweede')
    site.clock.pass(days(1) + seconds(1))
    const page = await visitor.get('/nl/chat')
    expect([page.text.includes('De eerste'), page.text.includes('De tweede')]).toEqual([false, true])
    await sweep(site.p)
    expect((await rowsIn(site.p.db, 'chat_messages')).length).toBe(1)
    site.clock.pass(days(45))
    await sweep(site.p)
    for (const table of ['chats', 'chat_messages'] as const) expect(await rowsIn(site.p.db, table)).toEqual([])
  })
})
