import type { Context } from 'hono'
import { documentIn } from '../../std/document'
import type { Env } from './env'

/** Answers a document that was kept, under a name without its ending. Made by a stranger: it is saved and opened by a program for it, never shown as a
 *  page of ours. */
export function documentAnswer(c: Context<Env>, url: string, name: string): Response {
  const { type, ending, bytes } = documentIn(url)
  return c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}.${ending}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
}
