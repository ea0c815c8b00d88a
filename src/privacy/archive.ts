import { randomUUID } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { z } from 'zod'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'
import type { Language } from '../std/words'
import { isLanguage } from '../std/words'
import { type Copy, copyOf } from './copy'
import { copySchema } from './copy-schema'
import { removeFiles, removeWith } from './files'
import { copyDocument } from './readable'

const job = 'privacy.copy'
const folder = 'copies'

/** A copy as one zip: data.json and its schema.json, index.html to read, and the person's files. */
export async function zipOf(p: Platform, copy: Copy): Promise<Buffer> {
  const paths = copy.items.flatMap(({ holdings }) =>
    holdings.flatMap(({ records }) => records.flatMap(({ files = [] }) => files)),
  )
  const files: Zippable = {}
  // Pictures do not get smaller, and everybody waits while they are tried.
  for (const path of paths) files[`files/${path}`] = [await p.files.read(path), { level: 0 }]
  return Buffer.from(
    zipSync({
      'data.json': strToU8(JSON.stringify(copy, null, 2)),
      'schema.json': strToU8(JSON.stringify(z.toJSONSchema(copySchema), null, 2)),
      'index.html': strToU8(copyDocument(copy)),
      ...files,
    }),
  )
}

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
  const zip = await zipOf(p, await copyOf(p, row.person_id, language))
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

/** Gives a person their copy, once: the archive and its key go. Undefined when there is none (any more). */
export async function fetchCopy(p: Platform, person: string, id: string): Promise<Buffer | undefined> {
  const zip = await p.db.transaction().execute(async (trx) => {
    const row = await latest(trx, person).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row?.file) return undefined
    const keys = await p.vault.keys(trx, [person])
    const { file_key } = keys.bind('copies', row)
    if (!file_key) return undefined
    const plain = p.vault.boxOf(file_key.open('rights')).open(await p.files.read(`${folder}/${row.file}`))
    await trx.updateTable('copies').set({ file: null, file_key: null, fetched_at: p.clock.now() }).where('id', '=', id).execute()
    return { plain, remove: await removeWith(p, trx, [`${folder}/${row.file}`]) }
  })
  await zip?.remove()
  return zip?.plain
}

export const copyJob = (p: Platform): JobSpec => ({
  name: job,
  retries: 5,
  work: async ({ copy = '', language = '' }) => makeCopy(p, copy, isLanguage(language) ? language : 'en'),
})
