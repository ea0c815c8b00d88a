import { randomUUID } from 'node:crypto'
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Opaque } from '../../register'
import type { Db } from '../db'
import { epochsOf } from './epochs'
import { Keyring, NotForThis, SealBroken, unwrap, type Vault, vaultOver, wrap } from './index'
import { checkOf, KeysRefused, openVault } from './open'
import { keyFolder } from './provider'
import { newKey } from './seal'
import { type TestVault, testVault } from './testing'

let site: TestVault
beforeAll(async () => {
  site = await testVault()
})
afterAll(() => site.close())

/** A pending e-mail address of a new person. */
async function pending(address: string) {
  const { db, vault } = site
  const { id: person_id, keys } = await vault.newPerson(db, ['service'])
  const id = randomUUID()
  await db
    .insertInto('email_changes')
    .values({
      id,
      person_id,
      ...keys.seal('email_changes', { id, person_id }, { email: address }),
      email_key: vault.index('email_changes.email_key', address),
      created_at: site.clock.now(),
    })
    .execute()
  return { id, person_id }
}
const rowOf = (db: Db, id: string) =>
  db.selectFrom('email_changes').select(['id', 'person_id', 'email']).where('id', '=', id).executeTakeFirstOrThrow()

describe('the vault', () => {
  test('opens a value for a purpose of its holding, and for no other', async () => {
    const { id, person_id } = await pending('an@example.org')
    const row = await rowOf(site.db, id)
    const { email } = (await site.vault.keys(site.db, [person_id])).bind('email_changes', row)
    expect(email.open('serviceMail')).toBe('an@example.org')
    expect(email.open('rights')).toBe('an@example.org')
    // @ts-expect-error a new address is not held for messages
    expect(() => email.open('messaging')).toThrow(NotForThis)
  })

  test('a value does not open for another person, nor after its keys are destroyed', async () => {
    const an = await pending('an@example.org')
    const bart = await pending('bart@example.org')
    const { db, vault } = site
    const keys = await vault.keys(db, [an.person_id, bart.person_id])
    const row = await rowOf(db, an.id)
    expect(() => keys.bind('email_changes', { ...row, person_id: bart.person_id }).email.open('rights')).toThrow(SealBroken)
    expect(() => keys.bind('email_changes', { ...row, id: bart.id }).email.open('rights')).toThrow(SealBroken)
    await vault.destroyKeys(db, an.person_id, ['service'])
    const left = await vault.keys(db, [an.person_id, bart.person_id])
    expect(() => left.bind('email_changes', row).email.open('rights')).toThrow(SealBroken)
    expect(new Set(site.broken)).toEqual(new Set(['email_changes.email']))
  })

  test('two requests that make the same key at once end with one key', async () => {
    const { db, vault } = site
    const { id } = await vault.newPerson(db, ['service'])
    await Promise.all([1, 2, 3, 4].map(() => vault.keysToSeal(db, id, ['service', 'messages', 'security'])))
    const keys = await db.selectFrom('person_keys').select('class').where('person_id', '=', id).execute()
    expect(keys.map((row) => row.class).sort()).toEqual(['messages', 'security', 'service'])
  })

  test('indexes are equal for equal values, and differ per column', () => {
    const { vault } = site
    const at = (path: 'accounts.email_key' | 'registrations.email_key', value: string) =>
      vault.index(path, value).bytes.toString('hex')
    expect(at('accounts.email_key', ' An@Example.org')).toBe(at('accounts.email_key', 'an@example.org'))
    expect(at('accounts.email_key', 'an@example.org')).not.toBe(at('registrations.email_key', 'an@example.org'))
  })
})

describe('the keys', () => {
  const folders: string[] = []
  const copyOfKeys = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huisrecht-test-keys-'))
    folders.push(folder)
    await cp(site.keysDir, folder, { recursive: true })
    return folder
  }
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))
  const open = (folder: string) => openVault(site.db, keyFolder(folder), () => {})

  test('open the data they belong to', async () => {
    await expect(open(await copyOfKeys())).resolves.toBeDefined()
  })

  test('that are not there are refused over existing data, and no new ones are made', async () => {
    const folder = join(await copyOfKeys(), 'elsewhere')
    await expect(open(folder)).rejects.toThrow(/there are no keys in .*elsewhere/)
    await expect(stat(folder)).rejects.toThrow()
  })

  test('of another installation are refused', async () => {
    const folder = await copyOfKeys()
    await rm(folder, { recursive: true })
    const other = keyFolder(folder)
    await other.createRoot()
    await other.createEpoch(1)
    await expect(open(folder)).rejects.toThrow(KeysRefused)
    await expect(open(folder)).rejects.toThrow(/is another key/)
  })

  test('of which one is lost or damaged are refused', async () => {
    const lost = await copyOfKeys()
    await rm(join(lost, 'epochs', '1.key'))
    await expect(open(lost)).rejects.toThrow(/is missing or does not open/)
    const damaged = await copyOfKeys()
    const file = join(damaged, 'epochs', '1.key')
    const text = await readFile(file, 'utf8')
    await chmod(file, 0o600)
    await writeFile(file, `${text.slice(0, 10)}${text[10] === 'A' ? 'B' : 'A'}${text.slice(11)}`)
    await expect(open(damaged)).rejects.toThrow(/is missing or does not open/)
  })

  test('of which one was away for a moment, as during a renewal, are looked for once more', async () => {
    const keys = keyFolder(await copyOfKeys())
    let asked = 0
    const away = { ...keys, epoch: async (id: number) => (++asked === 1 ? undefined : keys.epoch(id)) }
    await expect(openVault(site.db, away, () => {})).resolves.toBeDefined()
    expect(asked).toBe(2)
  })

  test('are made once: who comes second, or at the same time, has the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huisrecht-test-keys-'))
    folders.push(folder)
    const programs = Array.from({ length: 8 }, () => keyFolder(folder))
    const roots = await Promise.all(programs.map((program) => program.createRoot()))
    const epochs = await Promise.all(programs.map((program) => program.createEpoch(1)))
    for (const made of [roots, epochs]) expect(new Set(made.map((key) => key.toString('hex'))).size).toBe(1)
    expect(await keyFolder(folder).root()).toEqual(roots[0])
    expect(await keyFolder(folder).epoch(1)).toEqual(epochs[0])
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['epochs', join('epochs', '1.key'), 'root.key'])
  })

  test('are readable by their owner alone, and lie outside the data', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huisrecht-test-keys-'))
    folders.push(folder)
    const provider = keyFolder(join(folder, 'keys'))
    await provider.createRoot()
    await provider.createEpoch(1)
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'keys', 'root.key'))).mode & 0o777).toBe(0o400)
    for (const name of await readdir(join(folder, 'keys', 'epochs')))
      expect((await stat(join(folder, 'keys', 'epochs', name))).mode & 0o777).toBe(0o400)
    expect(site.keysDir.startsWith(site.dataDir)).toBe(false)
  })
})

test('a key of a person is wrapped for its row, person, class and epoch alone', () => {
  const [epoch, key] = [newKey(), newKey()]
  const at = { id: randomUUID(), person_id: randomUUID(), class: 'service', epoch_id: 1 }
  const wrapped = new Opaque(wrap(epoch, at, key))
  expect(unwrap(epoch, { ...at, wrapped })).toEqual(key)
  for (const moved of [{ id: randomUUID() }, { person_id: randomUUID() }, { class: 'messages' }, { epoch_id: 2 }])
    expect(() => unwrap(epoch, { ...at, ...moved, wrapped })).toThrow(SealBroken)
})

describe('the keys of people', () => {
  /** Does something to the database that is undone afterwards. */
  const undone = async (work: (db: Db) => Promise<void>) => {
    const enough = new Error('enough')
    await expect(
      site.db.transaction().execute(async (trx) => {
        await work(trx)
        throw enough
      }),
    ).rejects.toBe(enough)
  }

  test('asks the database nothing about nobody, or about no class', async () => {
    const vault = vaultOver(newKey(), { of: async () => new Map() }, () => {})
    const noDatabase = [undefined, [null, undefined]]
    expect(await Reflect.apply(vault.keys, vault, noDatabase)).toBeInstanceOf(Keyring)
    await Reflect.apply(vault.destroyKeys, vault, [undefined, randomUUID(), []])
  })

  test('an epoch that ends between the row and the key is looked for once more; one that is gone opens nothing', async () => {
    const { db, keys, vault } = site
    const { id } = await vault.newPerson(db, ['service'])
    const [root, key] = [newKey(), await keys.epoch(1)]
    let asked = 0
    const later = vaultOver(root, { of: async () => new Map(++asked > 1 && key ? [[1, key]] : []) }, () => {})
    expect(await later.keys(db, [id])).toBeInstanceOf(Keyring)
    expect(asked).toBe(2)
    const gone = vaultOver(root, { of: async () => new Map() }, () => {})
    await expect(gone.keys(db, [id])).rejects.toThrow(SealBroken)
    await undone((trx) => expect(gone.newPerson(trx, ['service'])).rejects.toThrow(SealBroken))
  })

  test('makes keys under an epoch that is open, and needs none for keys that are there', async () => {
    const { db, vault } = site
    const { id } = await vault.newPerson(db, ['service'])
    await undone(async (trx) => {
      await trx.updateTable('key_epochs').set({ closed_at: site.clock.now() }).execute()
      const there = { id: randomUUID(), person_id: id }
      expect((await vault.keysToSeal(trx, id, ['service'])).seal('accounts', there, { email: 'x' })).toHaveProperty('email')
      await expect(vault.keysToSeal(trx, id, ['service', 'messages'])).rejects.toThrow(SealBroken)
    })
  })

  test('a new key of a class takes the place of the one before: that opens no more, the others do', async () => {
    const { db, vault } = site
    const { id, keys } = await vault.newPerson(db, ['service', 'messages'])
    const own = { id: randomUUID(), person_id: id }
    const account = { ...own, ...keys.seal('accounts', own, { email: 'an@example.org' }) }
    const message = { ...own, ...keys.seal('messages', own, { body: 'Dag' }) }
    const anew = await vault.keysAnew(db, id, 'service')
    expect(() => anew.bind('accounts', account).email.open('account')).toThrow(SealBroken)
    expect(anew.bind('messages', message).body.open('messaging')).toBe('Dag')
    const again = { ...own, ...anew.seal('accounts', own, { email: 'an@example.org' }) }
    expect((await vault.keys(db, [id])).bind('accounts', again).email.open('account')).toBe('an@example.org')
    const { length } = await db.selectFrom('person_keys').select('id').where('person_id', '=', id).execute()
    expect(length).toBe(2)
  })

  test('what stops a person is as new as the keys', async () => {
    const { db, vault } = site
    const { id, keys } = await vault.newPerson(db, ['service'])
    const own = { id: randomUUID(), person_id: id }
    const account = { ...own, ...keys.seal('accounts', own, { email: 'an@example.org' }) }
    const may = async () => (await vault.keys(db, [id])).bind('accounts', account).email.may('account')
    expect(await may()).toBe(true)
    const restriction = { id: randomUUID(), person_id: id, ground: 'claims' as const, by_staff: false, at: site.clock.now() }
    await db.insertInto('restrictions').values(restriction).execute()
    expect(await may()).toBe(false)
  })

  test('marks are the same for the same use and value alone, and are of this root', () => {
    const { vault } = site
    const mark = vault.mark('limits', 'an@example.org')
    expect(mark).toMatch(/^[\w-]{43}$/)
    expect(vault.mark('limits', 'an@example.org')).toBe(mark)
    expect(vault.mark('browser', 'an@example.org')).not.toBe(mark)
    expect(vault.mark('limits', 'bart@example.org')).not.toBe(mark)
    expect(vaultOver(newKey(), { of: async () => new Map() }, () => {}).mark('limits', 'an@example.org')).not.toBe(mark)
  })

  test('a box has a key of its own, by which alone it is opened again', async () => {
    const { vault } = site
    const [one, other] = [vault.box(), vault.box()]
    expect(one.key).toMatch(/^[\w-]{43}$/)
    expect(other.key).not.toBe(one.key)
    const all = async (parts: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(parts))
    const each = (text: string | Buffer) => ReadableStream.from([Buffer.from(text)])
    const sealed = await all(one.seal(each('an archive')))
    expect(sealed.includes('archive')).toBe(false)
    expect(await all(vault.boxOf(one.key).open(each(sealed)))).toEqual(Buffer.from('an archive'))
    await expect(all(vault.boxOf(other.key).open(each(sealed)))).rejects.toThrow(SealBroken)
  })

  test('a text that is no person’s opens in its own row and use alone, under this root', () => {
    const { vault } = site
    const kept = vault.keep('demands', 'a row', 'De politie vraagt één adres')
    const opens = (use: string, row: string, by = vault) => by.read(use, row, new Opaque(kept))
    expect(kept.includes('politie')).toBe(false)
    expect(opens('demands', 'a row')).toBe('De politie vraagt één adres')
    for (const [use, row] of [
      ['incidents', 'a row'],
      ['demands', 'another row'],
    ] as const)
      expect(() => opens(use, row)).toThrow(SealBroken)
    expect(() =>
      opens(
        'demands',
        'a row',
        vaultOver(newKey(), { of: async () => new Map() }, () => {}),
      ),
    ).toThrow(SealBroken)
  })

  test('K16: where a site asks consent, what rests on it opens with the last answer, and not elsewhere', async () => {
    const { db, vault, keys } = site
    const { id, keys: own } = await vault.newPerson(db, ['service'])
    const at = { id: randomUUID(), person_id: id }
    const account = { ...at, ...own.seal('accounts', at, { email: 'an@example.org' }) }
    const root = (await keys.root()) ?? expect.fail('there is a root')
    const asking = vaultOver(root, epochsOf(keys), () => {}, true)
    await undone(async (trx) => {
      const may = async (by: Vault) => (await by.keys(trx, [id])).bind('accounts', account).email.may('commercialMail')
      for (const [seq, given] of [false, true].entries()) {
        const answer = {
          purpose: 'commercialMail',
          how: 'choices',
          text_hash: '',
          version: 0,
          language: 'nl',
          at: site.clock.now(),
        } as const
        await trx
          .insertInto('consents')
          .values({ ...answer, id: randomUUID(), person_id: id, browser: null, given, seq })
          .execute()
        expect([await may(asking), await may(vault)]).toEqual([given, false])
      }
    })
  })

  test('a key that is being made while the epoch is closed lies under the next one', async () => {
    const { db, keys, vault, clock, close } = await testVault()
    const root = (await keys.root()) ?? expect.fail('there is a root')
    const next = await keys.createEpoch(2)
    let making: ReturnType<Vault['newPerson']> | undefined
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('key_epochs').set({ closed_at: clock.now() }).execute()
      await trx
        .insertInto('key_epochs')
        .values({ id: 2, opened_at: clock.now(), key_check: checkOf(root, next) })
        .execute()
      making = vault.newPerson(db, ['service'])
      const waits = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      while ((await waits.execute(db)).rows.length === 0) await new Promise((done) => setTimeout(done, 5))
    })
    const made = await making
    const rows = await db.selectFrom('person_keys').select(['person_id', 'epoch_id']).execute()
    expect(rows).toEqual([{ person_id: made?.id, epoch_id: 2 }])
    await close()
  })

  test('of a database without people makes its keys once, and takes those that are there', async () => {
    await undone(async (trx) => {
      await trx.deleteFrom('person_keys').execute()
      await trx.deleteFrom('key_epochs').execute()
      const folder = keyFolder(`${site.keysDir}-new`)
      await inSame(trx)(folder)
      const [root, epoch] = [await folder.root(), await folder.epoch(1)]
      expect([root?.length, epoch?.length]).toEqual([32, 32])
      const rows = await trx.selectFrom('key_epochs').select(['id', 'opened_at']).execute()
      expect(rows).toEqual([{ id: 1, opened_at: site.clock.now() }])
      await trx.deleteFrom('key_epochs').execute()
      await inSame(trx)(folder)
      expect([await folder.root(), await folder.epoch(1)]).toEqual([root, epoch])
      await expect(inSame(trx)(keyFolder(`${site.keysDir}-none`))).rejects.toMatchObject({ code: 'keys_refused' })
    })
  })
  /** Opens the vault within a transaction that is open already. */
  const inSame = (trx: Db) => (folder: ReturnType<typeof keyFolder>) => {
    const transaction = () => ({ execute: (work: (db: Db) => Promise<unknown>) => work(trx) })
    return Promise.resolve(Reflect.apply(openVault, undefined, [{ transaction }, folder, () => {}, site.clock.now()]))
  }
})
