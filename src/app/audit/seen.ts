// What a visit showed, held against the register: cookies, what lies in the browser, whom it speaks to, and what may be kept of an answer.
import { type InBrowser, storedFor } from '../../platform/site'
import { cookies, cookiesOf, storageKeys } from '../../register'
import { apart, type Check, type Difference } from './check'
import type { Answer } from './eyes'

export type SeenCookie = { name: string; days: number | null; where: string; httpOnly: boolean; sameSite: string; gone: boolean }
/** What one visit met: of an answer by itself, or of a browser. */
export type Seen = {
  cookies: SeenCookie[]
  /** Whom a page made the browser speak to, or would. */
  hosts: { host: string; where: string }[]
  /** Keys in localStorage, sessionStorage, IndexedDB, caches. */
  storage: { key: string; where: string }[]
  caches: { where: string; header: string; signedIn: boolean; setsCookie: boolean }[]
}
export const nothingSeen = (): Seen => ({ cookies: [], hosts: [], storage: [], caches: [] })

const life = (days: number | null) => (days === null ? 'until the browser is closed' : `${days} days`)

/** The cookie of a Set-Cookie line (RFC 6265 §4.1); `days` of its Max-Age or its Expires. */
export function cookieOf(line: string, where: string, now: Date): SeenCookie {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const said = new Map(
    attributes.map((one): [string, string] => {
      const [name = '', value = ''] = one.split('=')
      return [name.toLowerCase(), value]
    }),
  )
  const [age, expires] = [said.get('max-age'), said.get('expires')]
  const seconds = age !== undefined ? Number(age) : expires ? (Date.parse(expires) - now.getTime()) / 1000 : undefined
  return {
    name: pair.split('=')[0] ?? '',
    days: seconds === undefined ? null : seconds / 86_400,
    where,
    httpOnly: said.has('httponly'),
    sameSite: said.get('samesite') ?? '',
    gone: seconds !== undefined && seconds <= 0,
  }
}

const tag = /<(?:img|script|link|source|iframe|video|audio|object|embed|use|form|input|button|a|meta)\b[^>]*>/g
const address = /\s(?:src|href|action|formaction|poster|data|ping|content)="([^"]*)"/g
const sets = /\s(?:srcset|imagesrcset)="([^"]*)"/g
/** Where a link leads one goes by oneself; everything else a browser fetches without being asked. */
const isLink = (element: string) => /^<a\b/.test(element) || /\srel="(?:canonical|alternate|me|license)"/.test(element)
const isRefresh = (element: string) => /http-equiv="refresh"/i.test(element)

const hostOf = (url: string): string | undefined => {
  const whole = url.replaceAll('&amp;', '&').replace(/^\/\//, 'https://')
  return /^(?:https?|wss?):/.test(whole) && URL.canParse(whole) ? new URL(whole).host : undefined
}

/** The hosts that a text in CSS or HTML makes a browser speak to. */
export function hostsIn(text: string, type: string): string[] {
  const found = [...text.matchAll(/(?:@import\s+(?:url\(\s*)?|url\(\s*)['"]?([^'")\s;]+)/g)].map(([, url = '']) => url)
  if (/html/.test(type))
    for (const [element] of text.matchAll(tag)) {
      if (/\sping="/.test(element)) found.push(...[...element.matchAll(/\sping="([^"]*)"/g)].map(([, url = '']) => url))
      if (isLink(element) || (/^<meta/.test(element) && !isRefresh(element))) continue
      found.push(...[...element.matchAll(address)].map(([, url = '']) => url.replace(/^\d+;\s*url=/i, '')))
      for (const [, list = ''] of element.matchAll(sets))
        found.push(...list.split(',').map((one) => one.trim().split(/\s/)[0] ?? ''))
    }
  if (/javascript/.test(type))
    found.push(...[...text.matchAll(/["'`]((?:https?|wss?):\/\/[^"'`\s]+)/g)].map(([, url = '']) => url))
  return found.flatMap((url) => hostOf(url) ?? [])
}

/** The hosts that the policy of an answer lets a page speak to. */
export const hostsOfPolicy = (policy: string): string[] =>
  policy
    .split(';')
    .flatMap((directive) => directive.trim().split(/\s+/).slice(1))
    .filter((source) => !source.startsWith("'") && !/^(?:data|blob):$/.test(source))
    .map((source) => hostOf(source) ?? source)

/** Names in namespaces and addresses in licences are spoken to by nobody. */
const unspoken = new Set(['www.w3.org', 'leafletjs.com'])

/** What one answer shows. */
export function seenIn(answer: Answer, where: string, signedIn: boolean, own: string, now: Date): Seen {
  const lines = answer.headers.getSetCookie()
  const type = answer.headers.get('content-type') ?? ''
  const hosts = [
    ...hostsIn(answer.body, type),
    ...hostsOfPolicy(answer.headers.get('content-security-policy') ?? ''),
    ...(answer.headers.get('link') ?? '').split(',').flatMap((one) => hostOf(/<([^>]+)>/.exec(one)?.[1] ?? '') ?? []),
  ]
  return {
    cookies: lines.map((line) => cookieOf(line, where, now)),
    hosts: hosts.filter((host) => host !== own && !unspoken.has(host)).map((host) => ({ host, where })),
    storage: [],
    // Stylesheets and scripts are the same for all, whoever asks.
    caches: /html|json|xml|calendar|csv/.test(type)
      ? [{ where, header: answer.headers.get('cache-control') ?? '', signedIn, setsCookie: lines.length > 0 }]
      : [],
  }
}

export const together = (all: readonly Seen[]): Seen => ({
  cookies: all.flatMap((one) => one.cookies),
  hosts: all.flatMap((one) => one.hosts),
  storage: all.flatMap((one) => one.storage),
  caches: all.flatMap((one) => one.caches),
})

const once = (differences: Difference[]): Difference[] => [
  ...new Map(differences.map((one) => [`${one.what} ${one.found}`, one])).values(),
]

/** What may be met on a site, by who said yes to what these companies load. */
type Of = { features: readonly string[]; languages: readonly string[] }
export type Allowed = { site?: Of; loaded?: readonly InBrowser[] }
const plain: Of = { features: [], languages: ['nl', 'fr', 'en'] }
const fits = (pattern: string, name: string) =>
  name.startsWith(pattern.replace(/\*$/, '')) && (pattern.endsWith('*') || name === pattern)

/** Cookies against the register: none that it does not name, each for as long as it says and closed to scripts. `whole`: the visit did
 *  everything that sets one, so that each of the register must have been met. */
export function cookieCheck({ cookies: seen }: Seen, whole: boolean, { site = plain, loaded = [] }: Allowed = {}): Check {
  const own = cookiesOf(site)
  const ofOthers = loaded.flatMap((one) => one.cookies)
  const differences = seen.flatMap(({ name: met, days, where, httpOnly, sameSite, gone }): Difference[] => {
    if (gone) return []
    const name = own.find((one) => one === met)
    if (!name) {
      const stated = ofOthers.filter((one) => fits(one.name, met))
      if (stated.length === 0) return [{ what: `cookie ${met} at ${where}`, stated: 'no such cookie', found: life(days) }]
      const longer = stated.every((one) => (days ?? 0) > (one.days ?? 0) + 0.05)
      return longer ? [{ what: `life of cookie ${met}`, stated: life(stated[0]?.days ?? null), found: life(days) }] : []
    }
    const stated = cookies[name].days
    // A browser counts from when it got it.
    const same = stated === null || days === null ? stated === days : Math.abs(stated - days) < 0.05
    return [
      ...(same ? [] : [{ what: `life of cookie ${name}`, stated: life(stated), found: life(days) }]),
      ...(httpOnly && /^lax$|^strict$/i.test(sameSite)
        ? []
        : [{ what: `cookie ${name}`, stated: 'HttpOnly, SameSite', found: 'open to scripts or other sites' }]),
    ]
  })
  const met = new Set(seen.map(({ name }) => name))
  const unmet = whole
    ? apart(
        (name) => `cookie ${name}`,
        own,
        own.filter((name) => met.has(name)),
      )
    : []
  return {
    about: 'cookies',
    compared: new Set([...met, ...own]).size,
    differences: once([...differences, ...unmet]),
  }
}

/** What lies in a browser beside cookies: our own, and what scripts of those it loads may leave there. */
export const storageCheck = ({ storage }: Seen, { loaded = [] }: Allowed = {}): Check => ({
  about: 'storage',
  compared: storage.length + Object.keys(storageKeys).length,
  differences: once(
    storage
      .filter(({ key }) => !(key in storageKeys) && !loaded.flatMap(storedFor).some((one) => fits(one, key)))
      .map(({ key, where }) => ({ what: `${key} at ${where}`, stated: 'nothing', found: 'kept in the browser' })),
  ),
})

/** Hosts that pages speak to: none but our own and those in `allowed`. */
export const hostCheck = ({ hosts }: Seen, allowed: ReadonlySet<string> = new Set()): Check => ({
  about: 'hosts',
  compared: new Set(hosts.map(({ host }) => host)).size + 1,
  differences: once(
    hosts
      .filter(({ host }) => !allowed.has(host))
      .map(({ host, where }) => ({ what: `${host} at ${where}`, stated: 'no host but our own', found: 'spoken to' })),
  ),
})

/** Answers for one person that others may keep, and those for all that carry a cookie. */
export const cacheCheck = ({ caches }: Seen): Check => ({
  about: 'caches',
  compared: caches.length,
  differences: once(
    caches.flatMap(({ where, header, signedIn, setsCookie }) => {
      const shared = /\bpublic\b|s-maxage/.test(header) || header === ''
      if (shared && signedIn) return [{ what: where, stated: 'private', found: header || 'no word of keeping' }]
      return shared && setsCookie ? [{ what: where, stated: 'no cookie in an answer for all', found: header }] : []
    }),
  ),
})
