import { type LatLng, latLngBounds, layerGroup, map as leafletMap } from 'leaflet'
import type { MapAnswer, MapStart, MapWords } from '../../src/features/search/map/answer'
import { controls } from './controls'
import styles from './map.css?inline'
import { drawNames } from './names'
import { pinsOn } from './pins'

/** The map, once it is drawn. */
export type Shown = { resize(): void }

const closest = { bare: 16, streets: 18 }
const farthest = 6
const stillFor = 150 // ms: a map that moves is not asked about
const aside = 40 // pixels: who moved it less looks at the same

const sheet = new CSSStyleSheet()
sheet.replaceSync(styles)
document.adoptedStyleSheets.push(sheet)

const startOf = (): MapStart => JSON.parse(document.querySelector<HTMLElement>('#results')?.dataset.map ?? '{}')
const viewOf = ({ view: [south, west, north, east] }: MapStart) => latLngBounds([south, west], [north, east])

export type Room = { root: HTMLElement; container: HTMLElement; here: HTMLElement; status: HTMLElement }

/** Draws the map in its room, and keeps it to what the list says. */
export async function show({ root, container, here, status }: Room, said: MapWords): Promise<Shown> {
  let about = startOf()
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const drawing = document.createElement('div')
  drawing.className = 'map-leaflet'
  drawing.setAttribute('role', 'application')
  drawing.setAttribute('aria-label', said.pins)
  container.prepend(drawing)
  const map = leafletMap(drawing, {
    zoomControl: false,
    attributionControl: false,
    minZoom: farthest,
    maxZoom: about.streets ? closest.streets : closest.bare,
    maxBounds: latLngBounds([48.2, 0.5], [54.8, 9.5]),
    maxBoundsViscosity: 0.8,
    zoomAnimation: !isStill,
    fadeAnimation: !isStill,
    markerZoomAnimation: !isStill,
    inertia: !isStill,
  })
  map.createPane('names').setAttribute('aria-hidden', 'true')

  // Where the program put the map: only who moves it is offered to search elsewhere.
  let put: { zoom: number; centre: LatLng } | undefined
  function turnTo(start: MapStart): void {
    map.fitBounds(viewOf(start), { animate: false })
    put = { zoom: map.getZoom(), centre: map.getCenter() }
  }
  const isMoved = () =>
    put !== undefined &&
    (put.zoom !== map.getZoom() || map.latLngToContainerPoint(put.centre).distanceTo(map.getSize().divideBy(2)) > aside)
  turnTo(about)
  if (about.streets) {
    const { drawStreets } = await import('./streets')
    drawStreets(map, about.streets)
  } else {
    const { drawLand } = await import('./land')
    drawLand(map)
  }
  container.append(...controls(map, about.streets ? '© OpenStreetMap' : said.credit, said))
  const names = layerGroup().addTo(map)
  const pins = pinsOn(map, drawing, said, () => about.listed)

  let asking: AbortController | undefined
  async function ask(): Promise<void> {
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    const seen = map.getBounds()
    const edges = [seen.getSouth(), seen.getWest(), seen.getNorth(), seen.getEast()].map((edge) => edge.toFixed(3))
    const own = `language=${document.documentElement.lang}&view=${edges}&zoom=${map.getZoom()}`
    try {
      const response = await fetch(`/api/map?${[about.query, own].filter(Boolean).join('&')}`, { signal })
      if (!response.ok) throw new Error(String(response.status))
      const told: MapAnswer = await response.json()
      pins.stick(told.pins)
      drawNames(map, names, about.streets ? told.landmarks.filter(({ kind }) => kind === 'campus') : told.landmarks, told.pins)
      here.hidden = !isMoved()
      const link = here.querySelector('a')
      if (link) {
        link.href = told.here.href
        link.textContent = told.here.text
      }
      status.textContent = told.said
    } catch {
      if (!signal.aborted) status.textContent = said.failed
    }
  }
  let waiting: ReturnType<typeof setTimeout> | undefined
  const askSoon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void ask(), stillFor)
  }
  map.on('moveend', askSoon)
  askSoon()

  container.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && pins.shut()) event.stopPropagation()
  })
  const pointed = (event: Event) =>
    event.target instanceof Element
      ? event.target.closest('.listing-card')?.querySelector('a.card-cover')?.getAttribute('href')?.split('/').at(-1)
      : undefined
  const list = root.querySelector('.rooms-list')
  for (const name of ['mouseover', 'focusin']) list?.addEventListener(name, (event) => pins.light(pointed(event)))
  for (const name of ['mouseleave', 'focusout']) list?.addEventListener(name, () => pins.light(undefined))

  document.addEventListener('results', () => {
    const before = viewOf(about)
    about = startOf()
    if (!viewOf(about).equals(before)) turnTo(about)
    askSoon()
  })
  return {
    resize() {
      const { x, y } = map.getSize()
      const wasMoved = isMoved()
      map.invalidateSize({ animate: false })
      // What was drawn in no room at all shows nothing yet.
      if (x === 0 || y === 0 || !wasMoved) turnTo(about)
    },
  }
}
