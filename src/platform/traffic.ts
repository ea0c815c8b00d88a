// The log of requests (K7): address, browser and pattern of the route, for finding fraud and abuse. Lines are gathered, and written sealed under the
// key of their day. When its time is up that key is destroyed: from then on nobody reads the day, wherever a copy of the database lies.
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { columnIds, cutoff, holding, Opaque } from '../register'
import type { Clock } from './clock'
import type { Db } from './db'
import { factsOf, type Log } from './log'
import type { DayKeys } from './vault/days'
import { type Binding, seal, unseal } from './vault/seal'

/** `route`: its pattern, never the URL; empty where there is none. */
export type Request = { at: Date; method: string; route: string; status: number; address: string; browser: string }

export type Traffic = {
  /** Remembers one request, to be written with others. */
  note(request: Request): void
  /** Writes what was gathered. What cannot be written waits for the next time. */
  write(): Promise<void>
  /** The days that can be read, the last first. */
  days(): Promise<string[]>
  /** The requests of a day, one row of them in memory at a time, in no order. None when its time is up. */
  read(day: string): AsyncGenerator<Request>
  /** Destroys the keys of the days whose time is up. Answers those days. */
  forget(): Promise<string[]>
  /** Writes the last of it. */
  close(): Promise<void>
}

/** So long a request is in memory alone. */
const pause = 5_000
/** So many make a row; of so many that cannot be written, the oldest are let go. */
const batch = 2_000
const most = 20_000
const longestBrowser = 300
const noId = '00000000-0000-0000-0000-000000000000'

const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)]
const binding = (id: string): Binding => ({ column: columnIds['traffic.lines'], row: id, person: '', class: 'day' })
const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const beginOf = (day: string) => new Date(`${day}T00:00:00Z`)

type Line = [at: number, method: string, route: string, status: number, address: string, browser: string]
const lineOf = ({ at, method, route, status, address, browser }: Request): Line => [
  at.getTime(),
  method,
  route,
  status,
  address,
  browser.slice(0, longestBrowser),
]

/** A log over a database and the keys of days. */
export function openTraffic({ db, clock, days, log }: { db: Db; clock: Clock; days: DayKeys; log: Log }): Traffic {
  let gathered: Request[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const writeBatch = async (day: string, requests: readonly Request[]) => {
    const id = randomUUID()
    const plain = await deflate(JSON.stringify(requests.map(lineOf)))
    const lines = new Opaque(seal(await days.make(day), binding(id), plain))
    await db
      .insertInto('traffic')
      .values({ id, began_at: beginOf(day), lines })
      .execute()
  }
  const writeAll = async () => {
    const taken = gathered
    gathered = []
    const byDay = Map.groupBy(taken, ({ at }) => dayOf(at))
    for (const [day, requests] of byDay)
      for (let from = 0; from < requests.length; from += batch) {
        const some = requests.slice(from, from + batch)
        await writeBatch(day, some).catch((error: unknown) => {
          gathered = [...some, ...gathered].slice(-most)
          log('traffic.not_written', { requests: some.length, ...factsOf(error) })
        })
      }
  }
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(writeAll)
    return writing
  }
  /** What began before this is over. */
  const since = () => cutoff(holding['traffic.log'].keep, clock.now())
  const isOver = (day: string) => beginOf(day) < since()

  return {
    note(request) {
      gathered.push(request)
      if (gathered.length > most) gathered.splice(0, batch)
      timer ??= setTimeout(() => void write(), pause).unref()
    },
    write,
    days: async () => (await days.list()).filter((day) => !isOver(day)).reverse(),
    async *read(day) {
      const key = isOver(day) ? undefined : await days.of(day)
      if (!key) return
      const after = (last: string) =>
        db
          .selectFrom('traffic')
          .select(['id', 'lines'])
          .where('began_at', '=', beginOf(day))
          .where('id', '>', last)
          .orderBy('id')
          .limit(1)
          .executeTakeFirst()
      for (let row = await after(noId); row; row = await after(row.id)) {
        const parsed: Line[] = JSON.parse((await inflate(unseal(key, binding(row.id), row.lines.bytes))).toString())
        for (const [at, method, route, status, address, browser] of parsed)
          yield { at: new Date(at), method, route, status, address, browser }
      }
    },
    async forget() {
      const over = (await days.list()).filter(isOver)
      for (const day of over) await days.destroy(day)
      return over
    },
    async close() {
      await write()
    },
  }
}
