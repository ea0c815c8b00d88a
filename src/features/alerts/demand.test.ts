import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { signedUp } from '../accounts/testing'
import { placed } from '../listings/testing'
import { roughly } from './demand'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

test('a count is told in tens, and never under ten', () => {
  expect([0, 9, 10, 14, 15, 24, 99].map(roughly)).toEqual([undefined, undefined, 10, 10, 20, 20, 100])
})

test('the owner of an advert sees for about how many people it is something, once there are ten', async () => {
  const bart = await signedUp(site, { firstName: 'Bart' })
  const { id, publicId } = await placed(site, bart.personId)
  const an = await signedUp(site, { firstName: 'An' })
  await an.visitor.post('/nl/alerts', { query: 'where=leuven&max=600', frequency: 'daily' })
  const search = await site.p.db.selectFrom('saved_searches').selectAll().executeTakeFirstOrThrow()
  const keep = async () => {
    const { id: person } = await site.p.vault.newPerson(site.p.db, ['service'])
    const [saved, now] = [randomUUID(), site.p.clock.now()]
    await site.p.db
      .insertInto('saved_searches')
      .values({ ...search, id: saved, person_id: person })
      .execute()
    const found = {
      id: randomUUID(),
      person_id: person,
      search_id: saved,
      listing_id: id,
      total: 510_00,
      told_at: now,
      used_at: now,
    }
    await site.p.db.insertInto('found_adverts').values(found).execute()
  }
  for (let people = 0; people < 8; people++) await keep()
  const page = `/nl/adverts/${publicId}/figures`
  expect((await bart.visitor.get(page)).text).not.toContain('bewaarde zoekopdrachten')
  for (let people = 0; people < 8; people++) await keep()
  expect((await bart.visitor.get(page)).text).toContain('past bij ongeveer 20 bewaarde zoekopdrachten')
  expect((await an.visitor.get(page)).status).toBe(404)
})
