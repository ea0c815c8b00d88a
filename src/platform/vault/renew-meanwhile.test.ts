import { expect, test } from 'vitest'
import { testSite } from '../../app/testing'
import { signedUp } from '../../features/accounts/testing'
import { renewKeys } from './renew'

test('K27 G3: no request fails while the keys are renewed', async () => {
  const site = await testSite()
  const { db, vault, keys } = site.p
  const renew = () => renewKeys(db, keys, site.clock.now(), site.p.site.backupDays)
  const people = await Promise.all([1, 2, 3].map((n) => signedUp(site, { firstName: `An${n}` })))
  for (let n = 0; n < 30; n++) await Promise.all(Array.from({ length: 10 }, () => vault.newPerson(db, ['service', 'messages'])))
  const rounds = { done: 0, statuses: new Map<number, number>() }
  let over = false
  const visits = people.map(async ({ visitor }) => {
    while (!over) {
      for (const path of ['/nl/account', '/nl/messages']) {
        const { status } = await visitor.get(path)
        rounds.statuses.set(status, (rounds.statuses.get(status) ?? 0) + 1)
      }
      const { id } = await vault.newPerson(db, ['service'])
      await vault.keysToSeal(db, id, ['messages', 'security'])
      rounds.done++
    }
  })
  for (let night = 0; night < 3; night++) await renew()
  const seen = rounds.done
  over = true
  await Promise.all(visits)
  expect(seen).toBeGreaterThan(4)
  expect([...rounds.statuses.keys()]).toEqual([200])
  expect(site.logged.join('\n')).not.toContain('seal_broken')
  await site.close()
}, 60_000)
