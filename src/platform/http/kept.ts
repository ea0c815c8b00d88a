import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { minutes, seconds } from '../clock'
import { answersKey } from './choices'
import type { Env } from './env'
import { patternOf } from './pattern'

type KeptPage = {
  at: number
  /** The pattern of the route that made it. */
  route?: string | undefined
  /** The change after which it was made. */
  after: number
  /** What on it may be the public id of an advert. */
  names: ReadonlySet<string>
  body: Uint8Array<ArrayBuffer>
  zipped?: Uint8Array<ArrayBuffer>
  headers: [string, string][]
  etag: string
}

/** Pages as they are for everybody who is not signed in, kept in memory so that they are made once. */
export type KeptPages = {
  /** Adverts changed, by their public ids, or any of them (''): pages on which one stands are forgotten, also while they are being made. All others
   *  are soon made again: another advert may belong on them now, and what they count may be another number. */
  changed(adverts: string): void
  /** Keeps pages from now on: whoever calls this hears of every change to what they show, and calls `changed`. */
  begin(): void
  /** Changes may be missed: nothing is kept any more. */
  end(): void
  /** The number of the last change, or undefined while nothing is kept. */
  generation(): number | undefined
  /** The page kept under a name, while it may still be shown. */
  find(name: string, now: number): KeptPage | undefined
  /** Keeps a page, unless something on it changed since it was begun. */
  keep(name: string, page: KeptPage): void
  pages: LRUCache<string, KeptPage>
}

/** The notices of the database by which they hear of it: adverts by name, texts of the site, to which every page may lead, all at once. */
export const noticesOf = ({ changed }: Pick<KeptPages, 'changed'>) => ({ listings: changed, texts: changed })

/** How long a page may say "2 hours ago" while nothing changes. */
const longest = minutes(1)
/** How long a page may lack an advert that came, or count one that went. */
const soon = seconds(5)
const bytes = 64 * 1024 * 1024
const zip = promisify(gzip)

/** An advert stands on a page by the public id in its address. */
const namesIn = (text: string): ReadonlySet<string> =>
  new Set(text.matchAll(/(?<![a-z0-9])[a-z0-9]{12}(?![a-z0-9])/g).map(([name]) => name))

export function keptPages(): KeptPages {
  const pages = new LRUCache<string, KeptPage>({
    maxSize: bytes,
    sizeCalculation: ({ body, names }, key) => 2 * body.byteLength + 100 * names.size + key.length + 1000,
  })
  let keeps = false
  let generation = 0
  let allAt = 0
  const changedAt = new Map<string, number>()
  const forget = () => {
    allAt = ++generation
    changedAt.clear()
    pages.clear()
  }
  return {
    pages,
    changed(adverts) {
      const names = adverts.split(' ')
      if (adverts === '' || changedAt.size + names.length > 10_000) return forget()
      generation++
      for (const name of names) changedAt.set(name, generation)
      for (const [key, page] of [...pages.entries()]) if (names.some((name) => page.names.has(name))) pages.delete(key)
    },
    generation: () => (keeps ? generation : undefined),
    begin() {
      forget()
      keeps = true
    },
    end() {
      keeps = false
      forget()
    },
    find(name, now) {
      const page = pages.get(name)
      if (!page || now < page.at) return undefined
      if (now - page.at <= (page.after === generation ? longest : soon)) return page
      // Whoever asks first makes it again; the others are shown this one meanwhile.
      page.at = now
      return undefined
    },
    keep(name, page) {
      const isTrue = page.after >= allAt && !page.names.values().some((one) => (changedAt.get(one) ?? 0) > page.after)
      if (keeps && isTrue) pages.set(name, page)
    },
  }
}

const isText = (headers: Headers) => /^text|json|xml/.test(headers.get('content-type') ?? '')

async function answer(kept: KeptPage, known: string | undefined, accepted: string | undefined): Promise<Response> {
  const headers = new Headers(kept.headers)
  headers.set('etag', kept.etag)
  headers.append('vary', 'Accept-Encoding')
  if (known?.includes(kept.etag)) return new Response(null, { status: 304, headers })
  if (!accepted || !isText(headers) || !/\bgzip\b/.test(accepted)) return new Response(kept.body, { headers })
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
  const before = p.kept.find(name, now)
  if (before) {
    if (before.route !== undefined) c.set('keptRoute', before.route)
    return answer(before, known, accepted)
  }
  await next()
  const made = c.res
  if (!c.var.forAll || made.status !== 200 || made.headers.has('set-cookie')) return
  const body = new Uint8Array(await made.arrayBuffer())
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const names = namesIn(isText(made.headers) ? `${name} ${Buffer.from(body).toString('latin1')}` : name)
  const kept = { at: now, route: patternOf(c), after: generation, names, body, headers: [...made.headers], etag }
  p.kept.keep(name, kept)
  c.res = undefined
  c.res = await answer(kept, known, accepted)
}
