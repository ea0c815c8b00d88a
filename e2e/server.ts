// The built server for the journeys: with its own data and keys in a temporary folder, on a free port of loopback.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
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

export type Server = {
  url: string
  env: Record<string, string>
  /** What it wrote so far. */
  said(): string
  /** Answers its exit code, null after a signal that it did not catch. */
  kill(signal?: NodeJS.Signals): Promise<number | null>
  remove(): void
}

/** Starts the program as a newcomer's would, and waits until it answers. `env` overrides its settings. */
export async function startServer(env: Record<string, string> = {}): Promise<Server> {
  const port = await freePort()
  const room = mkdtempSync(join(tmpdir(), 'huisrecht-e2e-'))
  const settings = { PORT: String(port), DATA_DIR: join(room, 'data'), KEYS_DIR: join(room, 'keys'), DEMO: '0', ...env }
  const url = `http://localhost:${settings.PORT}`
  const said: string[] = []
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js', 'web'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(String(chunk)))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    await ended
    return child.exitCode
  }
  for (let tries = 0; tries < 900; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended at its start:\n${said.join('')}`)
    const up = await fetch(`${url}/nl`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up)
      return {
        url,
        env: settings,
        said: () => said.join(''),
        kill,
        remove: () => rmSync(room, { recursive: true, force: true }),
      }
    await new Promise((done) => setTimeout(done, 100))
  }
  await kill('SIGKILL')
  throw new Error(`the server does not answer:\n${said.join('')}`)
}

/** Playwright's global set-up: one server for all journeys. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startServer({ TRUST_PROXY: '1' })
  process.env.BASE_URL = server.url
  process.env.BASE_SETTINGS = JSON.stringify(server.env)
  return async () => {
    await server.kill()
    server.remove()
  }
}
