import type { Cover, DemoAdvert, EnergyLabel } from './advert'
import { type Chance, chance } from './chance'
import { type Letter, letters } from './people'
import { photosOf } from './photos'
import { toldOf } from './told'
import { type Street, type Town, towns } from './towns'
import type { Advertised } from './write'
import { writer } from './write'

export type { DemoAdvert } from './advert'

type House = { street: Street; number: string; point: { lat: number; lon: number }; energy: Advertised['energy'] }

const townOf = (name: string): Town => {
  const town = towns.find((one) => one.name === name)
  if (!town) throw new Error(`no such town: ${name}`)
  return town
}

const labels: readonly EnergyLabel[] = ['A', 'B', 'B', 'C', 'C', 'C', 'D', 'D', 'E', 'F', 'G']

const houseIn = (town: Town, luck: Chance): House => {
  const street = luck.one(town.streets)
  const [lat, lon] = street.at
  return {
    street,
    number: `${luck.whole(3, 148)}${luck.odds(0.12) ? luck.one(['A', 'B', 'C']) : ''}`,
    point: {
      lat: Math.round((lat + luck.between(-0.0008, 0.0008)) * 1e5) / 1e5,
      lon: Math.round((lon + luck.between(-0.0012, 0.0012)) * 1e5) / 1e5,
    },
    energy: luck.odds(0.12) ? 'unknown' : town.region === 'BE-VLG' ? luck.whole(95, 420) : luck.one(labels),
  }
}

const fives = (euros: number) => Math.round(euros / 5) * 500

const kindOf = ({ voice }: Letter, luck: Chance): DemoAdvert['kind'] => {
  if (voice === 'student') return 'kot'
  const share = luck.next()
  return share < 0.69 ? 'kot' : share < 0.89 ? 'studio' : 'apartment'
}

const sizes = { kot: [11, 24], studio: [20, 36], apartment: [38, 74] } as const

/** In Flanders only energy, water and telecom may come on top of a student's rent (Woninghuurdecreet, title III). */
const coverOf = (town: Town, mode: DemoAdvert['charges']['mode'], net: boolean, luck: Chance): Cover[] => {
  const cover: Cover[] = ['water', 'energy']
  if (net) cover.push('internet')
  if (town.region === 'BE-VLG' && mode !== 'included') return cover
  if (luck.odds(0.6)) cover.push('heating')
  if (luck.odds(0.4)) cover.push('cleaning')
  if (town.region !== 'NL' && luck.odds(0.3)) cover.push('insurance')
  if (town.region !== 'NL' && mode === 'included' && luck.odds(0.3)) cover.push('taxes')
  return cover
}

const chargesOf = (town: Town, size: number, luck: Chance) => {
  const mode =
    town.region === 'NL'
      ? luck.one(['fixed', 'provision', 'provision'] as const)
      : luck.one(['included', 'fixed', 'fixed', 'provision'] as const)
  const net = mode === 'included' || luck.odds(0.65)
  const cents = mode === 'included' ? 0 : fives(luck.between(45, 80) + size * 0.9)
  return { mode, cents, cover: coverOf(town, mode, net, luck) }
}

/** A Belgian room goes by the academic year, a Dutch one by the month and without an end. */
const termOf = (town: Town, { voice }: Letter, today: Temporal.PlainDate, luck: Chance) => {
  const days = (date: Temporal.PlainDate) => today.until(date).total({ unit: 'days' })
  const soon = today.add({ months: luck.whole(1, 3) }).with({ day: 1 })
  if (voice === 'student') {
    const months = luck.whole(4, 6)
    return { availableFrom: days(soon), availableUntil: days(soon.add({ months })), leaseMinMonths: 3, leaseMaxMonths: months }
  }
  if (town.region === 'NL')
    return {
      availableFrom: days(luck.odds(0.25) ? today : soon),
      availableUntil: null,
      leaseMinMonths: luck.one([6, 10, 12]),
      leaseMaxMonths: luck.one([12, 24, 36]),
    }
  const autumn = Temporal.PlainDate.from({ year: today.year, month: 9, day: luck.one([1, 15]) })
  const next = days(autumn) > 20 ? autumn : autumn.add({ years: 1 })
  const start = days(next) > 200 && luck.odds(0.55) ? soon : next
  const end = days(next) === days(start) ? start.add({ years: 1 }) : next
  const longest = Math.max(1, Math.min(12, start.until(end, { largestUnit: 'months' }).months))
  return {
    availableFrom: days(start),
    availableUntil: days(end),
    leaseMinMonths: Math.min(longest, luck.one([5, 10, 10, 12])),
    leaseMaxMonths: longest,
  }
}

const advert = (
  letter: Letter,
  advertiser: number,
  town: Town,
  house: House,
  index: number,
  today: Temporal.PlainDate,
  luck: Chance,
): Advertised => {
  const kind = kindOf(letter, luck)
  const [least, most] = sizes[kind]
  const share = luck.next()
  const sizeM2 = Math.round(least + (most - least) * share)
  const own = kind !== 'kot'
  const bath = own || luck.odds(0.28) ? 'own' : 'shared'
  const [low, high] = town.rents[kind]
  const quality = Math.min(1, Math.max(0, share * 0.55 + (bath === 'own' && !own ? 0.2 : 0) + luck.between(0, 0.35)))
  const rentCents = fives(low + (high - low) * quality)
  const charges = chargesOf(town, sizeM2, luck)
  const dutch = letter.language === 'nl'
  const petsText = luck.odds(0.12)
    ? { nl: 'Een kat mag, na overleg.', fr: 'Un chat est possible, à convenir.', en: 'A cat is fine, let us talk about it.' }[
        letter.language
      ]
    : undefined
  return {
    advertiser,
    kind,
    language: letter.language,
    street: dutch ? (house.street.nl ?? house.street.name) : house.street.name,
    houseNumber: house.number,
    postcode: house.street.postcode,
    place: dutch ? (house.street.placeNl ?? house.street.place) : house.street.place,
    town: town.name,
    point: house.point,
    rentCents,
    charges,
    depositCents: rentCents * luck.one(kind === 'kot' ? [1, 1, 2] : [1, 2, 2]),
    sizeM2,
    ...termOf(town, letter, today, luck),
    furnished: luck.odds(kind === 'apartment' ? 0.5 : 0.75),
    kitchen: own || (bath === 'own' && sizeM2 >= 18 && luck.odds(0.6)) ? 'own' : 'shared',
    bath,
    toilet: bath,
    internet: charges.cover.includes('internet') ? 'included' : luck.odds(0.6) ? 'extra' : 'none',
    domicile:
      letter.voice === 'student'
        ? 'no'
        : luck.one(
            town.region === 'NL' ? (['yes', 'yes', 'yes', 'onRequest'] as const) : (['no', 'no', 'yes', 'onRequest'] as const),
          ),
    energy: house.energy,
    ...(petsText === undefined ? {} : { petsText }),
    publishedDaysAgo: luck.odds(0.2) ? luck.whole(0, 3) : luck.whole(1, 48),
    attic: luck.odds(0.2),
    mates: luck.whole(3, 7),
    index,
  }
}

/** About 300 invented adverts in ten student towns, the same for the same day. Dates are days from `today`. */
export const demoAdverts = (today: Temporal.PlainDate): DemoAdvert[] => {
  const write = writer()
  let index = 0
  return letters.flatMap((letter, advertiser) => {
    const town = townOf(letter.town)
    let house = houseIn(town, chance(5000 + advertiser))
    return Array.from({ length: letter.adverts }, (_, number) => {
      const luck = chance(9000 + index)
      if (number > 0 && number % 5 === 0) house = houseIn(town, luck)
      const made = advert(letter, advertiser, town, house, index++, today, luck)
      const { attic, mates: _mates, index: _index, energy: _energy, ...facts } = made
      return {
        ...facts,
        ...toldOf(made, letter, town),
        ...write(made, letter, town, luck),
        photos: photosOf(made, town.surroundings, attic, luck),
      }
    })
  })
}
