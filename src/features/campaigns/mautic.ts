import { z } from 'zod'
import { type Clock, seconds } from '../../platform/clock'
import type { MauticConfig } from '../../platform/config'
import { normalise } from '../../platform/vault'

/** Mautic did not do what it was asked. `down`: it did not take the question; `refused`: it does not want it; `silent`, `unclear`: it may have done it; `engaged`: we speak
 *  with it about the same person already. */
export class MauticTrouble extends Error {
  readonly code: 'mautic_down' | 'mautic_refused' | 'mautic_silent' | 'mautic_unclear' | 'mautic_engaged'
  constructor(code: MauticTrouble['code']) {
    super(code)
    this.code = code
  }
}

const patience = seconds(10)
/** What we write beside a do-not-contact that is ours, to know it from one of the person's own. */
const ours = 'huisrecht: restricted'

const number = z.coerce.string().regex(/^\d{1,18}$/)
/** An empty map comes from PHP as a list. */
const listed = <T extends z.ZodType>(of: T) =>
  z.union([z.array(of), z.record(z.string(), of)]).transform((all) => Object.values(all))
const contact = z.object({
  id: number,
  fields: z.object({ all: z.object({ email: z.string().nullish() }).optional() }).optional(),
  doNotContact: listed(z.object({ channel: z.string(), comments: z.string().nullish() })).default([]),
})
type Contact = z.output<typeof contact>
const one = z.object({ contact })
const many = z.object({ contacts: listed(contact) })
const granted = z.object({ access_token: z.string(), expires_in: z.coerce.number() })

const stopsOf = ({ doNotContact }: Contact) => doNotContact.filter(({ channel }) => channel === 'email')

/** The contacts of a Mautic, by its REST API. Each call throws MauticTrouble when it is not done; what it throws says nothing of anybody. */
export function mauticAt({ base, by }: Pick<MauticConfig, 'base' | 'by'>, clock: Clock, wait = patience) {
  let token: { value: string; until: number } | undefined

  /** What it answers, and nothing of what was asked: a URL may hold an address. */
  async function fetched(path: string, init: RequestInit): Promise<{ status: number; said: unknown }> {
    const answer = await fetch(new URL(path, base), { ...init, redirect: 'error', signal: AbortSignal.timeout(wait) }).catch(
      (error: unknown) => {
        throw new MauticTrouble(error instanceof Error && error.name === 'TimeoutError' ? 'mautic_silent' : 'mautic_down')
      },
    )
    const text = await answer.text().catch(() => {
      throw new MauticTrouble('mautic_silent')
    })
    if (answer.status === 429 || answer.status >= 500) throw new MauticTrouble('mautic_down')
    try {
      return { status: answer.status, said: JSON.parse(text) }
    } catch {
      throw new MauticTrouble(answer.ok ? 'mautic_unclear' : 'mautic_refused')
    }
  }

  async function bearer(id: string, secret: string): Promise<string> {
    const now = clock.now().getTime()
    if (token && token.until > now) return token.value
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret })
    const { status, said } = await fetched('oauth/v2/token', { method: 'POST', body })
    const parsed = granted.safeParse(said)
    if (status !== 200 || !parsed.success) throw new MauticTrouble('mautic_refused')
    // It is asked for anew a minute before it ends.
    token = { value: parsed.data.access_token, until: now + seconds(parsed.data.expires_in - 60) }
    return token.value
  }
  const signed = async () =>
    'user' in by
      ? `Basic ${Buffer.from(`${by.user}:${by.password}`).toString('base64')}`
      : `Bearer ${await bearer(by.id, by.secret)}`

  /** What it answers to a question; undefined when it has no such thing. */
  async function asked<T extends z.ZodType>(
    shape: T,
    method: string,
    path: string,
    body?: object,
    again = false,
  ): Promise<z.output<T> | undefined> {
    const headers = {
      authorization: await signed(),
      accept: 'application/json',
      ...(body ? { 'content-type': 'application/json' } : {}),
    }
    const { status, said } = await fetched(`api/${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    if (status === 404) return undefined
    if (status === 401 && token && !again) {
      // It may have been taken back before its time.
      token = undefined
      return asked(shape, method, path, body, true)
    }
    if (status >= 400) throw new MauticTrouble('mautic_refused')
    const parsed = shape.safeParse(said)
    if (!parsed.success) throw new MauticTrouble('mautic_unclear')
    return parsed.data
  }
  const contactAt = async (id: string) => (await asked(one, 'GET', `contacts/${id}`))?.contact

  return {
    /** Writes down who somebody is, under the number that it knows them by, if any: made anew where that is there no more. Answers the number that holds
     *  from now: it may have found that it knew them under another. */
    async put(known: string | undefined, { email, firstName }: { email: string; firstName: string }): Promise<string> {
      const fields = { email, firstname: firstName }
      const kept = known ? await asked(one, 'PATCH', `contacts/${known}/edit`, fields) : undefined
      const made = kept ?? (await asked(one, 'POST', 'contacts/new', fields))
      if (!made) throw new MauticTrouble('mautic_refused')
      return made.contact.id
    },
    /** The numbers under which it knows an address. */
    async find(email: string): Promise<string[]> {
      const where = new URLSearchParams({ 'where[0][col]': 'email', 'where[0][expr]': 'eq', 'where[0][val]': email })
      const found = await asked(many, 'GET', `contacts?${where}`)
      // One that does not know `where` answers with everybody.
      const same = (other: string | null | undefined) => typeof other === 'string' && normalise(other) === normalise(email)
      return (found?.contacts ?? []).filter(({ fields }) => same(fields?.all?.email)).map(({ id }) => id)
    },
    /** Erases a contact. One that is gone already is no fault. */
    async remove(id: string): Promise<void> {
      await asked(z.unknown(), 'DELETE', `contacts/${id}/delete`)
    },
    /** Whether somebody wants no mail of it any more, or it cannot reach them; undefined when it does not know the number. What we asked for ourselves is not that. */
    async wantsNone(id: string): Promise<boolean | undefined> {
      const found = await contactAt(id)
      return found && stopsOf(found).some(({ comments }) => comments !== ours)
    },
    /** Has it mail somebody nothing, and keep them. */
    async rest(id: string): Promise<void> {
      const found = await contactAt(id)
      if (found && stopsOf(found).length === 0)
        await asked(z.unknown(), 'POST', `contacts/${id}/dnc/email/add`, { reason: 3, comments: ours })
    },
    /** Ends that: not what stops mail for a reason of their own. */
    async goOn(id: string): Promise<void> {
      const found = await contactAt(id)
      if (found && stopsOf(found).some(({ comments }) => comments === ours))
        await asked(z.unknown(), 'POST', `contacts/${id}/dnc/email/remove`, {})
    },
  }
}
export type Mautic = ReturnType<typeof mauticAt>
