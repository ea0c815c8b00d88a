// Finds a Caddy for the test of the Caddyfile; on Debian it fetches the one of Debian.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const unpacked = resolve('node_modules', '.cache', 'caddy')
const found = (): string | undefined =>
  ['/usr/bin/caddy', '/usr/local/bin/caddy', join(unpacked, 'usr', 'bin', 'caddy')].find((path) => existsSync(path))

/** The package is unpacked, not installed: an installed Caddy would start, and take ports 80 and 443 of this machine. */
function fetchCaddy(): void {
  mkdirSync(unpacked, { recursive: true })
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: unpacked, stdio: 'pipe', timeout: 120_000 })
  if (process.getuid?.() === 0) run('apt-get', 'update', '-qq')
  run('apt-get', 'download', '-qq', 'caddy')
  for (const name of readdirSync(unpacked).filter((one) => one.endsWith('.deb'))) run('dpkg', '-x', name, unpacked)
}

/** The path of a Caddy, or why there is none. */
export function findCaddy(): { path: string } | { why: string } {
  const there = found()
  if (there) return { path: there }
  if (!existsSync('/etc/debian_version')) return { why: 'no Caddy here: https://caddyserver.com/docs/install' }
  try {
    fetchCaddy()
  } catch (error) {
    return {
      why: `no Caddy here, and apt does not bring one: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`,
    }
  }
  const path = found()
  return path ? { path } : { why: 'no Caddy here, and the package of Debian has none' }
}
