import type { Chance } from '../chance'
import { darker, lighter, mix } from './colour'
import { figures, oneDecimal } from './digits'
import { type Palette, palette } from './palette'
import type { DrawingSpec } from './spec'
import { circle, type Defs, ellipse, line, n, rect, shape } from './svg'

// All in metres from the top left corner of the home; `px` turns them into dots.
type Area = { x: number; y: number; w: number; h: number }
type Paper = { p: Palette; luck: Chance; px: number; left: number; top: number; ink: string }

const box = (paper: Paper, { x, y, w, h }: Area, fill: string, radius = 4) =>
  `<rect x="${n(paper.left + x * paper.px)}" y="${n(paper.top + y * paper.px)}" width="${n(w * paper.px)}" height="${n(h * paper.px)}" rx="${radius}" fill="${fill}" stroke="${paper.ink}" stroke-width="3.5" stroke-opacity=".75"/>`

const dot = ({ left, top, px }: Paper, x: number, y: number) => ({ x: left + x * px, y: top + y * px })

const floorOf = (paper: Paper, area: Area, kind: 'wood' | 'tiles') => {
  const { p, px, left, top } = paper
  const base = kind === 'wood' ? lighter(p.floor, 0.35) : mix(p.white, p.feature, 0.22)
  let svg = rect(left + area.x * px, top + area.y * px, area.w * px, area.h * px, base)
  let d = ''
  const step = kind === 'wood' ? 0.25 : 0.3
  for (let y = step; y < area.h; y += step) d += `M${n(left + area.x * px)} ${n(top + (area.y + y) * px)}h${n(area.w * px)}`
  if (kind === 'tiles')
    for (let x = step; x < area.w; x += step) d += `M${n(left + (area.x + x) * px)} ${n(top + area.y * px)}v${n(area.h * px)}`
  svg += line(d, darker(base, 0.16), 1.6, 0.7)
  return svg
}

const label = (paper: Paper, x: number, y: number, areaM2: number, size = 40) => {
  const at = dot(paper, x, y)
  const text = `${oneDecimal(areaM2)} m²`
  return (
    rect(at.x - size * 2.3, at.y - size, size * 4.6, size * 2, paper.p.white, size, 0.92) +
    figures(text, at.x, at.y, size, paper.ink)
  )
}

const bedPlan = (paper: Paper, x: number, y: number, w: number, h: number) => {
  const { p, luck } = paper
  const cover = luck.one([p.a, p.b, p.c, p.feature])
  const two = w > 1.25
  let svg =
    box(paper, { x, y, w, h }, p.white, 8) +
    box(paper, { x, y: y + 0.62, w, h: h - 0.62 }, cover, 8) +
    box(paper, { x, y: y + 0.62, w, h: 0.2 }, lighter(cover, 0.35), 6)
  for (let side = 0; side < (two ? 2 : 1); side++)
    svg += box(paper, { x: x + 0.1 + (side * w) / 2, y: y + 0.1, w: (two ? w / 2 : w) - 0.2, h: 0.38 }, lighter(p.b, 0.6), 12)
  return svg
}

const deskPlan = (paper: Paper, x: number, y: number, w: number) => {
  const { p } = paper
  const seat = dot(paper, x + w * 0.5, y + 0.85)
  return (
    circle(seat.x, seat.y, 0.24 * paper.px, p.a) +
    box(paper, { x, y, w, h: 0.6 }, lighter(p.wood, 0.2)) +
    box(paper, { x: x + w * 0.36, y: y + 0.2, w: w * 0.28, h: 0.24 }, p.dark, 3) +
    circle(dot(paper, x + 0.18, y + 0.2).x, dot(paper, x, y + 0.2).y, 0.09 * paper.px, p.b)
  )
}

const closet = (paper: Paper, area: Area) => {
  const a = dot(paper, area.x, area.y)
  const b = dot(paper, area.x + area.w, area.y + area.h)
  return (
    box(paper, area, lighter(paper.p.wood, 0.35)) +
    line(`M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}M${n(b.x)} ${n(a.y)}L${n(a.x)} ${n(b.y)}`, paper.ink, 2, 0.5)
  )
}

const cooking = (paper: Paper, x: number, y: number, w: number) => {
  const { p, px } = paper
  let svg =
    box(paper, { x, y, w, h: 0.6 }, mix(p.feature, p.white, 0.35)) +
    box(paper, { x: x + 0.1, y: y + 0.1, w: 0.5, h: 0.4 }, p.white, 8)
  for (const [dx, dy] of [
    [0.2, 0.18],
    [0.45, 0.18],
    [0.2, 0.43],
    [0.45, 0.43],
  ] as const) {
    const at = dot(paper, x + w - 0.65 + dx, y + dy)
    svg += circle(at.x, at.y, 0.09 * px, p.dark)
  }
  return svg
}

const washing = (paper: Paper, { x, y, w, h }: Area) => {
  const { p, px } = paper
  const drain = dot(paper, x + 0.45, y + 0.45)
  const bowl = dot(paper, x + w - 0.3, y + h - 0.45)
  const sink = dot(paper, x + 0.35, y + h - 0.25)
  const water = mix(p.tone('#9fd0d6'), p.white, 0.3)
  return (
    box(paper, { x: x + 0.03, y: y + 0.03, w: 0.85, h: 0.85 }, water) +
    circle(drain.x, drain.y, 0.06 * px, paper.ink) +
    box(paper, { x: x + w - 0.22, y: y + h - 0.66, w: 0.2, h: 0.42 }, p.white) +
    ellipse(bowl.x - 0.12 * px, bowl.y, 0.24 * px, 0.18 * px, paper.ink, 0.7) +
    ellipse(bowl.x - 0.12 * px, bowl.y, 0.22 * px, 0.16 * px, p.white) +
    box(paper, { x: x + 0.05, y: y + h - 0.45, w: 0.6, h: 0.4 }, p.white, 8) +
    ellipse(sink.x, sink.y, 0.2 * px, 0.13 * px, water)
  )
}

const greenery = (paper: Paper, x: number, y: number) => {
  const at = dot(paper, x, y)
  return Array.from({ length: 8 }, (_, leaf) =>
    ellipse(
      at.x + Math.cos((leaf * Math.PI) / 4) * 16,
      at.y + Math.sin((leaf * Math.PI) / 4) * 16,
      17,
      7,
      leaf % 2 ? paper.p.leaf : lighter(paper.p.leaf, 0.2),
      1,
      leaf * 45,
    ),
  ).join('')
}

const matting = (paper: Paper, x: number, y: number, rx: number, ry: number) => {
  const at = dot(paper, x, y)
  const { p, px } = paper
  return [1, 0.8, 0.55]
    .map((share, index) =>
      ellipse(at.x, at.y, rx * px * share, ry * px * share, [p.b, p.c, lighter(p.a, 0.25)][index] ?? p.a, 0.8),
    )
    .join('')
}

const table = (paper: Paper, x: number, y: number) => {
  const at = dot(paper, x, y)
  const { p, px } = paper
  return (
    [
      [0, -0.55],
      [0, 0.55],
      [-0.55, 0],
      [0.55, 0],
    ]
      .map(([dx = 0, dy = 0]) => circle(at.x + dx * px, at.y + dy * px, 0.2 * px, p.c))
      .join('') +
    circle(at.x, at.y, 0.47 * px, paper.ink, 0.7) +
    circle(at.x, at.y, 0.45 * px, lighter(p.wood, 0.25))
  )
}

const couch = (paper: Paper, x: number, y: number, w: number) =>
  box(paper, { x, y, w, h: 0.85 }, paper.p.a, 14) +
  box(paper, { x: x + 0.15, y: y + 0.22, w: (w - 0.3) / 2, h: 0.6 }, lighter(paper.p.a, 0.25), 10) +
  box(paper, { x: x + w / 2, y: y + 0.22, w: (w - 0.3) / 2, h: 0.6 }, lighter(paper.p.a, 0.25), 10)

type Wall = { x: number; y: number; long: number; flat: boolean }
const wallLine = (paper: Paper, { x, y, long, flat }: Wall, thick: number, colour: string) => {
  const at = dot(paper, x, y)
  return flat
    ? rect(at.x - thick / 2, at.y - thick / 2, long * paper.px + thick, thick, colour)
    : rect(at.x - thick / 2, at.y - thick / 2, thick, long * paper.px + thick, colour)
}
const gap = (paper: Paper, wall: Wall, thick: number, colour: string) => {
  const at = dot(paper, wall.x, wall.y)
  return wall.flat
    ? rect(at.x, at.y - thick / 2 - 1, wall.long * paper.px, thick + 2, colour)
    : rect(at.x - thick / 2 - 1, at.y, thick + 2, wall.long * paper.px, colour)
}

const glazed = (paper: Paper, wall: Wall) => {
  const at = dot(paper, wall.x, wall.y)
  const far = wall.flat ? `h${n(wall.long * paper.px)}` : `v${n(wall.long * paper.px)}`
  const shift = (by: number) => (wall.flat ? `M${n(at.x)} ${n(at.y + by)}${far}` : `M${n(at.x + by)} ${n(at.y)}${far}`)
  return (
    gap(paper, wall, 26, paper.p.white) + line(shift(-9) + shift(0) + shift(9), mix(paper.p.tone('#5f9db8'), paper.ink, 0.2), 4)
  )
}

/** A door that opens to one side (`into`, +1 or −1 across the wall). */
const swing = (paper: Paper, wall: Wall, into: number) => {
  const at = dot(paper, wall.x, wall.y)
  const r = wall.long * paper.px
  const arc = wall.flat
    ? `M${n(at.x)} ${n(at.y)}v${n(into * r)}A${n(r)} ${n(r)} 0 0 ${into > 0 ? 0 : 1} ${n(at.x + r)} ${n(at.y)}`
    : `M${n(at.x)} ${n(at.y)}h${n(into * r)}A${n(r)} ${n(r)} 0 0 ${into > 0 ? 1 : 0} ${n(at.x)} ${n(at.y + r)}`
  return (
    gap(paper, wall, 26, lighter(paper.p.floor, 0.35)) +
    shape(`${arc}Z`, paper.p.white, { opacity: 0.35 }) +
    line(arc, paper.ink, 3.5)
  )
}

const measure = (paper: Paper, w: number, h: number) => {
  const { left, top, px, ink } = paper
  const [y, x] = [top + h * px + 70, left - 70]
  const ends = `M${n(left)} ${n(y)}H${n(left + w * px)}M${n(left)} ${n(y - 14)}v28M${n(left + w * px)} ${n(y - 14)}v28M${n(x)} ${n(top)}V${n(top + h * px)}M${n(x - 14)} ${n(top)}h28M${n(x - 14)} ${n(top + h * px)}h28`
  return (
    line(ends, ink, 3, 0.8) +
    figures(`${oneDecimal(w)} m`, left + (w * px) / 2, y + 44, 34, ink) +
    `<g transform="rotate(-90 ${n(x - 44)} ${n(top + (h * px) / 2)})">${figures(`${oneDecimal(h)} m`, x - 44, top + (h * px) / 2, 34, ink)}</g>`
  )
}

const oneRoom = (paper: Paper, w: number, h: number, size: number, ownBath: boolean) => {
  const { luck } = paper
  const bath = ownBath ? { x: w - 1.65, y: h - 2, w: 1.65, h: 2 } : undefined
  const wash = bath ? bath.w * bath.h : 0
  let svg = floorOf(paper, { x: 0, y: 0, w, h }, 'wood')
  svg += matting(paper, w * 0.5, h * 0.48, w * 0.2, h * 0.13)
  const wideBed = size > 16 && luck.odds(0.6) ? 1.4 : 0.95
  svg += bedPlan(paper, 0.1, 0.1, wideBed, 2.05)
  const deskWide = Math.min(1.5, w - wideBed - 0.6)
  svg += deskPlan(paper, w - deskWide - 0.12, 0.12, deskWide)
  svg += closet(paper, { x: 0.1, y: Math.max(2.25, h - 1.5), w: 0.6, h: Math.min(1.4, h - 2.35) })
  if (bath) {
    svg += floorOf(paper, bath, 'tiles') + washing(paper, bath)
    svg +=
      wallLine(paper, { x: bath.x, y: bath.y, long: bath.h, flat: false }, 14, paper.ink) +
      wallLine(paper, { x: bath.x, y: bath.y, long: bath.w, flat: true }, 14, paper.ink) +
      swing(paper, { x: bath.x + 0.6, y: bath.y, long: 0.75, flat: true }, 1)
    svg += size > 17 && bath.x > 3.05 ? cooking(paper, 0.85, h - 0.7, Math.min(1.8, bath.x - 1.95)) : ''
    svg += label(paper, bath.x + bath.w * 0.62, bath.y + bath.h * 0.47, wash, 26)
  } else {
    const basin = dot(paper, w - 0.3, h * 0.55)
    svg +=
      box(paper, { x: w - 0.5, y: h * 0.55 - 0.3, w: 0.45, h: 0.6 }, paper.p.white, 8) +
      ellipse(basin.x, basin.y, 0.14 * paper.px, 0.2 * paper.px, mix(paper.p.tone('#9fd0d6'), paper.p.white, 0.3))
  }
  if (size > 24) svg += table(paper, w * 0.66, h * 0.48)
  svg += greenery(paper, wideBed + 0.45, 0.35)
  const openings =
    glazed(paper, { x: w * 0.5, y: 0, long: Math.min(1.6, w * 0.4), flat: true }) +
    swing(paper, { x: bath ? bath.x - 1.05 : w - 1.15, y: h, long: 0.9, flat: true }, -1)
  return { inside: svg + label(paper, w * 0.42, h * 0.56, Math.round((size - wash) * 10) / 10), openings }
}

const apartment = (paper: Paper, w: number, h: number) => {
  const split = w * 0.6
  const low = h - 2.2
  const bedroom = { x: split, y: 0, w: w - split, h: low }
  const bath = { x: split, y: low, w: w - split, h: 2.2 }
  let svg = floorOf(paper, { x: 0, y: 0, w: split, h }, 'wood') + floorOf(paper, bedroom, 'wood') + floorOf(paper, bath, 'tiles')
  svg +=
    cooking(paper, 0.1, 0.1, Math.min(2.6, split - 1.2)) +
    table(paper, split * 0.55, h * 0.33) +
    matting(paper, split * 0.45, h * 0.72, 1, 0.6) +
    couch(paper, split * 0.2, h - 1, Math.min(2.2, split - 1)) +
    greenery(paper, 0.4, h - 0.4)
  svg +=
    bedPlan(paper, split + 0.35, 0.12, 1.5, 2.05) +
    closet(paper, { x: w - 0.7, y: 0.7, w: 0.6, h: Math.min(1.6, bedroom.h - 1) }) +
    washing(paper, bath)
  svg +=
    wallLine(paper, { x: split, y: 0, long: h, flat: false }, 14, paper.ink) +
    wallLine(paper, { x: split, y: bath.y, long: bath.w, flat: true }, 14, paper.ink)
  svg +=
    swing(paper, { x: split, y: bedroom.h - 0.95, long: 0.8, flat: false }, 1) +
    swing(paper, { x: split, y: bath.y + 0.95, long: 0.75, flat: false }, 1)
  svg +=
    label(paper, split * 0.5, h * 0.53, split * h) +
    label(paper, split + bedroom.w * 0.5, bedroom.h * 0.66, bedroom.w * bedroom.h, 34) +
    label(paper, split + bath.w * 0.56, bath.y + bath.h * 0.5, bath.w * bath.h, 30)
  return {
    inside: svg,
    openings:
      glazed(paper, { x: 0, y: h * 0.35, long: h * 0.3, flat: false }) +
      glazed(paper, { x: split + 0.5, y: 0, long: 1.3, flat: true }) +
      glazed(paper, { x: split * 0.25, y: 0, long: split * 0.4, flat: true }) +
      swing(paper, { x: split - 1.15, y: h, long: 0.95, flat: true }, -1),
  }
}

/** The home from above with its measures. */
export const drawPlan = (_store: Defs, spec: DrawingSpec, luck: Chance): string => {
  const p = palette(spec.home, spec.mood === 'evening' ? 'dawn' : spec.mood)
  const ratio = spec.sizeM2 > 36 ? luck.between(1.2, 1.45) : luck.between(0.86, 1.35)
  const w = Math.round(Math.sqrt(spec.sizeM2 * ratio) * 10) / 10
  const h = Math.round((spec.sizeM2 / w) * 10) / 10
  const px = Math.min(1180 / w, 880 / h)
  const paper = { p, luck, px, left: 800 - (w * px) / 2 + 35, top: 580 - (h * px) / 2 - 20, ink: mix(p.dark, '#2a2233', 0.3) }
  const ground = luck.one([p.wall, mix(p.feature, p.white, 0.6), mix(p.c, p.white, 0.5), mix(p.b, p.white, 0.55)])
  let svg = rect(0, 0, 1600, 1200, ground)
  let grid = ''
  for (let at = 50; at < 1600; at += 50) grid += `M${at} 0V1200M0 ${at}H1600`
  svg += line(grid, p.white, 1.5, 0.5)
  svg += rect(paper.left + 14, paper.top + 18, w * px, h * px, p.dark, 6, 0.16)
  const { inside, openings } = spec.sizeM2 > 36 ? apartment(paper, w, h) : oneRoom(paper, w, h, spec.sizeM2, spec.ownBath)
  const walls = [
    { x: 0, y: 0, long: w, flat: true },
    { x: 0, y: h, long: w, flat: true },
    { x: 0, y: 0, long: h, flat: false },
    { x: w, y: 0, long: h, flat: false },
  ]
  svg += inside + walls.map((wall) => wallLine(paper, wall, 26, paper.ink)).join('') + openings
  return svg + measure(paper, w, h)
}
