import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../../app/testing'
import { eraseIn } from '../../../privacy'
import { type SignedUp, signedUp } from '../../accounts/testing'
import { advertOf, replied } from '../testing'

let site: TestSite
let an: SignedUp
let bart: SignedUp
let thread: string
/** Who is told, with the subject. */
const told = async () =>
  (await site.mails())
    .filter(({ subject }) => /gesprek|conversation/.test(subject))
    .map(({ to, subject, text, html }) => ({ to, subject, text: text + html }))

beforeEach(async () => {
  site = await testSite()
  an = await signedUp(site, { firstName: 'Annabelle' })
  bart = await signedUp(site, { firstName: 'Bartholomeus' })
  thread = await replied(site, an, await advertOf(site, bart.personId), 'Is de kamer nog vrij?')
  await site.mails()
})
afterEach(() => site.close())

const ends = (who: SignedUp) => who.visitor.post('/nl/account/end', { sure: 'yes', currentPassword: who.password })

describe('G3 K15 A-ERA 33: who got something of somebody is told that it is erased', () => {
  test('once, without a word of theirs; and the receipt says who is told, on the page and in the mail', async () => {
    await replied(site, an, await advertOf(site, bart.personId), 'En deze kamer?')
    await site.mails()
    const said = 'Wie iets van je kreeg, laten we weten dat het gewist is: de verhuurder aan wie je schrijft (AVG, artikel 19).'
    expect((await ends(an)).text).toContain(said)
    const letters = await site.mails()
    expect(letters.find(({ to }) => to === an.email)?.text).toContain(said)
    const toBart = letters.filter(({ to }) => to === bart.email)
    expect(toBart.map(({ subject }) => subject)).toEqual(['Iemand uit een gesprek liet alles wissen'])
    const all = `${toBart[0]?.text} ${toBart[0]?.html}`
    expect(all).toContain(thread)
    for (const theirs of [an.email, 'Annabelle', 'nog vrij']) expect(all).not.toContain(theirs)
    expect((await bart.visitor.get(thread)).status).toBe(200)
  })

  test('a seeker too, once the advertiser answered and not before', async () => {
    const carla = await signedUp(site, { firstName: 'Carla', language: 'fr' })
    const other = await replied(site, carla, await advertOf(site, bart.personId), 'Bonjour')
    await bart.visitor.post(other, { text: 'Kom gerust kijken.' })
    await site.mails()
    expect((await ends(bart)).text).toContain('laten we weten dat het gewist is')
    expect((await told()).map(({ to, subject }) => [to, subject])).toEqual([
      [carla.email, 'Quelqu’un d’une conversation a tout fait effacer'],
    ])
  })

  test('nobody for who wrote to nobody, and nobody twice when a ledger is done again', async () => {
    const dirk = await signedUp(site, { firstName: 'Dirk' })
    expect((await ends(dirk)).text).not.toContain('laten we weten')
    await site.p.db.transaction().execute((trx) => eraseIn(site.p, trx, an.personId, 'noted'))
    expect(await told()).toEqual([])
  })

  test('is queued with the erasure: what does not commit tells nobody', async () => {
    const { ledger } = site.p
    const { note } = ledger
    Object.assign(ledger, {
      note() {
        throw new Error('the disk is full')
      },
    })
    expect((await ends(an)).status).toBe(500)
    Object.assign(ledger, { note })
    expect(await told()).toEqual([])
  })
})

describe('G2 A-RIG 84: who got a name or an address that was wrong is told', () => {
  test('of a first name that was corrected', async () => {
    await an.visitor.post('/nl/account/settings/first-name', { firstName: 'Annelies' })
    const letters = await told()
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      [bart.email, 'Een naam of e‑mailadres uit een gesprek is verbeterd'],
    ])
    for (const name of ['Annabelle', 'Annelies']) expect(letters[0]?.text).not.toContain(name)
  })

  test('of an address, which goes to advertisers alone', async () => {
    const changes = async (who: SignedUp, email: string) => {
      await who.visitor.post('/nl/account/settings/email', { email, currentPassword: who.password })
      const letter = (await site.mails()).find(({ to }) => to === email)
      expect((await who.visitor.post(linkIn(letter))).status).toBe(303)
    }
    await bart.visitor.post(thread, { text: 'Kom gerust kijken.' })
    await changes(bart, 'bart.nieuw@example.org')
    expect(await told()).toEqual([])
    await changes(an, 'an.nieuw@example.org')
    expect((await told()).map(({ to }) => to)).toEqual(['bart.nieuw@example.org'])
  })

  test('not of what they did not get', async () => {
    await an.visitor.post('/nl/account/settings/user-name', { userName: 'annelies-3' })
    await an.visitor.post('/nl/account/settings/language', { language: 'en' })
    expect(await told()).toEqual([])
  })
})

test('G7: who got something of somebody is told that it may only be kept, once', async () => {
  for (let twice = 0; twice < 2; twice++) await an.visitor.post('/nl/account/restriction', { ground: 'claims' })
  const letters = await told()
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    [bart.email, 'Iemand uit een gesprek vraagt om gegevens niet te gebruiken'],
  ])
  expect(letters[0]?.text).not.toContain('Annabelle')
})
