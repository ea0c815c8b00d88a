import type { Chance } from '../chance'
import { lighter, mix } from './colour'
import { block, gableHouse, rowHouse, townHouse } from './houses'
import { type House, street } from './masonry'
import { type Palette, palette } from './palette'
import type { DrawingSpec } from './spec'
import { type Defs, ellipse, glow, group, line, n, rect } from './svg'
import { drops, sky, tree } from './view'

const parked = (p: Palette, x: number, colour: string) =>
  group(
    `${line('M-52 -30m-30 0a30 30 0 1 0 60 0a30 30 0 1 0 -60 0M52 -30m-30 0a30 30 0 1 0 60 0a30 30 0 1 0 -60 0', p.dark, 5)}${line('M-52 -30L-14 -32L-26 -78L-52 -30M-14 -32L34 -78H-26M34 -78L52 -30', colour, 7)}${line('M-26 -78V-90M-38 -92H-14M34 -78L30 -98H46', p.dark, 6)}`,
    `transform="translate(${n(x)} ${street + 26})"`,
  )

const ground = (p: Palette, luck: Chance, canal: boolean) => {
  let svg = rect(0, street, 1600, 34, p.tone('#c9c3ba')) + rect(0, street + 34, 1600, 10, p.tone('#a19c96'))
  if (canal) {
    const water = mix(p.tone('#5f8f9c'), p.sky[1], 0.3)
    svg += rect(0, street + 44, 1600, 50, p.tone('#8a6f60')) + rect(0, street + 80, 1600, 200, water)
    let ripples = ''
    for (let index = 0; index < 40; index++)
      ripples += `M${n(luck.between(0, 1560))} ${n(luck.between(street + 95, 1190))}h${n(luck.between(30, 110))}`
    return svg + line(ripples, lighter(water, 0.45), 4, 0.6)
  }
  svg += rect(0, street + 44, 1600, 200, p.tone('#837f82'))
  for (let x = luck.between(-100, 0); x < 1600; x += 190) svg += rect(x, street + 112, 100, 10, p.tone('#e5e0d6'), 2)
  return svg
}

const kinds = {
  flanders: [rowHouse, rowHouse, block],
  brussels: [townHouse, townHouse, rowHouse],
  wallonia: [rowHouse, rowHouse, block],
  canal: [gableHouse, gableHouse, rowHouse, block],
} as const

/** The house from the street, its neighbours at both sides. */
export const drawFacade = (_store: Defs, spec: DrawingSpec, luck: Chance): string => {
  const p = palette(spec.home, spec.mood)
  const chosen = luck.one<(house: House) => string>(kinds[spec.surroundings])
  const canal = spec.surroundings === 'canal' && chosen === gableHouse && luck.odds(0.65)
  const all = { x: 0, y: 0, w: 1600, h: 1200 }
  let svg = sky(all, p, luck)
  const main =
    chosen === block ? luck.between(820, 1000) : chosen === gableHouse ? luck.between(360, 440) : luck.between(450, 560)
  const from = 800 - main / 2 + luck.between(-140, 140)
  const beside = chosen === block ? rowHouse : chosen
  const house = (x: number, w: number, draw: (house: House) => string) => draw({ p, luck, x, w })
  for (let x = from; x > 0; ) {
    const w = luck.between(300, 430)
    x -= w + 3
    svg += house(x, w, beside)
  }
  for (let x = from + main + 3; x < 1600; ) {
    const w = luck.between(300, 430)
    svg += house(x, w, beside)
    x += w + 3
  }
  svg += house(from, main, chosen) + ground(p, luck, canal)
  for (let index = luck.whole(1, 2); index > 0; index--)
    svg += tree(
      luck.odds(0.5) ? luck.between(60, from - 60) : luck.between(from + main + 60, 1540),
      street + 34,
      luck.between(420, 600),
      p.mood === 'warm' ? p.tone('#c98f45') : p.leaf,
      p.tone('#6b4f40'),
      luck,
    )
  for (let index = luck.whole(1, 4); index > 0; index--)
    svg += parked(p, luck.between(120, 1480), luck.one([p.a, p.b, p.c, p.dark, p.white]))
  if (p.lamps)
    svg +=
      glow(from - 60, 640, 260, '#ffdc9a', 0.5) +
      rect(from - 64, 660, 8, street - 640, p.dark) +
      ellipse(from - 60, 648, 18, 24, '#fff0c9')
  return svg + (p.mood === 'rain' ? drops(all, luck, 150) : '')
}
