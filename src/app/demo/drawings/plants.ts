import type { Chance } from '../chance'
import { darker, lighter, mix } from './colour'
import type { Palette } from './palette'
import { circle, ellipse, line, n, shape } from './svg'

// All drawn in centimetres with the foot at 0 0 and y down, for `space.stand`.

const pot = (w: number, h: number, colour: string) =>
  shape(`M${n(-w / 2)} ${n(-h)}L${n(-w * 0.38)} -2Q0 3 ${n(w * 0.38)} -2L${n(w / 2)} ${n(-h)}Z`, colour) +
  shape(`M0 1Q${n(w * 0.3)} 1 ${n(w * 0.38)} -2L${n(w / 2)} ${n(-h)}H${n(w * 0.12)}Z`, darker(colour, 0.1)) +
  ellipse(0, -h, w / 2, w * 0.1, darker(colour, 0.32))

const leafAt = (x: number, y: number, long: number, wide: number, turn: number, colour: string) => {
  const r = (turn * Math.PI) / 180
  const [dx, dy] = [Math.cos(r), Math.sin(r)]
  const to = (a: number, b: number) => `${n(x + dx * a - dy * b)} ${n(y + dy * a + dx * b)}`
  return (
    shape(`M${to(0, 0)}Q${to(long * 0.4, wide)} ${to(long, 0)}Q${to(long * 0.4, -wide)} ${to(0, 0)}Z`, colour) +
    line(`M${to(long * 0.1, 0)}L${to(long * 0.85, 0)}`, lighter(colour, 0.25), 0.8, 0.7)
  )
}

const bush = (p: Palette, luck: Chance, tall: number, pale: string) => {
  let out = ''
  for (let index = 0; index < 9; index++) {
    const turn = -160 + index * 17.5 + luck.between(-8, 8)
    const reach = tall * luck.between(0.25, 0.62)
    const r = (turn * Math.PI) / 180
    const [x, y] = [Math.cos(r) * reach * 0.55, -tall * 0.32 + Math.sin(r) * reach]
    out += line(`M0 ${n(-tall * 0.2)}Q${n(x * 0.2)} ${n(y * 0.8)} ${n(x)} ${n(y)}`, darker(p.leaf, 0.2), 1.6)
    out += leafAt(
      x,
      y,
      tall * luck.between(0.2, 0.3),
      tall * luck.between(0.1, 0.16),
      turn + luck.between(-15, 15),
      mix(p.leaf, pale, luck.between(0, 0.5)),
    )
  }
  return out
}

const blades = (p: Palette, luck: Chance, tall: number) => {
  let out = ''
  for (let index = -3; index <= 3; index++) {
    const [x, h, lean] = [index * tall * 0.05, tall * luck.between(0.6, 1), index * tall * 0.06]
    out += shape(
      `M${n(x - 4)} ${n(-tall * 0.2)}Q${n(x - 6 + lean * 0.5)} ${n(-h * 0.6)} ${n(x + lean)} ${n(-h)}Q${n(x + 6 + lean * 0.5)} ${n(-h * 0.6)} ${n(x + 4)} ${n(-tall * 0.2)}Z`,
      index % 2 ? lighter(p.leaf, 0.2) : darker(p.leaf, 0.12),
    )
  }
  return out
}

const palm = (p: Palette, luck: Chance, tall: number) => {
  let out = ''
  for (let index = 0; index < 11; index++) {
    const side = (index - 5) / 5
    const [x, top] = [side * tall * 0.5, -tall * (1 - Math.abs(side) * 0.35) * luck.between(0.88, 1.05)]
    out += line(
      `M0 ${n(-tall * 0.22)}Q${n(x * 0.25)} ${n(top * 1.05)} ${n(x)} ${n(top * 0.8)}`,
      mix(p.leaf, index % 2 ? p.white : p.dark, 0.14),
      tall * 0.045,
    )
  }
  return out
}

const olive = (p: Palette, luck: Chance, tall: number) => {
  let out = line(`M0 ${n(-tall * 0.2)}Q4 ${n(-tall * 0.45)} -2 ${n(-tall * 0.7)}`, p.tone('#8a6b4f'), 3.4)
  for (let index = 0; index < 26; index++) {
    const angle = luck.between(0, Math.PI * 2)
    const reach = Math.sqrt(luck.next()) * tall * 0.24
    out += ellipse(
      Math.cos(angle) * reach,
      -tall * 0.75 + Math.sin(angle) * reach * 0.9,
      tall * 0.06,
      tall * 0.026,
      mix(p.leaf, p.tone('#c9d6b5'), luck.between(0, 0.6)),
      1,
      luck.between(-60, 60),
    )
  }
  return out
}

const cactus = (p: Palette, tall: number) =>
  line(`M0 ${n(-tall * 0.2)}V${n(-tall)}`, p.leaf, tall * 0.17) +
  line(
    `M0 ${n(-tall * 0.5)}h${n(tall * 0.2)}V${n(-tall * 0.75)}M0 ${n(-tall * 0.42)}h${n(-tall * 0.19)}V${n(-tall * 0.62)}`,
    p.leaf,
    tall * 0.1,
  ) +
  line(`M0 ${n(-tall * 0.28)}V${n(-tall * 0.96)}`, lighter(p.leaf, 0.3), 1, 0.8) +
  circle(tall * 0.05, -tall * 1.07, tall * 0.05, p.a)

/** A plant in its pot, `tall` in centimetres. */
export const plant = (p: Palette, luck: Chance, tall: number): string => {
  const body = luck.one([
    () => bush(p, luck, tall, p.tone('#b9d39a')),
    () => blades(p, luck, tall),
    () => palm(p, luck, tall),
    () => olive(p, luck, tall),
    () => bush(p, luck, tall, p.tone('#3f7a66')),
    () => (tall < 60 ? cactus(p, tall) : palm(p, luck, tall)),
  ])()
  return body + pot(tall * 0.26, tall * 0.24, luck.one([p.white, p.a, p.b, p.c, p.tone('#c77b58'), p.metal]))
}

/** Hangs down from its foot. */
export const trailer = (p: Palette, luck: Chance, long: number): string => {
  let out = ''
  for (let strand = -2; strand <= 2; strand++) {
    const end = long * luck.between(0.5, 1)
    const x = strand * 4
    out += line(`M${x} -6Q${n(x * 2.2)} ${n(end * 0.2)} ${n(x * 1.8)} ${n(end)}`, darker(p.leaf, 0.15), 1)
    for (let y = 4; y < end; y += 7)
      out += leafAt(x * 1.9, y, 7, 3.4, luck.one([35, 145, 60, 120]), mix(p.leaf, p.tone('#b9d39a'), luck.between(0, 0.6)))
  }
  return out + pot(16, 13, luck.one([p.white, p.a, p.b]))
}
