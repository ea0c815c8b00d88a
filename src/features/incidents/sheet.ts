import type { Platform } from '../../platform/feature'
import { holdingSaid, peopleSaid } from '../../privacy'
import { type HoldingName, isHolding, type RecipientName, recipientNames } from '../../register'
import type { Language } from '../../std/words'
import { countIn, countryIn, labelled, momentIn } from '../../std/written'
import type { Incident } from './queries'
import { isLate } from './rules'
import { words } from './words'

/** A field of the form; without a value it is for people to fill in. */
export type Field = { label: string; value?: string }
export type Part = { number: number; title: string; fields: Field[] }

export type Found = { holding: HoldingName; readable: boolean; people: number; records: number }
/** What was reckoned when the breach was noted, as it stands in the database. */
export function foundOf({ reach }: Incident): Found[] {
  const holdings: Found[] = JSON.parse(JSON.stringify(reach.holdings))
  return holdings.filter(({ holding }) => isHolding(holding))
}

/** Nothing of it can be read by who has it. */
export const isUnintelligible = (incident: Incident): boolean => foundOf(incident).every(({ readable }) => !readable)

export const companyOf = (p: Platform, { recipient }: Incident) => {
  const name: RecipientName | undefined = recipientNames.find((one) => one === recipient)
  return name && p.site.recipients[name]
}

/** The notification of a breach (GDPR article 33(3)) in the parts of the form of the Dutch authority, 0 to 9, with what that of the Belgian one
 *  asks besides: filled in as far as the program knows. */
export function sheetOf(p: Platform, lang: Language, incident: Incident): Part[] {
  const { sheet: text, kinds, page, states } = words(lang)
  const { controller, officer } = p.site
  const found = foundOf(incident)
  const company = companyOf(p, incident)
  const moment = (at: Date) => momentIn(at, lang)
  const field = (label: string, value?: string): Field => (value ? { label, value } : { label })
  const names = (readable: boolean) => [
    ...new Set(found.filter((one) => one.readable === readable).map(({ holding }) => holdingSaid(lang, holding))),
  ]
  const late = incident.filed_at && isLate(incident.known_at, incident.filed_at)
  const fields: Field[][] = [
    [field(text.kind, text.initial), field(text.reference, incident.id)],
    [
      field(text.controller, controller.name),
      field(text.registration, controller.registration),
      field(text.address, controller.address),
      field(text.email, controller.email),
      field(text.officer, `${officer.name}, ${officer.email}`),
      field(text.notifier),
      field(text.role),
      field(text.phone),
    ],
    [
      field(text.began, moment(incident.began_at)),
      field(text.ended, moment(incident.ended_at)),
      field(text.known, moment(incident.known_at)),
      field(text.filed, incident.filed_at ? moment(incident.filed_at) : undefined),
      field(text.late, late ? (incident.filing_reason ?? undefined) : incident.filed_at ? text.inTime : undefined),
    ],
    [
      field(text.nature, `${kinds[incident.kind]} (${text.confidentiality})`),
      field(text.what, incident.nature),
      field(text.cause),
      field(text.processor, company ? `${company.name}, ${countryIn(company.place, lang)}` : text.none),
    ],
    [
      field(text.categories, [...new Set([...names(true), ...names(false)])].join('; ') || text.none),
      field(text.records, countIn(incident.reach.records, lang)),
      field(text.readable, names(true).join('; ') || page.no),
      field(text.special, text.specialNone),
    ],
    [
      field(text.people, countIn(incident.reach.people, lang)),
      field(
        text.groups,
        peopleSaid(
          lang,
          found.map(({ holding }) => holding),
        ).join(', ') || text.none,
      ),
      field(text.vulnerable),
    ],
    [field(text.before, [text.sealed, p.site.hosting.measures?.[lang] ?? ''].join(' ').trim())],
    [field(text.consequences, incident.consequences)],
    [
      field(
        text.informed,
        incident.told_at
          ? `${states.told(moment(incident.told_at))} (${countIn(incident.reach.people, lang)})`
          : incident.telling_needed === false
            ? states.notNeeded
            : undefined,
      ),
      field(text.how, incident.told_at ? text.byMail : undefined),
      field(text.why, incident.telling_reason ?? (isUnintelligible(incident) ? page.unintelligible : page.intelligible)),
      field(text.measures, incident.measures),
      field(text.border),
    ],
    [field(text.remarks)],
  ]
  return fields.map((of, number) => ({ number, title: text.parts[number] ?? '', fields: of }))
}

/** The form as plain text, with what is open marked. */
export function sheetText(lang: Language, parts: readonly Part[]): string {
  const { sheet: text } = words(lang)
  return [
    text.title,
    ...parts.flatMap(({ number, title, fields }) => [
      '',
      `${number}. ${title}`,
      ...fields.map(({ label, value }) => `- ${labelled(label, lang)} ${value ?? `[${text.blank}]`}`),
    ]),
    '',
  ].join('\n')
}
