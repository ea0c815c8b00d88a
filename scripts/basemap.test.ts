import { mkdtempSync, readFileSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unpackLine } from '../src/std/lines'
import { ensureBasemap } from './basemap'

/** Whether a point lies within a ring: an odd number of its edges lie to the east. */
const isWithin = ([lon, lat]: readonly [number, number], ring: readonly (readonly [number, number])[]) =>
  ring.filter(([x, y], at) => {
    const [toX, toY] = ring[(at + 1) % ring.length] ?? [0, 0]
    return y > lat !== toY > lat && lon < x + ((toX - x) * (lat - y)) / (toY - y)
  }).length %
    2 ===
  1

test('the map behind the pins has its towns on land, the sea and the IJsselmeer under water, and is drawn once', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'basemap-')), 'basemap.data.json')
  expect(ensureBasemap(file)).toBe(true)
  expect(ensureBasemap(file)).toBe(false)
  const drawn: Record<'land' | 'lakes', string[][]> & Record<'rivers' | 'borders', string[]> = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const lies = (on: string[][], lon: number, lat: number) =>
    on.some((rings) => rings.filter((ring) => isWithin([lon, lat], unpackLine(ring))).length % 2 === 1)
  for (const [lon, lat] of [
    [3.72, 51.05],
    [4.7, 50.88],
    [4.9, 52.37],
    [5.57, 50.63],
    [6.57, 53.22],
  ] as const)
    expect(lies(drawn.land, lon, lat), `${lon} ${lat}`).toBe(true)
  expect(lies(drawn.land, 3, 52.5)).toBe(false)
  expect(lies(drawn.lakes, 5.35, 52.75)).toBe(true)
  expect(drawn.borders.length).toBeGreaterThan(3)
  expect(drawn.rivers.length).toBeGreaterThan(1)
  expect(readFileSync(file).length).toBeLessThan(30_000)
  utimesSync(file, 0, 0)
  expect(ensureBasemap(file)).toBe(true)
})
