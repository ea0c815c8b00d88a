// Measures the built product, and writes docs/benchmarks.md. `npm run bench [-- 100000 1000000]`. `npm run bench -- people layer` says these parts alone.
// With BENCH_DIR the markets stay in that folder, and are measured again without being put in again.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openPlatform } from '../src/app/open'
import { configFrom } from '../src/platform/config'
import { logTo } from '../src/platform/log'
import { openPostgres } from '../src/platform/postgres'
import { newKey, seal, unseal } from '../src/platform/vault/seal'
import { chat } from './chat'
import { counting } from './counting'
import { layer } from './layer'
import { load, timed } from './load'
import { people } from './people'
import { replies } from './replies'
import { rotation } from './rotation'
import { seedListings } from './seed'
import { databaseMegabytes, startBare, startSite } from './server'

const sizes = process.argv.slice(2).map(Number).filter(Boolean)
const only = process.argv.slice(2).filter((one) => !Number(one))
const seconds = 6
const connections = 8
const lines: string[] = []
const say = (line = '') => {
  lines.push(line)
  console.log(line)
}
const ms = (n: number) => `${n.toFixed(n < 10 ? 1 : 0)} ms`

const folders: string[] = []
const room = (): { DATA_DIR: string; KEYS_DIR: string; DEMO: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'huisrecht-bench-'))
  folders.push(folder)
  return { DATA_DIR: join(folder, 'data'), KEYS_DIR: join(folder, 'keys'), DEMO: '0' }
}

async function starts(): Promise<void> {
  const fresh = room()
  const first = await startSite(fresh)
  await first.stop()
  const again = await startSite(fresh)
  const memory = again.megabytes()
  await again.stop()
  const demo = await startSite({ ...room(), DEMO: '1' })
  await demo.stop()
  say('## Start')
  say()
  say('| | |')
  say('|---|---|')
  say(`| first start of an empty site (new database, keys, schema) to the first page | ${ms(first.startedIn)} |`)
  say(`| start of an existing site to the first page | ${ms(again.startedIn)} |`)
  say(`| first start with 300 demo adverts (their pictures follow from the queue) | ${ms(demo.startedIn)} |`)
  say(`| memory of the program after its first page | ${memory} MB |`)
  say()
}

function seals(): void {
  const key = newKey()
  const binding = {
    column: 61,
    row: 'a4f1c7de-0000-4000-8000-000000000001',
    person: 'a4f1c7de-0000-4000-8000-000000000002',
    class: 'messages',
  }
  const plain = Buffer.from('x'.repeat(100))
  const many = 50_000
  const run = (act: () => unknown) => {
    for (let n = 0; n < 5_000; n++) act()
    const started = performance.now()
    for (let n = 0; n < many; n++) act()
    return ((performance.now() - started) / many) * 1000
  }
  const sealed = seal(key, binding, plain)
  const [sealing, opening] = [run(() => seal(key, binding, plain)), run(() => unseal(key, binding, sealed))]
  say('## Sealing')
  say()
  say(
    `A field of 100 bytes: ${sealing.toFixed(1)} µs to seal, ${opening.toFixed(1)} µs to open. A thread page of 50 messages opens 52 fields: ${ms((opening * 52) / 1000)}.`,
  )
  say()
}

const priceRanges = [
  [300, 450],
  [400, 550],
  [450, 700],
  [350, 500],
] as const
const towns = [
  'leuven',
  'gent',
  'antwerpen',
  'brussel',
  'liege',
  'amsterdam',
  'utrecht',
  'groningen',
  'maastricht',
  'louvain-la-neuve',
]
const words = ['tuin', 'balkon', 'rustig', 'jardin', 'garden', 'fiets']

/** Where a market of this size is, and how many seconds it took to put it in. */
async function marketOf(n: number): Promise<{ where: ReturnType<typeof room>; seconds: number }> {
  const kept = process.env.BENCH_DIR ? join(process.env.BENCH_DIR, String(n)) : undefined
  const where = kept ? { DATA_DIR: join(kept, 'data'), KEYS_DIR: join(kept, 'keys'), DEMO: '0' } : room()
  const done = join(kept ?? where.DATA_DIR, 'seconds')
  if (existsSync(done)) return { where, seconds: Number(readFileSync(done, 'utf8')) }
  const p = await openPlatform(configFrom(where), { log: logTo(() => {}) })
  const bare = new pg.Client({ ...p.connection.pool.options })
  await bare.connect()
  const began = performance.now()
  for (const statement of seedListings(n)) await bare.query(statement)
  const seconds = Math.round((performance.now() - began) / 1000)
  await bare.end()
  await p.close()
  writeFileSync(done, String(seconds))
  return { where, seconds }
}

async function market(n: number): Promise<void> {
  const { where, seconds: seeding } = await marketOf(n)
  const site = await startSite(where)
  const server = await openPostgres({ dataDir: where.DATA_DIR, log: logTo(() => {}) })
  const bare = new pg.Client(server.connection)
  await bare.connect()

  const cases = towns.flatMap((town) => priceRanges.map(([min, max]) => ({ town, min, max })))
  // Each address is asked once, so that no page comes from memory: the highest price differs by a euro.
  const byPrice = (run: number) =>
    cases.map(({ town, min, max }) => `${site.url}/nl/rooms?where=${town}&min=${min}&max=${max + run}&sort=price`)
  const withWord = (run: number) =>
    cases.map(({ town }, at) => `${site.url}/nl/rooms?where=${town}&q=${words[at % words.length]}&max=${1500 + run}`)
  const fetched = async (url: string) => {
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
    return answer.text()
  }
  // A program that has run for a minute: what it does often is compiled by then, and the database has read its tables.
  for (const run of [0, 10, 11]) await timed([...byPrice(run), ...withWord(run)], fetched)
  const [price, word] = [await timed([1, 2, 3].flatMap(byPrice), fetched), await timed([1, 2].flatMap(withWord), fetched)]

  const columns =
    'id, public_id, kind, language, title, street, place_id, accuracy, cell_lat, cell_lon, rent, charges_mode, charges, total, size, available_from, available_until, furnished, published_at, confirmed_at, updated_at'
  const sqlPrice = await timed([...cases, ...cases], ({ town, min, max }) =>
    bare.query(
      `select ${columns} from listings where status = 'published' and not resting and place_id = $1 and total between $2 and $3 order by total, id limit 24`,
      [town, min * 100, max * 100],
    ),
  )
  const sqlWord = await timed(
    cases.map((one, at) => ({ ...one, word: words[at % words.length] })),
    ({ town, word }) =>
      bare.query(
        `select ${columns} from listings where status = 'published' and not resting and place_id = $1 and search @@ plainto_tsquery('dutch', $2) order by published_at desc, id limit 24`,
        [town, word],
      ),
  )

  say(`## ${n.toLocaleString('en-GB')} adverts`)
  say()
  say(
    `Put in within ${seeding} s. One request after another, the whole page with counts, beside bare SQL for the same rows (no counts, no page):`,
  )
  say()
  say('| search page | p50 | p95 | bare SQL p50 | p95 | page ÷ SQL (p50) |')
  say('|---|---|---|---|---|---|')
  say(
    `| place and price range, by price | ${ms(price.p50)} | ${ms(price.p95)} | ${ms(sqlPrice.p50)} | ${ms(sqlPrice.p95)} | ${(price.p50 / sqlPrice.p50).toFixed(1)} |`,
  )
  say(
    `| place and a word, newest first | ${ms(word.p50)} | ${ms(word.p95)} | ${ms(sqlWord.p50)} | ${ms(sqlWord.p95)} | ${(word.p50 / sqlWord.p50).toFixed(1)} |`,
  )
  say()

  const { rows } = await bare.query<{ public_id: string }>(
    "select public_id from listings where status = 'published' order by id limit 30200",
  )
  const adverts = rows.map((row) => `${site.url}/nl/rooms/${row.public_id}`)
  const pages: [string, string[]][] = [
    ['search, 40 pages that many ask for', byPrice(0)],
    ['search, each page asked once', Array.from({ length: 400 }, (_, run) => byPrice(20 + run)).flat()],
    ['advert, 200 that many ask for', adverts.slice(0, 200)],
    ['advert, each asked once', adverts.slice(200)],
    ['home', [`${site.url}/nl`]],
  ]
  say(
    `${connections} connections for ${seconds} s, the load on the same machine, beside a bare \`node:http\` server that sends the same bytes:`,
  )
  say()
  say('| page | requests per second | p50 | p95 | bare server | share |')
  say('|---|---|---|---|---|---|')
  for (const [name, urls] of pages) {
    const body = Buffer.from(await fetched(urls[0] ?? ''))
    // What many ask for was asked for before; of the others only the first page was.
    if (urls.length <= 200) for (const url of urls) await fetched(url)
    const ours = await load(urls, connections, seconds)
    const plain = await startBare(body)
    const theirs = await load([plain.url], connections, seconds)
    await plain.stop()
    const failed = ours.failed > 0 ? ` (${ours.failed} failed)` : ''
    say(
      `| ${name} | ${ours.perSecond}${failed} | ${ms(ours.p50)} | ${ms(ours.p95)} | ${theirs.perSecond} | ${((100 * ours.perSecond) / theirs.perSecond).toFixed(0)} % |`,
    )
  }
  say()
  say(`Memory after this: the program ${site.megabytes()} MB, its PostgreSQL ${databaseMegabytes(where.DATA_DIR)} MB.`)
  say()
  await site.stop()
  await bare.end()
  await server.stop()
}

const cpu = cpus()[0]?.model.trim() ?? 'unknown processor'
say('# Benchmarks')
say()
say(
  `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench\` on ${cpus().length} cores (${cpu}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, Linux ${release()}, Node ${process.versions.node},`,
)
say(
  'PostgreSQL 18 embedded with fsync on. A shared machine: compare figures of one run with each other, not with those of another day.',
)
say()
const parts: Record<string, () => Promise<void>> = {
  starts,
  seals: async () => seals(),
  rotation: () => rotation(room(), 100_000, connections, say),
  people: () => people(room(), connections, say),
  layer: () => layer(say),
  chat: () => chat(room(), say),
  replies: () => replies(room(), connections, say),
  counting: () => counting(room, connections, say),
  markets: async () => {
    for (const n of sizes.length > 0 ? sizes : [100_000, 1_000_000]) await market(n)
  },
}
try {
  for (const [name, measure] of Object.entries(parts)) if (only.length === 0 || only.includes(name)) await measure()
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
if (only.length === 0) {
  const notes = readFileSync('bench/notes.md', 'utf8')
  writeFileSync('docs/benchmarks.md', `${lines.join('\n').trimEnd()}\n\n${notes}`)
}
