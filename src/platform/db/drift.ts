import { sql } from 'kysely'
import { type TableName, tableNamed, tablesOf } from '../../register'
import type { Db } from './index'

/** Schemas that are not ours: PostgreSQL's own, and the job queue's, whose contents have a test of their own. */
const foreign = ['pg_catalog', 'information_schema', 'pg_toast', 'pgboss']

const catalogue = (db: Db) =>
  sql<{ schema: string; relation: string; kind: string; column: string | null; type: string | null; nullable: boolean | null }>`
    select n.nspname as schema, c.relname as relation, c.relkind as kind,
      a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and n.nspname <> all(${foreign}) and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast%'
    order by 1, 2, a.attnum`.execute(db)

/** What else can carry a value: indexes over expressions or part of the rows, generated columns, triggers, statistics, functions. */
const derived = (db: Db) =>
  sql<{ name: string }>`
    select ic.relname as name from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_namespace n on n.oid = ic.relnamespace
      where (i.indexprs is not null or i.indpred is not null) and n.nspname <> all(${foreign}) and n.nspname not like 'pg_toast%'
    union all select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attgenerated <> '' and n.nspname <> all(${foreign})
    union all select c.relname || ' trigger ' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and n.nspname <> all(${foreign})
    union all select c.relname || ' rule ' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
      where c.relkind <> 'v' and n.nspname <> all(${foreign})
    union all select 'statistics ' || s.stxname from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace where n.nspname <> all(${foreign})
    union all select 'function ' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname <> all(${foreign})`.execute(
    db,
  )

const kinds: Record<string, string> = {
  v: 'view',
  m: 'materialised view',
  f: 'foreign table',
  S: 'sequence',
  c: 'type',
  p: 'partitioned table',
}

/** Compares the register with the live database, both ways. Answers each difference as a sentence; none means that they agree. */
export async function drift(db: Db, features: readonly string[]): Promise<string[]> {
  const differences: string[] = []
  const expected = new Set<string>(tablesOf(features))
  const seen = new Map<string, Map<string, { type: string; nullable: boolean }>>()
  for (const row of (await catalogue(db)).rows) {
    const name = row.schema === 'public' ? row.relation : `${row.schema}.${row.relation}`
    if (row.kind !== 'r' || !expected.has(name)) {
      const sentence = `the database has the ${kinds[row.kind] ?? 'table'} ${name}, which the register does not know`
      if (!differences.includes(sentence)) differences.push(sentence)
      continue
    }
    const columns = seen.get(name) ?? new Map()
    if (row.column) columns.set(row.column, { type: row.type ?? '', nullable: row.nullable ?? false })
    seen.set(name, columns)
  }
  for (const name of expected) {
    const declared = tableNamed(name as TableName).columns
    const live = seen.get(name)
    if (!live) {
      differences.push(`the register has the table ${name}, which the database lacks`)
      continue
    }
    for (const [column, spec] of Object.entries(declared)) {
      const found = live.get(column)
      if (!found) {
        if (spec.state !== 'coming') differences.push(`the register has the column ${name}.${column}, which the database lacks`)
        continue
      }
      if (found.type !== spec.type)
        differences.push(`${name}.${column} is ${found.type} in the database and ${spec.type} in the register`)
      else if (found.nullable !== spec.nullable && !('state' in spec))
        differences.push(
          `${name}.${column} may ${found.nullable ? '' : 'not '}be empty in the database, and may ${spec.nullable ? '' : 'not '}in the register`,
        )
    }
    for (const column of live.keys())
      if (!(column in declared))
        differences.push(`the database has the column ${name}.${column}, which the register does not know`)
  }
  const allowed = new Set([...expected].flatMap((name) => tableNamed(name as TableName).derived ?? []))
  const found = new Set((await derived(db)).rows.map((row) => row.name))
  for (const name of found)
    if (!allowed.has(name)) differences.push(`the database derives ${name}, which the register does not know`)
  for (const name of allowed) if (!found.has(name)) differences.push(`the register derives ${name}, which the database lacks`)
  return differences
}
