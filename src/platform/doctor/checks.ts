// What is looked at to know whether a site is well. Each answers what it found, without anything about a person.
import { execFile } from 'node:child_process'
import { resolve4, resolve6, resolveTxt } from 'node:dns/promises'
import { open, readFile, statfs } from 'node:fs/promises'
import { connect as connectTls } from 'node:tls'
import { promisify } from 'node:util'
import { rangesFrom } from '../../std/networks'
import type { Language } from '../../std/words'
import { dayOf } from '../../std/written'
import { auditState } from '../audits'
import { markOf } from '../backup'
import type { Config } from '../config'
import type { Db } from '../db'
import { queueFigures } from '../metrics'
import { wrongInProduction } from '../production'
import type { Site } from '../site'
import { isSweepLate, sweptSince } from '../swept'
import { keyFolder } from '../vault/provider'
import { words } from './words'

const run = promisify(execFile)

export const checkNames = [
  'program',
  'settings',
  'dns',
  'tls',
  'mailServer',
  'spf',
  'dkim',
  'dmarc',
  'backup',
  'keyCopy',
  'renewal',
  'sweep',
  'audit',
  'jobs',
  'requests',
  'disk',
  'memory',
  'clock',
  'version',
] as const
export type CheckName = (typeof checkNames)[number]
/** `unknown`: it could not be looked at from here. `facts` are figures, days, names of hosts and codes, for the sentence about it. */
export type Finding = { check: CheckName; state: 'good' | 'bad' | 'unknown'; facts: Record<string, string> }

export type Examined = {
  config: Config
  site: Site
  now: Date
  /** Undefined when the program cannot open its database; `why` says why, for the operator. */
  db: Db | undefined
  why?: string
  demo: boolean
  /** Of the sentences among the facts. */
  language: Language
  dkim?: string | undefined
}

type Answer = Omit<Finding, 'check'>
const good = (facts: Record<string, string> = {}): Answer => ({ state: 'good', facts })
const bad = (facts: Record<string, string> = {}): Answer => ({ state: 'bad', facts })
const unknown = (facts: Record<string, string> = {}): Answer => ({ state: 'unknown', facts })

const isLocal = (host: string) => /^(127\.\d+\.\d+\.\d+|\[?::1\]?|localhost)$/.test(host)
const absent = (error: unknown) => error instanceof Error && 'code' in error && /^(ENOTFOUND|ENODATA)$/.test(String(error.code))

/** Answers undefined when the name server cannot be reached; no records is an empty list. */
async function lookUp<T>(ask: () => Promise<T[]>): Promise<T[] | undefined> {
  return ask().catch((error) => (absent(error) ? [] : undefined))
}
const textOf = (name: string) => lookUp(async () => (await resolveTxt(name)).map((parts) => parts.join('')))

/** The host that mail comes from. */
export const mailHostOf = ({ config, site }: Pick<Examined, 'config' | 'site'>): string =>
  /@([\w.-]+)/.exec(config.mailFrom ?? site.controller.email)?.[1] ?? ''

/** How many days a certificate of `host` still holds, as a visitor sees it; a code when there is none to trust. */
export const certificateDays = (host: string, port: number, now: Date): Promise<number | string> =>
  new Promise((done) => {
    const socket = connectTls({ host, port, servername: host, timeout: 8000 }, () => {
      const { valid_to } = socket.getPeerCertificate()
      socket.end()
      done(Math.floor((Date.parse(valid_to) - now.getTime()) / 86_400_000))
    })
    socket.on('timeout', () => socket.destroy(new Error('timeout')))
    socket.on('error', (error) => done('code' in error ? String(error.code) : 'timeout'))
  })

async function tls({ config, now }: Examined): Promise<Answer> {
  const url = new URL(config.publicUrl)
  if (url.protocol !== 'https:') return bad({ code: 'http' })
  const days = await certificateDays(url.hostname, Number(url.port || 443), now)
  if (typeof days === 'string') return bad({ code: days })
  return days < 14 ? bad({ days: String(days) }) : good({ days: String(days) })
}

async function dns({ config }: Examined): Promise<Answer> {
  const host = new URL(config.publicUrl).hostname
  if (isLocal(host)) return unknown({ host })
  const found = await Promise.all([lookUp(() => resolve4(host)), lookUp(() => resolve6(host))])
  if (found.every((one) => one === undefined)) return unknown({ host })
  const addresses = found.flatMap((one) => one ?? [])
  return addresses.length > 0 ? good({ host, addresses: addresses.join(', ') }) : bad({ host })
}

async function mailServer({ config, now }: Examined): Promise<Answer> {
  if (!config.smtpUrl) return bad({ code: 'none' })
  const { protocol, hostname: host, port } = new URL(config.smtpUrl)
  // STARTTLS begins in the open; whether it holds is seen at each mail, which leaves over TLS or not at all.
  if (protocol !== 'smtps:') return unknown({ host })
  const days = await certificateDays(host, Number(port || 465), now)
  return typeof days === 'string' ? bad({ host, code: days }) : good({ host })
}

/** One record of text in the domain of the mail. */
const record =
  (name: (host: string) => string, is: RegExp) =>
  async (of: Examined): Promise<Answer> => {
    const host = mailHostOf(of)
    const found = await textOf(name(host))
    if (found === undefined) return unknown({ host })
    const matching = found.filter((text) => is.test(text))
    // Two SPF records count as none (RFC 7208 §3.2).
    return matching.length === 1 ? good({ host }) : bad({ host, found: String(matching.length) })
  }
const spf = record((host) => host, /^v=spf1 /i)
const dmarc = record((host) => `_dmarc.${host}`, /^v=DMARC1\s*;/i)
const dkim = async (of: Examined): Promise<Answer> =>
  of.dkim ? record((host) => `${of.dkim}._domainkey.${host}`, /\bp=[A-Za-z0-9+/]/)(of) : unknown({ host: mailHostOf(of) })

async function backup({ config, now }: Examined): Promise<Answer> {
  const made = await markOf(config.dataDir, 'backup')
  if (!made) return bad()
  const hours = Math.floor((now.getTime() - made.at.getTime()) / 3_600_000)
  return hours > 26 ? bad({ hours: String(hours) }) : good({ hours: String(hours) })
}

/** Whether there is a key to encrypt backups to, and somebody has shown that they have its private half. */
async function keyCopy({ config }: Examined): Promise<Answer> {
  const recipient = await keyFolder(config.keysDir).escrow.recipient()
  if (!recipient) return bad({ code: 'none' })
  const tried = await markOf(config.dataDir, 'key-copy')
  return tried?.of === recipient ? good({ day: dayOf(tried.at) }) : bad()
}

/** Whether the key that wraps people's keys was renewed in the last night. */
async function renewal({ db, now }: Examined): Promise<Answer> {
  if (!db) return unknown()
  const open = await db.selectFrom('key_epochs').select(['opened_at']).orderBy('id').execute()
  const hours = Math.floor((now.getTime() - Math.min(...open.map(({ opened_at }) => opened_at.getTime()))) / 3_600_000)
  return hours > 26 ? bad({ hours: String(hours) }) : good({ hours: String(hours) })
}

/** Whether what is over goes: the sweep of terms runs each hour. */
async function sweep({ db, site, now }: Examined): Promise<Answer> {
  if (!db) return unknown()
  const { at, deleted } = await sweptSince(db, site.features)
  const facts = { hours: String(Math.max(0, Math.floor((now.getTime() - at.getTime()) / 3_600_000))), rows: String(deleted) }
  return isSweepLate(at, now) ? bad(facts) : good(facts)
}

/** Whether the site was audited in the last night, and its statement, register and what can be observed said the same. */
async function audit({ db, site, now }: Examined): Promise<Answer> {
  if (!db || !site.features.includes('your-data')) return unknown()
  const { last, since, late } = await auditState(db, now)
  const hours = String(Math.max(0, Math.floor((now.getTime() - since.getTime()) / 3_600_000)))
  if (late) return bad({ code: last ? 'late' : 'never', hours })
  if (!last) return unknown({ code: 'never' })
  const different = last.checks.reduce((sum, check) => sum + check.different, 0)
  return last.agree ? good({ hours }) : bad({ hours, different: String(different) })
}

const hour = 3600
async function jobs({ db }: Examined): Promise<Answer> {
  if (!db) return unknown()
  const figures = await queueFigures(db)
  const failed = figures.filter(({ state }) => state === 'failed').reduce((sum, { jobs }) => sum + jobs, 0)
  const waits = figures.filter(({ state }) => state === 'created' || state === 'retry').map(({ seconds }) => seconds)
  const minutes = Math.floor(Math.max(0, ...waits) / 60)
  const facts = { failed: String(failed), minutes: String(minutes) }
  return failed > 0 || minutes * 60 > hour / 4 ? bad(facts) : good(facts)
}

/** Whether somebody waits longer for an answer about their data than the site promises. */
async function requests({ db, site, now }: Examined): Promise<Answer> {
  if (!db || !site.features.includes('requests')) return unknown()
  const open = await db.selectFrom('requests').select('answer_by').where('closed_at', 'is', null).execute()
  const late = open.filter(({ answer_by }) => answer_by.getTime() <= now.getTime()).length
  const facts = { open: String(open.length), late: String(late) }
  return late > 0 ? bad(facts) : good(facts)
}

async function disk({ config }: Examined): Promise<Answer> {
  const found = await statfs(config.dataDir).catch(() => undefined)
  if (!found) return unknown()
  const free = found.bavail * found.bsize
  const facts = { free: (free / 2 ** 30).toFixed(1), share: String(Math.round((100 * found.bavail) / found.blocks)) }
  return free < 2 ** 30 || found.bavail < found.blocks * 0.08 ? bad(facts) : good(facts)
}

async function memory(): Promise<Answer> {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '')
  const kib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1])
  const [available, total, swap, swapFree] = ['MemAvailable', 'MemTotal', 'SwapTotal', 'SwapFree'].map(kib)
  if (!available || !total) return unknown()
  const facts = { free: String(Math.round((available + (swapFree || 0)) / 1024)), total: String(Math.round(total / 1024)) }
  const tight = available + (swapFree || 0) < 150 * 1024 || (total < 1.5 * 2 ** 20 && !swap)
  return tight ? bad(facts) : good(facts)
}

async function clock(): Promise<Answer> {
  const said = await run('timedatectl', ['show', '--property=NTPSynchronized', '--value']).catch(() => undefined)
  const answer = said?.stdout.trim()
  return answer === 'yes' ? good() : answer === 'no' ? bad() : unknown()
}

const newer = (a: string, b: string): boolean => {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number))
  const at = [0, 1, 2].find((part) => x?.[part] !== y?.[part])
  return at !== undefined && (x?.[at] ?? 0) > (y?.[at] ?? 0)
}
async function version(): Promise<Answer> {
  const mine = String(JSON.parse(await readFile('package.json', 'utf8').catch(() => '{}')).version ?? '?')
  const facts = { version: mine, node: process.versions.node }
  const said = await run('git', ['ls-remote', '--tags', '--refs', 'origin'], {
    timeout: 8000,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
  }).catch(() => undefined)
  if (!said) return unknown(facts)
  const released = [...said.stdout.matchAll(/refs\/tags\/v(\d+\.\d+\.\d+)$/gm)].map(([, tag = '']) => tag)
  const latest = released.reduce((best, one) => (newer(one, best) ? one : best), mine)
  return latest === mine ? good(facts) : bad({ ...facts, latest })
}

/** The file of countries: without it none is counted. One line that is none, and none is read. */
async function wrongCountries({ countries }: Config, language: Language): Promise<string[]> {
  if (!countries) return []
  const text = words(language).countries
  const all = await readFile(countries, 'utf8').catch(() => undefined)
  if (all === undefined) return [text.unreadable(countries)]
  try {
    return rangesFrom(all.split('\n')).starts.length > 0 ? [] : [text.other(countries)]
  } catch {
    return [text.other(countries)]
  }
}

/** The file of the streets on the map: without it there is a map still, so the site runs, and its operator is told. */
async function wrongBasemap({ basemap }: Config, language: Language): Promise<string[]> {
  if (!basemap) return []
  const text = words(language).streets
  const file = await open(basemap).catch(() => undefined)
  if (!file) return [text.unreadable(basemap)]
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(8), length: 8, position: 0 })
    const said = buffer.toString('latin1', 0, bytesRead)
    // The first seven bytes of a PMTiles archive and the version of it that our renderer reads (PMTiles 3, §3.1).
    return said === 'PMTiles\u0003' ? [] : [text.other(basemap)]
  } finally {
    await file.close()
  }
}

async function settings({ config, site, demo, language }: Examined): Promise<Answer> {
  if (!config.production) return bad({ wrong: 'PRODUCTION=0' })
  const wrong = [
    ...(await wrongInProduction(config, site, demo, language)),
    ...(await wrongBasemap(config, language)),
    ...(await wrongCountries(config, language)),
  ]
  return wrong.length > 0 ? bad({ wrong: wrong.join(' ') }) : good()
}

const program = async ({ db, why = '' }: Examined): Promise<Answer> => (db ? good() : bad({ why }))

const all: Record<CheckName, (of: Examined) => Promise<Answer>> = {
  program,
  settings,
  dns,
  tls,
  mailServer,
  spf,
  dkim,
  dmarc,
  backup,
  keyCopy,
  renewal,
  sweep,
  audit,
  jobs,
  requests,
  disk,
  memory,
  clock,
  version,
}

/** Looks at everything at once. A check that breaks could not look. */
export const examine = (of: Examined): Promise<Finding[]> =>
  Promise.all(checkNames.map(async (check) => ({ check, ...(await all[check](of).catch(() => unknown())) })))
