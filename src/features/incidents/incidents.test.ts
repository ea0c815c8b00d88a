import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { hours } from '../../platform/clock'
import { disclose } from '../../platform/egress'
import { erase, holdingSaid, type Reached, reachOf, type Scenario } from '../../privacy'
import { isHolding, Opaque, tableNamed, tablesOf } from '../../register'
import { labelled } from '../../std/written'
import { accountsOf } from '../accounts'
import { signedUp } from '../accounts/testing'
import { memberOfStaff } from '../desk/testing'
import { placed } from '../listings/testing'
import { alarmDue, dueAt, isLate, momentTyped } from './rules'
import { words } from './words'

let site: TestSite
let an: Awaited<ReturnType<typeof signedUp>>
let bart: typeof an
let advert: string
let officer: Awaited<ReturnType<typeof memberOfStaff>>
beforeAll(async () => {
  site = await testSite()
  an = await signedUp(site, { firstName: 'An' })
  bart = await signedUp(site, { firstName: 'Bart' })
  await bart.visitor.get('/fr')
  advert = (await placed(site, bart.personId)).publicId
  officer = await memberOfStaff(site, 'officer')
  await writeTo(an)
  await writeTo(bart)
})
afterAll(() => site.close())

/** Zoë reports an advert, Hugo asks about his data, Iris does not confirm: each gave an address, and has no account. */
async function guestsCome(at = 'buren.example') {
  const guestAddresses = { zoe: `zoe@${at}`, hugo: `hugo@${at}`, iris: `iris@${at}` }
  const report = { reason: 'scam', explanation: 'Ze vraagt geld vóór een bezoek.', goodFaith: '1', contact: guestAddresses.zoe }
  expect((await site.visitor('198.51.100.1').post(`/fr/rooms/${advert}/report`, report)).status).toBe(303)
  await site.visitor('198.51.100.2').post('/nl/privacy/ask', { email: guestAddresses.hugo })
  const registration = {
    firstName: 'Iris',
    email: guestAddresses.iris,
    userName: `iris${at.length}x`,
    password: 'paardebloem en regen',
  }
  expect((await site.visitor('198.51.100.3').post('/nl/register', registration)).status).toBeLessThan(400)
  return guestAddresses
}
/** The people that these addresses belong to, by the kind of row. */
async function withoutAccount(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const table of ['reports', 'asks', 'registrations'] as const)
    for (const { person_id } of await site.p.db.selectFrom(table).select('person_id').execute()) found.set(table, person_id)
  return found
}

const keyOf = ({ person, holding, readable, records }: Reached) => `${person} ${holding} ${readable} ${records}`

/** What a thief who reads every row finds, value by value: bytes mean nothing without keys, all else can be read. */
async function stolen(withKeys = false): Promise<Reached[]> {
  const found = new Map<string, Reached>()
  for (const name of tablesOf(site.p.site.features)) {
    const { columns, subject, unlinks = [], theirs = {}, unlinkable } = tableNamed(name)
    if (unlinkable || (!subject && unlinks.length === 0)) continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(site.p.db)
    for (const row of rows)
      for (const owner of subject ? [subject] : unlinks) {
        const person = row[owner]
        if (typeof person !== 'string') continue
        const inRow = new Set<string>()
        for (const [column, { about }] of Object.entries(columns)) {
          if (!isHolding(about) || row[column] === null || (theirs[column] ?? owner) !== owner) continue
          const bytes = row[column] instanceof Opaque || Buffer.isBuffer(row[column])
          inRow.add(`${about} ${bytes ? 'locked' : 'open'}`)
        }
        for (const part of inRow) {
          const [about = '', way] = part.split(' ')
          if (!isHolding(about)) continue
          const readable = withKeys || way === 'open'
          const key = `${person} ${about} ${readable}`
          const sum = found.get(key) ?? { person, holding: about, readable, records: 0 }
          found.set(key, { ...sum, records: sum.records + 1 })
        }
      }
  }
  return [...found.values()]
}

/** Their address goes to who delivers the mail, which the ledger then tells of. */
async function writeTo({ personId }: { personId: string }): Promise<void> {
  const account = (await accountsOf(site.p, site.p.db, [personId])).get(personId)
  if (!account) throw new Error('there is no such account')
  await disclose(site.p, site.p.db, personId, 'mail', 'serviceMail', { 'email.account': account.email })
}

/** Both ways: nothing that was not reached, and all that was. */
async function expectReach(scenario: Scenario, truth: readonly Reached[]): Promise<void> {
  const reached = (await reachOf(site.p, scenario)).map(keyOf)
  const truly = new Set(truth.map(keyOf))
  const hits = reached.filter((one) => truly.has(one)).length
  expect({ precision: hits / reached.length, recall: hits / truly.size }).toEqual({ precision: 1, recall: 1 })
}

describe('Q15: five breaches whose truth is known, found whole and without anything else', () => {
  let before: Date
  let atFirst: Reached[]
  beforeAll(async () => {
    // The database made them by its own clock.
    await site.p.db.updateTable('people').set({ created_at: site.clock.now() }).execute()
    atFirst = await stolen()
    before = site.clock.now()
    site.clock.pass(hours(24))
    const carla = await signedUp(site, { firstName: 'Carla' })
    await site.p.db.updateTable('people').set({ created_at: site.clock.now() }).where('id', '=', carla.personId).execute()
    await an.visitor.post('/nl/alerts', { query: 'where=gent&max=500', frequency: 'daily' })
    await writeTo(an)
    await guestsCome()
    await site.p.db
      .updateTable('people')
      .set({ created_at: site.clock.now() })
      .where('created_at', '>', site.clock.now())
      .execute()
  })

  test('a stolen dump of today: what is locked cannot be read, the rest can', async () => {
    const now = await stolen()
    await expectReach({ kind: 'dump', until: site.clock.now() }, now)
    const ofAn = now.filter(({ person }) => person === an.personId)
    expect(ofAn.find(({ holding }) => holding === 'email.account')?.readable).toBe(false)
    expect(ofAn.find(({ holding }) => holding === 'language.account')?.readable).toBe(true)
  })

  test('a stolen dump of yesterday: who came since is not in it, nor what was written since', async () => {
    const reached = await reachOf(site.p, { kind: 'dump', until: before })
    expect(new Set(reached.map(({ person }) => person)).size).toBe(3)
    expect(reached.some(({ holding }) => holding === 'search.saved')).toBe(false)
    await expectReach({ kind: 'dump', until: before }, atFirst)
  })

  test('a host that was taken, with the keys: all of it can be read', async () => {
    await expectReach({ kind: 'host', until: site.clock.now() }, await onHost())
  })

  const onHost = async () => {
    // With the keys what was locked and what lay open of one holding are one.
    const sums = new Map<string, Reached>()
    for (const one of await stolen(true)) sums.set(`${one.person} ${one.holding}`, one)
    for (const [key, one] of sums) sums.set(key, { ...one, records: (await countOf(one)).records })
    return [...sums.values()]
  }
  const countOf = async ({ person, holding }: Reached) => {
    const parts = (await stolen()).filter((one) => one.person === person && one.holding === holding)
    return { records: parts.reduce((sum, { records }) => sum + records, 0) }
  }

  test('a processor: what the ledger says it was given in that while, and no line before or after', async () => {
    const ledger = await site.p.db.selectFrom('disclosures').select(['person_id', 'holdings', 'at']).execute()
    const truth = (from: Date, until: Date) => {
      const sums = new Map<string, Reached>()
      for (const { person_id: person, holdings, at } of ledger)
        if (at >= from && at <= until)
          for (const holding of holdings.filter(isHolding)) {
            const key = `${person} ${holding}`
            sums.set(key, { person, holding, readable: true, records: (sums.get(key)?.records ?? 0) + 1 })
          }
      return [...sums.values()]
    }
    const from = new Date(before.getTime() + 1000)
    expect(truth(from, site.clock.now()).length).toBeGreaterThan(0)
    expect(truth(from, site.clock.now()).map(({ person }) => person)).not.toContain(bart.personId)
    await expectReach({ kind: 'processor', recipient: 'mail', from, until: site.clock.now() }, truth(from, site.clock.now()))
    await expectReach({ kind: 'processor', recipient: 'mail', from: new Date(0), until: before }, truth(new Date(0), before))
    expect(await reachOf(site.p, { kind: 'processor', recipient: 'pdok', from: new Date(0), until: site.clock.now() })).toEqual(
      [],
    )
  })

  test('people without an account: who reported an advert, who asks about their data, who did not confirm', async () => {
    const now = await stolen()
    const guests = await withoutAccount()
    expect(guests.size).toBe(3)
    await expectReach({ kind: 'dump', until: site.clock.now() }, now)
    const reached = await reachOf(site.p, { kind: 'dump', until: site.clock.now() })
    const of = (person: string) => new Set(reached.filter((one) => one.person === person).map(({ holding }) => holding))
    expect([...guests.values()].map((person) => [...of(person)].find((holding) => holding.startsWith('email.'))).sort()).toEqual([
      'email.notice',
      'email.pending',
      'email.question',
    ])
  })

  test('the wrong recipient: that one disclosure', async () => {
    const line = await site.p.db
      .selectFrom('disclosures')
      .select(['id', 'person_id', 'holdings'])
      .where('person_id', '=', bart.personId)
      .executeTakeFirstOrThrow()
    const truth = line.holdings
      .filter(isHolding)
      .map((holding) => ({ person: bart.personId, holding, readable: true, records: 1 }))
    await expectReach({ kind: 'recipient', disclosure: line.id }, truth)
  })
})

describe('Q15: the clock of 72 hours', () => {
  const known = new Date('2026-11-20T08:00:00Z')
  const at = (h: number, seconds: number) => new Date(known.getTime() + hours(h) + seconds * 1000)

  test.each([24, 48, 60, 72])('calls at %i hours, not a second before, and once', (h) => {
    const former = [0, 24, 48, 60].findLast((one) => one < h) ?? 0
    expect(alarmDue(known, former, at(h, -1))).toBeUndefined()
    expect(alarmDue(known, former, at(h, 0))).toBe(h)
    expect(alarmDue(known, h, at(h, 1))).toBeUndefined()
  })

  test('a filing is late from the second after, and the hour is read in Brussels', () => {
    expect(dueAt(known).toISOString()).toBe('2026-11-23T08:00:00.000Z')
    expect([isLate(known, at(72, -1)), isLate(known, at(72, 0)), isLate(known, at(72, 1))]).toEqual([false, false, true])
    expect(momentTyped('2026-07-01', '14:05')?.toISOString()).toBe('2026-07-01T12:05:00.000Z')
    expect([momentTyped('2026-07-01', '25:00'), momentTyped('2026-02-30', '10:00')]).toEqual([undefined, undefined])
  })
})

describe('Q15: a breach at the desk', () => {
  const typed = {
    kind: 'dump',
    knownTime: '10:00',
    fromDay: '2026-11-01',
    untilDay: '2026-11-30',
    nature: 'Een schijf met een kopie is gestolen.',
  }
  const backAtTheDesk = async () => {
    const now = site.clock.now()
    await site.p.db
      .updateTable('sessions')
      .set({ second_factor_at: now, last_used_at: now })
      .where('person_id', '=', officer.personId)
      .execute()
  }
  beforeEach(backAtTheDesk)
  const today = () => site.clock.now().toISOString().slice(0, 10)
  const note = async (more: Record<string, string> = {}) => {
    const now = new Date(site.clock.now().getTime())
    const time = new Intl.DateTimeFormat('nl-BE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels' }).format(now)
    const answer = await officer.visitor.post('/nl/desk/incidents', { ...typed, knownDay: today(), knownTime: time, ...more })
    return answer.location ?? ''
  }

  test('is noted with what is typed kept when it does not hold, and is not there for others', async () => {
    const wrong = await officer.visitor.post('/nl/desk/incidents', { ...typed, knownDay: '2027-01-01', kind: 'processor' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Een schijf met een kopie is gestolen.')
    const { form } = words('nl')
    expect(wrong.text).toContain(form.future)
    expect(wrong.text).toContain(form.whichCompany)
    expect((await an.visitor.get('/nl/desk/incidents')).status).toBe(404)
    const moderator = await memberOfStaff(site, 'moderator')
    expect((await moderator.visitor.get('/nl/desk/incidents')).status).toBe(404)
  })

  test('calls the officer when the hours come, stands in red, and a late filing needs a reason', async () => {
    const path = await note()
    const { text } = await officer.visitor.get(path)
    expect(text).toContain(words('nl').page.left(72))
    expect(text).toContain('E‑mailadres, van je account')
    const alarmed = async (pass: number) => {
      site.clock.pass(pass)
      await site.p.jobs.send(site.p.db, 'incidents.alarm', {})
      return (await site.mails()).filter(({ subject }) => /uur/.test(subject)).map(({ to, subject }) => `${to} ${subject}`)
    }
    expect(await alarmed(hours(24) - 61_000)).toEqual([])
    const [first, ...more] = await alarmed(61_000)
    expect(more).toEqual([])
    expect(first).toContain(`${officer.email} ${words('nl').alarm.subject(site.p.site.name, 48)}`)
    expect(await alarmed(1000)).toEqual([])
    await backAtTheDesk()
    expect((await officer.visitor.get(path)).html).toContain('notice-danger')
    expect(await alarmed(hours(24))).toHaveLength(1)
    expect(await alarmed(hours(12))).toHaveLength(1)
    expect(await alarmed(hours(12))).toEqual([expect.stringContaining(words('nl').alarm.subject(site.p.site.name, 0))])
    await backAtTheDesk()
    expect((await officer.visitor.get('/nl/desk')).text).toContain('te laat')
    expect((await officer.visitor.get(path)).text).toContain('De 72 uur zijn')
    const refused = await officer.visitor.post(`${path}/filing`, { filing: 'filed' })
    expect([refused.status, refused.text.includes(words('nl').page.reasonMissing)]).toEqual([422, true])
    expect(
      (await officer.visitor.post(`${path}/filing`, { filing: 'filed', filingReason: 'Het onderzoek duurde langer.' })).status,
    ).toBe(303)
    expect((await officer.visitor.get(`${path}/form`)).text).toContain('Het onderzoek duurde langer.')
    expect(await alarmed(hours(100))).toEqual([])
  })

  test('has the form filled as far as the program knows, every field of article 33(3) and parts 0 to 9', async () => {
    const path = await note({ kind: 'processor', recipient: 'mail' })
    await officer.visitor.post(`${path}/details`, {
      consequences: 'Reclame op je adres.',
      measures: 'We namen een ander bedrijf.',
    })
    for (const lang of ['nl', 'fr', 'en'] as const) {
      const parts: { number: number; title: string; fields: { label: string; value?: string }[] }[] = JSON.parse(
        (await officer.visitor.get(`${path.replace('/nl/', `/${lang}/`)}/form.json`)).html,
      )
      expect(parts.map(({ number, title }) => [number, title])).toEqual(words(lang).sheet.parts.map((title, at) => [at, title]))
      const value = (label: string) => parts.flatMap(({ fields }) => fields).find((one) => one.label === label)?.value
      const text = words(lang).sheet
      for (const label of [
        text.controller,
        text.officer,
        text.began,
        text.known,
        text.nature,
        text.what,
        text.categories,
        text.records,
        text.people,
        text.groups,
        text.before,
        text.consequences,
        text.measures,
      ])
        expect(value(label), `${lang} ${label}`).toBeTruthy()
      expect(value(text.processor)).toContain('Amazon SES')
      // What only people know is open, and marked on the page and in the text.
      expect([text.notifier, text.phone, text.cause, text.vulnerable].map(value)).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect((await officer.visitor.get(`${path.replace('/nl/', `/${lang}/`)}/form.txt`)).html).toContain(
        `${labelled(text.phone, lang)} [${text.blank}]`,
      )
    }
  })

  test('tells each of those it reached of their own data, in their language, and nobody else’s', async () => {
    const seen = await signedUp(site, { firstName: 'Fien' })
    await site.p.db.updateTable('accounts').set({ language: 'fr' }).where('person_id', '=', seen.personId).execute()
    const untouched = await signedUp(site, { firstName: 'Gust' })
    await writeTo(seen)
    const line = await site.p.db
      .selectFrom('disclosures')
      .select('id')
      .where('person_id', '=', seen.personId)
      .executeTakeFirstOrThrow()
    const path = await note({ kind: 'recipient', disclosure: line.id })
    expect((await seen.visitor.get('/fr/account')).text).not.toContain(words('fr').yours.link(1))
    await officer.visitor.post(`${path}/telling`, { telling: 'tell' })
    const letters = await site.mails()
    expect(letters.map(({ to }) => to)).toEqual([seen.email])
    expect(letters[0]?.text).toContain('Ceci de vous a pu être lu')
    expect(letters[0]?.text).toContain(site.p.site.officer.email)
    expect((await seen.visitor.get('/fr/account')).text).toContain(words('fr').yours.link(1))
    expect((await seen.visitor.get('/fr/account/incidents')).text).toContain('Adresse e‑mail')
    expect((await untouched.visitor.get('/fr/account/incidents')).text).toContain(words('fr').yours.none)
    // A second press sends nothing more.
    await officer.visitor.post(`${path}/telling`, { telling: 'tell' })
    expect(await site.mails()).toEqual([])
  })

  test('a notice after a stolen dump says what could be read and what could not', async () => {
    const path = await note()
    await officer.visitor.post(`${path}/telling`, { telling: 'tell' })
    const letter = (await site.mails()).find(({ to }) => to === an.email)
    expect(letter?.text.replace(/\s+/g, ' ')).toMatch(
      /Dit van jou kon gelezen worden: .*Taal, van je account.*Dit was erbij, maar lag op slot en is niet te lezen: .*E‑mailadres, van je account/,
    )
    expect(letter?.text).toContain(holdingSaid('nl', 'password.account'))
  })

  test('tells who has no account too, at the address that they gave, once each, and says what cannot be known', async () => {
    const guestAddresses = await guestsCome('elders.example')
    await site.mails()
    const path = await note({ kind: 'host' })
    const before = (await officer.visitor.get(path)).text
    expect(before).toContain('Sinds het begin ervan werd niemand gewist.')
    await officer.visitor.post(`${path}/telling`, { telling: 'tell' })
    const letters = await site.mails()
    const to = (address: string) => letters.filter((letter) => letter.to === address)
    for (const address of [...Object.values(guestAddresses), an.email]) expect(to(address).length, address).toBe(1)
    const [zoe] = to(guestAddresses.zoe)
    expect(zoe?.text).toContain('Ceci de vous a pu être lu')
    expect(zoe?.text).toContain('/fr/privacy/ask')
    expect(zoe?.text).not.toContain('/account/incidents')
    // The ledger of each says what address went to who delivers the mail.
    const lines = await site.p.db.selectFrom('disclosures').select('holdings').execute()
    for (const holding of ['email.notice', 'email.question', 'email.pending'] as const)
      expect(
        lines.some(({ holdings }) => holdings.includes(holding)),
        holding,
      ).toBe(true)
    // Somebody ends: of them it cannot be known any more.
    const gone = await signedUp(site, { firstName: 'Jef' })
    await erase(site.p, gone.personId)
    expect((await officer.visitor.get(path)).text).toContain('1 mens werd sindsdien gewist')
  })

  test('Q15: who is known by one address as several people gets one notice, of all of it', async () => {
    const jo = await signedUp(site, { firstName: 'Jo' })
    const report = { reason: 'scam', explanation: 'Ze vraagt geld vóór een bezoek.', goodFaith: '1' }
    const as = async (contact: string, from: string) =>
      expect((await site.visitor(from).post(`/nl/rooms/${advert}/report`, { ...report, contact })).status).toBe(303)
    // As a guest, twice, in other letters than those of the account; and two notices of nobody else's.
    await as(jo.email.toUpperCase(), '198.51.100.11')
    await as('koen@elders.example', '198.51.100.12')
    await as('koen@elders.example', '198.51.100.13')
    await site.mails()
    await officer.visitor.post(`${await note({ kind: 'host' })}/telling`, { telling: 'tell' })
    const letters = await site.mails()
    const [toJo, ...more] = letters.filter(({ to }) => to.toLowerCase() === jo.email)
    expect(more).toEqual([])
    const said = toJo?.text.replace(/\s+/g, ' ') ?? ''
    for (const holding of ['email.account', 'report.notice'] as const) expect(said).toContain(holdingSaid('nl', holding))
    expect(toJo?.text).toContain('/nl/account/incidents')
    expect(letters.filter(({ to }) => to === 'koen@elders.example')).toHaveLength(1)
  })

  test('stands in the register also when nobody had to know, which needs a reason', async () => {
    const path = await note({ nature: 'Een proef, van niemand iets.' })
    expect((await officer.visitor.post(`${path}/filing`, { filing: 'notNeeded' })).status).toBe(422)
    await officer.visitor.post(`${path}/filing`, { filing: 'notNeeded', filingReason: 'Alles lag op slot.' })
    expect((await officer.visitor.post(`${path}/telling`, { telling: 'not' })).status).toBe(422)
    await officer.visitor.post(`${path}/telling`, { telling: 'not', tellingReason: 'Alles lag op slot.' })
    const { text } = await officer.visitor.get('/nl/desk/incidents')
    expect(text).toMatch(/Gestolen kopie van de database.*niet nodig.*niet nodig/)
    expect((await officer.visitor.get('/nl/desk')).html).not.toContain(path)
  })
})
