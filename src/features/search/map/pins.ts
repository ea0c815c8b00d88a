import type { Db } from '../../../platform/db'
import { type Box, isIn } from '../../../std/geo'
import { type Grid, gridAt, squaresIn, wholeSquares } from '../../../std/grid'
import type { Language } from '../../../std/words'
import { money } from '../../../ui'
import { firstPhotos, type ListingSummary, photoOf, priceOf, summariesOf } from '../../listings'
import { roundedBox } from '../parameters'
import { countUpTo, scopeOf } from '../queries/matching'
import { countedUpTo } from '../results'
import { nounOf, roomsPath } from '../said'
import { changed, type Search } from '../search'
import { words as searchWords } from '../words'
import type { MapAnswer, Pin, PinAdvert } from './answer'
import { landmarksIn } from './landmarks'
import { cheapestAt, type Square, squaresWithin } from './queries'
import { words } from './words'

/** A map wider than any screen is counted in larger squares. */
const mostSquares = 2000
/** So many of one cell stand by name at its pin; all of them are in the list. */
const namedOfCell = 6

/** The grid for a view at a zoom. */
export function gridFor(view: Box, zoom: number): Grid {
  for (let at = zoom; at > 0; at--) if (squaresIn(gridAt(at), view) <= mostSquares) return gridAt(at)
  return gridAt(0)
}

/** Around one cell there is room enough to hold its middle, and too little for that of its neighbour. */
const aroundCell = 0.001
const boxOf = ({ south, west, north, east }: Square, margin: number): Box =>
  roundedBox({ south: south - margin, west: west - margin, north: north + margin, east: east + margin })
const isOneCell = ({ south, west, north, east }: Square) => south === north && west === east
const cellKey = (lat: number, lon: number) => `${lat} ${lon}`

/** The search of another part of the map: the place that it was of is no part of it any more, campuses only where they are in view. */
function movedTo(search: Search, box: Box): Search {
  const inView = search.campus?.filter(({ point }) => isIn(box, point))
  return changed(search, { area: undefined, box, campus: inView && inView.length > 0 ? inView : undefined })
}

/** What a map shows of a search: its pins, what has a name, and the search of what is in view. */
export async function mapOf(db: Db, now: Date, search: Search, view: Box, zoom: number, language: Language): Promise<MapAnswer> {
  const grid = gridFor(view, zoom)
  const here = movedTo(search, roundedBox(view))
  const cap = countedUpTo(search)
  const scope = await scopeOf(db, now, search, false)
  const [squares, inView] = await Promise.all([
    squaresWithin(db, scope, search, wholeSquares(grid, view), grid),
    countUpTo(db, scope, here, cap + 1),
  ])
  const cells = squares.filter(isOneCell).map(({ south, west }) => ({ lat: south, lon: west }))
  const ids = await cheapestAt(db, scope, search, cells, namedOfCell)
  const [summaries, photos] = await Promise.all([summariesOf(db, now, ids), firstPhotos(db, ids)])
  const byCell = Map.groupBy(summaries, ({ cell_lat, cell_lon }) => cellKey(cell_lat, cell_lon))
  const text = words(language)
  const said = (n: number, atLeast = false) => searchWords(language).found(n, atLeast, nounOf(search))
  const advertOf = (summary: ListingSummary): PinAdvert => {
    const photo = photos.get(summary.id)
    return {
      id: summary.public_id,
      href: `/${language}/rooms/${summary.public_id}`,
      title: summary.title,
      ...(summary.language === language ? {} : { lang: summary.language }),
      price: money(summary.total, language),
      note: priceOf(summary, language).priceNote,
      about: [searchWords(language).kinds[summary.kind], summary.size && `${summary.size} m²`].filter(Boolean).join(' · '),
      ...(photo
        ? { photo: photoOf(photo, '').files.find(({ type, width }) => type === 'image/webp' && width === 400)?.url }
        : {}),
    }
  }
  const pins = squares.map((square): Pin => {
    const { row, column, n, lat, lon, south, west, north, east, cheapest } = square
    const adverts = isOneCell(square) ? byCell.get(cellKey(south, west))?.map(advertOf) : undefined
    const from = money(cheapest, language)
    const [only] = adverts ?? []
    return {
      square: `${row}.${column}`,
      at: [Math.round(lat * 1e6) / 1e6, Math.round(lon * 1e6) / 1e6],
      n,
      text: adverts ? from : searchWords(language).number(n),
      name: n === 1 && only ? text.one(only.title, from) : text.cluster(said(n), from),
      ...(adverts ? { adverts } : {}),
      href: roomsPath(language, changed(search, { box: boxOf(square, aroundCell) })),
      box: [south, west, north, east],
    }
  })
  return {
    pins,
    landmarks: landmarksIn(view, zoom, language),
    said: text.inView(said(pins.filter(({ at: [lat, lon] }) => isIn(view, { lat, lon })).reduce((sum, { n }) => sum + n, 0))),
    here: { href: roomsPath(language, here), text: text.here(said(Math.min(inView, cap), inView > cap)) },
  }
}
