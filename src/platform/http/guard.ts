import type { Context, MiddlewareHandler } from 'hono'
import type { InBrowser } from '../site'
import { pathOf } from './address'
import type { Env } from './env'
import { forbidden } from './refusal'

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request comes from a page of ours. Browsers say where it comes from in Sec-Fetch-Site (W3C Fetch Metadata) or in Origin; one that says neither is
 *  not ours. */
export function isFromHere(c: Context<Env>): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const own = new URL(c.req.url).host
  return site ? site === 'same-origin' : origin !== undefined && URL.canParse(origin) && new URL(origin).host === own
}

/** Refuses an act that another site's page sends in the visitor's name. `open` lists the paths that others may post to, as features write them. */
export const sameOrigin =
  (open: readonly RegExp[] = []): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (reads.has(c.req.method) || open.some((path) => path.test(pathOf(c)))) return next()
    if (!isFromHere(c)) throw forbidden()
    return next()
  }

const originsOf = (urls: readonly string[]) =>
  [...new Set(urls.map((url) => new URL(url).origin))].map((one) => ` ${one}`).join('')

/** Nothing but our own, and what the visitor said yes to: no inline script, no other host. What draws on the page brings styles in it. `framedBy`: who may show the
 *  page in a frame; nobody, unless it is made for one of ours. */
export const policyWith = (loaded: readonly InBrowser[], framedBy: "'none'" | "'self'" = "'none'"): string => {
  const [scripts, pixels, hosts, draws] = [
    loaded.flatMap((one) => one.scripts),
    loaded.flatMap((one) => one.pixels),
    loaded.flatMap((one) => one.hosts),
    loaded.flatMap((one) => one.draws ?? []),
  ]
  return [
    "default-src 'none'",
    `script-src 'self'${originsOf(scripts)}`,
    `style-src 'self'${draws.length > 0 ? " 'unsafe-inline'" : ''}${originsOf(draws)}`,
    `img-src 'self' data:${originsOf([...pixels, ...hosts])}`,
    `font-src 'self'${originsOf(draws)}`,
    ...(draws.length > 0 ? [`media-src${originsOf(draws)}`, 'worker-src blob:'] : []),
    "frame-src 'self'",
    `connect-src 'self'${originsOf(hosts)}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')
}
const policy = policyWith([])

/** Headers of every answer. What is not said to be shared is for this visitor alone and is not kept. */
export const safeHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const headers = c.res.headers
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
  if (c.var.p.config.publicUrl.startsWith('https:'))
    headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
}

/** The visitor's network address: of the connection, or of the reverse proxy's word when the operator trusts it. Used for limits (as a
 *  keyed hash), for the last sign-in (sealed), and to look up a country that is counted; never written anywhere else. */
export function addressOf(c: Parameters<MiddlewareHandler<Env>>[0]): string {
  const forwarded = c.var.p.config.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? c.env?.incoming?.socket?.remoteAddress ?? '127.0.0.1'
}

/** The network of an address: IPv6 visitors have a /64 to themselves. */
export const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
