import { cellOf, cellReach, metresBetween, type Point } from '../../std/geo'
import { minutesByBike, minutesOnFoot } from '../../std/travel'
import { type Language, wordsIn } from '../../std/words'
import { en } from './words.en'
import { fr } from './words.fr'
import { nl } from './words.nl'

/** What a point was found by, finest first. */
export const accuracies = ['address', 'street', 'postcode', 'place'] as const
export type Accuracy = (typeof accuracies)[number]

/** How far the house may be from a point of that accuracy, in metres, where nothing better is known. */
export const metresOf: Record<Accuracy, number> = { address: 50, street: 400, postcode: 2000, place: 3000 }

/** A point with how far it may be off, in metres. */
export type Located = { readonly point: Point; readonly accuracy: number }

/** What the public may know of where a house is: the centre of its cell, and how far off that may be. All public distances start here. */
export const published = ({ point, accuracy }: Located): Located => ({
  point: cellOf(point),
  accuracy: Math.hypot(accuracy, cellReach),
})

/** A distance as it may be said: not finer than what is known of its two ends. */
export type Spoken = { readonly kind: 'about' | 'within'; readonly metres: number }

const steps = [100, 250, 500, 1000, 2500, 5000, 10_000]

/** From a kilometre people speak in halves, from ten in whole ones, however well both ends are known. */
const coarseness = (metres: number) => (metres < 1000 ? 100 : metres < 10_000 ? 500 : 1000)

/**
 * A straight-line distance and how far each of its ends may be off, all in metres; what may be said of it out. The errors are independent,
 * so they add up by squares. A distance that the errors swallow is only bounded: "within about 1 km".
 */
export function spoken(metres: number, ...offs: number[]): Spoken {
  const off = Math.hypot(...offs)
  const step = Math.max(steps.find((step) => step >= off) ?? 20_000, coarseness(metres))
  const about = Math.round(metres / step) * step
  if (metres <= off || about === 0) {
    const bound = coarseness(metres + off)
    return { kind: 'within', metres: Math.ceil((metres + off) / bound) * bound }
  }
  return { kind: 'about', metres: about }
}

export type SpokenWay = Spoken & {
  /** "about 2 km", "within about 1 km". */
  readonly distance: string
  /** "about 11 minutes by bike", or "at most …" where the distance is only bounded. */
  readonly byBike: string
  /** The same on foot, up to three quarters of an hour. */
  readonly onFoot: string | undefined
}

const words = wordsIn({ nl, fr, en })
const farthestWalk = 45

/** The way between an advert's published cell and a campus, or any two points whose accuracy is known, said in a language. */
export function sayWay(from: Located, to: Located, language: Language): SpokenWay {
  const { way } = words(language)
  const said = spoken(metresBetween(from.point, to.point), from.accuracy, to.accuracy)
  const walk = minutesOnFoot(said.metres)
  return {
    ...said,
    distance: way.distance(said),
    byBike: way.byBike(said.kind, minutesByBike(said.metres)),
    onFoot: walk <= farthestWalk ? way.onFoot(said.kind, walk) : undefined,
  }
}
