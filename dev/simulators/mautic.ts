import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

/** What a Mautic may do to us: answer well, never answer, do what it is asked and never answer, refuse, break, send a page, take back a token before its time, or
 *  answer with everybody whoever is looked for. */
export type Mood = 'well' | 'slow' | 'late' | 'busy' | 'down' | 'html' | 'revoked' | 'everybody'

type Stop = { channel: string; reason: number; comments: string }
type Contact = { id: number; email: string; firstname: string; doNotContact: Stop[] }

/** As its API shows one. An empty list of PHP is a list, also of what is else a map. */
const shown = ({ id, email, firstname, doNotContact }: Contact) => ({
  id,
  fields: { core: { email: { value: email } }, all: { id, email, firstname } },
  doNotContact,
})

/** What its mtc.js does that one can see from outside: it takes what was queued for it, tells that, and keeps its three names twice. */
const tracking = (self: string) => `(() => {
  for (const [, what, given] of window[window.MauticTrackingObject].q.map((one) => [...one])) {
    if (what !== 'pageview') continue
    const body = new URLSearchParams({ page_url: location.href, page_title: document.title, page_referrer: document.referrer, ...given })
    fetch('${self}/mtc/event', { method: 'POST', body, credentials: 'include' })
      .then((answer) => answer.json())
      .then(({ id, sid, device_id }) => {
        for (const [name, value] of Object.entries({ mtc_id: id, mtc_sid: sid, mautic_device_id: device_id })) {
          document.cookie = name + '=' + value + '; path=/; secure'
          localStorage.setItem(name, value)
        }
      })
  }
})()`

const bodyOf = async (request: IncomingMessage) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** Starts a Mautic on a free port of loopback. `asked`: method and path of each request of its API, without what stands behind the question mark. */
export async function startMautic({ user = 'site', password = 'geheim', id = 'us', secret = 'sec' } = {}) {
  let mood: Mood = 'well'
  let last = 100
  let tokens = 0
  let meanwhile: (() => Promise<unknown>) | undefined
  const contacts = new Map<number, Contact>()
  const asked: string[] = []
  const seen: Record<string, string>[] = []
  const basic = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const make = (fields: { email?: string; firstname?: string }): Contact => {
    const same = [...contacts.values()].find(({ email }) => email === fields.email)
    const made = same ?? { id: ++last, email: '', firstname: '', doNotContact: [] }
    contacts.set(made.id, Object.assign(made, fields))
    return made
  }

  type Said = { status: number; body?: object }
  const none: Said = { status: 404, body: { errors: [{ code: 404, message: 'Item was not found.', type: null }] } }
  /** What its API answers. */
  function api(method: string, path: string, query: URLSearchParams, given: Record<string, string>): Said {
    if (method === 'POST' && path === 'contacts/new') return { status: 201, body: { contact: shown(make(given)) } }
    if (method === 'GET' && path === 'contacts') {
      const email = query.get('where[0][val]')
      const found = [...contacts.values()].filter((one) => mood === 'everybody' || one.email === email)
      const all = found.length > 0 ? Object.fromEntries(found.map((one) => [one.id, shown(one)])) : []
      return { status: 200, body: { total: found.length, contacts: all } }
    }
    const [, number = '', act = ''] = /^contacts\/(\d+)(?:\/(.+))?$/.exec(path) ?? []
    const contact = contacts.get(Number(number))
    if (!contact) return none
    if (method === 'PATCH' && act === 'edit') Object.assign(contact, given)
    else if (method === 'DELETE' && act === 'delete') contacts.delete(contact.id)
    else if (method === 'POST' && act === 'dnc/email/add')
      contact.doNotContact.push({ channel: 'email', reason: Number(given.reason ?? 3), comments: given.comments ?? '' })
    else if (method === 'POST' && act === 'dnc/email/remove') contact.doNotContact = []
    else if (method !== 'GET' || act) return none
    return { status: 200, body: { contact: shown(contact) } }
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const body = await bodyOf(request)
    const send = (status: number, type: string, said: string, headers = {}) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(said)
    const json = ({ status, body: said }: Said, headers = {}) =>
      send(status, 'application/json', JSON.stringify(said ?? {}), headers)
    if (pathname === '/mtc.js' || pathname === '/mtc/event') {
      const open = {
        'access-control-allow-origin': request.headers.origin ?? '*',
        'access-control-allow-credentials': 'true',
        'cross-origin-resource-policy': 'cross-origin',
      }
      if (pathname === '/mtc.js') return send(200, 'text/javascript', tracking(`http://${request.headers.host}`), open)
      seen.push(Object.fromEntries(new URLSearchParams(body)))
      return json({ status: 200, body: { success: 1, id: 7, sid: 'sid7', device_id: 'device7' } }, open)
    }
    if (mood === 'slow') return
    if (mood === 'busy') return send(429, 'text/html', '<html>Too Many Requests</html>')
    if (mood === 'down') return send(503, 'text/html', '<html>Service Unavailable</html>')
    if (mood === 'html') return send(200, 'text/html', '<!doctype html><title>Mautic</title>')
    if (pathname === '/oauth/v2/token') {
      const form = new URLSearchParams(body)
      const good = form.get('client_id') === id && form.get('client_secret') === secret
      if (!good || form.get('grant_type') !== 'client_credentials')
        return json({ status: 400, body: { error: 'invalid_client', error_description: 'The client credentials are invalid' } })
      return json({ status: 200, body: { access_token: `token${++tokens}`, expires_in: 3600, token_type: 'bearer', scope: '' } })
    }
    asked.push(`${request.method} ${pathname}`)
    const { authorization } = request.headers
    const isCurrent = authorization === `Bearer token${tokens}` && mood !== 'revoked'
    if (mood === 'revoked') mood = 'well'
    if (authorization !== basic && !isCurrent)
      return json({ status: 401, body: { errors: [{ code: 401, message: 'API authorization denied', type: 'access_denied' }] } })
    const answer = api(request.method ?? 'GET', pathname.slice('/api/'.length), searchParams, JSON.parse(body || '{}'))
    const happens = meanwhile
    meanwhile = undefined
    await happens?.()
    if (mood !== 'late') json(answer)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    /** What its script told of pages. */
    seen,
    contacts,
    make,
    be(next: Mood) {
      mood = next
    },
    /** Something happens after it did what the next request asks, and before it answers. */
    meanwhile(work: () => Promise<unknown>) {
      meanwhile = work
    },
    /** Takes somebody off mails, as when they press the link in one. */
    stop(number: number, reason = 1) {
      contacts.get(number)?.doNotContact.push({ channel: 'email', reason, comments: '' })
    },
    async close() {
      server.closeAllConnections()
      await new Promise((stopped) => server.close(stopped))
    },
  }
}

/** A batch of what it tells by webhook, and its signature. */
export function hookOf(events: object, secret: string): { body: string; signature: string } {
  const body = JSON.stringify(events)
  return { body, signature: createHmac('sha256', secret).update(body).digest('base64') }
}
