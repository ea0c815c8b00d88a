import type { Chance } from '../chance'
import { darker, lighter, mix } from './colour'
import type { Palette } from './palette'
import { ring, type Space, type Wall } from './space'
import { ellipse } from './svg'
import { cushion } from './things'

// Each piece stands against a wall, from `a` along it, and comes out into the room.

export const shadow = (s: Space, wall: Wall, a0: number, a1: number, out: number): string =>
  s.face(
    [wall(a0 - 0.06, 0.004, 0), wall(a1 + 0.1, 0.004, 0), wall(a1 + 0.14, 0.004, out + 0.14), wall(a0 - 0.08, 0.004, out + 0.14)],
    '#2a2233',
    0,
    0.15,
  )

const cushions = (
  s: Space,
  wall: Wall,
  places: readonly (readonly [a: number, up: number, out: number])[],
  colours: readonly string[],
  luck: Chance,
) =>
  places
    .map(([a, up, out], index) => s.stand(wall(a, up, out), cushion(colours[index % colours.length] ?? '#ffffff', luck)))
    .join('')

const cushionPlaces = (a: number, b: number) =>
  [
    [a + 0.75, b + 0.55, 0.14],
    [a + 1.3, b + 0.55, 0.12],
    [a + 1.62, b + 0.55, 0.2],
  ] as const

/** `along`: the long side lies against the wall, else the head does. */
export const bed = (s: Space, wall: Wall, a: number, p: Palette, luck: Chance, wide: number, along: boolean, b = 0): string => {
  const [w, out] = along ? [2.05, wide] : [wide, 2.05]
  const frame = luck.one([p.wood, darker(p.wood, 0.2), p.white, p.dark])
  const duvet = luck.one([p.a, p.b, p.c, p.feature, p.white])
  const other = luck.one([p.a, p.b, p.c, p.white].filter((colour) => colour !== duvet))
  const pillow = duvet === p.white ? lighter(other, 0.55) : p.white
  let svg = b === 0 ? shadow(s, wall, a, a + w, out) : ''
  const head = along
    ? s.block(wall, [a - 0.06, b, 0, a, b + 0.9, out], frame)
    : s.block(
        wall,
        [a - 0.04, b + 0.1, 0, a + w + 0.04, b + luck.between(0.85, 1.1), 0.06],
        luck.odds(0.5) ? frame : p.feature,
        6,
      )
  svg += head
  svg += s.block(wall, [a, b + 0.1, 0.03, a + w, b + 0.3, out], frame, 3)
  svg += s.block(wall, [a + 0.03, b + 0.3, 0.06, a + w - 0.03, b + 0.48, out - 0.03], darker(p.white, 0.07), 9)
  const cover: readonly [number, number, number, number, number, number] = along
    ? [a + 0.62, b + 0.24, 0.05, a + w - 0.01, b + 0.55, out + 0.01]
    : [a - 0.01, b + 0.24, 0.66, a + w + 0.01, b + 0.55, out + 0.01]
  svg += s.block(wall, cover, duvet, 14)
  svg += along
    ? s.panel((x, y, o) => wall(x, o, y), a + 0.62, 0.05, a + 0.84, out + 0.01, b + 0.556, lighter(duvet, 0.38), 6)
    : s.panel((x, y, o) => wall(x, o, y), a, 0.66, a + w, 0.9, b + 0.556, lighter(duvet, 0.38), 6)
  if (luck.odds(0.6)) {
    const stripes = luck.whole(2, 4)
    for (let index = 0; index < stripes; index++) {
      const from = 1.15 + index * 0.2
      svg += along
        ? s.panel((x, y, o) => wall(x, o, y), a + from, 0.05, a + from + 0.07, out + 0.01, b + 0.557, other)
        : s.panel((x, y, o) => wall(x, o, y), a, from, a + w, from + 0.07, b + 0.557, other)
    }
  } else if (!along) svg += s.block(wall, [a - 0.02, b + 0.3, 1.5, a + w + 0.02, b + 0.57, 1.95], other, 12)
  const pillows = [p.white, other, lighter(duvet, 0.45)]
  if (along) {
    svg += s.block(wall, [a + 0.12, b + 0.48, 0.16, a + 0.46, b + 0.58, out - 0.16], pillow, 26)
    if (luck.odds(0.75)) svg += cushions(s, wall, cushionPlaces(a, b).slice(0, luck.whole(1, 3)), luck.shuffled(pillows), luck)
  } else {
    const each = w > 1.2 ? 2 : 1
    for (let index = 0; index < each; index++)
      svg += s.block(
        wall,
        [a + 0.1 + (index * w) / each, b + 0.48, 0.1, a - 0.1 + ((index + 1) * w) / each, b + 0.66, 0.42],
        pillow,
        24,
      )
    if (luck.odds(0.8)) svg += cushions(s, wall, [[a + w * luck.between(0.35, 0.6), b + 0.54, 0.5]], [other], luck)
  }
  return svg
}

export const desk = (s: Space, wall: Wall, a: number, wide: number, p: Palette, luck: Chance): string => {
  const top = luck.one([p.wood, lighter(p.wood, 0.3), p.white])
  const legs = luck.one([p.dark, p.wood, p.white])
  let svg = shadow(s, wall, a, a + wide, 0.6)
  const drawers = luck.odds(0.6)
  const left =
    s.block(wall, [a + 0.03, 0, 0.04, a + 0.08, 0.72, 0.09], legs) + s.block(wall, [a + 0.03, 0, 0.5, a + 0.08, 0.72, 0.55], legs)
  const right =
    s.block(wall, [a + wide - 0.08, 0, 0.04, a + wide - 0.03, 0.72, 0.09], legs) +
    s.block(wall, [a + wide - 0.08, 0, 0.5, a + wide - 0.03, 0.72, 0.55], legs)
  svg += left
  if (drawers) {
    svg += s.block(wall, [a + wide - 0.46, 0.06, 0.06, a + wide - 0.02, 0.72, 0.56], top, 2)
    for (const level of [0.12, 0.33, 0.53]) {
      svg += s.panel(wall, a + wide - 0.43, level, a + wide - 0.05, level + 0.17, 0.565, lighter(top, 0.2), 2)
      svg += s.panel(wall, a + wide - 0.28, level + 0.08, a + wide - 0.2, level + 0.1, 0.57, p.dark, 2)
    }
  } else svg += right
  return svg + s.block(wall, [a, 0.72, 0, a + wide, 0.76, 0.62], top, 3)
}

export const chair = (s: Space, wall: Wall, a: number, out: number, p: Palette, luck: Chance): string => {
  const colour = luck.one([p.a, p.b, p.c, p.wood, p.dark])
  const legs = luck.one([p.dark, p.wood])
  let svg = s.face(
    ring((x, y, o) => wall(x, o, y), a + 0.22, out + 0.22, 0.3, 0.28, 0.004),
    '#2a2233',
    0,
    0.14,
  )
  for (const [x, o] of [
    [0.03, 0.03],
    [0.37, 0.03],
    [0.03, 0.37],
    [0.37, 0.37],
  ] as const)
    svg += s.block(wall, [a + x, 0, out + o, a + x + 0.04, 0.44, out + o + 0.04], legs)
  svg += s.block(wall, [a, 0.43, out, a + 0.44, 0.48, out + 0.44], colour, 8)
  for (const x of [0.03, 0.37]) svg += s.block(wall, [a + x, 0.48, out + 0.4, a + x + 0.04, 0.6, out + 0.43], legs)
  return svg + s.block(wall, [a, 0.58, out + 0.39, a + 0.44, 0.88, out + 0.44], colour, 10)
}

export const wardrobe = (s: Space, wall: Wall, a: number, wide: number, tall: number, p: Palette, luck: Chance): string => {
  const body = luck.one([p.wood, p.white, lighter(p.wood, 0.35), mix(p.feature, p.white, 0.25), p.c])
  let svg = shadow(s, wall, a, a + wide, 0.56) + s.block(wall, [a, 0.05, 0, a + wide, tall, 0.56], body, 3)
  const doors = wide > 1.1 ? 3 : 2
  const mirror = luck.odds(0.3) ? luck.whole(0, doors - 1) : -1
  const rattan = luck.odds(0.25)
  for (let door = 0; door < doors; door++) {
    const [from, to] = [a + (wide * door) / doors + 0.02, a + (wide * (door + 1)) / doors - 0.02]
    svg += s.panel(wall, from, 0.1, to, tall - 0.05, 0.565, door === mirror ? mix(p.sky[1], p.wall, 0.5) : lighter(body, 0.14), 2)
    if (rattan && door !== mirror)
      svg += s.panel(wall, from + 0.07, tall * 0.5, to - 0.07, tall - 0.12, 0.568, mix(body, p.tone('#e9cf9f'), 0.7))
    if (door === mirror && s.faces(wall, 0.57))
      svg += s.face(
        [
          wall(from + 0.05, tall * 0.5, 0.57),
          wall(from + 0.05, tall * 0.62, 0.57),
          wall(to - 0.05, tall * 0.9, 0.57),
          wall(to - 0.05, tall * 0.78, 0.57),
        ],
        '#ffffff',
        0,
        0.35,
      )
    const knob = door % 2 ? from + 0.03 : to - 0.06
    svg += s.panel(wall, knob, tall * 0.45, knob + 0.025, tall * 0.53, 0.575, p.dark, 2)
  }
  return svg
}

export const chest = (s: Space, wall: Wall, a: number, wide: number, tall: number, p: Palette, luck: Chance): string => {
  const body = luck.one([p.wood, p.white, p.feature, p.c, p.a])
  let svg = shadow(s, wall, a, a + wide, 0.44)
  for (const x of [0.03, wide - 0.08]) svg += s.block(wall, [a + x, 0, 0.34, a + x + 0.05, 0.16, 0.4], darker(p.wood, 0.2))
  svg += s.block(wall, [a, 0.15, 0, a + wide, tall, 0.44], body, 3)
  const rows = tall > 0.7 ? 3 : 2
  for (let row = 0; row < rows; row++) {
    const [low, high] = [0.18 + ((tall - 0.2) * row) / rows, 0.16 + ((tall - 0.2) * (row + 1)) / rows]
    svg += s.panel(wall, a + 0.03, low, a + wide - 0.03, high, 0.445, lighter(body, 0.14), 2)
    for (const x of [0.3, 0.7])
      svg += s.panel(
        wall,
        a + wide * x - 0.025,
        (low + high) / 2 - 0.01,
        a + wide * x + 0.025,
        (low + high) / 2 + 0.015,
        0.45,
        p.dark,
        2,
      )
  }
  return svg
}

export const sofa = (s: Space, wall: Wall, a: number, wide: number, p: Palette, luck: Chance): string => {
  const colour = luck.one([p.a, p.c, p.feature, p.dark, mix(p.a, p.white, 0.4)])
  let svg = shadow(s, wall, a, a + wide, 0.88)
  for (const x of [0.08, wide - 0.14]) svg += s.block(wall, [a + x, 0, 0.74, a + x + 0.06, 0.14, 0.8], p.wood)
  svg += s.block(wall, [a + 0.05, 0.14, 0.05, a + wide - 0.05, 0.3, 0.85], darker(colour, 0.12), 8)
  svg += s.block(wall, [a + 0.08, 0.3, 0.05, a + wide - 0.08, 0.8, 0.26], darker(colour, 0.04), 18)
  const seats = wide > 1.7 ? 3 : 2
  for (let seat = 0; seat < seats; seat++)
    svg += s.block(
      wall,
      [
        a + 0.16 + ((wide - 0.32) * seat) / seats + 0.01,
        0.28,
        0.26,
        a + 0.16 + ((wide - 0.32) * (seat + 1)) / seats - 0.01,
        0.45,
        0.86,
      ],
      colour,
      12,
    )
  for (const x of [0, wide - 0.16]) svg += s.block(wall, [a + x, 0.12, 0.05, a + x + 0.16, 0.6, 0.87], darker(colour, 0.02), 12)
  return (
    svg +
    cushions(
      s,
      wall,
      [
        [a + 0.42, 0.46, 0.34],
        [a + wide - 0.42, 0.46, 0.34],
        [a + wide - 0.72, 0.46, 0.42],
      ],
      [p.b, luck.one([p.white, p.c, p.b]), p.white],
      luck,
    )
  )
}

export const roundTable = (
  s: Space,
  floor: Wall,
  x: number,
  z: number,
  radius: number,
  tall: number,
  p: Palette,
  luck: Chance,
): string => {
  const top = luck.one([p.wood, p.white, lighter(p.wood, 0.25)])
  const legs = [0.6, 2.6, 4.2].map(
    (turn) =>
      [
        floor(x + Math.cos(turn) * radius * 0.7, z + Math.sin(turn) * radius * 0.7, 0),
        floor(x + Math.cos(turn) * radius * 0.35, z + Math.sin(turn) * radius * 0.35, tall),
      ] as const,
  )
  return (
    s.face(ring(floor, x + 0.08, z, radius * 1.1, radius * 1.05, 0.004), '#2a2233', 0, 0.14) +
    s.lines(legs, darker(p.wood, 0.25), 12) +
    s.face(ring(floor, x, z, radius, radius, tall - 0.03), darker(top, 0.2)) +
    s.face(ring(floor, x, z, radius, radius, tall), lighter(top, 0.1))
  )
}

export const rug = (s: Space, floor: Wall, x: number, z: number, rx: number, rz: number, p: Palette, luck: Chance): string => {
  const [one, two, three] = luck.shuffled([p.a, p.b, p.c, p.white, p.feature])
  const [base, edge, mark] = [one ?? p.a, two ?? p.b, three ?? p.c]
  if (luck.odds(0.5)) {
    let svg = ''
    for (const [share, colour] of [
      [1, edge],
      [0.9, base],
      [0.62, mix(base, edge, 0.5)],
      [0.36, mark],
    ] as const)
      svg += s.face(ring(floor, x, z, rx * share, rz * share, 0.008, 40), colour)
    return svg
  }
  const flat = (share: number, colour: string) =>
    s.face(s.front(floor, x - rx * share, z - rz * share, x + rx * share, z + rz * share, 0.008), colour, 4)
  let svg = flat(1, edge) + flat(0.92, base)
  const stripes = luck.whole(0, 2)
  if (stripes === 0)
    for (let index = -3; index <= 3; index++)
      svg += s.face(
        s.front(floor, x + index * rx * 0.25 - rx * 0.05, z - rz * 0.92, x + index * rx * 0.25 + rx * 0.05, z + rz * 0.92, 0.009),
        mark,
      )
  else if (stripes === 1)
    for (let index = -2; index <= 2; index++)
      svg += s.face(
        [
          floor(x + index * rx * 0.34 - rx * 0.17, z, 0.009),
          floor(x + index * rx * 0.34, z - rz * 0.6, 0.009),
          floor(x + index * rx * 0.34 + rx * 0.17, z, 0.009),
          floor(x + index * rx * 0.34, z + rz * 0.6, 0.009),
        ],
        index % 2 ? mark : edge,
      )
  else svg += flat(0.78, edge) + flat(0.7, base) + s.face(ring(floor, x, z, rx * 0.4, rz * 0.4, 0.009), mark)
  return svg
}

export const fruit = (p: Palette): string =>
  ellipse(-5, -7, 4, 4, p.tone('#e5914a')) + ellipse(3, -8, 4.4, 4.2, p.tone('#c9503f')) + ellipse(0, -3, 13, 4, p.white)
