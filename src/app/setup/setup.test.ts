import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configFrom } from '../../platform/config'
import { wrongInProduction } from '../../platform/production'
import { type Language, languageFrom, languages } from '../../std/words'
import { loadSite } from '../open'
import { smtpUrlOf } from './files'
import { setUp } from './index'
import { keys } from './questions'
import { words } from './words'

const room = mkdtempSync(join(tmpdir(), 'huisrecht-setup-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))

/** A port of this machine where nobody answers. */
let closed = '1'
beforeAll(async () => {
  closed = await new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(String(typeof address === 'object' ? address?.port : 1)))
    })
  })
})

const answers = () => ({
  domain: 'kotwijzer.invalid',
  name: 'Kotwijzer & Zoon',
  languages: 'fr,nl',
  country: 'NL',
  controller: 'Kotwijzer vzw',
  registration: 'KvK 12345678',
  address: 'Domplein 1, 3512 JC Utrecht',
  email: 'privacy@kotwijzer.nl',
  officer: 'An Peeters',
  'officer-email': 'dpo@kotwijzer.nl',
  hosting: 'Stalplaats bv',
  'hosting-country': 'NL',
  'smtp-host': '127.0.0.1',
  'smtp-port': closed,
  'smtp-user': 'post@kotwijzer.nl',
  'smtp-password': `p@ss'w/rd $"x`,
  'mail-company': 'Postbode bv',
  'mail-country': 'IE',
  'mail-from': 'post@kotwijzer.nl',
  owner: 'olga@kotwijzer.nl',
})
const options = (of: Record<string, string>) => Object.entries(of).flatMap(([key, value]) => [`--${key}`, value])
async function run(args: string[], env: Record<string, string> = {}, ask?: (text: string) => Promise<string>) {
  const said: string[] = []
  const code = await setUp(args, env, (line) => said.push(line), ask)
  return { code, said: said.join('\n') }
}

describe('setup', () => {
  const folder = join(room, 'site')

  test('writes a site that production takes, says what could not be reached, and what comes next', async () => {
    const { code, said } = await run(['--folder', folder, ...options(answers())])
    expect(code).toBe(0)
    expect(said).toContain('kotwijzer.invalid leads nowhere yet')
    expect(said).toContain('127.0.0.1 did not take us over TLS (')
    expect(said).toContain('huisrecht staff add olga@kotwijzer.nl')
    const site = await loadSite(folder)
    expect(site).toMatchObject({
      name: 'Kotwijzer & Zoon',
      languages: ['fr', 'nl'],
      controller: { registration: 'KvK 12345678' },
      authority: { url: 'https://autoriteitpersoonsgegevens.nl' },
      recipients: { mail: { name: 'Postbode bv', place: 'IE' } },
    })
    // All that a site of rooms chooses itself: nothing that comes with a company that it does not name.
    expect(site.features).toEqual((await loadSite('kot')).features)
    const file = join(folder, 'huisrecht.env')
    expect(statSync(file).mode & 0o077).toBe(0)
    const env = parseEnv(readFileSync(file, 'utf8'))
    expect(new URL(env.SMTP_URL ?? '').protocol).toBe('smtp:')
    expect(decodeURIComponent(new URL(env.SMTP_URL ?? '').password)).toBe(answers()['smtp-password'])
    const config = configFrom(env)
    // All but the name, which is one of those that lead nowhere.
    expect(await wrongInProduction({ ...config, publicUrl: 'https://kotwijzer.nl' }, site, false, 'en')).toEqual([])
    expect(config.mailFrom).toBe('Kotwijzer & Zoon <post@kotwijzer.nl>')
    expect(readFileSync(join(folder, 'site.ts'), 'utf8')).not.toContain('olga')
  })

  test('run again, keeps what it does not ask, and needs no answer twice', async () => {
    const [site, env] = [join(folder, 'site.ts'), join(folder, 'huisrecht.env')]
    writeFileSync(site, readFileSync(site, 'utf8').replace('"light": {}', '"light": {"brand-fill": "#1f5c46"}'))
    writeFileSync(env, `${readFileSync(env, 'utf8')}GEOCODERS="pdok"\n`)
    const again = await run(['--folder', folder, '--officer', 'Bart Maes', '--owner', 'olga@kotwijzer.nl'])
    expect(again.code).toBe(0)
    const loaded = await import(`${site}?again`)
    expect(loaded.default).toMatchObject({
      officer: { name: 'Bart Maes' },
      brand: { light: { 'brand-fill': '#1f5c46' } },
      name: 'Kotwijzer & Zoon',
    })
    expect(parseEnv(readFileSync(env, 'utf8')).GEOCODERS).toBe('pdok')
    expect(readFileSync(`${site}.before`, 'utf8')).toContain('An Peeters')
    expect(statSync(`${env}.before`).mode & 0o077).toBe(0)
  })

  test('takes answers from the environment', async () => {
    const env = Object.fromEntries(
      Object.entries(answers()).map(([key, value]) => [`HUISRECHT_${key.toUpperCase().replaceAll('-', '_')}`, value]),
    )
    expect((await run([], { ...env, HUISRECHT_FOLDER: join(room, 'from-env') })).code).toBe(0)
    expect((await loadSite(join(room, 'from-env'))).officer.name).toBe('An Peeters')
  })

  test('without a terminal, names every answer that is missing or will not do, and writes nothing', async () => {
    const { domain: _, officer: __, ...rest } = answers()
    const { code, said } = await run(['--folder', join(room, 'none'), ...options({ ...rest, country: 'France', name: 'a "b"' })])
    expect(code).toBe(2)
    for (const key of ['--domain:', '--officer:', '--country: Write BE or NL', '--name: Leave out']) expect(said).toContain(key)
    expect(() => statSync(join(room, 'none'))).toThrow()
  })

  test('asks until it will do, offers what follows from before, and goes on when one says so', async () => {
    const typed: Record<string, string[]> = { 'On which domain': ['https://x', 'kotwijzer.invalid'] }
    const asked: string[] = []
    const given = answers()
    const { code, said } = await run(['--folder', join(room, 'asked')], {}, async (text) => {
      asked.push(text)
      const own = Object.entries(typed)
        .find(([start]) => text.startsWith(start))?.[1]
        .shift()
      if (own) return own
      if (text.startsWith('Go on')) return ''
      const key = keys.find((one) => text.startsWith(words('en').questions[one].ask))
      const offered = /\[([^\]]+)\] $/.test(text)
      return key && !offered ? given[key] : ''
    })
    expect(said).toContain('Write a domain name in small letters')
    expect(asked.filter((text) => text.startsWith('On which domain'))).toHaveLength(2)
    expect(asked.at(-1)).toContain('Go on all the same?')
    expect(code).toBe(0)
    expect((await loadSite(join(room, 'asked'))).controller.email).toBe('privacy@kotwijzer.invalid')
  })

  test.each(languages)('asks, answers and writes in %s, and remembers it', async (language) => {
    const home = join(room, `in-${language}`)
    const text = words(language)
    const asked: string[] = []
    const given = answers()
    const first = await run(['--folder', home], { LANG: 'fr_BE.UTF-8' }, async (line) => {
      asked.push(line)
      if (asked.length === 1) return language
      const key = keys.find((one) => line.startsWith(text.questions[one].ask))
      return key ? given[key] : ''
    })
    expect(first.code).toBe(0)
    expect(asked[0]).toBe('Nederlands, français, English? (nl, fr, en) [fr] ')
    expect(asked.slice(1, -1).map((line, at) => line.startsWith(text.questions[keys[at] ?? 'owner'].ask))).toEqual(
      keys.map(() => true),
    )
    expect(asked.at(-1)).toBe(`${text.goOn} [${text.yes}] `)
    for (const line of [text.next, text.owner(given.owner), text.nowhere(given.domain)]) expect(first.said).toContain(line)
    const [site, env] = [join(home, 'site.ts'), join(home, 'huisrecht.env')].map((file) => readFileSync(file, 'utf8'))
    for (const line of [...text.heads.site, ...Object.values(text.site)]) expect(site).toContain(`// ${line}\n`)
    for (const line of [...text.heads.env, ...Object.values(text.env)]) expect(env).toContain(`# ${line}\n`)
    expect(languageFrom({ LANG: parseEnv(env ?? '').LANG })).toBe(language)
    // A shell reads it as Node does: deploy/huisrecht is one.
    const shell = execFileSync('sh', ['-ec', `. ${join(home, 'huisrecht.env')}; printf '%s' "$SMTP_URL|$MAIL_FROM|$KEYS_DIR"`])
    const { SMTP_URL, MAIL_FROM, KEYS_DIR } = parseEnv(env ?? '')
    expect(shell.toString()).toBe([SMTP_URL, MAIL_FROM, KEYS_DIR].join('|'))
    const again = await run(['--folder', home, '--owner', 'olga@kotwijzer.nl'], { LANG: 'en_GB.UTF-8' })
    expect(again.said).toContain(text.next)
  })

  test.each<[Language, string[]]>([
    ['nl', ['--lang', 'nl', '--country', 'France']],
    ['fr', ['--lang', 'fr', '--nothing', 'x']],
    ['en', ['--lang', 'en', '--domain']],
    ['fr', ['--lang', 'fr', 'kotwijzer.be']],
  ])('refuses in %s: %o', async (language, args) => {
    const { code, said } = await run(['--folder', join(room, 'refused'), ...args])
    const { refusals, noOption } = words(language)
    expect(code).toBe(2)
    expect(said).toContain(args.includes('France') ? `--country: ${refusals.beOrNl}` : noOption(args[2] ?? ''))
  })

  test('refuses a language that there is none of, and asks for another', async () => {
    expect(await run(['--lang', 'de'])).toEqual({ code: 2, said: '--lang: nl | fr | en' })
    const typed = ['xx', 'nl']
    const asked: string[] = []
    const stop = new Error('enough')
    await expect(
      run(['--folder', join(room, 'asked-twice')], {}, async (line) => {
        asked.push(line)
        const own = typed.shift()
        if (!own) throw stop
        return own
      }),
    ).rejects.toBe(stop)
    expect(asked.at(-1)).toContain('Op welke domeinnaam')
  })

  test('refuses a folder in the program, and keys among the data', async () => {
    expect((await run(['--folder', join(process.cwd(), 'sites', 'mine')])).code).toBe(2)
    const { code, said } = await run(['--folder', folder, '--data', join(room, 'd'), '--keys', join(room, 'd', 'k')])
    expect([code, said]).toEqual([2, expect.stringContaining('keys would lie inside the data')])
  })

  test('TLS begins at once on port 465 and by STARTTLS elsewhere', () => {
    const of = (port: string) => smtpUrlOf({ 'smtp-host': 'smtp.kotwijzer.nl', 'smtp-port': port })
    expect([of('465'), of('587')]).toEqual(['smtps://smtp.kotwijzer.nl:465', 'smtp://smtp.kotwijzer.nl:587'])
  })
})
