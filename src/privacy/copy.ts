import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import {
  type Basis,
  type HoldingName,
  hasPurpose,
  holdingNamed,
  type Item,
  type Keep,
  keepWords,
  type PurposeName,
  partsOf,
  purposes,
  type RecipientName,
  recipientNames,
  registerWords,
  type Source,
} from '../register'
import type { Language } from '../std/words'
import { type Flow, flowOf } from './flow'
import { type CopyRecord, newestRows, othersRows, type Rows, read, recordsIn, recordsOf, rowsOf } from './records'
import { standing } from './standing'
import { statementFacts, versionOf } from './statement'
import { holdingsIn, type Walked, walk } from './walk'

export type HoldingSaid = {
  holding: HoldingName
  where: string
  purposes: { purpose: PurposeName; name: string; basis: Basis; basisName: string }[]
  keep: { rule: Keep; text: string }
  source: { code: Source; text: string }
  /** It is held, but not shown: whoever found the copy could get in with it. */
  secret: boolean
  /** It is held of many, and nothing says which of it is this person's. */
  unlinkable: boolean
}
/** Who actually received something of a holding. */
export type CopySent = { to: RecipientName; name: string; purpose: string; at: string }
export type CopyHolding = HoldingSaid & { sent: CopySent[]; records: CopyRecord[] }
/** The same, with what may be much read as it is asked for. */
export type HoldingFlow = HoldingSaid & { sent: Flow<CopySent>; records: Flow<CopyRecord> }
export type CopyWith<H> = {
  about: {
    schema: 1
    site: string
    controller: Platform['site']['controller']
    officer: Platform['site']['officer']
    authority: { name: string; url: string }
    person: string
    language: Language
    madeAt: string
    statement: { url: string; version: string }
  }
  items: { item: Item; name: string; what: string; holdings: H[] }[]
  /** Rows of others in what the person takes part in, such as the messages they received: those are the others' own. */
  leftOut: number
}
/** Everything the site holds about a person. Items of which nothing is held are there too, empty. */
export type Copy = CopyWith<CopyHolding>
export type CopyFlow = CopyWith<HoldingFlow>

/** Gives `use` everything the site holds about a person, opened, with why, how long, where from, and who received it: read while it is used, and not
 *  after. Throws SealBroken when a value does not open. */
export const withCopy = <T>(
  p: Platform,
  person: string,
  language: Language,
  use: (copy: CopyFlow, db: Db) => Promise<T>,
): Promise<T> =>
  // One moment of everything: what is written meanwhile, maybe under keys made meanwhile, is not in it.
  p.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => use(await copyIn(p, db, person, language), db))

/** The same, all of it in memory: for a page. */
export const copyOf = (p: Platform, person: string, language: Language): Promise<Copy> =>
  withCopy(p, person, language, async ({ about, items, leftOut }) => {
    const whole: Copy = { about, items: [], leftOut }
    for (const { holdings, ...item } of items) {
      const all: CopyHolding[] = []
      for (const { sent, records, ...said } of holdings)
        all.push({ ...said, sent: await Array.fromAsync(sent), records: await Array.fromAsync(records) })
      whole.items.push({ ...item, holdings: all })
    }
    return whole
  })

type Line = { recipient: string; purpose: string; at: Date }
/** To whom something of a person went, by holding: who may be told now, the oldest first. */
async function ledgerOf(p: Platform, db: Db, person: string, language: Language) {
  const said = registerWords(language).recipients
  const theirs = sql`person_id = ${person} and (silent_until is null or silent_until < ${dayOf(p.clock.now())}::date)`
  const { rows } = await sql<{ holding: string; times: number }>`
    select holding, count(*)::int as times from disclosures, unnest(holdings) holding
    where ${theirs} and recipient = any(${[...recipientNames]}::text[]) group by holding`.execute(db)
  const times = new Map(rows.map((row) => [row.holding, row.times]))
  const sent = ({ recipient, purpose, at }: Line): CopySent[] => {
    const to = recipientNames.find((one) => one === recipient)
    return to ? [{ to, name: p.site.recipients[to]?.name ?? said[to].name, purpose, at: at.toISOString() }] : []
  }
  return (name: HoldingName): Flow<CopySent> =>
    flowOf(
      times.get(name) ?? 0,
      async function* () {
        if (!times.has(name)) return
        const lines = sql<Line>`
        select recipient, purpose, at from disclosures where ${theirs} and ${name} = any(holdings) order by at, id`
        for await (const line of read(db, lines)) yield* sent(line)
      },
      async (from, many) => {
        const { rows } = await sql<Line>`
        select recipient, purpose, at from disclosures
        where ${theirs} and recipient = any(${[...recipientNames]}::text[]) and ${name} = any(holdings)
        order by at desc, id desc limit ${many} offset ${from}`.execute(db)
        return rows.flatMap(sent)
      },
    )
}

async function copyIn(p: Platform, db: Db, person: string, language: Language): Promise<CopyFlow> {
  const facts = statementFacts(p, language)
  const said = registerWords(language)
  const tables = walk(p.site.features)
  const now = p.clock.now()
  const keys = await p.vault.keys(db, [person])
  const standsIn = await standing(db, p.site.features, person)
  const there: { table: Walked; counts: Map<HoldingName, number>; rows: () => Rows }[] = []
  let leftOut = 0
  for (const table of tables) {
    if (standsIn.has(table.name)) {
      const { rows, counts } = await recordsIn(db, table, tables, person, now)
      there.push({ table, counts, rows: await rowsOf(db, table, tables, person, now, rows) })
    }
    if (table.partOf && standsIn.has(table.partOf.table)) leftOut += await othersRows(db, table, tables, person)
  }
  const sentOf = await ledgerOf(p, db, person, language)
  const records = (name: HoldingName): Flow<CopyRecord> =>
    flowOf(
      there.reduce((sum, { counts }) => sum + (counts.get(name) ?? 0), 0),
      async function* () {
        for (const { table, counts, rows } of there)
          if (counts.get(name))
            for await (const row of rows()) yield* (await recordsOf(p, table, row, keys, person, [name])).values()
      },
      async (from, many) => {
        const found: CopyRecord[] = []
        let skip = from
        for (const { table, counts } of there) {
          const count = counts.get(name) ?? 0
          if (skip >= count) skip -= count
          else if (found.length < many) {
            for (const row of await newestRows(db, table, tables, person, now, name, [skip, many - found.length]))
              found.push(...(await recordsOf(p, table, row, keys, person, [name])).values())
            skip = 0
          }
        }
        return found
      },
    )
  const nobodys = new Set(tables.filter(({ unlinkable }) => unlinkable).flatMap(holdingsIn))
  const holdingCopy = (name: HoldingName): HoldingFlow => {
    const { for: all, keep, source = 'person', secret = false } = holdingNamed(name)
    const why = all.filter((purpose) => hasPurpose(p.site, purpose))
    return {
      holding: name,
      where: said.circles[partsOf(name).circle],
      purposes: why.map((purpose) => {
        const { basis } = purposes[purpose]
        return { purpose, name: said.purposes[purpose].name, basis, basisName: said.bases[basis].name }
      }),
      keep: { rule: keep, text: keepWords(language, keep) },
      source: { code: source, text: said.sources[source] },
      sent: sentOf(name),
      secret,
      unlinkable: nobodys.has(name),
      records: records(name),
    }
  }
  return {
    about: {
      schema: 1,
      site: p.site.name,
      controller: p.site.controller,
      officer: p.site.officer,
      authority: facts.authority,
      person,
      language,
      madeAt: now.toISOString(),
      statement: { url: `${p.config.publicUrl}/${language}/privacy`, version: versionOf(p) },
    },
    items: facts.chapters.flatMap(({ items }) =>
      items.map(({ item, holdings }) => ({
        item,
        name: said.items[item].name,
        what: said.items[item].what,
        holdings: holdings.map(({ holding }) => holdingCopy(holding)),
      })),
    ),
    leftOut,
  }
}
