import { sql } from 'kysely'
import { saidYesTo } from '../platform/consent'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import { consentsOf, gated, type HoldingName, holdingNamed, isHolding } from '../register'
import { removeWith } from './files'
import { filesOf, holdingsIn, isFree, type Walked, walk } from './walk'

/** Whether something is held for nothing but purposes that rest on consent, none of them among `consented`. */
const unfounded = (name: HoldingName, consented: readonly string[] = []): boolean =>
  holdingNamed(name).for.every((purpose) => gated.includes(purpose) && !consented.includes(purpose))

/** Erases what is held of a person for nothing but purposes that they do not consent to (GDPR article 17(1)(b)): whole rows, and columns of rows that have
 *  another ground too; not what a hold or a restriction keeps. In the transaction of `db`; answers what to do once it is committed. */
export async function eraseUnfounded(p: Platform, db: Db, person: string): Promise<() => Promise<void>> {
  const consented = await saidYesTo(db, person)
  const tables = walk(p.site.features)
  const files: string[] = []
  for (const table of tables.toReversed()) {
    const holdings = holdingsIn(table)
    if (!table.subject || !holdings.some((name) => unfounded(name, consented))) continue
    const own = sql<boolean>`${sql.ref(table.subject)} = ${person} and ${isFree(table, tables, p.clock.now())}`
    if (holdings.every((name) => unfounded(name, consented))) {
      files.push(...(await filesOf(db, table, own)))
      await sql`delete from ${sql.table(table.name)} where ${own}`.execute(db)
      continue
    }
    const columns = Object.entries(table.columns).flatMap(([name, { about }]) =>
      isHolding(about) && unfounded(about, consented) ? [name] : [],
    )
    const emptied = sql.join(columns.map((name) => sql`${sql.ref(name)} = null`))
    await sql`update ${sql.table(table.name)} set ${emptied} where ${own}`.execute(db)
  }
  return removeWith(p, db, files)
}

const peopleIn = async (db: Db, table: Walked): Promise<string[]> => {
  const column = sql.ref(table.subject ?? '')
  const { rows } = await sql<{ person: string }>`
    select distinct ${column} as person from ${sql.table(table.name)} where ${column} is not null`.execute(db)
  return rows.map(({ person }) => person)
}

/** The same for everybody: of whom an answer ended with its term, or a restriction was lifted after they took it back. */
export async function sweepUnfounded(p: Platform): Promise<void> {
  if (consentsOf(p.site).length === 0) return
  for (const table of walk(p.site.features)) {
    if (!table.subject || !holdingsIn(table).some((name) => unfounded(name))) continue
    for (const person of await peopleIn(p.db, table)) {
      const after = await p.db.transaction().execute((trx) => eraseUnfounded(p, trx, person))
      await after()
    }
  }
}
