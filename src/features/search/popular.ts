import { minutes } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import { type Place, placeById, studentTowns } from '../places'
import { countsByPlace } from './queries/rows'
import { placesAround } from './where'

export type PopularTown = { place: Place; n: number }
const known = new WeakMap<Platform, { at: number; towns: Promise<PopularTown[]> }>()
const remembered = minutes(5)
const most = 12
const few = 6

/** The student towns with the most public adverts; those with none only while there are few, so that a new site is not empty. Counted anew every five minutes. */
export function popular(p: Platform, now: Date): Promise<PopularTown[]> {
  const last = known.get(p)
  if (last && now.getTime() - last.at < remembered && now.getTime() >= last.at) return last.towns
  const towns = count(p, now)
  known.set(p, { at: now.getTime(), towns })
  towns.catch(() => known.delete(p))
  return towns
}

async function count(p: Platform, now: Date): Promise<PopularTown[]> {
  const towns = studentTowns.flatMap((id) => placeById(id) ?? []).map((place) => ({ place, around: placesAround(place) }))
  const counts = await countsByPlace(p.db, now, [...new Set(towns.flatMap(({ around }) => around))])
  const all = towns
    .map(({ place, around }) => ({ place, around, n: around.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0) }))
    .sort((a, b) => b.n - a.n)
  const shown: typeof all = []
  // Heverlee is part of what Leuven finds: it is not named beside it.
  for (const town of all) if (shown.length < most && !shown.some(({ around }) => around.includes(town.place.id))) shown.push(town)
  const rented = shown.filter(({ n }) => n > 0)
  return (rented.length >= few ? rented : shown).map(({ place, n }) => ({ place, n }))
}
