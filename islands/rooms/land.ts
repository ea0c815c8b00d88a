import { type Map as LeafletMap, polygon, polyline, svg } from 'leaflet'
import { unpackLine } from '../../src/std/lines'
import drawn from './basemap.data.json'

/** Great rivers are drawn for whole countries: from close by they would flow through the wrong streets. */
const riversUntil = 10

const points = (packed: string) => unpackLine(packed).map(([lon, lat]): [number, number] => [lat, lon])

/** Draws coast, lakes, borders and rivers. Their colours are in the stylesheet, so that they follow light, dark and forced colours by themselves. */
export function drawLand(map: LeafletMap): void {
  const pane = map.createPane('land')
  pane.setAttribute('aria-hidden', 'true')
  const common = {
    pane: 'land',
    renderer: svg({ pane: 'land', padding: 0.6 }),
    interactive: false,
    fillOpacity: 1,
    smoothFactor: 0.6,
  }
  for (const [className, areas] of [
    ['map-land', drawn.land],
    ['map-lake', drawn.lakes],
  ] as const)
    for (const rings of areas) polygon(rings.map(points), { ...common, className, stroke: false }).addTo(map)
  for (const [className, lines] of [
    ['map-river', drawn.rivers],
    ['map-border', drawn.borders],
  ] as const)
    for (const line of lines) polyline(points(line), { ...common, className }).addTo(map)
  const closeBy = () => pane.classList.toggle('map-close', map.getZoom() > riversUntil)
  map.on('zoomend', closeBy)
  closeBy()
}
