// Draws the map of the pin and lets it be moved: dragged, with the arrow keys, by a click. It writes the coordinates into their field, which
// is all that the server reads; without this file one types them.
import { parseCoordinates } from '../src/std/coordinates'
import { type Box, benelux, cellAround, isIn, metresBetween, type Point } from '../src/std/geo'

type Landmark = [name: string, of: string, lat: number, lon: number]
type Told = { at: [number, number]; reach: number; campuses: Landmark[]; places: Landmark[]; where: string; directions: string[] }

const perDegree = 111_195 // metres
const [closest, farthest] = [0.5, 60] // metres a pixel

/** Where a name may stand: how far from its mark, in pixels, and which part of it is there. */
type Spot = [right: number, down: number, anchor: 'start' | 'middle' | 'end']
const part = { start: 0, middle: 0.5, end: 1 }
const onIt: Spot[] = [[0, 0, 'middle']]
const beside: Spot[] = [
  [10, 0, 'start'],
  [-10, 0, 'end'],
  [0, 15, 'middle'],
  [0, -15, 'middle'],
]

function start(root: HTMLElement, told: Told): void {
  const find = <E extends Element>(selector: string, of: ParentNode = root) => of.querySelector<E>(selector)
  const [sheet, drawing, pin] = [find<HTMLElement>('.pin-sheet'), find<SVGElement>('svg'), find<HTMLElement>('.pin')]
  const field = find<HTMLInputElement>('input[name=coordinates]', document)
  const said = find<HTMLElement>('.pin-where')
  const choice = (value: string) => find<HTMLInputElement>(`input[name=pin][value=${value}]`, document)
  if (!sheet || !drawing || !pin || !field || !said) return
  const origin: Point = { lat: told.at[0], lon: told.at[1] }
  const aside = Math.cos((origin.lat * Math.PI) / 180)
  let [at, centre] = [origin, origin]
  let scale = 0 // metres a pixel
  root.hidden = false

  const size = () => ({ width: sheet.clientWidth, height: sheet.clientHeight })
  const across = (point: Point) => ({
    x: size().width / 2 + ((point.lon - centre.lon) * perDegree * aside) / scale,
    y: size().height / 2 - ((point.lat - centre.lat) * perDegree) / scale,
  })
  const shifted = (from: Point, right: number, down: number): Point => ({
    lat: from.lat - (down * scale) / perDegree,
    lon: from.lon + (right * scale) / (perDegree * aside),
  })

  const add = (name: string, attributes: Record<string, string | number>, text = '') => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
    element.textContent = text
    drawing.append(element)
  }

  /** Names where there is room for them, the nearer ones first: of a town over its middle, of a campus beside, under or above its mark. */
  function names(landmarks: Landmark[], kind: 'campus' | 'place', taken: Box[]): void {
    const { width, height } = size()
    const shown = landmarks
      .map(([name, , lat, lon]) => ({ name, ...across({ lat, lon }) }))
      .filter(({ x, y }) => x > 8 && x < width - 8 && y > 8 && y < height - 8)
    if (kind === 'campus')
      for (const { x, y } of shown) {
        add('path', { class: 'pin-campus', d: `M${x} ${y - 6}l6 6-6 6-6-6z` })
        taken.push({ west: x - 6, east: x + 6, south: y - 6, north: y + 6 })
      }
    for (const { name, x, y } of shown) {
      const long = name.length * (kind === 'campus' ? 6.1 : 7.8)
      for (const [right, down, anchor] of kind === 'campus' ? beside : onIt) {
        const [cx, cy] = [x + right, y + down]
        const west = cx - long * part[anchor]
        const box: Box = { west, east: west + long, south: cy - 8, north: cy + 8 }
        const out = west < 4 || box.east > width - 4 || box.south < 4 || box.north > height - 4
        if (out || taken.some((o) => box.west < o.east && box.east > o.west && box.south < o.north && box.north > o.south))
          continue
        taken.push(box)
        add('text', { class: `pin-${kind}-name`, x: cx, y: cy + 4, 'text-anchor': anchor }, name)
        break
      }
    }
  }

  function grid(cell: Box): void {
    const { width, height } = size()
    const [one, other] = [across({ lat: cell.north, lon: cell.west }), across({ lat: cell.south, lon: cell.east })]
    const [wide, high] = [other.x - one.x, other.y - one.y]
    let d = ''
    if (wide > 9) {
      for (let x = one.x % wide; x < width; x += wide) d += `M${x} 0v${height}`
      for (let y = one.y % high; y < height; y += high) d += `M0 ${y}h${width}`
      add('path', { class: 'pin-grid', d })
    }
    add('rect', { class: 'pin-cell', x: one.x, y: one.y, width: wide, height: high })
  }

  const lengthOf = (metres: number) =>
    new Intl.NumberFormat(document.documentElement.lang, {
      style: 'unit',
      unit: metres < 1000 ? 'meter' : 'kilometer',
      maximumSignificantDigits: 2,
    }).format(metres < 1000 ? metres : metres / 1000)

  function bar(): void {
    const y = size().height - 14
    const length = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000].findLast((metres) => metres / scale < 110) ?? 10
    add('path', { class: 'pin-bar', d: `M14 ${y - 5}v5h${length / scale}v-5` })
    add('text', { class: 'pin-bar-name', x: 14, y: y - 10 }, lengthOf(length))
  }

  function draw(): void {
    const { width, height } = size()
    scale ||= Math.max(closest, Math.min(8, (told.reach * 2.6 + 500) / Math.min(width, height)))
    drawing?.replaceChildren()
    drawing?.setAttribute('viewBox', `0 0 ${width} ${height}`)
    const known = across(origin)
    add('circle', { class: 'pin-known', cx: known.x, cy: known.y, r: told.reach / scale })
    grid(cellAround(at))
    const { x, y } = across(at)
    const taken: Box[] = [
      { west: x - 18, east: x + 18, south: y - 42, north: y + 4 },
      { west: 0, east: 130, south: height - 44, north: height },
      { west: width - 60, east: width, south: 0, north: 160 },
    ]
    names(told.places, 'place', taken)
    names(told.campuses, 'campus', taken)
    bar()
    if (pin) pin.style.translate = `${x}px ${y}px`
  }

  let saying: ReturnType<typeof setTimeout> | undefined
  /** Says where the pin is, from the nearest thing with a name; not at each key, but once it rests. */
  function say(after: number): void {
    clearTimeout(saying)
    saying = setTimeout(() => {
      const [nearest] = [...told.campuses, ...told.places]
        .map(([, of, lat, lon]) => ({ of, lat, lon, metres: metresBetween(at, { lat, lon }) }))
        .sort((a, b) => a.metres - b.metres)
      if (!nearest || !said) return
      const turn = Math.atan2((at.lon - nearest.lon) * aside, at.lat - nearest.lat) / (Math.PI / 4)
      said.textContent = told.where
        .replace('{distance}', lengthOf(Math.max(10, nearest.metres)))
        .replace('{direction}', told.directions[(Math.round(turn) + 8) % 8] ?? '')
        .replace('{name}', nearest.of)
    }, after)
  }

  /** The map follows a pin that comes near its edge. */
  function follow(): void {
    const { width, height } = size()
    const { x, y } = across(at)
    if (x < 40 || x > width - 64 || y < 56 || y > height - 40) centre = at
  }

  function put(point: Point, chosen = true): void {
    if (!isIn(benelux, point)) return
    at = point
    const typed = choice(chosen ? 'typed' : 'right')
    if (typed) typed.checked = true
    if (chosen && field) field.value = `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`
  }
  function back(): void {
    scale = 0
    put(origin, false)
    centre = origin
  }
  function zoom(by: number): void {
    scale = Math.max(closest, Math.min(farthest, scale * by))
    centre = at
  }

  const acts: Record<string, () => void> = { closer: () => zoom(0.5), farther: () => zoom(2), back }
  for (const button of root.querySelectorAll<HTMLElement>('[data-act]'))
    button.addEventListener('click', () => {
      acts[button.dataset.act ?? '']?.()
      draw()
      say(0)
    })

  const arrows: Record<string, [number, number]> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }
  pin.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const arrow = arrows[event.key]
    // Ten metres, or what can be seen; ten times as much with Shift.
    const step = Math.max(10 / scale, 4) * (event.shiftKey ? 10 : 1)
    if (arrow) put(shifted(at, arrow[0] * step, arrow[1] * step))
    else if (event.key === '+' || event.key === '=') zoom(0.5)
    else if (event.key === '-') zoom(2)
    else if (event.key === 'Home') back()
    else return
    event.preventDefault()
    follow()
    draw()
    say(700)
  })

  // The pin is dragged with anything; the map with a mouse alone, as a finger scrolls the page there.
  let drag: { pin: boolean; from: Point; x: number; y: number; far: boolean } | undefined
  sheet.addEventListener('pointerdown', (event) => {
    const target = event.target
    if (event.button !== 0 || !(target instanceof Element) || target.closest('button')) return
    const onPin = pin.contains(target)
    drag = { pin: onPin, from: onPin ? at : centre, x: event.clientX, y: event.clientY, far: false }
    if (onPin || event.pointerType === 'mouse') sheet.setPointerCapture(event.pointerId)
    if (onPin) pin.focus({ preventScroll: true })
    if (event.pointerType === 'mouse') event.preventDefault()
  })
  sheet.addEventListener('pointermove', (event) => {
    if (!drag) return
    const [right, down] = [event.clientX - drag.x, event.clientY - drag.y]
    drag.far ||= Math.hypot(right, down) > 4
    if (!drag.far) return
    if (drag.pin) put(shifted(drag.from, right, down))
    else if (event.pointerType === 'mouse') centre = shifted(drag.from, -right, -down)
    draw()
  })
  sheet.addEventListener('pointerup', (event) => {
    if (drag && !drag.far && !drag.pin) {
      const { left, top, width, height } = sheet.getBoundingClientRect()
      put(shifted(centre, event.clientX - left - width / 2, event.clientY - top - height / 2))
    }
    if (drag?.pin || !drag?.far) follow()
    drag = undefined
    draw()
    say(0)
  })
  sheet.addEventListener('pointercancel', () => {
    drag = undefined
  })

  /** What is typed moves the pin; who chooses the middle has it back there. */
  function read(): void {
    const point = choice('typed')?.checked ? parseCoordinates(field?.value ?? '') : origin
    if (!point || !isIn(benelux, point)) return
    at = point
    follow()
    draw()
    say(700)
  }
  field.addEventListener('input', read)
  for (const value of ['right', 'typed']) choice(value)?.addEventListener('change', read)
  new ResizeObserver(draw).observe(sheet)
  draw()
  read()
}

for (const root of document.querySelectorAll<HTMLElement>('[data-pin]')) start(root, JSON.parse(root.dataset.pin ?? ''))
