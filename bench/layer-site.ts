// A site with people in it, of whom one is signed in: built twice by layer.ts, with what keeps people's data and without.
import { randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import { appOf } from '../src/app/app'
import { openPlatform } from '../src/app/open'
import { hashOf, newToken } from '../src/features/accounts/sessions'
import { configFrom } from '../src/platform/config'
import { logTo } from '../src/platform/log'
import { settle } from './people'

const config = configFrom(process.env)
const p = await openPlatform(config, { log: logTo(() => {}) })
// Who asks as fast as they can would be told to wait.
Object.assign(p, { limits: { count: async () => ({ points: 1, seconds: 1 }), forget: async () => {} } })
await settle(p, { people: 1_500, adverts: 2_000, replies: 4_000, messages: 20_000 })
const one = async (asked: ReturnType<typeof sql<Record<string, string>>>) => (await asked.execute(p.db)).rows[0] ?? {}
const { seeker = '', thread } = await one(sql`
  select seeker_id as seeker, public_id as thread from threads order by abs(50 - (select count(*) from messages where thread_id = threads.id)) limit 1`)
const { rows } = await sql<{ id: string }>`
  select public_id as id from listings where status = 'published' and person_id <> ${seeker} and not exists (
    select 1 from threads where listing_id = listings.id and seeker_id = ${seeker})
  and not exists (select 1 from threads where advertiser_id = ${seeker}) limit 800`.execute(p.db)
const token = newToken()
const now = new Date()
await sql`insert into sessions (id, person_id, token_hash, stay, by_link, created_at, last_used_at)
  values (${randomUUID()}, ${seeker}, ${hashOf(token)}, true, false, ${now}, ${now})`.execute(p.db)
serve({ fetch: appOf(p).fetch, port: config.port, hostname: '127.0.0.1' }, () =>
  console.log(JSON.stringify({ cookie: `stay=${token}`, thread, adverts: rows.map(({ id }) => id) })),
)
process.once('SIGTERM', () => p.close().then(() => process.exit(0)))
