import { darker, lighter, mix } from './colour'
import type { Room } from './interior'
import { sunbeam } from './shell'
import { type Point, ring, type Wall } from './space'
import { type Dot, group } from './svg'
import { view } from './view'

type Opening = { a: number; b: number; wide: number; tall: number }

const frameOf = (dots: readonly Dot[]) => {
  const [xs, ys] = [dots.map(([x]) => x), dots.map(([, y]) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}

const outside = (r: Room, points: readonly Point[]) => {
  const dots = r.s.dots(points)
  return dots.length < 3 ? '' : view(r.store, r.s.path(points), frameOf(dots), r.p, r.spec.surroundings, r.luck)
}

const curtain = (r: Room, wall: Wall, a: number, wide: number, low: number, high: number, colour: string, opacity?: number) => {
  let svg = ''
  const folds = 5
  for (let fold = 0; fold < folds; fold++)
    svg += r.s.faces(wall, 0.06)
      ? r.s.face(
          r.s.front(wall, a + (wide * fold) / folds, low, a + (wide * (fold + 1)) / folds, high, 0.06),
          fold % 2 ? darker(colour, 0.07) : lighter(colour, 0.08),
          0,
          opacity,
        )
      : ''
  return svg
}

/** A window in a wall with what is seen through it, its sunlight on the floor, and curtains or a blind. */
export const windowIn = (r: Room, wall: Wall, { a, b, wide, tall }: Opening, dressed = true): string => {
  const { s, p, luck } = r
  const rim = luck.odds(0.7) ? p.white : p.dark
  const style = luck.one(['two', 'grid', 'top', 'arch', 'one'] as const)
  const [right, top] = [a + wide, b + tall]
  const arch = style === 'arch'
  const curve = Array.from({ length: 19 }, (_, step) =>
    wall(a + wide / 2 + (Math.cos((step / 18) * Math.PI) * wide) / 2, top - 0.15 + Math.sin((step / 18) * Math.PI) * 0.3, 0.012),
  )
  const hole: Point[] = arch ? [wall(a, b, 0.012), wall(right, b, 0.012), ...curve] : s.front(wall, a, b, right, top, 0.012)
  let svg = arch ? s.face(hole, rim, 34) : s.face(s.front(wall, a - 0.07, b - 0.04, right + 0.07, top + 0.07, 0.01), rim, 4)
  svg += outside(r, hole)
  const bar = (a0: number, b0: number, a1: number, b1: number) => s.face(s.front(wall, a0, b0, a1, b1, 0.02), rim, 1)
  const half = a + wide / 2
  if (style !== 'one' || wide > 1.6) svg += bar(half - 0.025, b, half + 0.025, arch ? top + 0.14 : top)
  if (style === 'grid') {
    for (const share of [1 / 3, 2 / 3]) svg += bar(a, b + tall * share - 0.015, right, b + tall * share + 0.015)
    for (const share of [0.25, 0.75]) svg += bar(a + wide * share - 0.012, b, a + wide * share + 0.012, top)
  }
  if (style === 'top' || arch) svg += bar(a, b + tall * 0.68 - 0.02, right, b + tall * 0.68 + 0.02)
  svg += group(
    s.face(
      [
        wall(a + wide * 0.08, b + tall * 0.2, 0.02),
        wall(a + wide * 0.2, b + tall * 0.2, 0.02),
        wall(a + wide * 0.42, b + tall * 0.9, 0.02),
        wall(a + wide * 0.3, b + tall * 0.9, 0.02),
      ],
      '#ffffff',
      0,
      0.14,
    ),
    '',
  )
  if (b > 0.2) svg += s.block(wall, [a - 0.12, b - 0.07, 0, right + 0.12, b - 0.03, 0.16], rim, 2)
  svg += sunbeam(
    r,
    wall,
    [
      [a, b, half - 0.03, top],
      [half + 0.03, b, right, top],
    ],
    luck.between(-0.5, 0.5),
  )
  if (b > 0.7 && luck.odds(0.5)) svg += radiator(r, wall, a + 0.1, wide - 0.2, b - 0.16)
  if (!dressed) return svg
  const cloth = luck.one([p.white, p.a, p.b, p.c, mix(p.feature, p.white, 0.5)])
  const dressing = luck.one(['curtains', 'curtains', 'blind', 'none', 'nets'] as const)
  if (dressing === 'curtains') {
    const low = luck.odds(0.6) || b < 0.3 ? 0.05 : b - 0.15
    svg += s.block(wall, [a - 0.4, top + 0.16, 0.05, right + 0.4, top + 0.19, 0.08], p.dark)
    svg += curtain(r, wall, a - 0.36, 0.42, low, top + 0.17, cloth) + curtain(r, wall, right - 0.06, 0.42, low, top + 0.17, cloth)
  } else if (dressing === 'blind') {
    const down = tall * luck.between(0.15, 0.4)
    svg +=
      s.panel(wall, a - 0.02, top - down, right + 0.02, top + 0.05, 0.05, cloth, 2) +
      s.panel(wall, a - 0.02, top - down, right + 0.02, top - down + 0.03, 0.052, darker(cloth, 0.15))
  } else if (dressing === 'nets')
    svg +=
      curtain(r, wall, a - 0.2, 0.6, 0.05, top + 0.17, p.white, 0.72) +
      curtain(r, wall, right - 0.4, 0.6, 0.05, top + 0.17, p.white, 0.72)
  return svg
}

/** A roof window in the slope at the right: from `z` inwards, shares of the slope. */
export const roofWindow = (r: Room, z: number, wide: number, low: number, high: number): string => {
  const at = (a: number, share: number): Point => [r.wide - r.slope * share - 0.01, r.knee + (r.tall - r.knee) * share, a]
  const pane = (edge: number, by: number): Point[] => [
    at(z - edge, low - by),
    at(z + wide + edge, low - by),
    at(z + wide + edge, high + by),
    at(z - edge, high + by),
  ]
  const [a0, a1] = [z, z + wide]
  let svg = r.s.face(pane(0.07, 0.05), r.p.wood, 3) + outside(r, pane(0, 0))
  const mid = (low + high) / 2
  svg += r.s.face([at(a0, mid), at(a1, mid), at(a1, mid + 0.03), at(a0, mid + 0.03)], r.p.wood)
  if (r.p.beam > 0) {
    const fall = (a: number, share: number): Point => [r.wide - r.slope * share - 1.15 - share * 0.7, 0.006, a - 0.2]
    svg += r.s.face([fall(a0, low), fall(a1, low), fall(a1, high), fall(a0, high)], r.p.sun, 0, r.p.beam)
  }
  return svg
}

const radiator = (r: Room, wall: Wall, a: number, wide: number, high: number) => {
  const { s, p } = r
  let svg = s.block(wall, [a, 0.12, 0.03, a + wide, high, 0.1], p.white, 3)
  for (let x = a + 0.06; x < a + wide - 0.04; x += 0.12)
    svg += s.panel(wall, x, 0.16, x + 0.035, high - 0.04, 0.105, darker(p.white, 0.08))
  return svg
}

export const door = (r: Room, wall: Wall, a: number): string => {
  const { s, p, luck } = r
  const leaf = luck.one([p.white, p.wood, p.feature, p.c])
  let svg =
    s.face(s.front(wall, a - 0.07, 0, a + 0.92, 2.12, 0.01), lighter(p.white, 0.2)) +
    s.face(s.front(wall, a, 0, a + 0.85, 2.05, 0.015), leaf)
  for (const [low, high] of [
    [0.2, 0.85],
    [1.05, 1.85],
  ] as const)
    svg +=
      s.face(s.front(wall, a + 0.14, low, a + 0.71, high, 0.02), darker(leaf, 0.07)) +
      s.face(s.front(wall, a + 0.18, low + 0.04, a + 0.67, high - 0.04, 0.022), lighter(leaf, 0.06))
  return (
    svg +
    s.face(ring(wall, a + 0.76, 1, 0.03, 0.03, 0.04), p.dark) +
    s.lines([[wall(a + 0.76, 1, 0.04), wall(a + 0.64, 1, 0.05)]], p.dark, 7)
  )
}
