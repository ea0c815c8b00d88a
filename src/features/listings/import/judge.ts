import { dayOf } from '../../../platform/clock'
import { findPersonalData } from '../../../std/finder'
import type { Language } from '../../../std/words'
import { regionOf } from '../../places'
import { answersShape } from '../answers'
import { covers, type ListingContent } from '../content'
import { factsOf, findingsOf, holds, idsOf, type Law, refusals } from '../law'
import { composedText, composedTitle, type Facts } from './compose'
import { checkFields, type Fields } from './fields'
import type { Mapping } from './mapping'
import type { Entry } from './records'
import { townOf } from './town'
import { typedBy } from './typed'
import { type Words, words } from './words'

export type ImportedAdvert = {
  id: string
  url: string | null
  content: ListingContent
  /** The rules that keep it from the public, by their ids. */
  against: string[]
  publishedAt: Date | undefined
}
/** What became of one line. `notes` are for the end of the report, where they are counted. */
export type Judged = { line: number; notes: string[] } & (
  | { ok: true; advert: ImportedAdvert }
  | { ok: false; id: string | undefined; reasons: string[] }
)

/** What of a person stands where everybody would read it. It is named by its kind, never repeated. */
function personal({ title, text, street, criteria, domicileReason }: Fields, { personal, kinds }: Words): string[] {
  const looked = [
    { field: 'title', value: title, known: street },
    { field: 'text', value: text, known: street },
    { field: 'criteria', value: criteria, known: street },
    { field: 'domicileReason', value: domicileReason, known: street },
    { field: 'street', value: street, known: null },
  ]
  return looked.flatMap(({ field, value, known }) => {
    const finds = value === null ? [] : findPersonalData(value, { street: known ?? undefined })
    return [...new Set(finds.map(({ kind }) => personal(field, kinds[kind])))]
  })
}

/** What two values say together that cannot be. */
function atOdds(values: Fields, now: Date, { odds }: Words): string[] {
  const { chargesMode, charges, availableFrom, availableUntil, leaseMinMonths, leaseMaxMonths, publishedAt } = values
  return [
    charges !== null && chargesMode === null && odds.charges,
    charges !== null && charges > 0 && chargesMode === 'included' && odds.included,
    availableFrom !== null && availableUntil !== null && availableUntil < availableFrom && odds.until,
    leaseMinMonths !== null && leaseMaxMonths !== null && leaseMaxMonths < leaseMinMonths && odds.lease,
    publishedAt !== null && publishedAt > now && odds.published,
  ].filter((reason) => reason !== false)
}

const told = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

const yes = (said: 'yes' | 'no' | 'true' | 'false' | null) => (said === null ? null : said === 'yes' || said === 'true')

/** Reads one entry of a file as an advert, or says everything that is wrong with it, in this language. */
export function judge(entry: Entry, mapping: Mapping, now: Date, law: Law, language: Language): Judged {
  const said = words(language)
  const { line } = entry
  if ('trouble' in entry)
    return { line, notes: [], ok: false, id: undefined, reasons: [said.entry.line(entry.trouble(said.entry))] }
  const { typed, say, dropped, unknown, reasons } = typedBy(mapping, entry.cells, said)
  const notes = [
    ...(entry.mended ? [said.mended] : []),
    ...new Set(dropped.map((what) => said.leftOut(what))),
    ...unknown.map((what) => said.unknown(what)),
  ]
  const id = typeof typed.id === 'string' && typed.id !== '' ? typed.id.slice(0, 200) : undefined
  const checked = checkFields(typed, language)
  if (!checked.ok || reasons.length > 0)
    return { line, notes, ok: false, id, reasons: [...reasons, ...(checked.ok ? [] : checked.reasons)] }
  const { values } = checked
  const town = townOf(values.city, values.country, values.postcode, language)
  const wrong = [...personal(values, said), ...atOdds(values, now, said), ...(town.ok ? [] : [town.reason])]
  if (!town.ok || wrong.length > 0) return { line, notes, ok: false, id, reasons: wrong }
  if (town.note) notes.push(town.note)
  const { id: named, url, city, country, publishedAt, furnished, inFeed, chargesMode, charges, title, text, ...others } = values
  const { lease, subletReason, bareRent, domicileReason, exemption, conformity, points, maxRent, criteria, ...rest } = others
  const facts: Facts = {
    ...rest,
    place: town.place.id,
    postcode: town.postcode,
    point: town.point,
    accuracy: town.accuracy,
    houseNumber: null,
    phone: null,
    chargesMode,
    charges: chargesMode === 'included' ? null : charges,
    chargesCover: covers.filter((cover) => values.chargesCover.includes(cover)),
    furnished: yes(furnished),
    inFeed: yes(inFeed) ?? true,
    answers: answersShape.parse(
      told({ lease, subletReason, bareRent, domicileReason, exemption, conformity, points, maxRent, criteria }),
    ),
  }
  const content = {
    ...facts,
    title: title ?? composedTitle(facts, town.place),
    text: text ?? composedText(facts, town.place, say),
  }
  const findings = findingsOf(factsOf(content), regionOf(town.place), dayOf(now), law)
  const against = idsOf([...refusals(findings), ...holds(findings)])
  return { line, notes, ok: true, advert: { id: named, url, content, against, publishedAt: publishedAt ?? undefined } }
}
