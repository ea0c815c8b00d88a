import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { logTo } from '../log'
import { buffersIn } from './cluster'
import { type Embedded, openPostgres } from './index'
import { runProgram } from './programs'
import { postmaster } from './server'

const asRoot = process.getuid?.() === 0
const silent = logTo(() => {})
let room = ''
let folder = ''
const open: Embedded[] = []
const running: ReturnType<typeof runProgram>[] = []

const enter = async (dataDir = room, log = silent) => {
  const server = await openPostgres({ dataDir, log })
  open.push(server)
  return server
}
const program = (...given: Parameters<typeof runProgram>) => {
  const started = runProgram(...given)
  running.push(started)
  return started
}
const ask = async (server: Embedded, sql: string, to = server.connection) => {
  const client = new pg.Client(to)
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows
}
const serverId = async () => (await postmaster(folder))!.pid
const commandLines = async () =>
  (await readdir('/proc'))
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    })
const expectNothingLeft = async (at = room) => {
  expect((await readdir(at)).toSorted()).toEqual(['postgres', 'postgres.log'])
  expect((await readdir(join(at, 'postgres'))).filter((name) => /postmaster\.pid|PGSQL/.test(name))).toEqual([])
  if (process.platform === 'linux') expect((await commandLines()).filter((line) => line.includes(at))).toEqual([])
}

beforeAll(async () => {
  room = await realpath(await mkdtemp(join(tmpdir(), 'huisrecht-test-')))
  folder = join(room, 'postgres')
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.kill()))
  for (const server of open.splice(0)) await server.stop()
})
afterAll(async () => {
  await (await openPostgres({ dataDir: room, log: silent })).stop()
  await rm(room, { recursive: true, force: true })
})

describe('programs that come and go', () => {
  test('two that start at once on an empty folder share one server, and the last to leave stops it', async () => {
    const [one, other] = await Promise.all([enter(), enter()])
    expect([one.started, other.started].toSorted()).toEqual([false, true])
    await one.stop()
    expect(await ask(other, 'select current_user as me, current_database() as here')).toEqual([
      { me: 'huisrecht', here: 'huisrecht' },
    ])
    await other.stop()
    await other.stop()
    await expectNothingLeft()
  })

  test('many that come and go at once never find it closed, and leave nothing', async () => {
    await Promise.all(
      Array.from({ length: 6 }, async (_, nth) => {
        await pause(nth * 25)
        const server = await enter()
        expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
        await server.stop()
      }),
    )
    await expectNothingLeft()
  })

  test('one that is killed while it writes loses nothing that was acknowledged; the next joins the server, and stops it', async () => {
    const writer = program(room)
    writer.order('write')
    await writer.hear('saved')
    await pause(150)
    await writer.kill()
    const acknowledged = writer.said.findLast((line) => line.saved)?.saved ?? 0
    const next = program(room)
    expect(await next.hear('started')).toBe(false)
    next.order('count')
    expect(await next.hear('count')).toBeGreaterThanOrEqual(acknowledged)
    expect(acknowledged).toBeGreaterThan(5)
    expect(await next.stop()).toBe('')
    await expectNothingLeft()
  })

  test('killed together with the server, in the middle of writes, it finds all that was acknowledged', async () => {
    const server = await enter()
    await ask(server, 'drop table if exists kots')
    await server.stop()
    const writer = program(room)
    writer.order('write')
    await writer.hear('saved')
    await pause(100)
    // In one go: the program would start the server again.
    process.kill(await serverId(), 'SIGKILL')
    await writer.kill()
    const acknowledged = writer.said.findLast((line) => line.saved)?.saved ?? 0
    await mkdir(join(room, 'postgres.new-999999999-killed'))
    const next = program(room)
    expect(await next.hear('started')).toBe(true)
    next.order('count')
    expect(await next.hear('count')).toBeGreaterThanOrEqual(acknowledged)
    expect(acknowledged).toBeGreaterThan(5)
    await next.stop()
    await expectNothingLeft()
  })

  test('a server that dies under a program comes back', async () => {
    const events: string[] = []
    const server = await enter(
      room,
      logTo((line) => events.push(JSON.parse(line).event)),
    )
    process.kill(await serverId(), 'SIGKILL')
    await expect.poll(() => events, { timeout: 10_000 }).toContain('postgres.back')
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(events).toEqual(['postgres.started', 'postgres.lost', 'postgres.back'])
    await server.stop()
    await expectNothingLeft()
  })

  test('one that leaves while its server comes back leaves no server', async () => {
    const events: string[] = []
    const server = await enter(
      room,
      logTo((line) => events.push(JSON.parse(line).event)),
    )
    const before = await serverId()
    process.kill(before, 'SIGKILL')
    await expect.poll(async () => (await postmaster(folder))?.pid, { interval: 1, timeout: 10_000 }).not.toBe(before)
    await server.stop()
    expect(events).toContain('postgres.lost')
    await expectNothingLeft()
  })

  test('a process that by now has the id of a killed server is neither taken for it nor harmed', async () => {
    const before = program(room)
    await before.hear('started')
    await before.kill()
    process.kill(await serverId(), 'SIGKILL')
    const { uid, gid } = statSync(folder)
    const stranger = spawn('sleep', ['60'], asRoot ? { uid, gid } : {})
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      const left = await readFile(join(folder, name), 'utf8')
      await writeFile(join(folder, name), left.replace(/^\d+/, String(stranger.pid)))
    }
    const server = await enter()
    expect(server.started).toBe(true)
    await server.stop()
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
    stranger.kill()
    await expectNothingLeft()
  })
})

describe('the server', () => {
  test('is durable, checks its pages, listens on no network and knows accented letters', async () => {
    const server = await enter()
    const settings = [
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'autovacuum',
      'listen_addresses',
      'jit',
    ]
    const [row] = await ask(server, `select ${settings.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`)
    expect(row).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      autovacuum: 'on',
      listen_addresses: '',
      jit: 'off',
    })
    const words =
      "select to_tsvector('simple', 'l’appartement à Liège') @@ to_tsquery('simple', 'appartement & liège') as found, lower('LIÈGE') as lower"
    expect(await ask(server, words)).toEqual([{ found: true, lower: 'liège' }])
    expect(await ask(server, 'create extension if not exists pg_trgm')).toEqual([])
    const [trigrams] = await ask(server, "select cardinality(show_trgm('é')) as number")
    expect(trigrams.number).toBe(2)
  })

  test('keeps as much of its files in memory as suits the machine', async () => {
    const server = await enter()
    const gigabytes = (n: number) => n * 2 ** 30
    expect([0.5, 1, 4, 8, 16, 256].map((n) => buffersIn(gigabytes(n)))).toEqual([64, 64, 256, 512, 1024, 1024])
    const [{ buffers }] = await ask(
      server,
      "select setting::int * 8 / 1024 as buffers from pg_settings where name = 'shared_buffers'",
    )
    expect(buffers).toBeLessThanOrEqual(1024)
    expect(buffers).toBe(buffersIn(Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)))
  })

  test('gives the program a role that is no superuser, and the operator one that is', async () => {
    const server = await enter()
    const sql = 'select rolsuper from pg_roles where rolname = current_user'
    expect(await ask(server, sql)).toEqual([{ rolsuper: false }])
    expect(await ask(server, sql, server.superuser)).toEqual([{ rolsuper: true }])
  })

  test('keeps what people typed out of its log', async () => {
    const server = await enter()
    const client = new pg.Client(server.connection)
    await client.connect()
    await client.query('create temporary table people (email text unique)')
    await client.query('insert into people values ($1)', ['an@example.org'])
    await expect(client.query('insert into people values ($1)', ['an@example.org'])).rejects.toThrow('people_email_key')
    await expect(client.query('select $1::int', ['an@example.org'])).rejects.toThrow('an@example.org')
    await expect(client.query("select 'an@example.org' from nowhere")).rejects.toThrow('nowhere')
    await client.end()
    const log = await readFile(join(room, 'postgres.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toMatch(/an@example|nowhere|people|STATEMENT|DETAIL/)
  })

  test.runIf(asRoot)('runs as a user of its own, in a folder whose way is closed to that user', async () => {
    await chmod(room, 0o700)
    await enter()
    const server = await postmaster(folder)
    const { uid } = statSync(`/proc/${server!.pid}`)
    expect(uid).toBe(statSync(folder).uid)
    expect(uid).not.toBe(0)
    expect(statSync(room).uid).toBe(0)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  test.runIf(asRoot)('takes over the files of a restored backup, which belong to root', async () => {
    const { uid, gid } = statSync(folder)
    await chown(folder, 0, 0)
    await chmod(folder, 0o755)
    const server = await enter()
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(folder)).toMatchObject({ uid, gid, mode: 0o40700 })
  })

  test.runIf(asRoot)('runs under the user of the program when that is not root', async () => {
    const nobody = { uid: 65_534, gid: 65_534 }
    await chmod(room, 0o711)
    const own = join(room, 'of nobody')
    await mkdir(own)
    await chown(own, nobody.uid, nobody.gid)
    const one = program(own, nobody)
    expect(await one.hear('started')).toBe(true)
    expect(statSync(join(own, 'postgres')).uid).toBe(nobody.uid)
    const server = await enter(own)
    expect(server.started).toBe(false)
    await server.stop()
    expect(await one.stop()).toBe('')
    await expectNothingLeft(own)
    const stranger = program(room, nobody)
    await expect(stranger.hear('started')).rejects.toThrow('Run the program as the user that owns it, or as root')
    await rm(own, { recursive: true })
  })

  test('can lie at the end of a path that is too long for a socket', async () => {
    const far = join(room, 'studentenhuis '.repeat(10))
    await mkdir(far)
    await rename(folder, join(far, 'postgres'))
    const [one, other] = [await enter(far), await enter(far)]
    await one.stop()
    expect(await ask(other, 'select 1 as one')).toEqual([{ one: 1 }])
    await other.stop()
    await expectNothingLeft(far)
    await rename(join(far, 'postgres'), folder)
    await rm(far, { recursive: true })
  })
})

describe('what it refuses', () => {
  const put = async (name: string, files: Record<string, string>) => {
    const at = join(room, name)
    await mkdir(join(at, 'postgres'), { recursive: true })
    for (const [file, text] of Object.entries(files)) await writeFile(join(at, 'postgres', file), text)
    return at
  }

  test('files of another major version', async () => {
    await expect(enter(await put('old', { PG_VERSION: '15\n' }))).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('was made by PostgreSQL 15; this release brings PostgreSQL 18'),
    })
  })

  test('a folder of something else', async () => {
    await expect(enter(await put('other', { 'notes.txt': 'rent' }))).rejects.toMatchObject({ code: 'not-a-cluster' })
  })

  test('files that are not whole, and says what the server said', async () => {
    const torn = await put('torn', { PG_VERSION: '18\n', 'postgresql.conf': '', 'pg_hba.conf': '' })
    await expect(enter(torn)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/restore a backup.*What was said:.*pg_control/s),
    })
  })

  test('a data folder that is a file', async () => {
    await writeFile(join(room, 'file'), '')
    await expect(enter(join(room, 'file'))).rejects.toMatchObject({ name: 'PostgresUnavailable' })
  })
})
