import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, siteWith, type TestSite } from '../../app/testing'
import { signedUp } from '../../features/accounts/testing'
import { configFrom } from '../config'
import { backUp, backupsIn, markOf, restore } from './index'
import { keyPrint, missingFrom } from './keys'

const room = mkdtempSync(join(tmpdir(), 'huisrecht-backup-'))
const at = (name: string) => join(room, name)
const env = { DATA_DIR: at('data'), KEYS_DIR: at('keys') }
const quiet = Object.assign(() => {}, { bug: () => '' })
const now = new Date('2026-11-21T03:00:00Z')
const options = { folder: at('backups'), keep: 2, now }

describe.skipIf(process.env.DATABASE_URL)('a backup', () => {
  let site: TestSite
  let place = ''
  let an: Awaited<ReturnType<typeof signedUp>>
  beforeAll(async () => {
    site = await siteWith(env)
    an = await signedUp(site, { firstName: 'An' })
    await site.p.files.write('photos/one.jpg', Buffer.from('picture'))
    const made = await backUp(configFrom(env), quiet, options)
    place = made.place
  }, 120_000)
  afterAll(async () => {
    await site.close()
    chmodSync(room, 0o700)
    rmSync(room, { recursive: true, force: true })
  })

  test('is made while the site runs, and says so in a mark', async () => {
    expect(readdirSync(place).sort()).toEqual(['files', 'manifest.json', 'postgres'])
    expect((await markOf(at('data'), 'backup'))?.at).toEqual(now)
    expect((await site.visitor().get('/nl')).status).toBe(200)
  })

  test('never holds the keys', async () => {
    const root = readFileSync(join(at('keys'), 'root.key'))
    const found = readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(root.subarray(0, 32)))
    expect(found).toEqual([])
    expect(readdirSync(place, { recursive: true }).some((name) => String(name).includes('root.key'))).toBe(false)
    for (const folder of [at('data'), join(at('data'), 'backups'), at('keys'), room])
      await expect(backUp(configFrom(env), quiet, { ...options, folder })).rejects.toThrow(/lie|inside/)
    const together = configFrom({ ...env, KEYS_DIR: join(at('data'), 'keys') })
    await expect(backUp(together, quiet, options)).rejects.toThrow('KEYS_DIR lies inside DATA_DIR')
  })

  test('put back, starts the site as it was, and what came after is not in it', async () => {
    const bart = await signedUp(site, { firstName: 'Bart' })
    const other = configFrom({ DATA_DIR: at('restored'), KEYS_DIR: at('keys-copy') })
    cpSync(at('keys'), at('keys-copy'), { recursive: true })
    expect(await restore(other, place)).toMatchObject({ at: now, kind: 'base' })
    const again = await siteWith({ DATA_DIR: at('restored'), KEYS_DIR: at('keys-copy') })
    try {
      const signIn = (who: { email: string; password: string }) =>
        again.visitor().post('/nl/sign-in', { who: who.email, password: who.password })
      expect((await signIn(an)).status).toBe(303)
      expect((await signIn(bart)).status).toBe(422)
      expect((await again.p.files.read('photos/one.jpg')).toString()).toBe('picture')
      const visitor = again.visitor()
      await visitor.post('/nl/sign-in/link', { who: an.email })
      expect(linkIn((await again.mails())[0])).toContain('/sign-in/with/')
    } finally {
      await again.close()
    }
    await expect(restore(other, place)).rejects.toThrow('There are data in')
  }, 120_000)

  test('is refused when a file of it is missing or changed', async () => {
    cpSync(place, at('broken'), { recursive: true })
    writeFileSync(join(at('broken'), 'files', 'photos', 'one.jpg'), 'another')
    const config = configFrom({ DATA_DIR: at('elsewhere'), KEYS_DIR: at('keys') })
    await expect(restore(config, at('broken'))).rejects.toThrow('the first is files/photos/one.jpg')
    await expect(restore(config, at('nothing'))).rejects.toThrow('is no backup')
    expect(existsSync(at('elsewhere'))).toBe(false)
  })

  test('makes room: the last ones stay', async () => {
    for (const day of [22, 23]) await backUp(configFrom(env), quiet, { ...options, now: new Date(`2026-11-${day}T03:00:00Z`) })
    expect(await backupsIn(options.folder)).toEqual(['huisrecht-20261122T030000Z', 'huisrecht-20261123T030000Z'])
  }, 120_000)

  test('a copy of the keys is held against the keys', async () => {
    cpSync(at('keys'), at('stick'), { recursive: true })
    expect(await missingFrom(at('stick'), at('keys'))).toEqual([])
    expect(await keyPrint(at('stick'))).toBe(await keyPrint(at('keys')))
    chmodSync(join(at('stick'), 'root.key'), 0o600)
    writeFileSync(join(at('stick'), 'root.key'), 'other')
    rmSync(join(at('stick'), 'epochs'), { recursive: true })
    expect((await missingFrom(at('stick'), at('keys'))).sort()).toEqual(['epochs/1.key', 'root.key'])
    expect(await keyPrint(at('stick'))).not.toBe(await keyPrint(at('keys')))
  })
})
