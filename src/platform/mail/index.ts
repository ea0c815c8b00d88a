import { randomUUID } from 'node:crypto'
import type { Language } from '../../std/words'
import type { Clock } from '../clock'
import type { Db } from '../db'
import { disclose, disclosing } from '../egress'
import type { Platform } from '../feature'
import { outwardText } from '../http/address'
import type { Jobs } from '../jobs'
import { whoRest, whoStays } from '../people'
import { type Held, Stopped } from '../vault'
import { renderMail } from './render'
import { type Letter, MailRefused, type Transport } from './transport'

/** An address that somebody gave. */
export type Address =
  | Held<'email.account'>
  | Held<'email.pending'>
  | Held<'email.change'>
  | Held<'email.school'>
  | Held<'email.notice'>
  | Held<'email.question'>
  | Held<'email.request'>
  | Held<'email.farewell'>
  | Held<'email.form'>
  | Held<'email.reply'>
  | Held<'parent.reply'>
  | Held<'email.signup'>
  | Held<'email.newsletter'>

/** A mail as a template makes it, when it is sent and not before (the outbox holds ids alone): to somebody, or to the site itself about them. */
export type MailText = ({ to: Address } | { toSite: string }) & {
  /** What it tells beside the address. */
  tells?: readonly (Held<'answers.form'> | Held<'email.form'> | Held<'text.reply'>)[]
  /** Where an answer to it goes, if not to where it came from. */
  replyTo?: string | undefined
  /** What it is for, where it is no service: signing in, a right of theirs, what they wrote to the site about, what they consented to. */
  purpose?: 'signIn' | 'rights' | 'correspondence' | 'replying' | 'newsletter'
  language: Language
  subject: string
  paragraphs: readonly string[]
  /** A text of the site's own that it carries whole, below the paragraphs: both ways of reading it, its addresses whole. */
  body?: { text: string; html: string }
  /** What it tells of, each with a link of its own. */
  list?: readonly { text: string; url: string }[]
  button?: { label: string; url: string }
  /** Said under the button, smaller. */
  after?: readonly string[]
  links?: readonly { label: string; url: string }[]
  /** Where a mail program can have these mails stopped by one press, without signing in (RFC 8058). */
  unsubscribe?: string
  /** Done once the mail server has taken it, before it counts as sent: what was kept for this mail alone goes. Doing it again does no harm. */
  sent?(): Promise<void>
  /** Done when the mail server says that it will never take mail for this address. */
  refused?(): Promise<void>
}
/** Answers undefined when there is nothing to send any more (the person is gone, the advert too). */
export type MailTemplate = (p: Platform, db: Db, person: string, params: Record<string, string>) => Promise<MailText | undefined>

export type Mail = {
  /** Queues a mail to a person, in the transaction of `db`; to who has ended, none. `params` are ids and codes. */
  queue(db: Db, person: string, template: string, params?: Record<string, string>): Promise<void>
  readonly transport: Transport
}

export const mailJob = 'mail.send'

export function mailOver(jobs: () => Jobs, clock: Clock, transport: Transport): Mail {
  return {
    transport,
    async queue(db, person, template, params = {}) {
      if (!(await whoStays(db, [person])).has(person)) return
      const id = randomUUID()
      await db
        .insertInto('outbox')
        .values({ id, person_id: person, template, params: JSON.stringify(params), created_at: clock.now() })
        .execute()
      await jobs().send(db, mailJob, { outbox: id })
    },
  }
}

/** Makes one mail of the outbox, and writes down who is told what. Undefined when there is nothing to send. */
async function letterOf(
  p: Platform,
  db: Db,
  outbox: string,
): Promise<({ letter: Letter } & Pick<MailText, 'sent' | 'refused'>) | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(['id', 'person_id', 'template', 'params'])
    .where('id', '=', outbox)
    .where('sent_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const template = p.features.map((feature) => feature.mails?.[row.template]).find((found) => found !== undefined)
  if (!template) throw new Error(`no mail template ${row.template}`)
  const mail = await template(p, db, row.person_id, row.params)
  if (!mail) {
    // Perhaps there was nothing to say because the person is left alone.
    if ((await whoRest(db, [row.person_id])).has(row.person_id)) throw new Stopped('restriction')
    return undefined
  }
  const told = [...('to' in mail ? [mail.to] : []), ...(mail.tells ?? [])]
  const opened = await disclose(
    p,
    db,
    row.person_id,
    'mail',
    mail.purpose ?? 'serviceMail',
    Object.fromEntries(told.map((held) => [held.holding, held])),
  )
  const to = 'to' in mail ? opened[mail.to.holding] : mail.toSite
  const from = p.config.mailFrom ?? p.site.controller.email
  if (!to) return undefined
  // A mail program that presses this one follows nothing: it is written as people see it.
  const unsubscribe = mail.unsubscribe && outwardText(p, mail.unsubscribe)
  const made = renderMail(p.site.name, { ...mail, ...(unsubscribe ? { unsubscribe } : {}) })
  const said = { ...made, text: outwardText(p, made.text), html: outwardText(p, made.html) }
  return { letter: { to, from, replyTo: mail.replyTo, ...said }, sent: mail.sent, refused: mail.refused }
}

/** Makes and sends one mail of the outbox. Throws when the mail server does not take it: the queue tries again. */
export async function sendQueued(p: Platform, outbox: string): Promise<void> {
  // The ledger comes first: when the program stops after the letter went, it says one too many, and never none.
  const { told, takeBack } = await disclosing(p.db, (trx) => letterOf(p, trx, outbox)).catch((error: unknown) => {
    if (error instanceof Stopped) return { told: 'waits' as const, takeBack: async () => {} }
    throw error
  })
  // It stays in the outbox until the restriction is lifted.
  if (told === 'waits') return
  if (told) {
    await p.mail.transport.send(told.letter).then(
      () => p.metrics.mailed('sent'),
      async (error: unknown) => {
        p.metrics.mailed('refused')
        await takeBack()
        if (error instanceof MailRefused && error.forGood) await told.refused?.()
        throw error
      },
    )
    await told.sent?.()
  }
  await p.db.updateTable('outbox').set({ sent_at: p.clock.now() }).where('id', '=', outbox).where('sent_at', 'is', null).execute()
}

/** Queues again what waited in the outbox while a person's data were restricted, in the transaction of `db`. */
export async function queueAgain(p: Platform, db: Db, person: string): Promise<void> {
  const rows = await db.selectFrom('outbox').select('id').where('person_id', '=', person).where('sent_at', 'is', null).execute()
  for (const { id } of rows) await p.jobs.send(db, mailJob, { outbox: id })
}
