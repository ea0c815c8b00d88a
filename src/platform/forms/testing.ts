// For tests: what a browser does with a form while somebody writes.
import { pbkdf2Sync } from 'node:crypto'

/** The number that the form on a page asks for, as islands/work.ts sends it along. */
export function workedOut(html: string): string {
  const [, ticket = '', rounds = '', most = ''] = /data-ticket="([^"]+)" data-rounds="(\d+)" data-most="(\d+)"/.exec(html) ?? []
  const [salt = '', sought = ''] = (ticket.split('.')[0] ?? '').split('-')
  for (let number = 0; number < Number(most); number++)
    if (pbkdf2Sync(salt, String(number), Number(rounds), 16, 'sha256').toString('hex') === sought) return `${ticket}.${number}`
  throw new Error('the page asks for no number')
}
