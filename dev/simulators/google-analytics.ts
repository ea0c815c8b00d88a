import { createServer } from 'node:http'

/** What was reported: the measurement, the page and where one came from as they were told, and what Google was allowed. */
export type Reported = {
  id: string
  page: string
  referrer: string
  allowed: Record<string, string>
  settings: Record<string, unknown>
}
/** How it fails: an error, a page in place of a script, no answer for a while, or the script comes and its reports are refused. */
export type Failing = 'error' | 'html' | 'slow' | 'refuses' | undefined

/** Google's tag as far as a site can tell: it reads what was put in the queue, keeps to what it was allowed, sets its two cookies with the life it was told,
 *  and reports a view (integrations, §6). */
const script = `(() => {
  const id = new URL(document.currentScript.src).searchParams.get('id')
  let allowed = {}
  const run = (command) => {
    // Lists are no commands.
    if (Array.isArray(command)) return
    const [name, about, settings] = command
    if (name === 'consent') allowed = { ...allowed, ...settings }
    if (name !== 'config' || about !== id) return
    if (allowed.analytics_storage === 'granted')
      for (const cookie of ['_ga', '_ga_' + id.slice(2)])
        if (settings.cookie_update !== false || !document.cookie.includes(cookie + '='))
          document.cookie = cookie + '=GA1.1.1.1; Path=/; Max-Age=' + (settings.cookie_expires ?? 63072000) + ';' + (settings.cookie_flags ?? '')
    const body = JSON.stringify({ id, page: settings.page_location ?? location.href, referrer: settings.page_referrer ?? document.referrer, allowed, settings })
    fetch((settings.transport_url ?? 'https://region1.google-analytics.com') + '/g/collect', { method: 'POST', mode: 'no-cors', body }).catch(() => {})
  }
  const queue = window.dataLayer ?? []
  queue.forEach(run)
  queue.push = (...commands) => commands.forEach(run)
})()`

/** Google Analytics on loopback: `asked` are the paths that browsers asked for, `reported` what the tag told. */
export function googleAnalyticsSimulator(): Promise<{
  url: string
  asked: string[]
  reported: Reported[]
  fail(how: Failing): void
  close(): void
}> {
  const asked: string[] = []
  const reported: Reported[] = []
  let failing: Failing
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      asked.push(pathname)
      const open = {
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'no-store',
      }
      if (pathname === '/gtag/js') {
        if (failing === 'error') return answer.writeHead(503, open).end()
        if (failing === 'html') return answer.writeHead(200, { ...open, 'content-type': 'text/html' }).end('<h1>Sorry</h1>')
        const send = () => answer.writeHead(200, { ...open, 'content-type': 'text/javascript' }).end(script)
        return failing === 'slow' ? setTimeout(send, 120_000).unref() : send()
      }
      if (pathname === '/g/collect' && request.method === 'POST') {
        if (failing === 'refuses') return answer.writeHead(500, open).end()
        reported.push(JSON.parse(body))
      }
      return answer.writeHead(204, open).end()
    })
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      const port = typeof at === 'object' && at ? at.port : 0
      done({
        url: `http://127.0.0.1:${port}`,
        asked,
        reported,
        fail: (how) => {
          failing = how
        },
        close: () => {
          server.closeAllConnections()
          server.close()
        },
      })
    })
  })
}
