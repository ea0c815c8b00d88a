import { access, mkdir, readdir, readFile, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runProgram } from './programs'
import { type Scratch, type ScratchAddress, startScratchServer } from './scratch'
import { postmaster } from './server'

const ask = async (to: ScratchAddress, sql: string) => {
  const client = new pg.Client(to)
  await client.connect()
  return (await client.query(sql).finally(() => client.end())).rows
}

let scratch: Scratch
let orphan = ''
let orphanServer = 0
beforeAll(async () => {
  // As a killed test run leaves it: no process has so high an id.
  orphan = join(await realpath(tmpdir()), 'huisrecht-scratch-999999999-killed')
  await mkdir(orphan, { recursive: true })
  const killed = runProgram(orphan)
  await killed.hear('started')
  orphanServer = (await postmaster(join(orphan, 'postgres')))!.pid
  expect(await readFile(`/proc/${orphanServer}/cmdline`, 'utf8')).toContain(orphan)
  await killed.kill()
  scratch = await startScratchServer('')
})
afterAll(() => scratch.stop())

test('what a killed run left is swept', async () => {
  await expect(access(orphan)).rejects.toThrow('ENOENT')
  // Whoever inherits its process may be slow to bury it.
  await expect.poll(() => readFile(`/proc/${orphanServer}/cmdline`, 'utf8').catch(() => '')).toBe('')
})

test('a database is made from a template, belongs to an ordinary role, and can be dropped under its users', async () => {
  const template = await scratch.createDatabase('kots template')
  await ask(template, "create table kots as select 'Leuven' as town")
  const copy = await scratch.createDatabase('An"s copy', 'kots template')
  expect(await ask(copy, 'select town from kots')).toEqual([{ town: 'Leuven' }])
  expect(await ask(copy, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([{ rolsuper: false }])
  const busy = new pg.Client(copy)
  busy.on('error', () => {})
  await busy.connect()
  await scratch.dropDatabase('An"s copy')
  await scratch.dropDatabase('An"s copy')
  await expect(ask(copy, 'select 1')).rejects.toThrow('does not exist')
})

test('a server of one’s own serves as well', async () => {
  const { host } = scratch.addressOf('postgres') as { host: string }
  const own = await startScratchServer(`postgresql:///postgres?host=${encodeURIComponent(host)}&user=huisrecht`)
  await ask(scratch.admin, 'alter role huisrecht createdb')
  const address = await own.createDatabase('of one’s own')
  expect(await ask(address, 'select current_database() as here')).toEqual([{ here: 'of one’s own' }])
  await own.dropDatabase('of one’s own')
  await own.stop()
  expect(await ask(scratch.admin, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('when it stops, its folder is gone', async () => {
  const other = await startScratchServer('')
  const mine = async () => (await readdir(tmpdir())).filter((name) => name.startsWith(`huisrecht-scratch-${process.pid}-`))
  expect(await mine()).toHaveLength(2)
  await other.stop()
  expect(await mine()).toHaveLength(1)
})
