// A line of the log says what happened and nothing about whom: fields are codes, counts and route patterns.
import { randomBytes } from 'node:crypto'
import { DatabaseRefused } from './db/errors'

export type Log = {
  (event: string, fields?: Record<string, string | number | boolean | undefined>): void
  /** Writes a bug down under a reference that the page can show. */
  bug(error: unknown, where: string): string
}

/** Messages of other errors may quote what they choked on; these are made by the engine from names in our own code, or by us. */
const speaksOfCodeOnly = (error: Error): boolean =>
  error instanceof DatabaseRefused || error instanceof ReferenceError || (error instanceof TypeError && !('code' in error))

const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' | ')

/** What of an error may be written down: its name, its code, where it came from. */
export const factsOf = (error: unknown): Record<string, string> =>
  error instanceof Error
    ? {
        error: error.name,
        ...('code' in error ? { code: String(error.code) } : {}),
        ...(speaksOfCodeOnly(error) ? { message: error.message } : {}),
        frames: framesOf(error),
      }
    : { error: typeof error }

export function logTo(write: (line: string) => void): Log {
  const log = (event: string, fields: Record<string, string | number | boolean | undefined> = {}) =>
    write(JSON.stringify({ at: new Date().toISOString(), event, ...fields }))
  return Object.assign(log, {
    bug(error: unknown, where: string) {
      const reference = randomBytes(4).toString('hex')
      log('bug', { reference, where, ...factsOf(error) })
      return reference
    },
  })
}

export const stderrLog: Log = logTo((line) => process.stderr.write(`${line}\n`))
