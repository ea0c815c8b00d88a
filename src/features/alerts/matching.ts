import { randomUUID } from 'node:crypto'
import type { Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { cutoff, holding } from '../../register'
import { foundAmong } from '../search'
import { aroundsOf } from './around'
import { type Find, noteFound } from './found'
import { changeSearch, dueSearches, endingSearches, searchesAround, takeChanged, tell, whereabouts } from './queries'
import { isQuiet, nextAfter } from './rules'
import { keptSearch, opened } from './saved'

const batch = 200
const warnBefore = { days: 14 }

/** Matches adverts that changed with the searches around them: one query for each search that is asked, however many people ask it. Says how many
 *  adverts it took. */
export const matchChanged = (p: Platform): Promise<number> =>
  p.db.transaction().execute(async (trx) => {
    const now = p.clock.now()
    const changed = await takeChanged(trx, batch)
    if (changed.length === 0) return 0
    const adverts = await whereabouts(trx, now, changed)
    const around = new Set(adverts.flatMap(aroundsOf))
    const rows = await searchesAround(
      trx,
      [...around].map((one) => p.vault.index('saved_searches.around_key', one)),
    )
    const searches = Map.groupBy(await opened(p, trx, rows, 'serviceMail'), ({ text }) => text)
    const keys = await p.vault.keys(
      trx,
      rows.map(({ person_id }) => person_id),
    )
    const finds: Find[] = []
    const publishedAt = new Map(adverts.map(({ id, published_at }) => [id, published_at]))
    for (const [text, same] of searches) {
      const { search } = keptSearch(text, 'nl')
      const found = await foundAmong(
        trx,
        now,
        search,
        adverts.map(({ id }) => id),
      )
      for (const row of same)
        for (const advert of found) {
          const published = publishedAt.get(advert.id)
          const seen = row.wide && published != null && published <= row.created_at
          finds.push({ search: row, listing: advert.id, total: advert.total, toldIn: seen ? row.id : null })
        }
    }
    await noteFound(p, trx, keys, finds)
    return changed.length
  })

/** Queues the mails that are due. Says how many. */
export async function mailDue(p: Platform): Promise<number> {
  const now = p.clock.now()
  const due = await dueSearches(p.db, now, isQuiet(now), batch)
  for (const { id, person_id, frequency } of due)
    await p.db.transaction().execute(async (trx) => {
      const mail = randomUUID()
      await p.mail.queue(trx, person_id, 'alerts.found', { search: id, mail })
      await tell(trx, id, mail)
      await changeSearch(trx, id, { next_at: nextAfter(frequency, now) })
    })
  return due.length
}

/** Tells who has a search that ends in two weeks how to keep it. Says how many. */
export async function warnEnding(p: Platform): Promise<number> {
  const now = p.clock.now()
  const soon = new Date(now.getTime() + warnBefore.days * 86_400_000)
  const ending = await endingSearches(p.db, cutoff(holding['search.saved'].keep, soon), batch)
  for (const { id, person_id } of ending)
    await p.db.transaction().execute(async (trx) => {
      await changeSearch(trx, id, { warned_at: now })
      await p.mail.queue(trx, person_id, 'alerts.ending', { search: id })
    })
  return ending.length
}

export const alertJobs = (p: Platform): JobSpec[] => [
  {
    // Every minute: many changes of many adverts are one run, and what waited for the morning goes in the morning.
    name: 'alerts.match',
    cron: '* * * * *',
    retries: 0,
    async work(_, stopping) {
      while (!stopping.aborted && (await matchChanged(p)) === batch);
      while (!stopping.aborted && (await mailDue(p)) === batch);
    },
  },
  {
    name: 'alerts.ending',
    cron: '50 8 * * *',
    async work() {
      while ((await warnEnding(p)) === batch);
    },
  },
]
