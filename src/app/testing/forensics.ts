// What can be read of a site by who has its disk and the superuser of its database, but not its keys. For tests.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import pg from 'pg'
import { openPostgres } from '../../platform/postgres'
import { siteWith, type TestSite } from './index'
import type { Journey } from './journey'
import { publishedTexts, sealedNumbers, sealedTexts } from './journey'
import { formsOf, formsOfNumber, type Scanner, type scanner } from './marks'

export type OpenSite = { site: TestSite; dataDir: string; superuser: pg.Client; close(): Promise<void> }

/** A site on an embedded server of its own, as an operator has it: the disk is waited for, and nothing is left out of the WAL. */
export async function siteOfItsOwn(env: Record<string, string> = {}): Promise<OpenSite> {
  const room = await mkdtemp(join(tmpdir(), 'huisrecht-forensics-'))
  const dataDir = join(room, 'data')
  const site = await siteWith({ DATA_DIR: dataDir, KEYS_DIR: join(room, 'keys'), ...env })
  const joined = await openPostgres({ dataDir, log: Object.assign(() => {}, { bug: () => '' }) })
  const superuser = new pg.Client(joined.superuser)
  await superuser.connect()
  return {
    site,
    dataDir,
    superuser,
    async close() {
      await superuser.end()
      await joined.stop()
      await site.close()
      await rm(room, { recursive: true, force: true })
    },
  }
}

/** Reads every file below a folder, sockets and the like left out. */
async function scanFiles(folder: string, scan: Scanner): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    scan(`file ${relative(folder, path)}`, await readFile(path))
  }
}

const tables = `
  select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'm') and n.nspname !~ '^pg_(catalog|toast)' and n.nspname <> 'information_schema' order by 1`

/** Reads the database through its superuser: every row of every table of every schema, what ANALYZE noted, and the statements that run. */
async function scanDatabase(superuser: pg.Client, scan: Scanner): Promise<void> {
  const text = async (place: string, query: string) => {
    const { rows } = await superuser.query<{ line: string | null }>(query)
    scan(place, Buffer.from(rows.map(({ line }) => line ?? '').join('\n')))
  }
  for (const { name } of (await superuser.query<{ name: string }>(tables)).rows)
    await text(`table ${name}`, `select t::text as line from only ${name} t`)
  await text('pg_stats', 'select s::text as line from pg_stats s')
  await text('pg_stat_activity', 'select query as line from pg_stat_activity')
}

/** Reads everything: the data folder with database, WAL, log and files, the database itself, and what the program logged. */
export async function scanAll({ site, dataDir, superuser }: OpenSite, scan: Scanner): Promise<void> {
  await superuser.query('analyze')
  await superuser.query('checkpoint')
  await superuser.query('select pg_switch_wal()')
  await scanFiles(dataDir, scan)
  await scanDatabase(superuser, scan)
  scan('log', Buffer.from(site.logged.join('\n')))
}

/** The marks of the journey, and what would let somebody in. */
export const marksOf = ({ secrets }: Journey): Record<string, Buffer[]> => ({
  ...Object.fromEntries(Object.entries({ ...sealedTexts, ...secrets }).map(([name, text]) => [name, formsOf(text)])),
  ...Object.fromEntries(Object.entries(sealedNumbers).map(([name, number]) => [name, formsOfNumber(number)])),
})

export const publishedMarks: Record<string, Buffer[]> = Object.fromEntries(
  Object.entries(publishedTexts).map(([name, text]) => [name, formsOf(text)]),
)

/** What was found, as lines to read: the mark and where. */
export const seenBy = ({ found }: ReturnType<typeof scanner>): string[] =>
  [...found].flatMap(([name, places]) => [...places].map((place) => `${name}: ${place}`)).sort()
