import { randomUUID } from 'node:crypto'
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import type { Db } from '../db'
import { NotForThis, SealBroken } from './index'
import { KeysRefused, openVault } from './open'
import { keyFolder } from './provider'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

/** A pending e-mail address of a new person. */
async function pending(address: string) {
  const { db, vault } = site.p
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
    const row = await rowOf(site.p.db, id)
    const { email } = (await site.p.vault.keys(site.p.db, [person_id])).bind('email_changes', row)
    expect(email.open('serviceMail')).toBe('an@example.org')
    expect(email.open('rights')).toBe('an@example.org')
    // @ts-expect-error a new address is not held for messages
    expect(() => email.open('messaging')).toThrow(NotForThis)
  })

  test('a sealed value prints as its name, whichever way it is printed', async () => {
    const { id, person_id } = await pending('an@example.org')
    const row = await rowOf(site.p.db, id)
    const bound = (await site.p.vault.keys(site.p.db, [person_id])).bind('email_changes', row)
    const name = '[sealed email_changes.email]'
    expect(`${bound.email}`).toBe(name)
    expect(JSON.stringify(bound)).toBe(`{"email":"${name}"}`)
    expect(inspect(bound)).toBe(`{ email: ${name} }`)
    expect(inspect(new Error('x', { cause: bound }))).not.toContain('an@')
    expect(JSON.stringify(row.email)).toBe('"[sealed]"')
  })

  test('a value does not open for another person, nor after its keys are destroyed', async () => {
    const an = await pending('an@example.org')
    const bart = await pending('bart@example.org')
    const { db, vault } = site.p
    const keys = await vault.keys(db, [an.person_id, bart.person_id])
    const row = await rowOf(db, an.id)
    expect(() => keys.bind('email_changes', { ...row, person_id: bart.person_id }).email.open('rights')).toThrow(SealBroken)
    expect(() => keys.bind('email_changes', { ...row, id: bart.id }).email.open('rights')).toThrow(SealBroken)
    await vault.destroyKeys(db, an.person_id, ['service'])
    const left = await vault.keys(db, [an.person_id, bart.person_id])
    expect(() => left.bind('email_changes', row).email.open('rights')).toThrow(SealBroken)
    expect(site.logged.join('\n')).toContain('security.seal_broken')
    expect(site.logged.join('\n')).not.toContain('@example.org')
  })

  test('two requests that make the same key at once end with one key', async () => {
    const { db, vault } = site.p
    const { id } = await vault.newPerson(db, ['service'])
    await Promise.all([1, 2, 3, 4].map(() => vault.keysToSeal(db, id, ['service', 'messages', 'security'])))
    const keys = await db.selectFrom('person_keys').select('class').where('person_id', '=', id).execute()
    expect(keys.map((row) => row.class).sort()).toEqual(['messages', 'security', 'service'])
  })

  test('indexes are equal for equal values, and differ per column', () => {
    const { vault } = site.p
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
    await cp(site.p.config.keysDir, folder, { recursive: true })
    return folder
  }
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))
  const open = (folder: string) => openVault(site.p.db, keyFolder(folder), () => {})

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
    expect(site.p.config.keysDir.startsWith(site.p.config.dataDir)).toBe(false)
  })
})
