// The built program and its database, killed in the middle of writes. In one of the two projects only: there is no page to look at.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { SMTPServer } from 'smtp-server'
import { debianServer } from '../scripts/debian-postgres'
import { lost, postmasterOf, processesAt, register, stream } from './crash'
import { ask } from './database.ts'
import { type Server, startServer } from './server'

test.describe.configure({ mode: 'default' })
test.setTimeout(120_000)

/** A start on the data of another, at the same address; visitors come by way of a proxy, so that each has an address. */
const again = ({ env }: Server, more: Record<string, string> = {}) => startServer({ ...env, ...more })
const own = { TRUST_PROXY: '1' }

const cli = (env: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, ['dist/server/main.js', ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })

/** Writes for a while, does something terrible, goes on for a while. */
const during = async (server: Server, act: () => Promise<unknown>) => {
  const writes = stream(() => server.url)
  await expect.poll(() => writes.kept.length, { timeout: 30_000 }).toBeGreaterThan(8)
  await act()
  await pause(300)
  return { kept: await writes.stop(), statuses: writes.statuses }
}

test('SIGKILL of the program loses nothing that was acknowledged, and a normal stop leaves nothing behind', async () => {
  const first = await startServer(own)
  try {
    const { kept, statuses } = await during(first, () => first.kill('SIGKILL'))
    expect(statuses).toContain(0)
    const second = await again(first)
    expect(await lost(second.env, kept)).toEqual([])
    const more = await during(second, async () => process.kill(postmasterOf(second.env), 'SIGKILL'))
    // The program lives on without its database, says so meanwhile, and starts it again by itself.
    await expect.poll(async () => (await register(second.url)).status, { timeout: 30_000 }).toBe(303)
    expect(await lost(second.env, [...kept, ...more.kept])).toEqual([])
    expect([...more.statuses].filter((status) => ![0, 303, 503].includes(status))).toEqual([])
    expect(second.said()).toContain('postgres.lost')
    expect(second.said()).toContain('postgres.back')
    expect(second.said()).not.toContain('example.org')

    const both = await during(second, async () => {
      process.kill(postmasterOf(second.env), 'SIGKILL')
      await second.kill('SIGKILL')
    })
    const third = await again(second)
    expect(await lost(third.env, [...kept, ...more.kept, ...both.kept])).toEqual([])
    // And what is lost or half there is seen.
    await ask(third.env, 'delete from outbox where id = (select id from outbox where sent_at is not null limit 1)')
    expect(new Set(await lost(third.env, ['wie-nobody']))).toEqual(
      new Set(['wie-nobody is gone', 'a registration without a letter', 'a job without a letter']),
    )
    expect(await third.kill()).toBe(0)
    const folder = first.env.DATA_DIR ?? ''
    expect(processesAt(folder)).toEqual([])
    expect(readdirSync(join(folder, 'postgres')).filter((name) => /postmaster\.pid|PGSQL/.test(name))).toEqual([])
  } finally {
    await first.kill('SIGKILL')
    first.remove()
  }
})

test('who stops the program while it starts is left with nothing either', async () => {
  const room = mkdtempSync(join(tmpdir(), 'huisrecht-stop-'))
  const env = { ...process.env, PORT: '0', DATA_DIR: join(room, 'data'), KEYS_DIR: join(room, 'keys'), DEMO: '0' }
  const child = spawn(process.execPath, ['dist/server/main.js', 'web'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((done) => child.once('exit', done))
  try {
    await new Promise<void>((done) => child.stderr.on('data', (line) => String(line).includes('postgres.started') && done()))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(processesAt(room)).toEqual([])
  } finally {
    child.kill('SIGKILL')
    rmSync(room, { recursive: true, force: true })
  }
})

test('the same on a PostgreSQL of one’s own', async () => {
  const debian = await debianServer()
  test.skip(!debian, 'PostgreSQL 15 of Debian is not installed here')
  if (!debian) return
  const first = await startServer({ ...own, DATABASE_URL: debian.url })
  try {
    const { kept } = await during(first, () => first.kill('SIGKILL'))
    const second = await again(first)
    expect(await lost(second.env, kept)).toEqual([])
    const more = await during(second, async () => {
      const [one] = await ask<{ pid: number }>(
        second.env,
        `select pid from pg_stat_activity where application_name = 'huisrecht'`,
      )
      // PostgreSQL ends all its processes when one was killed, and recovers.
      process.kill(one?.pid ?? 0, 'SIGKILL')
    })
    await expect.poll(async () => (await register(second.url)).status, { timeout: 30_000 }).toBe(303)
    expect(await lost(second.env, [...kept, ...more.kept])).toEqual([])
    expect(await second.kill()).toBe(0)
  } finally {
    await first.kill('SIGKILL')
    debian.stop()
    first.remove()
  }
})

test('what does not fit is refused at the start, by name; the command line works beside the site', async () => {
  const server = await startServer(own)
  const other = mkdtempSync(join(tmpdir(), 'huisrecht-other-keys-'))
  try {
    const beside = cli(server.env, 'statement', 'nl')
    expect(beside.status).toBe(0)
    expect(JSON.parse(beside.stdout)).toHaveProperty('version')
    expect((await register(server.url)).status).toBe(303)
    await server.kill()
    expect(processesAt(server.env.DATA_DIR ?? '')).toEqual([])

    const without = cli({ ...server.env, KEYS_DIR: join(other, 'none') }, 'web')
    expect(without.status).toBe(1)
    expect(without.stderr).toContain('KEYS_DIR')
    expect(existsSync(join(other, 'none', 'root.key'))).toBe(false)
    const another = await startServer({ KEYS_DIR: join(other, 'another') })
    await another.kill()
    another.remove()
    const wrong = cli({ ...server.env, KEYS_DIR: join(other, 'another') }, 'web')
    expect(wrong.status).toBe(1)
    expect(wrong.stderr).toContain('do not belong to this database')

    const restarted = await again(server)
    await ask(restarted.env, 'alter table accounts add column shoe_size integer; alter table favourites drop column created_at')
    await restarted.kill()
    const drifted = cli(server.env, 'web')
    expect(drifted.status).toBe(1)
    expect(drifted.stderr).toContain('accounts.shoe_size')
    expect(drifted.stderr).toContain('favourites.created_at')
    expect(processesAt(server.env.DATA_DIR ?? '')).toEqual([])
  } finally {
    await server.kill('SIGKILL')
    server.remove()
    rmSync(other, { recursive: true, force: true })
  }
})

/** A way to a database that can be cut. */
async function cable(to: string) {
  const target = new URL(to)
  const port = Number(target.port)
  const sockets = new Set<Socket>()
  let open = true
  const server = createServer((inside) => {
    if (!open) return inside.destroy()
    sockets.add(inside)
    const outside = connect(port, target.hostname)
    for (const [from, into] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      from.on('error', () => into.destroy())
      from.on('close', () => into.destroy())
      from.pipe(into)
    }
    return undefined
  })
  const mine = await new Promise<number>((done) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  target.port = String(mine)
  return {
    url: target.href,
    cut() {
      open = false
      for (const socket of sockets) socket.destroy()
    },
    mend() {
      open = true
    },
    close: () => server.close(),
  }
}

test('while the database is away there is a page that says so, and a log that says nothing of anybody', async () => {
  const debian = await debianServer()
  test.skip(!debian, 'PostgreSQL 15 of Debian is not installed here')
  if (!debian) return
  const way = await cable(debian.url)
  const server = await startServer({ ...own, DATABASE_URL: way.url })
  try {
    expect((await register(server.url)).status).toBe(303)
    way.cut()
    await pause(200)
    const before = server.said().length
    const refused = await register(server.url)
    expect(refused.status).toBe(503)
    expect(refused.text).toContain('Even niet bereikbaar')
    expect(refused.text).not.toContain('example.org')
    const search = await fetch(`${server.url}/nl/rooms`)
    expect(search.status).toBe(503)
    expect(search.headers.get('retry-after')).toBe('60')
    expect(search.headers.get('cache-control')).toBe('private, no-store')
    const logged = server.said().slice(before)
    expect(logged).toContain('"event":"bug"')
    expect(logged).not.toContain('example.org')
    expect(logged).not.toContain('Wouter')
    way.mend()
    await expect.poll(async () => (await register(server.url)).status, { timeout: 20_000 }).toBe(303)
  } finally {
    await server.kill('SIGKILL')
    way.close()
    debian.stop()
    server.remove()
  }
})

test('a letter waits for a mail server that is down, and goes when it is back', async () => {
  const taken: string[] = []
  const mail = new SMTPServer({
    authOptional: true,
    logger: false,
    onData(stream, session, done) {
      stream.on('end', () => {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address))
        done()
      })
      stream.resume()
    },
  })
  mail.on('error', () => {})
  const listen = (port: number) =>
    new Promise<number>((done) => {
      const listening = mail.listen(port, '127.0.0.1', () => {
        const address = listening.address()
        done(typeof address === 'object' && address ? address.port : 0)
      })
    })
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => probe.once('listening', done))
  const address = probe.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((done) => probe.close(done))
  // The certificate of the server under test is its own.
  const server = await startServer({ ...own, SMTP_URL: `smtp://127.0.0.1:${port}`, NODE_TLS_REJECT_UNAUTHORIZED: '0' })
  try {
    expect((await register(server.url)).status).toBe(303)
    await expect.poll(() => server.said(), { timeout: 20_000 }).toContain('job.failed')
    expect(server.said()).toContain('ESOCKET')
    expect(server.said()).not.toContain('example.org')
    expect(taken).toEqual([])
    await listen(port)
    // The queue waits half a minute before it tries again; this test does not.
    await ask(server.env, `update pgboss.job set start_after = now() where state = 'retry'`)
    await expect.poll(() => taken.length, { timeout: 30_000 }).toBe(1)
    await expect
      .poll(async () => (await ask<{ sent_at: Date | null }>(server.env, 'select sent_at from outbox'))[0]?.sent_at)
      .toBeTruthy()
  } finally {
    await server.kill('SIGKILL')
    mail.close()
    server.remove()
  }
})

test('a full disk is said on a page, and writing goes on when there is room', async () => {
  test.skip(process.getuid?.() !== 0 || process.platform !== 'linux', 'needs root on Linux for a small disk')
  const disk = mkdtempSync(join(tmpdir(), 'huisrecht-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk])
  let server: Server | undefined
  try {
    server = await startServer({ ...own, DATA_DIR: join(disk, 'data') })
    const { url, env } = server
    expect((await register(url)).status).toBe(303)
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=64k'], { stdio: 'ignore' })
    // The log of the database was given its room before: it takes some writing until that is used up too.
    let refused = await register(url)
    const kept: string[] = []
    const fill = ask(env, `create table filler as select repeat(md5(i::text), 30) from generate_series(1, 60000) i`).catch(
      (error) => String(error),
    )
    expect(await fill).toMatch(/No space left|terminat|ECONN|recovery|shutting/i)
    for (let tries = 0; tries < 40 && refused.status !== 503; tries++) {
      if (refused.status === 303) kept.push(refused.userName)
      refused = await register(url)
    }
    expect([...new Set([refused.status])]).toEqual([503])
    expect(refused.text).toContain('Even niet bereikbaar')
    rmSync(join(disk, 'filler'))
    await expect.poll(async () => (await register(url)).status, { timeout: 40_000 }).toBe(303)
    expect(await lost(env, kept)).toEqual([])
    expect(server.said()).not.toContain('example.org')
  } finally {
    await server?.kill()
    server?.remove()
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  }
})
