import { darker, lighter, mix } from './colour'
import type { Room } from './interior'
import type { Point, Wall } from './space'
import { boards, finish, front, herringbone, tiles } from './surfaces'
import { height, rect, shape, width } from './svg'

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
