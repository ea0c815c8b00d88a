import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Document } from '../../ui'
import { outwardPage } from './address'
import { assetsOf } from './assets'
import { brandPaths } from './brand'
import type { Env } from './env'
import { policyWith } from './guard'

const asset = assetsOf('dist/public')

/** Answers with a page that stands in a frame of another of ours, and in nobody else's: without header and foot, and every link of it leads out of the frame. */
export async function framedPage(
  c: Context<Env>,
  about: { title: string; islands: readonly string[]; look: string },
  body: Child,
): Promise<Response> {
  const { p, language } = c.var
  const brand = brandPaths(p.site)
  c.header('content-security-policy', policyWith([], "'self'"))
  const made = (
    <Document
      lang={language}
      site={{ name: p.site.name, logo: brand.logo }}
      title={about.title}
      noindex
      stylesheets={[asset('src/ui/site.css'), ...(brand.sheet ? [brand.sheet] : [])]}
      scripts={about.islands.map(asset)}
      head={<base target="_top" />}
      look={about.look}
    >
      {body}
    </Document>
  )
  return c.html(outwardPage(p.site, String(await made.toString())))
}
