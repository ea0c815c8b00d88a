import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import { gated, type HoldingName, holdingNamed, isHolding } from '../register'
import { removeWith } from './files'
import { filesOf, holdingsIn, isHeld, walk } from './walk'

/** Erases what is held of a person for nothing but purposes that rest on consent, none of which they consent to now (GDPR article 17(1)(b)): whole rows,
 *  and columns of rows that have another ground too. `consented`: what they do consent to. In the transaction of `db`; answers what to do once it is
 *  committed. */
export async function eraseUnfounded(
  p: Platform,
  db: Db,
  person: string,
  consented: readonly string[],
): Promise<() => Promise<void>> {
  const unfounded = (name: HoldingName) =>
    holdingNamed(name).for.every((purpose) => gated.includes(purpose) && !consented.includes(purpose))
  const day = dayOf(p.clock.now())
  const files: string[] = []
  for (const table of walk(p.site.features).toReversed()) {
    const holdings = holdingsIn(table)
    if (!table.subject || !holdings.some(unfounded)) continue
    const own = sql<boolean>`${sql.ref(table.subject)} = ${person} and not ${isHeld(table, day)}`
    if (holdings.every(unfounded)) {
      files.push(...(await filesOf(db, table, own)))
      await sql`delete from ${sql.table(table.name)} where ${own}`.execute(db)
      continue
    }
    const columns = Object.entries(table.columns).flatMap(([name, { about }]) =>
      isHolding(about) && unfounded(about) ? [name] : [],
    )
    const emptied = sql.join(columns.map((name) => sql`${sql.ref(name)} = null`))
    await sql`update ${sql.table(table.name)} set ${emptied} where ${own}`.execute(db)
  }
  return removeWith(p, db, files)
}
