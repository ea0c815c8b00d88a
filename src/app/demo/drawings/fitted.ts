import { chair, desk } from './furniture'
import type { Room } from './interior'
import { plant } from './plants'
import { basket, books, deskLamp, floorLamp, guitar, laptop, mug, pendant, pouf, suitcase, vase } from './things'

export const someFloorThing = (r: Room, x: number, z: number) => {
  const { s, p, luck, floor } = r
  const tall = [
    () => plant(p, luck, luck.between(70, 130)),
    () => floorLamp(p, luck),
    () => plant(p, luck, luck.between(60, 100)),
    () => guitar(p),
  ]
  const drawn = luck.one([
    ...(z > 1.8 ? tall : [() => plant(p, luck, luck.between(40, 75))]),
    () => basket(p, luck),
    () => suitcase(p, luck.one([p.a, p.b, p.c])),
    () => pouf(p, luck.one([p.a, p.b, p.c])),
  ])()
  r.put(
    floor(x, z, 0),
    s.stand(floor(x, z, 0), `<ellipse cx="4" cy="0" rx="26" ry="6" fill="#2a2233" fill-opacity=".14"/>${drawn}`),
  )
}

export const deskThings = (r: Room, wall: Room['back'], a: number, wide: number) => {
  const { s, p, luck } = r
  const at = (x: number, out: number, drawn: string) => s.stand(wall(a + x, 0.76, out), drawn)
  const order = luck.odds(0.5)
  const x = (share: number) => (order ? share : 1 - share) * wide
  return (
    at(x(0.88), 0.16, luck.one([() => plant(p, luck, 30), () => vase(p, luck), () => books(p, luck, 20)])()) +
    at(x(0.12), 0.2, deskLamp(p, luck)) +
    at(x(0.5), 0.34, laptop(p)) +
    at(x(0.76), 0.44, mug(luck.one([p.a, p.b, p.white])))
  )
}

export const workplace = (r: Room, wall: Room['back'], a: number, wide: number) => {
  const { s, p, luck } = r
  r.put(wall(a + wide / 2, 0, 0.3), desk(s, wall, a, wide, p, luck) + deskThings(r, wall, a, wide))
  const seat = a + wide * luck.between(0.2, 0.45)
  r.put(wall(seat + 0.2, 0, 0.9), chair(s, wall, seat, luck.between(0.45, 0.7), p, luck))
}

export const hung = (r: Room, x: number, z: number, drop: number) =>
  r.put(r.floor(x, z, 0), r.s.stand([x, r.tall, z], pendant(r.p, r.luck, drop)))
