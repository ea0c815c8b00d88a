import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import { rowsIn } from '../../../app/testing/rows'
import { hours, minutes } from '../../../platform/clock'
import { copyOf, erase } from '../../../privacy'
import type { Language } from '../../../std/words'
import { signedUp } from '../../accounts/testing'
import { repliesTo } from '../queries/replies'
import { advertOf, replied } from '../testing'
import { sendFarewells } from './farewell'
import { type StatusFacts, statusOf, toldOf } from './status'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const idOf = (thread: string) => thread.split('/').at(-1) ?? ''
/** Bart has an advert to which some replied. */
async function replies(...languages: Language[]) {
  const bart = await signedUp(site, { firstName: 'Bart' })
  const advert = await advertOf(site, bart.personId)
  const some = []
  for (const [n, language] of languages.entries()) {
    site.clock.pass(minutes(1))
    const seeker = await signedUp(site, { firstName: ['An', 'Bo', 'Cis', 'Dré'][n] ?? 'Eva', language })
    some.push({ ...seeker, thread: await replied(site, seeker, advert, `Dag van ${n}`) })
  }
  return { bart, advert, some, inbox: `/nl/messages/adverts/${advert.publicId}` }
}
const statusesIn = async (listing: string, advertiser: string) =>
  (await repliesTo(site.p.db, listing, advertiser, undefined, 50, 0)).map((row) => row.status).sort()

test.each<[Partial<StatusFacts>, string]>([
  [{}, 'new'],
  [{ advertiser_read_at: new Date() }, 'seen'],
  [{ shortlisted: true }, 'shortlisted'],
  [{ shortlisted: true, booked: true }, 'viewing'],
  [{ booked: true, leaving: 'elsewhere' }, 'declined'],
  [{ outcome: 'declined', shortlisted: true }, 'declined'],
  [{ outcome: 'rented' }, 'rented'],
])('a reply with %j is %s', (facts, status) => {
  const none: StatusFacts = { outcome: null, leaving: undefined, booked: false, shortlisted: false, advertiser_read_at: null }
  expect(statusOf({ ...none, ...facts })).toBe(status)
})

test('a seeker is told what concerns them, and has no word for a shortlist', () => {
  const none = { outcome: null, booked: false, invited: false, answered_at: null, advertiser_read_at: null }
  const now = new Date()
  expect(toldOf(none)).toBe('sent')
  expect(toldOf({ ...none, advertiser_read_at: now })).toBe('seen')
  expect(toldOf({ ...none, answered_at: now })).toBe('answered')
  expect(toldOf({ ...none, answered_at: now, invited: true })).toBe('invited')
  expect(toldOf({ ...none, invited: true, booked: true })).toBe('viewing')
  expect(toldOf({ ...none, booked: true, outcome: 'elsewhere' })).toBe('elsewhere')
})

describe('the replies to an advert', () => {
  test('are filtered by status and counted, for their advertiser alone', async () => {
    const { bart, advert, some, inbox } = await replies('nl', 'nl', 'fr')
    const [an, bo, cis] = some
    expect((await bart.visitor.get('/nl/messages?box=received')).text).toMatch(/Per advertentie.*3 reacties, 3 nieuw/)
    await bart.visitor.get(bo!.thread)
    await bart.visitor.get(cis!.thread)
    await bart.visitor.post(`${cis!.thread}/shortlist`, { on: '1' })
    const page = await bart.visitor.get(inbox)
    expect(page.text).toMatch(/Alle 3 Nieuw 1 Gezien 1 Op mijn lijstje 1 Bezichtiging 0 Afgewezen 0 Verhuurd 0/)
    const shortlisted = await bart.visitor.get(`${inbox}?status=shortlisted`)
    expect(shortlisted.text).toContain('Cis')
    expect(shortlisted.html).not.toContain(`value="${idOf(an!.thread)}"`)
    expect(await statusesIn(advert.id, bart.personId)).toEqual(['new', 'seen', 'shortlisted'])
    expect((await an!.visitor.get(inbox)).status).toBe(404)
    expect((await an!.visitor.post(`${an!.thread}/shortlist`, { on: '1' })).status).toBe(404)
  })

  test('nobody learns that they are on a shortlist, also not from their copy', async () => {
    const { bart, some } = await replies('nl')
    const [an] = some
    await bart.visitor.post(`${an!.thread}/shortlist`, { on: '1' })
    for (const path of [an!.thread, '/nl/messages', '/nl/account/data'])
      expect((await an!.visitor.get(path)).text, path).not.toMatch(/Op mijn lijstje/)
    const threads = async (person: string) =>
      (await copyOf(site.p, person, 'nl')).items
        .flatMap(({ holdings }) => holdings.flatMap(({ records }) => records))
        .filter(({ table }) => table === 'threads')
    expect((await threads(an!.personId))[0]?.values).not.toHaveProperty('shortlisted')
    expect((await threads(bart.personId))[0]?.values).toHaveProperty('shortlisted', true)
    expect((await an!.visitor.get(an!.thread)).text).toContain('De adverteerder zag je bericht nog niet')
    await bart.visitor.get(an!.thread)
    expect((await an!.visitor.get(an!.thread)).text).toContain('De adverteerder zag je bericht.')
  })
})

describe('a kind farewell to many', () => {
  test('is a message of their own for each, in their language, with the reason; and can be taken back for a while', async () => {
    const { bart, some, inbox } = await replies('nl', 'fr', 'en')
    const chosen = some.slice(0, 2).map(({ thread }) => idOf(thread))
    const asked = await bart.visitor.get(`${inbox}/farewell?thread=${chosen[0]}&thread=${chosen[1]}`)
    expect(asked.text).toContain('Voor An en Bo.')
    const wrong = await bart.visitor.post(`${inbox}/farewell`, { thread: chosen, line: 'GEHEIM-9' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="GEHEIM-9"')

    await bart.visitor.post(`${inbox}/farewell`, { thread: chosen, reason: 'period', line: 'Tot later misschien.' })
    await sendFarewells(site.p)
    expect((await some[0]!.visitor.get(some[0]!.thread)).text).not.toContain('Tot later misschien')
    expect((await bart.visitor.get(inbox)).text).toMatch(/Er vertrekken straks 2 berichten.*Terugnemen/)
    await bart.visitor.post(`${inbox}/undo`)
    site.clock.pass(minutes(11))
    await sendFarewells(site.p)
    expect((await some[0]!.visitor.get(some[0]!.thread)).text).not.toContain('Tot later misschien')

    await site.mails()
    await bart.visitor.post(`${inbox}/farewell`, { thread: chosen, reason: 'period', line: 'Tot later misschien.' })
    site.clock.pass(minutes(11))
    await sendFarewells(site.p)
    const letters = await site.mails()
    expect(letters.map(({ to }) => to).sort()).toEqual([some[0]!.email, some[1]!.email].sort())
    expect(JSON.stringify(letters)).not.toContain('Tot later')
    const an = await some[0]!.visitor.get(some[0]!.thread)
    expect(an.text).toContain('Deze kamer wordt het deze keer niet voor jou: de periode past niet. Tot later misschien.')
    expect(an.text).toContain('Reden: De periode past niet.')
    expect((await some[1]!.visitor.get(some[1]!.thread)).text).toContain('la période ne convient pas')
    expect((await some[2]!.visitor.get(some[2]!.thread)).text).not.toContain('Tot later')
    expect((await bart.visitor.get(inbox)).text).toMatch(/Afgewezen 2/)
    // Taking back comes too late now.
    await bart.visitor.post(`${inbox}/undo`)
    expect((await some[0]!.visitor.get('/nl/messages')).text).toMatch(/Nieuw|Niet deze keer/)
  })

  test('waits sealed, is nobody else’s to send, and does not go to who blocked or left', async () => {
    const { bart, some, inbox, advert } = await replies('nl', 'nl', 'nl')
    const thread = some.map(({ thread }) => idOf(thread))
    const other = await signedUp(site, { firstName: 'Eva' })
    expect((await other.visitor.post(`${inbox}/farewell`, { thread, reason: 'first' })).status).toBe(404)
    await bart.visitor.post(`${inbox}/farewell`, { thread, reason: 'first', line: 'KANARIE-77' })
    const rows = await site.p.db.selectFrom('partings').selectAll().where('person_id', '=', bart.personId).execute()
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows.map((row) => row.body.bytes.toString()))).not.toContain('KANARIE')
    await some[0]!.visitor.post(`${some[0]!.thread}/block`, { on: '1' })
    await erase(site.p, some[1]!.personId)
    site.clock.pass(minutes(11))
    await sendFarewells(site.p)
    expect((await some[0]!.visitor.get(some[0]!.thread)).text).not.toContain('KANARIE')
    expect((await some[2]!.visitor.get(some[2]!.thread)).text).toContain('KANARIE')
    expect(await rowsIn(site.p.db, 'partings', { person_id: bart.personId })).toEqual([])
    expect(await statusesIn(advert.id, bart.personId)).toEqual(['declined', 'declined', 'declined'])
  })
})

describe('rented', () => {
  test('to one of them: the rest hears it in a text that can be changed, times that are free are called off', async () => {
    const { bart, some, inbox, advert } = await replies('nl', 'nl', 'fr')
    const [an, bo, cis] = some
    const offer = { day: '2026-12-01', times: '14:00, 15:00', minutes: '30', places: '1', medium: 'visit', note: '' }
    await bart.visitor.post(`${inbox}/viewings`, offer)
    const [slot] = await site.p.db.selectFrom('slots').select('id').where('person_id', '=', bart.personId).execute()
    await bo!.visitor.post(`${bo!.thread}/booking`, { slot: slot!.id })
    site.clock.pass(hours(1))
    const form = await bart.visitor.get(`${inbox}/rented?thread=${idOf(an!.thread)}`)
    expect(form.text).toContain('Bericht aan 1 ander (Nederlands)')
    expect(form.text).toContain('La chambre a entre-temps été louée')
    expect((await bart.visitor.post(`${inbox}/rented`, { winner: idOf(an!.thread), 'text-winner': '' })).status).toBe(422)
    await bart.visitor.post(`${inbox}/rented`, {
      winner: idOf(an!.thread),
      'text-winner': 'De kamer is voor jou, An.',
      'text-nl': 'Helaas, ze is weg.',
      'text-fr': 'Hélas, elle est prise.',
    })
    expect((await site.visitor().get(`/nl/rooms/${advert.publicId}`)).status).toBe(410)
    site.clock.pass(minutes(11))
    await sendFarewells(site.p)
    expect((await an!.visitor.get(an!.thread)).text).toMatch(/De kamer is voor jou, An\..*|Proficiat/)
    const boSees = await bo!.visitor.get(bo!.thread)
    expect(boSees.text).toContain('Helaas, ze is weg.')
    expect(boSees.text).toContain('De bezichtiging gaat niet door')
    expect((await cis!.visitor.get(cis!.thread)).text).toContain('Hélas, elle est prise.')
    expect(await statusesIn(advert.id, bart.personId)).toEqual(['declined', 'declined', 'rented'])
    const open = await site.p.db
      .selectFrom('slots')
      .select('id')
      .where('person_id', '=', bart.personId)
      .where('cancelled', '=', false)
      .execute()
    expect(open).toEqual([])
  })

  test('with nobody waiting, it is just rented', async () => {
    const { bart, inbox, advert } = await replies()
    const form = await bart.visitor.get(`${inbox}/rented`)
    expect(form.text).toContain('Niemand wacht nog op antwoord')
    expect((await bart.visitor.post(`${inbox}/rented`, { winner: 'elsewhere', 'text-winner': 'x' })).status).toBe(303)
    expect((await site.visitor().get(`/nl/rooms/${advert.publicId}`)).status).toBe(410)
  })
})
