import { sql } from 'kysely'
import { anyOf, type Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { Address } from '../platform/mail'
import { type Held, normalise } from '../platform/vault'
import { allowedTo, type HoldingName, isHolding, partsOf } from '../register'
import { isLanguage, type Language } from '../std/words'
import { isOver, type Walked, walk } from './walk'

/** Where a mail to somebody goes, as a right of theirs where their address is held for that. */
export type Reachable = { to: Address; language: Language; purpose?: 'rights' }

const mailable = (purpose: string): readonly HoldingName[] =>
  allowedTo('mail').flatMap((one) => (one.purpose === purpose ? one.holdings : []))

/** Of the columns that hold addresses. */
const isAddress = (held: Held<HoldingName> | null | undefined): held is Held<HoldingName> & Address => !!held

const addressColumns = (table: Walked): string[] =>
  Object.entries(table.columns).flatMap(([name, { kind, about }]) =>
    kind === 'sealed' && isHolding(about) && partsOf(about).item === 'email' ? [name] : [],
  )

/** Every address that is held of somebody in these tables, each once. */
export async function addressesIn(
  p: Pick<Platform, 'vault' | 'site'>,
  db: Db,
  person: string,
  names: ReadonlySet<string>,
): Promise<string[]> {
  const keys = await p.vault.keys(db, [person])
  const found = new Set<string>()
  for (const table of walk(p.site.features)) {
    const columns = table.subject && names.has(table.name) ? addressColumns(table) : []
    if (columns.length === 0) continue
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table.name)} where ${sql.ref(`${table.name}.${table.subject}`)} = ${person}`.execute(db)
    for (const row of rows) {
      const held = keys.bindRow(table.name, row)
      for (const name of columns) {
        const address = held[name]?.open('rights')
        if (address) found.add(normalise(address))
      }
    }
  }
  return [...found]
}

/** An address of each of these people, whether they have an account or only once gave it (a report, a question, a registration), by every table in which the
 *  register has one. `language`: that of the row, else `otherwise`. Who gave none is not in it. */
export async function addressesOf(
  p: Pick<Platform, 'vault' | 'site' | 'clock'>,
  db: Db,
  people: readonly string[],
  otherwise: Language = 'en',
): Promise<Map<string, Reachable>> {
  const keys = await p.vault.keys(db, people)
  const found = new Map<string, Reachable>()
  const [rights, service] = [mailable('rights'), mailable('serviceMail')]
  for (const table of walk(p.site.features)) {
    const columns = addressColumns(table)
    if (columns.length === 0) continue
    const over = isOver(table, p.clock.now())
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table.name)}
      where ${sql.ref(`${table.name}.${table.subject}`)} = ${anyOf(people)} ${over ? sql`and not ${over}` : sql``}`.execute(db)
    for (const row of rows) {
      const held = keys.bindRow(table.name, row)
      for (const name of columns) {
        const to = held[name]
        // That of an account comes first: it was confirmed, and is held for rights.
        if (!isAddress(to) || (found.has(to.personId) && table.name !== 'accounts')) continue
        const language = isLanguage(row.language) ? row.language : otherwise
        if (rights.includes(to.holding)) found.set(to.personId, { to, language, purpose: 'rights' })
        else if (service.includes(to.holding)) found.set(to.personId, { to, language })
      }
    }
  }
  return found
}
