import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedUp } from '../features/accounts/testing'
import { SealBroken, unwrap } from '../platform/vault'
import { renewKeys } from '../platform/vault/renew'
import { type OpenSite, scanAll, seenBy, siteOfItsOwn } from './testing/forensics'
import { formsOf, scanner } from './testing/marks'

let open: OpenSite
beforeAll(async () => {
  open = await siteOfItsOwn()
}, 60_000)
afterAll(() => open?.close())

/** Everything that one finds of the last sign-in: the row, and the keys of the person as they lie. */
async function taken(person: string) {
  const { db } = open.site.p
  return {
    row: await db
      .selectFrom('last_sign_ins')
      .select(['id', 'person_id', 'ip'])
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow(),
    key: await db
      .selectFrom('person_keys')
      .select(['id', 'person_id', 'class', 'epoch_id', 'wrapped'])
      .where('person_id', '=', person)
      .where('class', '=', 'lastSession')
      .executeTakeFirstOrThrow(),
  }
}

test('K6: of sign-ins the last address alone can be read, from the disk too: an earlier one went with its key', async () => {
  const { site } = open
  const { p } = site
  const an = await signedUp(site, { firstName: 'An' })
  const signIn = (from: string) => site.visitor(from).post('/nl/sign-in', { who: an.userName, password: an.password })
  const addresses = ['198.51.100.171', '198.51.100.172'] as const
  await signIn(addresses[0])
  const before = await taken(an.personId)
  await signIn(addresses[1])
  const after = await taken(an.personId)
  expect([after.key.id === before.key.id, after.row.id === before.row.id]).toEqual([false, false])

  const keys = await p.vault.keys(p.db, [an.personId])
  expect(keys.bind('last_sign_ins', after.row).ip.open('fraud')).toBe(addresses[1])
  expect(() => keys.bind('last_sign_ins', before.row).ip.open('fraud')).toThrow(SealBroken)

  // What was replaced is still on the disk, the address and its key; the same night the key that both would need goes.
  const opens = async () => {
    const epoch = await p.keys.epoch(before.key.epoch_id)
    if (!epoch) throw new SealBroken()
    return unwrap(epoch, before.key)
  }
  await expect(opens()).resolves.toHaveLength(32)
  await renewKeys(p.db, p.keys, site.clock.now(), p.site.backupDays)
  const scan = scanner({
    'the sealed address': [before.row.ip.bytes],
    'its key': [before.key.wrapped.bytes],
    'the address before': formsOf(addresses[0]),
    'the last address': formsOf(addresses[1]),
  })
  await scanAll(open, scan.scan)
  expect([...scan.found.keys()].sort(), seenBy(scan).join('\n')).toEqual(['its key', 'the sealed address'])
  await expect(opens()).rejects.toThrow(SealBroken)
  for (const { id } of await p.db.selectFrom('key_epochs').select('id').execute()) {
    const epoch = await p.keys.epoch(id)
    expect(() => epoch && unwrap(epoch, { ...before.key, epoch_id: id })).toThrow(SealBroken)
  }
  expect((await p.vault.keys(p.db, [an.personId])).bind('last_sign_ins', after.row).ip.open('fraud')).toBe(addresses[1])
}, 90_000)

test('K6: of two sign-ins at the same moment one address is left, and the key is another each time', async () => {
  const { site } = open
  const { p } = site
  const bart = await signedUp(site, { firstName: 'Bart' })
  const signIn = (from: string) => site.visitor(from).post('/nl/sign-in', { who: bart.userName, password: bart.password })
  const made: string[] = []
  for (let round = 0; round < 4; round++) {
    const both = await Promise.all([signIn('198.51.100.1'), signIn('198.51.100.2')])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const { row, key } = await taken(bart.personId)
    made.push(key.id)
    expect(['198.51.100.1', '198.51.100.2']).toContain(
      (await p.vault.keys(p.db, [bart.personId])).bind('last_sign_ins', row).ip.open('fraud'),
    )
  }
  expect(new Set(made).size).toBe(4)
}, 60_000)
