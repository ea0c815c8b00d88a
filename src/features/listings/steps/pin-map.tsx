import { metresBetween, type Point } from '../../../std/geo'
import type { Language } from '../../../std/words'
import { Icon } from '../../../ui'
import { type Accuracy, allCampuses, allPlaces, metresOf } from '../../places'
import { words } from './words'

/** Farther from where the address was found, in metres, nobody looks for the house; and so many names are enough to find one's way by. */
const view = 12_000
const enough = 40

/** What an island draws: a name, the name as it follows "of", and where it is. */
type Landmark = [name: string, of: string, lat: number, lon: number]

const five = (degrees: number) => Number(degrees.toFixed(5))

/** The nearest of some things, with their names. */
function around<T extends { point: Point }>(
  from: Point,
  all: readonly T[],
  nameOf: (one: T) => string,
  of: (name: string) => string,
) {
  return all
    .map((one) => ({ one, metres: metresBetween(from, one.point) }))
    .filter(({ metres }) => metres < view)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, enough)
    .map(({ one }): Landmark => [nameOf(one), of(nameOf(one)), five(one.point.lat), five(one.point.lon)])
}

const drop = 'M16 39C8 28 3 22 3 15a13 13 0 0 1 26 0c0 7-5 13-13 24z'

/** A map of our own around an address, from the places and campuses that we know: no other site hears of it. Drawn by islands/pin.ts, which
 *  keeps the field of the coordinates in step; without it there is nothing here, and the field alone. */
export const PinMap = ({
  language,
  from: { point, accuracy },
}: {
  language: Language
  from: { point: Point; accuracy: Accuracy }
}) => {
  const { map } = words(language).pin
  const told = {
    at: [five(point.lat), five(point.lon)],
    reach: metresOf[accuracy],
    campuses: around(point, allCampuses(), ({ names }) => names[language], map.of),
    places: around(point, allPlaces(), ({ names }) => names[language], map.of),
    where: map.where('{distance}', '{direction}', '{name}'),
    directions: map.directions,
  }
  return (
    <section class="pin-map" data-pin={JSON.stringify(told)} aria-label={map.label} hidden>
      <div class="pin-sheet">
        <svg class="pin-drawing" aria-hidden="true" focusable="false" />
        <div class="pin" tabindex={0} role="application" aria-label={map.pin} aria-describedby="pin-help pin-where">
          <svg viewBox="0 0 32 40" aria-hidden="true" focusable="false">
            <path class="pin-ring" d={drop} />
            <path class="pin-ring" d={drop} />
            <path d={drop} />
            <circle cx="16" cy="15" r="5" />
          </svg>
        </div>
        <div class="pin-acts">
          {(['closer', 'farther', 'back'] as const).map((act) => (
            <button type="button" class="pin-act" data-act={act} aria-label={map[act]} title={map[act]}>
              <Icon name={act === 'closer' ? 'plus' : act === 'farther' ? 'minus' : 'pin'} />
            </button>
          ))}
        </div>
      </div>
      <p class="pin-where" id="pin-where" role="status" />
      <p class="pin-help" id="pin-help">
        {map.help} {map.lines}
      </p>
    </section>
  )
}
