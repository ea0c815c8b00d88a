import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { hear } from '../../platform/db/notices'
import { noticesOf } from '../../platform/http'
import { erase } from '../../privacy'
import type { ReplyState } from '../../register'
import { importReply } from '.'

let site: TestSite
let stop: () => Promise<void>
let emptied = 0
let last = ''
beforeAll(async () => {
  site = await testSite()
  const { connection, kept } = site.p
  const changed = (what: string) => {
    if (what.startsWith('last ')) last = what
    else emptied++
  }
  stop = hear(connection, { on: noticesOf({ changed }), begin: kept.begin, lost: kept.end })
  await vi.waitUntil(() => kept.generation() !== undefined, { timeout: 10_000, interval: 5 })
}, 60_000)
afterAll(async () => {
  await stop()
  await site.close()
})

/** Whether the pages kept in memory are forgotten for it: notices come in the order in which they were given. */
async function forgets(act: () => Promise<unknown>): Promise<boolean> {
  const before = emptied
  await act()
  const mine = `last ${randomUUID()}`
  await site.p.connection.pool.query("select pg_notify('texts', $1)", [mine])
  await vi.waitUntil(() => last === mine, { timeout: 10_000, interval: 5 })
  return emptied > before
}

test('kept pages are forgotten for a reply that everybody may read, or could, and for no other', async () => {
  const { p } = site
  const given = { article: 'article nl kotkost', language: 'nl', name: 'Zoë', body: 'Met rijst?', at: new Date() } as const
  let id = ''
  const enter = async () => {
    id = await p.db.transaction().execute((trx) => importReply(p, trx, given))
  }
  const now = (state: ReplyState) => () => p.db.updateTable('replies').set({ state }).where('id', '=', id).execute()
  expect(await forgets(enter)).toBe(true)
  expect(await forgets(now('refused'))).toBe(true)
  expect(await forgets(now('staff'))).toBe(false)
  const waiting = await p.db.selectFrom('replies').selectAll().executeTakeFirstOrThrow()
  expect(
    await forgets(() =>
      p.db
        .insertInto('replies')
        .values({ ...waiting, id: randomUUID() })
        .execute(),
    ),
  ).toBe(false)
  expect(await forgets(now('shown'))).toBe(true)
  expect(await forgets(() => erase(p, waiting.person_id))).toBe(true)
  expect(await forgets(() => p.vault.newPerson(p.db, ['service']).then((nobody) => erase(p, nobody.id)))).toBe(false)
})
