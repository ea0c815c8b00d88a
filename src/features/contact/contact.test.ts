import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type TestSite, testSite, type Visitor } from '../../app/testing'
import { days, seconds } from '../../platform/clock'
import { workedOut } from '../../platform/forms/testing'
import { restrict, sweep } from '../../privacy'
import { type SignedUp, signedUp } from '../accounts/testing'
import { hidden, memberOfStaff } from '../desk/testing'

const zoe = 'zoe@buren.example'
const question = 'Is het gebouw ook met een rolstoel te bereiken?\nEn de lift?'
let site: TestSite
let an: SignedUp
let rita: Awaited<ReturnType<typeof memberOfStaff>>
let networks = 0
const somebody = () => site.visitor(`203.0.113.${++networks}`)
const all = () => site.p.db.selectFrom('entries').selectAll().orderBy('created_at').execute()
const sealed = async () => JSON.stringify(await all())

beforeAll(async () => {
  site = await testSite()
  const forms = [...site.p.site.forms, { file: 'forms/quote.json', content: { use: 'quote' } }]
  Object.assign(site.p, { site: { ...site.p.site, forms } })
  an = await signedUp(site, { firstName: 'An', email: 'an@example.org' })
  rita = await memberOfStaff(site, 'moderator', { firstName: 'Rita' })
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.p.db.deleteFrom('rate_limits').execute()
  await site.p.db.deleteFrom('entries').execute()
  await site.mails()
})

/** Fills in a page as a person does: with what it sends along, and not in the blink of an eye. */
async function send(visitor: Visitor, path: string, page: Answer, typed: Record<string, string | string[]>): Promise<Answer> {
  site.clock.pass(seconds(20))
  const along = { step: hidden(page.html, 'step'), since: hidden(page.html, 'since'), website: '', act: 'go' }
  return visitor.post(path, { ...along, ...typed })
}
const contact = '/nl/forms/contact'
async function zoeWrites(message = question, visitor = somebody()) {
  const page = await visitor.get(contact)
  return send(visitor, contact, page, { name: 'Zoë', email: zoe, message })
}
const complaint = '/nl/forms/complaint'
const pdf = '%PDF-1.7 zqxbewijs'
const typed = { about: 'site', what: 'De knop deed niets.', email: zoe }
const file = (content: string, name = 'bewijs.pdf') => new File([Buffer.from(content, 'latin1')], name)
async function complains(proof: File | undefined, over: Record<string, string> = {}, visitor = somebody()): Promise<Answer> {
  const page = await visitor.get(complaint)
  expect(page.html).toContain('enctype="multipart/form-data"')
  site.clock.pass(seconds(20))
  const data = new FormData()
  const along = { step: hidden(page.html, 'step'), since: hidden(page.html, 'since'), website: '', act: 'go' }
  for (const [name, value] of Object.entries({ ...along, ...typed, ...over })) data.set(name, value)
  if (proof) data.set('proof', proof)
  return visitor.post(complaint, data)
}
const files = async () => (await site.p.connection.pool.query('select * from entry_files')).rows
const atDesk = async () => {
  await site.p.db.updateTable('sessions').set({ second_factor_at: site.clock.now() }).execute()
  return rita.visitor
}

describe('Q9: a form is mailed to the site at once, and kept as a backup for 45 days', () => {
  test('the site gets what was filled in; the address in it, which may be anybody’s, only that something came', async () => {
    expect((await zoeWrites()).location).toBe('/nl/forms/contact/sent')
    const letters = await site.mails()
    const toSite = letters.find(({ to }) => to === site.p.site.controller.email)
    const toZoe = letters.find(({ to }) => to === zoe)
    expect(letters.length).toBe(2)
    expect(toSite).toMatchObject({ replyTo: zoe })
    expect(toSite?.text).toContain(`Je bericht\n${question}`)
    expect(toZoe?.text).toContain('We bewaren het tot')
    for (const written of ['rolstoel', 'Zoë']) expect(toZoe?.text).not.toContain(written)
    expect((await all())[0]?.mailed_at).toEqual(site.clock.now())
    const page = await somebody().get('/nl/forms/contact/sent')
    expect(page.text).toContain('We hebben het ontvangen')
  })

  test('it lies sealed, also the address, and what left for the mail server is in the ledger', async () => {
    await zoeWrites()
    await site.mails()
    const [row] = await all()
    for (const readable of [zoe, 'rolstoel', 'Zoë']) {
      expect(await sealed()).not.toContain(readable)
      expect(row?.filled_in.bytes.includes(Buffer.from(readable))).toBe(false)
    }
    const told = await site.p.db
      .selectFrom('disclosures')
      .select(['recipient', 'purpose', 'holdings'])
      .where('person_id', '=', row?.person_id ?? '')
      .execute()
    expect(told.map(({ holdings }) => holdings.toSorted().join(' ')).sort()).toEqual(['answers.form email.form', 'email.form'])
    expect(new Set(told.map(({ recipient, purpose }) => `${recipient} ${purpose}`))).toEqual(new Set(['mail correspondence']))
  })

  test('on day 45 it is there to the second, and then gone', async () => {
    await zoeWrites()
    await complains(file(pdf))
    await site.mails()
    const [, row] = await all()
    const over = (row?.created_at.getTime() ?? 0) + days(45)
    site.clock.pass(over - site.clock.now().getTime() - seconds(1))
    await sweep(site.p)
    expect([(await all()).length, (await files()).length]).toEqual([1, 1])
    site.clock.pass(seconds(2))
    expect(await all()).toEqual([])
    await sweep(site.p)
    const { rows } = await site.p.connection.pool.query('select id from entries')
    expect([rows, await files()]).toEqual([[], []])
  })

  test('a mail server that does not take it: whoever wrote is told that it was received, and it waits', async () => {
    const { transport } = site.p.mail
    const take = transport.send
    transport.send = async () => {
      throw new Error('no TLS here')
    }
    try {
      expect((await zoeWrites()).location).toBe('/nl/forms/contact/sent')
      await site.mails().catch(() => {})
      expect((await all())[0]?.mailed_at).toBeNull()
      const page = await (await atDesk()).get(`/nl/desk/forms/${(await all())[0]?.id}`)
      expect(page.text).toContain('Nog niet gemaild')
    } finally {
      transport.send = take
    }
  })
})

describe('what may be filled in', () => {
  test('a field that lacks something says so, and nothing typed is lost', async () => {
    const visitor = somebody()
    const page = await visitor.get(contact)
    const refused = await send(visitor, contact, page, { name: 'Zoë', email: 'geen adres', message: '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Vul een e‑mailadres in')
    expect(refused.html).toContain('value="Zoë"')
    expect(await all()).toEqual([])
  })

  test('a line break in an address or a name puts no header into a mail', async () => {
    const visitor = somebody()
    const page = await visitor.get(contact)
    const evil = 'zoe@buren.example\r\nBcc: all@example.org'
    expect((await send(visitor, contact, page, { email: evil, message: question })).status).toBe(422)
    expect((await send(visitor, contact, page, { name: 'Zoë\nBcc: x', email: zoe, message: question })).status).toBe(422)
    expect(await site.mails()).toEqual([])
  })

  test('what robots do is held up, and a person loses nothing: too quick, the field that nobody sees, a page that was made up', async () => {
    const visitor = somebody()
    const page = await visitor.get(contact)
    const typed = { step: '0', since: hidden(page.html, 'since'), website: '', act: 'go', email: zoe, message: question }
    const stamp = `${site.clock.now().getTime() - 60_000}.made-up`
    for (const robot of [typed, { ...typed, website: 'https://spam.example' }, { ...typed, since: stamp }]) {
      const held = await visitor.post(contact, robot)
      expect(held.text).toContain('Er is niets verloren')
      expect(held.html).toContain(zoe)
      expect(await all()).toEqual([])
    }
    const again = await visitor.post(contact, { ...typed, website: 'x' })
    expect((await send(visitor, contact, again, { email: zoe, message: question })).location).toBe('/nl/forms/contact/sent')
  })

  test('ten an hour from one network, three of them without what a browser works out meanwhile', async () => {
    const visitor = somebody()
    const write = async (n: number, isWorked: boolean) => {
      const page = await visitor.get(contact)
      const worked = isWorked ? workedOut(page.html) : ''
      return send(visitor, contact, page, { email: `${n}@buren.example`, message: question, worked })
    }
    for (let n = 0; n < 9; n++) expect((await write(n, n >= 3)).status).toBe(303)
    expect((await write(9, false)).status).toBe(429)
    const refused = await write(11, true)
    expect([refused.status, refused.text.includes('Te veel ineens'), refused.html.includes('11@buren.example')]).toEqual([
      429,
      true,
      true,
    ])
    expect(refused.html).toContain(question.split('\n')[1])
  })

  test('a button pressed twice sends one form, and both presses are answered; another word or file makes another', async () => {
    const [page, visitor] = [await somebody().get(complaint), somebody()]
    site.clock.pass(seconds(20))
    const along = { step: hidden(page.html, 'step'), since: hidden(page.html, 'since'), website: '', act: 'go' }
    const press = (proof: File, what = typed.what) => {
      const data = new FormData()
      for (const [name, value] of Object.entries({ ...along, ...typed, what })) data.set(name, value)
      data.set('proof', proof)
      return visitor.post(complaint, data)
    }
    const presses = [...(await Promise.all([press(file(pdf)), press(file(pdf))])), await press(file(pdf)), await press(file(pdf))]
    expect(presses.map(({ location }) => location)).toEqual(Array(4).fill(`${complaint}/sent`))
    expect([(await all()).length, (await files()).length, (await site.mails()).length]).toEqual([1, 1, 2])
    await press(file(`${pdf}, nog een`))
    await site.p.db.deleteFrom('rate_limits').execute()
    await press(file(pdf), 'En ook de andere knop.')
    expect((await all()).length).toBe(3)
  })

  test('five an hour for one address, however it is written: nobody is buried in our mails', async () => {
    for (let n = 0; n < 5; n++) expect((await zoeWrites()).status).toBe(303)
    const visitor = somebody()
    const page = await visitor.get(contact)
    const more = await send(visitor, contact, page, { email: 'ZOE@buren.example', message: question })
    expect([more.status, (await all()).length]).toEqual([429, 5])
  })

  test('Q10: the page offers an e-mail link, which stores nothing', async () => {
    const page = await somebody().get(contact)
    expect(page.html).toContain(`href="mailto:${site.p.site.controller.email}"`)
    expect(await all()).toEqual([])
  })
})

describe('a form in steps', () => {
  const quote = '/nl/forms/quote'
  const first = { work: 'site' }
  const second = { wishes: 'Een webwinkel.', start: '1/3/2027', budget: 'more' }
  const third = { name: 'Zoë', email: zoe }

  test('asks what the answers call for, keeps nothing before it is sent, and shows what is sent', async () => {
    const visitor = somebody()
    const asked = await send(visitor, quote, await visitor.get(quote), first)
    expect(asked.text).not.toContain('Adres van de website')
    expect((await send(visitor, quote, await visitor.get(quote), { work: 'care' })).text).toContain('Adres van de website')
    const wrong = await send(visitor, quote, asked, { ...first, wishes: '' })
    expect([wrong.status, wrong.text.includes('Wat moet er komen? – Vul dit in')]).toEqual([422, true])
    expect(wrong.html).toContain('<title>Fout: Vertel er wat over – Vraag een offerte')
    const reach = await send(visitor, quote, asked, { ...first, ...second })
    expect(reach.html).toContain('value="Een webwinkel."')
    const check = await send(visitor, quote, reach, { ...first, ...second, ...third })
    for (const said of ['Een nieuwe website', 'Een webwinkel.', '1 maart 2027', 'Meer dan € 10.000', 'Zoë'])
      expect(check.text).toContain(said)
    expect(await all()).toEqual([])
    const back = await send(visitor, quote, check, { ...first, ...second, ...third, act: 'back' })
    expect(back.html).toMatch(/name="email"[^>]*value="zoe@buren.example"/)
    const changed = await send(visitor, quote, check, { ...first, ...second, ...third, to: '0' })
    expect(changed.html).toMatch(/value="site" checked/)
    expect((await send(visitor, quote, check, { ...first, ...second, ...third })).location).toBe('/nl/forms/quote/sent')
    const toSite = (await site.mails()).find(({ to }) => to === site.p.site.controller.email)
    expect(toSite?.text).toContain('Waar gaat het over?\nEen nieuwe website')
  })

  test('any page of it can be asked for as it was left, wrong or not, the look at all of it too; nothing is sent by that', async () => {
    const visitor = somebody()
    const page = await visitor.get(quote)
    const left = (to: number) => send(visitor, quote, page, { ...first, ...second, to: String(to), act: '' })
    expect((await left(1)).html).toMatch(/data-step="1"[^>]*data-posted/)
    const check = await left(3)
    expect([check.status, check.text.includes('Kijk na wat je verstuurt'), check.text.includes('Een webwinkel.')]).toEqual([
      200,
      true,
      true,
    ])
    // A form with a file has no such look, and there is no page after the last.
    expect((await left(4)).html).toContain('data-step="1"')
    const complains = await send(visitor, complaint, await visitor.get(complaint), { ...typed, email: 'nobody', to: '1' })
    expect([complains.status, await all()]).toEqual([422, []])
  })

  test('is taken ten times an hour too from who works: no field of it has the name of the number', async () => {
    const visitor = somebody()
    for (let n = 0; n < 5; n++) {
      const check = await send(visitor, quote, await visitor.get(quote), { ...first, ...second, ...third, step: '2' })
      const told = { ...first, ...second, ...third, email: `${n}@buren.example`, worked: workedOut(check.html) }
      expect((await send(visitor, quote, check, told)).location).toBe('/nl/forms/quote/sent')
    }
  })

  test('what was not asked is not kept, and a step that was passed over by hand is asked', async () => {
    const visitor = somebody()
    const page = await visitor.get(quote)
    const sent = await send(visitor, quote, page, { ...first, ...second, ...third, address: 'https://old.example', step: '3' })
    expect(sent.location).toBe('/nl/forms/quote/sent')
    const toSite = (await site.mails()).find(({ to }) => to === site.p.site.controller.email)
    expect(toSite?.text).not.toContain('old.example')
    const skipped = await send(visitor, quote, page, { ...first, ...third, step: '3' })
    expect([skipped.status, skipped.text.includes('Wat moet er komen?')]).toEqual([422, true])
  })
})

describe('a file with it', () => {
  test('lies sealed beside the answers; the mail to the site says its name, and the desk hands it out to who read the form', async () => {
    expect((await complains(file(pdf, '../\u0000bewijs van Zoë.pdf'))).location).toBe('/nl/forms/complaint/sent')
    const toSite = (await site.mails()).find(({ to }) => to === site.p.site.controller.email)
    expect(toSite?.text).toContain('Een foto of document\n.. bewijs van Zoë.pdf')
    expect(toSite?.text).not.toContain('zqx')
    const [kept] = await files()
    for (const sealedPart of [kept.file, kept.file_name]) expect(sealedPart.toString('latin1')).not.toMatch(/zqx|bewijs/)
    const desk = await atDesk()
    const at = `/nl/desk/forms/${(await all())[0]?.id}`
    expect((await desk.get(`${at}/files/${kept.id}`)).location).toBe(at)
    await desk.post(`${at}/reading`)
    expect((await desk.get(at)).html).toContain(`${at}/files/${kept.id}`)
    const fetched = await desk.get(`${at}/files/${kept.id}`)
    expect([fetched.bytes.toString('latin1'), fetched.headers.get('content-type')]).toEqual([pdf, 'application/pdf'])
    expect(fetched.headers.get('content-disposition')).toBe(`attachment; filename="complaint-${kept.id}.pdf"`)
    await complains(file(pdf))
    const another = (await all()).find(({ id }) => !at.endsWith(id))
    await desk.post(`/nl/desk/forms/${another?.id}/reading`)
    for (const wrong of [kept.id, 'x']) expect((await desk.get(`/nl/desk/forms/${another?.id}/files/${wrong}`)).status).toBe(404)
  })

  test('need not come, and what is posted as its name is none', async () => {
    expect((await complains(undefined, { proof: 'verzonnen.pdf' })).location).toBe('/nl/forms/complaint/sent')
    expect(await files()).toEqual([])
    expect((await site.mails()).some(({ text }) => text.includes('verzonnen'))).toBe(false)
  })

  test.each([
    ['a drawing that may hold a script', file('<svg xmlns="http://www.w3.org/2000/svg"/>', 'bewijs.png')],
    ['an archive', file('PK\x03\x04', 'bewijs.pdf')],
    ['one that is too large', file(`%PDF-${'x'.repeat(5 * 1024 * 1024)}`)],
  ])('%s is refused with a reason, and what was typed stays', async (_, proof) => {
    const refused = await complains(proof)
    expect([refused.status, refused.text.includes('Dit is geen pdf, jpeg of png')]).toEqual([422, true])
    expect(refused.html).toContain('De knop deed niets.')
    expect(await all()).toEqual([])
  })

  test('is asked for again where something else lacks, or a robot might have sent it', async () => {
    const lacking = await complains(file(pdf), { what: '' })
    expect([lacking.status, lacking.text.includes('Kies het bestand nog eens')]).toEqual([422, true])
    const held = await complains(file(pdf), { website: 'https://spam.example' })
    expect(held.text).toContain('Kies het bestand nog eens')
    expect(await files()).toEqual([])
  })

  test('is asked at the last step, and sent from there', async () => {
    const step = (...fields: object[]) => ({ fields })
    const label = { nl: 'Vraag', fr: 'Question', en: 'Question' }
    const content = {
      ...{ title: label, lead: label, thanks: label },
      steps: [
        step({ name: 'what', kind: 'line', label }),
        step({ name: 'plan', kind: 'file', label: { ...label, nl: 'Plan' } }, { name: 'email', kind: 'email', label }),
      ],
    }
    const forms = [...site.p.site.forms, { file: 'forms/plans.json', content }]
    const before = site.p.site
    Object.assign(site.p, { site: { ...before, forms } })
    const plans = '/nl/forms/plans'
    const visitor = somebody()
    const second = await send(visitor, plans, await visitor.get(plans), { what: 'Een muur' })
    expect([second.text.includes('Versturen'), second.text.includes('Kijk na')]).toEqual([true, false])
    const lacking = await send(visitor, plans, second, { what: 'Een muur', email: zoe })
    expect([lacking.status, lacking.text.includes('Kies een bestand')]).toEqual([422, true])
    site.clock.pass(seconds(20))
    const data = new FormData()
    for (const name of ['step', 'since']) data.set(name, hidden(second.html, name))
    for (const [name, value] of Object.entries({ website: '', act: 'go', what: 'Een muur', email: zoe })) data.set(name, value)
    data.set('plan', file(pdf, 'muur.pdf'))
    expect((await visitor.post(plans, data)).location).toBe('/nl/forms/plans/sent')
    expect(await files()).toHaveLength(1)
    Object.assign(site.p, { site: before })
  })
})

describe('at the desk', () => {
  test('what staff come for every day stands first in the menu', async () => {
    const { html } = await rita.visitor.get('/nl/desk')
    const at = ['', '/forms', '/chat', '/security'].map((path) => html.indexOf(`href="/nl/desk${path}"`))
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(at).not.toContain(-1)
  })

  test('it is read with a note in the sender’s ledger, taken, and answered by mail', async () => {
    await zoeWrites()
    await site.mails()
    const desk = await atDesk()
    const [row] = await all()
    const at = `/nl/desk/forms/${row?.id}`
    expect((await desk.get('/nl/desk?kind=forms')).html).toContain(at)
    expect((await desk.get(at)).text).not.toContain('rolstoel')
    await desk.post(`${at}/reading`)
    const page = await desk.get(at)
    for (const said of ['rolstoel', zoe]) expect(page.text).toContain(said)
    const opened = await site.p.db
      .selectFrom('openings')
      .select(['purpose', 'holdings'])
      .where('person_id', '=', row?.person_id ?? '')
      .execute()
    expect(opened).toEqual([{ purpose: 'correspondence', holdings: ['answers.form', 'email.form'] }])
    await desk.post(at, { act: 'take' })
    expect((await desk.get(at)).text).toContain('Voor jou')
    expect((await desk.post(`${at}/answer`, { answer: '' })).status).toBe(422)
    expect((await desk.post(`${at}/answer`, { answer: 'Ja, langs de achterkant.' })).location).toBe('/nl/desk?kind=forms')
    const [letter] = await site.mails()
    expect([letter?.to, letter?.text.includes('Ja, langs de achterkant.'), letter?.text.includes('rolstoel')]).toEqual([
      zoe,
      true,
      true,
    ])
    expect((await desk.get('/nl/desk?kind=forms')).html).not.toContain(at)
    expect((await desk.post(`${at}/answer`, { answer: 'Nog eens.' })).status).toBe(422)
    expect(await sealed()).not.toContain('achterkant')
  })

  test('an answer whose button is pressed twice goes once; after a colleague’s nothing goes, and nothing typed is lost', async () => {
    await zoeWrites()
    const desk = await atDesk()
    const path = `/nl/desk/forms/${(await all())[0]?.id}`
    await desk.post(`${path}/reading`)
    await site.mails()
    const press = (answer: string) => desk.post(`${path}/answer`, { answer })
    const presses = await Promise.all([press('Ja, er is een lift.'), press('Ja, er is een lift.')])
    expect(presses.map(({ location }) => location)).toEqual(Array(2).fill('/nl/desk?kind=forms'))
    expect((await site.mails()).map(({ to }) => to)).toEqual([zoe])
    const late = await press('Neen, helaas niet.')
    expect(late.status).toBe(422)
    for (const shown of ['Een collega antwoordde intussen', 'Ja, er is een lift.', 'Neen, helaas niet.'])
      expect(late.text).toContain(shown)
    expect(await site.mails()).toEqual([])
  })

  test('it is passed on to a colleague who may read it, and to nobody else', async () => {
    await zoeWrites()
    const desk = await atDesk()
    const at = `/nl/desk/forms/${(await all())[0]?.id}`
    expect((await desk.get(at)).text).not.toContain('Geef door')
    const mo = await memberOfStaff(site, 'moderator', { firstName: 'Mo' })
    const dora = await memberOfStaff(site, 'officer', { firstName: 'Dora' })
    const page = await desk.get(at)
    expect([page.html.includes(mo.personId), page.html.includes(dora.personId)]).toEqual([true, false])
    for (const to of [dora.personId, an.personId, 'x']) await desk.post(at, { act: 'hand', to })
    expect((await all())[0]?.assigned_to).toBeNull()
    await desk.post(at, { act: 'hand', to: mo.personId })
    expect((await all())[0]?.assigned_to).toBe(mo.personId)
    expect((await desk.get(at)).text).toContain('Bij een collega')
    expect((await mo.visitor.get(at)).text).toContain('Voor jou')
  })

  test('what came in stands in one list, done or not, and nothing of what it says', async () => {
    const desk = await atDesk()
    expect((await desk.get('/nl/desk/forms')).text).toContain('Nog niets binnengekomen')
    await zoeWrites()
    const at = `/nl/desk/forms/${(await all())[0]?.id}`
    const first = await desk.get('/nl/desk/forms')
    expect([first.html.includes(at), first.text.includes('Te doen')]).toEqual([true, true])
    for (const said of [zoe, 'Zoë', 'rolstoel']) expect(first.html).not.toContain(said)
    await desk.post(at, { act: 'done' })
    const after = await desk.get('/nl/desk/forms')
    expect([after.html.includes(at), after.text.includes('Afgehandeld')]).toEqual([true, true])
  })

  test('what needs no answer is done, and can be put back', async () => {
    await zoeWrites()
    const desk = await atDesk()
    const at = `/nl/desk/forms/${(await all())[0]?.id}`
    await desk.post(at, { act: 'done' })
    expect((await desk.get('/nl/desk?kind=forms')).html).not.toContain(at)
    await desk.post(at, { act: 'again' })
    expect((await desk.get('/nl/desk?kind=forms')).html).toContain(at)
    expect((await desk.post(at, { act: 'else' })).location).toBe(at)
  })

  test('a file of it needs a reason, which everybody in it can read', async () => {
    await zoeWrites()
    const page = await an.visitor.get('/fr/forms/contact')
    await send(an.visitor, '/fr/forms/contact', page, { email: 'an@example.org', message: '=1+1' })
    const desk = await atDesk()
    const refused = await desk.post('/nl/desk/forms', { form: 'contact', reason: '' })
    expect([refused.status, refused.text.includes('woorden waarvoor')]).toEqual([422, true])
    const file = await desk.post('/nl/desk/forms', { form: 'contact', reason: 'Om te tellen wat er gevraagd wordt' })
    expect(file.headers.get('content-disposition')).toContain('contact.csv')
    // The answer of who wrote in French stands under the same question, and no formula begins a cell.
    expect(file.html).toMatch(/Je bericht/)
    expect(file.html).not.toMatch(/(^|;)"?=1\+1/m)
    for (const { person_id } of await all()) {
      const opened = await site.p.db.selectFrom('openings').select('id').where('person_id', '=', person_id).execute()
      expect(opened.length).toBeGreaterThan(0)
    }
    await restrict(site.p, an.personId, { ground: 'unlawful' })
    const openedOfAn = () => site.p.db.selectFrom('openings').select('id').where('person_id', '=', an.personId).execute()
    const before = (await openedOfAn()).length
    const without = await desk.post('/nl/desk/forms', { form: 'contact', reason: 'Om te tellen wat er gevraagd wordt' })
    expect([without.html.includes(zoe), without.html.includes('an@example.org')]).toEqual([true, false])
    // What was not opened does not stand in the ledger as opened.
    expect((await openedOfAn()).length).toBe(before)
  })
})
