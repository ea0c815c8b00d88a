import { sql } from 'kysely'
import type { Db } from '../../../platform/db'
import { isStopped } from '../../../platform/people'
import { type Figures, grace, within } from './rules'

/** How many replies of the last days an advertiser answered, and the median time that it took them, conversations of who objected left out. Read along an index of their conversations:
 *  what was last written before then was begun before then. */
export async function figuresOf(db: Db, advertiser: string, now: Date): Promise<Figures> {
  const since = new Date(now.getTime() - within)
  const due = new Date(now.getTime() - grace)
  const { rows } = await sql<Figures>`
    select count(*)::int as replies, count(answered_at)::int as answered,
      (percentile_cont(0.5) within group (order by extract(epoch from answered_at - created_at)) filter (where answered_at is not null) * 1000)::float8 as "medianMs"
    from threads
    where advertiser_id = ${advertiser} and last_message_at >= ${since} and created_at >= ${since}
      and (answered_at is not null or created_at <= ${due})
      and not ${isStopped('threads.advertiser_id', 'answering')} and not ${isStopped('threads.seeker_id', 'answering')}`.execute(
    db,
  )
  return rows[0] ?? { replies: 0, answered: 0, medianMs: null }
}
