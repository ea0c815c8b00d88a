import { darker, lighter, mix } from './colour'
import { brickColours, courses, frontDoor, glass, type House, pane, plasterColours, street } from './masonry'
import { area, circle, line, n, rect, shape } from './svg'
import { tree } from './view'

/** The brick row house of Flanders and Wallonia. */
export const rowHouse = (house: House): string => {
  const { p, luck, x, w } = house
  const floors = luck.whole(2, 3)
  const level = luck.between(235, 265)
  const top = street - floors * level - 40
  const wall = p.tone(luck.one(luck.odds(0.7) ? brickColours : plasterColours))
  const stone = p.tone('#e9dfcd')
  const roof = p.tone(luck.one(['#57505c', '#7d4a42', '#4a5563']))
  let svg = ''
  if (luck.odds(0.35)) {
    const rise = w * 0.5
    svg +=
      area(
        [
          [x - 8, top + 12],
          [x + w / 2, top - rise],
          [x + w + 8, top + 12],
        ],
        roof,
      ) +
      area(
        [
          [x, top + 12],
          [x + w / 2, top - rise + 26],
          [x + w, top + 12],
        ],
        wall,
      )
    svg += circle(x + w / 2, top - rise * 0.4, 40, stone) + circle(x + w / 2, top - rise * 0.4, 30, glass(p, luck))
  } else {
    svg += area(
      [
        [x, top + 8],
        [x + 24, top - 150],
        [x + w - 24, top - 150],
        [x + w, top + 8],
      ],
      roof,
    )
    const dormers = w > 420 ? 2 : 1
    for (let dormer = 0; dormer < dormers; dormer++) {
      const dx = x + (w * (dormer + 0.5)) / dormers
      svg +=
        area(
          [
            [dx - 66, top - 96],
            [dx, top - 156],
            [dx + 66, top - 96],
          ],
          darker(roof, 0.2),
        ) +
        rect(dx - 52, top - 98, 104, 100, stone) +
        pane(house, dx - 34, top - 84, 68, 74, p.white, 'two')
    }
    svg +=
      rect(x + w * 0.82, top - 215, 44, 110, darker(wall, 0.15)) + rect(x + w * 0.82 - 5, top - 222, 54, 14, darker(wall, 0.3))
  }
  svg += rect(x, top, w, street - top, wall) + courses(x, top, w, street - top, wall, luck)
  svg += rect(x - 4, top - 8, w + 8, 26, stone, 3)
  for (let tooth = x + 10; tooth < x + w - 10; tooth += 34) svg += rect(tooth, top + 18, 14, 12, stone)
  const columns = w > 400 ? 3 : 2
  const style = luck.one(['cross', 'arch', 'two'] as const)
  const rim = luck.odds(0.75) ? p.white : luck.one([p.dark, p.a, p.leaf])
  const ww = w / (columns * 1.75)
  for (let floor = 0; floor < floors; floor++) {
    const y = top + 62 + floor * level
    const last = floor === floors - 1
    for (let column = 0; column < columns; column++) {
      const wx = x + (w * (column + 0.5)) / columns - ww / 2
      if (last && column === columns - 1)
        svg += frontDoor(house, wx, ww, 215, luck.one([p.a, p.c, p.leaf, p.dark, p.tone('#2f5d7c')]))
      else {
        svg += pane(house, wx, y, ww, level * 0.62, rim, style)
        svg += rect(wx - 12, y - 26, ww + 24, 14, stone, 2)
      }
    }
    if (!last) svg += rect(x, y + level * 0.62 + 38, w, 10, stone, 0, 0.75)
  }
  return svg + rect(x, street - 52, w * (1 - 1 / columns) - 18, 52, p.tone('#8f8a86'))
}

/** The Brussels town house: bel-étage, bow window, wrought iron. */
export const townHouse = (house: House): string => {
  const { p, luck, x, w } = house
  const top = luck.between(170, 230)
  const wall = p.tone(luck.one(plasterColours))
  const stone = lighter(wall, 0.4)
  let svg = area(
    [
      [x + 6, top + 6],
      [x + 30, top - 90],
      [x + w - 30, top - 90],
      [x + w - 6, top + 6],
    ],
    p.tone('#5a5f6d'),
  )
  svg += rect(x + w / 2 - 42, top - 78, 84, 84, stone, 40) + rect(x + w / 2 - 26, top - 60, 52, 66, glass(p, luck), 24)
  svg += rect(x, top, w, street - top, wall) + rect(x - 6, top - 8, w + 12, 30, stone, 3)
  for (let tooth = x + 14; tooth < x + w - 14; tooth += 44) svg += shape(`M${n(tooth)} ${n(top + 22)}h20v20q-10 12 -20 0Z`, stone)
  const half = w / 2
  const bow = x + w * 0.08
  const levels = [top + 70, top + 300, top + 540]
  const iron = p.tone('#3a3f45')
  for (const [index, y] of levels.entries()) {
    const last = index === 2
    const hgt = last ? street - 110 - y : 165
    if (!last) {
      if (index === 1)
        svg += area(
          [
            [bow - 14, y + 205],
            [bow, y - 40],
            [bow + half * 0.92, y - 40],
            [bow + half * 0.92 + 14, y + 205],
          ],
          stone,
        )
      for (const column of [0, 1, 2])
        svg += pane(
          house,
          bow + 12 + column * half * 0.3,
          y,
          half * 0.2,
          hgt,
          index === 1 ? p.wood : p.white,
          index === 0 ? 'arch' : 'two',
        )
      svg += pane(house, x + w * 0.66, y, w * 0.2, hgt, p.white, index === 0 ? 'arch' : 'cross')
      if (index === 0 || luck.odds(0.6)) {
        const [bx, bw, by] = index === 0 ? [bow - 20, half + 30, y + hgt + 12] : [x + w * 0.62, w * 0.28, y + hgt + 12]
        svg += rect(bx - 6, by, bw + 12, 12, stone, 2) + rect(bx, by - 56, bw, 6, iron, 3)
        let curls = ''
        for (let cx = bx + 6; cx < bx + bw; cx += 22)
          curls += `M${n(cx)} ${n(by)}V${n(by - 54)}M${n(cx)} ${n(by - 30)}q11 -16 11 0t11 0`
        svg += line(curls, iron, 3)
      }
    } else {
      svg +=
        pane(house, bow + 10, y + 20, half * 0.72, hgt - 20, p.white, 'cross') +
        frontDoor(house, x + w * 0.66, w * 0.22, 250, luck.one([p.dark, p.c, p.a, p.leaf]))
    }
  }
  for (let y = street - 180; y < street; y += 40) svg += line(`M${n(x)} ${n(y)}H${n(x + w * 0.6)}`, darker(wall, 0.14), 3, 0.6)
  return svg
}

/** A Dutch house with a step, neck or bell gable. */
export const gableHouse = (house: House): string => {
  const { p, luck, x, w } = house
  const top = luck.between(330, 420)
  const wall = p.tone(luck.one(['#7a3f35', '#5b3d3f', '#a5573f', '#c9a07a', '#4d4f55', '#8d6a55', '#e0d0b8', '#93543f']))
  const stone = p.tone('#f1e9dc')
  const gable = luck.one(['step', 'neck', 'bell', 'cornice'] as const)
  const at = (share: number) => n(x + w * share)
  let svg = ''
  if (gable === 'step') {
    let d = `M${n(x)} ${top}`
    for (let step = 0; step < 4; step++) d += `V${n(top - 55 * (step + 1))}H${at(0.1 * (step + 1))}`
    d += `V${n(top - 265)}H${at(0.6)}V${n(top - 220)}`
    for (let step = 3; step >= 0; step--) d += `H${at(1 - 0.1 * step)}V${n(top - 55 * step)}`
    svg += shape(`${d}Z`, wall, { stroke: stone, line: 9 })
  } else if (gable === 'neck') {
    svg += shape(
      `M${n(x)} ${top}Q${at(0.2)} ${n(top - 50)} ${at(0.24)} ${n(top - 210)}H${at(0.76)}Q${at(0.8)} ${n(top - 50)} ${at(1)} ${top}Z`,
      stone,
    )
    svg +=
      rect(x + w * 0.27, top - 205, w * 0.46, 230, wall) +
      area(
        [
          [x + w * 0.2, top - 205],
          [x + w / 2, top - 270],
          [x + w * 0.8, top - 205],
        ],
        stone,
      )
  } else if (gable === 'bell') {
    svg += shape(
      `M${n(x)} ${top}Q${at(0.22)} ${n(top - 20)} ${at(0.22)} ${n(top - 120)}Q${at(0.24)} ${n(top - 260)} ${at(0.5)} ${n(top - 265)}Q${at(0.76)} ${n(top - 260)} ${at(0.78)} ${n(top - 120)}Q${at(0.78)} ${n(top - 20)} ${at(1)} ${top}Z`,
      wall,
      { stroke: stone, line: 10 },
    )
  } else svg += rect(x - 8, top - 60, w + 16, 34, stone, 3) + rect(x, top - 30, w, 40, wall)
  svg += rect(x, top, w, street - top, wall) + courses(x, top, w, street - top, wall, luck)
  if (gable !== 'cornice')
    svg +=
      pane(house, x + w / 2 - 32, top - 140, 64, 92, p.white, 'two') +
      line(`M${at(0.5)} ${n(top - 200)}h0M${at(0.5)} ${n(top - 222)}v24`, p.dark, 8)
  const columns = w > 330 ? 3 : 2
  const rows = 3
  const level = (street - top) / rows
  const ww = w / (columns * 1.6)
  const rim = luck.odds(0.8) ? p.white : p.tone('#2f4d44')
  const shutters = luck.odds(0.3)
  const shutter = luck.one([p.tone('#3f6b52'), p.tone('#8c2f34'), p.c])
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [wx, y] = [x + (w * (column + 0.5)) / columns - ww / 2, top + 26 + row * level]
      if (row === rows - 1 && column === 0)
        svg += frontDoor(house, wx, ww, level * 0.82, luck.one([p.tone('#2d4f43'), p.tone('#23374d'), p.a, p.dark]))
      else {
        if (shutters)
          svg +=
            rect(wx - ww * 0.3, y - 4, ww * 0.24, level * 0.7, shutter, 2) +
            rect(wx + ww * 1.06, y - 4, ww * 0.24, level * 0.7, shutter, 2)
        svg += pane(house, wx, y, ww, level * 0.66, rim, 'cross')
      }
    }
  return svg
}

/** A new block with student rooms. */
export const block = (house: House): string => {
  const { p, luck, x, w } = house
  const columns = Math.max(3, Math.round(w / 150))
  const rows = luck.whole(4, 5)
  const top = luck.between(150, 260)
  const wall = p.tone(luck.one(['#e9e4da', '#c9b8a4', '#b46a52', '#d8dcdc', '#6d757c', '#e8d7bf']))
  const accents = [p.a, p.b, p.c, p.feature]
  let svg = rect(x, top, w, street - top, wall) + rect(x - 6, top - 12, w + 12, 20, darker(wall, 0.25), 2)
  svg += luck.odds(0.6)
    ? [0.2, 0.32, 0.44, 0.7].map((at) => tree(x + w * at, top - 6, 90, p.leaf, p.dark, luck)).join('')
    : rect(x + w * 0.62, top - 70, w * 0.22, 62, darker(wall, 0.15))
  const [cw, rh] = [w / columns, (street - 150 - top) / rows]
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [cx, y] = [x + column * cw + cw * 0.14, top + 30 + row * rh]
      const shift = (row + column) % 2
      svg += pane(house, cx + shift * cw * 0.16, y, cw * 0.52, rh * 0.66, p.tone('#4b5258'), shift ? 'two' : 'plain')
      svg += rect(cx + (shift ? 0 : cw * 0.56), y - 6, cw * 0.13, rh * 0.7, luck.one(accents), 2)
      if (luck.odds(0.3))
        svg +=
          rect(cx - cw * 0.04, y + rh * 0.42, cw * 0.8, rh * 0.32, '#dff0f0', 2, 0.45) +
          rect(cx - cw * 0.06, y + rh * 0.72, cw * 0.84, 10, darker(wall, 0.3)) +
          (luck.odds(0.5) ? circle(cx + cw * 0.6, y + rh * 0.55, 16, p.leaf) : '')
    }
  svg += rect(x, street - 140, w, 140, darker(wall, 0.3))
  for (let bay = 0; bay < columns; bay++)
    svg +=
      rect(
        x + bay * cw + 12,
        street - 122,
        cw - 24,
        122,
        bay === 1 ? p.a : p.lamps ? '#ffdf9f' : mix(p.sky[1], p.dark, 0.35),
        2,
      ) + rect(x + (bay + 0.5) * cw - 3, street - 122, 6, 122, darker(wall, 0.4))
  return svg
}
