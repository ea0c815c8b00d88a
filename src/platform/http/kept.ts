import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { minutes } from '../clock'
import { answersKey } from './choices'
import type { Env } from './env'

type KeptPage = {
  at: number
  body: Uint8Array<ArrayBuffer>
  zipped?: Uint8Array<ArrayBuffer>
  headers: [string, string][]
  etag: string
}

/** Pages as they are for everybody who is not signed in, kept in memory so that they are made once. */
export type KeptPages = {
  /** Everything made until now is forgotten, also what is being made. */
  forget(): void
  /** Keeps pages from now on: whoever calls this hears of every change to what they show, and calls `forget`. */
  begin(): void
  /** Changes may be missed: nothing is kept any more. */
  end(): void
  /** What changes with every call of `forget`, or undefined while nothing is kept. */
  generation(): number | undefined
  pages: LRUCache<string, KeptPage>
}

/** How long a page may say "2 hours ago" while nothing it shows changes. */
const longest = minutes(1)
const bytes = 64 * 1024 * 1024
const zip = promisify(gzip)

export function keptPages(): KeptPages {
  const pages = new LRUCache<string, KeptPage>({
    maxSize: bytes,
    sizeCalculation: ({ body }, key) => 2 * body.byteLength + key.length + 1000,
  })
  let keeps = false
  let generation = 0
  const forget = () => {
    generation++
    pages.clear()
  }
  return {
    pages,
    forget,
    generation: () => (keeps ? generation : undefined),
    begin() {
      forget()
      keeps = true
    },
    end() {
      keeps = false
      forget()
    },
  }
}

async function answer(kept: KeptPage, known: string | undefined, accepted: string | undefined): Promise<Response> {
  const headers = new Headers(kept.headers)
  headers.set('etag', kept.etag)
  headers.append('vary', 'Accept-Encoding')
  if (known?.includes(kept.etag)) return new Response(null, { status: 304, headers })
  const isText = /^text|json|xml/.test(headers.get('content-type') ?? '')
  if (!accepted || !isText || !/\bgzip\b/.test(accepted)) return new Response(kept.body, { headers })
  kept.zipped ??= new Uint8Array(await zip(kept.body))
  headers.set('content-encoding', 'gzip')
  return new Response(kept.zipped, { headers })
}

/** Answers a page that was made before, and keeps one that is the same for all who are not signed in (`sharedFor` of a page). */
export const servesKept: MiddlewareHandler<Env> = async (c, next) => {
  const { p, viewer } = c.var
  const generation = p.kept.generation()
  if (c.req.method !== 'GET' || viewer || generation === undefined) return next()
  const { pathname, search } = new URL(c.req.url)
  const name = `${pathname}${search} ${answersKey(c)}`
  const now = p.clock.now().getTime()
  const [known, accepted] = [c.req.header('if-none-match'), c.req.header('accept-encoding')]
  const before = p.kept.pages.get(name)
  if (before && now - before.at <= longest && now >= before.at) return answer(before, known, accepted)
  await next()
  const made = c.res
  if (!c.var.forAll || made.status !== 200 || made.headers.has('set-cookie')) return
  const body = new Uint8Array(await made.arrayBuffer())
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const kept = { at: now, body, headers: [...made.headers], etag }
  // Something may have changed while the page was made.
  if (p.kept.generation() === generation) p.kept.pages.set(name, kept)
  c.res = undefined
  c.res = await answer(kept, known, accepted)
}
