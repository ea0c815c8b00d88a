import type { Chance } from '../chance'
import { darker, lighter, mix } from './colour'
import type { Palette } from './palette'
import type { Surroundings } from './spec'
import { area, bands, circle, clipTo, type Defs, ellipse, group, line, n, rect, shape } from './svg'

type Frame = { x: number; y: number; w: number; h: number }

const cloud = (x: number, y: number, size: number, colour: string, opacity: number) =>
  ellipse(x, y, size, size * 0.28, colour, opacity) +
  ellipse(x - size * 0.35, y - size * 0.12, size * 0.4, size * 0.25, colour, opacity) +
  ellipse(x + size * 0.25, y - size * 0.18, size * 0.45, size * 0.3, colour, opacity)

/** Air with sun, moon, clouds or rain, filling a frame. */
export const sky = ({ x, y, w, h }: Frame, p: Palette, luck: Chance): string => {
  const [top, bottom] = p.sky
  let out = bands(
    x,
    y,
    w,
    h,
    Array.from({ length: 9 }, (_, band) => mix(top, bottom, band / 8)),
  )
  const [sx, sy] = [x + w * luck.between(0.2, 0.8), y + h * luck.between(0.15, 0.35)]
  if (p.mood === 'evening') {
    const size = Math.min(w, h) * 0.06
    out += circle(sx, sy, size, '#f7eccb') + circle(sx + size * 0.45, sy - size * 0.2, size * 0.9, mix(top, bottom, 0.2))
    for (let star = 0; star < 14; star++)
      out += circle(x + w * luck.next(), y + h * 0.6 * luck.next(), luck.between(1, 2.6), '#fff7dc', 0.8)
  } else if (p.mood !== 'rain') {
    const size = Math.min(w, h) * luck.between(0.06, 0.1)
    out += circle(sx, sy + (p.mood === 'morning' ? 0 : h * 0.2), size * 1.8, p.sun, 0.35)
    out += circle(sx, sy + (p.mood === 'morning' ? 0 : h * 0.2), size, p.sun)
  }
  const clouds = p.mood === 'evening' ? 2 : p.mood === 'rain' ? 6 : 4
  for (let index = 0; index < clouds; index++)
    out += cloud(
      x + w * luck.next(),
      y + h * luck.between(0.05, 0.5),
      w * luck.between(0.1, 0.22),
      p.mood === 'rain' ? '#7f929f' : p.mood === 'evening' ? '#5d5788' : '#ffffff',
      p.mood === 'morning' ? 0.75 : 0.4,
    )
  return out
}

export const drops = ({ x, y, w, h }: Frame, luck: Chance, count: number): string => {
  let d = ''
  for (let index = 0; index < count; index++) {
    const [px, py, long] = [x + w * luck.next(), y + h * luck.next(), h * luck.between(0.02, 0.06)]
    d += `M${n(px)} ${n(py)}l${n(-long * 0.25)} ${n(long)}`
  }
  return line(d, '#e9f1f4', 2.5, 0.55)
}

/** A round tree; the foot is its point on the ground, in dots. */
export const tree = (x: number, foot: number, size: number, leaf: string, trunk: string, luck: Chance): string => {
  let out = rect(x - size * 0.04, foot - size * 0.5, size * 0.08, size * 0.5, trunk, size * 0.03)
  const crown = foot - size * 0.7
  out += circle(x, crown, size * 0.34, leaf)
  out += circle(x - size * 0.24, crown + size * 0.12, size * 0.22, darker(leaf, 0.08))
  out += circle(x + size * 0.24, crown + size * 0.1, size * 0.23, leaf)
  out += circle(x + luck.between(-0.1, 0.1) * size, crown - size * 0.2, size * 0.22, lighter(leaf, 0.12))
  return out
}

const lit = (p: Palette, luck: Chance) => (p.lamps && luck.odds(0.55) ? '#ffd98a' : mix(p.dark, p.sky[1], 0.35))

const skyline = (frame: Frame, base: number, p: Palette, luck: Chance) => {
  const far = mix(p.sky[1], p.dark, p.mood === 'evening' ? 0.35 : 0.22)
  let d = `M${n(frame.x)} ${n(base + 90)}`
  let x = frame.x
  while (x < frame.x + frame.w) {
    const [w, h] = [frame.w * luck.between(0.06, 0.13), frame.h * luck.between(0.04, 0.16)]
    d += `L${n(x)} ${n(base - h)}${luck.odds(0.5) ? `L${n(x + w / 2)} ${n(base - h - w * 0.5)}` : ''}L${n(x + w)} ${n(base - h)}`
    x += w
  }
  let out = shape(`${d}L${n(x)} ${n(base + 90)}Z`, far)
  const [tx, tw, th] = [frame.x + frame.w * luck.between(0.15, 0.8), frame.w * 0.045, frame.h * luck.between(0.28, 0.42)]
  out += rect(tx - tw, base - th, tw * 2, th + 60, far)
  out += area(
    [
      [tx - tw * 1.15, base - th],
      [tx, base - th - tw * luck.between(2, 5)],
      [tx + tw * 1.15, base - th],
    ],
    far,
  )
  if (luck.odds(0.5))
    for (const side of [-1, 1])
      out += area(
        [
          [tx + side * tw * 1.5, base - th * 0.5],
          [tx + side * tw, base - th * 0.95],
          [tx + side * tw * 0.5, base - th * 0.5],
        ],
        far,
      )
  return out
}

const roofs = (frame: Frame, base: number, p: Palette, luck: Chance) => {
  let out = ''
  for (const row of [0, 1]) {
    let x = frame.x - frame.w * luck.between(0, 0.2)
    const foot = base + row * frame.h * 0.2
    while (x < frame.x + frame.w) {
      const [w, h] = [frame.w * luck.between(0.2, 0.34), frame.h * luck.between(0.1, 0.2)]
      const wall = p.tone(luck.one(['#c9745a', '#e3c9a5', '#b3593f', '#f0e4d0', '#a8543f', '#d8b48a']))
      const roof = p.tone(luck.one(['#7d4a42', '#5b5f6b', '#8f5a48', '#4c5563']))
      out += rect(x, foot, w, frame.h, wall)
      out += area(
        [
          [x - w * 0.04, foot],
          [x + w * 0.14, foot - h],
          [x + w * 0.86, foot - h],
          [x + w * 1.04, foot],
        ],
        roof,
      )
      if (luck.odds(0.6)) out += rect(x + w * luck.between(0.15, 0.7), foot - h * 1.4, w * 0.1, h * 0.8, darker(wall, 0.15))
      if (luck.odds(0.6)) out += rect(x + w * 0.4, foot - h * 0.75, w * 0.18, h * 0.45, lit(p, luck), 2)
      for (const column of [0.15, 0.42, 0.69])
        for (const level of [0, 1])
          out += rect(x + w * column, foot + h * (0.25 + level * 0.95), w * 0.16, h * 0.6, lit(p, luck), 2)
      x += w
    }
  }
  return out
}

const trees = (frame: Frame, base: number, p: Palette, luck: Chance) => {
  const leaf = p.tone(luck.one(['#7fa869', '#6d9a72', '#93b36a', '#c9a24f', '#d98b4a']))
  let out = rect(frame.x, base + frame.h * 0.05, frame.w, frame.h, mix(leaf, p.tone('#dfe6b8'), 0.45))
  for (let index = 0; index < 6; index++)
    out += tree(
      frame.x + frame.w * ((index + luck.next()) / 6),
      base + frame.h * luck.between(0.15, 0.3),
      frame.h * luck.between(0.35, 0.62),
      mix(leaf, p.sky[1], index < 3 ? 0.35 : 0),
      p.tone('#7b5a44'),
      luck,
    )
  return out
}

const canal = (frame: Frame, base: number, p: Palette, luck: Chance) => {
  let out = ''
  let x = frame.x - 10
  const water = mix(p.tone('#6f9aa8'), p.sky[1], 0.25)
  const foot = base + frame.h * 0.28
  while (x < frame.x + frame.w) {
    const w = frame.w * luck.between(0.14, 0.22)
    const top = base - frame.h * luck.between(0.05, 0.24)
    const wall = p.tone(luck.one(['#8b4a3c', '#b86a50', '#d9b995', '#5c4a4a', '#e8dcc7', '#70545a']))
    out += area(
      [
        [x, foot],
        [x, top],
        [x + w * 0.3, top - w * 0.35],
        [x + w * 0.35, top - w * 0.6],
        [x + w * 0.65, top - w * 0.6],
        [x + w * 0.7, top - w * 0.35],
        [x + w, top],
        [x + w, foot],
      ],
      wall,
    )
    for (const column of [0.14, 0.42, 0.7])
      for (let y = top + w * 0.15; y < foot - w * 0.3; y += w * 0.5)
        out += rect(x + w * column, y, w * 0.17, w * 0.3, lit(p, luck))
    x += w * 1.01
  }
  out += rect(frame.x, foot, frame.w, frame.h, water)
  out += rect(frame.x, foot, frame.w, frame.h * 0.035, p.tone('#8a7a6a'))
  let ripples = ''
  for (let index = 0; index < 14; index++)
    ripples += `M${n(frame.x + frame.w * luck.next())} ${n(foot + frame.h * luck.between(0.08, 0.5))}h${n(frame.w * luck.between(0.04, 0.12))}`
  return (
    out +
    line(ripples, lighter(water, 0.4), 3, 0.6) +
    tree(frame.x + frame.w * luck.between(0.1, 0.9), foot + 6, frame.h * 0.42, p.tone('#83a566'), p.tone('#6f5444'), luck)
  )
}

const nearby: Record<Surroundings, readonly ('roofs' | 'trees' | 'canal')[]> = {
  flanders: ['roofs', 'roofs', 'trees'],
  brussels: ['roofs', 'roofs', 'trees'],
  wallonia: ['trees', 'trees', 'roofs'],
  canal: ['canal', 'canal', 'trees', 'roofs'],
}

/** What is seen outside, cut to the outline `d` of a window that lies in `frame`. */
export const view = (store: Defs, d: string, frame: Frame, p: Palette, surroundings: Surroundings, luck: Chance): string => {
  const base = frame.y + frame.h * luck.between(0.5, 0.66)
  const kind = luck.one(nearby[surroundings])
  const scene = { roofs, trees, canal }[kind]
  const far = luck.odds(0.75) ? skyline(frame, base, p, luck) : ''
  const rain = p.mood === 'rain' ? drops(frame, luck, 45) : ''
  return group(sky(frame, p, luck) + far + scene(frame, base, p, luck) + rain, `clip-path="url(#${clipTo(store, d)})"`)
}
