import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { featuresOf } from '../../app/features'
import { siteWith, type TestSite } from '../../app/testing'
import { signedUp } from '../../features/accounts/testing'
import { erase, statementFacts } from '../../privacy'
import { Opaque } from '../../register'
import { days, hours } from '../clock'
import { configFrom } from '../config'
import { vaultOver } from '../vault'
import { newPair } from '../vault/escrow'
import { type KeyProvider, keyFolder } from '../vault/provider'
import { renewKeys } from '../vault/renew'
import { readArchive } from './archive'
import { backUp, backupsIn } from './index'
import { openEscrow, readKeys, unpackKeys } from './keys'
import { restore } from './restore'

const room = mkdtempSync(join(tmpdir(), 'huisrecht-bound-'))
const at = (name: string) => join(room, name)
const quiet = Object.assign(() => {}, { bug: () => '' })
const start = new Date('2026-11-01T00:00:00Z')
const on = (day: number, hour: number) => new Date(start.getTime() + days(day) + hours(hour))

const bytesOf = (hex: unknown) => new Opaque(Buffer.from(String(hex).slice(2), 'hex'))

describe.skipIf(process.env.DATABASE_URL)('K27 G3, A-ERA 29: how long what was erased can be opened', () => {
  let site: TestSite
  let identity = ''
  let places = 0
  const kot = () => ({ features: featuresOf(site.p.site.features), backupDays: site.p.site.backupDays })
  beforeAll(async () => {
    site = await siteWith({ DATA_DIR: at('data'), KEYS_DIR: at('keys') })
    await site.p.db
      .updateTable('key_epochs')
      .set({ opened_at: on(-1, 4.67) })
      .execute()
    const pair = await newPair()
    identity = pair.identity
    await site.p.keys.escrow.keepRecipient(pair.recipient)
  }, 60_000)
  afterAll(async () => {
    await site.close()
    rmSync(room, { recursive: true, force: true })
  })

  /** The address of a person in one archive, with these keys and the private key. Undefined: it does not open. */
  async function addressIn(archive: string, person: string, keys: KeyProvider): Promise<string | undefined> {
    const escrow = await openEscrow(keys, identity)
    const own = escrow.filter(({ name }) => name.startsWith('backup-')).map(({ secret }) => secret.toString())
    const entries = await Array.fromAsync(readArchive(archive, own)).catch(() => undefined)
    const rowsOf = (table: string): Record<string, unknown>[] =>
      (entries ?? [])
        .filter(({ name }) => name.startsWith(`tables/${table}/`))
        .flatMap(({ data }) => Buffer.from(data).toString().split('\n'))
        .map((line) => JSON.parse(line))
        .filter((row) => row.person_id === person)
    const [account] = rowsOf('accounts')
    const root = await keys.root()
    if (!account || !root) return undefined
    const held = new Map(
      escrow.flatMap(({ name, secret }) => (name.startsWith('epoch-') ? [[Number(name.slice(6)), secret] as const] : [])),
    )
    for (const { id } of await keys.epochs()) held.set(id, (await keys.epoch(id)) ?? Buffer.alloc(32))
    // A database of which only the wrapped keys are left.
    const wrapped = rowsOf('person_keys').map((row) => ({
      ...row,
      wrapped: bytesOf(row.wrapped),
      restricted: false,
      objected: [],
    }))
    const left: object = { modifyFront: () => left, select: () => left, where: () => left, execute: async () => wrapped }
    const dumped = { selectFrom: () => left }
    const ring = await vaultOver(root, { of: async () => held }, () => {})
      .keys(Object.assign(Object.create(site.p.db), dumped), [person])
      .catch(() => undefined)
    if (!ring) return undefined
    const email = ring.bindRow('accounts', { ...account, email: bytesOf(account.email) }).email
    return email?.open('rights')
  }

  /** Whether anything that the operator holds opens it: each archive ever made, with the newest archive of the keys or what is on the host. */
  async function opens(person: string): Promise<boolean> {
    const folder = at(`unpacked-${++places}`)
    await unpackKeys(await readKeys(join(at('key-archive'), 'huisrecht-keys.age'), identity), folder)
    for (const keys of [keyFolder(folder), site.p.keys])
      for (const name of (await backupsIn(at('backups'))).slice(0, 5).toReversed())
        if (await addressIn(join(at('backups'), name), person, keys)) return true
    return false
  }

  test('to the day that the statement says, and not a day longer', async () => {
    const { p } = site
    const an = await signedUp(site, { firstName: 'An', email: 'an@example.org' })
    const erasedOn = 3
    const opened: number[] = []
    for (let day = 0; day <= 40; day++) {
      await backUp(configFrom({ DATA_DIR: at('data'), KEYS_DIR: at('keys') }), kot(), quiet, {
        folder: at('backups'),
        keys: at('key-archive'),
        keep: 100,
        now: on(day, 3.25),
      })
      await renewKeys(p.db, p.keys, on(day, 4.67), p.site.backupDays)
      if (day === erasedOn) await erase(p, an.personId)
      if (await opens(an.personId)) opened.push(day)
      if (day === 37) {
        // Really, and not only in pieces: the archive of day 3 can be put back one day before the bound.
        const config = configFrom({ DATA_DIR: at('restored'), KEYS_DIR: at('restored-keys') })
        const [, , , archive = ''] = await backupsIn(at('backups'))
        const asked = { archive: join(at('backups'), archive), keys: join(at('key-archive'), 'huisrecht-keys.age'), identity }
        expect((await restore(config, kot(), quiet, asked)).at).toEqual(on(erasedOn, 3.25))
      }
    }
    const bound = erasedOn + statementFacts(p, 'nl').backupDays
    expect(bound).toBe(38)
    expect(opened).toEqual(Array.from({ length: bound }, (_, day) => day))
    const [, , , archive = ''] = await backupsIn(at('backups'))
    const config = configFrom({ DATA_DIR: at('too-late'), KEYS_DIR: at('keys') })
    await expect(restore(config, kot(), quiet, { archive: join(at('backups'), archive), identity })).rejects.toThrow(
      '35 days are over',
    )
  }, 180_000)
})
