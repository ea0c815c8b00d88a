// What a test stands on: the whole program in this process, on a database of its own, with a clock that stands still.
import type { Hono } from 'hono'
import { standingClock } from '../../platform/clock'
import { configFrom } from '../../platform/config'
import type { Connection } from '../../platform/db'
import type { Env } from '../../platform/http'
import { logTo } from '../../platform/log'
import { type Mailbox, memoryMailbox, type Transport } from '../../platform/mail/transport'
import { appOf } from '../app'
import { openPlatform, type Running } from '../open'
import { keptOpen, openedAgain } from './again'
import { freshDatabase } from './scratch'

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
  let read: Mailbox['letters'][number] | undefined
  return {
    p,
    app,
    clock,
    mailbox,
    logged,
    visitor: (from = '192.0.2.1') => new Visitor(app, from),
    async mails() {
      await p.jobs.drain()
      const before = read ? mailbox.letters.indexOf(read) : -1
      read = mailbox.letters[0]
      return before < 0 ? [...mailbox.letters] : mailbox.letters.slice(0, before)
    },
    close: () => p.close(),
  }
}

/** Opens the kot site on a fresh copy of the template, or `site` of sites/ on a database with nothing in it. Call `close` when done. */
export async function testSite(
  options: { site?: string; env?: Record<string, string>; transport?: Transport } = {},
): Promise<TestSite> {
  const { transport, site: named } = options
  const repeats = process.env.MUTANTS !== undefined && !transport
  const like = JSON.stringify(options)
  const again = repeats ? await openedAgain(like) : undefined
  if (again) return again
  const { connection, address, dataDir, keysDir, drop } = await freshDatabase(named !== undefined)
  const site = await siteWith(
    { KEYS_DIR: keysDir, DATA_DIR: dataDir, ...(named ? { SITE: named } : {}), ...options.env },
    { connection, ...(transport ? { transport } : {}) },
  )
  const opened = {
    ...site,
    async close() {
      await site.close()
      await drop()
    },
  }
  return repeats ? keptOpen(like, opened, address) : opened
}

/** The first link in a letter. */
export function linkIn(letter: { text: string } | undefined): string {
  const link = /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0]
  if (!link) throw new Error('there is no link in this letter')
  return new URL(link).pathname + new URL(link).search
}
