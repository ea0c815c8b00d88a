import type { Context } from 'hono'
import { addressOf, type Env, pathOf, patternOf, saysNo } from '../../platform/http'
import type { Counted } from '../../register'
import { deviceOf } from '../../std/browser'
import { placeById } from '../places'
import { all, goals, isCountable, none, other, pages } from './counted'
import type { CountryAt } from './countries'

type Count = readonly [kind: Counted, value: string]

/** Who is not counted: whoever says so by browser (Global Privacy Control, Do Not Track) or said no to measuring; staff, who know what they look at;
 *  whoever has their data restricted; robots, the audit, and a browser that fetches what nobody asked to see yet. */
function isLeftOut(c: Context<Env>): boolean {
  const { viewer, answers, ownVisit } = c.var
  const header = (name: string) => c.req.header(name) ?? ''
  return (
    saysNo(c) ||
    header('dnt') === '1' ||
    answers.get('statistics') === false ||
    ownVisit === true ||
    Boolean(viewer?.role) ||
    viewer?.restricted === true ||
    c.env?.answers !== undefined ||
    /prefetch/.test(header('sec-purpose')) ||
    deviceOf(header('user-agent')) === undefined
  )
}

/** The pattern under the language, of a page of ours: `/rooms/:publicId`. */
function routeOf(c: Context<Env>): string | undefined {
  const pattern = patternOf(c)?.replace(/^\/:language/, '')
  return pattern === '' ? '/' : pattern
}

/** The site that a link led from, at most three names of it: more of them may be made for one reader. Undefined from one of our own pages. */
function sourceOf(c: Context<Env>): string | undefined {
  if (c.req.header('sec-fetch-site') === 'same-origin') return undefined
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return none
  const { host, hostname } = new URL(referer)
  if (host === new URL(c.req.url).host || host === new URL(c.var.p.config.publicUrl).host) return undefined
  const name = hostname
    .replace(/^www\./, '')
    .split('.')
    .slice(-3)
    .join('.')
  return isCountable.source(name) ? name : other
}

const goalAt = (route: string) => Object.entries(goals).find(([, { at }]) => at === route)?.[0]

/** What of an answer is counted: nothing of who asked, and only what is declared. Empty for what does not count. The address that asked is looked up here, and goes no further. */
export function countsOf(c: Context<Env>, countryAt: CountryAt | undefined): Count[] {
  const { method } = c.req
  const { status, headers } = c.res
  if (method !== 'GET' && method !== 'POST') return []
  const route = routeOf(c)
  if (route === undefined || isLeftOut(c)) return []
  if (method === 'POST') {
    const goal = goalAt(route)
    const isDone = status === 303 && !/\/sign-in(?:[/?]|$)/.test(headers.get('location') ?? '')
    return goal && isDone ? [['goal', goal]] : []
  }
  const page = pages[route]
  if (!page || (status !== 200 && status !== 304)) return []
  const [source, device] = [sourceOf(c), deviceOf(c.req.header('user-agent') ?? '')]
  const place = route === '/rooms' ? placeById(c.req.query('where') ?? '') : undefined
  const counts: Count[] = [
    ['views', all],
    ['page', page.byPath ? pathOf(c).slice(3) : route],
    ...(countryAt ? [['country', countryAt(addressOf(c)) ?? none] as const] : []),
    ['language', c.var.language],
    ...(source ? [['source', source] as const] : []),
    ...(device ? [['device', device] as const] : []),
    ...(place ? [['place', place.id] as const] : []),
  ]
  return counts.filter(([kind, value]) => isCountable[kind](value))
}
