import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../../platform/clock'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import { addPeriod, changePeriod, lastPeriod, periodRows, standing } from './queries'
import { outcomes, type Period, periodAfter } from './rules'

const shape: z.ZodType<Period> = z.object({
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  total: z.int(),
  outcome: z.enum(outcomes).nullable(),
})

const read = (text: string): Period => shape.parse(JSON.parse(text))

/** Writes down what a change of an advert means for its periods. What nobody owns has none. */
export async function notePeriod(p: Platform, db: Db, listing: string): Promise<void> {
  const now = await standing(db, listing)
  if (!now?.person_id) return
  const person = now.person_id
  const [row, keys] = await Promise.all([lastPeriod(db, listing, person), p.vault.keys(db, [person])])
  const last = row && read(keys.bind('periods', row).content.open('publishing'))
  const offer = { status: now.status, from: now.available_from, until: now.available_until, total: now.total }
  const next = periodAfter(last, offer, dayOf(p.clock.now()))
  if (!next) return
  const place = { id: next.begins || !row ? randomUUID() : row.id, person_id: person }
  const sealed = keys.seal('periods', place, { content: JSON.stringify(next.period) })
  if (next.begins || !row) await addPeriod(db, { ...place, ...sealed, listing_id: listing, began_at: p.clock.now() })
  else await changePeriod(db, row.id, sealed)
}

/** The periods of somebody's own adverts by the advert's id, each with the last first. */
export async function periodsOf(
  p: Platform,
  db: Db,
  person: string,
  listings: readonly string[],
): Promise<Map<string, Period[]>> {
  const [rows, keys] = await Promise.all([periodRows(db, person, listings), p.vault.keys(db, [person])])
  const opened = rows.map((row) => ({
    listing: row.listing_id,
    period: read(keys.bind('periods', row).content.open('publishing')),
  }))
  return new Map(
    [...Map.groupBy(opened, ({ listing }) => listing)].map(([listing, of]) => [listing, of.map(({ period }) => period)]),
  )
}
