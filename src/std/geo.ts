/** A point on earth in WGS 84 degrees. */
export type Point = { readonly lat: number; readonly lon: number }

export type Box = { readonly south: number; readonly west: number; readonly north: number; readonly east: number }

const earthRadius = 6_371_008.8 // metres, the mean radius of IUGG
const metresPerDegree = (earthRadius * Math.PI) / 180

const radians = (degrees: number) => (degrees * Math.PI) / 180
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Two points in; the great-circle distance between them in metres out (haversine, sphere: up to 0.5% off). */
export function metresBetween(a: Point, b: Point): number {
  const lat = Math.sin(radians(b.lat - a.lat) / 2) ** 2
  const lon = Math.sin(radians(b.lon - a.lon) / 2) ** 2
  const half = lat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * lon
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** A point and a distance in metres; the smallest upright box that holds every point within that distance (not for the poles or the date line). */
export function boxAround({ lat, lon }: Point, metres: number): Box {
  const angle = metres / earthRadius
  const up = (angle * 180) / Math.PI
  // A circle on a sphere is widest a little poleward of its centre, so the width is not simply metres / cos(lat).
  const aside = (Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(lat)))) * 180) / Math.PI
  return { south: lat - up, west: lon - aside, north: lat + up, east: lon + aside }
}

/** Whether a point lies in or on a box. */
export const isIn = (box: Box, { lat, lon }: Point) => lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east

/** Belgium, the Netherlands and Luxembourg, with a little of their neighbours and of the sea. */
export const benelux: Box = { south: 49.44, west: 2.5, north: 53.6, east: 7.24 }

const cellHeight = 0.002_25 // degrees of latitude: 250 m
const rowsPerBand = 40 // 10 km: within a band the width of a cell changes by less than 0.3%

/** How far a point can lie from the centre of its cell, in metres: half the diagonal, rounded up. */
export const cellReach = 178

/** The cell that a point in Belgium or the Netherlands lies in, of about 250 by 250 m. The grid is one for the whole map and knows nothing of the
 *  advert: asking again, or for a neighbour of the same cell, tells nothing more (a random shift could be averaged away). */
export function cellAround({ lat, lon }: Point): Box {
  const row = Math.floor(lat / cellHeight)
  const middleOfBand = (Math.floor(row / rowsPerBand) + 0.5) * rowsPerBand * cellHeight
  const width = Math.round((cellHeight / Math.cos(radians(middleOfBand))) * 1e5) / 1e5
  const column = Math.floor(lon / width)
  return { south: row * cellHeight, west: column * width, north: (row + 1) * cellHeight, east: (column + 1) * width }
}

/** A point in Belgium or the Netherlands; the centre of its cell out. */
export function cellOf(point: Point): Point {
  const { south, west, north, east } = cellAround(point)
  return { lat: rounded((south + north) / 2), lon: rounded((west + east) / 2) }
}

/** A direction in degrees from north and a distance in metres from a point; the point there out (flat: for some kilometres only). */
export function moved({ lat, lon }: Point, bearing: number, metres: number): Point {
  return {
    lat: lat + (metres * Math.cos(radians(bearing))) / metresPerDegree,
    lon: lon + (metres * Math.sin(radians(bearing))) / (metresPerDegree * Math.cos(radians(lat))),
  }
}
