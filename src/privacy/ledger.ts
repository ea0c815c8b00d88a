import { anyOf, type Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import { LedgerRefused, movePosition, type Noted, positionOf } from '../platform/ledger'
import { erased, eraseIn } from './erase'

const isNew = async (db: Db) => (await db.selectFrom('people').select('id').limit(1).executeTakeFirst()) === undefined

/** Who of these is still there as if never erased. */
async function stillThere(db: Db, lines: readonly Noted[]): Promise<ReadonlySet<string>> {
  const ids = lines.filter(({ kind }) => kind === erased).map(({ person }) => person)
  const rows = await db.selectFrom('people').select('id').where('id', '=', anyOf(ids)).where('ended_at', 'is', null).execute()
  return new Set(rows.map(({ id }) => id))
}

async function replay(p: Platform, line: Noted): Promise<void> {
  if (line.kind === erased) {
    const { after } = await p.db.transaction().execute((trx) => eraseIn(p, trx, line.person, 'noted'))
    return after()
  }
  const replayer = p.features.map(({ replay }) => replay?.[line.kind]).find((one) => one !== undefined)
  if (!replayer) throw new LedgerRefused((text) => text.strange(line.kind))
  await p.db.transaction().execute((trx) => replayer(p, trx, line))
}

/** Brings a database to where the ledger is, before anything is served: one that was put back from a backup, and one whose program was killed
 *  between the ledger and the commit. Doing it again does no harm. Answers how much was done. Throws LedgerRefused when they do not belong together. */
export async function catchUp(p: Platform): Promise<number> {
  const { from, lines, head, hashes } = await p.ledger.read()
  const seen = await p.db.transaction().execute(positionOf)
  if (seen.n === 0 && head.n > 0 && (await isNew(p.db))) {
    await p.db.transaction().execute((trx) => movePosition(trx, head))
    return 0
  }
  const { place } = p.keys
  if (seen.n > head.n) throw new LedgerRefused((text) => text.behind(place, seen.n, head.n))
  if (seen.n < from.n) throw new LedgerRefused((text) => text.tooOld(place, p.site.backupDays))
  if (hashes.get(seen.n) !== seen.hash) throw new LedgerRefused((text) => text.other(place))
  const alive = await stillThere(p.db, lines)
  const due = lines.filter(({ n, person }) => n > seen.n || alive.has(person))
  for (const line of due) await replay(p, line)
  if (head.n > seen.n) await p.db.transaction().execute((trx) => movePosition(trx, head))
  if (due.length > 0) p.log('ledger.caught_up', { lines: due.length })
  return due.length
}
