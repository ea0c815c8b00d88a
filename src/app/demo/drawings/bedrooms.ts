import { art, bicycle, bookcase, clock, gallery, garland, shelf } from './decor'
import { hung, someFloorThing, workplace } from './fitted'
import { bed, chest, rug, wardrobe } from './furniture'
import { type Layout, room } from './interior'
import { roofWindow, windowIn } from './openings'
import { plant } from './plants'
import { beams, shell } from './shell'
import { books, deskLamp, floorLamp } from './things'

/** The bed with its head to the back wall, a window beside or above it. */
export const bedroom: Layout = (store, spec, luck) => {
  const wide = luck.between(3.5, 4.3)
  const r = room(store, spec, luck, {
    wide,
    deep: luck.between(3.1, 3.6),
    at: [wide * luck.between(0.4, 0.6), luck.between(1.4, 1.65), luck.between(-1.5, -1.1)],
    yaw: luck.between(-0.14, 0.14),
    horizon: luck.between(500, 570),
  })
  const { s, p, back, left, right, floor, deep } = r
  let svg = shell(r, { back: luck.one([0, 1, 2, 3, 5, 6, 6]), left: luck.one([6, 6, 1]), right: luck.one([6, 6, 4]) })
  const size = luck.one([0.95, 1.2, 1.45])
  const bedAt = luck.one([0.12, 0.5])
  svg += windowIn(r, back, {
    a: bedAt + size + 0.45,
    b: luck.between(0.75, 0.95),
    wide: luck.between(0.95, 1.3),
    tall: luck.between(1.05, 1.3),
  })
  svg += luck.odds(0.75) ? gallery(r, back, bedAt + 0.1, 1.45) : shelf(r, back, bedAt + 0.05, 1.65, 1)
  if (luck.odds(0.5)) svg += garland(r, back, 0.05, wide - 0.1, 2.3)
  svg += luck.odds(0.5) ? windowIn(r, left, { a: 1.3, b: 0.85, wide: 1.1, tall: 1.2 }, false) : shelf(r, left, 1.4, 1.5, 1)
  svg += rug(s, floor, wide * 0.6, deep - 1.6, luck.between(0.9, 1.2), luck.between(0.6, 0.8), p, luck)
  r.put(back(bedAt, 0, 1), bed(s, back, bedAt, p, luck, size, false))
  if (bedAt > 0.4)
    r.put(back(0.25, 0, 0.2), chest(s, back, 0.05, 0.38, 0.5, p, luck) + s.stand(back(0.24, 0.5, 0.2), deskLamp(p, luck)))
  if (luck.odds(0.55)) workplace(r, right, luck.between(1.1, 1.4), 1.2)
  else {
    r.put(right(deep - 0.8, 0, 0.3), wardrobe(s, right, deep - 1.45, 1.3, luck.between(1.9, 2.1), p, luck))
    someFloorThing(r, wide - 0.5, 1.2)
  }
  svg += luck.odds(0.5) ? art(r, right, 1.2, 1.45, 0.5, 0.6) : ''
  if (luck.odds(0.6)) someFloorThing(r, 0.45, 0.9)
  if (luck.odds(0.6)) hung(r, wide * luck.between(0.45, 0.7), deep - 1.5, luck.between(35, 60))
  return svg + r.things()
}

/** Seen into a corner: two walls, the desk at one and the bed along the other. */
export const corner: Layout = (store, spec, luck) => {
  const wide = luck.between(3.6, 4.2)
  const r = room(store, spec, luck, {
    wide,
    deep: luck.between(3.4, 3.9),
    at: [wide - luck.between(0.5, 0.9), luck.between(1.5, 1.75), luck.between(-1.3, -0.9)],
    yaw: -luck.between(0.38, 0.55),
    focal: luck.between(950, 1080),
    horizon: luck.between(470, 540),
  })
  const { s, p, back, left, floor, deep } = r
  let svg = shell(r, { back: luck.one([0, 2, 3, 4, 6, 6]), left: luck.one([6, 6, 1, 5]), right: 6 })
  svg += windowIn(r, left, {
    a: luck.between(1.7, 2),
    b: luck.between(0.75, 0.95),
    wide: luck.between(1.1, 1.5),
    tall: luck.between(1.1, 1.3),
  })
  svg += rug(s, floor, wide * 0.5, deep - 1.5, luck.between(0.8, 1.1), luck.between(0.6, 0.9), p, luck)
  const bedLeft = luck.odds(0.5)
  if (bedLeft) {
    r.put(left(deep - 1, 0, 0.3), bed(s, left, deep - 2.15, p, luck, luck.one([0.95, 1.2]), true))
    workplace(r, back, luck.between(1.5, 1.75), 1.3)
    svg += shelf(r, back, 1.6, 1.5, 1.1) + (luck.odds(0.6) ? shelf(r, back, 1.6, 1.9, 1) : '')
    r.put(
      back(3.4, 0, 0.2),
      luck.odds(0.5) ? bookcase(r, back, 3.05, 0.75, luck.between(1.5, 2)) : wardrobe(s, back, 3, 0.95, 2, p, luck),
    )
  } else {
    workplace(r, left, luck.between(1.6, 1.9), 1.4)
    r.put(back(1.4, 0, 0.5), bed(s, back, luck.between(0.75, 1), p, luck, luck.one([0.95, 1.2]), true))
    svg += gallery(r, back, 1.1, 1.35) + (luck.odds(0.5) ? bicycle(r, back, 2.35, 1.55) : clock(r, back, 2.5, 1.9))
    r.put(left(deep - 0.3, 0, 0.2), s.stand(floor(0.4, deep - 0.4, 0), luck.odds(0.5) ? plant(p, luck, 120) : floorLamp(p, luck)))
    r.put(
      back(3.3, 0, 0.2),
      luck.odds(0.5)
        ? chest(s, back, 3.05, 0.8, 0.85, p, luck) + s.stand(back(3.4, 0.85, 0.2), plant(p, luck, 40))
        : bookcase(r, back, 3.1, 0.7, luck.between(1.2, 2)),
    )
  }
  if (luck.odds(0.4)) svg += garland(r, back, 0.1, wide, 2.35)
  someFloorThing(r, 0.5, 1.1)
  if (luck.odds(0.6)) hung(r, wide * 0.5, deep - 1.4, luck.between(30, 55))
  return svg + r.things()
}

/** Under the roof. */
export const attic: Layout = (store, spec, luck) => {
  const wide = luck.between(3.7, 4.3)
  const r = room(store, spec, luck, {
    wide,
    deep: luck.between(3.3, 3.8),
    tall: 2.55,
    knee: luck.between(0.9, 1.15),
    slope: luck.between(1.3, 1.7),
    at: [wide * luck.between(0.32, 0.48), luck.between(1.4, 1.6), luck.between(-1.6, -1.2)],
    yaw: luck.between(0.02, 0.2),
    horizon: luck.between(520, 580),
  })
  const { s, p, back, left, right, floor, deep } = r
  let svg = shell(r, { back: luck.one([0, 2, 3, 6]), left: luck.one([6, 1, 4]), right: 6, floor: 'boards' })
  if (luck.odds(0.7)) svg += beams(r, 3)
  svg += roofWindow(r, deep - luck.between(1.7, 2), luck.between(0.75, 1), luck.between(0.14, 0.22), luck.between(0.72, 0.85))
  if (luck.odds(0.5)) svg += roofWindow(r, deep - 3.2, 0.8, 0.2, 0.8)
  const opening = luck.odds(0.55)
  svg += opening ? windowIn(r, back, { a: 0.7, b: 0.95, wide: 0.95, tall: 1.1 }) : gallery(r, back, 0.7, 1.3)
  svg += rug(s, floor, wide * 0.45, deep - 1.6, luck.between(0.8, 1.1), luck.between(0.6, 0.85), p, luck)
  r.put(right(deep - 1.2, 0, 0.4), bed(s, right, deep - 2.3, p, luck, luck.one([1.1, 1.3]), true))
  if (luck.odds(0.5)) workplace(r, back, 0.55, 1.4)
  else {
    workplace(r, left, 1.5, 1.2)
    r.put(
      back(1, 0, 0.2),
      chest(s, back, 0.7, 0.9, 0.75, p, luck) +
        s.stand(back(0.95, 0.75, 0.2), plant(p, luck, 45)) +
        s.stand(back(1.35, 0.75, 0.2), books(p, luck, 22)),
    )
  }
  if (luck.odds(0.5)) svg += shelf(r, left, 1.5, 1.55, 1.1)
  r.put(back(2.1, 0, 0.3), s.stand(floor(2.25, deep - 0.3, 0), luck.odds(0.5) ? plant(p, luck, 90) : floorLamp(p, luck)))
  someFloorThing(r, 0.5, 0.9)
  if (luck.odds(0.4)) hung(r, wide * 0.35, deep - 1.4, luck.between(30, 50))
  return svg + r.things()
}

/** Close to the desk before a large window. */
export const study: Layout = (store, spec, luck) => {
  const wide = luck.between(3.3, 3.9)
  const r = room(store, spec, luck, {
    wide,
    deep: 3.2,
    at: [wide * luck.between(0.38, 0.62), luck.between(1.3, 1.5), luck.between(-0.35, 0.05)],
    yaw: luck.between(-0.2, 0.2),
    horizon: luck.between(520, 600),
  })
  const { s, p, back, left, right, floor, deep } = r
  let svg = shell(r, { back: luck.one([0, 1, 3, 6, 6, 2]), left: luck.one([6, 4, 0]), right: 6 })
  const windowWide = luck.between(1.2, 2)
  svg += windowIn(r, back, { a: wide / 2 - windowWide / 2, b: 0.98, wide: windowWide, tall: luck.between(1, 1.25) })
  svg += rug(s, floor, wide / 2, deep - 1.2, 1.1, 0.6, p, luck)
  workplace(r, back, wide / 2 - 0.85, 1.7)
  r.put(
    back(wide - 0.3, 0, 0.2),
    luck.odds(0.5)
      ? bookcase(r, back, wide - 0.72, 0.66, luck.between(1.5, 2.1))
      : s.stand(floor(wide - 0.4, deep - 0.3, 0), plant(p, luck, 135)),
  )
  r.put(
    back(0.3, 0, 0.2),
    luck.odds(0.5)
      ? s.stand(floor(0.4, deep - 0.35, 0), floorLamp(p, luck))
      : chest(s, back, 0.04, 0.6, 0.8, p, luck) + s.stand(back(0.34, 0.8, 0.2), plant(p, luck, 55)),
  )
  if (luck.odds(0.6)) r.put(left(deep - 1.6, 0, 0.4), bed(s, left, deep - 2.7, p, luck, 0.9, true))
  svg += luck.odds(0.5) ? shelf(r, right, 1.4, 1.4, 1.2) + shelf(r, right, 1.4, 1.8, 1.1) : gallery(r, right, 1.5, 1.3)
  if (luck.odds(0.5)) svg += garland(r, back, 0.05, wide - 0.05, 2.45)
  return svg + r.things()
}
