import type { Map as LeafletMap } from 'leaflet'
import type { MapWords } from '../../src/features/search/map/answer'

/** The buttons to come closer and to go farther away, and whose map it is. */
export function controls(map: LeafletMap, whose: string, said: MapWords): HTMLElement[] {
  const box = document.createElement('div')
  box.className = 'map-controls'
  for (const [name, sign, act] of [
    [said.closer, '+', () => map.zoomIn(1)],
    [said.farther, '−', () => map.zoomOut(1)],
  ] as const) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sign
    button.setAttribute('aria-label', name)
    button.title = name
    button.addEventListener('click', act)
    box.append(button)
  }
  const credit = document.createElement('p')
  credit.className = 'map-credit'
  credit.textContent = whose
  return [box, credit]
}
