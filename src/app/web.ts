import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { WebSocketServer } from 'ws'
import { publishNow, statementPending, toldIn } from '../features/your-data'
import type { Config } from '../platform/config'
import { hear } from '../platform/db/notices'
import { type Env, noticesOf } from '../platform/http'
import { channel } from '../platform/live'
import { hasDemo, productionWords, wrongInProduction } from '../platform/production'
import { hasPeople } from '../privacy'
import { appOf } from './app'
import { demoPeople } from './demo/people'
import { queuePictures } from './demo/pictures'
import { demoPassword, seedDemo } from './demo/seed'
import { serveFigures } from './figures'
import { CannotStart, openPlatform, type Running } from './open'
import { words } from './words'

/** More than this, in bytes, comes in no message of a page that follows: 4000 characters as JSON. */
const largestMessage = 32_768

const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/

/** Everybody knows the passwords of invented people: they are for this machine alone. */
async function refuseUnfit(p: Running): Promise<void> {
  const demo = await hasDemo(p.db)
  const { language } = p.config
  const wrong = p.config.production ? await wrongInProduction(p.config, p.site, demo, language) : []
  if (wrong.length > 0)
    throw new CannotStart(() => [productionWords(language).title, ...wrong.map((one) => `- ${one}`)].join('\n'))
  if (demo && !loopback.test(p.config.host)) throw new CannotStart((spoken) => productionWords(spoken).demoBeyond)
}

/** A change that concerns people is published before it holds: the program does not serve what its statement does not say yet. Other words, and a
 *  site on which nobody is yet, publish themselves. */
async function holdToStatement(p: Running): Promise<void> {
  if (!p.features.some(({ name }) => name === 'your-data')) return
  const pending = await statementPending(p)
  if (!pending) return
  if (pending.weight !== 'editorial' && (await hasPeople(p.db)))
    throw new CannotStart((language) => words(language).open.statement(toldIn(pending, language).join('\n')))
  const version = await publishNow(p)
  if (version) p.log('statement.published', { number: version.number })
}

/** Where there are rooms, those who let and seek them are invented too, with a password that everybody knows. */
const hasRooms = (p: Running): boolean => p.features.some(({ name }) => name === 'listings')

function introduce(p: Running, demo: boolean, out: (line: string) => void): void {
  const { config, site } = p
  const text = words(config.language).introduction
  const line = (name: string, ...rest: string[]) => out(`  ${name.padEnd(13)}${rest.join('   ')}`)
  out(`\n${text.open(site.name, config.publicUrl)}\n`)
  if (demo) {
    for (const role of ['advertiser', 'seeker'] as const)
      line(text[role], demoPeople().find((person) => person.role === role)?.email ?? '', `${text.password} ${demoPassword}`)
    line(text.staff, `npm run --silent huisrecht -- staff add ${text.email}\n`)
  }
  if (!config.smtpUrl) line(text.mail, `${config.publicUrl}/dev/mail`, text.noMail)
  line(text.data, config.databaseUrl ? text.ownDatabase : config.dataDir)
  line(text.keys, config.keysDir, `${text.keep}\n`)
}

/** Listens for requests, and for pages that follow over a socket. */
export async function listen(app: Hono<Env>, { port, host: hostname }: Pick<Config, 'port' | 'host'>) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage })
  const server = await new Promise<ReturnType<typeof serve>>((done, fail) => {
    const listening = serve({ fetch: app.fetch, port, hostname, websocket: { server: sockets } }, () => done(listening))
    listening.on('error', fail)
  })
  return { server, sockets }
}

/** Serves the site until it is told to stop (SIGINT, SIGTERM, SIGHUP). Throws what the operator must put right first. */
export async function serveWeb(config: Config, out: (line: string) => void): Promise<number> {
  // Listened for from the first moment: who is told to stop while starting must still stop the database.
  const told = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
  const p = await openPlatform(config)
  try {
    await refuseUnfit(p)
    await holdToStatement(p)
    if (config.demo && loopback.test(config.host) && (await seedDemo(p)) && hasRooms(p)) await queuePictures(p)
    const { begin, end } = p.kept
    const { live } = p
    const stopHearing = hear(p.connection, {
      on: { ...noticesOf(p.kept), [channel]: live.heard },
      begin() {
        begin()
        live.missed()
      },
      lost: end,
    })
    await p.jobs.work()
    const demo = await hasDemo(p.db)
    const figures = await serveFigures(p)
    // Last: from the first answer on, nothing that fails ends the program.
    const { server, sockets } = await listen(appOf(p), config)
    introduce(p, demo && hasRooms(p), out)
    await told
    live.end()
    for (const socket of sockets.clients) socket.terminate()
    await new Promise<void>((done) => {
      server.close(() => done())
      // Connections that a browser keeps open say nothing more: they would hold the program for seconds.
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
    figures?.close()
    await stopHearing()
    return 0
  } finally {
    await p.close()
  }
}
