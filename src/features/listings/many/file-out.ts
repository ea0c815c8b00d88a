import { dayOf } from '../../../platform/clock'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import { csvOf } from '../../../std/csv'
import type { Language } from '../../../std/words'
import { placeById } from '../../places'
import { type Field, fieldNames } from '../import/fields'
import { periodsOf } from '../periods/periods'
import { stateOf } from '../periods/rules'
import { amountTyped } from '../steps/many'
import { toldOf } from '../stored'
import { nameOf, written } from './columns'
import { ownReferences, ownRows } from './queries'

const amount = (cents: number | null | undefined) => amountTyped(cents ?? null)
const said = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : String(value))
const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no')

type Row = Awaited<ReturnType<typeof ownRows>>[number]

/** An advert in the columns of docs/import.md. */
function columnsOf(row: Row, reference: string | null): Record<Field, string> {
  const told = toldOf(row)
  const place = placeById(row.place_id)
  const { lease, subletReason, bareRent, domicileReason, exemption, conformity, points, maxRent, criteria } = told.answers
  return {
    id: reference ?? row.public_id,
    url: '',
    kind: told.kind,
    language: told.language,
    title: told.title,
    text: told.text,
    city: place?.names.nl ?? '',
    country: place?.country ?? '',
    postcode: said(told.postcode),
    street: said(told.street),
    rent: amount(told.rent),
    monthRents: told.monthRents.map(({ month, rent }) => `${month}=${amountTyped(rent).replace(',', '.')}`).join(' '),
    chargesMode: said(told.chargesMode),
    charges: amount(told.charges),
    chargesCover: told.chargesCover.join(','),
    deposit: amount(told.deposit),
    size: said(told.size),
    availableFrom: said(told.availableFrom),
    availableUntil: said(told.availableUntil),
    leaseMinMonths: said(told.leaseMinMonths),
    leaseMaxMonths: said(told.leaseMaxMonths),
    furnished: yesNo(told.furnished),
    kitchen: said(told.kitchen),
    bath: said(told.bath),
    toilet: said(told.toilet),
    internet: said(told.internet),
    domicile: said(told.domicile),
    energyLabel: said(told.energyLabel),
    epcScore: said(told.epcScore),
    epcCode: said(told.epcCode),
    lease: said(lease),
    subletReason: said(subletReason),
    bareRent: amount(bareRent),
    domicileReason: said(domicileReason),
    exemption: said(exemption),
    conformity: said(conformity),
    points: said(points),
    maxRent: amount(maxRent),
    criteria: said(criteria),
    inFeed: told.inFeed ? 'yes' : 'no',
    publishedAt: row.published_at?.toISOString() ?? '',
  }
}

/** All adverts of a person as CSV, in columns of their language, which it is read in again by. House numbers and phone numbers are not in it. */
export async function adverts(db: Db, person: string, language: Language): Promise<string> {
  const [rows, references] = await Promise.all([ownRows(db, person), ownReferences(db, person)])
  const lines = rows.map((row) => columnsOf(row, references.get(row.id) ?? null))
  return csvOf([
    fieldNames.map((name) => nameOf(name, language)),
    ...lines.map((line) => fieldNames.map((name) => written(name, line[name], language))),
  ])
}

/** The periods of all adverts of a person as CSV: what was asked, and what became of it. */
export async function formerPeriods(p: Platform, db: Db, person: string): Promise<string> {
  const [rows, references] = await Promise.all([ownRows(db, person), ownReferences(db, person)])
  const ids = rows.map(({ id }) => id)
  const periods = await periodsOf(p, db, person, ids)
  const today = dayOf(p.clock.now())
  const lines = rows.flatMap((row) =>
    (periods.get(row.id) ?? []).map((period) => [
      references.get(row.id) ?? row.public_id,
      row.title,
      said(period.from),
      said(period.until),
      amount(period.total),
      stateOf(period, today),
    ]),
  )
  return csvOf([['id', 'title', 'availableFrom', 'availableUntil', 'total', 'outcome'], ...lines])
}
