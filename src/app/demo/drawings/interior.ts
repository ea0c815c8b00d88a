import type { Chance } from '../chance'
import { type Palette, palette } from './palette'
import { type Point, type Space, space, type Wall } from './space'
import type { DrawingSpec } from './spec'
import type { Defs } from './svg'

export type Layout = (store: Defs, spec: DrawingSpec, luck: Chance) => string

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

type View = {
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
