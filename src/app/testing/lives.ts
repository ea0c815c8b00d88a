// Two people on a site whose register was made by chance: what they do, and beside it what should then be there, reckoned from the rules alone. For tests.
import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { dayOf, days } from '../../platform/clock'
import type { Db } from '../../platform/db'
import { SealBroken } from '../../platform/vault'
import { hold } from '../../privacy'
import { type Column, cutoff, isHolding, Opaque, termOf } from '../../register'
import type { TestSite } from './index'
import type { MadeRegister, MadeTable } from './registers'

/** What somebody does. `at` and `with` choose among what there is, `day` says when it was. */
export const anAct = fc.record({
  act: fc.constantFrom('write', 'write', 'write', 'rewrite', 'delete', 'break off', 'collide'),
  who: fc.constantFrom<'an' | 'bart'>('an', 'bart'),
  at: fc.nat(1000),
  with: fc.nat(1000),
  day: fc.integer({ min: -40, max: 20 }),
  both: fc.boolean(),
  empty: fc.boolean(),
  held: fc.constantFrom<number | null>(null, null, null, -3, 25),
})
type Act = typeof anAct extends fc.Arbitrary<infer A> ? A : never

type Row = {
  id: string
  table: MadeTable
  owner: string | null
  /** Who takes part, by column. */
  parties: Record<string, string | null>
  whole: string | null
  /** The mark in each column that says something, and the one in its file. */
  says: Record<string, string>
  file: string | undefined
  isOver(): boolean
  heldUntil: Date | null
  silentUntil: string | null
}

const asStored = ({ type }: Column, mark: string): unknown =>
  type === 'text[]' ? [mark] : type === 'jsonb' ? JSON.stringify({ mark }) : mark

export async function lifeOn({ p, clock }: TestSite, made: MadeRegister) {
  const run = randomBytes(5).toString('hex')
  const names = { sealed: `dicht${run}`, open: `open${run}` }
  const aMark = new RegExp(`(?:${names.sealed}|${names.open})n\\d+n`, 'g')
  const today = (offset = 0) => dayOf(new Date(clock.now().getTime() + days(offset)))
  const someone = async () => {
    const { id } = await p.vault.newPerson(p.db, [])
    await p.db.updateTable('people').set({ created_at: clock.now() }).where('id', '=', id).execute()
    return id
  }
  const people = { an: await someone(), bart: await someone() }
  const [there, ended] = [new Set(Object.values(people)), new Set<string>()]
  let rows: Row[] = []
  let marks = 0
  const markOf = ({ kind }: Pick<Column, 'kind'>) => `${kind === 'sealed' ? names.sealed : names.open}n${++marks}n`

  const isHeld = ({ heldUntil }: Row) => heldUntil !== null && heldUntil > clock.now()
  const isHeldByPart = ({ id }: Row) => rows.some((part) => part.whole === id && isHeld(part))
  /** Takes rows out, and what is part of them with them. */
  const take = (goes: (row: Row) => boolean) => {
    const gone = new Set(rows.filter(goes).map(({ id }) => id))
    rows = rows.filter(({ id, whole }) => !gone.has(id) && !(whole && gone.has(whole)))
  }

  async function sealedFor({ id, table, owner }: Row, values: Record<string, string>, db: Db): Promise<Record<string, unknown>> {
    if (!owner || Object.keys(values).length === 0) return {}
    const classes = Object.keys(values).map((name) => made.holdings[table.columns[name]?.about ?? '']?.keys)
    const keys = await Reflect.apply(p.vault.keysToSeal, p.vault, [db, owner, [...new Set(classes)]])
    return Reflect.apply(keys.seal, keys, [table.name, { id, [table.subject ?? '']: owner }, values])
  }

  /** Holds a row, until some days from now. Answers until when; null for what cannot be held. */
  async function heldFor({ id, table }: Row, offset: number, db: Db): Promise<Date | null> {
    const until = new Date(clock.now().getTime() + days(offset))
    const holding = (trx: Db) =>
      Reflect.apply(hold, undefined, [p, trx, [{ table: table.name, id }], { ground: 'report', about: id, until }])
    const many = db === p.db ? await p.db.transaction().execute(holding) : await holding(db)
    return many ? until : null
  }

  /** When a row of this moment is over, and the column that says so. */
  function ending(table: MadeTable, moment: Date): { values: Record<string, unknown>; isOver(): boolean } {
    const term = termOf(table)
    if (table.clock && term) return { values: { [table.clock]: moment }, isOver: () => moment < cutoff(term, clock.now()) }
    if (!table.expires) return { values: {}, isOver: () => false }
    const value = table.columns[table.expires]?.type === 'bigint' ? moment.getTime() : moment
    return { values: { [table.expires]: value }, isOver: () => moment < clock.now() }
  }

  async function write(act: Act, db: Db = p.db): Promise<Row | undefined> {
    const table = made.tables[act.at % made.tables.length]
    if (!table) return undefined
    const [who, other] = act.who === 'an' ? [people.an, people.bart] : [people.bart, people.an]
    const wholes = rows.filter((row) => row.table.name === table.partOf?.table && Object.values(row.parties).includes(who))
    const { values: end, isOver } = ending(table, new Date(clock.now().getTime() + days(act.day)))
    const row: Row = {
      id: randomUUID(),
      table,
      owner: table.subject ? who : null,
      parties: Object.fromEntries((table.unlinks ?? []).map((name) => [name, name === 'one_id' ? who : act.both ? other : null])),
      whole: wholes[act.with % Math.max(1, wholes.length)]?.id ?? null,
      says: {},
      file: table.files && !act.empty ? markOf({ kind: 'published' }) : undefined,
      isOver,
      heldUntil: null,
      silentUntil: table.silentUntil && act.held !== null ? today(act.held) : null,
    }
    const values: Record<string, unknown> = { id: row.id, ...row.parties, ...end }
    const sealed: Record<string, string> = {}
    if (table.subject) values[table.subject] = who
    if (table.partOf) values[table.partOf.column] = row.whole
    if (table.silentUntil) values[table.silentUntil] = row.silentUntil
    if (table.files) values[table.files.column] = row.file ? row.id : null
    for (const [name, column] of Object.entries(table.columns)) {
      const found = sealed[column.of ?? '']
      if (column.kind === 'blindIndex')
        values[name] = found ? Reflect.apply(p.vault.index, p.vault, [`${table.name}.${name}`, found]) : null
      if (!isHolding(column.about) || column.kind === 'blindIndex' || (act.empty && column.nullable)) continue
      const mark = markOf(column)
      row.says[name] = mark
      if (column.kind === 'sealed') sealed[name] = mark
      else values[name] = asStored(column, mark)
    }
    Object.assign(values, await sealedFor(row, sealed, db))
    if (row.file) await p.files.write(`${table.files?.folder}/${row.id}/1.txt`, Buffer.from(row.file))
    await sql`insert into ${sql.table(table.name)} (${sql.join(Object.keys(values).map((name) => sql.ref(name)))})
      values (${sql.join(Object.values(values))})`.execute(db)
    if (act.held !== null) row.heldUntil = await heldFor(row, act.held, db)
    return row
  }

  const others: Record<string, (row: Row, act: Act) => Promise<unknown>> = {
    async delete(row) {
      await sql`delete from ${sql.table(row.table.name)} where id = ${row.id}`.execute(p.db)
      take(({ id }) => id === row.id)
    },
    async rewrite(row, act) {
      const said = Object.keys(row.says)
      const name = said[act.with % Math.max(1, said.length)] ?? ''
      const column = row.table.columns[name]
      if (!column) return
      const mark = markOf(column)
      const value = column.kind === 'sealed' ? (await sealedFor(row, { [name]: mark }, p.db))[name] : asStored(column, mark)
      await sql`update ${sql.table(row.table.name)} set ${sql.ref(name)} = ${value} where id = ${row.id}`.execute(p.db)
      row.says[name] = mark
    },
    // The database refuses it, and writes into its own log what it refused.
    collide: ({ id, table }) =>
      sql`insert into ${sql.table(table.name)} select * from ${sql.table(table.name)} where id = ${id}`.execute(p.db).then(
        () => {
          throw new Error('two rows with one id')
        },
        () => {},
      ),
  }

  const fileOf = async ({ files }: MadeTable, row: Record<string, unknown>) =>
    files && row[files.column] ? (await p.files.read(`${files.folder}/${row[files.column]}/1.txt`)).toString() : ''

  /** What a row says, opened with its owner's keys. */
  async function saidIn(table: MadeTable, row: Record<string, unknown>): Promise<string[]> {
    const owner = row[table.subject ?? '']
    const keys = await p.vault.keys(p.db, [typeof owner === 'string' ? owner : null])
    const bound: Record<string, { open(purpose: string): string } | null> = Reflect.apply(keys.bindRow, keys, [table.name, row])
    const opened = Object.entries(bound).flatMap(([name, held]) => {
      const [purpose = ''] = made.holdings[table.columns[name]?.about ?? '']?.for ?? []
      return held ? [held.open(purpose)] : []
    })
    const plain = Object.values(row).filter((value) => !(value instanceof Opaque))
    return [`${opened.join(' ')} ${JSON.stringify(plain)} ${await fileOf(table, row)}`.match(aMark) ?? []].flat().sort()
  }

  const has = (person: string, { owner, parties }: Row) => owner === person || Object.values(parties).includes(person)

  /** Somebody ends. What is held of them stays, and with it who they are. */
  function erased(person: string): void {
    take((row) => row.owner === person && !isHeld(row))
    for (const { parties, says, table } of rows)
      for (const [name, party] of Object.entries(parties)) {
        if (party !== person) continue
        parties[name] = null
        for (const [told, whose] of Object.entries(table.theirs ?? {})) if (whose === name) delete says[told]
      }
    take((row) => !row.owner && Object.values(row.parties).every((party) => party === null) && !isHeldByPart(row))
    if (rows.some(({ owner }) => owner === person)) ended.add(person)
    else there.delete(person)
  }

  return {
    people,
    names,
    erased,
    /** Somebody does something. */
    async act(act: Act): Promise<void> {
      if (act.act === 'write') rows.push(...[(await write(act)) ?? []].flat())
      else if (act.act === 'break off') {
        const thought = new Error('thought better of it')
        const broken = p.db.transaction().execute(async (trx) => {
          await write(act, trx)
          throw thought
        })
        await broken.catch((error: unknown) => {
          if (error !== thought) throw error
        })
      } else {
        const row = rows[act.at % Math.max(1, rows.length)]
        if (row) await others[act.act]?.(row, act)
      }
    },
    /** What should go by now, goes: rows, who ended once nothing of them is held, and who left nothing but traces. */
    swept(): void {
      // What a hold keeps keeps what it is part of.
      take((row) => row.isOver() && !isHeld(row) && !isHeldByPart(row))
      for (const person of there) {
        const own = rows.filter(({ owner }) => owner === person)
        const isNobody = rows.every((row) => row.table.trace || !has(person, row))
        if (isNobody || (ended.has(person) && !own.every(isHeld))) erased(person)
      }
    },
    /** By row, the marks that should be there. */
    shouldBe: (): Record<string, string[]> =>
      Object.fromEntries(rows.map(({ id, says, file }) => [id, [...Object.values(says), ...(file ? [file] : [])].sort()])),
    /** By row, the marks that are there. Throws when something sealed does not open. */
    async is(): Promise<Record<string, string[]>> {
      const there: Record<string, string[]> = {}
      for (const table of made.tables) {
        const found = await sql<Record<string, unknown>>`select * from ${sql.table(table.name)}`.execute(p.db)
        for (const row of found.rows) there[String(row.id)] = await saidIn(table, row)
      }
      return there
    },
    /** What a copy of somebody's should say. */
    inCopy: (person: string): string[] =>
      rows
        .filter((row) => (row.owner ? row.owner === person : has(person, row)))
        .filter((row) => (row.silentUntil ?? '') < today() && (!row.isOver() || isHeld(row) || isHeldByPart(row)))
        .flatMap(({ says, table, parties }) =>
          Object.entries(says).flatMap(([name, mark]) => {
            const { kind, about = '' } = table.columns[name] ?? {}
            const whose = table.theirs?.[name]
            return (kind === 'sealed' && made.holdings[about]?.secret) || (whose && parties[whose] !== person) ? [] : [mark]
          }),
        )
        .sort(),
    /** All marks in a text. */
    marksIn: (text: string): string[] => [...new Set(text.match(aMark))].sort(),
    /** The sealed values of somebody, as whoever kept the rows would have them: to be called for what opens of them. */
    async keptOf(person: string): Promise<() => Promise<string[]>> {
      const kept: { id: string; table: MadeTable; row: Record<string, unknown> }[] = []
      for (const { id, table, owner } of rows)
        if (owner === person) {
          const found = await sql<Record<string, unknown>>`select * from ${sql.table(table.name)} where id = ${id}`.execute(p.db)
          kept.push(...found.rows.map((row) => ({ id, table, row })))
        }
      return async () => {
        const keys = await p.vault.keys(p.db, [person])
        return kept.flatMap(({ id, table, row }) => {
          const bound: ReturnType<typeof keys.bindRow> = Reflect.apply(keys.bindRow, keys, [table.name, row])
          return Object.entries(bound).flatMap(([name, held]) => {
            try {
              return held?.open('rights') ? [`${id} ${made.holdings[table.columns[name]?.about ?? '']?.keys}`] : []
            } catch (error) {
              if (error instanceof SealBroken) return []
              throw error
            }
          })
        })
      }
    },
    /** The classes of keys that something that is held needs. */
    needed: (person: string): string[] => [
      ...new Set(
        rows
          .filter(({ owner }) => owner === person)
          .flatMap(({ table }) => Object.values(table.columns))
          .flatMap(({ kind, about }) => (kind === 'sealed' ? (made.holdings[about]?.keys ?? []) : [])),
      ),
    ],
  }
}
