import { createServer, type Server } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import type { Platform } from '../platform/feature'
import { addressOf, type Env, patternOf } from '../platform/http'
import { isAlive } from '../platform/metrics'
import { sweptSince } from '../platform/swept'

/** Counts each answer, by the pattern of its route. */
export const counts: MiddlewareHandler<Env> = async (c, next) => {
  const began = performance.now()
  await next()
  c.var.p.metrics.answered(c.req.method, patternOf(c), c.res.status, (performance.now() - began) / 1000)
}

/** Notes each request in the log that fraud and abuse are found with (K7): the pattern of its route, never its path. */
export const notes: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  c.var.p.traffic.note({
    at: c.var.p.clock.now(),
    method: c.req.method,
    route: patternOf(c) ?? '',
    status: c.res.status,
    address: addressOf(c),
    browser: c.req.header('user-agent') ?? '',
  })
}

/** For a proxy or a watchdog: whether the site works, and nothing else about it. */
export async function health(c: Context<Env>): Promise<Response> {
  const alive = await isAlive(c.var.p.db)
  return c.text(alive ? 'ok' : 'unavailable', alive ? 200 : 503, { 'cache-control': 'no-store' })
}

/** The figures of a site as they are now. */
export const figuresOf = async (p: Platform): Promise<string> =>
  p.metrics.text(p.connection, { at: p.clock.now(), sweptAt: (await sweptSince(p.db, p.site.features)).at })

/** Serves the figures on a port of loopback of their own: no proxy can lead there by mistake. Answers undefined without METRICS_PORT. */
export async function serveFigures(p: Platform): Promise<Server | undefined> {
  const { metricsPort } = p.config
  if (metricsPort === undefined) return undefined
  const server = createServer(async (request, answer) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return answer.writeHead(404).end()
    try {
      const text = await figuresOf(p)
      answer.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text)
    } catch (error) {
      p.log.bug(error, 'GET /metrics')
      answer.writeHead(503).end()
    }
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(metricsPort, '127.0.0.1', done)
  })
  return server
}
