import type { Context } from 'hono'
import { dayOf } from '../../../platform/clock'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import { type Env, pathOf } from '../../../platform/http'
import { isRobot } from '../../../std/browser'
import { countOn, daysOf, type Figure, figures, forgetDays } from './queries'

const roomPath = /^\/(?:nl|fr|en)\/rooms\/([a-z0-9]{12})(\/phone)?$/

/** Counts a visit to an advert: which advert, which day, and nothing about who it was. One's own visits and those of staff are none. */
export function countVisit(c: Context<Env>): void {
  const { p, viewer } = c.var
  const [, advert, phone] = roomPath.exec(pathOf(c)) ?? []
  if (!advert || c.req.method !== 'GET' || c.var.ownVisit || viewer?.role) return
  if (c.res.status !== 200 && c.res.status !== 304) return
  // Nor is a page that a browser fetches before anybody asks to see it.
  if (isRobot(c.req.header('user-agent') ?? '') || /prefetch/.test(c.req.header('sec-purpose') ?? '')) return
  p.tally.add(`listing ${advert} ${dayOf(p.clock.now())} ${phone ? 'phones' : 'views'}`)
}

/** Writes what was counted since the last time. What cannot be written is counted on. */
export async function writeFigures(p: Platform): Promise<void> {
  const taken = p.tally.take()
  for (const [name, times] of taken) {
    const [, publicId = '', day = '', figure] = name.split(' ')
    try {
      await countOn(p.db, [{ publicId, day, [figure === 'phones' ? 'phones' : 'views']: times }])
      taken.delete(name)
    } catch (error) {
      for (const [left, more] of taken) p.tally.add(left, more)
      throw error
    }
  }
}

/** Of how many days, today included, an advertiser sees the figures: four weeks, so that weekends weigh the same. */
const shownDays = 28

const firstShown = (p: Platform) => Temporal.PlainDate.from(dayOf(p.clock.now())).subtract({ days: shownDays - 1 })

/** Forgets figures that nobody is shown any more. */
export const forgetFigures = async (p: Platform): Promise<void> => {
  await forgetDays(p.db, firstShown(p).toString())
}

export type Day = { day: string } & Record<Figure, number>
export type AdvertFigures = { days: readonly Day[]; sums: Record<Figure, number> }

const sumsOf = (days: readonly Day[]): Record<Figure, number> => {
  const sum = (figure: Figure) => days.reduce((all, day) => all + day[figure], 0)
  return { views: sum('views'), phones: sum('phones'), saves: sum('saves'), replies: sum('replies') }
}

/** What happened with each of these adverts in the last four weeks, a day at a time. */
export async function figuresOf(p: Platform, db: Db, listings: readonly string[]): Promise<Map<string, AdvertFigures>> {
  await writeFigures(p)
  const first = firstShown(p)
  const days = Array.from({ length: shownDays }, (_, at) => first.add({ days: at }).toString())
  const rows = listings.length === 0 ? [] : await daysOf(db, listings, days[0] ?? '')
  const known = new Map(rows.map((row) => [`${row.listing_id} ${row.day}`, row]))
  return new Map(
    listings.map((listing) => {
      const each = days.map((day): Day => {
        const row = known.get(`${listing} ${day}`)
        return { day, views: row?.views ?? 0, phones: row?.phones ?? 0, saves: row?.saves ?? 0, replies: row?.replies ?? 0 }
      })
      return [listing, { days: each, sums: sumsOf(each) }]
    }),
  )
}

export { type Figure, figures }
