import { describe, expect, test } from 'vitest'
import { demoAdverts } from './adverts'
import { demoPeople, letters } from './people'
import { dutchBelgium } from './texts/dutch.belgium'
import { dutchNetherlands } from './texts/dutch.netherlands'
import { english } from './texts/english'
import { french } from './texts/french'
import { themes } from './texts/lines'
import { demoThreads } from './threads'
import { towns } from './towns'

const today = Temporal.PlainDate.from('2026-11-21')
const adverts = demoAdverts(today)
const flemish = ['Leuven', 'Gent', 'Antwerpen']
const dutch = ['Amsterdam', 'Utrecht', 'Groningen', 'Maastricht']
const sentences = (text: string) => text.split(/(?<=[.!?])\s+/)

describe('the demo adverts', () => {
  test('are the same for the same day, and about 300', () => {
    expect(demoAdverts(today)).toEqual(adverts)
    expect(adverts).toHaveLength(300)
  })

  test('stand in ten towns, each with enough to look through', () => {
    const counts = Map.groupBy(adverts, ({ town }) => town)
    expect([...counts.keys()].sort()).toEqual(towns.map(({ name }) => name).sort())
    for (const [, list] of counts) expect(list.length).toBeGreaterThanOrEqual(20)
  })

  test('are rooms above all, then studios, then apartments', () => {
    const share = (kind: string) => adverts.filter((advert) => advert.kind === kind).length / adverts.length
    expect(share('kot')).toBeGreaterThan(0.6)
    expect(share('studio')).toBeGreaterThan(share('apartment'))
    expect(share('apartment')).toBeGreaterThan(0.05)
  })

  test('are written in a language of their town', () => {
    for (const { town, language } of adverts) expect(towns.find(({ name }) => name === town)?.languages).toContain(language)
  })

  test('stand in a street of the town, near where that street is', () => {
    for (const { town, street, postcode, point } of adverts) {
      const found = towns
        .find(({ name }) => name === town)
        ?.streets.find((one) => (one.name === street || one.nl === street) && one.postcode === postcode)
      expect(found, street).toBeDefined()
      expect(Math.abs(point.lat - (found?.at[0] ?? 0))).toBeLessThan(0.002)
      expect(Math.abs(point.lon - (found?.at[1] ?? 0))).toBeLessThan(0.002)
    }
  })

  test('cost what their town costs', () => {
    for (const { town, kind, rentCents } of adverts) {
      const [low, high] = towns.find(({ name }) => name === town)?.rents[kind] ?? [0, 0]
      expect(rentCents).toBeGreaterThanOrEqual(low * 100)
      expect(rentCents).toBeLessThanOrEqual(high * 100)
      expect(rentCents % 500).toBe(0)
    }
  })

  test('keep the law: deposit, charges of a Flemish student lease, length of a Belgian one', () => {
    for (const advert of adverts) {
      expect(advert.depositCents).toBeLessThanOrEqual(2 * advert.rentCents)
      expect(advert.charges.cents === 0).toBe(advert.charges.mode === 'included')
      if (flemish.includes(advert.town) && advert.charges.mode !== 'included')
        for (const cover of advert.charges.cover) expect(['energy', 'water', 'internet']).toContain(cover)
      if (!dutch.includes(advert.town)) expect(advert.leaseMaxMonths).toBeLessThanOrEqual(12)
      expect(advert.leaseMinMonths).toBeLessThanOrEqual(advert.leaseMaxMonths)
    }
  })

  test('explain a refusal of domicile where Wallonia asks for it', () => {
    const refused = adverts.filter(({ town, domicile }) => ['Liège', 'Louvain-la-Neuve'].includes(town) && domicile === 'no')
    expect(refused.length).toBeGreaterThan(5)
    for (const { text } of refused)
      expect(text).toMatch(/La domiciliation n'est pas possible :|Registering at this address is not possible, because/)
  })

  test('are free from today on and end after they begin', () => {
    for (const { availableFrom, availableUntil } of adverts) {
      expect(Number.isInteger(availableFrom)).toBe(true)
      expect(availableFrom).toBeGreaterThanOrEqual(0)
      if (availableUntil !== null) expect(availableUntil).toBeGreaterThan(availableFrom + 25)
    }
    for (const day of ['2026-01-01', '2026-08-30', '2026-09-15', '2028-02-29'])
      for (const one of demoAdverts(Temporal.PlainDate.from(day))) {
        expect(one.availableFrom).toBeGreaterThanOrEqual(0)
        expect(one.leaseMinMonths).toBeGreaterThan(0)
        expect(one.leaseMinMonths).toBeLessThanOrEqual(one.leaseMaxMonths)
      }
  })

  test('say internet the same everywhere', () => {
    for (const { charges, internet } of adverts) expect(charges.cover.includes('internet')).toBe(internet === 'included')
  })

  test('have a title of their own, short enough', () => {
    expect(new Set(adverts.map(({ title }) => title)).size).toBe(adverts.length)
    for (const { title } of adverts) expect(title.length).toBeLessThanOrEqual(80)
  })

  test('have a text of 60 to 180 words with every slot filled', () => {
    for (const { text, title } of adverts) {
      expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(60)
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(180)
      expect(text + title).not.toMatch(/[{}|]|undefined| {2}/)
    }
  })

  test('tell no phone, address, link or house number, and push nobody', () => {
    for (const { text, title, street } of adverts) {
      expect(text).not.toMatch(/@|https?:|www\.|(?:\d[ ./-]?){5,}/)
      expect(`${title}\n${text}`).not.toMatch(new RegExp(`${RegExp.escape(street)},? \\d`))
      expect(text).not.toMatch(
        /wees er snel bij|laatste kans|dépêchez|dernière chance|hurry|last chance|enkel meisjes|alleen (?:vrouwen|mannen)|filles uniquement|(?:girls|boys|women|men) only/i,
      )
    }
  })

  test('do not read alike: two of them share at most half of their sentences', () => {
    const told = adverts.map(({ text }) => new Set(sentences(text)))
    for (const [index, one] of told.entries())
      for (const other of told.slice(0, index)) {
        const shared = [...one].filter((sentence) => other.has(sentence)).length
        expect(shared / Math.min(one.size, other.size)).toBeLessThanOrEqual(0.5)
      }
  })

  test('use what was written for them: few sentences stay unused', () => {
    const all = adverts
      .map(({ text }) => text)
      .join('\n')
      .toLowerCase()
    for (const bank of [dutchBelgium, dutchNetherlands, french, english]) {
      const plain = themes.flatMap((theme) => bank.themes[theme].map(({ text }) => text)).filter((text) => !text.includes('{'))
      expect(plain.filter((text) => !all.includes(text.toLowerCase())).length).toBeLessThan(plain.length / 12)
    }
  })
})

describe('the demo people', () => {
  const people = demoPeople()

  test('are invented: addresses of example domains, numbers nobody has', () => {
    for (const { email, phone } of people) {
      expect(email).toMatch(/^[a-z.-]+@example\.(?:org|com|net)$/)
      expect(phone).toMatch(/^(?:0470 00 00 \d\d|06 0000 00\d\d)$/)
    }
    for (const key of ['userName', 'email', 'phone'] as const)
      expect(new Set(people.map((one) => one[key])).size).toBe(people.length)
  })

  test('let from one room to twenty-five, and twenty look for one', () => {
    const rooms = letters.map((_, index) => adverts.filter(({ advertiser }) => advertiser === index).length)
    expect(Math.min(...rooms)).toBe(1)
    expect(Math.max(...rooms)).toBe(25)
    expect(people.filter(({ role }) => role === 'seeker')).toHaveLength(20)
    for (const { advertiser } of adverts) expect(people[advertiser]?.role).toBe('advertiser')
  })
})

describe('the demo threads', () => {
  const threads = demoThreads(adverts)

  test('are 25, one per advert, in its language, begun by a seeker after it appeared', () => {
    expect(threads).toHaveLength(25)
    expect(new Set(threads.map(({ advert }) => advert)).size).toBe(25)
    for (const { seeker, advert, messages } of threads) {
      const about = adverts[advert]
      expect(demoPeople()[seeker]).toMatchObject({ role: 'seeker', language: about?.language })
      expect(messages[0]?.by).toBe('seeker')
      expect(messages[0]?.daysAgo).toBeLessThan(about?.publishedDaysAgo ?? 0)
      for (const { daysAgo } of messages) expect(daysAgo).toBeGreaterThanOrEqual(0)
    }
  })
  test('leave the landlord of the printed sign-in some to answer', () => {
    expect(threads.filter(({ advert }) => adverts[advert]?.advertiser === 0).length).toBeGreaterThanOrEqual(3)
  })
})
