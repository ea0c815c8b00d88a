// A throw-away cluster of Debian's PostgreSQL 15, where it is installed, so that the database suites run on another server too.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const bin = '/usr/lib/postgresql/15/bin'

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts it on a free port of loopback; undefined where it is not installed or cannot run. */
export async function debianServer(): Promise<{ url: string; stop(): void } | undefined> {
  if (!existsSync(join(bin, 'initdb'))) return undefined
  const asRoot = process.getuid?.() === 0
  const folder = mkdtempSync(join(tmpdir(), 'huisrecht-pg15-'))
  chmodSync(folder, 0o700)
  const run = (program: string, ...args: string[]) => {
    const command = asRoot ? ['runuser', '-u', 'postgres', '--', join(bin, program), ...args] : [join(bin, program), ...args]
    execFileSync(command[0] ?? '', command.slice(1), { stdio: 'ignore', cwd: '/' })
  }
  try {
    if (asRoot) execFileSync('chown', ['postgres', folder])
    const port = await freePort()
    run('initdb', '-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`
    run('pg_ctl', '-D', join(folder, 'data'), '-o', options, '-l', join(folder, 'log'), '-w', 'start')
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      stop() {
        run('pg_ctl', '-D', join(folder, 'data'), '-m', 'immediate', '-w', 'stop')
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
}
