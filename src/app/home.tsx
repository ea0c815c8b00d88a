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
    // No script: the search field suggests places on the page that it leads to.
    { title: p.site.name, description: tagline, sharedFor: 60 },
    <>
      {parts.some(Boolean) ? null : <h1>{tagline}</h1>}
      {parts}
    </>,
  )
}
