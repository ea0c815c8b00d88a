import type { Language } from '../../../std/words'
import type { Faculty } from './faculties'
import type { Institution } from './institutions'

/** A campus as the tables write it down. The accuracy is in metres: how far the point may be from the door that a student means. */
export type CampusRow = {
  readonly id: string
  readonly institution: Institution
  /** The name of the site without that of the institution; one name where the languages agree. */
  readonly name: string | Readonly<Record<Language, string>>
  readonly place: string
  readonly at: readonly [lat: number, lon: number]
  readonly accuracy: number
  readonly faculties?: readonly Faculty[]
  /** Streets, buildings and nicknames that students use. */
  readonly also?: readonly string[]
}
