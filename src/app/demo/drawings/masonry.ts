import type { Chance } from '../chance'
import { darker, lighter, mix } from './colour'
import type { Palette } from './palette'
import { area, circle, glow, line, n, rect, shape } from './svg'

export const street = 1010

export type House = { p: Palette; luck: Chance; x: number; w: number }

export const glass = (p: Palette, luck: Chance) =>
  p.lamps && luck.odds(0.6)
    ? luck.one(['#ffd98a', '#ffcf74', '#ffe6ad'])
    : mix(p.sky[0], p.tone('#3f5566'), luck.between(0.35, 0.6))

/** A window with frame, sill, and now and then a curtain or a flower box. */
export const pane = (
  { p, luck }: House,
  x: number,
  y: number,
  w: number,
  h: number,
  rim: string,
  style: 'plain' | 'cross' | 'arch' | 'two' = 'cross',
) => {
  const inner = glass(p, luck)
  const arch = style === 'arch'
  const outer = arch
    ? shape(
        `M${n(x - 9)} ${n(y + h + 6)}V${n(y)}Q${n(x + w / 2)} ${n(y - h * 0.22)} ${n(x + w + 9)} ${n(y)}V${n(y + h + 6)}Z`,
        rim,
      )
    : rect(x - 8, y - 8, w + 16, h + 14, rim, 2)
  let svg =
    outer +
    (arch
      ? shape(`M${n(x)} ${n(y + h)}V${n(y + 5)}Q${n(x + w / 2)} ${n(y - h * 0.13)} ${n(x + w)} ${n(y + 5)}V${n(y + h)}Z`, inner)
      : rect(x, y, w, h, inner))
  if (luck.odds(0.5))
    svg +=
      area(
        [
          [x, y + h * 0.1],
          [x + w * 0.3, y + 4],
          [x + w * 0.2, y + h],
          [x, y + h],
        ],
        luck.one([p.white, p.b, p.c]),
        { opacity: 0.75 },
      ) +
      area(
        [
          [x + w, y + h * 0.1],
          [x + w * 0.7, y + 4],
          [x + w * 0.8, y + h],
          [x + w, y + h],
        ],
        p.white,
        { opacity: 0.6 },
      )
  else
    svg += area(
      [
        [x + w * 0.15, y + h * 0.9],
        [x + w * 0.6, y + h * 0.1],
        [x + w * 0.8, y + h * 0.1],
        [x + w * 0.35, y + h * 0.9],
      ],
      '#ffffff',
      { opacity: 0.13 },
    )
  if (style !== 'plain') svg += rect(x + w / 2 - 3.5, y + (arch ? -h * 0.03 : 0), 7, h * (arch ? 1.03 : 1), rim)
  if (style === 'cross' || arch) svg += rect(x, y + h * 0.32, w, 7, rim)
  svg += rect(x - 14, y + h + 4, w + 28, 10, lighter(rim, 0.15), 2)
  if (luck.odds(0.22)) {
    svg += rect(x - 6, y + h - 12, w + 12, 20, darker(p.wood, 0.2), 3)
    for (let bloom = 0; bloom < 7; bloom++)
      svg += circle(
        x + (w * bloom) / 6,
        y + h - 16 - (bloom % 2) * 6,
        10,
        bloom % 2 ? p.leaf : luck.one([p.tone('#e06a6a'), p.tone('#f3b0c0'), p.b]),
      )
  }
  return svg
}

export const frontDoor = ({ p, luck }: House, x: number, w: number, h: number, colour: string) => {
  const y = street - h
  let svg =
    rect(x - 12, y - 62, w + 24, h + 62, p.tone('#efe6d8'), 4) +
    rect(x, y, w, h - 8, colour, 3) +
    rect(x, y - 48, w, 42, p.lamps ? '#ffdf9c' : mix(p.sky[0], p.dark, 0.35))
  for (const row of [0.08, 0.5])
    for (const column of [0.14, 0.56]) svg += rect(x + w * column, y + h * row, w * 0.3, h * 0.34, darker(colour, 0.18), 3)
  svg += circle(x + w * 0.5, y + h * 0.48, 5, p.b) + rect(x - 20, street - 12, w + 40, 14, p.tone('#b8b2a8'))
  if (p.lamps) svg += glow(x + w + 34, y - 10, 130, '#ffd58a', 0.6) + rect(x + w + 26, y - 26, 16, 28, '#ffe9b8', 4)
  return (
    svg +
    (luck.odds(0.5)
      ? `<g transform="translate(${n(x - 40)} ${street})">${rect(-16, -30, 32, 30, p.a, 4)}${circle(0, -54, 30, p.leaf)}${circle(-8, -66, 16, lighter(p.leaf, 0.15))}</g>`
      : '')
  )
}

export const courses = (x: number, y: number, w: number, h: number, colour: string, luck: Chance) => {
  let marks = ''
  let svg = ''
  for (let index = 0; index < 70; index++) {
    const [px, py] = [x + luck.between(0.02, 0.94) * w, y + Math.floor(luck.next() * (h / 16)) * 16]
    if (index % 3) marks += `M${n(px)} ${n(py + 8)}h26`
    else svg += rect(px, py, 30, 12, darker(colour, 0.12), 1)
  }
  return svg + line(marks, lighter(colour, 0.2), 3, 0.55)
}

export const brickColours = ['#a9543f', '#8e4a3c', '#c0694c', '#b98a63', '#7c4a44', '#d2a679', '#9c5a4b']
export const plasterColours = ['#f2e8d8', '#e8d9c0', '#dfe5e2', '#f1dccb', '#d7dfcf', '#f6efe3', '#e5c9b8']
