// What a test stands on: the whole program in this process, on a database of its own, with a clock that stands still.
import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import pg from 'pg'
import { inject } from 'vitest'
import { standingClock } from '../../platform/clock'
import { configFrom } from '../../platform/config'
import { type Connection, connect } from '../../platform/db'
import type { Env } from '../../platform/http'
import { logTo } from '../../platform/log'
import { type Mailbox, memoryMailbox, type Transport } from '../../platform/mail/transport'
import { appOf } from '../app'
import { openPlatform, type Running } from '../open'

export type Answer = {
  status: number
  headers: Headers
  location: string | null
  bytes: Buffer
  html: string
  text: string
  json(): unknown
}
type Fields = Record<string, string | readonly string[]> | FormData

/** The text of a page as one reads it, for assertions about words. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** Somebody with a browser: keeps cookies, follows nothing by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #app: Hono<Env>
  readonly #address: string
  constructor(app: Hono<Env>, address: string) {
    this.#app = app
    this.#address = address
  }
  async send(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}), ...init.headers }
    const url = path.startsWith('http') ? path : `http://localhost:3000${path}`
    const response = await this.#app.request(
      url,
      { ...init, headers },
      { incoming: { socket: { remoteAddress: this.#address } } },
    )
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (attributes.some((attribute) => /max-age=0/i.test(attribute))) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const bytes = Buffer.from(await response.arrayBuffer())
    const html = bytes.toString()
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location'),
      bytes,
      html,
      text: textOf(html),
      json: () => JSON.parse(html),
    }
  }
  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers })
  }
  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Answer> {
    if (fields instanceof FormData) return this.send(path, { method: 'POST', body: fields, headers })
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
    return this.send(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  }
  /** Goes where an answer leads. */
  async follow(answer: Answer): Promise<Answer> {
    if (!answer.location) throw new Error(`an answer of ${answer.status} leads nowhere: ${answer.text.slice(0, 300)}`)
    return this.get(answer.location)
  }
}

export type TestSite = {
  p: Running
  app: Hono<Env>
  clock: ReturnType<typeof standingClock>
  mailbox: Mailbox
  /** The lines of the log so far. */
  logged: string[]
  visitor(address?: string): Visitor
  /** Works off the queue, and answers the letters sent since the last time, newest first. */
  mails(): Promise<Mailbox['letters']>
  close(): Promise<void>
}

let made = 0

/** Opens the kot site with these settings, on the database they name unless a connection is given. Call `close` when done. */
export async function siteWith(
  env: Record<string, string>,
  parts: { connection?: Connection; transport?: Transport } = {},
): Promise<TestSite> {
  const clock = standingClock()
  const logged: string[] = []
  const mailbox = memoryMailbox()
  const p = await openPlatform(configFrom({ DEMO: '0', ...env }), {
    transport: mailbox,
    ...parts,
    clock,
    log: logTo((line) => logged.push(line)),
  })
  const app = appOf(p)
  let read = 0
  return {
    p,
    app,
    clock,
    mailbox,
    logged,
    visitor: (from = '192.0.2.1') => new Visitor(app, from),
    async mails() {
      await p.jobs.drain()
      const fresh = mailbox.letters.slice(0, mailbox.letters.length - read)
      read = mailbox.letters.length
      return fresh
    },
    close: () => p.close(),
  }
}

/** Opens the kot site on a fresh copy of the template. Call `close` when done. */
export async function testSite(options: { env?: Record<string, string>; transport?: Transport } = {}): Promise<TestSite> {
  const { template, keys, admin } = inject('scratch')
  const adminAddress: pg.ClientConfig = JSON.parse(admin)
  const name = `huisrecht_test_${process.pid}_${++made}_${randomBytes(3).toString('hex')}`
  const run = async (statement: string) => {
    const client = new pg.Client(adminAddress)
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await run(`create database ${name} template ${template}`)
  const room = await mkdtemp(join(tmpdir(), 'huisrecht-data-'))
  const [dataDir, keysDir] = [join(room, 'data'), join(room, 'keys')]
  // Its own: keys are renewed and erasures written down there.
  await cp(keys, keysDir, { recursive: true })
  await mkdir(dataDir)
  const address: pg.ClientConfig = adminAddress.connectionString
    ? { connectionString: adminAddress.connectionString.replace(/\/[^/?]*(\?|$)/, `/${name}$1`) }
    : { ...adminAddress, database: name }
  const { transport } = options
  const site = await siteWith(
    { KEYS_DIR: keysDir, DATA_DIR: dataDir, ...options.env },
    { connection: connect(address), ...(transport ? { transport } : {}) },
  )
  return {
    ...site,
    async close() {
      await site.close()
      await run(`drop database if exists ${name} with (force)`)
      await rm(room, { recursive: true, force: true })
    },
  }
}

/** The first link in a letter. */
export function linkIn(letter: { text: string } | undefined): string {
  const link = /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0]
  if (!link) throw new Error('there is no link in this letter')
  return new URL(link).pathname + new URL(link).search
}
