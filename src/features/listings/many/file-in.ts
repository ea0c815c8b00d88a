import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import { mustStay } from '../../../platform/people'
import { unmarked } from '../../../std/csv'
import type { Language } from '../../../std/words'
import type { ListingContent } from '../content'
import { type Field, fieldNames } from '../import/fields'
import { lookAtBytes, Unreadable } from '../import/file'
import { type Judged, judge } from '../import/judge'
import { compare, ownLayout } from '../import/mapping'
import { type Cell, type Entry, recordsOf } from '../import/records'
import { type Finding, lawOf } from '../law'
import { heldByRules } from '../moderation'
import { placeListing } from '../place'
import { contentOfRow, judged } from '../stored'
import { replace } from './apply'
import { fieldCalled, read } from './columns'
import { draftNamed, draftsOf, endDraft, type ForDraft, keepDraft } from './drafts'
import { columnsAtFault, type Fault } from './mend'
import { type OwnRow, ownAdvertsNamed, ownReferences, ownRows, setReference } from './queries'

/** So many adverts are in one file, and so many bytes. */
export const mostLines = 500
export const largestFile = 2_000_000

/** What one line of a file would do. `reasons`: what cannot be read of it, as the judge of imports says it. */
export type LineOutcome = { line: number; title: string; id: string } & (
  | { does: 'new'; content: ListingContent; held: boolean }
  | { does: 'changed'; row: OwnRow; content: ListingContent; held: boolean }
  | { does: 'same' }
  | {
      does: 'refused'
      reasons: readonly string[]
      law: readonly Finding[]
      faults: readonly Fault[]
      /** What stands in it, in the order of the columns. */
      values: readonly string[]
      /** What it becomes a draft of, where enough of it could be read. */
      draft?: ForDraft
    }
)

export type Report = { columns: readonly string[]; unread: readonly string[]; lines: readonly LineOutcome[] }

const whereabouts = new Set([
  'place',
  'postcode',
  'street',
  'point',
  'accuracy',
  'houseNumber',
  'phone',
  'answers',
  'title',
  'text',
])

/** What a file says of an advert that is there: the columns that it has count, all else stays, and so does the house if it is in the same street. */
function merged(
  former: ListingContent,
  told: ListingContent,
  has: ReadonlySet<string>,
  filled: ReadonlySet<string>,
): ListingContent {
  const plain = Object.fromEntries(Object.entries(told).filter(([name]) => has.has(name) && !whereabouts.has(name)))
  const street = has.has('street') ? told.street : former.street
  const postcode = has.has('postcode') ? told.postcode : former.postcode
  const moved = told.place !== former.place || postcode !== former.postcode || street !== former.street
  const answers = Object.fromEntries(Object.entries(former.answers ?? {}).filter(([name]) => !has.has(name)))
  return {
    ...former,
    ...plain,
    ...(moved ? { place: told.place, postcode, street, houseNumber: null, point: told.point, accuracy: told.accuracy } : {}),
    title: filled.has('title') ? told.title : former.title,
    text: filled.has('text') ? told.text : former.text,
    answers: { ...answers, ...told.answers },
  }
}

/** A line in the columns and codes of docs/import.md, whichever of our languages it is in. */
function bare(entry: Entry): Entry {
  if ('trouble' in entry) return entry
  const cells = new Map<string, Cell>()
  for (const [name, cell] of entry.cells) {
    const field = fieldCalled(name)
    const value = typeof cell === 'string' ? unmarked(cell) : cell
    if (field && !cells.has(field)) cells.set(field, read(field, value))
    else if (!field) cells.set(name, value)
  }
  return { ...entry, cells }
}

/** What is to be read of a line for want of a column that there must be; what is made of it has what its owner wrote there. */
const standIns = new Map<string, string>([
  ['city', 'Leuven'],
  ['rent', '100'],
])

/** A line without the columns that cannot be read. */
function withoutFaults(entry: Entry, faults: readonly Fault[]): Entry {
  if ('trouble' in entry || faults.length === 0) return entry
  const lost = new Set<string>(faults.map(({ field }) => field))
  const cells = [...entry.cells].filter(([field]) => !lost.has(field))
  return { ...entry, cells: new Map([...cells, ...[...standIns].filter(([field]) => lost.has(field))]) }
}

/** What is to be mended of a line, with what its owner wrote there. */
function faultsAt(entry: Entry, fields: readonly Field[]): Fault[] {
  if ('trouble' in entry) return []
  const told = [...entry.cells].map(([name, cell]) => [fieldCalled(name), String(cell)] as const)
  return fields.map((field) => ({ field, value: unmarked(told.find(([of]) => of === field)?.[1] ?? '') }))
}

/** What stands in a line, as its owner wrote it, in the order of the columns. */
const valuesIn = (entry: Entry, columns: readonly string[]): readonly string[] =>
  'trouble' in entry ? (entry.values ?? []) : columns.map((name) => unmarked(String(entry.cells.get(name) ?? '')))

/** A line as far as it can be read, with all that cannot and why: a second look, without what was wrong at the first, may find more. */
function readAsFar(entry: Entry, read: (legible: Entry) => Judged) {
  const cells = bare(entry)
  const [amiss, reasons]: [Fault[], Set<string>] = [[], new Set()]
  for (;;) {
    const legible = withoutFaults(cells, amiss)
    const one = read(legible)
    if (one.ok) return { one, legible, amiss, reasons: [...reasons] }
    for (const reason of one.reasons) reasons.add(reason)
    const fields = columnsAtFault(one.reasons, [])
    // A place that is none takes along what is said of it.
    const along = fields.includes('city') ? [...fields, 'country' as const, 'postcode' as const] : fields
    const more = faultsAt(entry, along).filter(({ field }) => amiss.every((fault) => fault.field !== field))
    if (more.length === 0) return { one, legible, amiss, reasons: [...reasons] }
    amiss.push(...more)
  }
}

/** The name of an advert in its owner's own file: short, and no sentence. */
const referenceShape = /^[\p{L}\d][\p{L}\d ._/-]{0,39}$/u

/** What a file of one's own adverts would do, line by line. Throws Unreadable for what is no such file. */
export async function readFileOf(p: Platform, db: Db, person: string, bytes: Buffer, lock = false): Promise<Report> {
  const records = await recordsOf(await lookAtBytes(bytes))
  const columns = records.header ?? fieldNames
  const header = records.header?.map((name) => fieldCalled(name) ?? name)
  const unread = header ? compare(ownLayout, header).unread : []
  const [known, references, keys] = await Promise.all([
    ownRows(db, person),
    ownReferences(db, person),
    p.vault.keys(db, [person]),
  ])
  const rows = lock
    ? await ownAdvertsNamed(
        db,
        person,
        known.map(({ public_id }) => public_id),
        true,
      )
    : known
  const byId = new Map(
    rows.flatMap((row) => [row.public_id, references.get(row.id)].flatMap((id) => (id ? [[id, row] as const] : []))),
  )
  const seen = new Set<string>()
  const lines: LineOutcome[] = []
  for await (const entry of records.entries) {
    if (lines.length === mostLines) throw new Unreadable(() => 'tooMany')
    const {
      one,
      legible,
      amiss,
      reasons: unreadable,
    } = readAsFar(entry, (some) => judge(some, ownLayout, p.clock.now(), lawOf(p.site), 'en'))
    const refused = (id: string, title: string, reasons: readonly string[], law: readonly Finding[] = [], draft?: ForDraft) => {
      const [faults, values] = [faultsAt(entry, columnsAtFault(reasons, law)), valuesIn(entry, columns)]
      lines.push({ line: one.line, id, title, does: 'refused', reasons, law, faults, values, ...(draft && { draft }) })
    }
    if (!one.ok) {
      refused(one.id ?? '', '', unreadable)
      continue
    }
    const { id, content } = one.advert
    const row = byId.get(id)
    if (seen.has(id)) refused(id, content.title, ['id is told twice, differently'])
    else if (!referenceShape.test(id)) refused(id.slice(0, 40), content.title, ['id has signs that cannot be kept'])
    else if (row?.status === 'removed') refused(id, content.title, ['id is of an advert that was removed'])
    else {
      const told = 'cells' in legible ? [...legible.cells].filter(([name]) => amiss.every(({ field }) => field !== name)) : []
      const filled = new Set(told.flatMap(([name, cell]) => (cell === '' ? [] : [name])))
      const has = new Set(told.map(([name]) => name))
      const former = row && contentOfRow(keys, row)
      const placed = former && amiss.some(({ field }) => field === 'city') ? { ...content, place: former.place } : content
      const after = former ? merged(former, placed, has, filled) : content
      const law = judged(p, after, row)
      const isPublic = !row || row.status === 'published'
      const about = { line: one.line, id, title: after.title }
      const held = isPublic && law.against.length > 0
      if (amiss.length > 0) {
        const title = former || filled.has('title') ? after.title : ''
        const text = former || filled.has('text') ? after.text : ''
        refused(id, title, unreadable, [], { content: { ...after, title, text }, row, amiss })
      } else if (former && isDeepStrictEqual(former, after)) lines.push({ ...about, does: 'same' })
      else if (isPublic && law.refused.length > 0) refused(id, after.title, [], law.refused, { content: after, row })
      else if (row) lines.push({ ...about, does: 'changed', row, content: after, held })
      else lines.push({ ...about, does: 'new', content: after, held })
    }
    seen.add(id)
  }
  return { columns, unread, lines }
}

/** Does what a file says, as far as it is lawful, and keeps the rest that it can read as drafts; says how many adverts are new or changed, how many
 *  are drafts, and how many lines were not taken. */
export const takeFile = (
  p: Platform,
  person: string,
  bytes: Buffer,
  language: Language,
): Promise<{ done: number; drafts: number; left: number }> =>
  p.db.transaction().execute(async (trx) => {
    await mustStay(trx, person)
    const { lines } = await readFileOf(p, trx, person, bytes, true)
    const drafts = await draftsOf(p, trx, person)
    const refused = lines.filter((line) => line.does === 'refused')
    let [done, kept] = [0, 0]
    for (const { id, draft } of refused) {
      if (!draft) continue
      await keepDraft(p, trx, person, id, draft, drafts, language)
      kept++
    }
    for (const line of lines) {
      if (line.does === 'changed')
        await replace(p, trx, person, { row: line.row, content: line.content, status: line.row.status })
      else if (line.does === 'new') {
        const { against } = judged(p, line.content)
        const { id } = await placeListing(p, trx, line.content, person, { status: line.held ? 'held' : 'published', against })
        await setReference(trx, id, line.id)
        const draft = draftNamed(drafts, line.id)
        if (draft) await endDraft(trx, draft, id)
        if (line.held) await heldByRules(p, trx, person, id, against)
      } else continue
      done++
    }
    return { done, drafts: kept, left: refused.length - kept }
  })
