import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Language, locales } from '../../std/words'
import { ButtonRow, Layout, LinkButton, type NavItem, Notice, Refusal as Refused, Tabs } from '../../ui'
import type { Errors } from '../forms'
import type { InBrowser } from '../site'
import { outwardPage, pathOf, urlOf } from './address'
import { assetsOf } from './assets'
import { brandPaths } from './brand'
import type { Env } from './env'
import { policyWith } from './guard'
import type { Refusal } from './refusal'
import { words } from './words'

export type Page = {
  title: string
  description?: string
  /** Something typed was refused. The status is then 422. */
  errors?: Errors
  status?: 200 | 403 | 404 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503
  /** Islands by their source name: "islands/photos.ts". */
  islands?: readonly string[]
  /** Not for search engines: pages of one person. */
  noindex?: boolean
  /** The one address of what this page shows, as a path with its query: where several addresses show the same. */
  canonical?: string
  /** Its path in each language that it is in, itself included, where those are not the same but for the language. */
  translations?: Partial<Record<Language, string>>
  /** The same for everybody who is not signed in, whose browser may keep it for this many seconds; 0: it asks again each time. */
  sharedFor?: number
  /** A page of the desk: its name, with its own menu in place of the site's. */
  desk?: string
  nav?: readonly NavItem[]
  head?: Child
  /** As wide as a list with its map beside it. */
  wide?: boolean
  /** The picture that a link to this page is shown with elsewhere: a path of ours, 1200 × 630. */
  picture?: string
  /** What this page alone loads of others, for a visitor who said yes to that. */
  loads?: readonly InBrowser[]
  /** What the page is about for search engines, as schema.org writes it. */
  about?: object
}

const asset = assetsOf('dist/public')

const prefix = /^\/(?:nl|fr|en)(?=\/|$)/
/** A path of ours in another language: of what has none, the home page. An address that is not there may be any, also "//elsewhere". */
const inLanguage = (path: string, language: string): string =>
  prefix.test(path) ? path.replace(prefix, `/${language}`) : `/${language}`

/** The same page in each language, and the one for who has none of them. */
function alternatesOf(c: Context<Env>, about: Page): { lang: Language | 'x-default'; href: string }[] {
  const { p } = c.var
  const here = about.canonical ?? pathOf(c)
  const each = p.site.languages.flatMap((lang) => {
    const path = about.translations ? about.translations[lang] : inLanguage(here, lang)
    return path === undefined ? [] : [{ lang, href: p.config.publicUrl + path }]
  })
  const [first] = each
  return first && each.length > 1 ? [...each, { lang: 'x-default', href: first.href }] : []
}

/** How a link to the page is shown elsewhere, and what search engines are told of it. A block of data is no script: nothing of it runs. */
function Shared({ c, about, canonical }: { c: Context<Env>; about: Page; canonical: string }) {
  const { p, language } = c.var
  return (
    <>
      <meta property="og:site_name" content={p.site.name} />
      <meta property="og:type" content={about.about && 'datePublished' in about.about ? 'article' : 'website'} />
      <meta property="og:title" content={about.title} />
      {about.description && <meta property="og:description" content={about.description} />}
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={locales[language].replace('-', '_')} />
      {about.picture && (
        <>
          <meta property="og:image" content={p.config.publicUrl + about.picture} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {about.about && <script type="application/ld+json">{raw(JSON.stringify(about.about).replaceAll('<', '\\u003c'))}</script>}
    </>
  )
}

/** Answers with a whole page in the look of the site. */
export async function page(c: Context<Env>, about: Page, body: Child): Promise<Response> {
  const { p, language, viewer } = c.var
  const text = words(language)
  const path = pathOf(c)
  const here = (href: string) => path === href || path.startsWith(`${href}/`)
  const main: NavItem[] = p.features
    .flatMap((feature) => feature.menu?.(language) ?? [])
    .sort((a, b) => Number(b.first ?? false) - Number(a.first ?? false))
    .map(({ label, href, count }) => ({ text: label, href, count, current: here(href) }))
  // What failed once may fail here too: the page of an error asks the database nothing.
  const asks = (about.status ?? 200) < 500
  const foot: NavItem[] = []
  for (const feature of asks && !about.desk ? p.features : []) {
    const found = await feature.lookedUp?.(p, p.db, language)
    main.push(...(found?.menu ?? []).map(({ label, href }) => ({ text: label, href, current: here(href) })))
    foot.push(...(found?.foot ?? []).map(({ label, href }) => ({ text: label, href })))
  }
  const own: NavItem[] = []
  const kept: NavItem[] = viewer
    ? p.features
        .flatMap((feature) => feature.keptMenu?.(language) ?? [])
        .map(({ label, href }) => ({ text: label, href, current: here(href) }))
    : []
  if (viewer && asks) {
    for (const entry of p.features.flatMap((feature) => feature.accountMenu ?? [])) {
      const item = await entry(p, p.db, viewer, language)
      if (item) own.push({ text: item.label, href: item.href, count: item.count, current: here(item.href) })
    }
    const [first] = kept
    if (first) own.push({ text: first.text, href: first.href, current: kept.some(({ current }) => current) })
    if (viewer.role) own.push({ text: text.desk, href: `/${language}/desk`, current: here(`/${language}/desk`) })
  }
  // Where nobody registers, only staff signs in: the way is at the foot of the page.
  const offersAccounts = p.features.some((feature) => feature.name === 'registration')
  if (!viewer && offersAccounts)
    own.push({ text: text.signIn, href: `/${language}/sign-in`, current: here(`/${language}/sign-in`) })
  const staffSignsIn = !offersAccounts && p.features.some((feature) => feature.name === 'accounts')
  const hasPlaces = p.features.some((feature) => feature.name === 'search')
  const answersRequests = p.features.some((feature) => feature.name === 'requests')
  const status = about.status ?? (about.errors && about.errors.length > 0 ? 422 : 200)
  if (about.sharedFor !== undefined && status === 200) {
    // Whoever signs in after having seen the page is not shown it as a stranger.
    c.header('vary', 'Cookie')
    if (!viewer) {
      c.header('cache-control', about.sharedFor > 0 ? `public, max-age=${about.sharedFor}` : 'public, no-cache')
      c.set('forAll', true)
    }
  }
  const canonical = urlOf(p, about.canonical ?? path)
  const added = about.desk
    ? []
    : p.features.flatMap((feature) => feature.onEveryPage?.(c, !about.noindex && status === 200) ?? [])
  const loaded = [...(about.loads ?? []), ...added.flatMap(({ loads = [] }) => loads)]
  if (loaded.length > 0) c.header('content-security-policy', policyWith(loaded))
  const brand = brandPaths(p.site)
  const { name, address, registration } = p.site.controller
  const made = (
    <Layout
      lang={language}
      site={{ name: p.site.name, home: `/${language}`, logo: brand.logo }}
      title={about.title}
      errors={status === 422}
      description={about.description}
      canonical={about.noindex ? undefined : canonical}
      alternates={about.noindex ? [] : alternatesOf(c, about)}
      noindex={about.noindex}
      stylesheets={[asset('src/ui/site.css'), ...(brand.sheet ? [brand.sheet] : [])]}
      scripts={[...(about.islands ?? []), ...added.flatMap(({ islands = [] }) => islands)].map(asset)}
      nav={about.nav ?? main}
      account={own}
      signOut={viewer ? { action: `/${language}/sign-out`, text: text.signOut } : undefined}
      languages={(p.site.languages.length > 1 ? p.site.languages : []).map((lang) => ({
        lang,
        href: about.translations
          ? (about.translations[lang] ?? `/${lang}`)
          : inLanguage(path, lang) + (prefix.test(path) ? new URL(c.req.url).search : ''),
      }))}
      desk={about.desk}
      wide={about.wide}
      before={added.map(({ before }) => before)}
      after={added.map(({ after }) => after)}
      head={
        <>
          {about.head}
          {added.map(({ head }) => head)}
          {!about.noindex && <Shared c={c} about={about} canonical={canonical} />}
        </>
      }
      smallPrint={about.desk ? undefined : <p>{[name, address, registration].join(' · ')}</p>}
      footer={[
        {
          title: p.site.name,
          links: [
            ...foot,
            { href: `/${language}/privacy`, text: text.privacy },
            ...(answersRequests ? [{ href: `/${language}/privacy/ask`, text: text.yourData }] : []),
            { href: `/${language}/accessibility`, text: text.accessibility },
            ...(!viewer && staffSignsIn ? [{ href: `/${language}/sign-in`, text: text.signIn }] : []),
            ...(hasPlaces ? [{ href: `/${language}/sources`, text: text.attribution }] : []),
            ...added.flatMap(({ links = [] }) => links.map(({ href, label }) => ({ href, text: label }))),
          ],
        },
      ]}
    >
      {kept.length > 1 && kept.some(({ current }) => current) && <Tabs label={text.kept} tabs={kept} />}
      {body}
    </Layout>
  )
  return c.html(outwardPage(p.site, String(await made.toString())), status)
}

const drawings = {
  403: 'door',
  404: 'search',
  410: 'door',
  413: 'letterbox',
  415: 'letterbox',
  423: 'door',
  429: 'letterbox',
  500: 'keys',
  503: 'keys',
} as const

/** The page of a refusal, or of a bug when there is none. */
export function refusalPage(c: Context<Env>, refusal: Refusal | undefined, reference?: string): Promise<Response> {
  const text = words(c.var.language)
  const status = refusal?.status ?? 500
  const { title, text: why } = text.refused[status]
  const passes = status === 429 || status === 500 || status === 503
  const isGet = c.req.method === 'GET'
  const mayRetry = status >= 500 && isGet
  const { pathname, search } = new URL(c.req.url)
  // "//elsewhere" would be another site.
  const here = pathname.replace(/^\/+/, '/') + search
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
    <Refused drawing={drawings[status]}>
      <h1>{title}</h1>
      <p class="lead">{why}</p>
      {status === 429 && refusal?.retryAfter && <p>{text.again(Math.ceil(refusal.retryAfter / 60))}</p>}
      {passes && !isGet && <p>{text.typed}</p>}
      {passes && (
        <p>
          {text.write[status]} <a href={`mailto:${c.var.p.site.controller.email}`}>{c.var.p.site.controller.email}</a>
        </p>
      )}
      {reference && (
        <Notice tone="info">
          <p>{text.reference(reference)}</p>
        </Notice>
      )}
      <ButtonRow>
        {mayRetry && <LinkButton href={here}>{text.tryAgain}</LinkButton>}
        <LinkButton href={`/${c.var.language}`} variant={mayRetry ? 'secondary' : 'primary'}>
          {text.toHome}
        </LinkButton>
      </ButtonRow>
    </Refused>,
  )
}
