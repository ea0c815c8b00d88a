// A person's copy as an archive. The key that opens it stands in the link of a mail alone: what lies here opens to nobody, also not to us.
import { randomUUID } from 'node:crypto'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'
import { lockTo, newPair, recipientOf, unlockWith } from '../platform/vault/escrow'
import type { Language } from '../std/words'
import { isLanguage } from '../std/words'
import { type CopyFlow, withCopy } from './copy'
import { removeFiles, removeWith } from './files'
import { zipOf } from './zip'

const job = 'privacy.copy'
const folder = 'copies'
/** The mail with the link, which features/your-data writes. */
export const copyMail = 'your-data.copy'

const latest = (db: Db, person: string) =>
  db
    .selectFrom('copies')
    .select(['id', 'person_id', 'lock', 'file', 'progress', 'created_at', 'fetched_at'])
    .where('person_id', '=', person)
    .orderBy('created_at', 'desc')
    .limit(1)

/** How it stands with a person's copy. `progress`: per cent. */
export type CopyState = { id: string; state: 'making' | 'ready' | 'fetched'; progress: number; fetchedAt: Date | null }
export async function copyState(p: Platform, person: string): Promise<CopyState | undefined> {
  const row = await latest(p.db, person).executeTakeFirst()
  if (!row) return undefined
  const state = row.fetched_at ? 'fetched' : row.file ? 'ready' : 'making'
  return { id: row.id, state, progress: row.progress, fetchedAt: row.fetched_at }
}

/** Asks for a copy in this language; its link goes by mail, and a job makes it. An earlier one goes. Throws a refusal (429) after five in a day. */
export async function askCopy(p: Platform, person: string, language: Language): Promise<void> {
  await p.limits.count('copy', person, 5, 86_400)
  const id = randomUUID()
  const removeFormer = await p.db.transaction().execute(async (trx) => {
    const gone = await trx.deleteFrom('copies').where('person_id', '=', person).returning('file').execute()
    const paths = gone.flatMap(({ file }) => (file ? [`${folder}/${file}`] : []))
    await trx.insertInto('copies').values({ id, person_id: person, created_at: p.clock.now(), progress: 0 }).execute()
    await p.mail.queue(trx, person, copyMail, { copy: id, language })
    return removeWith(p, trx, paths)
  })
  await removeFormer()
}

const prefix = 'AGE-SECRET-KEY-1'

/** Makes the key of a copy while its mail is written, in the transaction of `db`: the private half, for the link, is kept nowhere here. A mail that
 *  is tried again gets another, and the archive of the former goes. Undefined when the copy was given up or fetched. */
export async function mintCopyKey(p: Platform, db: Db, id: string, language: Language): Promise<string | undefined> {
  const row = await db
    .selectFrom('copies')
    .select(['id', 'file'])
    .where('id', '=', id)
    .where('fetched_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { identity, recipient } = await newPair()
  await db.updateTable('copies').set({ lock: recipient, file: null, progress: 0 }).where('id', '=', id).execute()
  if (row.file) await removeWith(p, db, [`${folder}/${row.file}`])
  await p.jobs.send(db, job, { copy: id, language })
  return identity.slice(prefix.length)
}

/** A copy as a zip, which says in its row how far it is: in per cent of the records and files. */
async function* told(p: Platform, id: string, copy: CopyFlow): AsyncGenerator<Uint8Array> {
  let now = 0
  let said = 0
  const progress = (done: number, of: number) => {
    now = Math.max(now, Math.floor((99 * done) / of))
  }
  for await (const piece of zipOf(p.files, copy, progress)) {
    if (now > said) {
      said = now
      await p.db.updateTable('copies').set({ progress: said }).where('id', '=', id).execute()
    }
    yield piece
  }
}

/** Makes a copy whose link is under way, and puts it into the file store, locked. Does nothing when it is made already, or was given up. */
export async function makeCopy(p: Platform, id: string, language: Language): Promise<void> {
  const row = await p.db
    .selectFrom('copies')
    .select(['person_id', 'lock'])
    .where('id', '=', id)
    .where('file', 'is', null)
    .where('fetched_at', 'is', null)
    .executeTakeFirst()
  if (!row?.lock) return
  const { lock } = row
  const file = randomUUID()
  // Read, packed and locked piece by piece, as the disk takes it. What is broken off is not there, and opens to nobody: it is begun anew.
  await withCopy(p, row.person_id, language, (copy) => p.files.write(`${folder}/${file}`, lockTo(lock, told(p, id, copy))))
  await p.db
    .updateTable('copies')
    .set({ file, progress: 100 })
    .where('id', '=', id)
    .where('lock', '=', lock)
    .where('file', 'is', null)
    .where('fetched_at', 'is', null)
    .execute()
  const kept = await p.db.selectFrom('copies').select('id').where('id', '=', id).where('file', '=', file).executeTakeFirst()
  // The person ended their account, asked for another one, or got another link, while this was made.
  if (!kept) await removeFiles(p, [`${folder}/${file}`])
}

async function* goOn<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (!first.done) yield first.value
  yield* rest
}

/** Whether this secret of a link opens what is locked so. */
const opens = async (secret: string, lock: string | null): Promise<boolean> =>
  (await recipientOf(`${prefix}${secret}`).catch(() => undefined)) === lock

/** How it stands with the copy of a link. Undefined when the link is not this person's, or no longer leads anywhere. */
export async function copyOfLink(p: Platform, person: string, id: string, secret: string): Promise<CopyState | undefined> {
  const row = await latest(p.db, person).where('id', '=', id).executeTakeFirst()
  return row && !row.fetched_at && (await opens(secret, row.lock)) ? copyState(p, person) : undefined
}

/** Gives a person their copy, once, to who has the secret of its link: the archive goes, while what was opened of it is read. Undefined when there
 *  is none (any more). */
export async function fetchCopy(
  p: Platform,
  person: string,
  id: string,
  secret: string,
): Promise<ReadableStream<Uint8Array> | undefined> {
  const zip = await p.db.transaction().execute(async (trx) => {
    const row = await latest(trx, person).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row?.file || !(await opens(secret, row.lock))) return undefined
    const path = `${folder}/${row.file}`
    const pieces = unlockWith([`${prefix}${secret}`], await p.files.take(path))
    // An archive that does not open stays.
    const first = await pieces.next()
    await trx.updateTable('copies').set({ file: null, lock: null, fetched_at: p.clock.now() }).where('id', '=', id).execute()
    return { body: ReadableStream.from(goOn(first, pieces)), remove: await removeWith(p, trx, [path]) }
  })
  await zip?.remove()
  return zip?.body
}

export const copyJob = (p: Platform): JobSpec => ({
  name: job,
  retries: 5,
  work: async ({ copy = '', language = '' }) => makeCopy(p, copy, isLanguage(language) ? language : 'en'),
})
