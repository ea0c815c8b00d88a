import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Layout, LinkButton, type NavItem, Notice } from '../../ui'
import type { Errors } from '../forms'
import { assetsOf } from './assets'
import type { Env } from './env'
import type { Refusal } from './refusal'
import { words } from './words'

export type Page = {
  title: string
  description?: string
  /** Something typed was refused. The status is then 422. */
  errors?: Errors
  status?: 200 | 403 | 404 | 410 | 413 | 415 | 422 | 429 | 500 | 503
  /** Islands by their source name: "islands/photos.ts". */
  islands?: readonly string[]
  /** Not for search engines: pages of one person. */
  noindex?: boolean
  /** The one address of what this page shows, as a path with its query: where several addresses show the same. */
  canonical?: string
  /** The same for everybody who is not signed in, whose browser may keep it for this many seconds; 0: it asks again each time. */
  sharedFor?: number
  /** A page of the desk: its name, with its own menu in place of the site's. */
  desk?: string
  nav?: readonly NavItem[]
  head?: Child
}

const asset = assetsOf('dist/public')

/** This page's path in another language. */
const inLanguage = (c: Context<Env>, language: string): string => {
  const url = new URL(c.req.url)
  return url.pathname.replace(/^\/(nl|fr|en)(?=\/|$)/, `/${language}`) + url.search
}

/** Answers with a whole page in the look of the site. */
export async function page(c: Context<Env>, about: Page, body: Child): Promise<Response> {
  const { p, language, viewer } = c.var
  const text = words(language)
  const path = new URL(c.req.url).pathname
  const here = (href: string) => path === href || path.startsWith(`${href}/`)
  const main: NavItem[] = p.features
    .flatMap((feature) => feature.menu?.(language) ?? [])
    .map(({ label, href, count }) => ({ text: label, href, count, current: here(href) }))
  const own: NavItem[] = []
  if (viewer) {
    for (const entry of p.features.flatMap((feature) => feature.accountMenu ?? [])) {
      const item = await entry(p, p.db, viewer, language)
      if (item) own.push({ text: item.label, href: item.href, count: item.count, current: here(item.href) })
    }
    if (viewer.role) own.push({ text: text.desk, href: `/${language}/desk`, current: here(`/${language}/desk`) })
  }
  const offersAccounts = p.features.some((feature) => feature.name === 'accounts')
  if (!viewer && offersAccounts)
    own.push({ text: text.signIn, href: `/${language}/sign-in`, current: here(`/${language}/sign-in`) })
  const status = about.status ?? (about.errors && about.errors.length > 0 ? 422 : 200)
  if (about.sharedFor !== undefined && status === 200) {
    // Whoever signs in after having seen the page is not shown it as a stranger.
    c.header('vary', 'Cookie')
    if (!viewer) {
      c.header('cache-control', about.sharedFor > 0 ? `public, max-age=${about.sharedFor}` : 'public, no-cache')
      c.set('forAll', true)
    }
  }
  const canonical = `${p.config.publicUrl}${about.canonical ?? path}`
  return c.html(
    <Layout
      lang={language}
      site={{ name: p.site.name, home: `/${language}` }}
      title={about.title}
      errors={status === 422}
      description={about.description}
      canonical={about.noindex ? undefined : canonical}
      alternates={
        about.noindex ? [] : p.site.languages.map((lang) => ({ lang, href: `${p.config.publicUrl}${inLanguage(c, lang)}` }))
      }
      noindex={about.noindex}
      stylesheets={[asset('src/ui/site.css')]}
      scripts={about.islands?.map(asset)}
      nav={about.nav ?? main}
      account={own}
      signOut={viewer ? { action: `/${language}/sign-out`, text: text.signOut } : undefined}
      languages={p.site.languages.map((lang) => ({ lang, href: inLanguage(c, lang) }))}
      desk={about.desk}
      head={about.head}
      footer={[
        {
          title: p.site.name,
          links: [
            { href: `/${language}/privacy`, text: text.privacy },
            { href: `/${language}/accessibility`, text: text.accessibility },
            { href: `/${language}/sources`, text: text.attribution },
          ],
        },
      ]}
    >
      {body}
    </Layout>,
    status,
  )
}

/** The page of a refusal, or of a bug when there is none. */
export function refusalPage(c: Context<Env>, refusal: Refusal | undefined, reference?: string): Promise<Response> {
  const text = words(c.var.language)
  const status = refusal?.status ?? 500
  const { title, text: why } = text.refused[status]
  if (refusal?.retryAfter) c.header('retry-after', String(refusal.retryAfter))
  c.header('cache-control', 'private, no-store')
  // RFC 9457.
  if (c.req.path.startsWith('/api/'))
    return Promise.resolve(
      c.json({ type: 'about:blank', title, status, detail: why }, status, { 'content-type': 'application/problem+json' }),
    )
  return page(
    c,
    { title, status, noindex: true },
    <>
      <h1>{title}</h1>
      <p>{why}</p>
      {refusal?.retryAfter && <p>{text.again(Math.ceil(refusal.retryAfter / 60))}</p>}
      {reference && (
        <Notice tone="info">
          <p>{text.reference(reference)}</p>
        </Notice>
      )}
      <p>
        <LinkButton href={`/${c.var.language}`}>{text.toHome}</LinkButton>
      </p>
    </>,
  )
}
