import type { ColumnKind, Columns } from './language'
import type { Tables } from './tables'

type Named<T, Kind extends ColumnKind> = T extends { columns: infer C extends Columns }
  ? { [K in keyof C & string]: C[K]['kind'] extends Kind ? K : never }[keyof C & string]
  : never
type Paths<Kind extends ColumnKind> = {
  [N in keyof Tables & string]: Named<Tables[N], Kind> extends infer K extends string ? `${N}.${K}` : never
}[keyof Tables & string]
export type SealedPath = Paths<'sealed'>
export type IndexPath = Paths<'blindIndex'>
export type DayPath = Paths<'byDay'>

/** The number of each sealed or indexed column, bound into its seals: a rename needs no re-sealing. Never reuse or change one (2 was used). */
export const columnIds = {
  'openings.reason': 1,
  'registrations.first_name': 10,
  'registrations.email': 11,
  'registrations.email_key': 12,
  'registrations.user_name': 13,
  'registrations.user_name_key': 14,
  'registrations.password': 15,
  'accounts.first_name': 20,
  'accounts.email': 21,
  'accounts.email_key': 22,
  'accounts.user_name': 23,
  'accounts.user_name_key': 24,
  'accounts.password': 25,
  'email_changes.email': 30,
  'last_sign_ins.ip': 31,
  'staff.totp': 32,
  'staff.name': 35,
  'staff_passkeys.credential': 33,
  'staff_passkeys.credential_key': 34,
  'passkeys.credential': 36,
  'passkeys.credential_key': 37,
  'passkeys.label': 38,
  'reports.explanation': 40,
  'reports.decision_reason': 41,
  'reports.contact': 42,
  'decisions.facts': 43,
  'complaints.explanation': 44,
  'complaints.decision_reason': 45,
  'drafts.content': 50,
  'drafts.house': 55,
  'listings.house_number': 51,
  'listings.point': 52,
  'listings.phone': 53,
  'claims.explanation': 54,
  'school_mails.address': 56,
  'evidence.document': 57,
  'buildings.name': 58,
  'undos.before': 59,
  'periods.content': 49,
  'pending_replies.body': 60,
  'messages.body': 61,
  'slots.note': 62,
  'partings.body': 63,
  'snapshots.content': 64,
  'saved_searches.query': 70,
  'saved_searches.around_key': 71,
  'found_adverts.advert': 72,
  'found_adverts.advert_key': 73,
  'shortlists.title': 80,
  'shortlists.link': 81,
  'restrictions.reason': 90,
  'objections.reason': 91,
  'objections.answer': 92,
  'traffic.lines': 130,
  'asks.email': 110,
  'asks.email_key': 111,
  'asks.body': 112,
  'reports.contact_key': 113,
  'requests.body': 114,
  'requests.email': 115,
  'requests.email_key': 116,
  'requests.extension': 117,
  'requests.answer': 118,
  'holds.reason': 162,
  'email_changes.email_key': 160,
  'school_mails.address_key': 161,
} as const satisfies Record<SealedPath | IndexPath | DayPath, number>
