import { sql } from 'kysely'
import type { Feature } from '../feature'
import type { Db } from './index'

const platformMigrations = import.meta.glob<string>('../migrations/*.sql', { query: '?raw', import: 'default', eager: true })

type Migration = { name: string; text: string }

const named = (feature: string, files: Record<string, string>): Migration[] =>
  Object.entries(files)
    .map(([path, text]) => ({
      name: `${feature}/${path
        .split('/')
        .at(-1)
        ?.replace(/\.sql$/, '')}`,
      text,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

/** Every migration of a site, in the order in which it is applied: the platform's, then each feature's. */
export const migrationsOf = (features: readonly Feature[]): Migration[] => [
  ...named('platform', platformMigrations),
  ...features.flatMap((feature) => named(feature.name, feature.migrations ?? {})),
]

/** Brings the database up to date, each migration in a transaction of its own. Safe when two programs start at once. Answers what was applied. */
export const migrate = (db: Db, migrations: readonly Migration[]): Promise<string[]> =>
  db.connection().execute(async (one) => {
    // The lock belongs to this connection, and goes with it.
    await sql`select pg_advisory_lock(hashtext('huisrecht migrate'))`.execute(one)
    try {
      await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
        one,
      )
      const done = new Set((await one.selectFrom('migrations').select('name').execute()).map((row) => row.name))
      const fresh = migrations.filter((migration) => !done.has(migration.name))
      for (const { name, text } of fresh)
        await one.transaction().execute(async (trx) => {
          await sql.raw(text).execute(trx)
          await trx.insertInto('migrations').values({ name }).execute()
        })
      return fresh.map((migration) => migration.name)
    } finally {
      await sql`select pg_advisory_unlock(hashtext('huisrecht migrate'))`.execute(one)
    }
  })
