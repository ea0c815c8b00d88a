import { sql } from 'kysely'
import { dayOf } from '../platform/clock'
import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import { type HoldingName, recipientNames, registerWords } from '../register'
import type { Language } from '../std/words'
import { type CopySent, type CopyWith, type HoldingSaid, withCopy } from './copy'
import { newestOf } from './flow'
import type { CopyRecord } from './records'

/** Of more than this, a page shows the newest and leads to the others. */
const few = 5
const shownOfMany = 3
/** So many stand on a page of the others. */
export const onPage = 25

/** Who received something of a holding: how often, and last when. */
export type SentTo = { name: string; times: number; last: string }
/** A holding with what is newest of it; `count`: of how many. */
export type GlimpseHolding = HoldingSaid & { sent: SentTo[]; records: CopyRecord[]; count: number }
export type Glimpse = CopyWith<GlimpseHolding>

async function sentTo(p: Platform, db: Db, person: string, language: Language): Promise<Map<string, SentTo[]>> {
  const { rows } = await sql<{ holding: string; recipient: string; times: number; last: Date }>`
    select holding, recipient, count(*)::int as times, max(at) as last from disclosures, unnest(holdings) holding
    where person_id = ${person} and (silent_until is null or silent_until < ${dayOf(p.clock.now())}::date)
    group by holding, recipient order by min(at)`.execute(db)
  const said = registerWords(language).recipients
  const lines = rows.flatMap(({ holding, recipient, times, last }) => {
    const to = recipientNames.find((one) => one === recipient)
    return to ? [{ holding, name: p.site.recipients[to]?.name ?? said[to].name, times, last: last.toISOString() }] : []
  })
  return Map.groupBy(lines, ({ holding }) => holding)
}

/** Every holding of a person with what is newest in it, opened: as much as a page holds, however much there is. */
export const glimpseOf = (p: Platform, person: string, language: Language): Promise<Glimpse> =>
  withCopy(p, person, language, async ({ items, ...copy }, db) => {
    const sent = await sentTo(p, db, person, language)
    const whole: Glimpse = { ...copy, items: [] }
    for (const { holdings, ...item } of items) {
      const some: GlimpseHolding[] = []
      for (const { records, sent: _, ...said } of holdings) {
        const newest = records.length > few ? await newestOf(records, 0, shownOfMany) : await Array.fromAsync(records)
        some.push({ ...said, sent: sent.get(said.holding) ?? [], records: newest, count: records.length })
      }
      whole.items.push({ ...item, holdings: some })
    }
    return whole
  })

type Part<T> = { said: HoldingSaid; item: string; all: T[]; count: number }
/** A page (the first is 1) of all that there is of one holding: its records, or whom they were sent to, the newest first. Undefined for a holding that the
 *  site has not. */
export const pageOf = (
  p: Platform,
  person: string,
  language: Language,
  name: HoldingName,
  page: number,
): Promise<{ records: Part<CopyRecord>; sent: Part<CopySent> } | undefined> =>
  withCopy(p, person, language, async ({ items }) => {
    const item = items.find(({ holdings }) => holdings.some(({ holding }) => holding === name))
    const found = item?.holdings.find(({ holding }) => holding === name)
    if (!item || !found) return undefined
    const { records, sent, ...said } = found
    const [from, about] = [(page - 1) * onPage, { said, item: item.name }]
    return {
      records: { ...about, all: await newestOf(records, from, onPage), count: records.length },
      sent: { ...about, all: await newestOf(sent, from, onPage), count: sent.length },
    }
  })
