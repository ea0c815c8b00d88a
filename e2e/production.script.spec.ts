// docs/running.md as far as one machine allows: setup writes a site, the built program serves it behind a proxy that ends TLS.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request, type Server as TlsServer } from 'node:https'
import { parseEnv } from 'node:util'
import { expect, test } from '@playwright/test'
import { answers, program, room, startProxy } from './production'
import { freePort, type Server, startServer } from './server'

const { folder, at } = room()
let env: Record<string, string> = {}
let site: Server
let proxy: TlsServer
let port = 0

type Given = { method?: string; headers?: Record<string, string>; body?: string }
const visit = (path: string, { method = 'GET', headers = {}, body }: Given = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; cookies: string[]; text: string }>((done, fail) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        servername: 'kotwijzer.be',
        // A connection of its own: one that is kept breaks while the command line runs and this process waits for it.
        agent: false,
        ca: readFileSync(at('cert.pem')),
        headers: { host: 'kotwijzer.be', ...headers },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            cookies: answer.headers['set-cookie'] ?? [],
            text: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(180_000)
  const { status, stdout, stderr } = await program(['setup', ...answers(at, 'olga@kotwijzer.be')])
  expect([status, stderr], stdout).toEqual([0, ''])
  const written = parseEnv(readFileSync(at('site/huisrecht.env'), 'utf8'))
  env = Object.fromEntries(Object.entries(written).map(([name, value]) => [name, value ?? '']))
  env.METRICS_PORT = String(await freePort())
  site = await startServer(env)
  env = site.env
  ;({ server: proxy, port } = await startProxy(Number(env.PORT), at))
})
test.afterAll(async () => {
  proxy?.close()
  await site?.kill()
  site?.remove()
  rmSync(folder, { recursive: true, force: true })
})

test('the site that setup wrote is served over TLS, with its own name and nothing of development', async () => {
  const home = await visit('/fr')
  expect(home.status).toBe(200)
  expect(home.text).toContain('Kotwijzer')
  expect(home.headers['strict-transport-security']).toContain('max-age=')
  expect(home.text).not.toContain('http://localhost')
  expect((await visit('/nl/privacy')).text).toContain('BE 0123.456.749')
  expect((await visit('/dev/mail')).status).toBe(404)
  expect((await visit('/health')).text).toBe('ok')
})

test('figures answer on loopback, and not through the proxy', async () => {
  expect((await visit('/metrics')).status).toBe(404)
  const figures = await (await fetch(`http://127.0.0.1:${env.METRICS_PORT}/metrics`)).text()
  expect(figures).toContain('huisrecht_answers_total{method="GET",route="/health",status="200"}')
  expect(figures).not.toContain('198.51.100')
})

test('the first owner comes in, with cookies that leave over TLS alone', async () => {
  const { stdout } = await program(['staff', 'add', 'olga@kotwijzer.be'], env)
  const link = new URL(/https:\/\/\S+/.exec(stdout)?.[0] ?? '')
  expect(link.origin).toBe('https://kotwijzer.be')
  const answer = await visit(link.pathname, {
    method: 'POST',
    headers: { origin: 'https://kotwijzer.be', 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.status).toBe(303)
  const session = answer.cookies.find((cookie) => /^(?:__Host-)?[\w-]*session=/.test(cookie)) ?? ''
  expect(session).toContain('Secure')
  expect(session).toContain('HttpOnly')
  const elsewhere = { origin: 'https://elders.be', 'sec-fetch-site': 'cross-site' }
  expect((await visit(link.pathname, { method: 'POST', headers: elsewhere })).status).toBe(403)
})

test('limits count per visitor as the proxy names them', async () => {
  const from = (address: string) => ({ headers: { 'x-test-visitor': address } })
  const statuses = []
  for (let n = 0; n < 52; n++) statuses.push((await visit('/nl/sign-in/with/nothing', from('203.0.113.5'))).status)
  expect(statuses.at(-1)).toBe(429)
  expect((await visit('/nl/sign-in/with/nothing', from('203.0.113.99'))).status).not.toBe(429)
})

test('a backup is made beside the running site, and doctor sees it', async () => {
  expect((await program(['backup', at('backups')], env)).status).toBe(1)
  writeFileSync(at('private.txt'), (await program(['keys', 'escrow'], env)).stdout)
  expect((await program(['backup', at('backups')], env)).status).toBe(0)
  const keys = at('backups-keys/huisrecht-keys.age')
  expect((await program(['keys', 'check', keys, '--identity', at('private.txt')], env)).status).toBe(0)
  const { stdout, status } = await program(['doctor', '--lang', 'en'], env)
  expect(status).toBe(1)
  for (const line of [
    '✔ The program',
    '✔ Settings',
    '✔ Backup',
    '✔ Private key of the backups',
    '✔ Renewal of the keys',
    '✔ Work in the background',
  ])
    expect(stdout).toContain(line)
})

test('what is not fit for strangers does not start, and says all of it', async () => {
  expect(await site.kill()).toBe(0)
  const weak = { ...env, PUBLIC_URL: 'http://kotwijzer.be', TRUST_PROXY: '0', SMTP_URL: '' }
  const { status, stderr } = await program(['web'], weak)
  expect(status).toBe(1)
  for (const setting of ['SMTP_URL is not set', 'PUBLIC_URL is http://kotwijzer.be', 'TRUST_PROXY is not 1'])
    expect(stderr).toContain(setting)
})
