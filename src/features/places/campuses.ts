import type { Point } from '../../std/geo'
import type { Language } from '../../std/words'
import type { CampusRow } from './gazetteer/campus'
import { belgianCampuses } from './gazetteer/campuses.be'
import { dutchCampuses } from './gazetteer/campuses.nl'
import { faculties } from './gazetteer/faculties'
import { institutions } from './gazetteer/institutions'
import { type Place, place } from './places'

export type Campus = {
  readonly id: string
  readonly institution: string
  readonly names: Readonly<Record<Language, string>>
  /** Everything else that finds it: other names of the institution, faculties, streets, nicknames. */
  readonly also: readonly string[]
  readonly place: Place
  readonly point: Point
  /** How far the point may be from the door that a student means, in metres. */
  readonly accuracy: number
}

function campus(row: CampusRow): Campus {
  const [institution, ...others] = institutions[row.institution]
  const site = typeof row.name === 'string' ? { nl: row.name, fr: row.name, en: row.name } : row.name
  const called = (name: string) => (name.startsWith(institution) ? name : `${institution} ${name}`)
  return {
    id: row.id,
    institution,
    names: { nl: called(site.nl), fr: called(site.fr), en: called(site.en) },
    also: [
      ...new Set([
        institution,
        ...others,
        ...Object.values(site),
        ...(row.faculties ?? []).flatMap((f) => faculties[f]),
        ...(row.also ?? []),
      ]),
    ],
    place: place(row.place),
    point: { lat: row.at[0], lon: row.at[1] },
    accuracy: row.accuracy,
  }
}

let built: Map<string, Campus> | undefined
function index() {
  built ??= new Map([...belgianCampuses, ...dutchCampuses].map((row) => [row.id, campus(row)]))
  return built
}

export const allCampuses = (): Campus[] => [...index().values()]
export const campusById = (id: string): Campus | undefined => index().get(id)

/** "UGent Campus Tweekerken, Gent": the town is added where the name does not already say it. */
export function campusLabel(campus: Campus, language: Language): string {
  const name = campus.names[language]
  const town = campus.place.names[language]
  return name.includes(town) ? name : `${name}, ${town}`
}
