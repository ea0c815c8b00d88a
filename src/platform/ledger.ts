// What a restored backup may not undo, in a file outside the database: who was erased, and whatever else a feature notes. Random ids, codes and keyed hashes only.
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Clock } from './clock'
import { beforeCommit, type Db } from './db'
import { Told } from './told'
import { onDisk } from './vault/disk'
import { type Words, words } from './words'

/** The ledger and the database do not belong together: the program refuses to start, and to erase. */
export class LedgerRefused extends Told {
  readonly code = 'ledger_refused'
  constructor(say: (text: Words['ledger']) => string) {
    super((language) => say(words(language).ledger))
  }
}

const shape = z.object({
  n: z.int(),
  at: z.iso.datetime(),
  kind: z.string(),
  person: z.string(),
  detail: z.record(z.string(), z.string()),
  hash: z.string(),
})
/** One line: what, about whom, and the hash of it and of all before it. A `checkpoint` stands for the lines that were before it. */
export type Noted = z.output<typeof shape>
/** How far a database or a file has come. */
export type Position = { n: number; hash: string }

export const checkpoint = 'checkpoint'
const none: Position = { n: 0, hash: '' }

export type Ledger = {
  /** Notes something about a person, or about a keyed hash that stands for an address: on the disk after all else of the transaction of `db` is done, and before it is committed. */
  note(db: Db, kind: string, person: string, detail?: Record<string, string>): void
  /** All of it, and the hash at each place. Throws LedgerRefused when a line was changed, left out or moved. */
  read(): Promise<{ from: Position; lines: Noted[]; head: Position; hashes: ReadonlyMap<number, string> }>
  /** Leaves out the lines before a moment: no backup is as old. */
  trim(db: Db, before: Date): Promise<void>
  /** Goes on from where a database is, whose own ledger is lost. */
  goOnFrom(position: Position): Promise<void>
}

const hashOf = (before: string, { hash: _, ...line }: Noted): string =>
  createHash('sha256')
    .update(`${before}\n${JSON.stringify(line)}`)
    .digest('base64url')

/** The lines of a text, but for one that was broken off: its transaction was never committed. */
const linesOf = (text: string): Noted[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const parsed = shape.safeParse(JSON.parse(line))
      if (!parsed.success) throw new LedgerRefused((text) => text.noLine)
      return parsed.data
    })

/** Where the database has come to, closed for others until the transaction of `db` is over. */
export const positionOf = async (db: Db): Promise<Position> => {
  const { seq, hash } = await db.selectFrom('ledger_position').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow()
  return { n: seq, hash }
}
export const movePosition = async (db: Db, { n, hash }: Position): Promise<void> => {
  await db.updateTable('ledger_position').set({ seq: n, hash }).execute()
}

const ifThere = (error: unknown): undefined => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

/** The ledger in the folder of the keys: `ledger.jsonl`. */
export function ledgerIn(folder: string, clock: Clock): Ledger {
  const file = join(folder, 'ledger.jsonl')
  const text = async () => (await readFile(file, 'utf8').catch(ifThere)) ?? ''
  /** The end of the file, with its last whole line: noting does not take longer as the ledger grows. */
  const end = async (): Promise<string> => {
    const handle = await open(file, 'r').catch(ifThere)
    if (!handle) return ''
    try {
      const { size } = await handle.stat()
      for (let length = 4096; ; length *= 2) {
        const from = Math.max(0, size - length)
        const { buffer } = await handle.read(Buffer.alloc(size - from), 0, size - from, from)
        const last = buffer.toString()
        if (from === 0) return last
        const whole = last.indexOf('\n') + 1
        if (last.includes('\n', whole)) return last.slice(whole)
      }
    } finally {
      await handle.close()
    }
  }
  const replace = async (lines: readonly Noted[]) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const handle = await open(`${file}.new`, 'w', 0o600)
    try {
      await handle.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(`${file}.new`, file)
    await onDisk(dirname(file))
  }
  const append = async (last: string, line: Noted) => {
    // A line that was broken off by a power cut.
    if (last !== '' && !last.endsWith('\n')) await replace(linesOf(await text()))
    const handle = await open(file, 'a', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify(line)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (last === '') await onDisk(folder)
  }
  return {
    note(db, kind, person, detail = {}) {
      beforeCommit(db, async () => {
        // One at a time on every node: the lines stand in the order in which they are committed.
        const seen = await positionOf(db)
        const last = await end()
        const head = linesOf(last).at(-1) ?? none
        if (seen.n > head.n || (seen.n === head.n && seen.hash !== head.hash))
          throw new LedgerRefused((text) => text.other(folder))
        const line = { n: head.n + 1, at: clock.now().toISOString(), kind, person, detail, hash: '' }
        const hash = hashOf(head.hash, line)
        await append(last, { ...line, hash })
        await movePosition(db, { n: line.n, hash })
      })
    },
    async read() {
      const lines = linesOf(await text())
      const [first] = lines
      const from = first?.kind === checkpoint ? { n: first.n, hash: first.hash } : none
      let head = none
      for (const line of lines) {
        const goesOn =
          line.kind === checkpoint ? line.n >= head.n : line.n === head.n + 1 && line.hash === hashOf(head.hash, line)
        if (!goesOn) throw new LedgerRefused((text) => text.changed(file, line.n))
        head = { n: line.n, hash: line.hash }
      }
      const hashes = new Map([from, ...lines].map(({ n, hash }) => [n, hash]))
      return { from, lines: lines.filter(({ kind }) => kind !== checkpoint), head, hashes }
    },
    async trim(db, before) {
      await db.transaction().execute(async (trx) => {
        await positionOf(trx)
        const lines = linesOf(await text())
        const last = lines.findLast(({ at }) => new Date(at) < before)
        if (!last || last === lines[0]) return
        await replace([{ ...last, kind: checkpoint, person: '', detail: {} }, ...lines.filter(({ n }) => n > last.n)])
      })
    },
    async goOnFrom({ n, hash }) {
      const lines = linesOf(await text())
      const line = { n, at: clock.now().toISOString(), kind: checkpoint, person: '', detail: {}, hash }
      await replace([...lines.filter((one) => one.n < n), line])
    },
  }
}
