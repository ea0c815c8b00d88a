import { divIcon, type Map as LeafletMap, latLngBounds, type Marker, marker, point, popup } from 'leaflet'
import type { MapStart, MapWords, Pin } from '../../src/features/search/map/answer'
import { gridAt, squareOf } from '../../src/std/grid'
import { cardOf } from './card'

type Stuck = { pin: Pin; button: HTMLButtonElement; marker: Marker }

/** From this zoom every cell has a pin of its own. */
const ownPins = 15
const above = 10_000 // pixels further down would be as high

function buttonOf({ adverts, n, name, text }: Pin): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = adverts ? 'map-pin' : 'map-pin map-cluster'
  button.append(Object.assign(document.createElement('span'), { textContent: text }))
  if (adverts) button.setAttribute('aria-expanded', 'false')
  else button.dataset.size = n < 10 ? 's' : n < 100 ? 'm' : 'l'
  if (adverts && n > 1) button.dataset.n = String(n)
  button.setAttribute('aria-label', name)
  button.title = name
  return button
}

/** The cards of adverts in the list. */
const cardsOf = (ids: readonly string[]) =>
  ids.flatMap((id) =>
    [...document.querySelectorAll(`#results a[href$="/rooms/${CSS.escape(id)}"]`)].flatMap(
      (link) => link.closest('.listing-card') ?? [],
    ),
  )

/** The pins of a map, as buttons in the order in which one reads. `listed` says where the adverts of the list lie. */
export function pinsOn(map: LeafletMap, sheet: HTMLElement, said: MapWords, listed: () => MapStart['listed']) {
  const stuck = new Map<string, Stuck>()
  const card = popup({ closeButton: false, autoPanPadding: point(16, 16), minWidth: 240, maxWidth: 260, offset: point(0, -8) })
  let open: { pin: Pin; button: HTMLElement } | undefined

  /** Closes what is open at a pin, which then has the focus again. Answers whether something was. */
  function shut(): boolean {
    const from = open
    if (!from) return false
    open = undefined
    const held = card.getElement()?.contains(document.activeElement)
    map.closePopup(card)
    from.button.setAttribute('aria-expanded', 'false')
    if (held) (from.button.isConnected ? from.button : sheet).focus({ preventScroll: true })
    return true
  }
  map.on('popupclose', shut)

  function choose(pin: Pin, button: HTMLElement): void {
    if (!pin.adverts) {
      const [south, west, north, east] = pin.box
      map.fitBounds(latLngBounds([south, west], [north, east]).pad(0.2), { maxZoom: Math.max(map.getZoom() + 1, ownPins) })
      return
    }
    const isAgain = open?.button === button
    shut()
    if (isAgain) return
    card
      .setLatLng([pin.at[0], pin.at[1]])
      .setContent(cardOf(pin, said, shut))
      .openOn(map)
    open = { pin, button }
    button.setAttribute('aria-expanded', 'true')
    card.getElement()?.querySelector('a')?.focus({ preventScroll: true })
  }

  const squareAt = ([lat, lon]: readonly [number, number]) => {
    const { row, column } = squareOf(gridAt(map.getZoom()), { lat, lon })
    return `${row}.${column}`
  }
  function lightCards(pin: Pin, on: boolean): void {
    const ids = Object.entries(listed()).flatMap(([id, at]) => (squareAt(at) === pin.square ? [id] : []))
    for (const each of cardsOf(ids)) each.toggleAttribute('data-lit', on)
  }

  function pinned(pin: Pin): Stuck {
    const button = buttonOf(pin)
    // A map that was dragged by a pin was dragged, and no pin was chosen.
    let isDragged = false
    const drags = () => {
      isDragged = true
    }
    button.addEventListener('pointerdown', () => {
      isDragged = false
      map.once('dragstart', drags)
    })
    button.addEventListener('click', (event) => {
      map.off('dragstart', drags)
      event.stopPropagation()
      if (!isDragged) choose(pin, button)
      isDragged = false
    })
    button.addEventListener('dblclick', (event) => event.stopPropagation())
    const icon = divIcon({ className: 'map-spot', html: button, iconSize: point(0, 0) })
    const spot = marker([pin.at[0], pin.at[1]], { icon, keyboard: false, interactive: false })
    const lit = (on: boolean) => () => {
      lightCards(pin, on)
      spot.setZIndexOffset(on ? above : 0)
    }
    button.addEventListener('focus', lit(true))
    button.addEventListener('focus', () => {
      if (button.matches(':focus-visible')) map.panInside([pin.at[0], pin.at[1]], { padding: [48, 48], animate: false })
    })
    button.addEventListener('blur', lit(false))
    button.addEventListener('mouseenter', lit(true))
    button.addEventListener('mouseleave', lit(false))
    return { pin, button, marker: spot.addTo(map) }
  }

  /** Pins that stay keep what they have: the focus, what is open at them. */
  function stick(pins: readonly Pin[]): void {
    const wanted = new Map(pins.map((pin) => [`${pin.square} ${pin.at.join()} ${pin.n} ${pin.text}`, pin]))
    let isLost = false
    for (const [key, { button, marker }] of stuck) {
      if (wanted.has(key)) continue
      isLost ||= button === document.activeElement
      if (open?.button === button) shut()
      marker.remove()
      stuck.delete(key)
    }
    for (const [key, pin] of wanted) if (!stuck.has(key)) stuck.set(key, pinned(pin))
    const pane = map.getPane('markerPane')
    // An element that is moved loses the focus: then the order waits.
    if (pane && !pane.contains(document.activeElement))
      pane.append(...[...wanted.keys()].flatMap((key) => stuck.get(key)?.marker.getElement() ?? []))
    if (isLost) sheet.focus({ preventScroll: true })
  }

  /** Lights the pin of an advert of the list, or none. */
  function light(id: string | undefined): void {
    const at = id === undefined ? undefined : listed()[id]
    for (const { pin, button } of stuck.values())
      button.toggleAttribute('data-lit', at !== undefined && pin.square === squareAt(at))
  }
  return { stick, shut, light }
}
