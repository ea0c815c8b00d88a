import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withCampaigns } from '../features/campaigns'
import { chatOf } from '../features/chat'
import { formsOf } from '../features/contact'
import { withCrisp } from '../features/crisp'
import { lawOf } from '../features/listings'
import { withServices } from '../features/places'
import { textsIn } from '../features/writing'
import { withAnalytics } from '../platform/analytics'
import { type Clock, systemClock } from '../platform/clock'
import type { Config } from '../platform/config'
import { type Connection, connect } from '../platform/db'
import { drift } from '../platform/db/drift'
import { migrate, migrationsOf } from '../platform/db/migrate'
import type { Feature, Platform } from '../platform/feature'
import { fileFolder } from '../platform/files'
import { withFollowing } from '../platform/following'
import { keptPages } from '../platform/http'
import { type JobSpec, type Jobs, openJobs } from '../platform/jobs'
import { ledgerIn } from '../platform/ledger'
import { limitsOn } from '../platform/limits'
import { openLive } from '../platform/live'
import { type Log, stderrLog } from '../platform/log'
import { mailJob, mailOver, sendQueued } from '../platform/mail'
import { memoryMailbox, smtpTransport, type Transport } from '../platform/mail/transport'
import { openMetrics } from '../platform/metrics'
import { openPostgres } from '../platform/postgres'
import { type Site, siteSchema } from '../platform/site'
import { openTally } from '../platform/tally'
import { Told } from '../platform/told'
import { openTraffic } from '../platform/traffic'
import { openVault } from '../platform/vault/open'
import { keyFolder } from '../platform/vault/provider'
import { renewJob } from '../platform/vault/renew'
import { wrongIn } from '../platform/wrong'
import { catchUp, privacyJobs } from '../privacy'
import { consentsOf } from '../register'
import { auditJob } from './audit/nightly'
import { pictureJob } from './demo/pictures'
import { featuresOf } from './features'
import { words } from './words'

/** Something the operator must put right before the program can run. */
export class CannotStart extends Told {
  readonly code = 'cannot_start'
}

const ownerFile = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'site')

/** Throws CannotStart when another site made the folder of the data. A site is known by the name of its folder. */
export function holdsOwner(config: Pick<Config, 'dataDir' | 'site'>): void {
  const [file, name] = [ownerFile(config), basename(config.site)]
  const owner = existsSync(file) ? readFileSync(file, 'utf8').trim() : name
  if (owner !== name)
    throw new CannotStart((language) => words(language).open.another({ folder: config.dataDir, owner, name, file }))
}

/** Writes down whose the folder of the data is. */
function noteOwner(config: Pick<Config, 'dataDir' | 'site'>): void {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  if (!existsSync(ownerFile(config))) writeFileSync(ownerFile(config), `${basename(config.site)}\n`)
}

/** The files in a folder of a site whose names end so. */
const filesIn = (folder: string, end: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(end))
        .sort()
        .map((name) => join(folder, name))
    : []

/** The JSON files in a folder of a site, as they are read. Throws CannotStart for one that is no JSON. */
function jsonFiles(folder: string): { file: string; content: unknown }[] {
  return filesIn(folder, '.json').map((file) => {
    try {
      return { file, content: JSON.parse(readFileSync(file, 'utf8')) }
    } catch (error) {
      const why = error instanceof Error ? error.message : ''
      throw new CannotStart((language) => words(language).open.noJson(file, why))
    }
  })
}

/** The site by its name in sites/, or by its folder. Throws CannotStart when it is not one. */
export async function loadSite(name: string, root = process.cwd()): Promise<Site> {
  const folder = isAbsolute(name) || name.includes('/') ? resolve(name) : join(root, 'sites', name)
  const file = join(folder, 'site.ts')
  if (!existsSync(file)) throw new CannotStart((language) => words(language).open.noSite(folder, name))
  const told = (await import(/* @vite-ignore */ pathToFileURL(file).href)).default
  const logo = join(folder, 'logo.svg')
  const given = {
    ...told,
    law: jsonFiles(join(folder, 'law')),
    forms: jsonFiles(join(folder, 'forms')),
    texts: ['pages', 'articles']
      .flatMap((kind) => filesIn(join(folder, 'content', kind), '.md'))
      .map((file) => ({ file, content: readFileSync(file, 'utf8') })),
    pictures: filesIn(join(folder, 'content', 'pictures'), '.svg').map((file) => ({
      name: basename(file),
      drawing: readFileSync(file, 'utf8'),
    })),
    ...(existsSync(logo) ? { logo: readFileSync(logo, 'utf8') } : {}),
  }
  const parsed = siteSchema.safeParse(given)
  if (!parsed.success) throw new CannotStart((language) => `${file}: ${wrongIn(siteSchema, given, language).join('; ')}`)
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
  if (smtpUrl) throw new CannotStart((language) => words(language).open.noCompany)
  const { name, place } = site.hosting
  return { ...site, recipients: { ...site.recipients, mail: { name, place } } }
}

/** What the operator wrote in files of the site, by the feature that reads them. */
const readBy = { listings: lawOf, contact: formsOf, writing: textsIn, chat: chatOf }

/** Throws CannotStart when a file of a site, of its law, a form or a text, does not hold. */
function holdsFiles(site: Site): void {
  try {
    for (const [feature, read] of Object.entries(readBy)) if (site.features.some((name) => name === feature)) read(site)
  } catch (error) {
    throw error instanceof Told ? new CannotStart(error.in) : error
  }
}

/** The site of an installation: what its folder says of it, with what comes with that: who carries its mail, whom it asks for places, visits and mailings, and
 *  what comes with those whom it names. Whoever opens its database knows its tables by this alone. Throws CannotStart. */
export async function siteOf(config: Config, told?: Site): Promise<Site> {
  const measured = withAnalytics(withMail(withServices(told ?? (await loadSite(config.site)), config), config), config)
  if (!measured) throw new CannotStart((language) => words(language).open.noStatistics)
  const mailed = withCampaigns(measured, config)
  if (!mailed) throw new CannotStart((language) => words(language).open.noCampaigns)
  const { site, wrong } = withCrisp(mailed, config)
  if (!site) throw new CannotStart((language) => words(language).open.crisp(wrong))
  return withFollowing(site)
}

/** Makes the parts of the program and puts them together: database, keys, jobs. Throws when register and database differ, the keys do not fit, or
 *  the site does not name who gets the mail. */
export async function openPlatform(config: Config, given: Partial<Parts> = {}): Promise<Running> {
  const { clock = systemClock, log = stderrLog } = given
  const site = await siteOf(config, given.site)
  const features = featuresOf(site.features)
  holdsFiles(site)
  holdsOwner(config)
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
    if (differences.length > 0) throw new CannotStart((language) => words(language).open.drift(`- ${differences.join('\n- ')}`))
    noteOwner(config)
    const keys = keyFolder(config.keysDir)
    const asks = consentsOf(site).length > 0
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
      live: openLive(),
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
        p.live.end()
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
