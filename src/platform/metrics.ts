// What the program does, in figures, as Prometheus reads them (text format 0.0.4). A label is a method, a pattern of a route, a status or the name
// of a queue: never a path, an address or anything else that somebody sent.
import { sql } from 'kysely'
import type { Connection, Db } from './db'

/** Upper bounds of the classes of durations, in seconds. */
const bounds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10]
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export type Metrics = {
  /** Counts one answer: its method, the pattern of its route (undefined: there is none), its status and how many seconds it took. */
  answered(method: string, route: string | undefined, status: number, seconds: number): void
  /** Counts one mail that the mail server took, or did not. */
  mailed(outcome: 'sent' | 'refused'): void
  /** All of it as text, with what the queue, the database and the process are like now. `sweptAt`: since when nothing that is over was swept. */
  text(connection: Connection, now: { at: Date; sweptAt: Date }): Promise<string>
}

export type QueueFigure = { queue: string; state: string; jobs: number; seconds: number }
/** How many jobs there are by queue and state, and for how long the oldest of them could have begun. */
export async function queueFigures(db: Db): Promise<QueueFigure[]> {
  const { rows } = await sql<QueueFigure>`
    select name as queue, state::text, count(*)::int as jobs,
      greatest(0, extract(epoch from now() - min(greatest(start_after, created_on))))::float as seconds
    from pgboss.job where name not like '\\_\\_pgboss%' group by name, state order by name, state`.execute(db)
  return rows
}

/** How many requests of people about their data wait, and how many of those wait too long. None on a site that takes none. */
async function requestFigures(db: Db, at: Date): Promise<{ state: 'open' | 'late'; requests: number }[]> {
  const { rows: there } = await sql`select 1 where to_regclass('requests') is not null`.execute(db)
  if (there.length === 0) return []
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*)::int as open, (count(*) filter (where answer_by <= ${at}))::int as late from requests where closed_at is null`.execute(
    db,
  )
  return rows.flatMap(({ open, late }) => [
    { state: 'open', requests: open },
    { state: 'late', requests: late },
  ])
}

/** Whether the database answers, within two seconds. */
export async function isAlive(db: Db): Promise<boolean> {
  const late = new Promise<boolean>((done) => setTimeout(done, 2000, false).unref())
  return Promise.race([
    late,
    sql`select 1`.execute(db).then(
      () => true,
      () => false,
    ),
  ])
}

const databaseBytes = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database())::text as bytes`.execute(db)
  return Number(rows[0]?.bytes ?? 0)
}

type Labels = Record<string, string | number>
const quoted = (value: string | number) =>
  `"${String(value).replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`
const line = (name: string, labels: Labels, value: number) => {
  const pairs = Object.entries(labels).map(([label, content]) => `${label}=${quoted(content)}`)
  return `huisrecht_${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`
}
const family = (name: string, type: string, help: string, lines: readonly string[]) => [
  `# HELP huisrecht_${name} ${help}`,
  `# TYPE huisrecht_${name} ${type}`,
  ...lines,
]

/** Figures that begin at nothing. */
export function openMetrics(): Metrics {
  const answers = new Map<string, { labels: Labels; count: number }>()
  const durations = new Map<string, { counts: number[]; sum: number; count: number }>()
  const mails = { sent: 0, refused: 0 }
  return {
    answered(method, route = 'none', status, seconds) {
      const labels = { method: methods.has(method) ? method : 'OTHER', route, status }
      const key = Object.values(labels).join(' ')
      const known = answers.get(key) ?? { labels, count: 0 }
      known.count++
      answers.set(key, known)
      const times = durations.get(route) ?? { counts: bounds.map(() => 0), sum: 0, count: 0 }
      bounds.forEach((bound, at) => {
        if (seconds <= bound) times.counts[at] = (times.counts[at] ?? 0) + 1
      })
      times.sum += seconds
      times.count++
      durations.set(route, times)
    },
    mailed(outcome) {
      mails[outcome]++
    },
    async text({ db, pool }, { at, sweptAt }) {
      const [queue, bytes, asked] = await Promise.all([queueFigures(db), databaseBytes(db), requestFigures(db, at)])
      const memory = process.memoryUsage()
      return `${[
        ...family(
          'answers_total',
          'counter',
          'Answers by method, route and status.',
          [...answers.values()].map(({ labels, count }) => line('answers_total', labels, count)),
        ),
        ...family(
          'answer_seconds',
          'histogram',
          'How long answers took, by route.',
          [...durations].flatMap(([route, { counts, sum, count }]) => [
            ...bounds.map((le, at) => line('answer_seconds_bucket', { route, le }, counts[at] ?? 0)),
            line('answer_seconds_bucket', { route, le: '+Inf' }, count),
            line('answer_seconds_sum', { route }, sum),
            line('answer_seconds_count', { route }, count),
          ]),
        ),
        ...family(
          'mails_total',
          'counter',
          'Mails by what the mail server said.',
          Object.entries(mails).map(([outcome, count]) => line('mails_total', { outcome }, count)),
        ),
        ...family(
          'jobs',
          'gauge',
          'Jobs by queue and state.',
          queue.map(({ queue, state, jobs }) => line('jobs', { queue, state }, jobs)),
        ),
        ...family(
          'job_wait_seconds',
          'gauge',
          'For how long the oldest job that waits could have begun.',
          queue
            .filter(({ state }) => state === 'created' || state === 'retry')
            .map(({ queue, state, seconds }) => line('job_wait_seconds', { queue, state }, seconds)),
        ),
        ...family('sweep_age_seconds', 'gauge', 'Since when what is over was not deleted. More than 86400 is an alarm.', [
          line('sweep_age_seconds', {}, Math.round((at.getTime() - sweptAt.getTime()) / 1000)),
        ]),
        ...family(
          'requests',
          'gauge',
          'Requests of people about their data that wait for an answer.',
          asked.map(({ state, requests }) => line('requests', { state }, requests)),
        ),
        ...family('database_bytes', 'gauge', 'Size of the database.', [line('database_bytes', {}, bytes)]),
        ...family('database_connections', 'gauge', 'Connections of this program.', [
          line('database_connections', { state: 'open' }, pool.totalCount),
          line('database_connections', { state: 'idle' }, pool.idleCount),
          line('database_connections', { state: 'awaited' }, pool.waitingCount),
        ]),
        ...family('memory_bytes', 'gauge', 'Memory of this program.', [
          line('memory_bytes', { part: 'resident' }, memory.rss),
          line('memory_bytes', { part: 'heap' }, memory.heapUsed),
        ]),
        ...family('up_seconds', 'gauge', 'For how long this program runs.', [
          line('up_seconds', {}, Math.round(process.uptime())),
        ]),
      ].join('\n')}\n`
    },
  }
}
