import type { Context } from 'hono'
import { seconds } from '../../platform/clock'
import { type Env, pathOf } from '../../platform/http'
import type { Told } from './follow'
import { type Answer, type Heard, socketTo } from './socket'

/** Who does not read for so long is cut off: nothing is kept for them, and they go on after the last that they got. */
const patience = seconds(30)

const asEvent = (told: Told): string => {
  const last = told.messages?.at(-1)?.number
  return `${last === undefined ? '' : `id: ${last}\n`}data: ${JSON.stringify(told)}\n\n`
}

/** The last number that a page got: said by its browser when it comes back, or by the page. */
export function afterOf(c: Context<Env>): number {
  const said = Number(c.req.header('last-event-id') ?? c.req.query('after') ?? 0)
  return Number.isSafeInteger(said) && said > 0 ? said : 0
}

/** Leads from where a page follows to the page itself: one that cannot follow ends there, too. */
export const toPage = (c: Context<Env>): Response => c.redirect(pathOf(c).replace(/\/events$/, ''), 303)

/** Answers to a page that follows: over a WebSocket if it asks for one, and with server-sent events if it asks for those; `hear` is what the first can say. Who
 *  asks for neither is led to the page itself. */
export function eventsTo(
  c: Context<Env>,
  follow: (signal: AbortSignal) => AsyncGenerator<Told>,
  hear: (heard: Heard) => Promise<Answer | undefined> = async () => undefined,
): Response | Promise<Response> {
  if (c.req.header('upgrade')?.toLowerCase() === 'websocket') return socketTo(c, follow, hear)
  return c.req.header('accept')?.includes('text/event-stream') ? streamTo(c, follow) : toPage(c)
}

/** Answers with server-sent events (HTML Standard §9.2). Each is made once the one before it was taken, so that who reads slowly fills no memory. */
function streamTo(c: Context<Env>, follow: (signal: AbortSignal) => AsyncGenerator<Told>): Response {
  const ended = new AbortController()
  const following = follow(ended.signal)
  const encoder = new TextEncoder()
  let waiting: ReturnType<typeof setTimeout> | undefined
  const end = async () => {
    clearTimeout(waiting)
    ended.abort()
    await following.return(undefined)
  }
  const events = new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        clearTimeout(waiting)
        const { done, value } = await following.next()
        if (done) return stream.close()
        stream.enqueue(encoder.encode(asEvent(value)))
        waiting = setTimeout(() => {
          stream.error(new Error('nobody reads'))
          end().catch((error: unknown) => c.var.p.log.bug(error, 'chat'))
        }, patience).unref()
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
  return c.body(events, 200, {
    'content-type': 'text/event-stream',
    'cache-control': 'private, no-store, no-transform',
    'x-accel-buffering': 'no',
    // A browser comes back over another connection: the program waits for those that it has before it stops.
    connection: 'close',
  })
}
