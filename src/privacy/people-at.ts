import { sql } from 'kysely'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import { columnIds, type HoldingName, type IndexPath, isHolding, partsOf, type TableName, tableNamed } from '../register'
import type { Receipt } from './erase'
import { removeWith } from './files'
import { isOver, walk } from './walk'

/** Items that are an address: one's own, and a parent's, which a child gave. */
const addresses: readonly string[] = ['email', 'parent']

/** Somebody of whom the site holds this address, as what, and in which row. */
export type AtAddress = { person: string; holding: HoldingName; table: TableName; row: string }

const isIndex = (path: string): path is IndexPath => path in columnIds

/** Everybody about whom something is held under an e-mail address, by every blind index of an address that the register has: one query, whatever it
 *  finds. What is over is not found. */
export async function peopleAt(p: Pick<Platform, 'vault' | 'site' | 'clock'>, db: Db, address: string): Promise<AtAddress[]> {
  const now = p.clock.now()
  const parts = walk(p.site.features).flatMap((table) =>
    Object.entries(table.columns).flatMap(([column, { kind, about }]) => {
      const path = `${table.name}.${column}`
      if (kind !== 'blindIndex' || !isHolding(about) || !addresses.includes(partsOf(about).item) || !isIndex(path)) return []
      const over = isOver(table, now)
      return [
        sql<AtAddress>`select ${sql.ref(`${table.name}.${table.subject}`)} as person, ${about} as holding, ${table.name} as table, ${sql.ref(`${table.name}.${table.key}`)}::text as row from ${sql.table(table.name)}
          where ${sql.ref(path)} = ${p.vault.index(path, address)} ${over ? sql`and not ${over}` : sql``}`,
      ]
    }),
  )
  const { rows } = await sql<AtAddress>`${sql.join(parts, sql` union all `)}`.execute(db)
  return rows
}

/** Takes away rows in which somebody else gave this address, and answers how many went of each holding: what they have besides stays. */
export async function forgetAt(p: Platform, rows: readonly AtAddress[]): Promise<Receipt['erased']> {
  const gone: Receipt['erased'] = []
  for (const { holding, table, row } of rows) {
    const { files } = tableNamed(table)
    const after = await p.db.transaction().execute(async (trx) => {
      const { rows: deleted } = await sql<{ path: string | null }>`
        delete from ${sql.table(table)} where id = ${row} returning ${files ? sql.ref(files.column) : sql`null`} as path`.execute(
        trx,
      )
      if (deleted.length > 0) gone.push({ holding, rows: deleted.length })
      return removeWith(
        p,
        trx,
        deleted.flatMap(({ path }) => (path && files ? [`${files.folder}/${path}`] : [])),
      )
    })
    await after()
  }
  return gone
}
