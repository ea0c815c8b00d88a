import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { saidYesTo } from '../../platform/consent'
import type { Platform } from '../../platform/feature'
import { type Env, missing, Refusal } from '../../platform/http'
import type { JobSpec } from '../../platform/jobs'
import { mustStay } from '../../platform/people'
import { accountsOf } from '../accounts'
import { decideFor } from '../consent'
import { mauticOf } from './client'
import { contactById, contactsNumbered, forgetContact } from './queries'
import { purpose } from './sync'

export const hookPath = '/hooks/mautic'
export const heardJobName = 'campaigns.heard'

/** A batch of ten contacts with all that Mautic writes about them is a tenth of it. */
const mostBytes = 1_000_000

/** What is signed: the body as it came, byte for byte. */
export function isSigned(secret: string, body: Uint8Array, signature: string): boolean {
  const [expected, given] = [createHmac('sha256', secret).update(body).digest(), Buffer.from(signature, 'base64')]
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Whether somebody was taken off mails, or is there no more. What else it tells is not for us. */
const telling = ['mautic.lead_channel_subscription_changed', 'mautic.lead_post_delete'] as const
const number = z.coerce.string().regex(/^\d{1,18}$/)
const event = z.union([
  z.object({ id: number }).transform(({ id }) => id),
  z.object({ contact: z.object({ id: number }) }).transform(({ contact }) => contact.id),
])
const batch = z.record(z.string(), z.unknown())

/** The numbers of whom a batch may tell us something; none of what is no batch. */
export function numbersIn(body: string): string[] {
  let said: unknown
  try {
    said = JSON.parse(body)
  } catch {
    return []
  }
  const parsed = batch.safeParse(said)
  if (!parsed.success) return []
  const events = telling.flatMap((name) => z.array(z.unknown()).safeParse(parsed.data[name]).data ?? [])
  return [...new Set(events.flatMap((one) => event.safeParse(one).data ?? []))]
}

/** What Mautic tells of itself. It only makes us look there: whatever is sent again, late or in another order finds what holds now. Who does not sign
 *  learns not even that there is something here. */
export const hookOf = ({ config }: Platform) =>
  new Hono<Env>().post(
    hookPath,
    bodyLimit({
      maxSize: mostBytes,
      onError: () => {
        throw new Refusal(413)
      },
    }),
    async (c) => {
      const { p } = c.var
      const secret = config.mautic?.webhookSecret
      const body = Buffer.from(await c.req.arrayBuffer())
      if (!secret || !isSigned(secret, body, c.req.header('webhook-signature') ?? '')) throw missing()
      const keys = numbersIn(body.toString()).map((one) => p.vault.index('campaign_contacts.number_key', one))
      for (const { id } of await contactsNumbered(p.db, keys)) await p.jobs.send(p.db, heardJobName, { contact: id })
      return c.body(null, 204)
    },
  )

/** Looks at Mautic how somebody stands there. Who wants no mail of it takes back their yes; who is there no more is forgotten, until the next night. */
export const heardJob = (p: Platform): JobSpec => ({
  name: heardJobName,
  async work({ contact = '' }) {
    const row = await contactById(p.db, contact)
    const known = row && (await p.vault.keys(p.db, [row.person_id])).bind('campaign_contacts', row).number?.open('requests')
    if (!row || !known) return
    const wantsNone = await mauticOf(p).wantsNone(known)
    if (wantsNone === undefined) await forgetContact(p.db, row.id, p.clock.now())
    if (!wantsNone) return
    const { person_id: person } = row
    const language = (await accountsOf(p, p.db, [person])).get(person)?.language ?? p.site.languages[0] ?? 'en'
    const after = await p.db.transaction().execute(async (trx) => {
      await mustStay(trx, person)
      if (!(await saidYesTo(trx, person)).includes(purpose)) return undefined
      return decideFor(p, trx, { person, purpose, yes: false, language, how: 'company' })
    })
    await after?.()
  },
})
