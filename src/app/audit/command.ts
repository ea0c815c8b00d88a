import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import type { Browser } from '@playwright/test'
import { noteAudit } from '../../platform/audits'
import type { Command, Platform } from '../../platform/feature'
import { asksFor } from '../../register'
import { appOf } from '../app'
import { agree, audit, counted, crawl, type Eyes, table } from '.'
import { watch } from './browser'
import { agent } from './eyes'
import { consentedVisit } from './nightly'
import { nothingSeen, type Seen, together } from './seen'

const eyesAt = (p: Platform, url: string): Eyes => ({
  p,
  async ask(path, headers = {}) {
    const answer = await fetch(url + path, { headers: { 'user-agent': agent, ...headers }, redirect: 'manual' })
    return { status: answer.status, headers: answer.headers, body: await answer.text() }
  },
})

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  )

/** The site at this address, or on a port of loopback for as long as the audit takes. */
async function reached(p: Platform, url: string | undefined): Promise<{ url: string; close(): void }> {
  const at = (url ?? p.config.publicUrl).replace(/\/+$/, '')
  if (url !== undefined || (await answers(at))) return { url: at, close: () => {} }
  return new Promise((done) => {
    const server = serve({ fetch: appOf(p).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      done({ url: `http://127.0.0.1:${port}`, close: () => server.close() }),
    )
  })
}

/** So many pages are looked at in a browser after a yes, and after it was taken back. */
const ofEachAnswer = 12

/** What a browser meets on these pages whose visitor said yes to all that is asked, and what is left in it once that was taken back. The site is served to it on a
 *  port of its own, where it takes the visitor to have said so: nothing is written down of that. */
async function answered(p: Platform, browser: Browser, paths: readonly string[]): Promise<{ seen: Seen; consented: Seen }> {
  const [app, asks] = [appOf(p), asksFor(p.site.recipients)]
  let yes = true
  const fetch = (request: Request, env: object) =>
    app.fetch(request, { ...env, answers: new Map(asks.map((purpose) => [purpose, yes])) })
  const server = await new Promise<ReturnType<typeof serve>>((done) => {
    const made = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => done(made))
  })
  const at = server.address()
  const url = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  const context = await browser.newContext({ userAgent: agent })
  try {
    const watching = watch(context, new Set([new URL(url).host]))
    const page = await context.newPage()
    const visit = (path: string) => page.goto(url + path, { waitUntil: 'networkidle', timeout: 15_000 }).catch(() => null)
    const all = async (): Promise<Seen> => {
      for (const path of paths.slice(0, ofEachAnswer)) {
        await visit(path)
        await watching.look(page)
      }
      const met = together([watching.seen])
      for (const list of Object.values(watching.seen)) list.length = 0
      return met
    }
    const consented = await all()
    yes = false
    // On the first page what lies there is cleared.
    await visit(paths[0] ?? '/')
    return { consented, seen: await all() }
  } finally {
    await context.close()
    server.close()
  }
}

/** What a browser meets on these pages: with scripts and without, with no choice made and with Global Privacy Control; after a yes to all that is asked, and
 *  after that was taken back. Undefined where none is. */
async function browsed(
  p: Platform,
  url: string,
  own: ReadonlySet<string>,
  paths: readonly string[],
): Promise<{ seen: Seen; consented: Seen } | undefined> {
  const playwright = await import('@playwright/test').catch(() => undefined)
  const browser = await playwright?.chromium
    .launch({
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ['--no-sandbox', '--disable-background-networking'],
    })
    .catch(() => undefined)
  if (!browser) return undefined
  const met: Seen[] = []
  try {
    for (const javaScriptEnabled of [true, false])
      for (const privacyControl of [false, true]) {
        const extraHTTPHeaders: Record<string, string> = privacyControl ? { 'sec-gpc': '1' } : {}
        const context = await browser.newContext({ javaScriptEnabled, userAgent: agent, extraHTTPHeaders })
        const { seen, look } = watch(context, own)
        const page = await context.newPage()
        for (const path of paths) {
          await page.goto(url + path)
          await look(page)
        }
        met.push(seen)
        await context.close()
      }
    const { seen, consented } =
      asksFor(p.site.recipients).length > 0
        ? await answered(p, browser, paths)
        : { seen: nothingSeen(), consented: nothingSeen() }
    return { seen: together([...met, seen]), consented }
  } finally {
    await browser.close()
  }
}

export const auditCommand: Command = {
  name: 'audit',
  usage: 'audit [--no-browser] [--url URL] [--log FILE]',
  summary: {
    nl: 'de verklaring, het register en wat te zien is naast elkaar leggen; alleen dat het gebeurde, wordt opgeschreven',
    fr: 'comparer la déclaration, le registre et ce que l’on observe ; seul le fait qu’il a eu lieu est noté',
    en: 'hold the statement, the register and what can be observed against each other; writes down only that it ran',
  },
  async run(p, args, out) {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: { browser: { type: 'boolean', default: true }, url: { type: 'string' }, log: { type: 'string' } },
    })
    const site = await reached(p, values.url)
    try {
      const log = values.log ? (await readFile(values.log, 'utf8')).split('\n').filter(Boolean) : []
      const eyes = eyesAt(p, site.url)
      const own = new Set([new URL(site.url).host, new URL(p.config.publicUrl).host])
      const visits = [await crawl(eyes), await crawl(eyes, { headers: { 'sec-gpc': '1' } })]
      const pages = visits[0]?.paths ?? []
      const inBrowser = values.browser ? await browsed(p, site.url, own, pages) : undefined
      const seen = together([...visits.map((visit) => visit.seen), ...(inBrowser ? [inBrowser.seen] : [])])
      const consented = together([await consentedVisit(p), ...(inBrowser ? [inBrowser.consented] : [])])
      const checks = await audit(eyes, { seen, consented, log })
      await noteAudit(p, counted(checks))
      out(`${p.site.name} at ${site.url}, on ${p.clock.now().toISOString().slice(0, 16).replace('T', ' ')} UTC`)
      out(table(checks))
      out(
        `Visited as a stranger: ${visits.reduce((sum, visit) => sum + visit.pages, 0)} answers${inBrowser ? `, ${pages.length} pages in a browser, four ways each` : ''}.`,
      )
      if (values.browser && !inBrowser)
        out('No browser: install Chromium, or name one in CHROMIUM_PATH. What scripts do was not seen.')
      if (!values.log) out('No log was read: give it with --log FILE.')
      return agree(checks) ? 0 : 1
    } finally {
      site.close()
    }
  },
}
