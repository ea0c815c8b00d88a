import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../../../platform/http'
import { advertiserOf, countUnwarned } from './queries'
import { words } from './words'

/** How many seekers hear of it when an advert is taken away as a swindle: a number, and no names. */
export async function whoIsWarned(c: Context<Env>, { target, id }: { target: string; id: string }): Promise<Child> {
  const { p, language } = c.var
  const advertiser = target === 'listing' ? await advertiserOf(p.db, id) : undefined
  if (!advertiser) return null
  return <p class="soft">{words(language).staff(await countUnwarned(p.db, advertiser))}</p>
}
