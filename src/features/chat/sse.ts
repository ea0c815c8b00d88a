import type { Context } from 'hono'
import { seconds } from '../../platform/clock'
import type { Env } from '../../platform/http'
import type { Told } from './follow'

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

/** Answers with server-sent events (HTML Standard §9.2). Each is made once the one before it was taken, so that who reads slowly fills no memory. What does not
 *  ask for events gets none. */
export function eventsTo(c: Context<Env>, follow: (signal: AbortSignal) => AsyncGenerator<Told>): Response {
  if (!c.req.header('accept')?.includes('text/event-stream')) return c.body(null, 204)
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
  })
}
