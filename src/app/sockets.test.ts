import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { hear } from '../platform/db/notices'
import { type TestSite, testSite, type Visitor } from './testing'
import { listen } from './web'

// Pages that follow the chat over a socket, as the program serves them.
let site: TestSite
let listening: Awaited<ReturnType<typeof listen>>
let stopHearing: () => Promise<void>
let host: string
beforeAll(async () => {
  site = await testSite()
  listening = await listen(site.app, { port: 0, host: '127.0.0.1' })
  const address = listening.server.address()
  host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  await new Promise<void>((done) => {
    stopHearing = hear(site.p.connection, { on: { live: site.p.live.heard }, begin: done, lost() {} })
  })
})
afterAll(async () => {
  for (const client of listening.sockets.clients) client.terminate()
  listening.server.close()
  await stopHearing()
  await site.close()
})

let networks = 0
/** Somebody who said something in the chat. */
async function chatting(): Promise<Visitor> {
  const visitor = site.visitor(`203.0.113.${++networks}`)
  await visitor.post('/nl/chat', { text: 'Dag', id: randomUUID() })
  return visitor
}

type Told = { messages?: { number: number; text: string }[]; said?: string; wrong?: string }
/** A page of theirs: what it is told, and its socket. */
function page(visitor: Visitor, headers: Record<string, string> = { origin: `http://${host}` }) {
  const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ')
  const socket = new WebSocket(`ws://${host}/nl/chat/events?after=1`, { headers: { cookie, ...headers } })
  socket.on('error', () => {})
  const told: Told[] = []
  socket.on('message', (data) => told.push(JSON.parse(String(data))))
  const until = (is: (one: Told) => unknown) => expect.poll(() => told.some((one) => is(one)), { timeout: 10_000 }).toBe(true)
  const begun = () => expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(0)
  return { socket, told, until, begun }
}
const said = (id: string, text: string) => JSON.stringify({ id, text })

test('what is said over one is answered, told to the others, and said once however often it is sent', async () => {
  const visitor = await chatting()
  const [one, other] = [page(visitor), page(visitor)]
  await Promise.all([one.begun(), other.begun()])
  const id = randomUUID()
  for (let n = 0; n < 3; n++) one.socket.send(said(id, 'Is er iemand?'))
  await expect.poll(() => one.told.filter((told) => told.said === id).length).toBe(3)
  await other.until(({ messages }) => messages?.some(({ text }) => text === 'Is er iemand?'))
  const texts = (told: Told[]) => told.flatMap(({ messages = [] }) => messages.map(({ number }) => number))
  expect([texts(one.told), texts(other.told)]).toEqual([[2], [2]])
  one.socket.send(said(randomUUID(), ' '))
  await one.until(({ wrong }) => wrong === 'Schrijf iets')
})

test('a page of another site, one that says nothing of where it comes from, and a stranger get none', async () => {
  const visitor = await chatting()
  for (const [who, headers, status] of [
    [visitor, { origin: 'https://evil.example' }, 403],
    [visitor, {}, 403],
    [site.visitor('203.0.113.200'), { origin: `http://${host}` }, 404],
  ] as const) {
    const { socket } = page(who, headers)
    const [, answer] = await once(socket, 'unexpected-response')
    expect(answer.statusCode).toBe(status)
  }
})

test('who floods, sends too much or what is no message is cut off, and nobody else waits for it', async () => {
  const [flood, other] = [await chatting(), await chatting()]
  const calm = page(other)
  await calm.begun()
  const bad = {
    flood: (socket: WebSocket) => {
      for (let n = 0; n < 500; n++) socket.send(said(randomUUID(), `${n}`))
    },
    large: (socket: WebSocket) => socket.send(said(randomUUID(), 'x'.repeat(10_000_000))),
    strange: (socket: WebSocket) => socket.send('{"text":1'),
  }
  for (const send of Object.values(bad)) {
    const { socket, begun } = page(flood)
    await begun()
    const closed = once(socket, 'close')
    send(socket)
    await closed
  }
  const id = randomUUID()
  calm.socket.send(said(id, 'Nog even dit'))
  await calm.until((told) => told.said === id)
  const rows = await site.p.db
    .selectFrom('chat_messages')
    .select((of) => of.fn.countAll<number>().as('many'))
    .groupBy('chat_id')
    .execute()
  for (const { many } of rows) expect(many).toBeLessThanOrEqual(21)
})

test('when the program stops, all of them end', async () => {
  const { socket, begun } = page(await chatting())
  await begun()
  const closed = once(socket, 'close')
  site.p.live.end()
  const [code] = await closed
  expect(code).toBe(1001)
})
