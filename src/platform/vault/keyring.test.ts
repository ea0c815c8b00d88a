import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { Opaque } from '../../register'
import type { Db } from '../db'
import { Keyring, NotForThis, SealBroken, Stopped, unwrap, vaultOver, wrap } from './index'
import { openVault } from './open'
import { keyFolder } from './provider'
import { newKey } from './seal'

type Stops = { restricted: boolean; objected: string[]; consented: string[] }
const nothing: Stops = { restricted: false, objected: [], consented: [] }
const person = randomUUID()
const row = { id: randomUUID(), person_id: person }

/** A ring with one key, of the class of an account, for somebody with these stops; and what it said was broken. */
function ring(stops: Partial<Stops> = {}, key = newKey()) {
  const broken: string[] = []
  const keys = new Map([[`${person} service`, key]])
  return { keys: new Keyring(keys, new Map([[person, { ...nothing, ...stops }]]), (path) => broken.push(path)), broken, key }
}
/** An e-mail address of the account, sealed and bound. */
const address = (keys: Keyring) =>
  keys.bind('accounts', { ...row, ...keys.seal('accounts', row, { email: 'é@example.org' }) }).email

describe('a ring of keys', () => {
  test('seals what there is, leaves out what is not told, and keeps nothing as nothing', () => {
    const { keys } = ring()
    expect(address(keys).open('account')).toBe('é@example.org')
    expect(keys.seal('accounts', row, { email: undefined })).toEqual({})
    expect(Reflect.apply(keys.seal, keys, ['accounts', row, { email: null }])).toEqual({ email: null })
    expect(keys.bindRow('accounts', { ...row, email: null, first_name: 'plain' })).toEqual({ email: null, first_name: null })
  })

  test('says which key it lacks, and not what was to be sealed', () => {
    const { keys } = ring()
    const other = { ...row, person_id: randomUUID() }
    const seal = () => keys.seal('accounts', other, { email: 'an@example.org' })
    expect(seal).toThrow('no service key in this ring for accounts.email')
    expect(seal).not.toThrow(/an@/)
  })

  test('opens for no purpose that the holding does not have', () => {
    const { keys, broken } = ring()
    const open = () => Reflect.apply(address(keys).open, undefined, ['disputes'])
    expect(open).toThrow(NotForThis)
    expect(open).toThrow(expect.objectContaining({ code: 'not_for_this', message: 'email.account is not held for disputes' }))
    expect(broken).toEqual([])
  })

  test('G7 G8 K26: opens nothing that is stopped, says why, and what still may', () => {
    const purposes = ['account', 'signIn', 'messaging', 'commercialMail', 'rights'] as const
    const answers = (stops: Partial<Stops>) => {
      const email = address(ring(stops).keys)
      return purposes.map((purpose) => {
        try {
          email.open(purpose)
          expect(email.may(purpose)).toBe(true)
          return 'opens'
        } catch (error) {
          expect(email.may(purpose)).toBe(false)
          expect(error).toBeInstanceOf(Stopped)
          expect(error).toMatchObject({ code: 'processing_stopped' })
          return error instanceof Stopped && error.message === `stopped by ${error.because}` ? error.because : 'thrown'
        }
      })
    }
    expect(answers({})).toEqual(['opens', 'opens', 'opens', 'consent', 'opens'])
    expect(answers({ consented: ['statistics'] })).toEqual(['opens', 'opens', 'opens', 'consent', 'opens'])
    expect(answers({ consented: ['commercialMail'] })).toEqual(['opens', 'opens', 'opens', 'opens', 'opens'])
    expect(answers({ objected: ['messaging'] })).toEqual(['opens', 'opens', 'objection', 'consent', 'opens'])
    expect(answers({ restricted: true, objected: ['messaging'], consented: ['commercialMail'] })).toEqual([
      'restriction',
      'opens',
      'restriction',
      'restriction',
      'opens',
    ])
  })

  test('of whose stops nothing is known, what needs consent does not open', () => {
    const { key, keys } = ring()
    const sealed = keys.seal('accounts', row, { email: 'an@example.org' })
    const email = new Keyring(new Map([[`${person} service`, key]]), new Map(), () => {}).bind('accounts', {
      ...row,
      ...sealed,
    }).email
    expect(email.open('account')).toBe('an@example.org')
    expect(() => email.open('commercialMail')).toThrow(Stopped)
  })

  test('tells of a seal that is broken where it was, and of nothing else that fails', () => {
    const { keys } = ring()
    const sealed = { ...row, ...keys.seal('accounts', row, { email: 'an@example.org' }) }
    const other = ring()
    expect(() => other.keys.bind('accounts', sealed).email.open('account')).toThrow(SealBroken)
    expect(other.broken).toEqual(['accounts.email'])
    const none = ring({}, Buffer.alloc(3))
    expect(() => none.keys.bind('accounts', sealed).email.open('account')).toThrow(RangeError)
    expect(none.broken).toEqual([])
  })
})

test('a key of a person is wrapped for its row, person, class and epoch alone', () => {
  const [epoch, key] = [newKey(), newKey()]
  const at = { id: randomUUID(), person_id: person, class: 'service', epoch_id: 1 }
  const wrapped = new Opaque(wrap(epoch, at, key))
  expect(unwrap(epoch, { ...at, wrapped })).toEqual(key)
  for (const moved of [{ id: randomUUID() }, { person_id: randomUUID() }, { class: 'messages' }, { epoch_id: 2 }])
    expect(() => unwrap(epoch, { ...at, ...moved, wrapped })).toThrow(SealBroken)
})

describe('the vault', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())
  /** Does something to the database that is undone afterwards. */
  const undone = async (work: (db: Db) => Promise<void>) => {
    const enough = new Error('enough')
    await expect(
      site.p.db.transaction().execute(async (trx) => {
        await work(trx)
        throw enough
      }),
    ).rejects.toBe(enough)
  }

  test('asks the database nothing about nobody, or about no class', async () => {
    const vault = vaultOver(newKey(), { of: async () => new Map() }, () => {})
    const noDatabase = [undefined, [null, undefined]]
    expect(await Reflect.apply(vault.keys, vault, noDatabase)).toBeInstanceOf(Keyring)
    await Reflect.apply(vault.destroyKeys, vault, [undefined, person, []])
  })

  test('an epoch that ends between the row and the key is looked for once more; one that is gone opens nothing', async () => {
    const { db, keys, vault } = site.p
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
    const { db, vault } = site.p
    const { id } = await vault.newPerson(db, ['service'])
    await undone(async (trx) => {
      await trx.updateTable('key_epochs').set({ closed_at: site.clock.now() }).execute()
      const there = { id: randomUUID(), person_id: id }
      expect((await vault.keysToSeal(trx, id, ['service'])).seal('accounts', there, { email: 'x' })).toHaveProperty('email')
      await expect(vault.keysToSeal(trx, id, ['service', 'messages'])).rejects.toThrow(SealBroken)
    })
  })

  test('a new key of a class takes the place of the one before: that opens no more, the others do', async () => {
    const { db, vault } = site.p
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
    const { db, vault } = site.p
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
    const { vault } = site.p
    const mark = vault.mark('limits', 'an@example.org')
    expect(mark).toMatch(/^[\w-]{43}$/)
    expect(vault.mark('limits', 'an@example.org')).toBe(mark)
    expect(vault.mark('browser', 'an@example.org')).not.toBe(mark)
    expect(vault.mark('limits', 'bart@example.org')).not.toBe(mark)
    expect(vaultOver(newKey(), { of: async () => new Map() }, () => {}).mark('limits', 'an@example.org')).not.toBe(mark)
  })

  test('a box has a key of its own, by which alone it is opened again', () => {
    const { vault } = site.p
    const [one, other] = [vault.box(), vault.box()]
    expect(one.key).toMatch(/^[\w-]{43}$/)
    expect(other.key).not.toBe(one.key)
    expect(Object.keys(vault.boxOf(one.key)).sort()).toEqual(
      Object.keys(one)
        .filter((name) => name !== 'key')
        .sort(),
    )
  })

  test('of a database without people makes its keys once, and takes those that are there', async () => {
    await undone(async (trx) => {
      await trx.deleteFrom('person_keys').execute()
      await trx.deleteFrom('key_epochs').execute()
      const folder = keyFolder(`${site.p.config.keysDir}-new`)
      await inSame(trx)(folder)
      const [root, epoch] = [await folder.root(), await folder.epoch(1)]
      expect([root?.length, epoch?.length]).toEqual([32, 32])
      const rows = await trx.selectFrom('key_epochs').select(['id', 'opened_at']).execute()
      expect(rows).toEqual([{ id: 1, opened_at: site.clock.now() }])
      await trx.deleteFrom('key_epochs').execute()
      await inSame(trx)(folder)
      expect([await folder.root(), await folder.epoch(1)]).toEqual([root, epoch])
      await expect(inSame(trx)(keyFolder(`${site.p.config.keysDir}-none`))).rejects.toMatchObject({ code: 'keys_refused' })
    })
  })
  /** Opens the vault within a transaction that is open already. */
  const inSame = (trx: Db) => (folder: ReturnType<typeof keyFolder>) => {
    const transaction = () => ({ execute: (work: (db: Db) => Promise<unknown>) => work(trx) })
    return Promise.resolve(Reflect.apply(openVault, undefined, [{ transaction }, folder, () => {}, site.clock.now()]))
  }
})
