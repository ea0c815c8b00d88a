import { type Box, benelux, type Point } from './geo'

/** Squares over the map, the same for everybody, so that what is counted in one does not change as one moves. */
export type Grid = { readonly wide: number; readonly high: number }

const square = 80 // pixels of the map: the smallest thing that a finger hits, and its neighbour
const tile = 256
const middle = (benelux.south + benelux.north) / 2

/** A zoom of the web's maps in; the squares to count in out, in degrees. From zoom 15 they are smaller than a cell of an advert, so that each cell
 *  has one of its own. */
export function gridAt(zoom: number): Grid {
  const wide = (square * 360) / (tile * 2 ** zoom)
  return { wide, high: wide * Math.cos((middle * Math.PI) / 180) }
}

/** The square that a point lies in, by its row and its column. */
export const squareOf = ({ wide, high }: Grid, { lat, lon }: Point) => ({
  row: Math.floor(lat / high),
  column: Math.floor(lon / wide),
})

/** All of the squares that a box touches. */
export function wholeSquares({ wide, high }: Grid, { south, west, north, east }: Box): Box {
  const down = (edge: number, step: number) => Math.floor(edge / step) * step
  const up = (edge: number, step: number) => Math.ceil(edge / step) * step
  return { south: down(south, high), west: down(west, wide), north: up(north, high), east: up(east, wide) }
}

/** How many squares a box touches, about. */
export const squaresIn = ({ wide, high }: Grid, { south, west, north, east }: Box) =>
  Math.ceil((east - west) / wide + 1) * Math.ceil((north - south) / high + 1)
