import type { Child } from 'hono/jsx'
import { type Box, benelux, boxAround } from '../../../std/geo'
import type { Language } from '../../../std/words'
import { Icon } from '../../../ui'
import type { ListingSummary } from '../../listings'
import { queryOf, type Search } from '../search'
import type { MapStart, MapWords } from './answer'
import { words } from './words'

const aroundTown = 3000 // metres
const aroundCampus = 2500

const around = (boxes: readonly Box[]): Box => ({
  south: Math.min(...boxes.map(({ south }) => south)),
  west: Math.min(...boxes.map(({ west }) => west)),
  north: Math.max(...boxes.map(({ north }) => north)),
  east: Math.max(...boxes.map(({ east }) => east)),
})

/** What a map shows first. */
function viewOf({ box, campus, area }: Search): Box {
  if (box) return box
  if (campus) return around(campus.map(({ point }) => boxAround(point, aroundCampus)))
  if (area) return boxAround(area.is.point, area.kind === 'postcode' ? Math.max(area.is.reach * 1.5, 800) : aroundTown)
  return benelux
}

/** What the map must know of the list, for an attribute that the island reads. */
export function mapStart(search: Search, summaries: readonly ListingSummary[], hasStreets: boolean): string {
  const { south, west, north, east } = viewOf(search)
  const start: MapStart = {
    query: queryOf(search),
    view: [south, west, north, east],
    ...(hasStreets ? { streets: '/basemap.pmtiles' } : {}),
    listed: Object.fromEntries(summaries.map(({ public_id, cell_lat, cell_lon }) => [public_id, [cell_lat, cell_lon]])),
  }
  return JSON.stringify(start)
}

/** A list with room for its map beside it, which only a browser that runs scripts gives it. Without one there is the list. */
export function BesideMap({ language, hasStreets, children }: { language: Language; hasStreets: boolean; children?: Child }) {
  const text = words(language)
  const { map, list, show, closer, farther, close, all, failed, credit, pins } = text
  const said: MapWords = { map, list, show, closer, farther, close, all, failed, credit, pins }
  return (
    <div class="rooms" data-rooms={JSON.stringify(said)}>
      <div class="rooms-list flow">{children}</div>
      <section class="rooms-map" id="map" aria-label={pins}>
        <div class="map-top">
          <p class="map-note">{hasStreets ? text.streets : text.noStreets}</p>
          <button class="map-hide" type="button" data-map-to="list">
            <Icon name="close" /> <span>{text.hide}</span>
          </button>
        </div>
        <div class="map-sheet">
          <p class="map-here" hidden>
            <a class="button button-primary" href={`/${language}/rooms`}>
              {text.map}
            </a>
          </p>
        </div>
        <p class="visually-hidden" role="status" data-map-said="" />
      </section>
      <p class="map-switch">
        <button class="button button-primary" type="button" data-map-to="map" aria-controls="map">
          <Icon name="pin" /> <span>{text.map}</span>
        </button>
      </p>
    </div>
  )
}
