import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { days } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { forbidden, gone, missing, type Viewer } from '../../platform/http'
import type { JobSpec } from '../../platform/jobs'
import { whoStays } from '../../platform/people'
import { hold, noteHandedOver, ordered, silenceEnded } from '../../privacy'
import { type HoldingName, isHolding, isTable } from '../../register'
import { personCalled } from '../accounts'
import { whoIsAt } from './asks'
import { advertiserOf, deleteDemand, demandById, insertDemand, lapsedDemands, lockDemand, staffIn, updateDemand } from './queries'
import { mayAnswer } from './rules'

/** What was drawn up and not fetched goes after so long. */
const lasts = days(7)

export type Demand = {
  authority: string
  reference: string
  ground: string
  people: readonly string[]
  holdings: readonly HoldingName[]
  from: string
  until: string
  silentUntil: string | null
}

/** Whom an order names: by an exact address (also without an account), a user name, or the public number of an advert. Empty for nobody. */
export async function peopleNamed(p: Platform, db: Db, who: string): Promise<string[]> {
  if (who.includes('@')) {
    const { account, others } = await whoIsAt(p, db, who)
    return [...new Set([...(account ? [account] : []), ...others.map(({ person }) => person)])]
  }
  const person = (await personCalled(p, db, who)) ?? (await advertiserOf(db, who.toLowerCase()))
  return person ? [person] : []
}

const path = (id: string) => `demands/${id}`
/** The key of a file is made of the root of all keys and the number of the demand: it lies nowhere, and the file goes when it was fetched. */
const boxOf = (p: Platform, id: string) => p.vault.boxOf(p.vault.mark('demand', id))
async function* once(bytes: Uint8Array) {
  yield bytes
}

const fileShape = z.object({
  people: z.array(z.string()),
  records: z.array(z.object({ person: z.string(), holding: z.string().refine(isHolding), table: z.string(), row: z.string() })),
})

/** Draws up what an authority demands: exactly the rows that the order names, in a sealed file. Nothing leaves yet. Answers its number. */
export async function drawUp(p: Platform, staff: Viewer, demand: Demand): Promise<string> {
  const id = randomUUID()
  const { people, holdings, from, until, silentUntil, ...named } = demand
  const now = p.clock.now()
  const records = await p.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => ordered(p, trx, { people, holdings, from, until }))
  const about = {
    site: p.site.name,
    controller: p.site.controller.name,
    ...named,
    holdings,
    from,
    until,
    madeAt: now.toISOString(),
  }
  const file = Buffer.from(JSON.stringify({ about, people, records }, null, 2))
  await p.files.write(path(id), boxOf(p, id).seal(once(file)))
  await insertDemand(p.db, {
    id,
    said: p.vault.keep('demand', id, JSON.stringify(named)),
    holdings: [...holdings],
    period_from: from,
    period_until: until,
    people: people.length,
    rows: records.length,
    hash: createHash('sha256').update(file).digest('hex'),
    silent_until: silentUntil,
    created_at: now,
    asked_by: staff.personId,
  })
  return id
}

type Row = NonNullable<Awaited<ReturnType<typeof demandById>>>

const saidShape = z.object({ authority: z.string(), reference: z.string(), ground: z.string() })
/** Which authority demands it, under what reference, and on what ground. */
export const saidIn = (p: Platform, { id, said }: Pick<Row, 'id' | 'said'>) =>
  saidShape.parse(JSON.parse(p.vault.read('demand', id, said)))

/** Whether this member of staff may approve it: another than who drew it up, where there is another. */
export async function mayApprove(db: Db, staff: Viewer, row: Pick<Row, 'asked_by' | 'approved_at'>): Promise<boolean> {
  if (row.approved_at) return false
  if (row.asked_by !== staff.personId) return true
  return (await staffIn(db, mayAnswer)).every(({ person_id }) => person_id === staff.personId)
}

/** Approves a demand. Throws a refusal: 404 for one that is not there, 403 for who may not. */
export const approve = (p: Platform, staff: Viewer, id: string): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    const row = await lockDemand(trx, id)
    if (!row) throw missing()
    if (!(await mayApprove(trx, staff, row))) throw forbidden()
    await updateDemand(trx, id, { approved_at: p.clock.now(), approved_by: staff.personId })
  })

async function bytesOf(p: Platform, id: string): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of boxOf(p, id).open(await p.files.take(path(id)))) parts.push(part)
  return Buffer.concat(parts)
}

/** How long what was handed over is held, when staff say so: a case lasts, and may be heard again. */
const heldFor = days(365)

/** Hands the file of an approved demand over, once, and holds the rows in it where `holder`, a member of staff, says so: each person's ledger has it before it leaves, and who may be told is. Throws a refusal: 404 before it is
 *  approved or after it was fetched, 410 when somebody in it ended their account meanwhile: then it goes, and is to be drawn up anew. */
export async function handOver(p: Platform, id: string, holder?: string): Promise<Buffer> {
  const handed = await p.db.transaction().execute(async (trx) => {
    const found = await demandById(trx, id, p.clock.now())
    if (!found?.approved_at || found.handed_at) throw missing()
    const file = await bytesOf(p, id)
    const { people, records } = fileShape.parse(JSON.parse(file.toString()))
    if ((await whoStays(trx, people)).size < new Set(people).size) return undefined
    const row = await lockDemand(trx, id)
    if (!row?.approved_at || row.handed_at) throw missing()
    const told = records.flatMap(({ person, holding }) => (isHolding(holding) ? [{ person, holding }] : []))
    if (holder) {
      const rows = records.flatMap(({ table, row }) => (isTable(table) ? [{ table, id: row }] : []))
      const until = new Date(p.clock.now().getTime() + heldFor)
      const { authority, reference } = saidIn(p, row)
      const reason = `${authority}, ${reference}`
      await hold(p, trx, rows, { ground: 'order', about: id, until, reason, staff: holder, silentUntil: row.silent_until })
    }
    const lines = await noteHandedOver(p, trx, told, { order: id, silentUntil: row.silent_until })
    await updateDemand(trx, id, { handed_at: p.clock.now(), lines: lines.map(({ mark }) => mark) })
    if (row.silent_until === null)
      for (const line of lines) await p.mail.queue(trx, line.person, 'requests.ordered', { line: line.id })
    return file
  })
  if (!handed) await deleteDemand(p.db, id)
  await p.files.remove(path(id))
  if (!handed) throw gone()
  return handed
}

/** Tells those of whom something was handed over, once the law no longer forbids it; and takes away what was drawn up and never fetched. */
export async function tend(p: Platform): Promise<void> {
  for (let many = 1; many > 0; )
    many = await p.db.transaction().execute(async (trx) => {
      const lines = await silenceEnded(p, trx)
      for (const { id, person } of lines) await p.mail.queue(trx, person, 'requests.ordered', { line: id })
      return lines.length
    })
  for (const { id } of await lapsedDemands(p.db, new Date(p.clock.now().getTime() - lasts))) {
    await p.files.remove(path(id))
    await deleteDemand(p.db, id)
  }
  // Of what was broken off between the file and its row, or between the hand-over and the end of the file.
  for (const { name, changed } of await p.files.list('demands')) {
    const row = await demandById(p.db, name, p.clock.now())
    if (row?.handed_at || (!row && changed.getTime() < p.clock.now().getTime() - days(1))) await p.files.remove(path(name))
  }
}

export const demandJob = (p: Platform): JobSpec => ({ name: 'requests.demands', cron: '7 * * * *', work: () => tend(p) })
