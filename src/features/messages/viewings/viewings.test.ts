import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../../app/testing'
import { rowsIn } from '../../../app/testing/rows'
import { days, hours, minutes } from '../../../platform/clock'
import { copyOf, erase, sweep } from '../../../privacy'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { advertOf, replied } from '../testing'
import { remind } from './remind'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const note = 'Naamsestraat 12, bel KANARIE-5'
const offer = { day: '24/11/2026', times: '14:00, 14u30', minutes: '30', places: '1', medium: 'visit', note }

async function meeting(more: Partial<{ an: SignedUp; bart: SignedUp; language: 'nl' | 'fr' }> = {}) {
  const an = more.an ?? (await signedUp(site, { firstName: 'An', language: more.language ?? 'nl' }))
  const bart = more.bart ?? (await signedUp(site, { firstName: 'Bart' }))
  const advert = await advertOf(site, bart.personId)
  return { an, bart, advert, thread: await replied(site, an, advert, 'Mag ik komen kijken?') }
}
const slotsOf = (person: string) =>
  site.p.db
    .selectFrom('slots')
    .select(['id', 'starts_at', 'cancelled'])
    .where('person_id', '=', person)
    .orderBy('starts_at')
    .execute()
const day = (at: number) => site.clock.pass(at)

describe('viewing slots', () => {
  test('are offered in the words and times of who reads, and count as an answer', async () => {
    const { an, bart, thread } = await meeting({ language: 'fr' })
    await site.mails()
    expect((await bart.visitor.post(`${thread}/viewings`, offer)).status).toBe(303)
    expect((await an.visitor.get('/nl/messages')).text).toContain('Nieuw')
    const [letter] = await site.mails()
    expect(letter?.to).toBe(an.email)
    expect(letter?.text).not.toMatch(/KANARIE|14:00|24 nov/)
    const seen = await an.visitor.get(thread.replace('/nl/', '/fr/'))
    expect(seen.text).toContain('Vous pouvez venir visiter : • mardi 24 novembre 2026 à 14:00')
    expect(seen.html.match(/action="[^"]*\/booking"/g)).toHaveLength(2)
    // The house is told to nobody who has not booked.
    expect(seen.html).not.toContain('KANARIE')
  })

  test('the seeker books one, gets the place and a file for the calendar, and both are in the ledger', async () => {
    const { an, bart, thread } = await meeting()
    await bart.visitor.post(`${thread}/viewings`, offer)
    const [slot] = await slotsOf(bart.personId)
    await site.mails()
    expect((await an.visitor.post(`${thread}/booking`, { slot: slot!.id })).status).toBe(303)
    const seen = await an.visitor.get(thread)
    expect(seen.text).toMatch(/De bezichtiging staat vast.*dinsdag 24 november 2026 om 14:00/)
    expect(seen.text).toContain(note)
    expect((await bart.visitor.get(thread)).text).toContain('An komt kijken')
    const letters = await site.mails()
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([[bart.email, 'Er is iets veranderd aan een bezichtiging']])
    expect(linkIn(letters[0])).toBe(thread)

    const ics = await an.visitor.get(`${thread}/viewing.ics`)
    expect(ics.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
    expect(ics.html).toContain('DTSTART;TZID=Europe/Brussels:20261124T140000\r\n')
    expect(ics.html).toContain('LOCATION:Naamsestraat 12\\, bel KANARIE-5\r\n')
    expect(ics.html).toContain('SEQUENCE:0\r\n')
    const ledger = await site.p.db.selectFrom('disclosures').select('holdings').where('person_id', '=', bart.personId).execute()
    expect(ledger.map((line) => line.holdings)).toContainEqual(['viewing.thread'])
  })

  test('is moved by either and cancelled by either: the same event, a higher number each time', async () => {
    const { an, bart, thread } = await meeting()
    await bart.visitor.post(`${thread}/viewings`, offer)
    const [one, two] = await slotsOf(bart.personId)
    await an.visitor.post(`${thread}/booking`, { slot: one!.id })
    const first = (await an.visitor.get(`${thread}/viewing.ics`)).html
    await an.visitor.post(`${thread}/booking`, { slot: two!.id })
    const second = (await an.visitor.get(`${thread}/viewing.ics`)).html
    const uid = /UID:(\S+)/.exec(first)?.[1]
    expect(second).toContain(`UID:${uid}`)
    expect(second).toContain('SEQUENCE:1')
    expect(second).toContain('T143000')
    expect((await bart.visitor.get(thread)).text).toContain('Ik verzette mijn bezoek van dinsdag 24 november 2026 om 14:00 naar')

    const path = `/nl/messages/viewings/${two!.id}`
    expect((await bart.visitor.get(path)).text).toContain('Wie het boekte, krijgt meteen een bericht en een mail.')
    expect((await bart.visitor.post(path, { day: '2026-11-20', time: '10:00' })).status).toBe(422)
    await site.mails()
    await bart.visitor.post(path, { day: '2026-11-25', time: '10:00' })
    expect((await site.mails()).map(({ to }) => to)).toEqual([an.email])
    const third = (await an.visitor.get(`${thread}/viewing.ics`)).html
    expect(third).toContain('SEQUENCE:2')
    expect(third).toContain('20261125T100000')

    await bart.visitor.post(`${path}/cancellation`)
    const gone = await an.visitor.get(`${thread}/viewing.ics`)
    expect(gone.headers.get('content-type')).toContain('method=CANCEL')
    expect(gone.html).toContain('SEQUENCE:3')
    expect(gone.html).not.toContain('KANARIE')
    expect((await an.visitor.get(thread)).text).toContain('De bezichtiging gaat niet door')
    // The other time is free again, and can be booked after all.
    await an.visitor.post(`${thread}/booking`, { slot: one!.id })
    await an.visitor.post(`${thread}/booking/cancellation`)
    expect((await bart.visitor.get(thread)).text).toContain('Ik kan op dinsdag 24 november 2026 om 14:00 toch niet komen kijken')
    expect((await an.visitor.get(`${thread}/viewing.ics`)).html).toContain('SEQUENCE:5')
  })

  test('a place for two is not booked three times, however many come at once; the database has the last word', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const advert = await advertOf(site, bart.personId)
    const seekers = await Promise.all(['An', 'Bo', 'Cis', 'Dré'].map((firstName) => signedUp(site, { firstName })))
    const threads: string[] = []
    for (const seeker of seekers) threads.push(await replied(site, seeker, advert, 'Dag'))
    await bart.visitor.post(`/nl/messages/adverts/${advert.publicId}/viewings`, { ...offer, times: '14:00', places: '2' })
    const [slot] = await slotsOf(bart.personId)
    const answers = await Promise.all(
      seekers.map((seeker, n) => seeker.visitor.post(`${threads[n]}/booking`, { slot: slot!.id })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 422, 422])
    expect(answers.find(({ status }) => status === 422)?.text).toContain('Dat moment is net door iemand anders geboekt')
    const places = await site.p.db.selectFrom('bookings').select('place').where('slot_id', '=', slot!.id).execute()
    expect(places.map(({ place }) => place).sort()).toEqual([1, 2])
    const again = site.p.db.updateTable('bookings').set({ place: 1 }).where('slot_id', '=', slot!.id).execute()
    await expect(again).rejects.toMatchObject({ code: '23505', constraint: 'bookings_place' })
  })

  test('cannot be booked when they are another’s, over, called off, or after a farewell', async () => {
    const { an, bart, thread } = await meeting()
    const other = await meeting()
    await other.bart.visitor.post(`${other.thread}/viewings`, offer)
    const [foreign] = await slotsOf(other.bart.personId)
    expect((await an.visitor.post(`${thread}/booking`, { slot: foreign!.id })).status).toBe(422)
    expect((await bart.visitor.get(`/nl/messages/viewings/${foreign!.id}`)).status).toBe(404)
    await bart.visitor.post(`${thread}/viewings`, offer)
    const [own] = await slotsOf(bart.personId)
    expect((await bart.visitor.post(`${thread}/booking`, { slot: own!.id })).status).toBe(404)
    expect((await an.visitor.get(`${thread}/viewings`)).status).toBe(404)
    expect((await an.visitor.post(`${thread}/booking`, { slot: 'x' })).status).toBe(404)
    const id = thread.split('/').at(-1)!
    await site.p.db.updateTable('threads').set({ outcome: 'declined' }).where('public_id', '=', id).execute()
    expect((await an.visitor.post(`${thread}/booking`, { slot: own!.id })).status).toBe(422)
    await site.p.db.updateTable('threads').set({ outcome: null }).where('public_id', '=', id).execute()
    await bart.visitor.post(`${thread}/block`, { on: '1' })
    expect((await an.visitor.post(`${thread}/booking`, { slot: own!.id })).status).toBe(422)
  })

  test('a form that does not hold comes back with what was typed', async () => {
    const { bart, thread } = await meeting()
    const answer = await bart.visitor.post(`${thread}/viewings`, { ...offer, times: 'na het eten', day: '2026-11-25' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Schrijf uren zoals 14:00')
    expect(answer.html).toContain('value="na het eten"')
    expect(answer.html).toContain('KANARIE')
    expect((await bart.visitor.post(`${thread}/viewings`, { ...offer, day: '2026-11-20' })).text).toContain('nog moet komen')
  })
})

describe('reminders', () => {
  test('go to both, once, the day before, with a link and nothing else', async () => {
    const { an, bart, thread } = await meeting()
    await bart.visitor.post(`${thread}/viewings`, { ...offer, day: '2026-12-24' })
    const [slot] = await slotsOf(bart.personId)
    await an.visitor.post(`${thread}/booking`, { slot: slot!.id })
    await site.mails()
    await remind(site.p)
    expect(await site.mails()).toEqual([])
    const { starts_at } = slot!
    day(starts_at.getTime() - site.p.clock.now().getTime() - hours(23))
    await remind(site.p)
    const letters = (await site.mails()).filter(({ to }) => [an.email, bart.email].includes(to))
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Je hebt binnenkort een bezichtiging',
      'Je hebt binnenkort een bezichtiging',
    ])
    for (const letter of letters) {
      expect(linkIn(letter)).toBe(thread)
      expect(JSON.stringify(letter)).not.toMatch(/KANARIE|14:00|december|Naamsestraat/)
    }
    await remind(site.p)
    expect(await site.mails()).toEqual([])
  })

  test('none for what was called off meanwhile', async () => {
    const { an, bart, thread } = await meeting()
    const soon = new Date(site.p.clock.now().getTime() + days(1) + minutes(30)).toISOString().slice(0, 10)
    await bart.visitor.post(`${thread}/viewings`, { ...offer, day: soon, times: '9:00' })
    const [slot] = await slotsOf(bart.personId)
    await an.visitor.post(`${thread}/booking`, { slot: slot!.id })
    await site.mails()
    day(slot!.starts_at.getTime() - site.p.clock.now().getTime() - hours(2))
    await remind(site.p)
    await site.p.db.updateTable('bookings').set({ place: null }).where('slot_id', '=', slot!.id).execute()
    expect(await site.mails()).toEqual([])
  })
})

describe('what is kept of viewings', () => {
  test('is sealed, in each one’s own copy, and goes 90 days after the viewing', async () => {
    const { an, bart, thread } = await meeting()
    const on = new Date(site.p.clock.now().getTime() + days(2)).toISOString().slice(0, 10)
    await bart.visitor.post(`${thread}/viewings`, { ...offer, day: on })
    const [slot] = await slotsOf(bart.personId)
    await an.visitor.post(`${thread}/booking`, { slot: slot!.id })
    const { rows } = await sql<{ line: string }>`select t::text as line from slots t`.execute(site.p.db)
    expect(JSON.stringify(rows)).not.toContain('KANARIE')
    const inCopy = async (person: string) =>
      (await copyOf(site.p, person, 'nl')).items
        .flatMap(({ holdings }) => holdings)
        .filter(({ holding }) => holding === 'viewing.thread')
        .flatMap(({ records }) => records.map(({ table }) => table))
    expect(await inCopy(bart.personId)).toEqual(['slots', 'slots'])
    expect(await inCopy(an.personId)).toEqual(['bookings'])
    expect(JSON.stringify(await copyOf(site.p, bart.personId, 'nl'))).toContain('KANARIE')
    day(days(95))
    await sweep(site.p)
    expect(await slotsOf(bart.personId)).toEqual([])
  })

  test('who ends takes it along, and the other is left with nothing to go to', async () => {
    const { an, bart, thread } = await meeting()
    const on = new Date(site.p.clock.now().getTime() + days(2)).toISOString().slice(0, 10)
    await bart.visitor.post(`${thread}/viewings`, { ...offer, day: on })
    const [slot] = await slotsOf(bart.personId)
    await an.visitor.post(`${thread}/booking`, { slot: slot!.id })
    await erase(site.p, bart.personId)
    expect((await an.visitor.get(`${thread}/viewing.ics`)).status).toBe(404)
    expect((await an.visitor.get(thread)).html).not.toContain('KANARIE')
    expect(await rowsIn(site.p.db, 'bookings', { person_id: an.personId })).toEqual([])
  })
})
