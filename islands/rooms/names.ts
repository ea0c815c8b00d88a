import { divIcon, type LayerGroup, type Map as LeafletMap, marker, point } from 'leaflet'
import type { Landmark, Pin } from '../../src/features/search/map/answer'

const perLetter = { town: 8.4, place: 7, campus: 6.6 }

/** Writes names where there is room for them beside the pins, those that matter most first. */
export function drawNames(map: LeafletMap, group: LayerGroup, landmarks: readonly Landmark[], pins: readonly Pin[]): void {
  group.clearLayers()
  const taken = pins.map(({ at, adverts }) => ({
    at: map.latLngToContainerPoint([at[0], at[1]]),
    width: adverts ? 70 : 44,
    high: 26,
  }))
  const overlaps = (x: number, y: number, width: number) =>
    taken.some((other) => Math.abs(other.at.y - y) < other.high && Math.abs(other.at.x - x) < (other.width + width) / 2 + 6)
  const { x: wide, y: high } = map.getSize()
  for (const { kind, name, at } of landmarks) {
    const { x, y: down } = map.latLngToContainerPoint([at[0], at[1]])
    const y = kind === 'campus' ? down + 15 : down
    const width = name.length * perLetter[kind]
    const fits = x > width / 2 + 4 && x < wide - width / 2 - 4 && y > 12 && y < high - 12
    const isNamed = fits && !overlaps(x, y, width)
    if (isNamed) taken.push({ at: point(x, y), width, high: 18 })
    else if (kind !== 'campus') continue
    const text = document.createElement('span')
    if (isNamed) text.textContent = name
    const icon = divIcon({ className: `map-name map-name-${kind}`, html: text, iconSize: point(0, 0) })
    marker([at[0], at[1]], { icon, interactive: false, keyboard: false, pane: 'names' }).addTo(group)
  }
}
