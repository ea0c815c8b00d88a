import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** How it fails: it asks for patience, breaks, answers late, or a page stands where JSON or a script should. */
export type CrispMood = 'well' | 'busy' | 'down' | 'slow' | 'html'
type Conversation = { people?: string; updated: number; said: number }

/** Crisp's script as far as a site can tell: it reads what it is and what was put in its queue, sets its cookie with the life it was told, says what it calls the
 *  conversation, opens, and takes a message (integrations, §8.1). */
const script = (url: string) => `(() => {
  const website = window.CRISP_WEBSITE_ID, token = window.CRISP_TOKEN_ID
  const name = 'crisp-client%2Fsession%2F' + website + (token ? '%2F' + token.length : '')
  const known = document.cookie.split('; ').find((one) => one.startsWith(name + '='))
  const session = known ? known.split('=')[1] : 'session_' + crypto.randomUUID()
  document.cookie = name + '=' + session + '; Path=/; SameSite=Lax; Max-Age=' + window.CRISP_COOKIE_EXPIRE
  const tell = (what) => fetch('${url}/widget', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ session, token, website, locale: window.CRISP_RUNTIME_CONFIG?.locale, ...what }) }).catch(() => {})
  const box = document.createElement('div')
  box.id = 'crisp-chatbox'
  box.style.cssText = 'position:fixed;inset:auto 1rem 1rem auto;padding:1rem;background:#fff;color:#000'
  const field = Object.assign(document.createElement('input'), { ariaLabel: 'Bericht' })
  const send = Object.assign(document.createElement('button'), { textContent: 'Stuur', onclick: () => tell({ says: field.value }) })
  box.append(field, send)
  const run = (command) => {
    const [verb, what, about] = command
    if (verb === 'on' && what === 'session:loaded') about(session)
    if (verb === 'do' && what === 'chat:open') document.body.append(box)
    if (verb === 'do' && what === 'session:reset') {
      document.cookie = name + '=; Path=/; Max-Age=0'
      box.remove()
    }
  }
  tell({})
  const queue = window.$crisp ?? []
  queue.forEach(run)
  queue.push = (...commands) => commands.forEach(run)
})()`

const read = async (request: IncomingMessage) => {
  let body = ''
  for await (const part of request) body += part
  return body
}

/** Starts Crisp on a free port of loopback. `asked`: method and path of each request; `told`: what its widget told it; `conversations`: what it has, by name. */
export async function startCrisp({ identifier = 'id', key = 'key', website = '' } = {}) {
  let mood: CrispMood = 'well'
  const asked: string[] = []
  const told: { session: string; token?: string; locale?: string; says?: string }[] = []
  const conversations = new Map<string, Conversation>()
  const people = new Set<string>()
  const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'no-store' }

  const json = (answer: ServerResponse, status: number, reason: string, data: unknown = {}) =>
    answer
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify({ error: status >= 400, reason, data }))

  function rest(request: IncomingMessage, answer: ServerResponse, path: string) {
    const { method = '' } = request
    const right = `Basic ${Buffer.from(`${identifier}:${key}`).toString('base64')}`
    if (request.headers.authorization !== right || !request.headers['x-crisp-tier']) return json(answer, 401, 'invalid_session')
    const [, site, kind, of, id] = path.split('/')
    if (site !== website) return json(answer, 404, 'website_not_found')
    if (kind === 'conversations' && method === 'GET') {
      const page = Number(of) - 1
      const list = [...conversations].map(([session_id, { updated, people }]) => ({
        session_id,
        updated_at: updated,
        people_id: people,
      }))
      return json(answer, 200, 'listed', list.slice(page * 2, page * 2 + 2))
    }
    if (kind === 'conversation' && method === 'POST' && !of) {
      const session_id = `session_${randomUUID()}`
      conversations.set(session_id, { updated: Date.now(), said: 0 })
      return json(answer, 201, 'added', { session_id })
    }
    if (kind === 'conversation' && of) {
      const found = conversations.get(of)
      if (!found) return json(answer, 404, 'conversation_not_found')
      if (method === 'DELETE') {
        conversations.delete(of)
        return json(answer, 200, 'deleted')
      }
      return json(answer, 200, 'resolved', { session_id: of, updated_at: found.updated, people_id: found.people })
    }
    if (kind === 'people' && of === 'profile' && method === 'DELETE')
      return people.delete(id ?? '') ? json(answer, 200, 'deleted') : json(answer, 404, 'people_not_found')
    return json(answer, 405, 'not_allowed')
  }

  const server = createServer(async (request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const body = await read(request)
    asked.push(`${request.method} ${pathname}`)
    if (mood === 'slow') return
    if (mood === 'busy') return json(answer, 429, 'too_many_requests')
    if (mood === 'down') return answer.writeHead(503, { ...open, 'content-type': 'text/html' }).end('<h1>Sorry</h1>')
    if (mood === 'html') return answer.writeHead(200, { ...open, 'content-type': 'text/html' }).end('<h1>Sorry</h1>')
    if (pathname === '/l.js') return answer.writeHead(200, { ...open, 'content-type': 'text/javascript' }).end(script(url))
    if (pathname === '/widget') {
      const said = JSON.parse(body)
      told.push(said)
      if (said.says)
        conversations.set(said.session, { updated: Date.now(), said: (conversations.get(said.session)?.said ?? 0) + 1 })
      return answer.writeHead(204, open).end()
    }
    if (pathname.startsWith('/v1/website/')) return rest(request, answer, pathname.slice('/v1/website'.length))
    return answer.writeHead(404, open).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const at = server.address()
  const url = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  return {
    url,
    asked,
    told,
    conversations,
    people,
    be(next: CrispMood) {
      mood = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((stopped) => server.close(stopped))
    },
  }
}

/** What Crisp sends of an event: its body, as a plugin's hook is signed, or a website's is not. */
export function crispHook(event: string, data: object, { website = '', at = Date.now(), secret = '' } = {}) {
  const body = JSON.stringify({ website_id: website, event, data, timestamp: at })
  const headers = { 'content-type': 'application/json', 'x-crisp-request-timestamp': String(at) }
  const signature = createHmac('sha256', secret).update(`[${at};${body}]`).digest('hex')
  return { body, headers: secret ? { ...headers, 'x-crisp-signature': signature } : { 'content-type': 'application/json' } }
}
