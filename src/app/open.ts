import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { lawOf, WrongLaw } from '../features/listings'
import { withServices } from '../features/places'
import { type Clock, systemClock } from '../platform/clock'
import type { Config } from '../platform/config'
import { withConsent } from '../platform/consent'
import { type Connection, connect } from '../platform/db'
import { drift } from '../platform/db/drift'
import { migrate, migrationsOf } from '../platform/db/migrate'
import type { Feature, Platform } from '../platform/feature'
import { fileFolder } from '../platform/files'
import { keptPages } from '../platform/http'
import { type JobSpec, type Jobs, openJobs } from '../platform/jobs'
import { ledgerIn } from '../platform/ledger'
import { limitsOn } from '../platform/limits'
import { type Log, stderrLog } from '../platform/log'
import { mailJob, mailOver, sendQueued } from '../platform/mail'
import { memoryMailbox, smtpTransport, type Transport } from '../platform/mail/transport'
import { openMetrics } from '../platform/metrics'
import { openPostgres } from '../platform/postgres'
import { type Site, siteSchema } from '../platform/site'
import { openTally } from '../platform/tally'
import { openTraffic } from '../platform/traffic'
import { openVault } from '../platform/vault/open'
import { keyFolder } from '../platform/vault/provider'
import { renewJob } from '../platform/vault/renew'
import { catchUp, privacyJobs } from '../privacy'
import { asksFor } from '../register'
import { auditJob } from './audit/nightly'
import { pictureJob } from './demo/pictures'
import { featuresOf } from './features'

/** Something the operator must put right before the program can run. */
export class CannotStart extends Error {
  readonly code = 'cannot_start'
}

/** The files with rules about adverts in a folder, as they are read. Throws CannotStart for one that is no JSON. */
function lawFiles(folder: string): { file: string; content: unknown }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = join(folder, name)
      try {
        return { file, content: JSON.parse(readFileSync(file, 'utf8')) }
      } catch (error) {
        throw new CannotStart(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`)
      }
    })
}

/** The site by its name in sites/, or by its folder. Throws CannotStart when it is not one. */
export async function loadSite(name: string, root = process.cwd()): Promise<Site> {
  const folder = isAbsolute(name) || name.includes('/') ? resolve(name) : join(root, 'sites', name)
  const file = join(folder, 'site.ts')
  if (!existsSync(file)) throw new CannotStart(`There is no site in ${folder} (SITE=${name}).`)
  const told = (await import(/* @vite-ignore */ pathToFileURL(file).href)).default
  const parsed = siteSchema.safeParse({ ...told, law: lawFiles(join(folder, 'law')) })
  if (!parsed.success)
    throw new CannotStart(
      `${file}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    )
  return parsed.data
}

export type Parts = { site: Site; clock: Clock; log: Log; transport: Transport; connection: Connection }
export type Running = Platform & { close(): Promise<void> }

const jobsOf = (p: Platform, features: readonly Feature[]): JobSpec[] => [
  { name: mailJob, work: ({ outbox = '' }) => sendQueued(p, outbox), retries: 12 },
  renewJob(p),
  ...privacyJobs(p),
  pictureJob(p),
  ...(features.some(({ name }) => name === 'your-data') ? [auditJob(p)] : []),
  ...features.flatMap((feature) => feature.jobs?.(p) ?? []),
]

/** A site with who carries its mail among its recipients. Without a mail server mail stays with the site, at its host. Throws CannotStart when
 *  the mail would go to a company that the site does not name. */
export function withMail(site: Site, { smtpUrl }: Pick<Config, 'smtpUrl'>): Site {
  if (site.recipients.mail) return site
  if (smtpUrl)
    throw new CannotStart(
      'SMTP_URL gives the mail to a company that the site does not name. Say in site.ts, under recipients, who it is: mail: { name, place, statement, agreement }. The privacy statement says it from there.',
    )
  const { name, place } = site.hosting
  return { ...site, recipients: { ...site.recipients, mail: { name, place } } }
}

/** Throws CannotStart when the rules about adverts of a site are none. */
function holdsLaw(site: Site): void {
  try {
    lawOf(site)
  } catch (error) {
    throw error instanceof WrongLaw ? new CannotStart(error.message) : error
  }
}

/** Makes the parts of the program and puts them together: database, keys, jobs. Throws when register and database differ, the keys do not fit, or
 *  the site does not name who gets the mail. */
export async function openPlatform(config: Config, given: Partial<Parts> = {}): Promise<Running> {
  const { clock = systemClock, log = stderrLog } = given
  const site = withConsent(withMail(withServices(given.site ?? (await loadSite(config.site)), config), config))
  const features = featuresOf(site.features)
  if (features.some(({ name }) => name === 'listings')) holdsLaw(site)
  const embedded = given.connection || config.databaseUrl ? undefined : await openPostgres({ dataDir: config.dataDir, log })
  const connection = given.connection ?? connect(config.databaseUrl ?? { ...embedded?.connection })
  const shut = async () => {
    await connection.close()
    await embedded?.stop()
  }
  let jobs: Jobs | undefined
  try {
    const { db } = connection
    connection.keepTime(clock)
    await migrate(db, migrationsOf(features))
    const differences = await drift(db, site.features)
    if (differences.length > 0)
      throw new CannotStart(`The register and the database differ, so the program does not run:\n- ${differences.join('\n- ')}`)
    const keys = keyFolder(config.keysDir)
    const asks = asksFor(site.recipients).length > 0
    const vault = await openVault(db, keys, (path) => log('security.seal_broken', { path }), clock.now(), asks)
    const transport = given.transport ?? (config.smtpUrl ? smtpTransport(config.smtpUrl) : memoryMailbox())
    const needJobs = () => {
      if (!jobs) throw new Error('the queue is not open yet')
      return jobs
    }
    const p: Platform = {
      config,
      site,
      clock,
      connection,
      db,
      vault,
      keys,
      ledger: ledgerIn(config.keysDir, clock),
      files: fileFolder(join(config.dataDir, 'files')),
      get jobs() {
        return needJobs()
      },
      mail: mailOver(needJobs, clock, transport),
      limits: limitsOn(connection.pool, vault),
      kept: keptPages(),
      metrics: openMetrics(),
      tally: openTally(),
      traffic: openTraffic({ db, clock, days: keys.days, log }),
      log,
      features,
      async emit(trx, event, facts) {
        for (const feature of features) await feature.on?.[event]?.(p, trx, facts)
      },
    }
    jobs = await openJobs(connection, jobsOf(p, features), log)
    // A database that is behind the ledger is served to nobody.
    await catchUp(p)
    return Object.assign(p, {
      async close() {
        await jobs?.stop()
        for (const feature of features) await feature.closing?.(p)
        await p.traffic.close()
        transport.close()
        await shut()
      },
    })
  } catch (error) {
    await jobs?.stop()
    await shut()
    throw error
  }
}
