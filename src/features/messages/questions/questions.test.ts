import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import type { Region } from '../../../register/tables/listings'
import { languages } from '../../../std/words'
import { signedUp } from '../../accounts/testing'
import { advertOf, replied } from '../testing'
import { askedIn, questionsOn } from './questions'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const today = '2026-11-21'
const ids = (text: string, region: Region = 'BE-VLG', day = today) =>
  askedIn(text, region, day).map(({ question }) => question.id)

describe('what a message asks that may not be asked', () => {
  test.each<[string, string]>([
    ['origin', 'Dag An, waar kom je eigenlijk vandaan?'],
    ['origin', 'Quelle est votre nationalité ?'],
    ['origin', 'D’où venez-vous ?'],
    ['origin', 'Where are you from?'],
    ['origin', 'Woher kommst du?'],
    ['faith', 'Ben je moslim?'],
    ['faith', 'Portez-vous le voile ?'],
    ['faith', 'What is your religion?'],
    ['faith', 'Welche Religion hast du?'],
    ['health', 'Heb je een ziekte of een handicap?'],
    ['health', 'Êtes-vous enceinte ?'],
    ['health', 'Do you take any medication?'],
    ['health', 'Bist du schwanger?'],
    ['plans', 'Heb je trouwplannen?'],
    ['plans', 'Voulez-vous des enfants ?'],
    ['plans', 'Are you planning to have children?'],
    ['plans', 'Wollen Sie bald heiraten?'],
    ['status', 'Ben je getrouwd?'],
    ['status', 'Are you single?'],
    ['orientation', 'Ben je homo?'],
    ['orientation', 'Êtes-vous homosexuel ?'],
    ['politics', 'Op wie stem je?'],
    ['politics', 'Pour qui votez-vous ?'],
    ['record', 'Stuur ook een bewijs van goed gedrag mee.'],
    ['record', 'Avez-vous un casier judiciaire ?'],
    ['income', 'Krijg je een leefloon?'],
    ['income', 'Touchez-vous une allocation de chômage ?'],
  ])('%s: %s', (id, text) => {
    expect(ids(text)).toEqual([id])
  })

  test.each([
    'Dag An, je kunt zaterdag om 14 uur komen kijken. Vanaf wanneer zoek je iets?',
    'Wat is je inkomen, of betaalt een van je ouders de huur?',
    'De kamer heeft een eigen badkamer en er wonen nog drie studenten.',
    'Vous pouvez visiter samedi. Combien serez-vous à habiter là ?',
    'Welcome! The room is free from February. What do you study?',
    'Met de trein ben je er in tien minuten, de kerk is om de hoek en in het huis is het rustig.',
    'Heb je nog vragen over het contract of de waarborg?',
    'Du kannst am Samstag kommen. Was studierst du?',
  ])('not this: %s', (text) => {
    for (const region of ['BE-VLG', 'BE-BRU', 'BE-WAL', 'NL'] as const) expect(ids(text, region)).toEqual([])
  })

  test('is of its region and its time', () => {
    expect([ids('Ben je getrouwd?', 'BE-WAL'), ids('Ben je getrouwd?', 'NL')]).toEqual([[], ['status']])
    expect([ids('Heb je een strafblad?', 'NL'), ids('Heb je een strafblad?', 'BE-BRU')]).toEqual([[], ['record']])
    expect(ids('Ben je moslim?', 'NL', '2023-06-30')).toEqual([])
  })

  test('each region says what may be asked and what not, in each language', () => {
    const all = questionsOn(today)
    expect(all.map(({ region }) => region)).toEqual(['BE-VLG', 'BE-BRU', 'BE-WAL', 'NL'])
    for (const { may, not } of all) {
      expect(may.length).toBe(1)
      expect(not.length).toBeGreaterThan(5)
      for (const language of languages)
        for (const { what, why } of not) expect([what[language], why[language]].join()).toBeTruthy()
    }
  })
})

describe('in a conversation', () => {
  const conversation = async () => {
    const [an, bart] = [
      await signedUp(site, { firstName: 'An', language: 'nl' }),
      await signedUp(site, { firstName: 'Bart', language: 'nl' }),
    ]
    const path = await replied(site, an, await advertOf(site, bart.personId), 'Dag, is de kamer nog vrij?')
    return { an, bart, path }
  }
  const text = 'Dag An, zeker! Ben je moslim?'

  test('the advertiser gets a hint before it goes, and sends it as they like; nothing is kept of it', async () => {
    const { an, bart, path } = await conversation()
    const hinted = await bart.visitor.post(path, { text })
    expect(hinted.status).toBe(422)
    expect(hinted.text).toContain('“Ben je moslim”. Geloof mag bij het kiezen geen rol spelen.')
    expect(hinted.html).toContain('href="/nl/messages/questions#BE-VLG"')
    expect(hinted.html).toContain(text)
    expect((await an.visitor.get(path)).text).not.toContain('moslim')
    const sent = await bart.visitor.post(path, { text, asked: '1' })
    expect(sent.status).toBe(303)
    const page = await an.visitor.get(path)
    expect(page.text).toContain('Ben je moslim?')
    expect(page.text).not.toContain('Mag je dit vragen?')
  })

  test('what asks nothing of the kind goes at once, and a seeker may ask anything', async () => {
    const { an, bart, path } = await conversation()
    expect((await bart.visitor.post(path, { text: 'Dag An, kom zaterdag kijken.' })).status).toBe(303)
    expect((await an.visitor.post(path, { text: 'Ben je moslim? Ik ook.' })).status).toBe(303)
  })

  test('under it, and under the replies, a link leads to what may be asked; the page is for everybody', async () => {
    const { an, bart, path } = await conversation()
    expect((await bart.visitor.get(path)).text).toContain('Wat mag je vragen?')
    expect((await an.visitor.get(path)).text).not.toContain('Wat mag je vragen?')
    for (const [language, said] of [
      ['nl', 'Hoeveel inkomen je hebt'],
      ['fr', 'Combien vous gagnez'],
      ['en', 'How much income you have'],
    ]) {
      const page = await site.visitor().get(`/${language}/messages/questions`)
      expect(page.status).toBe(200)
      expect(page.text).toContain(said)
      expect(page.html).toContain('id="BE-VLG"')
      expect(page.html).toContain('https://www.woninghuur.vlaanderen/')
    }
  })
})
