import { upgradeWebSocket } from '@hono/node-server'
import type { Context } from 'hono'
import { WebSocket } from 'ws'
import { seconds } from '../../platform/clock'
import { type Env, forbidden, isFromHere } from '../../platform/http'
import type { Told } from './follow'

/** What a page sends: something to say, under an id of its own, or that somebody is typing. */
export type Heard = { id: string; text: string } | 'typing'
/** What it is answered: that this was said, or why it was not. */
export type Answer = { said: string } | { wrong: string; id: string }

/** Who does not read for so long is cut off: nothing is kept for them, and they go on after the last that they got. */
const patience = seconds(30)
/** Who sends more than this before it is dealt with is cut off. */
const most = 20

function heardIn(data: unknown): Heard | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const { id, text, typing }: Record<string, unknown> = JSON.parse(data)
    if (typing === true) return 'typing'
    return typeof id === 'string' && typeof text === 'string' ? { id, text } : undefined
  } catch {
    return undefined
  }
}

/** Sends something, and waits until it has left; who does not take it is cut off. */
const send = (socket: WebSocket, what: Told | Answer): Promise<void> =>
  new Promise((done) => {
    const waiting = setTimeout(() => socket.terminate(), patience)
    socket.send(JSON.stringify(what), () => {
      clearTimeout(waiting)
      done()
    })
  })

/** Answers with a WebSocket (RFC 6455) to a page of our own: each thing that is told is made once the one before it has left, and what is heard is dealt with in
 *  order. Throws a refusal (403) for a page of another site. */
export function socketTo(
  c: Context<Env>,
  follow: (signal: AbortSignal) => AsyncGenerator<Told>,
  hear: (heard: Heard) => Promise<Answer | undefined>,
): Promise<Response> {
  if (!isFromHere(c)) throw forbidden()
  const { log } = c.var.p
  const ended = new AbortController()
  const bug = (error: unknown) => log.bug(error, 'chat')
  let [dealing, waiting] = [Promise.resolve(), 0]
  const socketOf = (raw: unknown) => (raw instanceof WebSocket ? raw : undefined)
  return upgradeWebSocket(c, {
    async onOpen(_event, { raw }) {
      const socket = socketOf(raw)
      if (!socket) return
      try {
        for await (const told of follow(ended.signal)) await send(socket, told)
      } catch (error) {
        bug(error)
      }
      socket.close(1001)
    },
    onMessage({ data }, { raw }) {
      const [socket, heard] = [socketOf(raw), heardIn(data)]
      if (!socket) return
      if (!heard || waiting >= most) return socket.terminate()
      waiting++
      dealing = dealing
        .then(async () => {
          const answer = await hear(heard)
          if (answer) await send(socket, answer)
        })
        .catch((error: unknown) => void bug(error))
        .finally(() => {
          waiting--
        })
    },
    onClose: () => ended.abort(),
    onError: () => ended.abort(),
  })
}
