import { attic, bedroom, corner, study } from './bedrooms'
import { art, bicycle, bookcase, gallery, mirror, shelf } from './decor'
import { deskThings, hung, someFloorThing, workplace } from './fitted'
import { bed, chair, chest, desk, roundTable, rug, shadow, sofa, wardrobe } from './furniture'
import { type Layout, room } from './interior'
import { kitchenRow } from './kitchen'
import { door, windowIn } from './openings'
import { plant } from './plants'
import { shell } from './shell'
import type { RoomLayout } from './spec'
import { deskLamp, floorLamp, mug, pouf, vase } from './things'

/** A bed up high with the desk under it. */
const loft: Layout = (store, spec, luck) => {
  const wide = luck.between(3.6, 4.2)
  const tall = luck.between(3.1, 3.4)
  const r = room(store, spec, luck, {
    wide,
    deep: 3.4,
    tall,
    at: [wide * luck.between(0.5, 0.66), luck.between(1.55, 1.8), luck.between(-1.7, -1.4)],
    yaw: -luck.between(0.05, 0.22),
    horizon: luck.between(590, 650),
  })
  const { s, p, back, left, right, floor, deep } = r
  let svg = shell(r, { back: luck.one([0, 2, 2, 6, 3]), left: 6, right: luck.one([6, 4]) })
  svg += windowIn(r, back, { a: 2.35, b: luck.between(0.5, 0.9), wide: luck.between(1, 1.2), tall: luck.between(1.5, 1.9) })
  svg += rug(s, floor, wide * 0.6, deep - 1.5, 0.95, 0.65, p, luck)
  const high = 1.75
  const wood = luck.one([p.wood, p.white, p.dark])
  const post = (a: number, out: number) => s.block(left, [a, 0, out, a + 0.09, high, out + 0.09], wood)
  const from = deep - 2.15
  let platform = shadow(s, left, from, deep, 1.15) + post(deep - 0.12, 1.05)
  platform +=
    desk(s, back, 0.08, 1.1, p, luck) +
    deskThings(r, back, 0.08, 1.1) +
    shelf(r, back, 0.15, 1.25, 0.9) +
    chair(s, back, 0.45, 0.55, p, luck)
  platform +=
    post(from, 0.02) +
    s.block(left, [from, high, 0, deep, high + 0.12, 1.18], wood, 3) +
    bed(s, left, from + 0.08, p, luck, 1.1, true, high + 0.02)
  platform += post(from, 1.06) + s.block(left, [from, high + 0.42, 1.14, deep, high + 0.48, 1.18], wood, 2)
  for (let a = from; a < deep; a += 0.3) platform += s.block(left, [a, high + 0.12, 1.15, a + 0.04, high + 0.44, 1.18], wood)
  const rung = (up: number) => [left(from + 0.2, up, 1.62 - up * 0.22), left(from + 0.6, up, 1.62 - up * 0.22)] as const
  platform +=
    s.lines(
      Array.from({ length: 6 }, (_, index) => rung(0.25 + index * 0.3)),
      wood,
      12,
    ) +
    s.lines(
      [
        [left(from + 0.2, 0, 1.62), left(from + 0.2, 2.2, 1.15)],
        [left(from + 0.6, 0, 1.62), left(from + 0.6, 2.2, 1.15)],
      ],
      wood,
      13,
    )
  r.put(left(deep - 1, 0, 0.6), platform)
  r.put(
    right(deep - 1, 0, 0.3),
    luck.odds(0.5) ? wardrobe(s, right, deep - 1.6, 1.3, 2.1, p, luck) : sofa(s, right, deep - 2, 1.5, p, luck),
  )
  if (luck.odds(0.6)) svg += art(r, right, deep - 1.5, 1.5, 0.6, 0.75)
  someFloorThing(r, wide - 0.8, deep - 0.45)
  hung(r, wide * 0.62, deep - 1.5, luck.between(50, 90))
  return svg + r.things()
}

/** A living room with a sofa. */
const living: Layout = (store, spec, luck) => {
  const wide = luck.between(4.2, 5)
  const r = room(store, spec, luck, {
    wide,
    deep: luck.between(3.2, 3.8),
    tall: 2.75,
    at: [wide * luck.between(0.4, 0.6), luck.between(1.4, 1.6), luck.between(-1.9, -1.4)],
    yaw: luck.between(-0.2, 0.2),
    horizon: luck.between(500, 560),
  })
  const { s, p, back, left, right, floor, deep } = r
  let svg = shell(r, { back: luck.one([0, 1, 2, 3, 5, 6]), left: luck.one([6, 4]), right: luck.one([6, 0]) })
  const sofaWide = luck.between(1.6, 2.1)
  const sofaAt = luck.between(0.4, 0.7)
  svg += gallery(r, back, sofaAt + sofaWide / 2 - 0.5, 1.25)
  svg += windowIn(r, back, {
    a: sofaAt + sofaWide + 0.5,
    b: luck.one([0.05, 0.8]),
    wide: luck.between(1, 1.25),
    tall: luck.between(1.4, 1.5),
  })
  svg += windowIn(r, left, { a: 1.2, b: 0.8, wide: 1.2, tall: 1.4 })
  svg += rug(s, floor, sofaAt + sofaWide * 0.6, deep - 1.5, 1.35, 0.75, p, luck)
  r.put(back(sofaAt + 1, 0, 0.4), sofa(s, back, sofaAt, sofaWide, p, luck))
  r.put(
    floor(sofaAt + sofaWide / 2, deep - 1.5, 0),
    roundTable(s, floor, sofaAt + sofaWide / 2 + 0.1, deep - 1.5, 0.4, 0.4, p, luck) +
      s.stand([sofaAt + sofaWide / 2, 0.4, deep - 1.5], vase(p, luck)) +
      s.stand([sofaAt + sofaWide / 2 + 0.3, 0.4, deep - 1.6], mug(p.a)),
  )
  r.put(back(0.2, 0, 0.3), s.stand(floor(0.25, deep - 0.3, 0), luck.odds(0.5) ? floorLamp(p, luck) : plant(p, luck, 130)))
  r.put(
    right(deep - 1, 0, 0.2),
    luck.odds(0.5)
      ? bookcase(r, right, deep - 1.7, 1.3, luck.between(1.1, 2))
      : chest(s, right, deep - 1.7, 1.4, 0.7, p, luck) + s.stand(right(deep - 1.2, 0.7, 0.2), plant(p, luck, 45)),
  )
  if (luck.odds(0.5)) svg += luck.odds(0.5) ? bicycle(r, right, deep - 1.75, 1.55) : ''
  r.put(floor(wide - 0.9, 0.9, 0), s.stand(floor(wide - 0.9, 0.95, 0), pouf(p, luck.one([p.a, p.b, p.c]))))
  someFloorThing(r, wide - 0.45, deep - 0.4)
  hung(r, wide * 0.5, deep - 1.6, luck.between(45, 70))
  return svg + r.things()
}

/** Bed and cooking corner in one room. */
const studio: Layout = (store, spec, luck) => {
  const wide = luck.between(4.4, 5)
  const r = room(store, spec, luck, {
    wide,
    deep: 3.5,
    at: [wide * luck.between(0.42, 0.58), luck.between(1.5, 1.7), luck.between(-1.9, -1.6)],
    yaw: luck.between(-0.12, 0.12),
    horizon: luck.between(490, 550),
  })
  const { s, p, back, left, right, floor, deep } = r
  let svg = shell(r, { back: luck.one([6, 3, 0, 2]), left: luck.one([6, 0]), right: 6 })
  const cook = luck.between(1.6, 1.9)
  svg += windowIn(r, back, { a: cook + 0.35, b: 0.85, wide: luck.between(0.9, 1.2), tall: 1.3 })
  svg += rug(s, floor, wide * 0.62, deep - 1.5, 1, 0.65, p, luck)
  r.put(back(cook / 2, 0, 0.1), kitchenRow(r, back, 0.02, cook, false))
  r.put(right(deep - 1, 0, 0.5), bed(s, right, deep - 2.15, p, luck, 1.3, true))
  svg += gallery(r, right, deep - 1.8, 1.35)
  if (luck.odds(0.5))
    r.put(
      floor(1.2, deep - 1.4, 0),
      roundTable(s, floor, 1.2, deep - 1.6, 0.42, 0.74, p, luck) + s.stand([1.2, 0.74, deep - 1.6], vase(p, luck)),
    )
  else workplace(r, left, 1.4, 1.2)
  r.put(
    back(wide - 1.6, 0, 0.3),
    s.stand(floor(wide - 1.55, deep - 0.3, 0), luck.odds(0.5) ? floorLamp(p, luck) : plant(p, luck, 110)),
  )
  hung(r, 1.2, deep - 1.6, luck.between(50, 75))
  return svg + r.things()
}

/** Tall windows to the floor, high ceiling, an old house. */
const bay: Layout = (store, spec, luck) => {
  const wide = luck.between(4, 4.6)
  const r = room(store, spec, luck, {
    wide,
    deep: 3.6,
    tall: 3.1,
    at: [wide * luck.between(0.4, 0.6), luck.between(1.5, 1.7), luck.between(-1.9, -1.5)],
    yaw: luck.between(-0.1, 0.1),
    horizon: luck.between(590, 640),
  })
  const { s, p, back, left, right, floor, deep } = r
  let svg = shell(r, {
    back: luck.one([6, 3, 0]),
    left: luck.one([6, 0]),
    right: luck.one([6, 3]),
    floor: luck.one(['herringbone', 'boards'] as const),
  })
  for (const a of [0.55, wide - 1.55]) svg += windowIn(r, back, { a, b: 0.35, wide: 1, tall: 2.1 })
  svg += luck.odds(0.5) ? mirror(r, back, wide / 2, 1.85, 0.32) : art(r, back, wide / 2 - 0.3, 1.5, 0.6, 0.8)
  r.put(
    back(wide / 2, 0, 0.2),
    chest(s, back, wide / 2 - 0.45, 0.9, 0.85, p, luck) +
      s.stand(back(wide / 2 - 0.2, 0.85, 0.2), plant(p, luck, 40)) +
      s.stand(back(wide / 2 + 0.25, 0.85, 0.2), deskLamp(p, luck)),
  )
  svg += rug(s, floor, wide * 0.5, deep - 1.7, 1.2, 0.8, p, luck)
  r.put(left(deep - 1.5, 0, 0.4), bed(s, left, deep - 2.7, p, luck, 1.25, true))
  svg += gallery(r, left, deep - 2.2, 1.5)
  if (luck.odds(0.6)) workplace(r, right, deep - 2.3, 1.4)
  else r.put(right(deep - 1.5, 0, 0.3), wardrobe(s, right, deep - 2.1, 1.4, 2.2, p, luck))
  if (luck.odds(0.3)) svg += door(r, right, deep - 0.95)
  someFloorThing(r, wide - 0.7, deep - 2.6)
  hung(r, wide * 0.5, deep - 1.7, luck.between(60, 95))
  return svg + r.things()
}

const layouts: Record<RoomLayout, Layout> = { bed: bedroom, corner, attic, desk: study, loft, living, studio, bay }

export const drawRoom: Layout = (store, spec, luck) => layouts[spec.layout](store, spec, luck)
