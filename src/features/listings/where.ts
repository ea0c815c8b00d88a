import { metresBetween, type Point } from '../../std/geo'
import { findPlaces, isPlausible, metresOf, type Place, placeOfPostcode } from '../places'
import type { ListingContent } from './content'

type Typed = { postcode: string; town: string }
type Located =
  | { ok: true; place: Place; point: Point; accuracy: ListingContent['accuracy'] }
  | { ok: false; field: 'postcode' | 'town'; why: 'noPostcode' | 'noTown' | 'elsewhere'; place?: Place }

const written = /^(?:(?:B|BE|NL)\s*-\s*)?([1-9]\d{3})\s*([A-Z]{2})?$/i

/** What of a postcode is published: its four digits. With its letters a Dutch one is one side of a street, some twenty houses. */
export const publicPostcode = (typed: string): string => written.exec(typed.trim())?.[1] ?? typed

/** Farther apart than this, in metres, a postcode and a town are not the same place. */
const together = 15_000

/** Where an address lies, as exactly as is known without asking anybody: the middle of its postcode, else of its town. */
export function locate({ postcode, town }: Typed): Located {
  const digits = written.exec(postcode.trim())
  if (!digits) return { ok: false, field: 'postcode', why: 'noPostcode' }
  const towns = findPlaces(town, 5).filter((place) => !digits[2] || place.country === 'NL')
  const [first] = towns
  if (!first) return { ok: false, field: 'town', why: 'noTown' }
  for (const place of towns) {
    const known = placeOfPostcode(postcode, place.country)
    if (known && metresBetween(known.point, place.point) <= together)
      return { ok: true, place, point: known.point, accuracy: 'postcode' }
  }
  const known = placeOfPostcode(postcode, first.country)
  if (known) return { ok: false, field: 'town', why: 'elsewhere', place: known.place }
  return { ok: true, place: first, point: first.point, accuracy: 'place' }
}

/** How far the pin may be from where the address was found, in metres, beside what the finding itself may be off. */
const pinReach = 5_000

export type Misplaced = { why: 'noLand' | 'far'; km: number }

/** What is wrong with a pin: at sea or abroad, or too far from its own address. */
export function misplaced(pin: Point, from: { point: Point; accuracy: ListingContent['accuracy'] }): Misplaced | undefined {
  const metres = metresBetween(pin, from.point)
  const km = Math.round(metres / 1000)
  if (!isPlausible(pin)) return { why: 'noLand', km }
  return metres > metresOf[from.accuracy] + pinReach ? { why: 'far', km } : undefined
}
