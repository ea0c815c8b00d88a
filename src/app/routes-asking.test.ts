// The pages by which a site asks consent, swept as all others are: they are only on a site that asks.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askingSite } from '../features/consent/testing'
import type { TestSite } from './testing'
import { actsThatBreak, addressesThatBreak } from './testing/sweep-input'
import { allPages, faultsOfPages, type Seen } from './testing/sweep-pages'
import { openToOtherSites } from './testing/sweeps'
import { makeWorld, type Route, routesOf, type World } from './testing/world'

let site: TestSite
let world: World
let choices: Route[]
let seen: Seen[]
beforeAll(async () => {
  site = await askingSite()
  world = await makeWorld(site)
  choices = routesOf(site.app).filter(({ name }) => / \/choices(?:\/|$)/.test(name))
  seen = await allPages(world, site.app, choices)
}, 120_000)
afterAll(() => world?.close())

test('G6: the page of choices is whole in each language, and holds whatever is asked of it or sent to it', async () => {
  expect(choices.map(({ name }) => name)).toEqual(expect.arrayContaining(['GET /choices', 'POST /choices']))
  expect(seen.length).toBe(6)
  expect(faultsOfPages(seen)).toEqual([])
  expect(await openToOtherSites(world, site.app, choices, [])).toEqual([])
  expect(await addressesThatBreak(world, site.app, choices, seen)).toEqual([])
  expect(await actsThatBreak(world, choices, seen, () => site.visitor('192.0.2.61'), 8)).toEqual([])
}, 120_000)
