import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from './env'

/** The pattern of the route that answered a request, without the shapes of its parameters: several may fit an address, and leave it to the next. Of a
 *  page from memory that which made it; of what was answered before it came to a route, the last that fits. Undefined when there is none. */
export function patternOf(c: Context<Env>): string | undefined {
  if (c.var.keptRoute !== undefined) return c.var.keptRoute
  const fits = matchedRoutes(c)
  const isRoute = ({ method, path }: { method: string; path: string }) => method !== 'ALL' && !path.includes('*')
  const answered = fits[c.req.routeIndex]
  const route = answered && isRoute(answered) ? answered : fits.findLast(isRoute)
  return route?.path.replace(/\{(?:[^{}]|\{[^}]*\})*\}/g, '')
}
