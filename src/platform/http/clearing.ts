import type { MiddlewareHandler } from 'hono'
import { isStated, mayFor } from './choices'
import { isSecure } from './cookies'
import type { Env } from './env'

/** RFC 6265 §4.1.1. */
const isName = (name: string) => /^[\w!#$%&'*+\-.^`|~]{1,200}$/.test(name)
/** Nobody has more; who makes them up gets no longer an answer for it. */
const most = 40

/** The host of a site and the domains above it: a script may have set its cookie on any of them. */
function domainsOf(publicUrl: string): string[] {
  const parts = new URL(publicUrl).hostname.split('.')
  if (parts.length < 2 || /^[\d.]+$|:/.test(parts.join('.'))) return []
  return parts.slice(0, -1).map((_, at) => parts.slice(at).join('.'))
}

/** Clears what a browser sends that is not stated: cookies of an earlier release or of another program (K21), and those of what the visitor does not
 *  say yes to, or no more (K26). */
export const clearsCookies: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const header = c.req.header('cookie')
  if (!header) return
  const names = new Set(header.split(';').map((pair) => pair.split('=')[0]?.trim() ?? ''))
  const strange = [...names].filter((name) => isName(name) && !isStated(c.var.p.site, name, (purpose) => mayFor(c, purpose)))
  if (strange.length === 0) return
  const end = `; Max-Age=0; Path=/${isSecure(c) ? '; Secure' : ''}`
  for (const name of strange.slice(0, most))
    for (const domain of ['', ...domainsOf(c.var.p.config.publicUrl).map((one) => `; Domain=${one}`)])
      c.header('set-cookie', `${name}=${end}${domain}`, { append: true })
  c.header('cache-control', 'private, no-store')
}
