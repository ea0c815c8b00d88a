import type { Chance } from '../chance'
import { darker, lighter, luminous, mix } from './colour'
import { type Palette, palette } from './palette'
import { type Point, type Space, space, type Wall } from './space'
import type { DrawingSpec } from './spec'
import { type Defs, height, rect, shape, width } from './svg'

export type Room = {
  s: Space
  p: Palette
  luck: Chance
  store: Defs
  spec: DrawingSpec
  wide: number
  deep: number
  tall: number
  /** Height of the knee wall at the right where the roof comes down, else the full height. */
  knee: number
  /** How far the roof slopes in from the right. */
  slope: number
  back: Wall
  left: Wall
  right: Wall
  floor: Wall
  /** Adds a thing that stands at a point; the farthest is drawn first. */
  put(point: Point, svg: string): void
  things(): string
}

export type View = {
  wide: number
  deep: number
  tall?: number
  knee?: number
  slope?: number
  at: Point
  yaw?: number
  focal?: number
  horizon?: number
}

export const room = (store: Defs, spec: DrawingSpec, luck: Chance, view: View): Room => {
  const { wide, deep, tall = 2.6 } = view
  const s = space({ at: view.at, yaw: view.yaw ?? 0, focal: (view.focal ?? 1000) * 1.14, horizon: (view.horizon ?? 540) - 45 })
  const standing: [number, string][] = []
  return {
    s,
    p: palette(spec.home, spec.mood),
    luck,
    store,
    spec,
    wide,
    deep,
    tall,
    knee: view.knee ?? tall,
    slope: view.slope ?? 0,
    back: (a, b, o) => [a, b, deep - o],
    left: (a, b, o) => [o, b, a],
    right: (a, b, o) => [wide - o, b, a],
    floor: (x, z, up) => [x, up, z],
    put: (point, svg) => standing.push([s.depth(point), svg]),
    things: () =>
      standing
        .sort(([one], [two]) => two - one)
        .map(([, svg]) => svg)
        .join(''),
  }
}

/** Behind the eye: floor and walls go on to there. */
const front = -4

const boards = ({ s, p, wide, deep, floor }: Room, luck: Chance, step: number): string => {
  let svg = ''
  const seams: [Point, Point][] = []
  for (let x = 0; x < wide; x += step) {
    seams.push([floor(x, front + 3, 0), floor(x, deep, 0)])
    for (let z = -0.6 + luck.next(); z < deep; ) {
      const long = luck.between(0.7, 1.5)
      if (luck.odds(0.4))
        svg += s.face(
          s.front(floor, x, z, Math.min(wide, x + step), Math.min(deep, z + long), 0),
          mix(p.floor, luck.odds(0.5) ? '#fff2d8' : '#6b4a35', luck.between(0.05, 0.16)),
        )
      seams.push([floor(x, Math.min(deep, z), 0), floor(Math.min(wide, x + step), Math.min(deep, z), 0)])
      z += long
    }
  }
  return svg + s.lines(seams, darker(p.floor, 0.3), 1.8, 0.5)
}

const herringbone = ({ s, p, wide, deep, floor }: Room, luck: Chance): string => {
  let svg = ''
  const [w, h] = [0.34, 0.3]
  for (let x = 0; x < wide + w; x += w)
    for (let z = -0.6; z < deep + h; z += h) {
      const left: Point[] = [floor(x - w, z, 0), floor(x, z + h, 0), floor(x, z + 2 * h, 0), floor(x - w, z + h, 0)]
      svg += s.face(left, mix(p.floor, '#6b4a35', luck.between(0, 0.12)))
      svg += s.face(
        [floor(x, z + h, 0), floor(x + w, z, 0), floor(x + w, z + h, 0), floor(x, z + 2 * h, 0)],
        mix(p.floor, '#fff2d8', luck.between(0, 0.2)),
      )
      x += w
    }
  return svg
}

export const tiles = ({ s, wide, deep, floor }: Room, one: string, two: string, step: number, seam: string): string => {
  let svg = ''
  const seams: [Point, Point][] = []
  for (let x = 0, column = 0; x < wide; x += step, column++) {
    seams.push([floor(x, front + 3, 0), floor(x, deep, 0)])
    for (let z = -1, row = 0; z < deep; z += step, row++)
      if ((row + column) % 2)
        svg += s.face(s.front(floor, x, z, Math.min(wide, x + step), Math.min(deep, z + step), 0), luckless(one, two, row))
  }
  for (let z = -1; z < deep; z += step) seams.push([floor(0, z, 0), floor(wide, z, 0)])
  return svg + s.lines(seams, seam, 2, 0.6)
}
const luckless = (one: string, two: string, row: number) => (row % 2 ? two : mix(two, one, 0.12))

export const bricks = (
  s: Space,
  wall: Wall,
  from: number,
  to: number,
  low: number,
  high: number,
  colour: string,
  luck: Chance,
): string => {
  let svg = ''
  const seams: [Point, Point][] = []
  for (let b = low, row = 0; b < high; b += 0.11, row++) {
    seams.push([wall(from, b, 0), wall(to, b, 0)])
    for (let a = from + (row % 2 ? 0.14 : 0); a < to; a += 0.28) {
      seams.push([wall(a, b, 0), wall(a, Math.min(high, b + 0.11), 0)])
      if (luck.odds(0.16))
        svg += s.face(
          s.front(wall, a, b, Math.min(to, a + 0.28), Math.min(high, b + 0.11), 0),
          mix(colour, luck.odds(0.5) ? '#f2d5b5' : '#5d3a33', 0.16),
        )
    }
  }
  return svg + s.lines(seams, luminous(colour) ? darker(colour, 0.16) : mix(colour, '#f3e6d6', 0.45), 2.4, 0.7)
}

const finish = (r: Room, wall: Wall, from: number, to: number, colour: string, kind: number): string => {
  const { s, p, luck, tall } = r
  const all = (fill: string) => s.face(s.front(wall, from, 0, to, tall, 0), fill)
  if (kind === 1)
    return (
      all(colour) +
      s.face(s.front(wall, from, 0, to, 1.05, 0), p.feature) +
      s.face(s.front(wall, from, 1.05, to, 1.1, 0), p.white)
    )
  if (kind === 2) {
    const clay = p.tone(luck.one(['#bf7458', '#e9ddcf', '#a8614c', '#d3a386']))
    return all(clay) + bricks(s, wall, from, to, 0, tall, clay, luck)
  }
  if (kind === 3) {
    const seams: [Point, Point][] = []
    for (let a = from; a < to; a += 0.14) seams.push([wall(a, 0, 0), wall(a, 1.2, 0)])
    const panel = luck.one([p.white, p.feature, mix(p.wood, p.white, 0.3)])
    return (
      all(colour) +
      s.face(s.front(wall, from, 0, to, 1.2, 0), panel) +
      s.lines(seams, darker(panel, 0.18), 2, 0.7) +
      s.face(s.front(wall, from, 1.19, to, 1.24, 0), lighter(panel, 0.3))
    )
  }
  if (kind === 4) {
    let svg = all(p.feature)
    for (let a = from + 0.1; a < to; a += 0.3) svg += s.face(s.front(wall, a, 0, a + 0.1, tall, 0), mix(p.feature, p.wall, 0.35))
    return svg
  }
  if (kind === 5) {
    let svg = all(colour)
    const [middle, reach] = [luck.between(from + 0.8, to - 0.8), luck.between(0.8, 1.2)]
    const arc = Array.from({ length: 25 }, (_, step) =>
      wall(middle - Math.cos((step / 24) * Math.PI) * reach, 1 + Math.sin((step / 24) * Math.PI) * reach, 0),
    )
    svg += s.face([wall(middle - reach, 0, 0), ...arc, wall(middle + reach, 0, 0)], p.feature)
    return svg
  }
  return all(kind === 0 ? p.feature : colour)
}

/** Floor, walls and ceiling. The kinds of finish: 0 coloured, 1 coloured below, 2 brick, 3 wainscot, 4 stripes, 5 painted arch, 6 plain. */
export const shell = (
  r: Room,
  kinds: { back: number; left: number; right: number; floor?: 'boards' | 'herringbone' | 'tiles' },
): string => {
  const { s, p, wide, deep, tall, knee, slope, back, left, right, floor, luck } = r
  let svg = rect(0, 0, width, height, p.wall)
  svg += s.face(s.front(floor, 0, front, wide, deep, 0), p.floor)
  const chosen = kinds.floor ?? luck.one(['boards', 'boards', 'herringbone'] as const)
  svg +=
    chosen === 'boards'
      ? boards(r, luck, luck.one([0.16, 0.22]))
      : chosen === 'herringbone'
        ? herringbone(r, luck)
        : tiles(r, p.floor, mix(p.floor, p.feature, 0.5), 0.4, p.white)
  svg += finish(r, left, front, deep, mix(p.wall, p.dark, 0.06), kinds.left)
  const flatRight = knee === tall
  if (flatRight) svg += finish(r, right, front, deep, mix(p.wall, p.dark, 0.1), kinds.right)
  svg += finish(r, back, 0, wide, p.wall, kinds.back)
  if (!flatRight) {
    svg += s.face(s.front(right, front, 0, deep, knee, 0), mix(p.wall, p.dark, 0.1))
    const roof: Point[] = [
      [wide, knee, front],
      [wide, knee, deep],
      [wide - slope, tall, deep],
      [wide - slope, tall, front],
    ]
    svg += s.face(
      [
        [wide, knee, deep],
        [wide + 1, knee, deep],
        [wide + 1, tall + 1, deep],
        [wide - slope, tall + 1, deep],
        [wide - slope, tall, deep],
      ],
      mix(p.wall, p.dark, 0.04),
    )
    svg += s.face(roof, mix(p.wall, p.white, 0.25))
    const seams: [Point, Point][] = []
    for (let share = 0.1; share < 1; share += 0.1)
      seams.push([
        [wide - slope * share, knee + (tall - knee) * share, -0.9],
        [wide - slope * share, knee + (tall - knee) * share, deep],
      ])
    svg += s.lines(seams, darker(p.wall, 0.2), 2, 0.5)
  }
  const ceiling = lighter(p.wall, 0.45)
  svg += s.face(
    [
      [0, tall, front],
      [wide - slope, tall, front],
      [wide - slope, tall, deep],
      [0, tall, deep],
    ],
    ceiling,
  )
  const trim = p.white
  svg +=
    s.block(back, [0, 0, 0, wide, 0.1, 0.015], trim) +
    s.block(left, [front, 0, 0, deep, 0.1, 0.015], darker(trim, 0.05)) +
    s.block(right, [front, 0, 0, deep, 0.1, 0.015], darker(trim, 0.08))
  // Corners a little darker, so that walls of one colour part.
  svg += s.lines(
    [
      [back(0, 0, 0), back(0, tall, 0)],
      [back(wide, 0, 0), back(wide, knee, 0)],
      [back(0, tall, 0), back(wide - slope, tall, 0)],
    ],
    p.dark,
    2,
    0.18,
  )
  return svg
}

export const beams = ({ s, p, wide, deep, tall, slope }: Room, count: number): string => {
  let svg = ''
  for (let index = 0; index < count; index++) {
    const z = deep - 0.4 - index * 0.9
    const wood = darker(p.wood, 0.12)
    svg += s.face(
      [
        [0, tall - 0.14, z],
        [wide - slope, tall - 0.14, z],
        [wide - slope, tall, z],
        [0, tall, z],
      ],
      wood,
    )
    svg += s.face(
      [
        [0, tall - 0.14, z],
        [wide - slope, tall - 0.14, z],
        [wide - slope, tall - 0.14, z + 0.16],
        [0, tall - 0.14, z + 0.16],
      ],
      darker(wood, 0.2),
    )
  }
  return svg
}

/** Sunlight that falls through a window and lies on the floor. */
export const sunbeam = (
  { s, p, wide, deep }: Room,
  wall: Wall,
  panes: readonly (readonly [number, number, number, number])[],
  drift: number,
): string => {
  if (p.beam === 0) return ''
  const onFloor = ([x, y, z]: Point): Point => [Math.min(wide, Math.max(0, x)), y, Math.min(deep, z)]
  const patch = panes
    .map(([a0, b0, a1, b1]) =>
      [
        [a0, b0],
        [a1, b0],
        [a1, b1],
        [a0, b1],
      ].map(([a = 0, b = 0]) => onFloor(wall(a + b * drift, 0.006, b * 0.85))),
    )
    .map((corners) => s.path(corners))
    .join('')
  return shape(patch, p.sun, { opacity: p.beam })
}
