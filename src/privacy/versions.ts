import { type Insertable, sql } from 'kysely'
import { days } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'
import type { Database, PurposeName } from '../register'
import type { Language } from '../std/words'
import { changesSaid, type Frozen, frozenNow, type SaidChange, type Weight, wordingChange } from './changes'
import { versionOf } from './statement'

/** A statement that was published: from then on until the next one it was what held. */
export type Version = { number: number; code: string; publishedAt: Date; weight: Weight; changes: SaidChange[] }
/** The statement's page in each language of the site, as it was read. */
export type Pages = Partial<Record<Language, string>>

const columns = ['number', 'code', 'published_at', 'weight', 'changes'] as const
type Row = { number: number; code: string; published_at: Date; weight: Weight; changes: unknown }
const versionFrom = ({ number, code, weight, published_at, changes }: Row): Version => ({
  number,
  code,
  weight,
  publishedAt: published_at,
  changes: changesFrom(changes),
})
/** Written by us, and read back as it was. */
const changesFrom = (changes: unknown): SaidChange[] => JSON.parse(JSON.stringify(changes))
const frozenFrom = (frozen: unknown): Frozen => JSON.parse(JSON.stringify(frozen))

/** All versions, the newest first. */
export async function versionsOf(db: Db): Promise<Version[]> {
  const rows = await db.selectFrom('statement_versions').select(columns).orderBy('number', 'desc').execute()
  return rows.map(versionFrom)
}

/** A version's page as it was in a language. Undefined when there is none. */
export async function pageOfVersion(
  db: Db,
  number: number,
  language: Language,
): Promise<{ version: Version; html: string } | undefined> {
  const row = await db
    .selectFrom('statement_versions')
    .select([...columns, 'pages'])
    .where('number', '=', number)
    .executeTakeFirst()
  const html = row?.pages[language]
  return row && html !== undefined ? { version: versionFrom(row), html } : undefined
}

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** What would be published now. `number` is the one it would get; undefined changes: nothing was ever published. `again`: the purposes that rest on
 *  consent and grow, for which it must be given anew. */
export type Pending = { number: number; changes: SaidChange[] | undefined; weight: Weight; again?: PurposeName[] }

/** The statement as it would be read now against the one that was published last. Undefined when they are the same, to the letter. */
export async function pendingVersion(p: Platform, pages: Pages, db: Db = p.db): Promise<Pending | undefined> {
  const last = await db
    .selectFrom('statement_versions')
    .select(['number', 'frozen', 'pages'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return { number: 1, changes: undefined, weight: 'editorial' }
  const { changes, weight, again } = changesSaid(frozenFrom(last.frozen), frozenNow(p))
  if (changes.length > 0) return { number: last.number + 1, changes, weight, again }
  const reworded = Object.entries(pages).some(([language, html]) => textOf(html) !== textOf(last.pages[language] ?? ''))
  return reworded ? { number: last.number + 1, changes: [wordingChange()], weight: 'editorial' } : undefined
}

const announceJob = 'privacy.announce'

/** Publishes the statement as it is now, with what changed since the last time, and has everybody told whom that concerns. Answers the version, or
 *  undefined when there is nothing new. Another program that publishes at the same time waits, and then finds nothing. */
export const publishStatement = (p: Platform, pages: Pages): Promise<Version | undefined> =>
  p.db.transaction().execute(async (trx) => {
    await sql`lock table statement_versions in share row exclusive mode`.execute(trx)
    const pending = await pendingVersion(p, pages, trx)
    if (!pending) return undefined
    const { number, weight, again = [], changes = [] } = pending
    const row = {
      number,
      weight,
      asks_again: again,
      code: versionOf(p),
      published_at: p.clock.now(),
      changes: JSON.stringify(changes),
      frozen: JSON.stringify(frozenNow(p)),
      pages: JSON.stringify(pages),
    } satisfies Insertable<Database['statement_versions']>
    await trx.insertInto('statement_versions').values(row).execute()
    if (weight !== 'editorial') await p.jobs.send(trx, announceJob, { version: String(number) })
    return { number, weight, code: row.code, publishedAt: row.published_at, changes }
  })

/** Somebody is held here who is not of the demo: a change is not made behind their back. */
export async function hasPeople(db: Db): Promise<boolean> {
  const one = await db
    .selectFrom('people')
    .select('id')
    .where('demo', '=', false)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

export const changedMail = 'your-data.changed'

/** Queues the mail about a version for everybody held before it, some at a time: who is told already is not told again. */
async function announce(p: Platform, version: string, many: number): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const people = await p.db
      .selectFrom('people')
      .select('id')
      .where('id', '>', after)
      .where('ended_at', 'is', null)
      .where('demo', '=', false)
      .where((of) =>
        of.not(
          of.exists(
            of
              .selectFrom('outbox')
              .select('outbox.id')
              .whereRef('outbox.person_id', '=', 'people.id')
              .where('template', '=', changedMail)
              .where(sql<boolean>`outbox.params ->> 'version' = ${version}`),
          ),
        ),
      )
      .orderBy('id')
      .limit(many)
      .execute()
    await p.db.transaction().execute(async (trx) => {
      for (const { id } of people) await p.mail.queue(trx, id, changedMail, { version })
    })
    const last = people.at(-1)
    if (!last) return
    after = last.id
  }
}

export const versionJobs = (p: Platform, many = 500): JobSpec[] => [
  { name: announceJob, work: ({ version = '' }) => announce(p, version, many) },
]

/** A version that was published lately: said at the head of the statement. */
export const isRecent = ({ publishedAt }: Version, now: Date): boolean => now.getTime() - publishedAt.getTime() < days(30)
