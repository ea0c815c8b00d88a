import type { Context } from 'hono'
import { dayOf } from '../../platform/clock'
import type { Connection } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { factsOf } from '../../platform/log'
import { isCounted } from '../../register'
import { isCountable, other } from './counted'
import { type CountryAt, countriesOf } from './countries'
import { addCounts, countingSince, type Row } from './queries'
import { countsOf } from './visit'

/** So long a view is in memory alone, in milliseconds. */
const pause = 5_000
/** So many different counts are in memory at most. */
const most = 5_000

/** What this program counted since it last wrote. `on`: whether the site counts, as it last heard; undefined before it asked. */
type Counter = {
  on?: boolean
  counts: Map<string, number>
  timer?: NodeJS.Timeout
  writing: Promise<void>
  countryAt?: CountryAt
  /** Of the countries: begun when the site is known to count, and once. */
  loading?: Promise<void>
}
const counters = new WeakMap<Connection, Counter>()
function counterOf({ connection }: Platform): Counter {
  const known = counters.get(connection)
  if (known) return known
  const made: Counter = { counts: new Map(), writing: Promise.resolve() }
  counters.set(connection, made)
  return made
}

function add({ counts }: Counter, name: string, n: number): void {
  const [day, kind] = name.split(' ')
  const kept = counts.has(name) || counts.size < most ? name : `${day} ${kind} ${other}`
  counts.set(kept, (counts.get(kept) ?? 0) + n)
}

const rowsOf = (counts: ReadonlyMap<string, number>): Row[] =>
  [...counts].flatMap(([name, n]) => {
    const [day = '', kind, value = ''] = name.split(' ')
    return isCounted(kind) && isCountable[kind](value) ? [{ day, kind, value, n }] : []
  })

/** Reads which network is in which country, where the site counts. A file that cannot be read is told, and no country counted. */
function load(p: Platform, counter: Counter): Promise<void> {
  counter.loading ??= countriesOf(p.config.countries).then(
    (countryAt) => {
      counter.countryAt = countryAt
    },
    (error) => p.log('statistics.no_countries', factsOf(error)),
  )
  return counter.loading
}

async function writeAll(p: Platform, counter: Counter): Promise<void> {
  const taken = counter.counts
  counter.counts = new Map()
  try {
    counter.on = (await countingSince(p.db)) !== undefined
    if (counter.on) void load(p, counter)
    const rows = rowsOf(taken)
    if (counter.on && rows.length > 0) await addCounts(p.db, rows)
  } catch (error) {
    for (const [name, n] of taken) add(counter, name, n)
    p.log('statistics.not_written', { counts: taken.size, ...factsOf(error) })
  }
}

/** Writes what this program counted, where the site counts. What cannot be written waits for the next time. */
export function writeCounts(p: Platform): Promise<void> {
  const counter = counterOf(p)
  clearTimeout(counter.timer)
  delete counter.timer
  counter.writing = counter.writing.then(() => writeAll(p, counter))
  return counter.writing
}

/** Counts an answer, in memory; where the site does not count, only asks now and then whether that is still so. */
export function countAnswer(c: Context<Env>): void {
  const { p } = c.var
  const counter = counterOf(p)
  const counts = counter.on === false ? [] : countsOf(c, counter.countryAt)
  if (counts.length > 0) {
    const day = dayOf(p.clock.now())
    for (const [kind, value] of counts) add(counter, `${day} ${kind} ${value}`, 1)
  }
  if (counts.length > 0 || counter.on === false) counter.timer ??= setTimeout(() => void writeCounts(p), pause).unref()
}

/** This program need not wait to hear that the site counts from now on, or no more. */
export async function heard(p: Platform, on: boolean): Promise<void> {
  const counter = counterOf(p)
  counter.on = on
  if (on) await load(p, counter)
  else counter.counts.clear()
}
