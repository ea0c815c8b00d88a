import { fromKysely, type Job, type JobResult, PgBoss } from 'pg-boss'
import type { Connection, Db } from './db'
import { factsOf, type Log } from './log'

/** What a job carries: ids and codes, never anything that tells something about a person. */
export type JobData = Record<string, string>
export type JobSpec = {
  name: string
  /** Throws to be tried again. What it throws is stored by its code alone. A long one asks `stopping` now and then whether the program is
   *  told to stop, puts what is left of itself in the queue, and returns. */
  work(data: JobData, stopping: AbortSignal): Promise<void>
  /** A cron expression (UTC) for a job that runs by itself. */
  cron?: string
  /** Times that it is tried again, with growing pauses from half a minute. */
  retries?: number
}

export type Jobs = {
  /** Puts a job in the queue in the transaction of `db`: it is there if and only if that commits. */
  send(db: Db, name: string, data: JobData): Promise<void>
  /** Begins to work in this process. */
  work(): Promise<void>
  /** Works off what is queued now, and says how many jobs failed: for tests, and for a command that waits for its mail. */
  drain(): Promise<{ done: number; failed: number }>
  stop(): Promise<void>
}

/** A job that takes longer is taken for lost, and begun again. */
const expireInSeconds = 900

/** A failed job is stored with this, so that no text about a person gets into the queue's tables. */
class JobFailed extends Error {
  constructor(error: unknown) {
    super(error instanceof Error && 'code' in error ? String(error.code).slice(0, 40) : 'failed')
    this.stack = undefined
  }
}

/** pg-boss on the same database. `specs` are all jobs of the site's features. */
export async function openJobs(connection: Connection, specs: readonly JobSpec[], log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: fromKysely(connection.db),
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    migrate: true,
    createSchema: true,
  })
  boss.on('error', (error) => log('jobs.error', factsOf(error)))
  await boss.start()
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  for (const spec of specs) {
    const options = {
      retryLimit: spec.retries ?? 5,
      retryBackoff: true,
      retryDelay: 30,
      expireInSeconds,
      deleteAfterSeconds: 86_400,
    }
    const there = known.get(spec.name)
    if (!there) await boss.createQueue(spec.name, options)
    else if (Object.entries(options).some(([name, value]) => Reflect.get(there, name) !== value))
      await boss.updateQueue(spec.name, options)
  }
  const stopping = new AbortController()
  const run = async (spec: JobSpec, job: Job<JobData>) => {
    try {
      await spec.work(job.data, stopping.signal)
    } catch (error) {
      log('job.failed', { job: spec.name, ...factsOf(error) })
      throw new JobFailed(error)
    }
  }
  let worker: PgBoss | undefined
  return {
    async send(db, name, data) {
      await boss.send(name, data, { db: fromKysely(db) })
    },
    async work() {
      worker = new PgBoss({ db: fromKysely(connection.db), schema: 'pgboss', supervise: true, schedule: true, migrate: false })
      worker.on('error', (error) => log('jobs.error', factsOf(error)))
      await worker.start()
      for (const spec of specs) {
        if (spec.cron) await worker.schedule(spec.name, spec.cron)
        // All of a batch must be done before it expires: a letter takes three minutes at the slowest mail server, and one that is late goes twice.
        await worker.work<
          JobData,
          { message: string },
          { perJobResults: true; batchSize: number; burstWhenBatchFull: true; pollingIntervalSeconds: number }
        >(spec.name, { perJobResults: true, batchSize: 4, burstWhenBatchFull: true, pollingIntervalSeconds: 1 }, async (jobs) => {
          const results: JobResult<{ message: string }>[] = []
          for (const job of jobs)
            results.push(
              await run(spec, job).then(
                () => ({ id: job.id, status: 'completed' as const }),
                (error: Error) => ({ id: job.id, status: 'failed' as const, output: { message: error.message } }),
              ),
            )
          return results
        })
      }
    },
    async drain() {
      const tally = { done: 0, failed: 0 }
      for (let found = true; found; ) {
        found = false
        for (const spec of specs) {
          for (const job of await boss.fetch<JobData>(spec.name, { batchSize: 50 })) {
            found = true
            await run(spec, job).then(
              async () => {
                tally.done++
                await boss.complete(spec.name, job.id)
              },
              async (error: Error) => {
                tally.failed++
                await boss.fail(spec.name, job.id, { message: error.message })
              },
            )
          }
        }
      }
      return tally
    },
    async stop() {
      stopping.abort()
      await worker?.stop({ graceful: true, timeout: 10_000 })
      await boss.stop({ graceful: false })
    },
  }
}
