import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { featuresOf } from '../../app/features'
import { linkIn, siteWith, type TestSite } from '../../app/testing'
import * as journey from '../../app/testing/journey'
import { save } from '../../features/alerts/saved'
import { erase } from '../../privacy'
import { everything } from '../../privacy/testing'
import { tableNamed, tablesOf } from '../../register'
import { configFrom } from '../config'
import { newPair } from '../vault/escrow'
import { renewKeys } from '../vault/renew'
import { readArchive } from './archive'
import { backUp, backupsIn, markOf, withDatabase } from './index'
import { openEscrow, readKeys } from './keys'
import { restore } from './restore'

const room = mkdtempSync(join(tmpdir(), 'huisrecht-backup-'))
const at = (name: string) => join(room, name)
const env = { DATA_DIR: at('data'), KEYS_DIR: at('keys') }
const quiet = Object.assign(() => {}, { bug: () => '' })
const now = new Date('2026-11-21T03:00:00Z')
const options = { folder: at('backups'), keys: at('key-archive'), keep: 2, now }
const an = journey.cast.an

/** Rows of tables as text, but for those that are of no use in a site that was put back. */
const kept = (rows: string) =>
  rows
    .split('\n')
    .filter((row) => !/^(sessions|rate_limits|traffic|migrations) /.test(row))
    .sort()

describe.skipIf(process.env.DATABASE_URL)('G3 K27: a backup', () => {
  let site: TestSite
  let place = ''
  let pair: Awaited<ReturnType<typeof newPair>>
  const kot = () => ({ features: featuresOf(site.p.site.features), backupDays: site.p.site.backupDays })
  const asked = () => ({ archive: place, keys: join(at('key-archive'), 'huisrecht-keys.age'), identity: pair.identity })
  const entriesOf = async (archive = place) => {
    const own = (await openEscrow(site.p.keys, pair.identity)).filter(({ name }) => name.startsWith('backup-'))
    return Array.fromAsync(
      readArchive(
        archive,
        own.map(({ secret }) => secret.toString()),
      ),
    )
  }
  beforeAll(async () => {
    site = await siteWith(env)
    await journey.wholeJourney(journey.startJourney(site))
    const { person_id } = await site.p.db
      .selectFrom('accounts')
      .select('person_id')
      .where('email_key', '=', site.p.vault.index('accounts.email_key', journey.cast.bart.email))
      .executeTakeFirstOrThrow()
    await save(site.p, person_id, 'where=leuven', { frequency: 'daily', atNight: false }, 'fr')
    const keys = await site.p.vault.keysToSeal(site.p.db, person_id, ['service', 'security'])
    const row = { id: randomUUID(), person_id }
    const credential = JSON.stringify({ id: 'kanarie', publicKey: 'AA', counter: 0 })
    const [passkey, staff] = [
      keys.seal('passkeys', row, { credential, label: 'x' }),
      keys.seal('staff_passkeys', row, { credential }),
    ]
    const made = { ...row, created_at: site.clock.now() }
    const { db, vault } = site.p
    await db
      .insertInto('passkeys')
      .values({ ...made, ...passkey, credential_key: vault.index('passkeys.credential_key', 'kanarie') })
      .execute()
    await db
      .insertInto('staff_passkeys')
      .values({ ...made, ...staff, credential_key: vault.index('staff_passkeys.credential_key', 'kanarie') })
      .execute()
    await site.p.files.write('photos/one/1600.jpg', Buffer.from('picture'))
    pair = await newPair()
  }, 120_000)
  afterAll(async () => {
    await site.close()
    rmSync(room, { recursive: true, force: true })
  })

  test('is not made without a key to encrypt it to, and says what to type', async () => {
    await expect(backUp(configFrom(env), kot(), quiet, options)).rejects.toThrow('huisrecht keys escrow')
    expect(existsSync(at('backups'))).toBe(false)
    await site.p.keys.escrow.keepRecipient(pair.recipient)
  })

  test('is made while the site runs, and says so in a mark', async () => {
    const seen: string[] = []
    const made = await backUp(configFrom(env), kot(), quiet, { ...options, progress: (name) => seen.push(name) })
    place = made.place
    expect(seen[0]).toBe('manifest.json')
    expect(seen).toContain('files/photos/one/1600.jpg')
    expect(readdirSync(at('backups')).sort()).toEqual(['huisrecht-20261121T030000Z.age', 'huisrecht-20261121T030000Z.age.sha256'])
    expect(readdirSync(at('key-archive')).sort()).toEqual(['huisrecht-keys.age', 'huisrecht-keys.age.sha256'])
    for (const archive of [place, asked().keys]) {
      const [hash, name] = readFileSync(`${archive}.sha256`, 'utf8').trim().split('  ')
      expect([createHash('sha256').update(readFileSync(archive)).digest('hex'), basename(archive)]).toEqual([hash, name])
    }
    expect((await markOf(at('data'), 'backup'))?.at).toEqual(now)
    expect((await site.visitor().get('/nl')).status).toBe(200)
  })

  test('is not replaced by another of the same second, nor is its key, wherever the other goes', async () => {
    const folders = [at('backups-twice'), at('backups-twice'), at('backups-elsewhere')]
    const made = []
    for (const folder of folders) made.push(await backUp(configFrom(env), kot(), quiet, { ...options, folder }))
    expect(made.map((one) => basename(one.place, 'Z.age').slice(-6))).toEqual(['030001', '030002', '030003'])
    for (const one of made) expect((await entriesOf(one.place)).length).toBe(one.entries)
  })

  test('A-CRY 71: holds no key, no blind index, no session, and nothing that opens without the private key', async () => {
    const entries = await entriesOf()
    const text = Buffer.concat(entries.map(({ data }) => data)).toString('latin1')
    const root = readFileSync(join(at('keys'), 'root.key'))
    const epoch = await site.p.keys.epoch(1)
    for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const) {
      expect(text).not.toContain(Buffer.from(root.toString().trim(), 'base64url').toString(form))
      expect(text).not.toContain(epoch?.toString(form))
    }
    const { rows } = await site.p.connection.pool.query('select email_key from accounts')
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(text).not.toContain(row.email_key.bytes.toString('hex'))
    for (const name of tablesOf(site.p.site.features))
      for (const [column, { kind }] of Object.entries(tableNamed(name).columns))
        if (kind === 'blindIndex')
          for (const { data } of entries.filter((entry) => entry.name.startsWith(`tables/${name}/`)))
            expect(Buffer.from(data).toString()).not.toContain(`"${column}"`)
    expect(entries.some(({ name }) => /^tables\/(sessions|rate_limits|traffic)/.test(name))).toBe(false)
    for (const archive of [place, asked().keys]) {
      const bytes = readFileSync(archive)
      expect(bytes.includes(root.subarray(0, 32)) || bytes.includes('accounts')).toBe(false)
    }
    await expect(readKeys(asked().keys, (await newPair()).identity)).rejects.toThrow()
    // The data open with a key of their own, not with the private key at once: it goes when their days are over.
    await expect(Array.fromAsync(readArchive(place, [pair.identity]))).rejects.toThrow()
  })

  test('goes nowhere near the data or the keys', async () => {
    for (const folder of [at('data'), join(at('data'), 'backups'), at('keys'), room])
      await expect(backUp(configFrom(env), kot(), quiet, { ...options, folder })).rejects.toThrow(/lie|inside/)
    await expect(backUp(configFrom(env), kot(), quiet, { ...options, keys: join(options.folder, 'k') })).rejects.toThrow('--keys')
    const together = configFrom({ ...env, KEYS_DIR: join(at('data'), 'keys') })
    await expect(backUp(together, kot(), quiet, options)).rejects.toThrow('KEYS_DIR lies inside DATA_DIR')
  })

  test('put back on another machine, every row is as it was, what came after is not in it, and everybody is found', async () => {
    const before = await everything(site.p)
    const bart = await site.p.vault.newPerson(site.p.db, ['service'])
    // A night passes: the epoch of the backup is in escrow by now.
    await renewKeys(site.p.db, site.p.keys, new Date('2026-11-21T04:40:00Z'), 35)
    await backUp(configFrom(env), kot(), quiet, { ...options, now: new Date('2026-11-21T05:00:00Z') })
    const other = configFrom({ DATA_DIR: at('restored'), KEYS_DIR: at('restored-keys') })
    const done = await restore(other, kot(), quiet, asked())
    expect(done).toMatchObject({ at: now, files: expect.any(Number), closed: 0 })
    const again = await siteWith({ DATA_DIR: at('restored'), KEYS_DIR: at('restored-keys') })
    try {
      const after = await everything(again.p)
      expect(kept(after)).toEqual(kept(before))
      for (const table of ['accounts', 'passkeys', 'staff_passkeys', 'saved_searches', 'found_adverts'])
        expect(after).toMatch(new RegExp(`^${table} `, 'm'))
      expect(after).not.toContain(bart.id)
      const visitor = again.visitor()
      expect((await visitor.post('/nl/sign-in', { who: an.email, password: an.password })).status).toBe(303)
      expect((await again.p.files.read('photos/one/1600.jpg')).toString()).toBe('picture')
      const stranger = again.visitor()
      await stranger.post('/nl/sign-in/link', { who: an.email })
      expect(linkIn((await again.mails())[0])).toContain('/sign-in/with/')
      // And it goes on from there.
      await renewKeys(again.p.db, again.p.keys, new Date(), 35)
      expect((await again.visitor().post('/nl/sign-in', { who: an.email, password: an.password })).status).toBe(303)
    } finally {
      await again.close()
    }
    await expect(restore(other, kot(), quiet, asked())).rejects.toThrow('There are data in')
  }, 120_000)

  test('A-ERA 30: who ended an account after the backup is gone from what was put back, before anybody is served', async () => {
    const { person_id: ended } = await site.p.db
      .selectFrom('accounts')
      .select('person_id')
      .where('email_key', '=', site.p.vault.index('accounts.email_key', an.email))
      .executeTakeFirstOrThrow()
    await renewKeys(site.p.db, site.p.keys, new Date('2026-11-21T06:00:00Z'), 35)
    await erase(site.p, ended)
    // The data were lost, the keys are whole.
    cpSync(at('keys'), at('kept-keys'), { recursive: true })
    const config = { DATA_DIR: at('put-back'), KEYS_DIR: at('kept-keys') }
    await restore(configFrom(config), kot(), quiet, { ...asked(), keys: undefined })
    await withDatabase(configFrom(config), quiet, async ({ db }) => {
      expect(await db.selectFrom('people').select('id').where('id', '=', ended).execute()).toHaveLength(1)
    })
    const again = await siteWith(config)
    try {
      // Of a reported conversation something is held; nothing else is left.
      const left = (await everything(again.p)).split('\n').filter((row) => row.includes(ended))
      expect([...new Set(left.map((row) => row.split(' ')[0]))]).toEqual(['people', 'person_keys', 'holds', 'messages'])
      expect((await again.visitor().post('/nl/sign-in', { who: an.email, password: an.password })).status).toBe(422)
      expect(again.logged.join()).toContain('ledger.caught_up')
    } finally {
      await again.close()
    }
  }, 120_000)

  test('is refused when it is changed, or the keys or the private key are others', async () => {
    const config = configFrom({ DATA_DIR: at('elsewhere'), KEYS_DIR: at('elsewhere-keys') })
    const refused = (change: Partial<ReturnType<typeof asked>>) =>
      restore(config, kot(), quiet, { ...asked(), ...change }).then(
        () => '',
        (error: Error) => error.message,
      )
    cpSync(place, at('broken.age'))
    const bytes = readFileSync(at('broken.age'))
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
    writeFileSync(at('broken.age'), bytes)
    cpSync(`${place}.sha256`, at('broken.age.sha256'))
    expect(await refused({ archive: at('broken.age') })).toContain('is not whole')
    expect(await refused({ identity: 'geheim' })).toContain('no private key')
    expect(await refused({ identity: (await newPair()).identity })).toContain('does not open with this private key')
    expect(await refused({ keys: '' })).toContain('--keys')
    expect(await refused({ archive: at('nothing') })).toContain('cannot be opened')
    expect(existsSync(at('elsewhere'))).toBe(false)
  })

  test('makes room: the last ones stay', async () => {
    for (const day of [22, 23])
      await backUp(configFrom(env), kot(), quiet, { ...options, now: new Date(`2026-11-${day}T03:00:00Z`) })
    expect(await backupsIn(options.folder)).toEqual(['huisrecht-20261122T030000Z.age', 'huisrecht-20261123T030000Z.age'])
    expect(readdirSync(options.folder)).toHaveLength(4)
  }, 120_000)
})
