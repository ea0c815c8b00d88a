import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Language, languageFrom } from '../std/words'
import { Told } from './told'
import { words } from './words'
import { because, wrongIn } from './wrong'

/** The registers of addresses that a site can ask, by their names in the register of recipients. */
export const geocoderNames = ['geopunt', 'best', 'pdok'] as const
export type GeocoderName = (typeof geocoderNames)[number]
const isGeocoder = (name: string): name is GeocoderName => geocoderNames.some((known) => known === name)

const namesOf = (list: string) => list.split(',').flatMap((name) => name.trim() || [])

/** A base address, with its last slash. An address of a house goes there: not in the open, but on this machine. */
const service = z
  .url()
  .refine(
    (url) => /^https:|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url),
    because((language) => words(language).settings.https),
  )
  .transform((url) => url.replace(/\/*$/, '/'))
  .optional()

/** A topic of Amazon SNS, by its region. */
const topicArn = /^arn:aws:sns:([a-z0-9-]{5,20}):\d{12}:[\w-]{1,256}$/

const flag = z.enum(['0', '1']).transform((value) => value === '1')

/** What the environment may say. docs/running.md lists it; its table is generated from these descriptions. */
export const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Port to listen on'),
  HOST: z.string().default('127.0.0.1').describe('Address to bind; never other than loopback while demo data are present'),
  DATA_DIR: z
    .string()
    .optional()
    .describe('Folder of the embedded database and the files; `data`, or `data-SITE` for another site of sites/ than kot'),
  KEYS_DIR: z.string().optional().describe('Folder of the keys: back it up apart from the data; `keys`, or `keys-SITE`'),
  DATABASE_URL: z.string().optional().describe('A PostgreSQL 15 or newer of your own, instead of the embedded one'),
  SITE: z.string().default('kot').describe('The site: a name in sites/, or a folder outside the clone'),
  DEMO: flag.default(true).describe('0: do not fill a new site with demo adverts'),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe('The address that visitors use, for links in mails; http://localhost:PORT unless given'),
  SMTP_URL: z
    .string()
    .optional()
    .describe('smtps://user:password@host:465, or smtp:// with STARTTLS; without it mail stays in the development mailbox'),
  MAIL_FROM: z.string().optional().describe('Sender of the mails, "Name <address>"'),
  PRODUCTION: flag.default(false).describe('1: no development pages, no demo data'),
  TRUST_PROXY: flag
    .default(false)
    .describe('1: behind a reverse proxy of your own, take the visitor address from X-Forwarded-For'),
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65535)
    .optional()
    .describe('Port of 127.0.0.1 on which /metrics answers Prometheus; none unless given'),
  BASEMAP: z
    .string()
    .optional()
    .describe('A .pmtiles file of streets for the map, in the layout of Protomaps; without it the map has no streets'),
  COUNTRIES: z
    .string()
    .optional()
    .describe(
      'A file with the country of each network, newer than that of the program: lines of first address, last address, country, as asn-country of ip-location-db has them',
    ),
  GEOCODERS: z
    .string()
    .default('')
    .superRefine((list, context) => {
      for (const name of namesOf(list).filter((name) => !isGeocoder(name)))
        context.addIssue({ code: 'custom', ...because((language) => words(language).settings.geocoder(name, geocoderNames)) })
    })
    .transform((list) => geocoderNames.filter((name) => namesOf(list).includes(name)))
    .describe('Who is asked where the house of an advert stands: geopunt,best,pdok or some of them. Nobody unless given'),
  GEOPUNT_URL: service.describe('Another address of Geopunt, such as one of a test'),
  BEST_URL: service.describe('Another address of BeSt Address'),
  PDOK_URL: service.describe('Another address of the PDOK Locatieserver'),
  GRAVATAR_URL: service.describe('Another address of Gravatar, such as one of a test'),
  SNS_TOPIC: z
    .string()
    .refine(
      (topic) => topicArn.test(topic),
      because((language) => words(language).settings.topic),
    )
    .optional()
    .describe(
      'The topic of Amazon SNS that tells of bounces and complaints, arn:aws:sns:…; nothing is heard of them unless given',
    ),
  SNS_URL: service.describe('Another address of Amazon SNS, such as one of a test'),
  GA4_ID: z
    .string()
    .refine(
      (id) => /^G-[A-Z0-9]{4,20}$/.test(id),
      because((language) => words(language).settings.measurement),
    )
    .optional()
    .describe(
      'The measurement of Google Analytics 4, G-…, for visitors who say yes; the site names Google as `statistics`. None unless given',
    ),
  GA4_URL: service.describe('Another address that stands for all of Google’s, such as one of a test'),
  MAUTIC_URL: service.describe(
    'The address of a Mautic, which mails who says yes to that; the site names who runs it as `campaigns`. None unless given',
  ),
  MAUTIC_USER: z.string().optional().describe('A user of it whom its API lets in (Basic)'),
  MAUTIC_PASSWORD: z.string().optional().describe('Their password'),
  MAUTIC_CLIENT_ID: z.string().optional().describe('Or credentials of its API (OAuth 2, client credentials)'),
  MAUTIC_CLIENT_SECRET: z.string().optional().describe('Their secret'),
  MAUTIC_WEBHOOK_SECRET: z
    .string()
    .min(8)
    .optional()
    .describe('With which it signs what it tells us, at PUBLIC_URL/hooks/mautic; it is not heard without'),
  MAUTIC_TRACKING: flag.default(false).describe('1: it measures the visits of who says yes to that too, with its mtc.js'),
  CRISP_IDENTIFIER: z
    .string()
    .optional()
    .describe('Of the token by which Crisp is asked to erase, where it runs the chat of the site'),
  CRISP_KEY: z.string().optional().describe('The key of that token'),
  CRISP_TIER: z.enum(['website', 'plugin', 'user']).default('website').describe('What kind of token it is'),
  CRISP_HOOK_SECRET: z.string().min(16).optional().describe('With which Crisp signs what a plugin’s hook tells the site'),
  CRISP_HOOK_KEY: z
    .string()
    .min(16)
    .optional()
    .describe('Secret part of the address for a hook of the website, /crisp/hook?key=…, which Crisp does not sign'),
  CRISP_URL: service.describe('Another address that stands for all of Crisp’s, such as one of a test'),
})

/** By whom a Mautic is told who we are. Undefined when that is not said, or said twice. */
function mauticBy(e: z.output<typeof settings>): MauticConfig['by'] | undefined {
  const basic = e.MAUTIC_USER && e.MAUTIC_PASSWORD ? { user: e.MAUTIC_USER, password: e.MAUTIC_PASSWORD } : undefined
  const oauth =
    e.MAUTIC_CLIENT_ID && e.MAUTIC_CLIENT_SECRET ? { id: e.MAUTIC_CLIENT_ID, secret: e.MAUTIC_CLIENT_SECRET } : undefined
  return basic && oauth ? undefined : (basic ?? oauth)
}

/** A Mautic. Throws Told when it is not said who we are there. */
function mauticIn(e: z.output<typeof settings>): MauticConfig | undefined {
  if (!e.MAUTIC_URL) return undefined
  const by = mauticBy(e)
  if (!by) throw new Told((language) => words(language).settings.mautic)
  return { base: e.MAUTIC_URL, by, webhookSecret: e.MAUTIC_WEBHOOK_SECRET, tracks: e.MAUTIC_TRACKING }
}

export type MauticConfig = {
  /** With a slash at its end. */
  base: string
  by: { user: string; password: string } | { id: string; secret: string }
  webhookSecret: string | undefined
  tracks: boolean
}

export type CrispConfig = {
  identifier: string
  key: string
  tier: string
  hookSecret?: string
  hookKey?: string
  base?: string
}

export type Config = {
  port: number
  host: string
  dataDir: string
  keysDir: string
  databaseUrl: string | undefined
  site: string
  demo: boolean
  publicUrl: string
  smtpUrl: string | undefined
  mailFrom: string | undefined
  production: boolean
  trustProxy: boolean
  metricsPort: number | undefined
  /** Of who runs the program, for what it says to them. */
  language: Language
  /** A .pmtiles file of streets. */
  basemap: string | undefined
  /** A file with the country of each network. */
  countries: string | undefined
  /** What Google Analytics measures under, and the address that stands for Google's. */
  ga4: { id: string; base?: string } | undefined
  /** Who mails those who want it. */
  mautic: MauticConfig | undefined
  /** How Crisp is asked to erase, what its hooks prove themselves with, and the address that stands for its own. */
  crisp: CrispConfig | undefined
  /** Where Gravatar is, without a slash at the end. */
  gravatar: string
  /** The topic of Amazon SNS that is listened to, and where its region is, with a slash at the end. */
  sns: { topic: string; base: string } | undefined
  /** Who is asked, in this order, each with the address it has unless that is its own. */
  geocoders: readonly { name: GeocoderName; base?: string }[]
}

/** Reads the environment, for who speaks this language. Throws Told, which names every setting that does not hold. */
export function configFrom(env: Record<string, string | undefined>, language = languageFrom(env)): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in settings.shape && value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) throw new Told((spoken) => wrongIn(settings, given, spoken).join('\n'))
  const e = parsed.data
  const folder = (path: string) => resolve(path.replace(/^~(?=\/|$)/, homedir()))
  // Each site of the clone has folders of its own.
  const own = (kind: string) => (e.SITE === 'kot' || e.SITE.includes('/') ? kind : `${kind}-${e.SITE}`)
  const bases: Record<GeocoderName, string | undefined> = { geopunt: e.GEOPUNT_URL, best: e.BEST_URL, pdok: e.PDOK_URL }
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: folder(e.DATA_DIR ?? own('data')),
    keysDir: folder(e.KEYS_DIR ?? own('keys')),
    databaseUrl: e.DATABASE_URL,
    site: e.SITE,
    demo: e.DEMO && !e.PRODUCTION,
    publicUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    production: e.PRODUCTION,
    trustProxy: e.TRUST_PROXY,
    metricsPort: e.METRICS_PORT,
    language,
    basemap: e.BASEMAP === undefined ? undefined : folder(e.BASEMAP),
    countries: e.COUNTRIES === undefined ? undefined : folder(e.COUNTRIES),
    ga4: e.GA4_ID ? { id: e.GA4_ID, ...(e.GA4_URL ? { base: e.GA4_URL } : {}) } : undefined,
    mautic: mauticIn(e),
    crisp:
      e.CRISP_IDENTIFIER && e.CRISP_KEY
        ? {
            identifier: e.CRISP_IDENTIFIER,
            key: e.CRISP_KEY,
            tier: e.CRISP_TIER,
            ...(e.CRISP_HOOK_SECRET ? { hookSecret: e.CRISP_HOOK_SECRET } : {}),
            ...(e.CRISP_HOOK_KEY ? { hookKey: e.CRISP_HOOK_KEY } : {}),
            ...(e.CRISP_URL ? { base: e.CRISP_URL } : {}),
          }
        : undefined,
    gravatar: (e.GRAVATAR_URL ?? 'https://gravatar.com').replace(/\/+$/, ''),
    sns: e.SNS_TOPIC
      ? { topic: e.SNS_TOPIC, base: e.SNS_URL ?? `https://sns.${topicArn.exec(e.SNS_TOPIC)?.[1]}.amazonaws.com/` }
      : undefined,
    geocoders: e.GEOCODERS.map((name) => ({ name, ...(bases[name] ? { base: bases[name] } : {}) })),
  }
}
