import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { dayOf, days } from '../../platform/clock'
import { tokenOf } from '../../platform/links'
import { MailRefused } from '../../platform/mail/transport'
import { catchUp, copyOf, erase, restrict, sweep } from '../../privacy'
import { cutoff, holding, overOn } from '../../register'
import { dayIn } from '../../std/written'
import { signedUp } from '../accounts/testing'
import { faultsInChain } from '../consent'
import { memberOfStaff } from '../desk/testing'
import { insertLetter } from './queries'
import { leaveAlone, writeAgain } from './subscribing'
import { asked, letterOf, minute, stopIn, subscribed } from './testing'

const zoe = 'zoe@buren.example'
const rik = 'rik@buren.example'
let site: TestSite
let stef: Awaited<ReturnType<typeof memberOfStaff>>
/** Addresses that the mail server refuses for good, and for now. */
const refused = { forGood: new Set<string>(), now: new Set<string>() }

beforeAll(async () => {
  site = await testSite()
  const { transport } = site.p.mail
  Object.assign(site.p.mail, {
    transport: {
      ...transport,
      async send(letter: Parameters<typeof transport.send>[0]) {
        if (refused.forGood.has(letter.to)) throw new MailRefused('EENVELOPE', true)
        if (refused.now.has(letter.to)) throw new MailRefused('ETIMEDOUT')
        await transport.send(letter)
      },
    },
  })
}, 60_000)
afterAll(() => site?.close())
beforeEach(async () => {
  const { db } = site.p
  for (const table of ['signups', 'subscribers', 'deliveries', 'letters', 'no_mail', 'texts', 'rate_limits'] as const)
    await db.deleteFrom(table).execute()
  refused.forGood.clear()
  refused.now.clear()
  stef = await memberOfStaff(site, 'owner')
  await site.mails()
})

const rowsOf = (table: 'signups' | 'subscribers' | 'deliveries' | 'no_mail') => site.p.db.selectFrom(table).selectAll().execute()
const send = async (letter: string, when: Record<string, string> = { when: 'now' }) => {
  expect((await stef.visitor.post(`${letter}/sending`, when)).location).toBe(letter)
}
const consents = () => site.p.db.selectFrom('consents').selectAll().where('purpose', '=', 'newsletter').orderBy('seq').execute()

describe('K16: the newsletter goes to who said yes from their own mailbox', () => {
  test('a form asks the address alone; nothing is subscribed before the button behind the link is pressed', async () => {
    const form = await site.visitor().get('/nl/newsletter')
    expect([...form.html.matchAll(/<input[^>]* name="([^"]*)"/g)].map(([, name]) => name)).toEqual(['email', 'website'])
    const wrong = await site.visitor().post('/nl/newsletter', { email: 'geen adres' })
    expect([wrong.status, wrong.html.includes('value="geen adres"')]).toEqual([422, true])
    const path = await asked(site, zoe)
    const [signup] = await rowsOf('signups')
    expect(JSON.stringify(signup)).not.toContain('buren')
    expect((await site.visitor().get(path)).text).toContain('Je ja geldt 24 maanden')
    expect([(await rowsOf('subscribers')).length, (await consents()).length]).toEqual([0, 0])
    expect((await site.visitor().post(path)).location).toBe('/nl/newsletter/subscribed')
    expect([(await rowsOf('subscribers')).length, (await rowsOf('signups')).length]).toEqual([1, 0])
    expect(await consents()).toMatchObject([
      { given: true, how: 'mail', language: 'nl', person_id: signup && expect.any(String) },
    ])
    expect(await faultsInChain(site.p)).toEqual([])
    // The link is used up, and one that is made up was never good.
    expect((await site.visitor().post(path)).status).toBe(410)
    expect((await site.visitor().get(path.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')))).status).toBe(404)
  })

  test('what is not confirmed is gone after 7 days; a yes ends with its proof, after 24 months, unless it is said again', async () => {
    const path = await asked(site, zoe)
    site.clock.pass(days(7.1))
    expect((await site.visitor().get(path)).status).toBe(410)
    await sweep(site.p)
    expect(await rowsOf('signups')).toEqual([])
    stef = await memberOfStaff(site, 'owner')
    await subscribed(site, zoe)
    await send(await letterOf(stef.visitor))
    const [letter] = await minute(site)
    const link = stopIn(letter ?? { text: '' })
    site.clock.pass(days(700))
    expect((await site.visitor().post(link, { act: 'renew' })).location).toBe(`${link}?renewed`)
    expect((await site.visitor().get(`${link}?renewed`)).text).toContain('je blijft ingeschreven')
    site.clock.pass(days(700))
    expect((await site.visitor().get(link)).text).toContain('Je bent ingeschreven tot')
    site.clock.pass(days(35))
    expect((await site.visitor().get(link)).text).toContain('Hier is niets meer om te stoppen')
  })

  test('the answer is the same whether the address is known, left alone or new; a robot is told the same; too many are refused', async () => {
    await subscribed(site, zoe)
    const answers = []
    for (const email of [zoe, rik]) answers.push((await site.visitor().post('/nl/newsletter', { email })).location)
    expect(new Set(answers)).toEqual(new Set(['/nl/newsletter/sent']))
    expect((await site.mails()).map(({ to }) => to).sort()).toEqual([rik, zoe])
    const before = (await rowsOf('signups')).length
    const robot = await site.visitor().post('/nl/newsletter', { email: 'robot@buren.example', website: 'https://koop.example' })
    expect([robot.location, (await rowsOf('signups')).length]).toEqual(['/nl/newsletter/sent', before])
    for (const n of [1, 2, 3]) await site.visitor(`203.0.113.${n}`).post('/nl/newsletter', { email: zoe })
    const tooMany = await site.visitor('203.0.113.9').post('/nl/newsletter', { email: zoe.toUpperCase() })
    expect([tooMany.status, tooMany.html.includes(`value="${zoe.toUpperCase()}"`)]).toEqual([429, true])
  })

  test('who subscribes twice is on the list once, and in another language on another list', async () => {
    await subscribed(site, zoe)
    await subscribed(site, 'Zoe@Buren.example')
    await subscribed(site, zoe, { language: 'fr' })
    expect((await rowsOf('subscribers')).map(({ language }) => language).sort()).toEqual(['fr', 'nl'])
    await send(await letterOf(stef.visitor))
    expect((await minute(site)).map(({ to }) => to.toLowerCase())).toEqual([zoe])
  })
})

describe('a letter is an article, sent', () => {
  test('it says what the article says, whole, with our addresses whole and without a picture', async () => {
    await subscribed(site, zoe)
    const body = '## Eerst\n\nNeem [een pot](/nl/rooms) en **rijst**.\n\n![Een pot](/pictures/x.svg)'
    await send(await letterOf(stef.visitor, { body }))
    const [letter] = await minute(site)
    expect(letter).toMatchObject({ to: zoe, subject: 'Kotkost' })
    expect(letter?.html).toContain('<a href="http://localhost:3000/nl/rooms">een pot</a> en <strong>rijst</strong>')
    expect(letter?.html).toContain('Een pot')
    expect(letter?.html).not.toMatch(/<img|<picture|src=|[?&](?:utm|id|mc)_?/)
    expect(letter?.text).toContain('Neem [een pot](http://localhost:3000/nl/rooms) en **rijst**.')
    expect(letter?.text).toContain('http://localhost:3000/nl/blog/kotkost')
    expect(letter?.text).toContain('Je ja geldt tot')
  })

  test('it leaves once, to those of its language who were there, also when it is tried again or stopped halfway', async () => {
    for (const email of [zoe, rik, 'mia@buren.example']) await subscribed(site, email)
    await subscribed(site, 'luc@buren.example', { language: 'fr' })
    const path = await letterOf(stef.visitor)
    const id = path.split('/').at(-1) ?? ''
    await send(path)
    await minute(site).then((letters) => expect(letters).toHaveLength(3))
    // As if the program had stopped before it wrote down that this was all.
    await site.p.db.updateTable('letters').set({ ended_at: null }).where('id', '=', id).execute()
    await site.p.db
      .deleteFrom('deliveries')
      .where(
        'id',
        'in',
        (await rowsOf('deliveries')).slice(0, 1).map((row) => row.id),
      )
      .execute()
    site.clock.pass(1000)
    await subscribed(site, 'nina@buren.example')
    expect(await minute(site)).toHaveLength(1)
    expect(await minute(site)).toEqual([])
    expect((await stef.visitor.get(path)).text).toContain('Verstuurd')
  })

  test('what leaves is what stood there when it began; before that it follows the article', async () => {
    await subscribed(site, zoe)
    const path = await letterOf(stef.visitor)
    await send(path, { when: 'later', day: dayOf(new Date(site.clock.now().getTime() + days(10))), time: '9:30' })
    expect((await stef.visitor.get(path)).text).toContain('Ingepland')
    expect(await minute(site)).toEqual([])
    await site.p.db.updateTable('texts').set({ title: 'Kotkost, beter' }).execute()
    site.clock.pass(days(11))
    expect((await minute(site)).map(({ subject }) => subject)).toEqual(['Kotkost, beter'])
    await site.p.db.deleteFrom('texts').execute()
    stef = await memberOfStaff(site, 'owner')
    expect((await stef.visitor.get(path)).text).toContain('Kotkost, beter')
  })

  test('a time that has passed is refused with what was typed; what is scheduled can be taken back; a draft thrown away', async () => {
    const path = await letterOf(stef.visitor)
    const late = await stef.visitor.post(`${path}/sending`, { when: 'later', day: '1/1/2020', time: '9:30' })
    expect([late.status, late.text.includes('Vul een dag en een uur in die nog komen')]).toEqual([422, true])
    expect((await stef.visitor.post(`${path}/sending`)).status).toBe(422)
    await send(path, { when: 'later', day: dayOf(new Date(site.clock.now().getTime() + days(10))), time: '9:30' })
    await stef.visitor.post(`${path}/withdrawal`)
    expect((await stef.visitor.get(path)).text).toContain('Klad')
    expect((await stef.visitor.post(`${path}/removal`)).location).toBe(`${path}/removal`)
    await stef.visitor.post(`${path}/removal`, { sure: '1' })
    expect((await stef.visitor.get(path)).status).toBe(404)
    expect((await stef.visitor.post('/nl/desk/letters', { article: 'nl geen' })).status).toBe(422)
  })

  test('without its article it does not leave, and says so at the desk', async () => {
    await subscribed(site, zoe)
    const path = await letterOf(stef.visitor)
    await send(path)
    await site.p.db.deleteFrom('texts').execute()
    expect(await minute(site)).toEqual([])
    expect((await stef.visitor.get(path)).text).toContain('Het artikel van deze brief is er niet meer')
    expect((await stef.visitor.post(`${path}/sending`, { when: 'now' })).status).toBe(404)
  })

  test('a test goes to who asks it, and to nobody else', async () => {
    await subscribed(site, zoe)
    const path = await letterOf(stef.visitor, { when: 'draft' })
    expect((await stef.visitor.post(`${path}/test`)).location).toBe(`${path}?tested`)
    const letters = await site.mails()
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([[stef.email, '[Proef] Kotkost']])
    // A draft is nowhere on the site.
    expect(letters[0]?.text).not.toContain('/blog/')
    expect(letters[0]?.headers).toBeUndefined()
  })

  test('how many get it is told in whole tens', async () => {
    for (let n = 0; n < 12; n++) await subscribed(site, `lezer${n}@buren.example`)
    expect((await stef.visitor.get('/nl/desk/letters')).text).toContain('Nederlands minstens 10 Frans minder dan 10')
    const path = await letterOf(stef.visitor)
    await send(path)
    await minute(site)
    expect((await stef.visitor.get(path)).text).toContain('Ging naar minstens 10')
  })
})

describe('who wants no more', () => {
  const received = async (email = zoe) => {
    await subscribed(site, email)
    await send(await letterOf(stef.visitor))
    const letter = (await minute(site)).find(({ to }) => to === email)
    if (!letter) throw new Error('no letter')
    return letter
  }

  test('stops by one press of a mail program, without signing in: the address is erased at once', async () => {
    const letter = await received()
    expect(letter.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const [, url = ''] = /^<(\S+)>$/.exec(letter.headers?.['List-Unsubscribe'] ?? '') ?? []
    const path = new URL(url).pathname
    const program = site.visitor('203.0.113.77')
    expect((await program.get(path)).text).toContain('Je bent ingeschreven tot')
    expect(await rowsOf('subscribers')).toHaveLength(1)
    const press = { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }
    const pressed = () => program.post(path, { 'List-Unsubscribe': 'One-Click' }, press)
    expect((await pressed()).status).toBe(200)
    expect([await rowsOf('subscribers'), await rowsOf('deliveries'), await rowsOf('no_mail')]).toEqual([[], [], []])
    expect((await consents()).at(-1)).toMatchObject({ given: false, how: 'mail' })
    expect(await faultsInChain(site.p)).toEqual([])
    // Mail programs press twice, and people look again.
    expect((await pressed()).status).toBe(200)
    expect((await program.get(path)).text).toContain('Hier is niets meer om te stoppen')
    await send(await letterOf(stef.visitor, { title: 'Nog een' }))
    expect(await minute(site)).toEqual([])
    // With the sweep nothing is left of who it was.
    site.clock.pass(days(2))
    await sweep(site.p)
    expect(await consents()).not.toContainEqual(expect.objectContaining({ given: false, purpose: 'newsletter' }))
  })

  test('what comes from another site does nothing but stop: all else is refused, and so is a link that is not whole or of another kind', async () => {
    const letter = await received()
    const signup = await asked(site, rik)
    const program = site.visitor('203.0.113.78')
    const press = (path: string, fields: Record<string, string> = { 'List-Unsubscribe': 'One-Click' }) =>
      program.post(path, fields, { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }).then(({ status }) => status)
    const path = stopIn(letter)
    const [token = '', other = ''] = [path, signup].map((one) => one.split('/').at(-1))
    expect(await press('/nl/newsletter', { email: rik })).toBe(403)
    expect(await press(signup)).toBe(403)
    for (const wrong of [
      path.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
      path.replace(token, other),
      path.replace(token.slice(0, 32), other.slice(0, 32)),
    ])
      expect(await press(wrong)).toBe(404)
    for (const shapeless of [path.slice(0, -1), `${path}a`]) expect(await press(shapeless)).toBe(403)
    const odd: Record<string, string>[] = [{}, { 'List-Unsubscribe': 'Two-Click' }, { act: 'other' }]
    for (const fields of odd) expect(await press(path, fields)).toBe(404)
    expect(await rowsOf('subscribers')).toHaveLength(1)
    expect(await press(path)).toBe(200)
    expect(await rowsOf('subscribers')).toEqual([])
  })

  test('takes it back while a letter waits to leave: it does not', async () => {
    await subscribed(site, zoe)
    const path = await letterOf(stef.visitor)
    refused.now.add(zoe)
    await send(path)
    await minute(site)
    refused.now.clear()
    const [row] = await rowsOf('subscribers')
    await site
      .visitor()
      .post(`/nl/newsletter/subscription/${tokenOf(site.p, 'newsletter subscriber', row?.id ?? '')}`, { act: 'stop' })
    const { id } = await site.p.db
      .selectFrom('outbox')
      .select('id')
      .where('template', '=', 'newsletter.letter')
      .executeTakeFirstOrThrow()
    await site.p.jobs.send(site.p.db, 'mail.send', { outbox: id })
    expect(await site.mails()).toEqual([])
  })

  test('never again: a keyed hash outlasts the address, and it cannot be put on the list for 36 months', async () => {
    const letter = await received()
    expect((await site.visitor().post(stopIn(letter), { act: 'never' })).location).toBe('/nl/newsletter/never')
    expect((await site.visitor().get('/nl/newsletter/never')).text).toContain('blijft er 36 maanden een afdruk van')
    expect(await rowsOf('subscribers')).toEqual([])
    const [kept] = await rowsOf('no_mail')
    expect(JSON.stringify(kept)).not.toContain('buren')
    expect(await asked(site, zoe.toUpperCase())).toBe('')
    expect(await asked(site, rik)).not.toBe('')
    const aged = (by: number) => ({ at: new Date(cutoff(holding['noMail.newsletter'].keep, site.clock.now()).getTime() + by) })
    await site.p.db.updateTable('no_mail').set(aged(1000)).execute()
    expect(await asked(site, zoe)).toBe('')
    await sweep(site.p)
    expect(await rowsOf('no_mail')).toHaveLength(1)
    await site.p.db.updateTable('no_mail').set(aged(-1000)).execute()
    expect(await asked(site, zoe)).not.toBe('')
    await sweep(site.p)
    expect((await site.p.connection.pool.query('select mark from no_mail')).rows).toEqual([])
  })

  test('an address that takes no mail for good is left alone; one that refuses for now is tried again', async () => {
    for (const email of [zoe, rik]) await subscribed(site, email)
    refused.forGood.add(zoe)
    refused.now.add(rik)
    await send(await letterOf(stef.visitor))
    await minute(site)
    expect((await rowsOf('subscribers')).length).toBe(1)
    expect((await rowsOf('no_mail')).length).toBe(1)
    refused.forGood.clear()
    expect(await asked(site, zoe)).toBe('')
    expect(await asked(site, rik)).toBe('')
    refused.now.clear()
    expect(await asked(site, rik)).not.toBe('')
  })

  test('staff leave an address alone that asked it or complained, and lift that again', async () => {
    for (const language of ['nl', 'fr']) await subscribed(site, zoe, { language })
    const act = (act: string, email = zoe) => stef.visitor.post('/nl/desk/letters/left-alone', { email, act })
    expect((await act('again')).location).toBe('/nl/desk/letters?done=notAlone')
    expect((await act('alone', 'geen adres')).status).toBe(422)
    expect((await act('alone')).location).toBe('/nl/desk/letters?done=alone')
    expect(await rowsOf('subscribers')).toEqual([])
    expect(await asked(site, zoe)).toBe('')
    expect((await act('again')).location).toBe('/nl/desk/letters?done=again')
    expect(await asked(site, zoe)).not.toBe('')
  })

  test('G3: what a backup brings back is left alone as before, and what was lifted is not; the ledger outside has a keyed hash alone', async () => {
    const { p } = site
    const position = await p.db.selectFrom('ledger_position').selectAll().executeTakeFirstOrThrow()
    await leaveAlone(p, zoe)
    await leaveAlone(p, rik)
    expect(await writeAgain(p, rik)).toBe(true)
    const { lines } = await p.ledger.read()
    expect(lines.slice(-3).map(({ kind }) => kind)).toEqual(['leftAlone', 'leftAlone', 'writtenToAgain'])
    expect(JSON.stringify(lines)).not.toContain('buren')
    const [mark] = await rowsOf('no_mail')
    // As a backup from before has it.
    await p.db.deleteFrom('no_mail').execute()
    await p.db.updateTable('ledger_position').set(position).execute()
    site.clock.pass(days(3))
    expect(await catchUp(p)).toBe(3)
    expect(await rowsOf('no_mail')).toEqual([mark])
    expect(await asked(site, zoe)).toBe('')
    expect(await asked(site, rik)).not.toBe('')
  })

  test('G3: the receipt of an erasure says that the address is left alone, until when, and how that is lifted', async () => {
    const [an, bo] = [await signedUp(site, { firstName: 'An' }), await signedUp(site, { firstName: 'Bo' })]
    await leaveAlone(site.p, an.email.toUpperCase())
    const until = dayOf(overOn(holding['noMail.newsletter'].keep, site.clock.now()))
    await site.mails()
    const receipt = await an.visitor.post('/nl/account/end', { currentPassword: an.password, sure: 'yes' })
    expect(receipt.text).toContain('Adressen die geen nieuwsbrief willen')
    expect(receipt.text).toContain('Vraag het ons met het contactformulier')
    const letter = (await site.mails()).find(({ to }) => to === an.email)
    expect(letter?.text).toContain(`daarvan blijft tot en met ${dayIn(until, 'nl')} een afdruk met een eigen sleutel`)
    expect((await erase(site.p, bo.personId)).kept).toEqual([])
  })

  test('K24: under the mails of an account it is switched on and off, goes along to a new address, and goes with the account', async () => {
    const an = await signedUp(site, { firstName: 'An' })
    const settings = '/nl/account/settings/notifications'
    const press = (act: string) => an.visitor.post('/nl/account/newsletter', { act })
    const offered = await an.visitor.get(settings)
    expect([offered.html.includes('value="start"'), offered.text.includes('Ja, ik wil hem')]).toEqual([true, true])
    await leaveAlone(site.p, an.email)
    expect((await press('start')).location).toBe(settings)
    expect((await an.visitor.get(settings)).text).toContain('Je bent ingeschreven tot')
    expect((await consents()).at(-1)).toMatchObject({ given: true, how: 'choices', person_id: an.personId })
    await site.mails()
    await send(await letterOf(stef.visitor))
    expect((await minute(site)).map(({ to }) => to)).toEqual([an.email])
    await an.visitor.post('/nl/account/settings/email', { email: zoe, currentPassword: an.password })
    const link = linkIn((await site.mails()).find(({ to }) => to === zoe))
    await an.visitor.post(link)
    await site.mails()
    await send(await letterOf(stef.visitor, { title: 'Nog een' }))
    expect((await minute(site)).map(({ to }) => to)).toEqual([zoe])
    await press('stop')
    expect([(await rowsOf('subscribers')).length, (await an.visitor.get('/nl/account')).status]).toEqual([0, 200])
    expect((await consents()).at(-1)).toMatchObject({ given: false, person_id: an.personId })
    // What was subscribed to without the account is at its address too.
    await subscribed(site, zoe, { language: 'fr' })
    expect((await an.visitor.get(settings)).html).toContain('value="stop"')
    await press('stop')
    expect(await rowsOf('subscribers')).toEqual([])
    await press('start')
    await erase(site.p, an.personId)
    expect(await rowsOf('subscribers')).toEqual([])
  })

  test('G7: whose data are only stored gets nothing meanwhile', async () => {
    await subscribed(site, zoe)
    const [row] = await rowsOf('subscribers')
    await restrict(site.p, row?.person_id ?? '', { ground: 'unlawful', reason: 'Vraag van Zoë' })
    await send(await letterOf(stef.visitor))
    expect(await minute(site)).toEqual([])
  })

  test('a person’s copy has it all, and an erasure leaves none of it', async () => {
    await received()
    const [row] = await rowsOf('subscribers')
    const person = row?.person_id ?? ''
    const copy = JSON.stringify(await copyOf(site.p, person, 'nl'))
    for (const said of [zoe, 'email.newsletter', 'delivery.newsletter', 'choice.consent']) expect(copy).toContain(said)
    await erase(site.p, person)
    expect([await rowsOf('subscribers'), await rowsOf('deliveries')]).toEqual([[], []])
  })
})

test('the link that proves a mailbox shows who asks about their data that they have the newsletter', async () => {
  await subscribed(site, zoe)
  const zoeAsks = site.visitor()
  await zoeAsks.post('/nl/privacy/ask', { email: zoe })
  const answer = await zoeAsks.post(linkIn((await site.mails())[0]))
  expect((await zoeAsks.follow(answer)).text).toContain('nieuwsbrief')
})

test('the form stands below each article', async () => {
  await letterOf(stef.visitor)
  expect((await site.visitor().get('/nl/blog/kotkost')).html).toContain('action="/nl/newsletter"')
})

test('an article of the site’s own folder is sent as one of the desk is, on a site with one language too', async () => {
  const bureau = await testSite({ site: 'bureau' })
  const { p } = bureau
  await bureau.visitor().post('/newsletter', { email: zoe })
  await bureau.visitor().post(linkIn((await bureau.mails())[0]))
  const now = p.clock.now()
  await insertLetter(p.db, { id: randomUUID(), article: 'backup', language: 'nl', created_at: now, send_at: now })
  const [letter] = await minute(bureau)
  const { html } = await bureau.visitor().get('/blog/back-up')
  expect([letter?.to, letter?.text.includes(`${p.config.publicUrl}/blog/back-up`)]).toEqual([zoe, true])
  expect(html).toContain(`${letter?.subject}</h1>`)
  await bureau.close()
})
