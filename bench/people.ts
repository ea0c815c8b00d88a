// People with what they write, in the shape that Edna was measured on (a forum of 16,000 people, 120,000 stories and 300,000 comments, drawn after
// Zipf; privacy.md 3): here 16,000 accounts, 20,000 adverts with 100,000 replies, 300,000 messages. Everything is sealed as the program seals it.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openPlatform, type Running } from '../src/app/open'
import { newThreadId } from '../src/features/messages/rules'
import { configFrom } from '../src/platform/config'
import { logTo } from '../src/platform/log'
import { erase, withCopy, zipOf } from '../src/privacy'
import { load, percentile } from './load'
import { seedListings } from './seed'
import { startSite } from './server'

const classes = ['service', 'messages', 'security'] as const
const edna = { people: 16_000, adverts: 20_000, replies: 100_000, messages: 300_000 }
/** Of how many of these people each is drawn: the first twice as often as the second, three times as often as the third. */
function zipf(many: number, exponent = 0.8): () => number {
  const sums: number[] = []
  let sum = 0
  for (let rank = 1; rank <= many; rank++) {
    sum += 1 / rank ** exponent
    sums.push(sum)
  }
  return () => {
    const drawn = random() * sum
    let [low, high] = [0, many - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < drawn) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The same numbers each time: xorshift32. */
let state = 4202
function random(): number {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) / 2 ** 32
}

const inBatches = async <T>(all: readonly T[], size: number, act: (some: readonly T[]) => Promise<unknown>) => {
  for (let at = 0; at < all.length; at += size) await act(all.slice(at, at + size))
}
const column = <T, V>(rows: readonly T[], of: (row: T) => V): V[] => rows.map(of)
const sentence =
  'Dag, ik begin in februari aan mijn master en zoek een rustige kamer. Is ze nog vrij, en mag ik eens komen kijken? '

/** Puts them in, and answers their ids: advertisers first. */
export async function settle(p: Running, shape = edna): Promise<{ people: string[]; messagesOf: Map<string, number> }> {
  const { pool } = p.connection
  for (const statement of seedListings(shape.adverts)) await pool.query(statement)
  const { rows: known } = await pool.query<{ id: string }>('select id from people order by id')
  const people = known.map(({ id }) => id)
  const more = Array.from({ length: shape.people - people.length }, () => randomUUID())
  await pool.query('insert into people (id) select unnest($1::uuid[])', [more])
  people.push(...more)
  await inBatches(people, 200, (some) =>
    p.db.transaction().execute(async (trx) => {
      for (const id of some) {
        const keys = await p.vault.keysToSeal(trx, id, classes)
        const row = { id: randomUUID(), person_id: id }
        const said = { first_name: 'An', email: `${id}@example.org`, user_name: id }
        await trx
          .insertInto('accounts')
          .values({
            ...row,
            ...keys.seal('accounts', row, { ...said, password: '$argon2id$' }),
            email_key: p.vault.index('accounts.email_key', said.email),
            user_name_key: p.vault.index('accounts.user_name_key', said.user_name),
            language: 'nl',
            notifications: JSON.stringify({ messages: true, alerts: true }),
            created_at: new Date(),
            last_seen_on: new Date().toISOString().slice(0, 10),
          })
          .execute()
      }
    }),
  )
  const { rows: adverts } = await pool.query<{ id: string; person_id: string; kind: string; place_id: string; total: number }>(
    'select id, person_id, kind, place_id, total from listings order by id',
  )
  const [anAdvert, aSeeker, aThread] = [zipf(adverts.length), zipf(people.length), zipf(shape.replies, 0.5)]
  const pairs = new Map<string, { id: string; seeker: string; advertiser: string; advert: (typeof adverts)[number] }>()
  while (pairs.size < shape.replies) {
    const advert = adverts[anAdvert()]
    const seeker = people[people.length - 1 - aSeeker()]
    if (advert && seeker && seeker !== advert.person_id)
      pairs.set(`${advert.id} ${seeker}`, { id: randomUUID(), seeker, advertiser: advert.person_id, advert })
  }
  const threads = [...pairs.values()]
  await inBatches(threads, 5_000, (some) =>
    pool.query(
      `insert into threads (id, public_id, listing_id, listing_kind, listing_place, listing_total, seeker_id, advertiser_id, created_at, last_message_at)
       select id, public_id, listing, kind, place, total, seeker, advertiser, now(), now()
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::uuid[], $7::uuid[], $8::text[])
         as u (id, listing, kind, place, total, seeker, advertiser, public_id)`,
      [
        column(some, ({ id }) => id),
        column(some, ({ advert }) => advert.id),
        column(some, ({ advert }) => advert.kind),
        column(some, ({ advert }) => advert.place_id),
        column(some, ({ advert }) => advert.total),
        column(some, ({ seeker }) => seeker),
        column(some, ({ advertiser }) => advertiser),
        column(some, newThreadId),
      ],
    ),
  )
  const keys = await p.vault.keys(p.db, people)
  const messagesOf = new Map<string, number>()
  const written = Array.from({ length: shape.messages }, (_, at) => {
    // Each thread begins with its seeker; the others are drawn, and both write.
    const thread = threads[at < threads.length ? at : aThread()]
    const person = at < threads.length || at % 2 === 0 ? thread?.seeker : thread?.advertiser
    messagesOf.set(person ?? '', (messagesOf.get(person ?? '') ?? 0) + 1)
    return { id: randomUUID(), person_id: person ?? '', thread: thread?.id ?? '' }
  })
  await inBatches(written, 5_000, (some) =>
    pool.query(
      `insert into messages (id, person_id, thread_id, body, created_at)
       select id, person, thread, body, now() from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[]) as u (id, person, thread, body)`,
      [
        column(some, ({ id }) => id),
        column(some, ({ person_id }) => person_id),
        column(some, ({ thread }) => thread),
        column(some, (row) => keys.seal('messages', row, { body: sentence.repeat(1 + Math.floor(random() * 4)) }).body?.bytes),
      ],
    ),
  )
  await pool.query('vacuum analyze')
  return { people, messagesOf }
}

const times = async <T>(given: readonly T[], act: (one: T) => Promise<unknown>): Promise<number[]> => {
  const taken: number[] = []
  for (const one of given) {
    const began = performance.now()
    await act(one)
    taken.push(performance.now() - began)
  }
  return taken
}
const ms = (n: number) => `${n < 10 ? n.toFixed(1) : n.toFixed(0)} ms`
const said = (taken: readonly number[]) => `median ${ms(percentile(taken, 0.5))}, p95 ${ms(percentile(taken, 0.95))}`

const [rounds, turn] = [6, 4]

/** Copies and erasures among these people, alone and beside a site that serves; says what came of it. */
export async function people(env: Record<string, string>, connections: number, say: (line?: string) => void): Promise<void> {
  const p = await openPlatform(configFrom(env), { log: logTo(() => {}) })
  const began = performance.now()
  const { people: all, messagesOf } = await settle(p)
  const seconds = Math.round((performance.now() - began) / 1000)
  const heaviest = all.toSorted((a, b) => (messagesOf.get(b) ?? 0) - (messagesOf.get(a) ?? 0))
  const [first = '', second = ''] = heaviest
  const drawn = Array.from({ length: 3_000 }, () => all[Math.floor(random() * all.length)] ?? '')
  const some = [...new Set(drawn)].filter((id) => !heaviest.slice(0, 20).includes(id))

  say('## People')
  say()
  say(
    `${edna.people.toLocaleString('en-GB')} accounts, ${edna.adverts.toLocaleString('en-GB')} adverts, ${edna.replies.toLocaleString('en-GB')} replies, ${edna.messages.toLocaleString('en-GB')} sealed messages after Zipf (the shape that Edna was measured on), put in within ${seconds} s. The heaviest person wrote ${messagesOf.get(first)?.toLocaleString('en-GB')} messages.`,
  )
  say()
  const copy = (id: string) =>
    withCopy(p, id, 'nl', async (all) => {
      for await (const _piece of zipOf(p.files, all));
    })
  const copies = await times(some.slice(0, 100), copy)
  global.gc?.()
  const before = process.memoryUsage().rss
  const [heavyCopy = 0] = await times([first], copy)
  const grown = Math.round((process.memoryUsage().rss - before) / 2 ** 20)
  say(`- A copy: ${said(copies)}; of the heaviest person ${ms(heavyCopy)}, for which the program grew by ${grown} MB.`)
  // What is done the first time is compiled by then.
  await times(some.slice(100, 130), (id) => erase(p, id))
  const erasures = await times(some.slice(130, 430), (id) => erase(p, id))
  const [heavyErasure = 0] = await times([second], (id) => erase(p, id))
  say(
    `- An erasure, with its entry in the ledger written through to the disk: ${said(erasures)}; of a person with ${messagesOf.get(second)?.toLocaleString('en-GB')} messages ${ms(heavyErasure)}.`,
  )
  const site = await startSite(env)
  const pages = ['/nl', '/nl/rooms?where=leuven', '/nl/privacy', '/nl/sign-in'].map((path) => site.url + path)
  // The program is quicker each minute that it runs, for longer than anybody warms it up: what is compared takes turns.
  await load(pages, connections, turn)
  const left = some.slice(430)
  const ways = { alone: undefined, five: 200, flatOut: 0 }
  const had = {
    alone: { pages: 0, failed: 0, erased: 0 },
    five: { pages: 0, failed: 0, erased: 0 },
    flatOut: { pages: 0, failed: 0, erased: 0 },
  }
  for (let round = 0; round < rounds; round++)
    for (const way of ['alone', 'five', 'flatOut'] as const) {
      const every = ways[way]
      let on = every !== undefined
      const erasing = (async () => {
        for (let id = on ? left.pop() : undefined; on && id; id = left.pop()) {
          const next = pause(every)
          await erase(p, id)
          had[way].erased++
          await next
        }
      })()
      const { perSecond, failed } = await load(pages, connections, turn)
      on = false
      await erasing
      had[way].pages += perSecond / rounds
      had[way].failed += failed
    }
  const beside = ({ pages: many, erased, failed }: (typeof had)['five']) =>
    `${Math.round(many)} while ${erased} people were erased (${((100 * (had.alone.pages - many)) / had.alone.pages).toFixed(0)} % fewer, ${failed} failed)`
  say(
    `- Others meanwhile, in ${rounds} turns of ${turn} s each: ${Math.round(had.alone.pages)} pages a second alone; at five erasures a second, 18,000 an hour, ${beside(had.five)}; as fast as one after another goes, ${beside(had.flatOut)}. Load, erasures and the site share the two processors.`,
  )
  say()
  await site.stop()
  await p.close()
}
