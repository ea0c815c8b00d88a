import { randomUUID } from 'node:crypto'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { missing, type Viewer } from '../../platform/http'
import type { RequestKind, RequestStep } from '../../register'
import type { Language } from '../../std/words'
import { accountsOf, hashOf, newToken } from '../accounts'
import { insertRequest, insertStep, lockRequest, requestById, setRequestToken, updateRequest } from './queries'
import { answerBy } from './rules'

export type Submitted = { person: string; kind: RequestKind; body: string; language: Language; email?: string }

/** Puts a request into the queue of the rights desk, in the transaction of `db`: from who is signed in, or from a mailbox (`email`) that was proved. Its clock
 *  begins now, and its receipt is mailed. Throws a refusal (404) for who has ended. */
export async function submit(p: Platform, db: Db, { person, kind, body, language, email }: Submitted): Promise<void> {
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  const row = { id: randomUUID(), person_id: person }
  const now = p.clock.now()
  await insertRequest(db, {
    ...row,
    ...keys.seal('requests', row, { body, email: email ?? null }),
    email_key: email ? p.vault.index('requests.email_key', email) : null,
    kind,
    language,
    created_at: now,
    answer_by: answerBy(now),
  })
  await p.mail.queue(db, person, 'requests.received', { request: row.id })
}

type Row = NonNullable<Awaited<ReturnType<typeof requestById>>>

/** A request opened for the person whose it is. */
export async function opened(p: Platform, db: Db, row: Row) {
  const { body, answer, extension } = (await p.vault.keys(db, [row.person_id])).bind('requests', row)
  return {
    id: row.id,
    kind: row.kind,
    createdAt: row.created_at,
    answerBy: row.answer_by,
    closedAt: row.closed_at,
    body: body.open('rights'),
    answer: answer?.open('rights') ?? null,
    extension: extension?.open('rights') ?? null,
  }
}
export type Opened = Awaited<ReturnType<typeof opened>>

/** Where an answer goes, and the path where it can be read: behind a new secret for a mailbox, behind signing in for an account. Undefined when neither is
 *  there any more. */
export async function replyTo(p: Platform, db: Db, row: Row) {
  const { email } = (await p.vault.keys(db, [row.person_id])).bind('requests', row)
  const at = `${p.config.publicUrl}/${row.language}`
  if (email) {
    const token = newToken()
    await setRequestToken(db, row.id, hashOf(token))
    return { to: email, url: `${at}/privacy/requests/${token}` }
  }
  const account = (await accountsOf(p, db, [row.person_id])).get(row.person_id)
  return account && { to: account.email, url: `${at}/account/requests` }
}

/** Writes down what a member of staff did about a request. */
export const note = (p: Platform, db: Db, row: Pick<Row, 'id' | 'person_id'>, staff: Viewer, step: RequestStep) =>
  insertStep(db, {
    id: randomUUID(),
    person_id: row.person_id,
    request_id: row.id,
    staff_id: staff.personId,
    step,
    at: p.clock.now(),
  })

async function waiting(db: Db, id: string): Promise<Row> {
  const row = await lockRequest(db, id)
  if (!row) throw missing()
  return row
}

/** Answers a request: the person gets it by mail, and can read it again. Throws a refusal (404) for one that was answered. */
export const answer = (p: Platform, staff: Viewer, id: string, text: string): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const found = await requestById(trx, id)
    if (!found) throw missing()
    const keys = await p.vault.keysToSeal(trx, found.person_id, ['security'])
    const row = await waiting(trx, id)
    await updateRequest(trx, id, {
      ...keys.seal('requests', row, { answer: text }),
      closed_at: p.clock.now(),
      closed_by: staff.personId,
    })
    await note(p, trx, row, staff, 'answered')
    await p.mail.queue(trx, row.person_id, 'requests.answered', { request: id })
  })

/** Puts the answer off, and tells the person until when and why (GDPR article 12(3)). Throws a refusal (404) for one that was answered. */
export const extend = (
  p: Platform,
  staff: Viewer,
  id: string,
  { until, reason }: { until: Date; reason: string },
): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const found = await requestById(trx, id)
    if (!found) throw missing()
    const keys = await p.vault.keysToSeal(trx, found.person_id, ['security'])
    const row = await waiting(trx, id)
    await updateRequest(trx, id, { ...keys.seal('requests', row, { extension: reason }), answer_by: until, reminders: 0 })
    await note(p, trx, row, staff, 'extended')
    await p.mail.queue(trx, row.person_id, 'requests.extended', { request: id })
  })
