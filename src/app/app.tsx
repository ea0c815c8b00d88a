import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { cameTooLate } from '../platform/db'
import type { Platform } from '../platform/feature'
import {
  clearsCookies,
  type Env,
  findsAnswers,
  giveLanguage,
  missing,
  mountOf,
  outward,
  pathOf,
  Refusal,
  readCookie,
  SignInFirst,
  safeHeaders,
  sameOrigin,
  servesKept,
  withoutLanguage,
} from '../platform/http'
import { refusalPage } from '../platform/http/page'
import { Stopped } from '../platform/vault'
import { isLanguage, type Language } from '../std/words'
import { accessibility } from './accessibility'
import { brandFiles } from './brand'
import { crawlRoutes } from './crawl'
import { developmentPages } from './development'
import { counts, health, notes } from './figures'
import { home } from './home'
import { staticFiles } from './static'

/** The language to begin with: the one chosen before, else the browser's, else the site's first. */
function preferred(p: Platform, chosen: string | undefined, accepts: string | undefined): Language {
  const offered = p.site.languages
  const wanted = [chosen, ...(accepts ?? '').split(',').map((part) => part.split(/[-;]/)[0]?.trim().toLowerCase())]
  return wanted.filter(isLanguage).find((language) => offered.includes(language)) ?? offered[0] ?? 'en'
}

/** Who goes from a page to the same site in another language has chosen it (K23). */
function rememberLanguage(c: Context<Env>): void {
  const referer = c.req.header('referer')
  if (c.req.method !== 'GET' || !referer || !URL.canParse(referer)) return
  const from = new URL(referer)
  const to = new URL(c.req.url)
  const [, was] = from.pathname.split('/')
  const [, is] = to.pathname.split('/')
  if (from.host !== to.host || !isLanguage(was) || !isLanguage(is) || was === is) return
  giveLanguage(c, is)
  c.header('cache-control', 'private, no-store')
}

/** PostgreSQL is not there, or is full: what one does is not lost, and can be tried again. */
const isOutage = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error &&
    /^(?:08|53|57P)...?$|^(?:ECONNREFUSED|ENOENT|ECONNRESET|EPIPE|ENOSPC|ETIMEDOUT)$/.test(String(error.code))) ||
    // pg gives these no code.
    /^Connection terminated|^timeout exceeded when trying to connect|is not queryable$/.test(error.message))

/** Where who has their data restricted sees that, and can lift it. */
const restrictionPath = (c: Context<Env>) => `/${c.var.language}/account/restriction`

/** What is not there, unless it was and is elsewhere now. */
async function notHere(c: Context<Env>): Promise<Response> {
  const { p } = c.var
  if (c.req.method === 'GET')
    for (const feature of p.features) {
      // The database may be what is missing: the page that says so must not miss it too.
      const to = await feature.movedTo?.(p, new URL(c.req.url)).catch(() => undefined)
      if (to !== undefined) return c.redirect(to, 301)
    }
  return refusalPage(c, missing())
}

/** The most that any form takes: the photos of an advert. */
const largestBody = 100 * 1024 * 1024

/** The site as one Hono app. */
export function appOf(p: Platform): Hono<Env> {
  const app = new Hono<Env>()

  app.use(compress())
  app.use(async (c, next) => {
    c.set('p', p)
    c.set('viewer', null)
    c.set('answers', new Map())
    await next()
  })
  app.use(counts)
  app.use(async (c, next) => {
    const first = pathOf(c).split('/')[1]
    c.set(
      'language',
      isLanguage(first) && p.site.languages.includes(first)
        ? first
        : preferred(p, readCookie(c, 'language'), c.req.header('accept-language')),
    )
    await next()
    rememberLanguage(c)
    const to = c.res.headers.get('location')
    if (to) c.res.headers.set('location', outward(p.site, to))
  })
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    const to = withoutLanguage(p.site, pathname)
    return to === undefined ? next() : c.redirect(to + search, 308)
  })
  app.use(safeHeaders)
  app.use(sameOrigin(p.features.flatMap(({ openToOthers = [] }) => openToOthers)))
  // A form says its length, and readForm holds it to less; this is for a body that says nothing of it. What only reads has none: to look for one
  // would make a whole request of it, for each page that is answered from memory.
  app.on(
    ['POST', 'PUT', 'PATCH', 'DELETE'],
    '*',
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw new Refusal(413)
      },
    }),
  )

  app.get('/health', health)
  app.route('/', brandFiles(p))
  app.route('/', staticFiles(join(process.cwd(), 'dist', 'public')))
  app.use(notes)
  app.use(async (c, next) => {
    const finder = p.features.find((feature) => feature.viewer)
    c.set('viewer', (await finder?.viewer?.(c)) ?? null)
    c.set('viewerStill', async () => (await finder?.viewerStill?.(c)) ?? null)
    await next()
  })
  app.use(clearsCookies)
  app.use(findsAnswers)
  app.use(async (c, next) => {
    await next()
    for (const feature of p.features) feature.answered?.(c)
  })
  app.use(servesKept)
  // Global Privacy Control, as the W3C's draft has sites say that they keep to it.
  app.get('/.well-known/gpc.json', (c) =>
    c.json({ gpc: true, lastUpdate: '2026-11-22' }, 200, { 'cache-control': 'public, max-age=86400' }),
  )
  if (!p.config.production) app.route('/dev', developmentPages(p))
  app.route('/', crawlRoutes(p))
  for (const feature of p.features) {
    const root = feature.root?.(p)
    if (root) app.route('/', root)
  }

  const mount = mountOf(p.site)
  const pages = new Hono<Env>()
  const open = p.features.flatMap(({ whileRestricted = [] }) => whileRestricted)
  pages.use(async (c, next) => {
    const path = pathOf(c).slice(3)
    if (c.var.viewer?.restricted && !open.some((one) => one.test(path))) return c.redirect(restrictionPath(c), 303)
    return next()
  })
  for (const feature of p.features) {
    const routes = feature.routes?.(p)
    if (routes) pages.route('/', routes)
  }
  pages.get('/accessibility', accessibility)
  pages.get('/', home)
  if (mount !== '/') app.get('/', (c) => c.redirect(`/${c.var.language}`))
  app.route(mount, pages)

  app.notFound(notHere)
  app.onError((error, c) => {
    if (error instanceof Refusal) return error.status === 404 ? notHere(c) : refusalPage(c, error)
    if (cameTooLate(error)) return notHere(c)
    if (error instanceof SignInFirst) {
      const url = new URL(c.req.url)
      const back = c.req.method === 'GET' ? `?to=${encodeURIComponent(pathOf(c) + url.search)}` : ''
      return c.redirect(`/${c.var.language}/${error.atDesk ? 'desk/second-factor' : 'sign-in'}${back}`, 303)
    }
    // Something of another person on the page, whose data are only stored.
    if (error instanceof Stopped) return refusalPage(c, new Refusal(423))
    const reference = p.log.bug(error, `${c.req.method} ${c.req.routePath}`)
    return refusalPage(c, isOutage(error) ? new Refusal(503, 60) : undefined, reference)
  })
  return app
}
