import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MoneySign, moneySignsIn } from './money'

const cases: [string, MoneySign[]][] = [
  // Dutch
  ['Dag Bart, is het kot nog vrij vanaf februari? Ik studeer rechten.', []],
  ['Stort de waarborg voor het bezoek, dan leg ik de sleutel klaar.', ['advance']],
  ['Ik zit in het buitenland. Je kan de eerste maand huur overmaken zonder te komen kijken.', ['advance', 'abroad']],
  ['Stuur me een kopie van je paspoort, dan maak ik het contract.', ['papers']],
  ['Heb je een paspoort of identiteitskaart?', []],
  ['Momenteel ben ik even in het buitenland.', ['abroad']],
  ['Gelieve € 400 vooraf te betalen.', ['advance']],
  ['Je hoeft niets vooraf te betalen.', []],
  ['De waarborg betaal je pas na de bezichtiging en het contract.', []],
  ['Het kan op BE68 5390 0754 7034, op naam van Bart.', ['iban']],
  ['BE68 5390 0754 7035 is geen geldig nummer', []],
  ['Koop voor 300 euro cadeaukaarten en stuur me de codes', ['card']],
  ['stuur me gerust een WhatsApp', ['elsewhere']],
  // French
  ['Bonjour, la chambre est-elle encore libre ? Quel est le loyer ?', []],
  ['Il faut payer la caution avant la visite.', ['advance']],
  ['Vous versez un acompte pour réserver.', ['advance']],
  ['Vous ne payez rien à l’avance.', []],
  ['La caution est à payer après la visite, à la signature du bail.', []],
  ['par coupon PCS ou Transcash', ['card']],
  ['Je suis actuellement à l’étranger, envoyez une copie de votre carte d’identité.', ['papers', 'abroad']],
  // English
  ['Hi! Could I come and see the room on Friday? I can pay the rent by bank.', []],
  ['Please transfer the deposit before the viewing.', ['advance']],
  ['You pay one month upfront to hold the room', ['advance']],
  ['Send it with Western Union or Money-Gram', ['transfer']],
  ['w‌estern uni​on', ['transfer']], // something invisible between the letters
  ['only in bitcoin', ['transfer']],
  ['I am currently abroad; send me a scan of your passport', ['papers', 'abroad']],
  ['I studied abroad last year.', []],
  ['We do not ask a payment in advance.', []],
  // German
  ['Bitte überweisen Sie die Kaution vor der Besichtigung.', ['advance']],
  ['Zahlung im Voraus nötig', ['advance']],
  ['Ist das Zimmer noch frei?', []],
  ['Ich bin im Ausland, bitte Kopie vom Personalausweis', ['papers', 'abroad']],
  ['Schreib mir auf Telegram, Konto DE89 3704 0044 0532 0130 00', ['iban', 'elsewhere']],
]

describe('signs of a swindle in a message', () => {
  test.each(cases)('%s', (text, signs) => {
    expect(moneySignsIn(text)).toEqual(signs)
  })

  test('a sign stays a sign in capitals and among other text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (around) => {
        expect(moneySignsIn(`${around}\nPAY BY WESTERN UNION\n${around}`)).toContain('transfer')
      }),
    )
  })

  test('any text is read in little time, also one made to be slow', () => {
    const long = `${'geen vooraf betaal waarborg voor '.repeat(120)}x`.slice(0, 4000)
    expect(moneySignsIn(long)).toEqual(expect.any(Array))
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 4000 }), (text) => Array.isArray(moneySignsIn(text))))
  })
})
