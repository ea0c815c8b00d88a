// Sweeps over who may do what: each asks every route and answers what it finds wrong. For tests.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import type { Env } from '../../platform/http'
import type { Answer } from './index'
import { isOfDesk, pathTo, type Route, type Who, type World } from './world'

const isRefusal = ({ status, location }: Answer): boolean =>
  status === 404 || status === 403 || (status === 303 && /^\/..\/(?:sign-in|desk\/second-factor)(?:\?|$)/.test(location ?? ''))

/** Routes that answer a stranger, though no list says that they may. */
export async function openToStrangers(
  world: World,
  app: Hono<Env>,
  routes: readonly Route[],
  open: readonly string[],
): Promise<string[]> {
  const faults: string[] = []
  for (const route of routes.filter(({ name }) => !open.includes(name))) {
    const answer = await world.as('nobody', app).send(pathTo(route, world.examples), { method: route.method })
    if (!isRefusal(answer)) faults.push(`${route.name} answers a stranger with ${answer.status}`)
  }
  return faults
}

const foreign: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': '', origin: 'https://example.com' },
  { 'sec-fetch-site': '', origin: 'null' },
  { 'sec-fetch-site': '' },
]

/** Acts that another site's page can send in the visitor's name. */
export async function openToOtherSites(
  world: World,
  app: Hono<Env>,
  routes: readonly Route[],
  open: readonly string[],
): Promise<string[]> {
  const faults: string[] = []
  for (const route of routes.filter(({ method, name }) => method !== 'GET' && !open.includes(name)))
    for (const headers of foreign) {
      const visitor = world.as(isOfDesk(route) ? 'staff' : 'bart', app)
      const { status } = await visitor.send(pathTo(route, world.examples), { method: route.method, headers })
      if (status !== 403) faults.push(`${route.name} answers ${JSON.stringify(headers)} with ${status}`)
    }
  return faults
}

const strangersOf = (examples: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(examples).map(([name, example]) => {
      if (name === ':id/:step' || name === ':path/:file') return [name, example]
      if (/^[0-9a-f-]{36}$/.test(example)) return [name, randomUUID()]
      if (/^[0-9a-f]{32}$/.test(example)) return [name, randomBytes(16).toString('hex')]
      return [name, 'z'.repeat(example.length || 12)]
    }),
  )

/** What is another person's, or nobody's, that is answered all the same. `shared`: routes whose parameter names something that is for all. */
export async function openToOthers(
  world: World,
  app: Hono<Env>,
  routes: readonly Route[],
  shared: readonly string[],
): Promise<string[]> {
  const faults: string[] = []
  for (const route of routes.filter(({ path }) => /\/:(?!language)/.test(path))) {
    const ask = async (who: Who, values: Record<string, string>) =>
      (await world.as(who, app).send(pathTo(route, values), { method: route.method })).status
    const ofNobody = await ask(isOfDesk(route) ? 'staff' : 'bart', strangersOf(world.examples))
    if (![403, 404, 410].includes(ofNobody)) faults.push(`${route.name} answers an unknown id with ${ofNobody}`)
    if (shared.includes(route.name)) continue
    const ofAnother = await ask('carla', world.examples)
    if (![403, 404, 410].includes(ofAnother)) faults.push(`${route.name} answers another person with ${ofAnother}`)
  }
  return faults
}
