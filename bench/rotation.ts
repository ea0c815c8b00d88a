// The nightly renewal of the keys beside a site that serves (A-CRY 72): how long it takes, and whether a request fails.
import { randomUUID } from 'node:crypto'
import { openPlatform } from '../src/app/open'
import { configFrom } from '../src/platform/config'
import { logTo } from '../src/platform/log'
import { wrap } from '../src/platform/vault'
import { renewKeys } from '../src/platform/vault/renew'
import { newKey } from '../src/platform/vault/seal'
import { load } from './load'
import { startSite } from './server'

const perPerson = ['service', 'messages', 'security']

/** Renews `many` keys of a new site in the folders of `env` while connections ask for its pages, and says what came of it. */
export async function rotation(env: Record<string, string>, many: number, connections: number, say: (line?: string) => void) {
  const p = await openPlatform(configFrom(env), { log: logTo(() => {}) })
  const epoch = await p.keys.epoch(1)
  if (!epoch) throw new Error('a new site has its first epoch')
  for (let made = 0; made < many; made += 999) {
    const people = Array.from({ length: 333 }, () => ({ id: randomUUID() }))
    const rows = people.flatMap(({ id: person_id }) =>
      perPerson.map((name) => {
        const row = { id: randomUUID(), person_id, class: name, epoch_id: 1 }
        return [row.id, person_id, name, wrap(epoch, row, newKey())] as const
      }),
    )
    const column = (at: 0 | 1 | 2 | 3) => rows.map((row) => row[at])
    await p.connection.pool.query('insert into people (id) select unnest($1::uuid[])', [people.map(({ id }) => id)])
    await p.connection.pool.query(
      'insert into person_keys (id, person_id, class, epoch_id, wrapped) select i, p, c, 1, w from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) as u (i, p, c, w)',
      [column(0), column(1), column(2), column(3)],
    )
  }
  const site = await startSite(env)
  const pages = ['/nl', '/nl/rooms', '/nl/privacy', '/nl/sign-in'].map((path) => site.url + path)
  const alone = await load(pages, connections, 5)
  const began = performance.now()
  let seconds = 0
  let wrapped = 0
  const renewing = renewKeys(p.db, p.keys, new Date(), p.site.backupDays).then((done) => {
    seconds = (performance.now() - began) / 1000
    wrapped = done?.wrapped ?? 0
  })
  const beside = await load(pages, connections, 5)
  await renewing
  say('## Renewal of the keys')
  say()
  say(
    `${wrapped.toLocaleString('en-GB')} keys in ${seconds.toFixed(1)} s, in the program that also makes the load; ${beside.failed} requests failed (${alone.failed} before). Pages: ${alone.perSecond} per second before, ${beside.perSecond} meanwhile; p95 ${alone.p95.toFixed(0)} ms and ${beside.p95.toFixed(0)} ms.`,
  )
  say()
  await site.stop()
  await p.close()
}
