// Streets from the operator's own file: a chunk of its own, fetched only where there is one.
import * as leaflet from 'leaflet'
import { leafletLayer } from 'protomaps-leaflet'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** Draws streets under the pins, in the colours of day or night. */
export function drawStreets(map: leaflet.Map, url: string): void {
  // It takes Leaflet from where a script tag would have put it.
  Object.assign(globalThis, { L: leaflet })
  const lang = document.documentElement.lang
  const make = () =>
    leafletLayer({ url: new URL(url, location.href).href, flavor: dark.matches ? 'dark' : 'light', lang, attribution: '' })
  let layer = make()
  layer.addTo(map)
  dark.addEventListener('change', () => {
    layer.remove()
    layer = make()
    layer.addTo(map)
  })
}
