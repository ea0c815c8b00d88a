import { serve } from '@hono/node-server'
import type { Config } from '../platform/config'
import { appOf } from './app'
import { openPlatform } from './open'

/** Serves the site until it is told to stop (SIGINT, SIGTERM). */
export async function serveWeb(config: Config, out: (line: string) => void): Promise<number> {
  const p = await openPlatform(config)
  const app = appOf(p)
  const server = await new Promise<ReturnType<typeof serve>>((done, fail) => {
    const listening = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => done(listening))
    listening.on('error', fail)
  }).catch(async (error: unknown) => {
    await p.close()
    throw error
  })
  await p.jobs.work()
  out(`${p.site.name} is open at ${config.publicUrl}`)
  out(`  data   ${config.databaseUrl ? 'your own PostgreSQL (DATABASE_URL)' : config.dataDir}`)
  out(`  keys   ${config.keysDir}   (keep a copy elsewhere: without them the data cannot be read)`)
  if (!config.smtpUrl) out(`  mail   ${config.publicUrl}/dev/mail   (set SMTP_URL to send it)`)
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
  await new Promise<void>((done) => server.close(() => done()))
  await p.close()
  return 0
}
