import { expect, test } from 'vitest'
import { type ColumnKind, tableNamed, tableNames } from '.'

// What tells something about people and is not sealed, written out: a column added to it is a decision, made here as well.

/** Times, ids and settings that the program computes with. */
const unsealed = {
  people: 'created_at ended_at',
  outbox: 'template params created_at sent_at',
  disclosures: 'recipient purpose holdings at silent_until',
  openings: 'purpose holdings target_id at',
  restrictions: 'ground by_staff at lifts_at',
  objections: 'purpose at stops decided_at',
  holds: 'holdings ground at until released_at silent_until',
  rate_limits: 'key',
  farewells: 'created_at',
  tellings: 'recipient change created_at',
  told: 'recipient change at told_at',
  copies: 'created_at fetched_at',
  registrations: 'language created_at',
  accounts: 'language notifications created_at last_seen_on warned_on',
  email_changes: 'created_at',
  links: 'kind created_at used_at',
  sessions: 'stay by_link created_at last_used_at second_factor_at',
  last_sign_ins: 'at',
  staff: 'role created_at',
  passkeys: 'created_at',
  staff_passkeys: 'created_at',
  reports: 'target target_id reason language created_at decided_at decision',
  decisions: 'target target_id decision ground decided_at automatic',
  complaints: 'created_at decided_at decision',
  drafts: 'listing_id updated_at',
  listings: 'asked_at lapsed resting reference created_at',
  photos: 'created_at',
  buildings: 'created_at',
  undos: 'made_at',
  periods: 'listing_id began_at',
  favourites: 'listing_id created_at',
  claims: 'listing_id created_at decided_at accepted',
  school_mails: 'created_at',
  evidence: 'listing_id state refusal created_at',
  shortlists: 'created_at',
  shortlist_adverts: 'listing_id created_at',
  saved_searches: 'frequency at_night created_at used_at next_at warned_at wide',
  found_adverts: 'used_at',
  pending_replies: 'listing_id created_at',
  threads:
    'listing_id listing_kind listing_place listing_total created_at last_message_at seeker_read_at advertiser_read_at answered_at shortlisted outcome reason warned_about warned_at withdrawn_at seeker_archived advertiser_archived',
  messages: 'thread_id created_at',
  snapshots: 'thread_id created_at',
  slots: 'listing_id thread_id starts_at minutes places medium cancelled',
  bookings: 'thread_id slot_id starts_at place',
  partings: 'thread_id outcome reason due_at',
  blocks: 'created_at',
  incident_people: 'readable unreadable found_at',
  asks: 'kind language created_at opened_at',
  requests: 'kind language created_at answer_by closed_at',
  demands: 'holdings period_from period_until silent_until created_at handed_at',
  request_steps: 'step at',
  chats: 'language created_at last_used_at waits_since mailed_at',
  chat_messages: 'ours created_at',
  campaign_contacts: 'at',
  campaign_tellings: 'at',
  crisp_conversations: 'browser created_at last_used_at',
  crisp_erasures: 'created_at',
  entries: 'form language created_at mailed_at done_at',
  entry_files: 'entry_id created_at',
  bylines: 'text_id',
  replies: 'article language parent_at state created_at confirmed_at',
  reply_avatars: 'asked_at',
  signups: 'language created_at',
  subscribers: 'language confirmed_at',
  deliveries: 'letter_id at',
  no_mail: 'mark at',
  consents: 'browser purpose given how text_hash version language at',
}

/** What people make public themselves. */
const published = {
  listings:
    'public_id status kind language title text street postcode place_id region accuracy cell_lat cell_lon rent month_rents charges_mode charges charges_cover total deposit size available_from available_until lease_min_months lease_max_months furnished kitchen bath toilet internet domicile energy_label epc_score epc_code answers in_feed spotlight_from spotlight_until published_at confirmed_at updated_at search facets',
  photos: 'position path width height',
  advertisers: 'kind company_number since',
  schools: 'school confirmed_on',
  evidence: 'kind number issued_on decided_at',
  bylines: 'name',
  reply_avatars: 'picture',
}

const listed = (kind: ColumnKind) =>
  Object.fromEntries(
    tableNames.flatMap((name) => {
      const columns = Object.entries(tableNamed(name).columns).filter(([, column]) => column.kind === kind)
      return columns.length > 0 ? [[name, columns.map(([column]) => column).join(' ')]] : []
    }),
  )

test('the unsealed personal columns are these and no others', () => {
  expect(listed('unsealed')).toEqual(unsealed)
})

test('the published columns are these and no others', () => {
  expect(listed('published')).toEqual(published)
})
