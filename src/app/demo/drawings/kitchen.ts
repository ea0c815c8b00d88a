import type { Chance } from '../chance'
import { darker, lighter, mix } from './colour'
import { art, clock } from './decor'
import { chair, fruit, roundTable } from './furniture'
import { type Room, room } from './interior'
import { door, windowIn } from './openings'
import { plant } from './plants'
import { shell } from './shell'
import { type Point, ring, type Wall } from './space'
import type { DrawingSpec } from './spec'
import { circle, type Defs, line, rect, shape } from './svg'
import { mug, pendant, vase } from './things'

const pan = (colour: string, dark: string) =>
  line('M10 -6H24', dark, 2.4) + rect(-11, -11, 22, 10, colour, 3) + line('M-10 -11H10', dark, 1.6)
const kettle = (colour: string, dark: string) =>
  line('M-6 -17Q0 -30 8 -17', dark, 2) +
  shape('M-9 0L-7 -17H8L10 0ZM9 -12L17 -16L15 -11L10 -7Z', colour) +
  circle(0, -18.5, 1.6, dark)
const bottle = (colour: string) => shape('M-3.4 0V-17L-1.5 -22V-29H1.5V-22L3.4 -17V0Z', colour) + rect(-2, -31, 4, 3, '#5a4636')

const splash = (r: Room, wall: Wall, a0: number, a1: number) => {
  const { s, p, luck } = r
  const tile = luck.one([p.white, mix(p.feature, p.white, 0.55), p.c, mix(p.a, p.white, 0.7)])
  const seams: [Point, Point][] = []
  const [w, h] = luck.one([
    [0.2, 0.1],
    [0.12, 0.12],
    [0.075, 0.2],
  ] as const)
  for (let b = 0.92; b < 1.46; b += h) seams.push([wall(a0, b, 0.006), wall(a1, b, 0.006)])
  for (let a = a0; a < a1; a += w) seams.push([wall(a, 0.92, 0.006), wall(a, 1.46, 0.006)])
  return s.face(s.front(wall, a0, 0.9, a1, 1.46, 0.005), tile) + s.lines(seams, darker(tile, 0.16), 2, 0.7)
}

/** A row of units against a wall: cupboards, sink, hob, and above them cupboards or shelves. */
export const kitchenRow = (r: Room, wall: Wall, a: number, wide: number, window: boolean): string => {
  const { s, p, luck } = r
  const body = luck.one([p.white, p.feature, p.c, p.wood, mix(p.a, p.white, 0.25)])
  const top = luck.one([p.wood, lighter(p.dark, 0.15), p.white])
  const units = Math.max(2, Math.round(wide / 0.6))
  const each = wide / units
  let svg = splash(r, wall, a, a + wide)
  svg += s.block(wall, [a, 0, 0, a + wide, 0.08, 0.54], p.dark) + s.block(wall, [a, 0.08, 0, a + wide, 0.87, 0.6], body)
  const oven = luck.whole(0, units - 1)
  for (let unit = 0; unit < units; unit++) {
    const [from, to] = [a + unit * each + 0.015, a + (unit + 1) * each - 0.015]
    if (unit === oven) {
      svg +=
        s.panel(wall, from, 0.12, to, 0.84, 0.605, p.dark, 2) +
        s.panel(wall, from + 0.06, 0.22, to - 0.06, 0.6, 0.61, p.lamps ? mix('#ffb45e', p.dark, 0.35) : lighter(p.dark, 0.25), 4)
      svg += s.panel(wall, from + 0.05, 0.66, to - 0.05, 0.69, 0.63, p.metal, 2)
      for (const x of [0.25, 0.5, 0.75])
        svg += s.faces(wall, 0.61) ? s.face(ring(wall, from + (to - from) * x, 0.77, 0.025, 0.025, 0.612, 10), p.metal) : ''
    } else {
      const drawers = luck.odds(0.4)
      for (const [low, high] of drawers
        ? ([
            [0.12, 0.34],
            [0.36, 0.6],
            [0.62, 0.84],
          ] as const)
        : ([[0.12, 0.84]] as const)) {
        svg += s.panel(wall, from, low, to, high, 0.605, lighter(body, 0.12), 2)
        svg += s.panel(wall, (from + to) / 2 - 0.07, high - 0.07, (from + to) / 2 + 0.07, high - 0.05, 0.62, p.dark, 2)
      }
    }
  }
  svg += s.block(wall, [a - 0.01, 0.87, 0, a + wide + 0.01, 0.91, 0.63], top, 2)
  const level: Wall = (x, out, up) => wall(x, 0.912 + up, out)
  const hob = a + oven * each
  svg += s.face(s.front(level, hob + 0.04, 0.1, hob + each - 0.04, 0.54, 0), p.dark, 3)
  for (const [x, o] of [
    [0.3, 0.2],
    [0.7, 0.2],
    [0.3, 0.43],
    [0.7, 0.43],
  ] as const)
    svg += s.face(ring(level, hob + each * x, o, 0.08, 0.07, 0.002, 16), lighter(p.dark, 0.22))
  const sink = a + ((oven + Math.ceil(units / 2)) % units) * each
  svg +=
    s.face(s.front(level, sink + 0.08, 0.12, sink + each - 0.08, 0.5, 0), p.metal, 4) +
    s.face(s.front(level, sink + 0.12, 0.15, sink + each - 0.12, 0.46, 0.001), darker(p.metal, 0.25), 3)
  const stand = (x: number, out: number, drawn: string) => s.stand(wall(x, 0.912, out), drawn)
  svg += stand(sink + each / 2, 0.09, line('M0 0V-26Q0 -34 8 -34Q14 -34 14 -26', p.metal, 2.6))
  svg += stand(hob + each * 0.32, 0.25, luck.odds(0.5) ? pan(p.a, p.dark) : kettle(luck.one([p.a, p.b, p.metal]), p.dark))
  for (let unit = 0; unit < units; unit++) {
    if (unit === oven || a + unit * each === sink) continue
    svg += stand(
      a + (unit + 0.35) * each,
      0.15,
      luck.one([() => bottle(p.leaf), () => vase(p, luck), () => plant(p, luck, 30), () => mug(p.b)])(),
    )
    svg += stand(a + (unit + 0.7) * each, 0.25, luck.one([() => fruit(p), () => mug(p.a), () => bottle(p.tone('#c98a3a'))])())
  }
  if (window) return svg
  if (luck.odds(0.6)) {
    svg += s.block(wall, [a, 1.46, 0, a + wide, 2.1, 0.34], body)
    for (let unit = 0; unit < units; unit++) {
      svg += s.panel(wall, a + unit * each + 0.015, 1.48, a + (unit + 1) * each - 0.015, 2.08, 0.345, lighter(body, 0.12), 2)
      svg += s.panel(wall, a + (unit + 0.5) * each - 0.05, 1.51, a + (unit + 0.5) * each + 0.05, 1.525, 0.35, p.dark, 2)
    }
    return svg
  }
  for (const high of [1.5, 1.85]) {
    svg += s.block(wall, [a + 0.05, high, 0, a + wide - 0.05, high + 0.03, 0.24], p.wood)
    for (let x = 0.18; x < wide - 0.15; x += luck.between(0.16, 0.3))
      svg += s.stand(
        wall(a + x, high + 0.03, 0.12),
        luck.one([
          () => mug(luck.one([p.a, p.b, p.white])),
          () => bottle(luck.one([p.leaf, p.a, p.tone('#c98a3a')])),
          () => plant(p, luck, 20),
          () => rect(-6, -13, 12, 13, luck.one([p.b, p.c, p.a]), 2) + rect(-6.4, -15, 12.8, 3, p.wood, 1),
        ])(),
      )
  }
  return svg
}

const fridge = (r: Room, wall: Wall, a: number) => {
  const { s, p, luck } = r
  const body = luck.one([p.white, p.metal, p.b, p.a, p.c])
  let svg = s.block(wall, [a, 0.04, 0, a + 0.62, 1.75, 0.62], body, 10)
  svg +=
    s.panel(wall, a, 1.16, a + 0.62, 1.175, 0.625, darker(body, 0.25)) +
    s.panel(wall, a + 0.07, 1.24, a + 0.1, 1.5, 0.64, p.metal, 3) +
    s.panel(wall, a + 0.07, 0.75, a + 0.1, 1.1, 0.64, p.metal, 3)
  for (let index = 0; index < 4; index++) {
    const [x, y] = [a + luck.between(0.2, 0.5), luck.between(0.75, 1.6)]
    svg += s.panel(wall, x, y, x + 0.08, y + 0.1, 0.63, luck.one([p.a, p.b, p.c, p.white, p.leaf]))
  }
  return svg + s.stand(wall(a + 0.3, 1.75, 0.3), plant(p, luck, 36))
}

export const drawKitchen = (store: Defs, spec: DrawingSpec, luck: Chance): string => {
  const wide = luck.between(3.6, 4.6)
  const turned = luck.odds(0.4)
  const r = room(
    store,
    spec,
    luck,
    turned
      ? { wide, deep: 3.3, at: [wide - 0.8, 1.6, -1.3], yaw: -luck.between(0.2, 0.36), horizon: 500 }
      : {
          wide,
          deep: luck.between(2.8, 3.3),
          at: [wide * luck.between(0.4, 0.6), luck.between(1.45, 1.65), luck.between(-1.6, -1.2)],
          yaw: luck.between(-0.12, 0.12),
          horizon: luck.between(490, 550),
        },
  )
  const { s, p, back, left, right, floor, deep } = r
  let svg = shell(r, {
    back: luck.one([6, 6, 0, 2]),
    left: luck.one([6, 1, 3]),
    right: luck.one([6, 0]),
    floor: luck.one(['tiles', 'tiles', 'boards'] as const),
  })
  const long = wide - luck.between(0.9, 1.3)
  const overSink = luck.odds(0.5)
  if (overSink) svg += windowIn(r, back, { a: 0.9, b: 1.15, wide: luck.between(1, 1.4), tall: 0.95 }, luck.odds(0.4))
  r.put(back(long / 2, 0, 0), kitchenRow(r, back, 0.02, long, overSink))
  r.put(back(long + 0.4, 0, 0.3), fridge(r, back, long + 0.1))
  svg += luck.odds(0.55)
    ? windowIn(r, left, { a: 1.2, b: 0.95, wide: 1.2, tall: 1.15 })
    : art(r, left, 1.3, 1.3, 0.5, 0.65) + clock(r, left, 2.3, 1.9)
  svg += luck.odds(0.5) ? door(r, right, deep - 1.6) : art(r, right, deep - 1.4, 1.25, 0.6, 0.8)
  const [tx, tz] = [wide * luck.between(0.42, 0.62), deep - luck.between(1.65, 1.9)]
  const seats: Wall = (x, up, out) => [x, up, tz + 0.1 - out]
  r.put(
    floor(tx, tz + 0.45, 0),
    chair(s, (x, up, out) => [x, up, tz + out], tx - 0.3, 0.15, p, luck),
  )
  r.put(
    floor(tx, tz, 0),
    roundTable(s, floor, tx, tz, 0.55, 0.75, p, luck) +
      s.stand([tx - 0.1, 0.75, tz + 0.1], luck.odds(0.5) ? vase(p, luck) : fruit(p)) +
      s.stand([tx + 0.25, 0.75, tz - 0.1], mug(p.a)) +
      s.stand([tx - 0.3, 0.75, tz - 0.15], mug(p.b)),
  )
  r.put(floor(tx, tz - 0.6, 0), chair(s, seats, tx + 0.15, 0.55, p, luck))
  r.put(floor(tx, tz - 0.05, 0), s.stand([tx, r.tall, tz], pendant(p, luck, luck.between(60, 85))))
  return svg + r.things()
}
