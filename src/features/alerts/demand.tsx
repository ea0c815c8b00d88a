import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../../platform/http'
import { countIn } from '../../std/written'
import { countWaiting } from './queries'
import { words } from './words'

/** Rounded to tens, and never under ten: a number that points at nobody, and that one more or less does not change. */
export const roughly = (people: number): number | undefined => (people < 10 ? undefined : Math.round(people / 10) * 10)

/** How many people an advert is something for, on the page with its figures. */
export async function demand(c: Context<Env>, listing: string): Promise<Child> {
  const { p, language } = c.var
  const about = roughly(await countWaiting(p.db, listing))
  return about === undefined ? null : <p class="lead">{words(language).demand(countIn(about, language))}</p>
}
