// A line of the log says what happened and nothing about whom: fields are codes, counts and route patterns.
import { randomBytes } from 'node:crypto'
import { DatabaseRefused } from './db/errors'

export type Log = {
  (event: string, fields?: Record<string, string | number | boolean | undefined>): void
  /** Writes a bug down under a reference that the page can show. */
  bug(error: unknown, where: string): string
}

/** What of a message speaks of our own code alone: messages quote what they choked on, also those of the engine ("an@example.org is not a function"). */
const messageOf = (error: Error): string | undefined => {
  if (error instanceof DatabaseRefused || error instanceof ReferenceError) return error.message
  return error instanceof TypeError ? /^Cannot (?:read|set) properties of (?:undefined|null)/.exec(error.message)?.[0] : undefined
}

/** The stack begins with the message, which may have lines of its own. */
const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .replace(error.message, () => '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' | ')

/** What of an error may be written down: its name, its code, where it came from. */
export function factsOf(error: unknown): Record<string, string | undefined> {
  // pg-boss hands on the fields of an error, not the error.
  const code: { code?: string } = {}
  if (typeof error === 'object' && error && 'code' in error) code.code = String(error.code)
  if (!(error instanceof Error)) return { error: typeof error, ...code }
  const message = messageOf(error)
  return {
    error: error.name,
    ...code,
    ...(message ? { message } : {}),
    frames: framesOf(error),
  }
}

export function logTo(write: (line: string) => void): Log {
  // Answers nothing, whatever `write` answers: `.catch(() => log(…))` is undefined.
  const log = (event: string, fields: Record<string, string | number | boolean | undefined> = {}) => {
    write(JSON.stringify({ at: new Date().toISOString(), event, ...fields }))
  }
  return Object.assign(log, {
    bug(error: unknown, where: string) {
      const reference = randomBytes(4).toString('hex')
      log('bug', { reference, where, ...factsOf(error) })
      return reference
    },
  })
}

export const stderrLog: Log = logTo((line) => process.stderr.write(`${line}\n`))
