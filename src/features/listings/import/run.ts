import { createHash, randomUUID } from 'node:crypto'
import type { Platform } from '../../../platform/feature'
import { lawOf } from '../law'
import { lookAt, Unreadable } from './file'
import { type ImportedAdvert, type Judged, judge } from './judge'
import { compare, type Mapping } from './mapping'
import { addImport, hold, reach, unfinished } from './queries'
import { recordsOf } from './records'
import { words } from './words'
import { countNew, type Publish, writeAdverts } from './write'

export type ImportOf = { file: string; source: string; mapping: Mapping; publish: Publish; dryRun: boolean }
export type Counts = { taken: number; repeated: number; refused: number }
/** What is told while it runs. */
export type Telling = {
  note(line: string): void
  /** Each line as it was judged; a line that says again what was refused is not told. */
  judged(line: Judged): void
  /** After each batch: which share of the file was read, and the counts. */
  progress(share: number, counts: Counts): void
}

/** So many lines are written in one transaction: a stop in the middle loses the work on no more than these. */
const batchSize = 200

const hashOf = (fileHash: string, { columns, defaults }: Mapping) =>
  createHash('sha256')
    .update(JSON.stringify([fileHash, [...columns], defaults]))
    .digest('hex')

/** `seen` are the ids that a dry run would have brought in. */
type Run = Counts & { id: string; line: number; seen: Set<string> }

async function begin(p: Platform, { source, mapping, publish, dryRun }: ImportOf, fileHash: string): Promise<Run> {
  const hash = hashOf(fileHash, mapping)
  const former = dryRun ? undefined : await unfinished(p.db, source, hash, publish)
  if (former) return { ...former, seen: new Set() }
  const run = { id: randomUUID(), line: 0, taken: 0, repeated: 0, refused: 0 }
  if (!dryRun) await addImport(p.db, { ...run, source, file_hash: hash, publish, started_at: p.clock.now(), ended_at: null })
  return { ...run, seen: new Set() }
}

/** Lines that were judged and are to be written together. `repeats` are lines that say again what was refused. */
type Batch = { line: number; adverts: ImportedAdvert[]; refused: number; repeats: number }
const emptyAt = (line: number): Batch => ({ line, adverts: [], refused: 0, repeats: 0 })
const lengthOf = ({ adverts, refused, repeats }: Batch) => adverts.length + refused + repeats

/** Writes a batch and how far the run has come in one transaction; answers the counts after it. */
async function settle(
  p: Platform,
  of: ImportOf,
  run: Run,
  { line, adverts, refused, repeats }: Batch,
  ended: boolean,
): Promise<Run> {
  const after = (taken: number) => ({
    taken: run.taken + taken,
    repeated: run.repeated + adverts.length - taken + repeats,
    refused: run.refused + refused,
    line,
  })
  if (of.dryRun) return { ...run, ...after(await countNew(p.db, of.source, adverts, run.seen)) }
  return p.db.transaction().execute(async (trx) => {
    if (!(await hold(trx, run.id, run.line))) throw new Unreadable((text) => text.busy)
    const reached = after(await writeAdverts(p, trx, of.source, adverts, of.publish))
    await reach(trx, run.id, { ...reached, ended_at: ended ? p.clock.now() : null })
    return { ...run, ...reached }
  })
}

/** Brings the adverts of a file in, going on where an earlier run of it stopped. Throws Unreadable where the file cannot be read on: what
 *  came before that line is in then, and `tell.progress` has told how much. */
export async function importFile(p: Platform, of: ImportOf, tell: Telling): Promise<void> {
  const { language } = p.config
  const text = words(language)
  const file = await lookAt(of.file)
  if (file.encoding === 'windows-1252') tell.note(text.notUtf8)
  let bytes = 0
  const records = await recordsOf(file, (read) => {
    bytes += read
  })
  if (records.header) {
    const { unread, absent } = compare(of.mapping, records.header)
    if (unread.length > 0) tell.note(text.unread(unread.join(', ')))
    if (absent.length > 0) tell.note(text.absent(absent.join(', ')))
  }
  let run = await begin(p, of, file.hash)
  if (run.line > 0) tell.note(text.goesOn(run.line))

  let batch = emptyAt(run.line)
  const write = async (ended: boolean) => {
    run = await settle(p, of, run, batch, ended)
    batch = emptyAt(run.line)
    tell.progress(Math.min(1, bytes / file.bytes), run)
  }
  const refusedIds = new Set<string>()
  const now = p.clock.now()
  try {
    // What an earlier run did is read once more, so that the report is whole.
    for await (const entry of records.entries) {
      const one = judge(entry, of.mapping, now, lawOf(p.site), language)
      if (!records.header && 'cells' in entry)
        for (const name of entry.cells.keys()) if (!of.mapping.columns.has(name)) one.notes.push(text.notRead(name))
      const again = !one.ok && one.id !== undefined && refusedIds.has(one.id)
      if (!one.ok && one.id !== undefined) refusedIds.add(one.id)
      if (!again) tell.judged(one)
      if (one.line <= run.line) continue
      batch.line = one.line
      if (one.ok) batch.adverts.push(one.advert)
      else if (again) batch.repeats++
      else batch.refused++
      if (lengthOf(batch) === batchSize) await write(false)
    }
  } catch (error) {
    if (error instanceof Unreadable && lengthOf(batch) > 0) await write(false)
    throw error
  }
  await write(true)
}
