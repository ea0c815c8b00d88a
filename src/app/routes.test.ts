import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedUp } from '../features/accounts/testing'
import { feature } from '../platform/feature'
import type { Env } from '../platform/http'
import { appOf } from './app'
import { testSite, type Visitor } from './testing'
import { actsThatBreak, addressesThatBreak } from './testing/sweep-input'
import { allPages, deadLinks, differingPages, faultsOfPages, type Seen } from './testing/sweep-pages'
import { openToOtherSites, openToOthers, openToStrangers } from './testing/sweeps'
import { makeWorld, type Route, routesOf, type World } from './testing/world'

/** Who is not signed in may ask for these. Everything else sends them to sign in, or is not there. */
const forStrangers = [
  'GET /',
  'GET /.well-known/gpc.json',
  'GET (home)',
  'GET /:file',
  'GET /assets/:file',
  'GET /schemas/:file',
  'GET /dev/mail',
  'GET /dev/ui',
  'GET /dev/ui/:file',
  'GET /health',
  'GET /privacy',
  'GET /privacy.json',
  'GET /privacy/changes',
  'GET /privacy/versions/:number',
  'GET /privacy/proofs',
  'GET /privacy/record',
  'GET /privacy/record.csv',
  'GET /privacy/record.xlsx',
  'GET /privacy/agreements',
  'GET /privacy/agreements.csv',
  'GET /privacy/ask',
  'POST /privacy/ask',
  'GET /privacy/ask/sent',
  'GET /privacy/ask/:token',
  'POST /privacy/ask/:token',
  'GET /privacy/yours',
  'GET /:slug',
  'GET /pictures/:file',
  'GET /pictures/:path/:file',
  'GET /blog',
  'GET /blog/:slug',
  'GET /blog/:slug/reply',
  'POST /blog/:slug/reply',
  'GET /replies/:id/report',
  'POST /replies/:id/report',
  'GET /replies/author/:token',
  'POST /replies/author/:token',
  'POST /replies/author/:token/complaint',
  'POST /replies/author/:token/picture',
  'GET /avatars/:path/:file',
  'GET /replies/author/:token/removal',
  'POST /replies/author/:token/removal',
  'GET /replies/parent/:token',
  'POST /replies/parent/:token',
  'GET /replies/parent/:token/removal',
  'POST /replies/parent/:token/removal',
  'GET /replies/removal',
  'POST /replies/removal',
  'GET /blog/tags/:tag',
  'GET /blog/atom.xml',
  'GET /blog/feed.json',
  'GET /forms/:form',
  'POST /forms/:form',
  'GET /forms/:form/sent',
  'GET /chat',
  'GET /chat/panel',
  'POST /chat',
  'GET /chat/erased',
  'GET /newsletter',
  'POST /newsletter',
  'GET /newsletter/sent',
  'GET /newsletter/subscribed',
  'GET /newsletter/stopped',
  'GET /newsletter/never',
  'GET /newsletter/signup/:token',
  'POST /newsletter/signup/:token',
  'GET /newsletter/subscription/:token',
  'POST /newsletter/subscription/:token',
  'GET /privacy/request',
  'POST /privacy/request',
  'GET /privacy/request/sent',
  'GET /privacy/request/received',
  'GET /privacy/request/:token',
  'POST /privacy/request/:token',
  'GET /privacy/requests/:token',
  'GET /accessibility',
  'GET /sources',
  'GET /ranking',
  'GET /messages/questions',
  'GET /robots.txt',
  'GET /sitemap.xml',
  'GET /rooms',
  'GET /rooms/:publicId',
  'GET /rooms/:publicId/report',
  'POST /rooms/:publicId/report',
  'POST /rooms/:publicId/let',
  'GET /rooms/:publicId/let',
  'GET /human-look/:token',
  'POST /human-look/:token',
  'GET /adverts/still-free/:token',
  'POST /adverts/still-free/:token',
  'GET /rooms/:advert/reply',
  'POST /rooms/:advert/reply',
  'GET /photos/:path/:file',
  'GET /share/:file',
  'GET /api/v1/listings',
  'GET /api/v1/places',
  'GET /api/v1/openapi.json',
  'GET /api/map',
  'GET /adverts/new',
  'GET /register',
  'POST /register',
  'GET /register/sent',
  'GET /confirm/:token',
  'POST /confirm/:token',
  'GET /confirm-email/:token',
  'POST /confirm-email/:token',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-in/passkey',
  'POST /sign-out',
  'GET /sign-in/link',
  'POST /sign-in/link',
  'GET /sign-in/sent',
  'GET /sign-in/with/:token',
  'POST /sign-in/with/:token',
  'GET /forgot-password',
  'POST /forgot-password',
  'GET /new-password/:token',
  'POST /new-password/:token',
  'GET /messages/waiting',
  'GET /shortlists/shared/:token',
  'GET /alerts/link/:token',
  'GET /alerts/new',
  'POST /alerts',
  'POST /alerts/link/:token/renewal',
  'GET /alerts/link/:token/unsubscription',
  'POST /alerts/link/:token/unsubscription',
  'GET /desk/welcome/:token',
  'POST /desk/welcome/:token',
]
/** What a person does to what is their own, whoever they are: the parameter names no row. */
const toOneself = [
  'POST /account/objections/:purpose',
  'POST /account/objections/:purpose/end',
  'GET /account/data/:holding',
  'GET /account/data/:holding/sent',
]
/** What these name is there for everybody who is signed in. */
const forEverybody = [...forStrangers, 'POST /rooms/:publicId/favourite', 'GET /rooms/:advert/phone', ...toOneself]
/** Other sites may send these. */
const fromOtherSites: string[] = ['POST /alerts/link/:token/unsubscription', 'POST /newsletter/subscription/:token']

/** A person of their own for what changes who is signed in. */
const ends = /^POST \/(?:sign-out|account\/(?:end|settings))/
const last = /removal|archive|pause|rental|publication|decision|reset/

const html = (language: string, body: string) =>
  `<!doctype html><html lang="${language}"><head><title>Planted</title></head><body>${body}</body></html>`

/** Routes with a fault each, as somebody might add them. */
const faulty = new Hono<Env>()
  .get('/planted/secrets', (c) => c.html(html('nl', '<h1>What only Bart may see</h1>')))
  .get('/planted/ids/:id', (c) => c.html(html(c.var.language, '<h1>Whatever you name</h1>')))
  .get('/planted/page', (c) =>
    c.html(
      html(
        'de',
        '<h1>One</h1><h1>Two</h1><img src="https://example.com/pixel.gif"><script>x()</script><p onclick="x()" style="color:red">…</p><a href="/nl/nowhere">…</a>',
      ),
      200,
      { 'cache-control': 'public, max-age=60', 'set-cookie': 'a=b' },
    ),
  )
  .get('/planted/mine', (c) =>
    c.html(html(c.var.language, `<h1>${c.req.header('accept-language')}</h1>`), 200, { 'cache-control': 'public, max-age=60' }),
  )
  .get('/planted/large', (c) => c.html(html(c.var.language, `<h1>${Array.from({ length: 9000 }, (_, n) => n * n)}</h1>`)))
  .post('/planted/act', async (c) => {
    const body = await c.req.parseBody()
    if (Object.values(body).some((value) => String(value).includes('\0'))) throw new Error('NUL')
    return c.redirect('/nl', 303)
  })
  .get('/planted/search', (c) => {
    if (c.req.query('q')?.includes('\0')) throw new Error('NUL')
    return c.html(html(c.var.language, '<h1>Search</h1>'))
  })

describe('every route', () => {
  let world: World
  let app: Hono<Env>
  let routes: Route[]
  let planted: { app: Hono<Env>; routes: Route[] }
  let seen: Seen[]
  beforeAll(async () => {
    const site = await testSite()
    // The sweeps ask more than any person would.
    site.p.limits.count = async (_what, _who, points, seconds) => ({ points, seconds })
    world = await makeWorld(site)
    app = site.app
    routes = routesOf(app)
    const withFaults = Object.create(site.p, {
      features: { value: [...site.p.features, feature({ name: 'accounts', routes: () => faulty })] },
    })
    const plantedApp = new Hono<Env>().post('/planted/unguarded', (c) => c.text('done')).route('/', appOf(withFaults))
    planted = { app: plantedApp, routes: routesOf(plantedApp).filter(({ path }) => path.includes('/planted/')) }
    world.examples['ids/:id'] = 'x'
    seen = await allPages(world, app, routes)
  }, 300_000)
  afterAll(() => world?.close())

  test('is public because a list says so', async () => {
    expect(await openToStrangers(world, app, routes, forStrangers)).toEqual([])
    const names = routes.map(({ name }) => name)
    expect(forEverybody.filter((name) => !names.includes(name))).toEqual([])
    expect(await openToStrangers(world, planted.app, planted.routes, forStrangers)).toContain(
      'GET /planted/secrets answers a stranger with 200',
    )
  })

  test('refuses what another site sends', async () => {
    expect(await openToOtherSites(world, app, routes, fromOtherSites)).toEqual([])
    expect(await openToOtherSites(world, planted.app, planted.routes, [])).toContain(
      'POST /planted/unguarded answers {"sec-fetch-site":"cross-site"} with 200',
    )
  })

  test('knows nothing of what is another’s or nobody’s', async () => {
    expect(await openToOthers(world, app, routes, forEverybody)).toEqual([])
    expect(await openToOthers(world, planted.app, planted.routes, [])).toEqual([
      'GET /planted/ids/:id answers an unknown id with 200',
      'GET /planted/ids/:id answers another person with 200',
    ])
  })

  test('answers with a sound page in its language, small, that loads nothing from elsewhere', async () => {
    expect(faultsOfPages(seen)).toEqual([])
    const faults = faultsOfPages(await allPages(world, planted.app, planted.routes)).filter((fault) => fault.startsWith('/nl/'))
    for (const fault of [
      '/nl/planted/page (bart): not exactly one h1',
      '/nl/planted/page (bart): style on <p>',
      '/nl/planted/page (bart): not in nl',
      '/nl/planted/page (bart): loads https://example.com/pixel.gif',
      '/nl/planted/page (bart): a script in the page',
      '/nl/planted/page (bart): a script in an attribute',
      '/nl/planted/page (bart): a cookie in an answer for all',
    ])
      expect(faults).toContain(fault)
    expect(faults).toContainEqual(expect.stringMatching(/large .bart.: \d+ bytes after gzip/))
  })

  test('says the same to all where it may be kept for all', async () => {
    expect(seen.some(({ answer }) => answer.headers.get('cache-control')?.startsWith('public'))).toBe(true)
    expect(await differingPages(seen, app)).toEqual([])
    const faults = await differingPages(await allPages(world, planted.app, planted.routes), planted.app)
    expect(faults).toContain('/nl/planted/mine is for all, but differs')
  })

  test('links to what is there', async () => {
    expect(await deadLinks(seen, world, app)).toEqual([])
    const faults = await deadLinks(await allPages(world, planted.app, planted.routes), world, planted.app)
    expect(faults).toContain('/nl/planted/page (bart) links to /nl/nowhere, which answers 404')
  }, 300_000)

  test('stands strange addresses', async () => {
    expect(await addressesThatBreak(world, app, routes, seen)).toEqual([])
    const faults = await addressesThatBreak(world, planted.app, planted.routes, [])
    expect(faults).toContainEqual(expect.stringMatching(/^GET \/planted\/search: 500/))
  }, 300_000)

  test('answers bad input with a page, never with an error', async () => {
    const who = async (route: Route): Promise<Visitor> =>
      ends.test(route.name)
        ? (await signedUp(world.site, { firstName: 'Eva' })).visitor
        : world.as(route.name.startsWith('POST /desk') ? 'staff' : 'bart')
    const order = [...routes.filter(({ name }) => !last.test(name)), ...routes.filter(({ name }) => last.test(name))]
    const logged = world.site.logged.length
    expect(await actsThatBreak(world, order, seen, who, 12)).toEqual([])
    expect(
      world.site.logged
        .slice(logged)
        .filter((line) => line.includes('"event":"bug"'))
        .slice(0, 3),
    ).toEqual([])
    const onPlanted = async () => world.as('bart', planted.app)
    expect(await actsThatBreak(world, planted.routes, [], onPlanted, 200)).toContainEqual(
      expect.stringMatching(/^POST \/planted\/act.*500/s),
    )
  }, 300_000)
})
