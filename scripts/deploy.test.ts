import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findCaddy } from './caddy.ts'

const page = readFileSync('docs/running.md', 'utf8')
const room = mkdtempSync(join(tmpdir(), 'huisrecht-deploy-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))
const has = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
const names = readdirSync('deploy')
const units = names.filter((name) => /\.(?:service|timer)$/.test(name))
const read = (name: string) => readFileSync(join('deploy', name), 'utf8')

describe('what docs/running.md puts on a server', () => {
  test.each([...units, 'Caddyfile'])('%s stands in the page as it is in the clone', (name) => {
    expect(page).toContain(`\n${read(name)}\`\`\``)
  })

  test('names no file of deploy/ that is not there, and leaves none out', () => {
    for (const [, named = ''] of page.matchAll(/deploy\/([\w.-]+\w)/g)) expect(names).toContain(named)
    for (const name of names) expect(page).toContain(name)
  })

  test('its shell is shell', () => {
    for (const [, block = ''] of page.matchAll(/```sh\n([\s\S]*?)```/g)) {
      const { status, stderr } = spawnSync('sh', ['-n'], { input: block.replace(/<[^>]*>/g, 'x'), encoding: 'utf8' })
      expect([status, stderr, block]).toEqual([0, '', block])
    }
    expect(spawnSync('sh', ['-n', 'deploy/huisrecht']).status).toBe(0)
  })

  test('every verb that it types is one', () => {
    const cli = [
      'src/app/operate/backups.ts',
      'src/app/operate/keys.ts',
      'src/app/operate/doctor.ts',
      'src/app/operate/handover/index.ts',
      'src/features/desk/commands.ts',
      'src/app/audit/command.ts',
      'src/features/your-data/commands.ts',
      'src/features/your-data/exports/commands.ts',
    ]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const verbs = [...cli.matchAll(/\bname: '([a-z ]+)',\n\s+usage/g)].map(([, verb = '']) => verb)
    expect(verbs).toContain('staff add')
    for (const [, typed = ''] of page.matchAll(/^huisrecht ([a-z][a-z ]*[a-z])/gm))
      expect(
        ['setup', ...verbs].some((verb) => typed.startsWith(verb)),
        typed,
      ).toBe(true)
  })
})

describe('the units', () => {
  /** The units on a machine like the page's: the paths they name are there. */
  const verified = (change: (text: string) => string) => {
    const bin = join(room, 'node')
    writeFileSync(bin, '#!/bin/sh\n')
    chmodSync(bin, 0o755)
    const folder = mkdtempSync(join(room, 'units-'))
    for (const name of units)
      writeFileSync(join(folder, name), change(read(name).replaceAll('/opt/huisrecht/node_modules/.bin/node', bin)))
    return spawnSync('systemd-analyze', ['verify', '--man=no', ...units.map((name) => join(folder, name))], { encoding: 'utf8' })
  }
  /** What it says of our units; of others of this machine it may say more. */
  const faults = (change: (text: string) => string = (text) => text) => {
    const { stdout, stderr } = verified(change)
    return (stdout + stderr).split('\n').filter((line) => /huisrecht/.test(line) && !/Failed to (?:connect|create)/.test(line))
  }

  test('are what systemd understands', ({ skip }) => {
    if (!has('systemd-analyze')) return skip('no systemd here')
    expect(faults()).toEqual([])
    expect(faults((text) => text.replace('Restart=on-failure', 'Restart=perhaps')).join('\n')).toContain('perhaps')
  })

  test('run as a user that can do nothing else, within 1 GB, with keys and data that others cannot read', () => {
    const unit = read('huisrecht.service')
    for (const line of [
      'User=huisrecht',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'UMask=0077',
      'CapabilityBoundingSet=',
      'KillMode=mixed',
    ])
      expect(unit.split('\n')).toContain(line)
    expect(Number(/MemoryMax=(\d+)M/.exec(unit)?.[1])).toBeLessThan(1000)
    expect(page).toContain('install -d -m 700 -o huisrecht')
  })
})

describe('the Caddyfile', () => {
  const [, text = ''] = /`\/etc\/caddy\/Caddyfile`[^`]*`[^`]*`:\n\n```\n([\s\S]*?)```/.exec(page) ?? []

  test('as the page shows it, is what Caddy understands', { timeout: 300_000 }, ({ skip }) => {
    const caddy = findCaddy()
    if ('why' in caddy) return skip(caddy.why)
    const validated = (config: string) => {
      const file = join(room, 'Caddyfile')
      writeFileSync(file, config)
      const env = { PATH: process.env.PATH, HOME: room }
      const { status, stdout, stderr } = spawnSync(caddy.path, ['validate', '--adapter', 'caddyfile', '--config', file], {
        env,
        encoding: 'utf8',
      })
      return { status, said: stdout + stderr }
    }
    expect(validated(text)).toEqual({ status: 0, said: expect.stringContaining('Valid configuration') })
    const wrong = validated(text.replace('reverse_proxy', 'reverse_prox'))
    expect(wrong).toEqual({ status: 1, said: expect.stringContaining('reverse_prox') })
  })

  test('closes what it opens, leads to the port of the site and says who visits', () => {
    let depth = 0
    for (const line of text.split('\n').map((one) => one.replace(/#.*/, '').trim())) {
      if (line.endsWith('{')) depth++
      if (line === '}') depth--
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth).toBe(0)
    expect(text).toContain('reverse_proxy 127.0.0.1:3000')
    expect(text).toContain('header_up X-Forwarded-For {remote_host}')
    expect(text).not.toContain('/metrics')
  })
})

test('deploy/huisrecht reads the settings as systemd does', () => {
  const [etc, bin] = [join(room, 'etc'), join(room, 'bin')]
  mkdirSync(etc)
  mkdirSync(bin)
  writeFileSync(join(etc, 'huisrecht.env'), 'SITE="/etc/huisrecht"\nMAIL_FROM="Kot & Co <post@kotwijzer.be>"\n')
  writeFileSync(join(bin, 'setpriv'), '#!/bin/sh\necho "$*|$SITE|$MAIL_FROM"\n')
  chmodSync(join(bin, 'setpriv'), 0o755)
  const script = read('huisrecht').replaceAll('/etc/huisrecht/', `${etc}/`).replace('cd /opt/huisrecht', `cd ${room}`)
  const said = execFileSync('sh', ['-c', script, 'huisrecht', 'staff', 'add', 'an@example.org'], {
    env: { PATH: `${bin}:${process.env.PATH}` },
    encoding: 'utf8',
  })
  expect(said.trim()).toMatch(
    /--reuid=huisrecht .*main\.js staff add an@example\.org\|\/etc\/huisrecht\|Kot & Co <post@kotwijzer\.be>$/,
  )
})
