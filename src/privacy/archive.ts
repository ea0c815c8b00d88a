import { randomUUID } from 'node:crypto'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'
import type { Language } from '../std/words'
import { isLanguage } from '../std/words'
import { copyOf } from './copy'
import { removeFiles, removeWith } from './files'
import { zipOf } from './zip'

const job = 'privacy.copy'
const folder = 'copies'

const latest = (db: Db, person: string) =>
  db
    .selectFrom('copies')
    .select(['id', 'person_id', 'file_key', 'file', 'created_at', 'fetched_at'])
    .where('person_id', '=', person)
    .orderBy('created_at', 'desc')
    .limit(1)

/** How it stands with a person's copy. */
export type CopyState = { id: string; state: 'making' | 'ready' | 'fetched'; fetchedAt: Date | null }
export async function copyState(p: Platform, person: string): Promise<CopyState | undefined> {
  const row = await latest(p.db, person).executeTakeFirst()
  return row && { id: row.id, state: row.fetched_at ? 'fetched' : row.file ? 'ready' : 'making', fetchedAt: row.fetched_at }
}

/** Asks for a copy in this language; a job makes it. An earlier one goes. Throws a refusal (429) after five in a day. */
export async function askCopy(p: Platform, person: string, language: Language): Promise<void> {
  await p.limits.count('copy', person, 5, 86_400)
  const id = randomUUID()
  const removeFormer = await p.db.transaction().execute(async (trx) => {
    const gone = await trx.deleteFrom('copies').where('person_id', '=', person).returning('file').execute()
    const paths = gone.flatMap(({ file }) => (file ? [`${folder}/${file}`] : []))
    const keys = await p.vault.keysToSeal(trx, person, ['service'])
    const row = { id, person_id: person }
    await trx
      .insertInto('copies')
      .values({ ...row, ...keys.seal('copies', row, { file_key: p.vault.box().key }), created_at: p.clock.now() })
      .execute()
    await p.jobs.send(trx, job, { copy: id, language })
    return removeWith(p, trx, paths)
  })
  await removeFormer()
}

/** Makes a copy that was asked for, and puts it into the file store under its own key. Does nothing when it is made already, or was given up. */
export async function makeCopy(p: Platform, id: string, language: Language): Promise<void> {
  const row = await p.db
    .selectFrom('copies')
    .select(['id', 'person_id', 'file_key', 'file'])
    .where('id', '=', id)
    .where('file', 'is', null)
    .where('fetched_at', 'is', null)
    .executeTakeFirst()
  if (!row) return
  const keys = await p.vault.keys(p.db, [row.person_id])
  const { file_key } = keys.bind('copies', row)
  if (!file_key) return
  const zip = zipOf(p.files, await copyOf(p, row.person_id, language))
  await p.files.write(`${folder}/${id}`, p.vault.boxOf(file_key.open('rights')).seal(zip))
  await p.db
    .updateTable('copies')
    .set({ file: id })
    .where('id', '=', id)
    .where('file', 'is', null)
    .where('fetched_at', 'is', null)
    .execute()
  const kept = await p.db.selectFrom('copies').select('id').where('id', '=', id).where('file', '=', id).executeTakeFirst()
  // The person ended their account, or asked for another one, while this was made.
  if (!kept) await removeFiles(p, [`${folder}/${id}`])
}

async function* goOn<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (!first.done) yield first.value
  yield* rest
}

/** Gives a person their copy, once: the archive and its key go, while what was opened of it is read. Undefined when there is none (any more). */
export async function fetchCopy(p: Platform, person: string, id: string): Promise<ReadableStream<Uint8Array> | undefined> {
  const zip = await p.db.transaction().execute(async (trx) => {
    const row = await latest(trx, person).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row?.file) return undefined
    const keys = await p.vault.keys(trx, [person])
    const { file_key } = keys.bind('copies', row)
    if (!file_key) return undefined
    const path = `${folder}/${row.file}`
    const pieces = p.vault.boxOf(file_key.open('rights')).open(await p.files.take(path))
    // An archive that does not open stays.
    const first = await pieces.next()
    await trx.updateTable('copies').set({ file: null, file_key: null, fetched_at: p.clock.now() }).where('id', '=', id).execute()
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
