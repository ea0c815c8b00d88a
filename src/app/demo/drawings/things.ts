import type { Chance } from '../chance'
import { darker, lighter, mix } from './colour'
import type { Palette } from './palette'
import { area, circle, ellipse, glow, line, n, rect, shape } from './svg'

// All drawn in centimetres with the foot (or the hook) at 0 0 and y down, for `space.stand`.

const light = (p: Palette, x: number, y: number, r: number) => (p.lamps ? glow(x, y, r * 0.8, '#ffd58a', 0.5) : '')

export const floorLamp = (p: Palette, luck: Chance): string => {
  const shade = p.lamps ? '#ffe3a6' : luck.one([p.white, p.b, p.a])
  return luck.odds(0.5)
    ? ellipse(0, -1, 15, 3.5, p.dark) +
        rect(-1.2, -150, 2.4, 150, p.dark) +
        light(p, 0, -150, 130) +
        shape('M-16 -168L16 -168L24 -136L-24 -136Z', shade)
    : line('M-18 0L0 -132L18 0M0 0L0 -132', p.wood, 3) +
        light(p, 0, -146, 130) +
        shape('M-22 -166Q0 -171 22 -166L22 -130Q0 -126 -22 -130Z', shade)
}

export const deskLamp = (p: Palette, luck: Chance): string => {
  const colour = luck.one([p.a, p.dark, p.c, p.b])
  return (
    ellipse(0, -1, 8, 2.2, darker(colour, 0.15)) +
    line('M0 -1L-9 -24L9 -42', colour, 1.8) +
    light(p, 18, -34, 60) +
    shape('M4 -47L16 -44L26 -31L10 -28Z', colour) +
    (p.lamps ? shape('M26 -31L10 -28L18 -26Z', '#fff1c4') : '')
  )
}

export const pendant = (p: Palette, luck: Chance, drop: number): string => {
  const y = drop
  const colour = luck.one([p.a, p.dark, p.b, p.white, p.c])
  const bulb = p.lamps ? '#fff0c0' : lighter(colour, 0.5)
  const body = luck.one([
    () => shape(`M-4 ${y - 22}H4Q26 ${y - 14} 28 ${y}H-28Q-26 ${y - 14} -4 ${y - 22}Z`, colour) + ellipse(0, y, 28, 3.4, bulb),
    () => circle(0, y - 16, 18, p.lamps ? '#ffe9b5' : p.white) + ellipse(-5, y - 21, 6, 4, '#ffffff', 0.7),
    () =>
      [0, 1, 2, 3, 4]
        .map((ring) =>
          ellipse(0, y - 30 + ring * 7, 10 + Math.sin((ring + 1) * 0.9) * 14, 5, mix(p.wood, p.white, ring % 2 ? 0.4 : 0.15)),
        )
        .join(''),
    () => shape(`M-3 ${y - 30}H3L22 ${y}H-22Z`, colour) + ellipse(0, y, 22, 3, bulb),
  ])()
  return line(`M0 0V${n(y - 22)}`, p.dark, 1.2) + light(p, 0, y, 150) + body
}

export const books = (p: Palette, luck: Chance, wide: number): string => {
  let out = ''
  let x = 0
  while (x < wide - 4) {
    const [w, h] = [luck.between(2.4, 5), luck.between(16, 25)]
    const colour = luck.one([p.a, p.b, p.c, p.dark, p.white, p.feature, p.wood])
    if (luck.odds(0.1)) {
      out += area(
        [
          [x + 2, 0],
          [x + 7, 0],
          [x + 13, -h],
          [x + 8, -h],
        ],
        colour,
      )
      x += 13
    } else {
      out += rect(x, -h, w, h, colour, 0.6) + rect(x, -h * 0.8, w, 1.6, mix(colour, p.white, 0.5))
      x += w + 0.3
    }
  }
  return out
}

export const laptop = (p: Palette): string =>
  shape('M-16 -22Q-16 -23.5 -14.5 -23.5H14.5Q16 -23.5 16 -22V-2H-16Z', p.dark) +
  rect(-14.2, -21.8, 28.4, 18.4, mix(p.sky[1], p.a, 0.3)) +
  shape('M-14.2 -9Q-6 -15 0 -9T14.2 -12V-3.4H-14.2Z', mix(p.a, p.sky[0], 0.4)) +
  shape('M-16 -2H16L20 1H-20Z', p.metal)

export const mug = (colour: string): string => line('M4 -6q5 0 0 5', colour, 1.4) + rect(-4, -8, 8, 8, colour, 1.4)

export const vase = (p: Palette, luck: Chance): string => {
  let out = ''
  for (let index = 0; index < 5; index++) {
    const [x, y] = [(index - 2) * 5 + luck.between(-2, 2), -luck.between(26, 42)]
    out +=
      line(`M0 -12Q${n(x * 0.3)} -20 ${n(x)} ${n(y)}`, p.leaf, 0.9) +
      circle(x, y, luck.between(2.4, 4), luck.one([p.a, p.b, p.c, p.tone('#f2a0a0')]))
  }
  return out + shape('M-4 -16H4Q9 -8 5 0H-5Q-9 -8 -4 -16Z', luck.one([p.white, p.b, p.metal]))
}

export const guitar = (p: Palette): string =>
  `<g transform="rotate(12)">${rect(-1.8, -102, 3.6, 60, p.dark, 1)}${rect(-3, -110, 6, 10, p.dark, 2)}${ellipse(0, -15, 18, 16, p.tone('#c98a4b'))}${ellipse(0, -38, 13, 12, p.tone('#c98a4b'))}${circle(0, -30, 5.5, p.dark)}${rect(-6, -13, 12, 2.4, p.dark)}</g>`

export const basket = (p: Palette, luck: Chance): string =>
  shape('M-20 -42Q0 -36 20 -42L16 0Q0 3 -16 0Z', p.tone('#cfa878')) +
  line('M-19 -32Q0 -27 19 -32M-18 -21Q0 -16 18 -21M-17 -10Q0 -6 17 -10', darker(p.tone('#cfa878'), 0.2), 1) +
  shape('M-19 -42Q-10 -56 2 -50Q14 -56 19 -42Q0 -37 -19 -42Z', luck.one([p.a, p.b, p.white]))

export const pouf = (p: Palette, colour: string): string =>
  shape('M-28 -30Q0 -38 28 -30Q34 -15 27 -1Q0 5 -27 -1Q-34 -15 -28 -30Z', colour) +
  line('M-12 -33Q-17 -15 -12 2M12 -33Q17 -15 12 2', darker(colour, 0.14), 1.4) +
  ellipse(0, -31, 26, 4.5, lighter(colour, 0.18)) +
  circle(0, -31, 1.5, p.dark, 0.4)

export const globe = (p: Palette): string =>
  line('M0 0V-6M-7 0H7', p.wood, 2) +
  circle(0, -18, 11, mix(p.tone('#6fa3c0'), p.c, 0.2)) +
  shape('M-6 -25Q0 -28 2 -22Q-2 -17 -5 -18ZM2 -14Q8 -18 7 -12Q4 -8 2 -10Z', p.leaf)

export const suitcase = (p: Palette, colour: string): string =>
  line('M-7 -52V-66H7V-52', p.dark, 2) +
  rect(-19, -54, 38, 52, colour, 5) +
  line('M-9 -48V-8M0 -48V-8M9 -48V-8', darker(colour, 0.15), 1.6) +
  circle(-13, -1, 2.6, p.dark) +
  circle(13, -1, 2.6, p.dark)

export const cushion = (colour: string, luck: Chance): string => {
  const mark = luck.one([lighter(colour, 0.5), darker(colour, 0.22)])
  const pattern = luck.one([
    () => '',
    () => line('M-19 -28Q0 -25 19 -28M-20 -20Q0 -17 20 -20M-19 -12Q0 -9 19 -12', mark, 2),
    () => line('M-19 -37L19 -2M19 -37L-19 -2', mark, 1.4, 0.8),
    () => [-10, 0, 10].flatMap((x) => [-30, -20, -10].map((y) => circle(x, y, 1.8, mark))).join(''),
    () => circle(0, -20, 9, mark),
  ])()
  return `<g transform="rotate(${n(luck.between(-9, 9))})">${shape('M-20 -1Q-23 -20 -19 -39Q0 -35 19 -39Q23 -20 20 -1Q0 2 -20 -1Z', colour)}${pattern}${shape('M8 -37.5Q14 -38 19 -39Q23 -20 20 -1Q14 0 8 0.4Q14 -20 8 -37.5Z', darker(colour, 0.3), { opacity: 0.25 })}</g>`
}
