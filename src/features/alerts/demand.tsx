import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { countIn, money } from '../../std/written'
import { foundAmong } from '../search'
import { aroundsOf } from './around'
import { someAround, whereabouts } from './queries'
import { keptSearch, opened } from './saved'
import { words } from './words'

/** What somebody would pay a month for a room that is else what they look for, in cents. */
export type Wish = { person: string; min: number; max: number }

/** Rounded to tens, and never under ten: a number that points at nobody, and that one more or less does not change. */
export const roughly = (people: number): number | undefined => (people < 10 ? undefined : Math.round(people / 10) * 10)

const euro = 100
/** Prices are looked at in whole tens of euros, so that none of them is what one person chose, and no lower than this part of the price. */
const step = 10 * euro
const lowest = 0.8

/** How many people would take it at this price; and the lower one at which the most come in at once, with how many more there would be then.
 *  Nothing of it is under ten. `scale`: each wish stands for so many. */
export function demandAt(total: number, wishes: readonly Wish[], scale = 1) {
  const atPrice = (price: number) =>
    new Set(wishes.filter(({ min, max }) => min <= price && price <= max).map(({ person }) => person))
  const now = atPrice(total)
  const more = (price: number) => [...atPrice(price)].filter((person) => !now.has(person)).length
  const prices: { price: number; more: number; gain: number }[] = []
  for (let price = Math.ceil(total / step) * step - step; price >= total * lowest; price -= step) {
    const found = more(price)
    prices.push({ price, more: found, gain: found - (prices.at(-1)?.more ?? 0) })
  }
  const best = prices
    .filter(({ more, gain }) => more >= 10 && gain >= 10)
    .reduce<(typeof prices)[number] | undefined>((best, one) => (best && best.gain >= one.gain ? best : one), undefined)
  const told = (people: number) => (people < 10 ? undefined : roughly(people * scale))
  return { fits: told(now.size), better: best && { price: best.price, more: told(best.more) ?? 10 } }
}

/** More searches than this are not opened for one page: so many, taken at random, stand for all. */
const mostOpened = 2000

/** What the people look for whose searches are about where an advert is. The criteria lie sealed under the keys of each, so they are opened, for this
 *  purpose of their own, and only those around: nothing of them is written down or leaves but the two numbers. Alike searches are asked once, without
 *  their price. */
async function wishesFor(p: Platform, db: Db, listing: string) {
  const now = p.clock.now()
  const [advert] = await whereabouts(db, now, [listing])
  if (!advert) return undefined
  const around = [...new Set(aroundsOf(advert))].map((one) => p.vault.index('saved_searches.around_key', one))
  const { rows, all } = await someAround(db, around, mostOpened)
  const searches = (await opened(p, db, rows, 'demand')).map(({ text, person_id }) => {
    const { search, query } = keptSearch(text, 'nl')
    const { query: priceless } = keptSearch(withoutPrice(query), 'nl')
    return { priceless, wish: { person: person_id, min: search.min ?? 0, max: search.max ?? Number.MAX_SAFE_INTEGER } }
  })
  const wishes: Wish[] = []
  let total = 0
  for (const [priceless, same] of Map.groupBy(searches, (one) => one.priceless)) {
    const [found] = await foundAmong(db, now, keptSearch(priceless, 'nl').search, [listing])
    if (!found) continue
    total = found.total
    wishes.push(...same.map(({ wish }) => wish))
  }
  return { wishes, total, scale: rows.length === 0 ? 1 : all / rows.length }
}

function withoutPrice(query: string): string {
  const rest = new URLSearchParams(query)
  rest.delete('min')
  rest.delete('max')
  return rest.toString()
}

/** How many people an advert is something for, and how many more it would be for less, on the page with its figures. */
export async function demand(c: Context<Env>, listing: string): Promise<Child> {
  const { p, language } = c.var
  const asked = await wishesFor(p, p.db, listing)
  if (!asked) return null
  const { fits, better } = demandAt(asked.total, asked.wishes, asked.scale)
  const text = words(language).demand
  const said = [
    fits !== undefined && text.fits(countIn(fits, language)),
    better && text.more(countIn(better.more, language), money(better.price, language), fits !== undefined),
  ].filter(Boolean)
  return said.length === 0 ? null : (
    <>
      <p class="lead">{said.join(' ')}</p>
      <p class="soft small">{text.how}</p>
    </>
  )
}
