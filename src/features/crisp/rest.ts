// What Crisp is asked over its REST interface (integrations, §8.2): whether it has a conversation, to erase one, and which are old.
import { z } from 'zod'
import { seconds } from '../../platform/clock'
import { apiOf } from './settings'

const patience = seconds(10)
/** So many pages of conversations are looked through at once; Crisp says how many are on one. */
const mostPages = 500

/** What Crisp calls a conversation. */
export const sessionShape = /^session_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Crisp cannot do it now, or answered what it never does: it is asked again later. Says nothing of whom. */
export class CrispTrouble extends Error {
  readonly code = 'crisp_trouble'
}

export type Crisp = {
  /** Whether there is a conversation of this name. */
  has(session: string): Promise<boolean>
  /** Erases a conversation, and first the profile of whoever had it: what is gone already is erased. */
  erase(session: string): Promise<void>
  /** The conversations in which nothing happened since then. */
  before(moment: Date): Promise<string[]>
}

const one = z.object({ data: z.object({ people_id: z.string().nullish() }) })
const many = z.object({ data: z.array(z.object({ session_id: z.string(), updated_at: z.number() })) })

export function crispAt({
  website,
  identifier,
  key,
  tier,
  base,
}: {
  website: string
  identifier: string
  key: string
  tier: string
  base?: string
}): Crisp {
  const headers = {
    accept: 'application/json',
    authorization: `Basic ${Buffer.from(`${identifier}:${key}`).toString('base64')}`,
    'x-crisp-tier': tier,
  }
  /** Undefined for what is not there. Throws CrispTrouble. */
  async function ask(method: 'GET' | 'HEAD' | 'DELETE', ...path: string[]): Promise<unknown> {
    const url = [apiOf(base), 'website', website, ...path]
      .map((part, at) => (at === 0 ? part : encodeURIComponent(part)))
      .join('/')
    let answer: Response
    try {
      answer = await fetch(url, { method, headers, signal: AbortSignal.timeout(patience), redirect: 'error' })
    } catch {
      // What it throws may name the address of the request, with the conversation in it.
      throw new CrispTrouble('no answer')
    }
    // A page in place of JSON is of something in between, whatever it says of itself.
    const isJson = method === 'HEAD' || answer.headers.get('content-type')?.includes('json')
    const body = isJson && method !== 'HEAD' ? await answer.json().catch(() => undefined) : undefined
    if (isJson && answer.status === 404) return undefined
    if (!answer.ok || !isJson || (method !== 'HEAD' && body === undefined)) throw new CrispTrouble(`answered ${answer.status}`)
    return body ?? {}
  }
  function read<S extends z.ZodType>(shape: S, answer: unknown): z.output<S> {
    const parsed = shape.safeParse(answer)
    if (!parsed.success) throw new CrispTrouble('answered what it never does')
    return parsed.data
  }
  return {
    has: async (session) => (await ask('HEAD', 'conversation', session)) !== undefined,
    async erase(session) {
      const found = await ask('GET', 'conversation', session)
      if (found === undefined) return
      const { people_id: people } = read(one, found).data
      // First, since the conversation alone leads to it.
      if (people) await ask('DELETE', 'people', 'profile', people)
      await ask('DELETE', 'conversation', session)
    },
    async before(moment) {
      const old: string[] = []
      for (let page = 1; page <= mostPages; page++) {
        // A site that Crisp does not know has no such list: that is no answer.
        const { data } = read(many, await ask('GET', 'conversations', String(page)))
        if (data.length === 0) break
        old.push(...data.filter((one) => one.updated_at < moment.getTime()).map((one) => one.session_id))
      }
      return old
    },
  }
}
