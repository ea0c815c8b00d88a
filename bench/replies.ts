// An article with thirty replies, beside a bare server of the same bytes and beside WordPress; then a hundred thousand replies under a thousand articles:
// what staff see, and what it takes to erase who wrote some of them.
import { randomUUID } from 'node:crypto'
import { openPlatform, type Running } from '../src/app/open'
import { hashOf, newToken } from '../src/features/accounts/sessions'
import { appoint } from '../src/features/desk/staff'
import { configFrom } from '../src/platform/config'
import { logTo } from '../src/platform/log'
import { wrap } from '../src/platform/vault'
import { newKey } from '../src/platform/vault/seal'
import { erase } from '../src/privacy'
import { load, percentile, timed } from './load'
import { startBare, startSite } from './server'
import { lacksWordpress, startWordpress } from './wordpress'

const shape = {
  articles: 1_000,
  replies: 100_000,
  waiting: 5_000,
  accounts: 4_000,
  ofAccounts: 40_000,
}
const paragraph =
  'Wie een kot zoekt, kijkt beter eerst naar de buurt dan naar de prijs. Loop er op een avond eens rond, luister naar de straat, en vraag wie er al woont hoe het er is als het regent.'
const said = 'Dat ga ik dit weekend eens proberen. Hebben jullie ook gekeken hoe het er in de winter is? '
const names = ['Zoë', 'Bram', 'Noor', 'Tijl', 'Fien']
const ms = (n: number) => `${n < 10 ? n.toFixed(1) : n.toFixed(0)} ms`
const nameOf = (n: number) => names[n % names.length] ?? ''
const textOf = (n: number) => said.repeat(1 + (n % 3)).trim()

/** People, so many, each with a key for what they write. */
async function newPeople(p: Running, many: number): Promise<string[]> {
  const epoch = await p.keys.epoch(1)
  if (!epoch) throw new Error('a new site has its first epoch')
  const people = Array.from({ length: many }, () => randomUUID())
  const rows = people.map((person_id) => ({ id: randomUUID(), person_id, class: 'service', epoch_id: 1 }))
  await p.connection.pool.query('insert into people (id) select unnest($1::uuid[])', [people])
  await p.connection.pool.query(
    `insert into person_keys (id, person_id, class, epoch_id, wrapped)
     select i, p, 'service', 1, w from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as u (i, p, w)`,
    [rows.map(({ id }) => id), people, rows.map((row) => wrap(epoch, row, newKey()))],
  )
  return people
}

type Entered = { article: string; person: string; state: string }
/** Replies as the program keeps them: sealed, each for its person. */
async function enter(p: Running, given: readonly Entered[]): Promise<void> {
  for (let at = 0; at < given.length; at += 5_000) {
    const some = given.slice(at, at + 5_000)
    const keys = await p.vault.keys(p.db, [...new Set(some.map(({ person }) => person))])
    const rows = some.map(({ person, article, state }, n) => {
      const row = { id: randomUUID(), person_id: person }
      const email = `lezer${at + n}@example.org`
      const sealed = keys.seal('replies', row, { name: nameOf(n), email, body: textOf(n), ip: '203.0.113.7' })
      return { ...row, ...sealed, article, state, email_key: p.vault.index('replies.email_key', email) }
    })
    const bytes = (of: (row: (typeof rows)[number]) => { bytes: Uint8Array } | null | undefined) =>
      rows.map((row) => of(row)?.bytes ?? null)
    await p.connection.pool.query(
      `insert into replies (id, person_id, article, thread_id, language, name, email, email_key, body, ip, state, created_at, confirmed_at)
       select id, person, article, id, 'nl', name, email, email_key, body, ip, state, now() - random() * interval '700 days', now()
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[], $9::text[])
         as u (id, person, article, name, email, email_key, body, ip, state)`,
      [
        rows.map(({ id }) => id),
        rows.map(({ person_id }) => person_id),
        rows.map(({ article }) => article),
        bytes(({ name }) => name),
        bytes(({ email }) => email),
        bytes(({ email_key }) => email_key),
        bytes(({ body }) => body),
        bytes(({ ip }) => ip),
        rows.map(({ state }) => state),
      ],
    )
  }
}

const titled = (n: number) => ({ name: `artikel-${n}`, title: `Artikel ${n}`, body: Array(6).fill(paragraph).join('\n\n') })
const keyOf = (n: number) => `article nl ${titled(n).name}`

/** The articles, and their replies: thirty below the first. Answers who has an account, who wrote most of them first. */
async function settle(p: Running): Promise<string[]> {
  const articles = Array.from({ length: shape.articles }, (_, n) => titled(n))
  await p.connection.pool.query(
    `insert into texts (id, kind, name, language, slug, title, summary, body, tags, place, replies, publish_at, updated_at)
     select gen_random_uuid(), 'article', name, 'nl', name, title, 'Over een kot.', body, '{}', 100, true, now() - interval '1 day' * row_number() over (), now()
     from unnest($1::text[], $2::text[], $3::text[]) as u (name, title, body)`,
    [articles.map(({ name }) => name), articles.map(({ title }) => title), articles.map(({ body }) => body)],
  )
  const accounts = await newPeople(p, shape.accounts)
  const others: string[] = []
  while (others.length < shape.replies - shape.ofAccounts) others.push(...(await newPeople(p, 10_000)))
  // The first of them write most: the n-th as many as the first, divided by the root of n.
  const drawn = accounts.flatMap((person, n) => Array(Math.ceil(330 / Math.sqrt(n + 1))).fill(person) as string[])
  const authors = [...drawn.slice(0, shape.ofAccounts), ...others].slice(0, shape.replies)
  const given = authors.map((person, n) => ({
    person,
    // A step that shares nothing with their number spreads them over all.
    article: keyOf(n < 30 ? 0 : 1 + ((n * 7_919) % (shape.articles - 1))),
    state: n < 30 || n % (shape.replies / shape.waiting) !== 0 ? 'shown' : 'staff',
  }))
  await enter(p, given)
  await p.connection.pool.query('vacuum analyze')
  return accounts
}

/** Somebody who is signed in, as a reader and, with a second factor, at the desk. */
async function moderator(p: Running): Promise<string> {
  const { id: person, keys } = await p.vault.newPerson(p.db, ['service', 'security', 'messages'])
  const row = { id: randomUUID(), person_id: person }
  const account = { first_name: 'Rita', email: 'rita@example.org', user_name: 'rita' }
  const at = new Date()
  await p.db
    .insertInto('accounts')
    .values({
      ...row,
      ...keys.seal('accounts', row, { ...account, password: '$argon2id$' }),
      email_key: p.vault.index('accounts.email_key', account.email),
      user_name_key: p.vault.index('accounts.user_name_key', account.user_name),
      language: 'nl',
      notifications: JSON.stringify({ messages: true, alerts: true }),
      created_at: at,
      last_seen_on: at.toISOString().slice(0, 10),
    })
    .execute()
  await p.db.transaction().execute((trx) => appoint(p, trx, { person, role: 'moderator', name: 'Rita' }))
  const token = newToken()
  const session = { id: randomUUID(), person_id: person, token_hash: hashOf(token), stay: true, by_link: false }
  await p.db
    .insertInto('sessions')
    .values({ ...session, created_at: at, last_used_at: at, second_factor_at: at })
    .execute()
  return `stay=${token}`
}

export async function replies(env: Record<string, string>, connections: number, say: (line?: string) => void): Promise<void> {
  const p = await openPlatform(configFrom(env), { log: logTo(() => {}) })
  const began = performance.now()
  const accounts = await settle(p)
  const seconds = Math.round((performance.now() - began) / 1000)
  const cookie = await moderator(p)
  const site = await startSite(env)
  const article = `${site.url}/nl/blog/${titled(0).name}`
  const read = async (url: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url, { headers, redirect: 'manual' })
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
    return answer.text()
  }
  const page = await read(article)
  const shown = page.match(/<article class="reply"/g)?.length
  if (shown !== 30) throw new Error(`the page shows ${shown} replies`)
  say('## Replies')
  say()
  say(
    `An article with thirty replies (${Buffer.byteLength(page).toLocaleString('en-GB')} bytes), ${connections} connections for 6 s, the load on the same machine:`,
  )
  say()
  say('| | requests per second | p50 | p95 |')
  say('|---|---|---|---|')
  const row = (name: string, { perSecond, p50, p95, failed }: Awaited<ReturnType<typeof load>>) =>
    say(`| ${name} | ${perSecond}${failed > 0 ? ` (${failed} failed)` : ''} | ${ms(p50)} | ${ms(p95)} |`)
  await load([article], connections, 2)
  const ours = await load([article], connections, 6)
  const made = await load([article], connections, 6, { cookie })
  const bare = await startBare(Buffer.from(page))
  const plain = await load([bare.url], connections, 6)
  await bare.stop()
  row('for who is not signed in', ours)
  row('for who is signed in: made each time', made)
  row('a bare `node:http` server of the same bytes', plain)
  const lacks = lacksWordpress()
  if (lacks) say(`| WordPress | not measured: ${lacks} | | |`)
  else {
    const html = Array(6).fill(`<!-- wp:paragraph --><p>${paragraph}</p><!-- /wp:paragraph -->`).join('\n')
    const given = {
      title: 'Artikel 0',
      html,
      replies: Array.from({ length: 30 }, (_, n) => ({ name: nameOf(n), text: textOf(n) })),
    }
    const wordpress = await startWordpress(given)
    await load([wordpress.url], connections, 2)
    const theirs = await load([wordpress.url], connections, 6)
    await wordpress.stop()
    row(`WordPress ${wordpress.version} of Debian (PHP-FPM, opcache, MariaDB, Apache; no page cache)`, theirs)
    say()
    say(
      `That is ${((100 * ours.perSecond) / plain.perSecond).toFixed(0)} % of the bare server, and ${(ours.perSecond / theirs.perSecond).toFixed(0)} × WordPress; made each time ${(made.perSecond / theirs.perSecond).toFixed(1)} ×.`,
    )
  }
  say()
  const number = (n: number) => n.toLocaleString('en-GB')
  say(
    `${number(shape.replies)} replies under ${number(shape.articles)} articles, ${number(shape.waiting)} of them waiting for staff, sealed for ${number(shape.replies - shape.ofAccounts)} people without and ${number(shape.accounts)} with an account, put in within ${seconds} s. One request after another:`,
  )
  say()
  say('| page of the desk | p50 | p95 |')
  say('|---|---|---|')
  const { rows: waiting } = await p.connection.pool.query<{ id: string }>(
    "select id from replies where state = 'staff' limit 200",
  )
  const pages: [string, string[]][] = [
    ['what waits', Array(40).fill('/nl/desk?kind=replies')],
    ['the latest replies', Array(40).fill('/nl/desk/replies')],
    ['one of those that wait', waiting.map(({ id }) => `/nl/desk/replies/${id}`)],
  ]
  for (const [name, paths] of pages) {
    await timed(paths.slice(0, 10), (path) => read(site.url + path, { cookie }))
    const { p50, p95 } = await timed(paths, (path) => read(site.url + path, { cookie }))
    say(`| ${name} | ${ms(p50)} | ${ms(p95)} |`)
  }
  say()
  const { rows: others } = await p.connection.pool.query<{ person_id: string }>(
    'select person_id from replies where not person_id = any($1::uuid[]) limit 330',
    [accounts],
  )
  const [heaviest = ''] = accounts
  const [{ count = '0' } = {}] = (
    await p.connection.pool.query<{ count: string }>('select count(*) from replies where person_id = $1', [heaviest])
  ).rows
  const erasing = async (people: readonly string[]) => {
    const taken: number[] = []
    for (const id of people) {
      const started = performance.now()
      await erase(p, id)
      taken.push(performance.now() - started)
    }
    return taken
  }
  await erasing(others.slice(0, 30).map(({ person_id }) => person_id))
  const taken = await erasing(others.slice(30).map(({ person_id }) => person_id))
  const [heavy = 0] = await erasing([heaviest])
  say(
    `Erasing who wrote one reply: median ${ms(percentile(taken, 0.5))}, p95 ${ms(percentile(taken, 0.95))}; who wrote ${count}: ${ms(heavy)}.`,
  )
  say()
  await site.stop()
  await p.close()
}
