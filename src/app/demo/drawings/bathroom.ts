import type { Chance } from '../chance'
import { darker, lighter, mix } from './colour'
import { mirror } from './decor'
import { type Room, room } from './interior'
import { windowIn } from './openings'
import { plant } from './plants'
import { shell } from './shell'
import { type Point, ring, type Wall } from './space'
import type { DrawingSpec } from './spec'
import { tiles } from './surfaces'
import { circle, type Defs, ellipse, glow, line, rect, shape } from './svg'
import { basket } from './things'

const tiledWall = (
  { s, luck }: Room,
  wall: Wall,
  from: number,
  to: number,
  high: number,
  colour: string,
  shapeOf: readonly [number, number],
) => {
  let svg = s.face(s.front(wall, from, 0, to, high, 0.002), colour)
  const [w, h] = shapeOf
  const seams: [Point, Point][] = []
  for (let b = 0, row = 0; b < high; b += h, row++) {
    seams.push([wall(from, b, 0.004), wall(to, b, 0.004)])
    for (let a = from + (row % 2 && w !== h ? w / 2 : 0); a < to; a += w) {
      seams.push([wall(a, b, 0.004), wall(a, Math.min(high, b + h), 0.004)])
      if (luck.odds(0.1))
        svg += s.face(s.front(wall, a, b, Math.min(to, a + w), Math.min(high, b + h), 0.003), lighter(colour, 0.3))
    }
  }
  return (
    svg +
    s.lines(seams, darker(colour, 0.14), 2, 0.6) +
    s.face(s.front(wall, from, high, to, high + 0.03, 0.01), darker(colour, 0.1))
  )
}

const bottles = (r: Room) =>
  [r.p.a, r.p.b, r.p.c]
    .map(
      (colour, index) =>
        rect(index * 8 - 10, -14 - (index % 2) * 5, 6, 14 + (index % 2) * 5, colour, 2) +
        rect(index * 8 - 8.5, -17 - (index % 2) * 5, 3, 3, r.p.dark),
    )
    .join('')

const shower = (r: Room, wall: Wall, a: number, wide: number) => {
  const { s, p } = r
  let svg = s.block(wall, [a, 0, 0, a + wide, 0.07, 0.95], p.white, 4)
  svg += s.lines(
    [
      [wall(a + wide / 2, 1, 0.03), wall(a + wide / 2, 2.15, 0.03)],
      [wall(a + wide / 2, 2.15, 0.03), wall(a + wide / 2, 2.15, 0.32)],
    ],
    p.metal,
    8,
  )
  svg += s.face(
    ring((x, o, up) => wall(x, 2.12 + up, o), a + wide / 2, 0.34, 0.14, 0.12, 0),
    p.metal,
  )
  svg += s.block(wall, [a + wide / 2 - 0.12, 1.02, 0, a + wide / 2 + 0.12, 1.08, 0.08], p.metal, 2)
  svg +=
    s.stand(wall(a + wide - 0.15, 1.25, 0.06), bottles(r)) +
    s.block(wall, [a + wide - 0.3, 1.22, 0, a + wide, 1.25, 0.12], p.metal)
  const glass = (points: Point[]) => s.face(points, '#e8f6f7', 0, 0.26)
  svg +=
    glass(s.front(wall, a, 0.07, a + wide, 2, 0.95)) +
    glass([wall(a + wide, 0.07, 0), wall(a + wide, 2, 0), wall(a + wide, 2, 0.95), wall(a + wide, 0.07, 0.95)])
  svg += s.lines(
    [
      [wall(a + wide, 0.05, 0.95), wall(a + wide, 2, 0.95)],
      [wall(a, 2, 0.95), wall(a + wide, 2, 0.95)],
      [wall(a + wide, 2, 0), wall(a + wide, 2, 0.95)],
    ],
    p.dark,
    5,
  )
  return (
    svg +
    s.face(
      [wall(a + 0.1, 0.6, 0.95), wall(a + 0.25, 0.6, 0.95), wall(a + 0.55, 1.8, 0.95), wall(a + 0.4, 1.8, 0.95)],
      '#ffffff',
      0,
      0.2,
    )
  )
}

const tub = (r: Room, wall: Wall, a: number) => {
  const { s, p } = r
  const level: Wall = (x, out, up) => wall(x, up, out)
  let svg = s.block(wall, [a, 0, 0, a + 1.65, 0.56, 0.75], r.luck.one([p.white, p.a, p.c, p.feature]), 12)
  svg +=
    s.face(ring(level, a + 0.825, 0.375, 0.76, 0.31, 0.565), p.white) +
    s.face(ring(level, a + 0.825, 0.36, 0.68, 0.25, 0.566), mix(p.tone('#9fd0d6'), p.white, 0.2))
  for (const [x, o, size] of [
    [0.4, 0.3, 7],
    [0.55, 0.42, 9],
    [0.75, 0.3, 6],
    [1.1, 0.45, 7],
  ] as const)
    svg += s.stand(wall(a + x, 0.57, o), circle(0, -1, size, '#ffffff', 0.85))
  return (
    svg +
    s.stand(wall(a + 1.5, 0.56, 0.1), line('M0 0V-16Q0 -22 -10 -20', p.metal, 3)) +
    s.block(wall, [a + 0.25, 0.57, 0.56, a + 0.6, 0.6, 0.82], r.luck.one([p.b, p.a]), 6)
  )
}

const basin = (r: Room, wall: Wall, a: number) => {
  const { s, p, luck } = r
  const body = luck.one([p.wood, p.feature, p.c, p.white])
  let svg = s.block(wall, [a, 0.3, 0, a + 0.95, 0.8, 0.46], body, 4)
  for (const [low, high] of [
    [0.33, 0.54],
    [0.56, 0.77],
  ] as const)
    svg +=
      s.panel(wall, a + 0.03, low, a + 0.92, high, 0.465, lighter(body, 0.14), 2) +
      s.panel(wall, a + 0.4, high - 0.06, a + 0.55, high - 0.045, 0.47, p.dark, 2)
  svg += s.block(wall, [a - 0.02, 0.8, 0, a + 0.97, 0.84, 0.49], p.white, 4)
  svg += s.stand(
    wall(a + 0.48, 0.84, 0.26),
    shape('M-24 -12Q0 -16 24 -12Q20 2 0 2Q-20 2 -24 -12Z', p.white) + ellipse(0, -12, 23, 3.5, darker(p.white, 0.13)),
  )
  svg += s.stand(wall(a + 0.48, 0.84, 0.08), line('M0 -8V-26Q0 -31 6 -30L12 -28', p.metal, 2.6))
  return (
    svg +
    s.stand(wall(a + 0.14, 0.84, 0.2), bottles(r)) +
    s.stand(
      wall(a + 0.82, 0.84, 0.2),
      luck.odds(0.5) ? plant(p, luck, 26) : rect(-5, -9, 10, 9, p.b, 2) + line('M-1 -9L-4 -20M2 -9L5 -19', p.a, 1.6),
    )
  )
}

const toilet = (r: Room, wall: Wall, a: number) => {
  const { s, p } = r
  const level: Wall = (x, out, up) => wall(x, up, out)
  let svg =
    s.block(wall, [a, 0, 0, a + 0.5, 1.1, 0.16], mix(p.feature, p.white, 0.4)) +
    s.panel(wall, a + 0.17, 0.92, a + 0.33, 1.0, 0.165, p.metal, 3)
  svg +=
    s.block(wall, [a + 0.1, 0.12, 0.16, a + 0.4, 0.38, 0.5], p.white, 20) +
    s.face(ring(level, a + 0.25, 0.42, 0.2, 0.27, 0.42), p.white, 8) +
    s.face(ring(level, a + 0.25, 0.42, 0.2, 0.27, 0.45), darker(p.white, 0.06))
  return svg + s.stand(wall(a + 0.38, 1.1, 0.08), plant(p, r.luck, 24))
}

const towels = ({ s, p, luck }: Room, wall: Wall, a: number, b: number) => {
  let svg = s.lines([[wall(a, b, 0.06), wall(a + 0.7, b, 0.06)]], p.metal, 7)
  for (const [x, colour] of [
    [0.06, luck.one([p.a, p.b])],
    [0.38, luck.one([p.c, p.white])],
  ] as const)
    svg +=
      s.block(wall, [a + x, b - luck.between(0.45, 0.65), 0.05, a + x + 0.26, b + 0.01, 0.08], colour, 4) +
      s.panel(wall, a + x, b - 0.38, a + x + 0.26, b - 0.34, 0.085, p.white)
  return svg
}

export const drawBathroom = (store: Defs, spec: DrawingSpec, luck: Chance): string => {
  const wide = luck.between(2.9, 3.5)
  const r = room(store, spec, luck, {
    wide,
    deep: luck.between(2.5, 2.9),
    tall: 2.5,
    at: [wide * luck.between(0.4, 0.6), luck.between(1.4, 1.6), luck.between(-1.5, -1.1)],
    yaw: luck.between(-0.16, 0.16),
    focal: 1050,
    horizon: luck.between(510, 570),
  })
  const { s, p, back, left, right, floor, deep } = r
  const tile = luck.one([p.white, mix(p.a, p.white, 0.55), mix(p.feature, p.white, 0.3), p.c, mix(p.b, p.white, 0.4)])
  const form = luck.one([
    [0.2, 0.1],
    [0.15, 0.15],
    [0.1, 0.1],
    [0.1, 0.2],
    [0.3, 0.15],
  ] as const)
  const high = luck.one([1.25, 2.02, 2.44])
  let svg = shell(r, { back: 6, left: 6, right: 6, floor: 'tiles' })
  const [one, two] = luck.one([
    [p.white, p.dark],
    [p.white, p.feature],
    [p.c, p.a],
    [p.metal, p.white],
  ] as const)
  svg += s.face(s.front(floor, 0, -4, wide, deep, 0.001), one) + tiles(r, one, two, luck.one([0.2, 0.3]), darker(one, 0.2))
  svg +=
    tiledWall(r, left, -0.6, deep, high, mix(tile, p.dark, 0.05), form) +
    tiledWall(r, right, -0.6, deep, high, mix(tile, p.dark, 0.09), form) +
    tiledWall(r, back, 0, wide, high, tile, form)
  const bath = luck.odds(0.35)
  const at = bath ? 1.75 : 1.15
  svg += windowIn(r, back, { a: bath ? 0.55 : wide - 0.88, b: 1.45, wide: luck.between(0.6, 0.75), tall: 0.75 }, false)
  if (bath) r.put(back(0.9, 0, 0.4), tub(r, back, 0.03))
  else r.put(back(0.5, 0, 0.5), shower(r, back, 0.02, 1))
  const sinkAt = bath ? Math.min(wide - 1.05, at + 0.1) : at + 0.1
  svg += bath || wide > 3.2 ? mirror(r, back, sinkAt + 0.48, 1.55, 0.32) : ''
  const lamp = s.spot(back(sinkAt + 0.48, 2.1, 0.1))
  svg += (p.lamps ? glow(lamp.x, lamp.y, 190, '#ffe0a0', 0.6) : '') + circle(lamp.x, lamp.y, 20, p.lamps ? '#fff0c8' : p.white)
  r.put(back(sinkAt + 0.4, 0, 0.2), basin(r, back, sinkAt))
  r.put(right(deep - 1.2, 0, 0.4), toilet(r, right, deep - luck.between(1.4, 1.6)))
  svg += towels(r, luck.odds(0.5) ? left : right, deep - (bath ? 1.9 : 1.9), 1.3)
  svg +=
    s.face(s.front(floor, wide * 0.4, deep - 1.35, wide * 0.4 + 0.85, deep - 0.8, 0.006), luck.one([p.a, p.b]), 14) +
    s.face(s.front(floor, wide * 0.4 + 0.06, deep - 1.3, wide * 0.4 + 0.79, deep - 0.85, 0.007), p.white, 0, 0.35)
  r.put(floor(0.4, deep - 1.7, 0), s.stand(floor(0.4, deep - 1.6, 0), luck.odds(0.5) ? basket(p, luck) : plant(p, luck, 80)))
  return svg + r.things()
}
