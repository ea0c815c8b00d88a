// A file of streets as small as it can be: one tile with land and a road, in PMTiles 3 and Mapbox Vector Tile 2.1.

const varint = (n: number): number[] => (n < 128 ? [n] : [(n % 128) | 128, ...varint(Math.floor(n / 128))])
const field = (id: number, wire: 0 | 2) => varint(id * 8 + wire)
const bytes = (id: number, of: readonly number[]) => [...field(id, 2), ...varint(of.length), ...of]
const whole = (id: number, n: number) => [...field(id, 0), ...varint(n)]
const text = (id: number, said: string) => bytes(id, [...Buffer.from(said)])
const zigzag = (n: number) => (n < 0 ? -2 * n - 1 : 2 * n)

const extent = 4096
/** The points of a line or a ring as the commands of a vector tile: move there, then on in steps. */
function commands(points: readonly (readonly [number, number])[], isClosed: boolean): number[] {
  const steps = points.map(([x, y], at) => [x - (points[at - 1]?.[0] ?? 0), y - (points[at - 1]?.[1] ?? 0)])
  const written = steps.map((step) => step.flatMap((n) => varint(zigzag(n))))
  return [
    ...varint(1 | (1 << 3)),
    ...(written[0] ?? []),
    ...varint(2 | ((points.length - 1) << 3)),
    ...written.slice(1).flat(),
    ...(isClosed ? varint(7 | (1 << 3)) : []),
  ]
}
const layer = (name: string, kind: string, type: 2 | 3, points: readonly (readonly [number, number])[]) =>
  bytes(3, [
    ...whole(15, 2),
    ...text(1, name),
    ...bytes(2, [...bytes(2, [0, 0]), ...whole(3, type), ...bytes(4, commands(points, type === 3))]),
    ...text(3, 'kind'),
    ...bytes(4, text(1, kind)),
    ...whole(5, extent),
  ])
const all = [
  [0, 0],
  [extent, 0],
  [extent, extent],
  [0, extent],
] as const

/** The bytes of the file: the same tile wherever one looks. */
export function tinyStreets(): Buffer {
  const tile = Buffer.from([
    ...layer('earth', 'earth', 3, all),
    ...layer('roads', 'major_road', 2, [
      [0, 0],
      [extent, extent],
    ]),
  ])
  // One entry: from tile 0 on, all tiles down to zoom 15 are this one.
  const directory = Buffer.from([1, 0, ...varint((4 ** 16 - 1) / 3), ...varint(tile.length), 1])
  const metadata = Buffer.from('{}')
  const header = Buffer.alloc(127)
  header.write('PMTiles', 'latin1')
  header[7] = 3
  const parts = [
    [127, directory.length],
    [127 + directory.length, metadata.length],
    [127 + directory.length + metadata.length, 0],
    [127 + directory.length + metadata.length, tile.length],
  ]
  for (const [at, [offset = 0, length = 0]] of parts.entries()) {
    header.writeBigUInt64LE(BigInt(offset), 8 + at * 16)
    header.writeBigUInt64LE(BigInt(length), 16 + at * 16)
  }
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(1n, at)
  // Clustered, nothing compressed, vector tiles, zoom 0 to 15.
  for (const [at, value] of [1, 1, 1, 1, 0, 15].entries()) header[96 + at] = value
  for (const [at, degrees] of [-180, -85, 180, 85].entries()) header.writeInt32LE(degrees * 1e7, 102 + at * 4)
  return Buffer.concat([header, directory, metadata, tile])
}
