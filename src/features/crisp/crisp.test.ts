import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { crispHook } from '../../../dev/simulators/crisp'
import { testSite, type Visitor } from '../../app/testing'
import { days, hours, minutes } from '../../platform/clock'
import { sweep } from '../../privacy'
import { everything } from '../../privacy/testing'
import { signedUp } from '../accounts/testing'
import { answers, chooses } from '../consent/testing'
import { memberOfStaff } from '../desk/testing'
import { jobs } from './erasing'
import { type CrispSite, crispEnv, crispSite, hookKey, hookSecret, presses, sessionNamed, website } from './testing'

let site: CrispSite
beforeAll(async () => {
  site = await crispSite()
}, 120_000)
afterAll(() => site?.close())
let n = 0
let session = ''
beforeEach(() => {
  session = sessionNamed(++n)
  site.crisp.be('well')
  site.crisp.asked.length = 0
})

const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''
const rows = () => site.p.db.selectFrom('crisp_conversations').select(['id', 'person_id', 'browser', 'of_account']).execute()
const waiting = () => site.p.db.selectFrom('crisp_erasures').select('id').execute()
const known = (name: string) =>
  site.p.db
    .selectFrom('crisp_conversations')
    .select(['person_id', 'last_used_at'])
    .where('session_key', '=', site.p.vault.index('crisp_conversations.session_key', name))
    .executeTakeFirst()
const startsWith = (html: string): Record<string, unknown> =>
  JSON.parse(/<meta name="crisp" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '{}')
const job = (name: string) => {
  const found = jobs(site.p).find((one) => one.name === name)
  if (!found) throw new Error(`no job ${name}`)
  return (data: Record<string, string> = {}) => found.work(data, new AbortController().signal)
}
/** Somebody who pressed, whose browser told us what Crisp calls the conversation in which they said something. */
async function chatting(visitor = site.visitor()): Promise<Visitor> {
  await presses(visitor)
  expect((await visitor.post('/nl/chat/session', { session })).status).toBe(204)
  site.crisp.conversations.set(session, { updated: site.clock.now().getTime(), said: 1 })
  return visitor
}

describe('Q11 G5: before a press', () => {
  test('there is a link on every page and nothing of Crisp on any, also not for who said yes to all that is asked there', async () => {
    const an = site.visitor()
    for (const path of ['/nl', '/fr/chat', '/nl/chat']) {
      const { html, headers } = await an.get(path)
      expect(html).not.toMatch(/<meta name="crisp"|l\.js/)
      expect(policyOf(headers)).not.toContain(site.crisp.url)
      expect(policyOf(headers)).not.toContain('unsafe-inline')
    }
    expect((await an.get('/nl')).html).toMatch(/<a class="chat-bubble" href="\/nl\/chat"/)
    expect((await an.get('/nl')).html).not.toContain('class="consent"')
    expect(site.crisp.asked).toEqual([])
  })

  test('the page says who gets what, where it lies, on whose machines and for how long, from what the site says of them', async () => {
    const { text, html } = await site.visitor().get('/nl/chat')
    for (const said of ['Praatpaal SAS', 'Nederland', 'gegevens van invoegtoepassingen: Duitsland', 'Wolkendek Inc.', '45 dagen'])
      expect(text).toContain(said)
    expect(html).toContain('href="https://praatpaal.example/privacy"')
    // Without scripts a press would load nothing: the form is there.
    expect(html).toMatch(/data-needs-script="true" hidden|data-needs-script hidden|hidden="" data-needs-script/)
    expect(html).toContain('/nl/forms/contact')
  })

  test('G6: a browser that says no by itself is shown the form, and its press counts for nothing', async () => {
    const an = site.visitor()
    const { html } = await an.get('/nl/chat')
    const asked = /name="asked" value="([^"]*)"/.exec(html)?.[1] ?? ''
    expect((await an.get('/nl/chat', { 'sec-gpc': '1' })).html).not.toContain('name="asked"')
    const before = (await rows()).length
    const { location } = await an.post('/nl/chat', { asked }, { 'sec-gpc': '1' })
    expect([location, (await rows()).length]).toEqual(['/nl/chat?changed=1', before])
  })

  test('a press to what did not stand there is none', async () => {
    const before = (await rows()).length
    for (const asked of ['', 'chatting', 'chatting x', 'statistics x'])
      expect((await site.visitor().post('/nl/chat', { asked })).location).toBe('/nl/chat?changed=1')
    expect((await rows()).length).toBe(before)
  })
})

describe('Q11 G5 K26: a press', () => {
  test('is the consent, in the record like any other; the page of the chat then loads it, and no other page', async () => {
    const an = site.visitor()
    expect((await presses(an)).location).toBe('/nl/chat')
    const last = await site.p.db
      .selectFrom('consents')
      .select(['purpose', 'given', 'how'])
      .orderBy('seq', 'desc')
      .executeTakeFirst()
    expect(last).toEqual({ purpose: 'chatting', given: true, how: 'page' })
    const { html, headers } = await an.get('/fr/chat')
    const { token, ...starts } = startsWith(html)
    expect(starts).toEqual({ website, language: 'fr', script: `${site.crisp.url}/l.js`, days: 45, told: '/fr/chat/session' })
    expect(policyOf(headers)).toContain(`script-src 'self' ${site.crisp.url};`)
    expect(policyOf(headers)).toContain(`style-src 'self' 'unsafe-inline' ${site.crisp.url};`)
    expect(policyOf(headers)).toContain(site.crisp.url.replace('http', 'ws'))
    const elsewhere = await an.get('/nl')
    expect(`${elsewhere.html} ${policyOf(elsewhere.headers)}`).not.toContain(site.crisp.url)
    // A random name, the same each time, and not that of a cookie.
    expect(startsWith((await an.get('/nl/chat')).html).token).toBe(token)
    expect(String(token)).toMatch(/^[\w-]{20,}$/)
    expect([...an.cookies.values()]).not.toContain(token)
    const other = site.visitor()
    await presses(other)
    expect(startsWith((await other.get('/nl/chat')).html).token).not.toBe(token)
  })

  test('what Crisp was given is in the logbook of who has an account, and in their copy', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await chatting(an.visitor)
    const lines = await site.p.db
      .selectFrom('disclosures')
      .select(['recipient', 'purpose', 'holdings'])
      .where('person_id', '=', an.personId)
      .execute()
    expect(lines).toContainEqual({ recipient: 'chat', purpose: 'correspondence', holdings: ['reference.conversation'] })
    expect((await an.visitor.get('/nl/account/data')).text).toContain('De naam van je gesprek bij wie onze chat verzorgt')
    // What they chat signed in is not there for who uses the browser after them.
    await an.visitor.post('/nl/sign-out')
    expect(startsWith((await an.visitor.get('/nl/chat')).html)).toEqual({})
  })

  test('its cookies are stated, stay while the yes does, and go with it; nothing else that Crisp leaves stays', async () => {
    const an = site.visitor()
    await presses(an)
    const kept = `crisp-client%2Fsession%2F${website}%2Fabc`
    an.cookies.set(kept, 'x').set('crisp-client%2Fother', 'x')
    await an.get('/nl')
    expect([an.cookies.has(kept), an.cookies.has('crisp-client%2Fother')]).toEqual([true, false])
    await chooses(an, [])
    an.cookies.set(kept, 'x')
    await an.get('/nl')
    expect(an.cookies.has(kept)).toBe(false)
    const statement = await an.get('/nl/privacy')
    for (const said of [
      `crisp-client%2Fsession%2F${website}*`,
      'Praatpaal SAS',
      'gegevens van invoegtoepassingen: Duitsland',
      'Wolkendek Inc.',
    ])
      expect(statement.text).toContain(said)
  })
})

describe('Q11: what Crisp calls a conversation', () => {
  test('is kept sealed, and leads to nobody', async () => {
    await chatting()
    expect(await known(session)).toBeDefined()
    expect(await everything(site.p)).not.toContain(session)
    expect(site.logged.join('\n')).not.toContain(session)
  })

  test('is taken from who pressed alone, and only what Crisp may call one', async () => {
    expect((await site.visitor().post('/nl/chat/session', { session })).status).toBe(404)
    const an = await chatting()
    for (const wrong of ['', 'x', '../people/profile/1', `${session}/`, session.toUpperCase()])
      expect((await an.post('/nl/chat/session', { session: wrong })).status).toBe(404)
    // That of another stays theirs.
    const other = site.visitor()
    await presses(other)
    expect((await other.post('/nl/chat/session', { session })).status).toBe(404)
  })

  test('told twice it is there once; where Crisp began another, the one before is erased there', async () => {
    const an = await chatting()
    const before = (await rows()).length
    expect((await an.post('/nl/chat/session', { session })).status).toBe(204)
    const next = sessionNamed(9000 + n)
    expect((await an.post('/nl/chat/session', { session: next })).status).toBe(204)
    expect([(await rows()).length, (await known(session)) ?? null]).toEqual([before, null])
    await site.p.jobs.drain()
    expect(site.crisp.conversations.has(session)).toBe(false)
    expect(await waiting()).toEqual([])
  })
})

describe('Q11 G3: one press erases it here and there', () => {
  test('of who has no account, with the yes', async () => {
    const an = await chatting()
    const { person_id = '' } = (await known(session)) ?? {}
    const answer = await an.post('/nl/chat/erasure')
    expect(answer.location).toBe('/nl/chat/erased')
    expect(answer.headers.get('clear-site-data')).toBe('"storage"')
    expect((await an.follow(answer)).text).toContain('Praatpaal SAS krijgt meteen de vraag')
    expect(await known(session)).toBeUndefined()
    expect(await site.p.db.selectFrom('people').select('id').where('id', '=', person_id).execute()).toEqual([])
    expect(startsWith((await an.get('/nl/chat')).html)).toEqual({})
    await site.p.jobs.drain()
    expect(site.crisp.conversations.has(session)).toBe(false)
    expect(await waiting()).toEqual([])
  })

  test('of who has an account, which stays', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await chatting(an.visitor)
    await an.visitor.post('/nl/chat/erasure')
    await site.p.jobs.drain()
    expect([(await known(session)) ?? null, site.crisp.conversations.has(session)]).toEqual([null, false])
    expect((await an.visitor.get('/nl/account')).status).toBe(200)
  })

  test('K27: who ends their account has it erased there too', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    await chatting(an.visitor)
    const ended = await an.visitor.post('/nl/account/end', { sure: 'yes', currentPassword: an.password })
    expect(ended.text).toContain('laten we weten dat het gewist is')
    await site.mails()
    expect(site.crisp.conversations.has(session)).toBe(false)
    expect(await waiting()).toEqual([])
  })

  test('K26: who takes the yes back on the page of choices too', async () => {
    const an = await chatting()
    await answers(an, 'no', '/nl/choices')
    await site.p.jobs.drain()
    expect([(await known(session)) ?? null, site.crisp.conversations.has(session)]).toEqual([null, false])
  })

  test('A-ERA 33: while Crisp does not answer it is asked again; after a day it is a task at the desk, which shows what to erase there', async () => {
    const stef = await memberOfStaff(site, 'owner')
    const an = await chatting()
    site.crisp.be('busy')
    await an.post('/nl/chat/erasure')
    await site.p.jobs.drain()
    const [row] = await waiting()
    const erasure = row?.id ?? ''
    expect(await known(session)).toBeUndefined()
    expect(await everything(site.p)).not.toContain(session)
    for (const mood of ['busy', 'down', 'html'] as const) {
      site.crisp.be(mood)
      await expect(job('crisp.erase')({ erasure })).rejects.toThrow('answered')
    }
    // A try that failed gave nobody anything.
    const lines = () =>
      site.p.db.selectFrom('disclosures').select('id').where('recipient', '=', 'chat').where('purpose', '=', 'rights').execute()
    expect(await lines()).toEqual([])
    const queue = async () => (await stef.visitor.get('/nl/desk?kind=crisp')).html
    expect(await queue()).not.toContain(erasure)
    site.clock.pass(hours(24) + 1000)
    const again = await memberOfStaff(site, 'owner')
    expect((await again.visitor.get('/nl/desk?kind=crisp')).html).toContain(`/nl/desk/crisp/${erasure}`)
    const path = `/nl/desk/crisp/${erasure}`
    expect((await again.visitor.get(path)).text).not.toContain(session)
    await again.visitor.post(`${path}/reading`)
    expect((await again.visitor.get(path)).text).toContain(session)
    expect((await again.visitor.post(`${path}/done`)).status).toBe(422)
    expect((await again.visitor.post(`${path}/done`, { sure: 'yes' })).status).toBe(303)
    expect([await waiting(), (await again.visitor.get(path)).status]).toEqual([[], 404])
    // The job that comes after that finds nothing to do.
    await job('crisp.erase')({ erasure })
  })
})

describe('Q11 K31: what is kept', () => {
  test('goes here 45 days after it was last used, and at Crisp too, whether or not we knew of it', async () => {
    await chatting()
    const strange = sessionNamed(8000 + n)
    const now = site.clock.now().getTime()
    site.crisp.conversations.clear()
    site.crisp.conversations.set(session, { updated: now, said: 1 })
    site.crisp.conversations.set(strange, { updated: now - days(1), said: 3 })
    site.clock.pass(days(44) + hours(1))
    await sweep(site.p)
    await job('crisp.old')()
    expect(await known(session)).toBeDefined()
    expect([...site.crisp.conversations.keys()]).toEqual([session])
    site.clock.pass(days(1))
    await sweep(site.p)
    site.crisp.be('down')
    await expect(job('crisp.old')()).rejects.toThrow('answered 503')
    site.crisp.be('well')
    await job('crisp.old')()
    expect([(await known(session)) ?? null, site.crisp.conversations.size]).toEqual([null, 0])
  })
})

describe('Q11: a hook of Crisp', () => {
  type Sent = { session?: string; at?: number; by?: 'plugin' | 'website'; data?: object; site?: string }
  const sends = (
    event: string,
    { session: of = session, at = site.clock.now().getTime(), by = 'plugin', data = {}, site: to = website }: Sent = {},
  ) => {
    const told = crispHook(
      event,
      { session_id: of, timestamp: at, content: 'Wie heeft er nog een kamer?', ...data },
      { website: to, at: site.clock.now().getTime(), ...(by === 'plugin' ? { secret: hookSecret } : {}) },
    )
    const path = by === 'plugin' ? '/crisp/hook' : `/crisp/hook?key=${hookKey}`
    return site.visitor().send(path, { method: 'POST', ...told, headers: { ...told.headers, 'sec-fetch-site': 'cross-site' } })
  }

  test('of a message lets what we know of it stay longer, and keeps nothing of what it says', async () => {
    await chatting()
    const began = (await known(session))?.last_used_at
    site.clock.pass(days(3))
    for (const by of ['plugin', 'website'] as const) expect((await sends('message:send', { by })).status).toBe(204)
    expect((await known(session))?.last_used_at.getTime()).toBe((began?.getTime() ?? 0) + days(3))
    // Told late, or of a time to come, it changes nothing.
    await sends('message:received', { at: site.clock.now().getTime() - days(2) })
    expect((await known(session))?.last_used_at).toEqual(site.clock.now())
    await sends('message:send', { at: site.clock.now().getTime() + days(9) })
    expect((await known(session))?.last_used_at).toEqual(site.clock.now())
    expect(await everything(site.p)).not.toMatch(/nog een kamer/)
    expect(site.logged.join('\n')).not.toMatch(/nog een kamer|session_/)
  })

  test('of a conversation that we do not know is written down if it is there; who comes with it later, has it', async () => {
    await sends('message:send')
    expect(await known(session)).toBeUndefined()
    site.crisp.conversations.set(session, { updated: site.clock.now().getTime(), said: 1 })
    await sends('message:send')
    await sends('message:send')
    expect(await known(session)).toBeDefined()
    await chatting()
    const an = (await known(session))?.person_id
    expect((await rows()).find(({ person_id }) => person_id === an)?.browser).toBeTruthy()
    await sends('message:send', { session: sessionNamed(7000 + n), at: site.clock.now().getTime() - days(46) })
    expect(await known(sessionNamed(7000 + n))).toBeUndefined()
  })

  test('G3: told again or out of order, what was erased does not come back', async () => {
    const an = await chatting()
    await an.post('/nl/chat/erasure')
    await site.p.jobs.drain()
    await sends('message:send')
    expect(await known(session)).toBeUndefined()
    await chatting()
    await sends('session:removed')
    site.crisp.conversations.delete(session)
    await sends('message:send')
    await sends('session:removed')
    expect(await known(session)).toBeUndefined()
    expect((await waiting()).length).toBe(0)
  })

  test('with something else in it does nothing', async () => {
    await chatting()
    const before = await rows()
    expect((await sends('people:profile:removed', { data: { people_id: 'wie' } })).status).toBe(204)
    expect((await sends('session:removed', { site: 'another' })).status).toBe(204)
    expect((await sends('session:removed', { session: '../people' })).status).toBe(204)
    expect((await sends('message:updated')).status).toBe(204)
    expect(await rows()).toEqual(before)
    const post = (body: string, key = hookKey) => site.visitor().send(`/crisp/hook?key=${key}`, { method: 'POST', body })
    for (const body of ['', '[]', 'null', '{"event":1}', '<html>', '['.repeat(100_000)])
      expect((await post(body)).status).toBe(204)
    expect((await post('x'.repeat(10_000_000))).status).toBe(413)
  })

  test('is refused when it is signed wrong, or too long ago, or has another secret in its address', async () => {
    await chatting()
    const told = crispHook(
      'session:removed',
      { session_id: session },
      { website, at: site.clock.now().getTime(), secret: hookSecret },
    )
    const post = (headers: Record<string, string>, body = told.body, path = '/crisp/hook') =>
      site.visitor().send(path, { method: 'POST', body, headers })
    for (const answer of [
      await post({ ...told.headers, 'x-crisp-signature': 'x'.repeat(64) }),
      await post(told.headers, told.body.replace('session:removed', 'message:send')),
      await post({}),
      await post({}, told.body, '/crisp/hook?key=x'),
    ])
      expect(answer.status).toBe(403)
    site.clock.pass(minutes(6))
    expect((await post(told.headers)).status).toBe(403)
    expect(await known(session)).toBeDefined()
  })

  test('is to be told again while Crisp cannot say whether the conversation is there', async () => {
    site.crisp.be('down')
    const answer = await sends('message:send')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
  })
})

test('Q11: with Crisp there is nothing of our own chat, and its company is named or the program does not start', async () => {
  const tables = await site.p.db.introspection.getTables()
  expect(tables.map(({ name }) => name).filter((name) => name.startsWith('chat'))).toEqual([])
  for (const path of ['/nl/chat/events', '/nl/chat/conversation.txt', '/nl/chat/erasure'])
    expect([path, (await site.visitor().get(path)).status]).toEqual([path, 404])
  const { CRISP_KEY: _, ...without } = crispEnv(site.crisp.url)
  await expect(testSite({ site: 'src/app/testing/crisp', env: without })).rejects.toThrow(/CRISP_IDENTIFIER, CRISP_KEY/)
}, 60_000)
