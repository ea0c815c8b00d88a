import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseEnv } from 'node:util'
import { featureOrder, followingFeatures } from '../../floors'
import { type SiteInput, siteSchema } from '../../platform/site'
import { isLanguage, type Language, locales } from '../../std/words'
import type { Answers, Key } from './questions'
import { type Words, type Written, words } from './words'

export type Places = { folder: string; data: string; keys: string }

const authorities = {
  BE: {
    name: {
      nl: 'Gegevensbeschermingsautoriteit',
      fr: 'Autorité de protection des données',
      en: 'Belgian Data Protection Authority',
    },
    url: 'https://www.gegevensbeschermingsautoriteit.be',
  },
  NL: {
    name: {
      nl: 'Autoriteit Persoonsgegevens',
      fr: 'Autorité néerlandaise de protection des données',
      en: 'Dutch Data Protection Authority',
    },
    url: 'https://autoriteitpersoonsgegevens.nl',
  },
} as const

export const siteFile = ({ folder }: Places) => join(folder, 'site.ts')
export const envFile = ({ folder }: Places) => join(folder, 'huisrecht.env')

/** What an earlier setup wrote, so that it can be asked again: the site, and the settings. */
export async function known(places: Places): Promise<{ site: Partial<SiteInput>; env: NodeJS.Dict<string> }> {
  const file = siteFile(places)
  const site = existsSync(file)
    ? siteSchema.partial().safeParse((await import(/* @vite-ignore */ `${pathToFileURL(file).href}?${Date.now()}`)).default).data
    : undefined
  return { site: site ?? {}, env: parseEnv(await readFile(envFile(places), 'utf8').catch(() => '')) }
}

/** The answers that an earlier setup came to. */
export function answersOf({ site, env }: Awaited<ReturnType<typeof known>>): Answers {
  const smtp = env.SMTP_URL && URL.canParse(env.SMTP_URL) ? new URL(env.SMTP_URL) : undefined
  const domain = env.PUBLIC_URL && URL.canParse(env.PUBLIC_URL) ? new URL(env.PUBLIC_URL).hostname : undefined
  return {
    domain,
    name: site.name,
    languages: site.languages?.join(','),
    country: site.authority && (site.authority.url === authorities.NL.url ? 'NL' : 'BE'),
    controller: site.controller?.name,
    registration: site.controller?.registration,
    address: site.controller?.address,
    email: site.controller?.email,
    officer: site.officer?.name,
    'officer-email': site.officer?.email,
    hosting: site.hosting?.name,
    'hosting-country': site.hosting?.place,
    'smtp-host': smtp?.hostname,
    'smtp-port': smtp?.port,
    'smtp-user': smtp && decodeURIComponent(smtp.username),
    'smtp-password': smtp && decodeURIComponent(smtp.password),
    'mail-company': site.recipients?.mail?.name,
    'mail-country': site.recipients?.mail?.place,
    'mail-from': /<([^>]+)>/.exec(env.MAIL_FROM ?? '')?.[1],
  }
}

/** The address of the mail server as SMTP_URL has it: TLS from the start on 465, STARTTLS elsewhere. */
export function smtpUrlOf(so: Answers): string {
  const { 'smtp-host': host, 'smtp-port': port, 'smtp-user': user, 'smtp-password': password } = so
  const code = (text = '') => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${port === '465' ? 'smtps' : 'smtp'}://${user ? `${code(user)}:${code(password)}@` : ''}${host}:${port}`
}

const said = (so: Answers, key: Key) => (so[key] ?? '').trim()

/** A site from the answers; what an earlier site.ts had beside them (brand, agreements, measures) stays. */
export function siteOf(so: Answers, before: Partial<SiteInput>): SiteInput {
  return {
    tagline: { nl: 'Een kot vinden, zonder gedoe', fr: 'Trouver un kot, simplement', en: 'Find a student room, simply' },
    features: featureOrder.filter((name) => !followingFeatures.includes(name)),
    ...before,
    name: said(so, 'name'),
    languages: said(so, 'languages')
      .split(',')
      .map((one) => one.trim())
      .filter(isLanguage),
    controller: {
      name: said(so, 'controller'),
      registration: said(so, 'registration'),
      address: said(so, 'address'),
      email: said(so, 'email'),
    },
    officer: { ...before.officer, name: said(so, 'officer'), email: said(so, 'officer-email') },
    authority: authorities[said(so, 'country') === 'NL' ? 'NL' : 'BE'],
    hosting: { ...before.hosting, name: said(so, 'hosting'), place: said(so, 'hosting-country') },
    recipients: {
      ...before.recipients,
      mail: { ...before.recipients?.mail, name: said(so, 'mail-company'), place: said(so, 'mail-country') },
    },
  }
}

const settingsOf = (so: Answers, { folder, data, keys }: Places, language: Language): Record<Written, string> => ({
  PRODUCTION: '1',
  SITE: folder,
  PUBLIC_URL: `https://${so.domain}`,
  TRUST_PROXY: '1',
  DATA_DIR: data,
  KEYS_DIR: keys,
  SMTP_URL: smtpUrlOf(so),
  MAIL_FROM: `${said(so, 'name')} <${said(so, 'mail-from')}>`,
  LANG: `${locales[language].replace('-', '_')}.UTF-8`,
})

/** Written whole; what was there before stays beside it. */
async function put(file: string, text: string, mode: number): Promise<void> {
  if (existsSync(file)) await rename(file, `${file}.before`)
  await writeFile(`${file}.new`, text, { mode })
  await chmod(`${file}.new`, mode)
  await rename(`${file}.new`, file)
}

/** The text of site.ts: each part of the site below what it is for. */
function siteText({ heads, site: about }: Words, site: SiteInput): string {
  const notes = new Map<string, string>(Object.entries(about))
  const parts = Object.entries(site).flatMap(([name, value]) => [
    ...(notes.has(name) ? [`  // ${notes.get(name)}`] : []),
    `${JSON.stringify({ [name]: value }, null, 2)
      .split('\n')
      .slice(1, -1)
      .join('\n')},`,
  ])
  return [
    ...heads.site.map((line) => `// ${line}`),
    `import type { SiteInput } from '${resolve('src', 'platform', 'site.ts')}'`,
    '',
    'export default {',
    ...parts,
    '} satisfies SiteInput\n',
  ].join('\n')
}

/** The text of huisrecht.env, as systemd, a shell and Node all read it. */
function envText({ heads, env: about }: Words, settings: NodeJS.Dict<string>): string {
  const notes = new Map<string, string>(Object.entries(about))
  const lines = Object.entries(settings).flatMap(([name, value]) => [
    ...(notes.has(name) ? ['', `# ${notes.get(name)}`] : []),
    `${name}="${value}"`,
  ])
  return [...heads.env.map((line) => `# ${line}`), ...lines, ''].join('\n')
}

/** Writes site.ts and huisrecht.env. Settings that setup does not ask stay as they were. Throws when the answers make no site. */
export async function writeSite(
  so: Answers,
  before: Awaited<ReturnType<typeof known>>,
  places: Places,
  language: Language,
): Promise<void> {
  const site = siteSchema.parse(siteOf(so, before.site))
  // What is read from law/, forms/ and content/ beside site.ts does not stand in it.
  const { law: _, forms: __, texts: ___, pictures: ____, ...own } = site
  const text = words(language)
  await mkdir(places.folder, { recursive: true, mode: 0o755 })
  await put(siteFile(places), siteText(text, own), 0o644)
  // What setup does not write stands after what it does.
  const settings = settingsOf(so, places, language)
  await put(envFile(places), envText(text, { ...settings, ...before.env, ...settings }), 0o600)
}

export const isWithin = (folder: string, other: string) => !relative(folder, resolve(other)).startsWith('..')
