import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import kot from '../../../sites/kot/site'
import { signedUp } from '../../features/accounts/testing'
import { leaveMark } from '../../platform/backup'
import { configFrom } from '../../platform/config'
import { doctorWords, examine, told } from '../../platform/doctor'
import { siteSchema } from '../../platform/site'
import { toldBy } from '../../platform/told'
import { newPair, recipientOf } from '../../platform/vault/escrow'
import { renewKeys } from '../../platform/vault/renew'
import { catchUp, erase } from '../../privacy'
import { languages } from '../../std/words'
import { runCommand } from '../cli'
import { siteWith, type TestSite } from '../testing'

const room = mkdtempSync(join(tmpdir(), 'huisrecht-operate-'))
const at = (name: string) => join(room, name)
const env = { DATA_DIR: at('data'), KEYS_DIR: at('keys'), DEMO: '0' }
async function runIn(change: Record<string, string>, ...args: string[]) {
  const said: string[] = []
  const code = await runCommand(args, { ...env, ...change }, (line) => said.push(line))
  return { code, said: said.join('\n') }
}
const run = (...args: string[]) => runIn({}, ...args)

describe.skipIf(process.env.DATABASE_URL)('beside a running site', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await siteWith(env)
    await signedUp(site, { firstName: 'Kanarie', email: 'kanarie7f3a@example.org', userName: 'kanarie7f3a' })
  }, 120_000)
  afterAll(async () => {
    await site.close()
    rmSync(room, { recursive: true, force: true })
  })

  const examined = (change: Partial<Parameters<typeof examine>[0]> = {}) =>
    examine({
      config: configFrom(env),
      site: site.p.site,
      now: new Date(),
      db: site.p.db,
      demo: false,
      language: 'en',
      ...change,
    })
  const stateOf = async (check: string, change: Partial<Parameters<typeof examine>[0]> = {}) =>
    (await examined(change)).find((one) => one.check === check)?.state

  test('keys escrow, backup, keys check and doctor: red becomes green', async () => {
    expect(await stateOf('backup')).toBe('bad')
    expect(await stateOf('keyCopy')).toBe('bad')
    expect((await run('backup')).code).toBe(2)
    expect((await run('backup', at('data'))).said).toContain('lies inside DATA_DIR')
    expect(await run('backup', at('backups'))).toMatchObject({ code: 1, said: expect.stringContaining('huisrecht keys escrow') })
    const [identity = ''] = /AGE-SECRET-KEY-1\w+/.exec((await run('keys', 'escrow')).said) ?? []
    expect(await stateOf('keyCopy')).toBe('bad')
    const made = await run('backup', at('backups'), '--keep', '3')
    expect([made.code, made.said]).toEqual([0, expect.stringMatching(/huisrecht-\d{8}T\d{6}Z\.age: \d+ files, \d+ MB\./)])
    expect(await stateOf('backup')).toBe('good')
    const keys = join(at('backups-keys'), 'huisrecht-keys.age')
    writeFileSync(at('wrong.txt'), (await newPair()).identity)
    writeFileSync(at('private.txt'), `# created: today\n${identity}\n`)
    expect((await run('keys', 'check', keys, '--identity', at('wrong.txt'))).code).toBe(1)
    expect(await stateOf('keyCopy')).toBe('bad')
    expect((await run('keys', 'check', keys, '--identity', at('private.txt'))).code).toBe(0)
    expect(await stateOf('keyCopy')).toBe('good')
    expect((await run('restore', at('nothing'))).code).toBe(2)
    expect((await run('restore', at('nothing'), '--identity', at('private.txt'))).code).toBe(1)

    // The same to somebody whose terminal is French, and what is put back is a site.
    const inFrench = (...args: string[]) => runIn({ LANG: 'fr_BE.UTF-8' }, ...args)
    expect((await inFrench('backup')).said).toBe('Utilisation\u00a0: huisrecht backup FOLDER [--keys FOLDER] [--keep 14]')
    expect((await inFrench('backup', at('data'))).said).toContain('se trouve dans DATA_DIR')
    expect((await inFrench('keys', 'escrow')).said).toContain('Il y en a déjà une')
    expect((await inFrench('keys', 'check', keys, '--identity', at('private.txt'))).said).toContain('les clés de ce site')
    const again = await inFrench('backup', at('backups'), '--keep', '1')
    expect(again).toMatchObject({ code: 0, said: expect.stringMatching(/ fichiers, \d+ Mo\. 1 plus ancienne a été retirée\./) })
    const [place = ''] = again.said.split('\u00a0:')
    const elsewhere = { LANG: 'fr_BE.UTF-8', DATA_DIR: at('data2'), KEYS_DIR: at('keys2') }
    const restore = ['restore', place, '--identity', at('private.txt')]
    expect(await runIn(elsewhere, ...restore)).toMatchObject({ code: 1, said: expect.stringContaining('Il n’y a pas de clés') })
    const back = await runIn(elsewhere, ...restore, '--keys', keys)
    expect(back).toMatchObject({ code: 0, said: expect.stringMatching(/lignes et .* fichiers du .* sont de retour/) })
    await expect(inFrench('restore', place, '--identity', at('none.txt'))).rejects.toSatisfy(
      (error) => toldBy(error, 'fr') === `Impossible de lire ${at('none.txt')}.`,
    )
    await expect(run('backup', at('backups'), '--kept', '3', '--lang', 'nl')).rejects.toSatisfy((error) =>
      toldBy(error, 'nl').startsWith('Wat met --kept bedoeld is, weet het programma niet. Gebruik: huisrecht backup'),
    )
    rmSync(at('private.txt'))
  }, 120_000)

  test('a backup grows old in a day, a try when the private key is another, and a renewal in a day', async () => {
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    await leaveMark(at('data'), 'backup', new Date())
    expect(await stateOf('backup', { now: later(25) })).toBe('good')
    expect(await stateOf('backup', { now: later(28) })).toBe('bad')
    await run('keys', 'escrow', '--again')
    expect(await stateOf('keyCopy')).toBe('bad')
    const renewed = site.clock.now()
    await renewKeys(site.p.db, site.p.keys, renewed, 35)
    expect(await stateOf('renewal', { now: new Date(renewed.getTime() + 26 * 3_600_000) })).toBe('good')
    expect(await stateOf('renewal', { now: new Date(renewed.getTime() + 27 * 3_600_000) })).toBe('bad')
  })

  test('jobs that failed or wait too long are red', async () => {
    expect(await stateOf('jobs')).toBe('good')
    await site.p.jobs.send(site.p.db, 'desk.dormant', {})
    await site.p.connection.pool.query(
      "update pgboss.job set start_after = now() - interval '20 minutes', created_on = now() - interval '20 minutes' where name = 'desk.dormant'",
    )
    expect(await stateOf('jobs')).toBe('bad')
    await site.p.connection.pool.query("delete from pgboss.job where name = 'desk.dormant'")
    expect(await stateOf('jobs')).toBe('good')
  })

  test('doctor says each thing in each language, what to do where it is red, and nothing of anybody', async () => {
    for (const language of languages) {
      const { code, said } = await run('doctor', '--lang', language)
      expect(code).toBe(1)
      expect(said).toContain(doctorWords(language).todo)
      expect(said).toContain(doctorWords(language).checks.jobs.good({}))
      expect(said).not.toMatch(/undefined|kanarie|Kanarie/)
      for (const finding of await examined()) {
        const { text, todo } = told(finding, language)
        expect(text).not.toBe('')
        expect(todo === undefined).toBe(finding.state !== 'bad')
      }
    }
  }, 120_000)

  test('doctor sees a site that does not open', async () => {
    const findings = await examined({ db: undefined, why: 'There are no keys in /keys.' })
    const program = findings.find(({ check }) => check === 'program')
    expect(program && told(program, 'en').text).toContain('There are no keys in /keys.')
    expect(findings.find(({ check }) => check === 'jobs')?.state).toBe('unknown')
  })

  test.each([
    ['is not there', undefined, 'cannot be read'],
    ['is something else', 'SQLite format 3', 'no PMTiles archive'],
    ['is older', 'PMTiles\u0002', 'no PMTiles archive'],
    ['can be read', 'PMTiles\u0003', ''],
  ])('doctor looks at the file of the streets: it %s', async (_, content, said) => {
    const file = at('streets.pmtiles')
    rmSync(file, { force: true })
    if (content !== undefined) writeFileSync(file, content)
    const config = configFrom({ ...env, BASEMAP: file, PRODUCTION: '1' })
    const settings = (await examined({ config })).find(({ check }) => check === 'settings')
    expect(settings?.facts.wrong?.includes('BASEMAP')).toBe(said !== '')
    expect(settings?.facts.wrong).toContain(said)
  })

  test.each([
    ['is not there', undefined, 'cannot be read'],
    ['is something else', '<html>', 'no lines'],
    ['is empty', '', 'no lines'],
    ['can be read', '193.190.0.0,193.191.255.255,BE\n', ''],
  ])('doctor looks at the file of countries: it %s', async (_, content, said) => {
    const file = at('countries.csv')
    rmSync(file, { force: true })
    if (content !== undefined) writeFileSync(file, content)
    const config = configFrom({ ...env, COUNTRIES: file, PRODUCTION: '1' })
    const settings = (await examined({ config })).find(({ check }) => check === 'settings')
    expect(settings?.facts.wrong?.includes('COUNTRIES')).toBe(said !== '')
    expect(settings?.facts.wrong).toContain(said)
  })

  test.each(languages)(
    'handover says in %s what is set, never a secret, and leaves room for what only people know',
    async (language) => {
      const said: string[] = []
      await leaveMark(at('data'), 'backup', new Date('2026-11-21T03:15:00Z'))
      const set = { ...env, SMTP_URL: 'smtps://post:geheim99@smtp.kotwijzer.be:465', LANG: `${language}_BE.UTF-8` }
      expect(await runCommand(['handover'], set, (line) => said.push(line))).toBe(0)
      const text = said.join('\n')
      expect(said[0]).toContain({ nl: 'overdragen', fr: 'Transmettre', en: 'Handing over' }[language])
      expect(text).toContain(siteSchema.parse(kot).officer.email)
      expect(text).toContain('smtps://smtp.kotwijzer.be:465')
      expect(text).not.toContain('geheim99')
      expect(text).toContain(at('keys'))
      expect(text).toContain({ nl: '21 november 2026', fr: '21 novembre 2026', en: '21 November 2026' }[language])
      expect(text).toContain(`/${language}/privacy`)
      expect(text).toContain('____')
      // As said goes before what the terminal speaks.
      expect((await run('handover', '--lang', 'fr')).said).toContain('Transmettre')
    },
  )

  test('keys escrow prints the private half once, and keeps the public half alone', async () => {
    const { code, said } = await run('keys', 'escrow', '--again')
    const [identity = ''] = /AGE-SECRET-KEY-1\w+/.exec(said) ?? []
    expect([code, identity.length]).toEqual([0, 74])
    const lying = readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(identity))
      .map(({ name }) => name)
    expect(lying).toEqual([])
    expect(readFileSync(join(at('keys'), 'escrow.pub'), 'utf8').trim()).toBe(await recipientOf(identity))
    expect(await run('keys', 'escrow')).toMatchObject({ code: 1, said: expect.not.stringContaining('AGE-SECRET') })
    expect((await run('keys', 'escrow', '--again')).said).not.toContain(identity)
  })

  test('keys ledger accept goes on where a lost ledger left the database', async () => {
    const { id } = await site.p.vault.newPerson(site.p.db, ['service'])
    await erase(site.p, id)
    rmSync(join(at('keys'), 'ledger.jsonl'))
    await expect(catchUp(site.p)).rejects.toThrow('huisrecht keys ledger accept')
    expect((await run('keys', 'ledger', 'accept')).code).toBe(0)
    expect(await catchUp(site.p)).toBe(0)
  })

  test.each(languages)('help names every verb in %s, and fits a terminal of 80 columns', async (language) => {
    const { code, said } = await run('help', '--lang', language)
    expect(code).toBe(0)
    for (const verb of [
      'web',
      'setup',
      'backup',
      'restore',
      'keys check',
      'keys escrow',
      'doctor',
      'handover',
      'staff add',
      'sweep',
    ])
      expect(said).toMatch(new RegExp(`^  ${verb}( |$)`, 'm'))
    expect(said.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(said).toContain({ nl: 'of alles goed is', fr: 'si tout va bien', en: 'whether all is well' }[language])
    // As said goes before what the terminal speaks, which goes before English.
    const lines: string[] = []
    await runCommand(['help'], { ...env, LANG: `${language}_BE.UTF-8` }, (line) => lines.push(line))
    expect(lines.join('\n')).toBe(said)
    expect((await run('no-such-verb')).code).toBe(2)
  })
})
