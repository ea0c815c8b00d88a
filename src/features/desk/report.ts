import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { type Held, normalise } from '../../platform/vault'
import type { ReportReason, ReportTarget } from '../../register'
import type { Language } from '../../std/words'
import { accountsOf } from '../accounts'
import { insertReport, reportById } from './queries'

export type Notice = {
  /** Of what was sent from a page; a new one otherwise. */
  id?: string
  target: ReportTarget
  targetId: string
  reason: ReportReason
  explanation: string
  /** What the reporter is answered in. */
  language: Language
  /** Null for who is not signed in; `contact` is their e-mail address then. */
  reporter: string | null
  contact?: string
}

const day = 86_400

/** Keeps a notice (Digital Services Act, article 16) in the transaction of `db`, and mails its receipt. Answers its id. A reporter without
 *  an account becomes a person, whose address is sealed in the notice. Throws a refusal (429) for too many of one reporter. */
export async function report(p: Platform, db: Db, given: Notice): Promise<string> {
  const { id = randomUUID(), target, targetId, reason, explanation, language, reporter } = given
  const contact = reporter === null ? given.contact : undefined
  if (reporter === null && !contact) throw new Error('a notice has a reporter or an address to answer to')
  await p.limits.count('report.reporter', reporter ?? normalise(contact ?? ''), 10, day)
  const person = reporter ?? (await p.vault.newPerson(db, ['security'])).id
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  const row = { id, person_id: person }
  await insertReport(db, {
    ...row,
    ...keys.seal('reports', row, { explanation, contact: contact ?? null }),
    contact_key: contact ? p.vault.index('reports.contact_key', contact) : null,
    target,
    target_id: targetId,
    reason,
    language,
    created_at: p.clock.now(),
  })
  await p.mail.queue(db, person, 'desk.received', { report: row.id })
  return row.id
}

/** Where a reporter is answered: the address they gave, or that of their account. Undefined when neither is there any more. */
export async function answerTo(
  p: Platform,
  db: Db,
  id: string,
): Promise<{ to: Held<'email.notice'> | Held<'email.account'>; language: Language } | undefined> {
  const row = await reportById(db, id)
  if (!row) return undefined
  const { contact } = (await p.vault.keys(db, [row.person_id])).bind('reports', row)
  if (contact) return { to: contact, language: row.language }
  const account = (await accountsOf(p, db, [row.person_id])).get(row.person_id)
  return account && { to: account.email, language: row.language }
}
