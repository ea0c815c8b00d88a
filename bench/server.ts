// The built program, and a bare server of the same bytes, as processes of their own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

const statusOf = (pid: number, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** What the server of a database and all its processes have in memory; what they share is counted once (`Pss`). */
export function databaseMegabytes(dataDir: string): number {
  const pid = Number(readFileSync(`${dataDir}/postgres/postmaster.pid`, 'utf8').split('\n')[0])
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
  const kib = (one: number) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  return Math.round([pid, ...children].reduce((sum, one) => sum + kib(one), 0) / 1024)
}

/** What a process has used of the processor so far, in seconds: proc(5), `utime` and `stime`, in hundredths. */
const processorSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

export type Program = {
  url: string
  startedIn: number
  megabytes(): number
  processorSeconds(): number
  stop(): Promise<void>
}

async function running(args: readonly string[], env: Record<string, string>, port: number, path: string): Promise<Program> {
  const started = performance.now()
  const child: ChildProcess = spawn(process.execPath, [...args], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  while (
    !(await fetch(url + path).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error('the program ended at its start')
    await new Promise((done) => setTimeout(done, 20))
  }
  return {
    url,
    startedIn: performance.now() - started,
    megabytes: () => Math.round(statusOf(child.pid ?? 0, 'VmRSS')),
    processorSeconds: () => processorSeconds(child.pid ?? 0),
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

/** The built site on these folders, from the start of its process to its first page. */
export const startSite = async (env: Record<string, string>): Promise<Program> =>
  running(['dist/server/main.js', 'web'], env, await freePort(), '/nl')

const bare = `
const { createServer } = require('node:http')
const body = require('node:fs').readFileSync(process.env.BODY)
createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length }).end(body)).listen(Number(process.env.PORT), '127.0.0.1')`

/** A node:http server that does nothing but send this body. */
export async function startBare(body: Uint8Array): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'huisrecht-bare-'))
  const file = join(folder, 'body')
  writeFileSync(file, body)
  return running(['-e', bare], { BODY: file }, await freePort(), '/').finally(() => rmSync(folder, { recursive: true }))
}
