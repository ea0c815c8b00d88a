import { darker, lighter, mix } from './colour'
import type { Room } from './interior'
import { plant, trailer } from './plants'
import { type Point, ring, type Space, type Wall } from './space'
import { circle, glow } from './svg'
import { books, globe, mug, vase } from './things'

/** A row that stands from `a0` to `a1` on a wall: as broad as that looks from here, also on a side wall. */
const standing = (s: Space, wall: Wall, a0: number, a1: number, b: number, out: number, drawn: (wide: number) => string) => {
  const [one, two] = [s.spot(wall(a0, b, out)), s.spot(wall(a1, b, out))]
  return s.stand(wall(one.x < two.x ? a0 : a1, b, out), drawn((Math.abs(two.x - one.x) / Math.max(one.metre, two.metre)) * 100))
}

/** A framed picture, abstract, each another one. */
export const art = ({ s, p, luck }: Room, wall: Wall, a: number, b: number, wide: number, tall: number): string => {
  if (!s.faces(wall, 0.02)) return ''
  const rim = luck.one([p.dark, p.wood, p.white])
  const ground = luck.one([p.white, p.b, p.c, lighter(p.a, 0.5)])
  let svg = s.face(s.front(wall, a + 0.02, b - 0.03, a + wide + 0.03, b + tall - 0.02, 0.005), '#2a2233', 0, 0.16)
  svg +=
    s.face(s.front(wall, a, b, a + wide, b + tall, 0.02), rim, 2) +
    s.face(s.front(wall, a + 0.025, b + 0.025, a + wide - 0.025, b + tall - 0.025, 0.022), ground)
  const [x, y, w, h] = [a + wide * 0.14, b + tall * 0.14, wide * 0.72, tall * 0.72]
  const disc = (cx: number, cy: number, radius: number, colour: string) =>
    s.face(ring(wall, x + w * cx, y + h * cy, Math.min(w, h) * radius, Math.min(w, h) * radius, 0.024), colour)
  const patch = (points: readonly (readonly [number, number])[], colour: string) =>
    s.face(
      points.map(([px, py]) => wall(x + w * px, y + h * py, 0.024)),
      colour,
    )
  const kind = luck.whole(0, 6)
  if (kind === 0)
    svg +=
      disc(0.6, 0.68, 0.28, p.a) +
      patch(
        [
          [0, 0],
          [0, 0.35],
          [0.35, 0.6],
          [0.7, 0.25],
          [1, 0.4],
          [1, 0],
        ],
        p.c,
      ) +
      patch(
        [
          [0, 0],
          [0, 0.15],
          [0.5, 0.3],
          [1, 0.1],
          [1, 0],
        ],
        p.dark,
      )
  if (kind === 1) svg += disc(0.35, 0.5, 0.34, p.a) + disc(0.68, 0.5, 0.26, p.dark)
  if (kind === 2)
    for (const [index, colour] of [p.a, p.b, p.c, p.dark].entries())
      svg += patch(
        [
          [0, index / 4],
          [1, index / 4],
          [1, index / 4 + 0.18],
          [0, index / 4 + 0.18],
        ],
        colour,
      )
  if (kind === 3)
    svg += patch(
      [
        [0.1, 0],
        [0.1, 0.5],
        [0.3, 0.85],
        [0.5, 0.95],
        [0.7, 0.85],
        [0.9, 0.5],
        [0.9, 0],
        [0.65, 0],
        [0.65, 0.45],
        [0.5, 0.62],
        [0.35, 0.45],
        [0.35, 0],
      ],
      p.a,
    )
  if (kind === 4)
    svg +=
      patch(
        [
          [0.47, 0],
          [0.53, 0],
          [0.53, 0.9],
          [0.47, 0.9],
        ],
        p.leaf,
      ) +
      [0.2, 0.4, 0.6]
        .map(
          (low) =>
            patch(
              [
                [0.5, low],
                [0.9, low + 0.22],
                [0.5, low + 0.14],
              ],
              p.leaf,
            ) +
            patch(
              [
                [0.5, low],
                [0.1, low + 0.22],
                [0.5, low + 0.14],
              ],
              darker(p.leaf, 0.12),
            ),
        )
        .join('')
  if (kind === 5)
    svg +=
      patch(
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        p.a,
      ) +
      patch(
        [
          [0, 0],
          [0, 1],
          [0.6, 0.6],
        ],
        p.dark,
      ) +
      disc(0.7, 0.75, 0.16, p.b)
  if (kind === 6)
    for (const cx of [0.2, 0.5, 0.8])
      for (const cy of [0.2, 0.5, 0.8]) svg += disc(cx, cy, 0.11, luck.one([p.a, p.dark, p.c, p.leaf]))
  return svg
}

export const gallery = (r: Room, wall: Wall, a: number, b: number): string =>
  r.luck.one([
    () =>
      art(r, wall, a, b, 0.5, 0.66) + art(r, wall, a + 0.58, b + 0.26, 0.34, 0.4) + art(r, wall, a + 0.58, b - 0.02, 0.34, 0.22),
    () => art(r, wall, a, b, 0.42, 0.56) + art(r, wall, a + 0.5, b, 0.42, 0.56),
    () => art(r, wall, a, b, 0.75, 0.55),
    () =>
      art(r, wall, a, b + 0.14, 0.3, 0.38) + art(r, wall, a + 0.36, b, 0.38, 0.52) + art(r, wall, a + 0.8, b + 0.14, 0.3, 0.38),
  ])()

/** A wall shelf with books, a plant and whatever a student puts there. */
export const shelf = (r: Room, wall: Wall, a: number, b: number, wide: number): string => {
  const { s, p, luck } = r
  const wood = luck.one([p.wood, p.white, darker(p.wood, 0.15)])
  let svg = s.face(s.front(wall, a + 0.02, b - 0.12, a + wide + 0.04, b, 0.004), '#2a2233', 0, 0.1)
  svg += s.block(wall, [a, b, 0, a + wide, b + 0.035, 0.22], wood, 2)
  const on = (x: number, drawn: string) => s.stand(wall(a + x, b + 0.035, 0.12), drawn)
  const span = wide * luck.between(0.4, 0.55)
  const first = luck.odds(0.5)
  const from = a + (first ? 0.05 : wide - span - 0.03)
  svg += standing(s, wall, from, from + span, b + 0.035, 0.12, (broad) => books(p, luck, broad))
  const rest = first ? span + 0.2 : 0.16
  svg += luck.one([
    () => on(rest, plant(p, luck, 28)),
    () => on(rest, globe(p)),
    () => on(rest, vase(p, luck)),
    () => on(rest, trailer(p, luck, 45)),
    () => on(rest, mug(p.a)),
  ])()
  if (wide - span > 0.5) svg += on(first ? wide - 0.12 : 0.4, luck.odds(0.5) ? plant(p, luck, 22) : mug(p.b))
  return svg
}

export const bookcase = (r: Room, wall: Wall, a: number, wide: number, tall: number): string => {
  const { s, p, luck } = r
  const wood = luck.one([p.wood, p.white, p.dark, p.feature])
  let svg = s.face(
    [wall(a - 0.05, 0.004, 0), wall(a + wide + 0.1, 0.004, 0), wall(a + wide + 0.12, 0.004, 0.42), wall(a - 0.05, 0.004, 0.42)],
    '#2a2233',
    0,
    0.15,
  )
  svg += s.block(wall, [a, 0, 0, a + wide, tall, 0.3], wood, 3)
  const rows = Math.round(tall / 0.38)
  for (let row = 0; row < rows; row++) {
    const [low, high] = [0.06 + ((tall - 0.08) * row) / rows, 0.02 + ((tall - 0.08) * (row + 1)) / rows]
    svg += s.panel(wall, a + 0.04, low, a + wide - 0.04, high, 0.301, darker(wood, 0.3))
    if (!s.faces(wall, 0.3)) continue
    const at = (x: number, drawn: string) => s.stand(wall(a + x, low, 0.301), drawn)
    if (luck.odds(0.7))
      svg += standing(s, wall, a + 0.06, a + 0.06 + (wide - 0.12) * luck.between(0.55, 0.95), low, 0.301, (broad) =>
        books(p, luck, broad),
      )
    else
      svg +=
        at(wide * 0.3, luck.odds(0.5) ? plant(p, luck, 26) : vase(p, luck)) + at(wide * 0.7, luck.odds(0.5) ? globe(p) : mug(p.b))
  }
  return svg + s.stand(wall(a + wide * 0.4, tall, 0.15), luck.odds(0.6) ? trailer(p, luck, 60) : plant(p, luck, 40))
}

export const bicycle = ({ s, p, luck }: Room, wall: Wall, a: number, b: number): string => {
  const frame = luck.one([p.a, p.c, p.b, p.dark])
  const [rear, fore]: [Point, Point] = [wall(a, b, 0.12), wall(a + 1.05, b, 0.12)]
  const [crank, seat, head] = [wall(a + 0.43, b - 0.02, 0.12), wall(a + 0.3, b + 0.5, 0.12), wall(a + 0.88, b + 0.46, 0.12)]
  let svg = ''
  for (const x of [0, 1.05]) {
    const tyre = [...ring(wall, a + x, b, 0.33, 0.33, 0.1, 36)]
    svg += s.lines(
      tyre.map((point, index) => [point, tyre[(index + 1) % tyre.length] ?? point] as const),
      p.dark,
      9,
    )
    svg += s.lines(
      tyre.filter((_, index) => index % 4 === 0).map((point) => [wall(a + x, b, 0.1), point] as const),
      p.metal,
      1.6,
    )
  }
  svg += s.lines(
    [
      [rear, crank],
      [crank, seat],
      [seat, rear],
      [crank, head],
      [seat, head],
      [head, fore],
    ],
    frame,
    10,
  )
  svg += s.lines(
    [
      [seat, wall(a + 0.27, b + 0.6, 0.12)],
      [head, wall(a + 0.86, b + 0.6, 0.12)],
      [wall(a + 0.86, b + 0.6, 0.12), wall(a + 1, b + 0.62, 0.2)],
    ],
    p.dark,
    8,
  )
  return (
    svg +
    s.lines([[wall(a + 0.18, b + 0.61, 0.12), wall(a + 0.38, b + 0.6, 0.12)]], p.dark, 15) +
    s.lines([[wall(a + 0.5, b + 0.55, 0), wall(a + 0.5, b + 0.48, 0.14)]], p.metal, 10)
  )
}

/** A string of small lamps or flags along a wall. */
export const garland = ({ s, p, luck }: Room, wall: Wall, a0: number, a1: number, b: number): string => {
  const flags = !p.lamps && luck.odds(0.6)
  const points = Array.from({ length: 25 }, (_, step) => {
    const share = step / 24
    return wall(a0 + (a1 - a0) * share, b - Math.abs(Math.sin(share * Math.PI * 3)) * 0.16, 0.03)
  })
  let svg = s.lines(
    points.slice(1).map((point, index) => [points[index] ?? point, point] as const),
    p.dark,
    2.4,
  )
  for (const [index, point] of points.entries()) {
    const { x, y, metre } = s.spot(point)
    if (index % 2)
      svg += flags
        ? s.stand(point, `<path d="M-6 0H6L0 13Z" fill="${[p.a, p.b, p.c][(index >> 1) % 3]}"/>`)
        : (p.lamps ? glow(x, y + 6, metre * 0.14, '#ffdf9a', 0.7) : '') +
          circle(x, y + metre * 0.025, metre * 0.025, mix('#ffe7ac', p.b, 0.2))
  }
  return svg
}

export const clock = ({ s, p }: Room, wall: Wall, a: number, b: number): string =>
  s.faces(wall, 0.03)
    ? s.face(ring(wall, a, b, 0.17, 0.17, 0.03), p.dark) +
      s.face(ring(wall, a, b, 0.145, 0.145, 0.032), p.white) +
      s.lines(
        [
          [wall(a, b, 0.034), wall(a + 0.02, b + 0.1, 0.034)],
          [wall(a, b, 0.034), wall(a + 0.07, b - 0.03, 0.034)],
        ],
        p.dark,
        4,
      )
    : ''

export const mirror = ({ s, p, luck }: Room, wall: Wall, a: number, b: number, radius: number): string => {
  const glass = mix(p.sky[1], p.wall, 0.55)
  return s.faces(wall, 0.03)
    ? s.face(ring(wall, a, b, radius + 0.03, radius + 0.03, 0.02), luck.one([p.wood, p.dark, p.b])) +
        s.face(ring(wall, a, b, radius, radius, 0.025), glass) +
        s.face(
          [
            wall(a - radius * 0.5, b - radius * 0.3, 0.027),
            wall(a - radius * 0.2, b - radius * 0.5, 0.027),
            wall(a + radius * 0.5, b + radius * 0.4, 0.027),
            wall(a + radius * 0.2, b + radius * 0.6, 0.027),
          ],
          '#ffffff',
          0,
          0.35,
        )
    : ''
}
