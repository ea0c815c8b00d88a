import type { Chance } from '../chance'
import { darker, lighter, luminous, mix } from './colour'
import type { Room } from './interior'
import type { Point, Space, Wall } from './space'

/** Behind the eye: floor and walls go on to there. */
export const front = -4

export const boards = ({ s, p, wide, deep, floor }: Room, luck: Chance, step: number): string => {
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

export const herringbone = ({ s, p, wide, deep, floor }: Room, luck: Chance): string => {
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
        svg += s.face(
          s.front(floor, x, z, Math.min(wide, x + step), Math.min(deep, z + step), 0),
          row % 2 ? two : mix(two, one, 0.12),
        )
  }
  for (let z = -1; z < deep; z += step) seams.push([floor(0, z, 0), floor(wide, z, 0)])
  return svg + s.lines(seams, seam, 2, 0.6)
}

const bricks = (
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

export const finish = (r: Room, wall: Wall, from: number, to: number, colour: string, kind: number): string => {
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
