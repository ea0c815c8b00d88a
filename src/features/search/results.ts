import type { Db } from '../../platform/db'
import { type Counts, countsOf } from './facets'
import type { Page } from './parameters'
import { type Key, keysFrom } from './queries/keys'
import { facetGroups, scopeOf } from './queries/matching'
import type { Search } from './search'

export const perPage = 24
/** Adverts are counted up to here: beyond it a page says "more than", and the counts of the filters are of so many. Those that say a word
 *  are read one by one, and are counted less far. */
export const countedUpTo = ({ q }: Pick<Search, 'q'>): number => (q ? 500 : 5_000)

/** How many pages after this one have a link. Of words that many adverts say, each page costs its share of walking adverts that do not. */
const onwardOf = ({ q }: Pick<Search, 'q'>, few: boolean) => (q && !few ? 1 : 3)
const back = 2

/** A page that one can go to: `undefined` begins at the beginning. */
export type Link = { number: number; page: Page | undefined }
export type Found = {
  counts: Counts
  /** There are more than were counted. */
  atLeast: boolean
  keys: Key[]
  number: number
  previous: Link | undefined
  next: Link | undefined
  /** The pages near this one, this one among them; the first is always there. */
  near: Link[]
}

/**
 * One page of what a search finds. A page begins after the last advert of the page before, so that nothing is skipped or seen twice when
 * adverts come in between; its number is only for the reader. The links to the pages around it are made of a few keys before and after.
 */
export async function find(
  db: Db,
  now: Date,
  search: Search,
  page: Page | undefined,
  { size = perPage, inFeed = false }: { size?: number; inFeed?: boolean } = {},
): Promise<Found> {
  const cap = countedUpTo(search)
  const scope = await scopeOf(db, now, search, inFeed)
  const groups = await facetGroups(db, scope, search, cap + 1)
  const counted = groups.reduce((sum, { n }) => sum + n, 0)
  const atLeast = counted > cap
  const walk = { few: !atLeast, from: page?.after }
  const onward = onwardOf(search, walk.few)
  const ahead = await keysFrom(db, scope, search, { ...walk, limit: size * onward + 1 })
  const keys = ahead.slice(0, size)
  const [first] = keys
  const number = page?.number ?? 1
  // Where there is nothing after the cursor any more, the page before is the one that the cursor ended.
  const behind =
    page && number > 1
      ? await keysFrom(db, scope, search, { ...walk, from: first ?? page.after, direction: 'back', limit: size * back + 1 })
      : []

  const after = (key: Key | undefined, at: number): Link | undefined => key && { number: at, page: { number: at, after: key } }
  const links = [
    ...Array.from({ length: back }, (_, steps) => after(behind[size * (steps + 1)], number - steps - 1)).reverse(),
    { number, page },
    ...Array.from({ length: onward }, (_, steps) =>
      ahead.length > size * (steps + 1) ? after(ahead[size * (steps + 1) - 1], number + steps + 1) : undefined,
    ),
  ].filter((link) => link !== undefined && (link.number > 1 || link.page === page))
  const beginning: Link = { number: 1, page: undefined }
  const near = links.flatMap((link) => link ?? [])
  if (number > 1) near.unshift(beginning)
  const here = near.findIndex((link) => link.number === number)
  const counts = countsOf(search, groups)
  return {
    counts: { ...counts, total: Math.max(Math.min(counts.total, cap), keys.length) },
    atLeast,
    keys,
    number,
    previous: near[here - 1],
    next: near[here + 1],
    near,
  }
}
