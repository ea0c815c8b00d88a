import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from './index'

export type Heard = {
  /** Something was told on a channel: `said` is what the notice carries. */
  on: Readonly<Record<string, (said: string) => void>>
  /** From now on everything told is heard. What was told before may have been missed. */
  begin(): void
  /** Nothing is heard until the next `begin`. */
  lost(): void
}

/** Listens to what this and other programs of the site tell through the database (NOTIFY), over a connection of its own that is made again when it
 *  breaks. Answers how to stop. Notices carry ids and codes, or nothing. */
export function hear({ pool }: Connection, { on, begin, lost }: Heard): () => Promise<void> {
  let client: pg.Client | undefined
  let ended = false
  const listen = async () => {
    while (!ended) {
      const one = new pg.Client({ ...pool.options, application_name: 'huisrecht notices' })
      client = one
      const broken = new Promise<void>((done) => {
        one.once('end', () => done())
        one.once('error', () => done())
      })
      one.on('notification', ({ channel, payload = '' }) => on[channel]?.(payload))
      try {
        await one.connect()
        for (const channel of Object.keys(on)) await one.query(`listen ${pg.escapeIdentifier(channel)}`)
        begin()
        await broken
      } catch {
        // The database is not there: whoever asks it something finds out, and tells.
      }
      lost()
      await one.end().catch(() => {})
      if (!ended) await pause(1000, undefined, { ref: false })
    }
  }
  const listening = listen()
  return async () => {
    ended = true
    await client?.end().catch(() => {})
    await listening
  }
}
