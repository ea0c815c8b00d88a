import type { DemoAdvert } from './advert'
import { chance } from './chance'

export type Visits = { daysAgo: number; views: number; phones: number; saves: number }

/** How often a demo advert was looked at, day by day of the last four weeks: most when it is new, less at the weekend. */
export function visitsOf(advert: DemoAdvert, index: number, today: Temporal.PlainDate): Visits[] {
  const luck = chance(41_000 + index)
  const drawn = luck.between(4, 16)
  return Array.from({ length: Math.min(27, advert.publishedDaysAgo) + 1 }, (_, daysAgo) => {
    const age = advert.publishedDaysAgo - daysAgo
    const weekend = today.subtract({ days: daysAgo }).dayOfWeek > 5 ? 0.6 : 1
    const views = Math.round(drawn * weekend * (0.35 + 1.2 * Math.exp(-age / 5)) * luck.between(0.6, 1.4))
    const some = (odds: number) => Array.from({ length: views }, () => luck.odds(odds)).filter(Boolean).length
    return { daysAgo, views, phones: some(0.03), saves: some(0.06) }
  })
}
