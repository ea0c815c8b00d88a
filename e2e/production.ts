// What the proofs of production share: setup writes a site into a folder, and a proxy in front of it ends TLS.
import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { request as plain } from 'node:http'
import { createServer, type Server as TlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './server'

/** A folder of one's own, and what lies in it. */
export function room(): { folder: string; at(name: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'huisrecht-production-'))
  return { folder, at: (name) => join(folder, name) }
}

/** Runs a verb of the program, while this process goes on. */
export const program = (args: readonly string[], env: Record<string, string> = {}) =>
  new Promise<{ status: number; stdout: string; stderr: string }>((done) =>
    execFile(process.execPath, ['dist/server/main.js', ...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      done({ status: error ? (typeof error.code === 'number' ? error.code : -1) : 0, stdout, stderr }),
    ),
  )

/** The answers that setup asks for, of a site in such a folder. */
export const answers = (at: (name: string) => string, owner: string, smtpPort = 1): string[] => [
  ...['--folder', at('site'), '--data', at('data'), '--keys', at('keys'), '--domain', 'kotwijzer.be', '--name', 'Kotwijzer'],
  ...['--controller', 'Kotwijzer vzw', '--registration', 'BE 0123.456.749', '--address', 'Naamsestraat 1, 3000 Leuven'],
  ...['--officer', 'An Peeters', '--hosting', 'Stalplaats bv', '--smtp-host', '127.0.0.1', '--smtp-port', String(smtpPort)],
  ...['--mail-company', 'Postbode bv', '--owner', owner],
]

/** As deploy/Caddyfile has it: ends TLS, and says who visits whatever they claim. `x-test-visitor` stands for the visitor's address. */
export async function startProxy(to: number, at: (name: string) => string): Promise<{ server: TlsServer; port: number }> {
  const subject = ['-subj', '/CN=kotwijzer.be', '-addext', 'subjectAltName=DNS:kotwijzer.be']
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('key.pem'), '-out', at('cert.pem'), '-days', '1', ...subject],
    { stdio: 'ignore' },
  )
  const server = createServer({ key: readFileSync(at('key.pem')), cert: readFileSync(at('cert.pem')) }, (asked, answer) => {
    const { 'x-test-visitor': from = '198.51.100.1', ...headers } = asked.headers
    const on = plain(
      {
        host: '127.0.0.1',
        port: to,
        path: asked.url,
        method: asked.method,
        agent: false,
        headers: { ...headers, 'x-forwarded-for': String(from) },
      },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers)
        given.pipe(answer)
      },
    )
    on.on('error', () => answer.writeHead(502).end())
    asked.pipe(on)
  })
  const port = await freePort()
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return { server, port }
}
