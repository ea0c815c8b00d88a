import { darker, lighter } from './colour'
import { area, type Dot, group, line, n, outline } from './svg'

/** Metres: x to the right, y up, z away from the eye. */
export type Point = readonly [x: number, y: number, z: number]

/** A place against a wall: metres along it, up, and out into the room. */
export type Wall = (along: number, up: number, out: number) => Point

type Eye = { at: Point; yaw: number; focal: number; horizon: number }

/** An axis-parallel block against a wall: from and to, each along, up and out. */
export type Block = readonly [a0: number, b0: number, o0: number, a1: number, b1: number, o1: number]

export type Space = ReturnType<typeof space>

const near = 0.25

/** A room seen through one eye: turns metres into dots on the paper. */
export const space = (eye: Eye) => {
  const [cos, sin] = [Math.cos(eye.yaw), Math.sin(eye.yaw)]
  const seen = ([x, y, z]: Point): Point => {
    const [dx, dz] = [x - eye.at[0], z - eye.at[2]]
    return [dx * cos - dz * sin, y - eye.at[1], dx * sin + dz * cos]
  }
  const flat = ([x, y, z]: Point): Dot => [800 + (eye.focal * x) / z, eye.horizon - (eye.focal * y) / z]
  // What lies behind the eye has no place on the paper: the outline is cut just before it.
  const dots = (points: readonly Point[]): Dot[] => {
    const around = points.map(seen)
    return around.flatMap((point, index) => {
      const before = around[(index + around.length - 1) % around.length] ?? point
      const cut = (): Dot => {
        const share = (near - before[2]) / (point[2] - before[2])
        return flat([before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share, near])
      }
      const [was, is] = [before[2] >= near, point[2] >= near]
      if (is) return was ? [flat(point)] : [cut(), flat(point)]
      return was ? [cut()] : []
    })
  }
  const depth = (point: Point) => seen(point)[2]
  const faces = (wall: Wall, out: number) => {
    const [foot, tip] = [wall(0, 0, out), wall(0, 0, out + 1)]
    return [0, 1, 2].reduce((sum, axis) => sum + (at(eye.at, axis) - at(foot, axis)) * (at(tip, axis) - at(foot, axis)), 0) > 0
  }
  // `soft` rounds the corners: by so many dots where a metre is 250 of them, as near the back of a room.
  const face = (points: readonly Point[], fill: string, soft = 0, opacity?: number) => {
    const [first] = points
    const line = soft && first ? (soft * eye.focal) / Math.max(1.5, depth(first)) / 250 : 0
    return area(dots(points), fill, { ...(line ? { stroke: fill, line } : {}), ...(opacity === undefined ? {} : { opacity }) })
  }
  const front = (wall: Wall, a0: number, b0: number, a1: number, b1: number, out: number): Point[] => [
    wall(a0, b0, out),
    wall(a1, b0, out),
    wall(a1, b1, out),
    wall(a0, b1, out),
  ]
  return {
    eye,
    dots,
    depth,
    faces,
    face,
    front,
    path: (points: readonly Point[]) => outline(dots(points)),
    /** A flat patch parallel to a wall, nothing when it is seen from behind. */
    panel: (wall: Wall, a0: number, b0: number, a1: number, b1: number, out: number, fill: string, soft = 0) =>
      faces(wall, out) ? face(front(wall, a0, b0, a1, b1, out), fill, soft) : '',
    block: (wall: Wall, [a0, b0, o0, a1, b1, o1]: Block, fill: string, soft = 0) => {
      const [one, two] = [wall(a0, b0, o0), wall(a1, b1, o1)]
      const low: Point = [Math.min(one[0], two[0]), Math.min(one[1], two[1]), Math.min(one[2], two[2])]
      const high: Point = [Math.max(one[0], two[0]), Math.max(one[1], two[1]), Math.max(one[2], two[2])]
      const [x0, y0, z0] = low
      const [x1, y1, z1] = high
      const side = (x: number): Point[] => [
        [x, y0, z0],
        [x, y1, z0],
        [x, y1, z1],
        [x, y0, z1],
      ]
      const level = (y: number): Point[] => [
        [x0, y, z0],
        [x1, y, z0],
        [x1, y, z1],
        [x0, y, z1],
      ]
      const across: Point[] = [
        [x0, y0, z0],
        [x1, y0, z0],
        [x1, y1, z0],
        [x0, y1, z0],
      ]
      return (
        (eye.at[0] < x0
          ? face(side(x0), darker(fill, 0.13), soft)
          : eye.at[0] > x1
            ? face(side(x1), darker(fill, 0.08), soft)
            : '') +
        (eye.at[2] < z0 ? face(across, fill, soft) : '') +
        (eye.at[1] > y1
          ? face(level(y1), lighter(fill, 0.16), soft)
          : eye.at[1] < y0
            ? face(level(y0), darker(fill, 0.22), soft)
            : '')
      )
    },
    /** Straight lines from point to point, drawn as one. Ends behind the eye are left out. */
    lines: (pairs: readonly (readonly [Point, Point])[], colour: string, thickness: number, opacity = 1) =>
      line(
        pairs
          .filter(([from, to]) => depth(from) > near && depth(to) > near)
          .map(([from, to]) => {
            const [[x0, y0], [x1, y1]] = [flat(seen(from)), flat(seen(to))]
            return `M${n(x0)} ${n(y0)}L${n(x1)} ${n(y1)}`
          })
          .join(''),
        colour,
        thickness,
        opacity,
      ),
    /** Where a point lies on the paper, and how many dots one metre is there. */
    spot: (point: Point) => {
      const turned = seen(point)
      const [x, y] = flat(turned)
      return { x, y, metre: eye.focal / turned[2] }
    },
    /** A thing drawn flat in metres (y down) that stands with its foot on a point and always faces the eye. */
    stand: (point: Point, content: string) => {
      const turned = seen(point)
      if (turned[2] < near) return ''
      const [x, y] = flat(turned)
      return group(content, `transform="translate(${n(x)} ${n(y)}) scale(${(eye.focal / turned[2] / 100).toFixed(3)})"`)
    },
  }
}

const at = (point: Point, axis: number) => point[axis] ?? 0

/** A ring of points on a wall, for what is round. */
export const ring = (wall: Wall, a: number, b: number, ra: number, rb: number, out: number, steps = 28): Point[] =>
  Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * 2 * Math.PI
    return wall(a + ra * Math.cos(angle), b + rb * Math.sin(angle), out)
  })
