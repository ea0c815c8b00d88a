// What a computer decides about somebody's advert: they are told, with the rule and what it saw, and a human looks when they ask (G9).
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { type SignedUp, signedUp } from '../accounts/testing'
import { memberOfStaff } from '../desk/testing'
import { pauseAfter, pauseSilent } from './freshness/ask'
import { placed } from './testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const statusOf = async (publicId: string) =>
  (await site.p.db.selectFrom('listings').select('status').where('public_id', '=', publicId).executeTakeFirstOrThrow()).status

/** Bart's advert comes back online with words that a rule holds: the program takes it from the public by itself. */
async function heldAdvert() {
  const bart = await signedUp(site, { firstName: 'Bart' })
  const { publicId, id } = await placed(
    site,
    bart.personId,
    { text: 'Een lichte kamer van 16 m² in Leuven. Geen OCMW.' },
    { status: 'paused' },
  )
  await site.mails()
  await bart.visitor.post(`/nl/adverts/${publicId}/publication`)
  expect(await statusOf(publicId)).toBe('held')
  const [letter, ...more] = await site.mails()
  expect(more).toEqual([])
  const path = /\/nl\/decisions\/[0-9a-f-]{36}/.exec(letter?.text ?? '')?.[0] ?? ''
  return { bart, publicId, id, letter, path }
}
/** At the desk, the page of the one complaint that waits. */
async function atTheDesk(role: 'moderator' | 'owner' = 'moderator') {
  const nora = await memberOfStaff(site, role, { firstName: 'Nora' })
  const { html } = await nora.visitor.get('/nl/desk?kind=complaints')
  return { nora, complaint: /\/nl\/desk\/complaints\/[0-9a-f-]{36}/.exec(html)?.[0] ?? '' }
}

describe('G9: an advert that a rule holds back', () => {
  test('tells its owner that a computer decided, by which rule, on what, and what it means', async () => {
    const { bart, letter, path } = await heldAdvert()
    expect(letter?.to).toBe(bart.email)
    const said = letter?.text.replace(/\s+/g, ' ')
    expect(said).toContain('Een regel van het programma hield ze tegen.')
    expect(said).toContain('Dit leest als een keuze op vermogen')
    expect(said).toContain('Dit besliste een computer')
    const { text } = await bart.visitor.get(path)
    for (const part of [
      'Tegengehouden',
      'een computer, met een regel',
      'Discriminatie',
      'Dit leest als een keuze op vermogen',
      'Vraag een mens',
    ])
      expect(text).toContain(part)
    // In My data too, and nobody else's business.
    expect((await bart.visitor.get('/nl/account/data')).text).toMatch(/door een computer beslist:? ja/)
    const an = await signedUp(site, { firstName: 'An' })
    expect((await an.visitor.get(path)).status).toBe(404)
  })

  test('is looked at by a human on request, without a reason, who can put it online; the owner hears so', async () => {
    const { bart, publicId, path } = await heldAdvert()
    expect((await bart.visitor.post(path)).status).toBe(303)
    const { nora, complaint } = await atTheDesk()
    await nora.visitor.post(`${complaint}/reading`)
    expect((await nora.visitor.get(complaint)).text).toContain('Gevraagd: dat een mens ernaar kijkt.')
    const verdict = { decision: 'reversed', reason: 'Het OCMW stond in een zin over de buurt.' }
    expect((await nora.visitor.post(`${complaint}/decision`, verdict)).status).toBe(303)
    expect(await statusOf(publicId)).toBe('published')
    const letters = await site.mails()
    const answer = letters.find(({ text }) => text.includes(verdict.reason))
    expect(answer?.to).toBe(bart.email)
    expect(answer?.text.replace(/\s+/g, ' ')).toContain('Een mens bekeek wat de computer besliste.')
    expect((await bart.visitor.get(path)).text).toContain(verdict.reason)
  })

  test('stays held when the human agrees with the rule, with a reason of their own', async () => {
    const { bart, publicId, path } = await heldAdvert()
    await bart.visitor.post(path, { explanation: 'Dat mag toch gewoon, vind ik.' })
    const { nora, complaint } = await atTheDesk()
    await nora.visitor.post(`${complaint}/reading`)
    expect((await nora.visitor.get(complaint)).text).toContain('Dat mag toch gewoon, vind ik.')
    await nora.visitor.post(`${complaint}/decision`, {
      decision: 'upheld',
      reason: 'Vermogen is geen reden om iemand te weigeren.',
    })
    expect(await statusOf(publicId)).toBe('held')
    expect((await site.mails()).some(({ to, text }) => to === bart.email && text.includes('Vermogen is geen reden'))).toBe(true)
  })

  test('is said to be decided by a human where one did', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { id } = await placed(site, bart.personId)
    const nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
    await site.mails()
    await nora.visitor.post(`/nl/desk/adverts/${id}/refusal`, { ground: 'wrong', facts: 'De foto’s zijn van een ander huis.' })
    const letter = (await site.mails()).find(({ to }) => to === bart.email)
    expect(letter?.text).not.toContain('computer')
    const path = /\/nl\/decisions\/[0-9a-f-]{36}/.exec(letter?.text ?? '')?.[0] ?? ''
    expect((await bart.visitor.get(path)).text).toContain('Wie besliste een mens')
  })
})

describe('G9: an advert that a rule pauses, because nobody said that the room is free', () => {
  /** Bart is asked about an advert, and says nothing. */
  async function pausedAdvert() {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const { publicId, id } = await placed(site, bart.personId, { title: 'Kot onder het dak' })
    site.clock.pass(1000)
    await site.visitor().post(`/nl/rooms/${publicId}/let`)
    await site.mails()
    site.clock.pass(pauseAfter)
    expect(await pauseSilent(site.p)).toBe(1)
    const letters = await site.mails()
    const mine = (await bart.visitor.get('/nl/adverts')).html
    return { bart, publicId, id, letters, path: /\/nl\/decisions\/[0-9a-f-]{36}/.exec(mine)?.[0] ?? '' }
  }

  test('tells its owner once, in the mail that was always sent, that a computer decided, by which rule, and how to ask a human', async () => {
    const { bart, letters, path } = await pausedAdvert()
    const [letter, ...more] = letters.filter(({ to }) => to === bart.email)
    expect(more).toEqual([])
    expect(letter?.subject).toBe('Je advertentie op Dorpel is gepauzeerd')
    expect(letter?.text.replace(/\s+/g, ' ')).toContain(
      'Dit besliste een computer, met één regel: geen antwoord binnen een week.',
    )
    // The page of the mail's button leads to the decision, as My adverts does.
    expect((await site.visitor().get(linkIn(letter))).html).toContain(`href="${path}"`)
    const { text } = await bart.visitor.get(path)
    for (const part of [
      'Gepauzeerd',
      'een computer, met een regel',
      'is te zien zolang',
      'Op 21 november 2026 vroegen we je',
      'Vraag een mens',
    ])
      expect(text).toContain(part)
    expect((await bart.visitor.get('/nl/account/data')).text).toMatch(/door een computer beslist:? ja/)
  })

  test('is looked at by a human on request, who can show it again; one that its owner let meanwhile stays as it is', async () => {
    const settled = async (before: (of: { bart: SignedUp; publicId: string }) => Promise<unknown>) => {
      const { bart, publicId, path } = await pausedAdvert()
      await bart.visitor.post(path)
      await before({ bart, publicId })
      const { nora, complaint } = await atTheDesk()
      await nora.visitor.post(`${complaint}/reading`)
      await nora.visitor.post(`${complaint}/decision`, { decision: 'reversed', reason: 'Onze mail kwam niet aan.' })
      const letters = (await site.mails()).filter(({ to }) => to === bart.email)
      expect(letters.at(-1)?.text.replace(/\s+/g, ' ')).toContain('je advertentie staat weer online')
      return publicId
    }
    expect(await statusOf(await settled(async () => {}))).toBe('published')
    const rented = await settled(({ bart, publicId }) => bart.visitor.post(`/nl/adverts/${publicId}/rental`))
    expect(await statusOf(rented)).toBe('rented')
  })
})

test('G9: wherever the program holds an advert back by itself, or pauses one, its owner is told through the one place for that', () => {
  // By hand: a file that comes to hold adverts, or no longer tells, fails here. `staff`: a human decides there, who gives the reasons; `caller`: who asks for it tells.
  const holders: Record<string, 'tells' | 'staff' | 'caller'> = {
    'publish.ts': 'tells',
    'acts.ts': 'tells',
    'many/apply.ts': 'tells',
    'many/file-in.ts': 'tells',
    'moderation.ts': 'staff',
    'freshness/queries.ts': 'caller',
  }
  const files = import.meta.glob(['./**/*.ts', './**/*.tsx', '!./**/*.test.ts', '!./**/testing.ts'])
  const holding = Object.keys(files)
    .map((file) => file.slice(2))
    .filter((file) => {
      const text = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
      // Writes the status of an advert, and writes it as held; or pauses what nobody spoke of.
      return (
        (/await (?:placeListing|changeListing|setStatus)\(/.test(text) && /[?:,] 'held'/.test(text)) || /lapsed: true/.test(text)
      )
    })
  expect(holding.sort()).toEqual(Object.keys(holders).sort())
  // Its one caller, below.
  expect(readFileSync(`${import.meta.dirname}/freshness/ask.ts`, 'utf8')).toMatch(
    /await pauseUnanswered\([\s\S]*await stateReasons\(p, trx, 'rule'/,
  )
  for (const file of Object.keys(holders).filter((name) => holders[name] === 'tells'))
    expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8'), file).toMatch(/await heldByRules\(/)
})
