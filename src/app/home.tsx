import type { Context } from 'hono'
import type { Env } from '../platform/http'
import { page } from '../platform/http/page'

/** The first page of the site: its features put their parts on it, in their order. */
export async function home(c: Context<Env>): Promise<Response> {
  const { p, language } = c.var
  const parts = await Promise.all(p.features.map((feature) => feature.home?.(c)))
  const tagline = p.site.tagline[language] ?? p.site.name
  return page(
    c,
    {
      title: p.site.name,
      description: tagline,
      sharedFor: 60,
      islands: p.features.some(({ name }) => name === 'search') ? ['islands/search.ts'] : [],
    },
    <>
      {parts.some(Boolean) ? null : <h1>{tagline}</h1>}
      {parts}
    </>,
  )
}
