// What the register decides and the statement of the demo's site does not say, written out: who changes it decides it here as well.
import kot from '../../sites/kot/site'
import { withFollowing } from '../platform/following'
import { siteSchema } from '../platform/site'
import { frozenNow, statementFacts } from '../privacy'
import {
  categories,
  cookies,
  cookiesOf,
  holding,
  holdingNamed,
  holdingNames,
  type KeyClass,
  keepsNothing,
  type Purpose,
  peopleIn,
  purposes,
  recipientNames,
  recipients,
  type TableName,
  tableNamed,
  tableNames,
} from '.'

// Its newsletter rests on consent, and it names Gravatar.
const p = { site: withFollowing(siteSchema.parse(kot)), config: { publicUrl: 'http://localhost:3000' } }
/** What the statement of the demo's site says: nothing else of the program is asked for it. */
export const factsNow = (): unknown => Reflect.apply(statementFacts, undefined, [p, 'nl'])
/** The same, with what it is called in each language, as the log of the register keeps it. */
export const frozenHere = (): unknown => JSON.parse(JSON.stringify(Reflect.apply(frozenNow, undefined, [p])))

/** Whose the rows of a table are, when they go, and what keeps them. */
function fateOf(name: TableName): string {
  const {
    key,
    subject,
    unlinks,
    unlinkable,
    clock,
    keep,
    expires,
    heldUntil,
    silentUntil,
    partOf,
    theirs,
    files,
    goesWith,
    trace,
  } = tableNamed(name)
  return [
    key === 'id' ? '' : `by ${key}`,
    subject && `of ${subject}`,
    unlinks && `leaves ${unlinks.join(' ')}`,
    theirs &&
      Object.entries(theirs)
        .map(([column, whose]) => `${column} of ${whose}`)
        .join(' '),
    unlinkable && 'of nobody known',
    clock && `since ${clock}`,
    keep && `for ${JSON.stringify(keep)}`,
    expires && `until ${expires}`,
    heldUntil && `held until ${heldUntil}`,
    silentUntil && `silent until ${silentUntil}`,
    partOf && `part of ${partOf.table} in ${partOf.column}`,
    files && `files in ${files.folder} by ${files.column}`,
    goesWith && 'goes with another',
    trace && 'trace',
  ]
    .filter(Boolean)
    .join(', ')
}
const fates = {
  platform: {
    migrations: 'by name',
    people: 'of id',
    key_epochs: '',
    person_keys: 'of person_id, trace',
    ledger_position: '',
    outbox: 'of person_id, since created_at, trace',
    disclosures: 'of person_id, silent until silent_until, trace',
    openings: 'of person_id, leaves staff_id, trace',
    restrictions: 'of person_id, trace',
    objections: 'of person_id, trace',
    holds: 'of person_id, leaves staff_id, since until, held until until, silent until silent_until, trace',
    rate_limits: 'by key, of nobody known, until expire',
    traffic: 'of nobody known, since began_at',
    sweeps: 'by name',
    farewells: 'of person_id, since created_at',
    tellings: 'of person_id, since created_at',
    told: 'of person_id, trace',
    copies: 'of person_id, since created_at, files in copies by file, trace',
    audits: '',
    statement_versions: 'by number',
  },
  accounts: {
    accounts: 'of person_id',
    email_changes: 'of person_id, since created_at',
    links: 'of person_id, since created_at, trace',
    sessions: 'of person_id, since last_used_at',
    last_sign_ins: 'of person_id',
    staff: 'of person_id',
    passkeys: 'of person_id',
    staff_passkeys: 'of person_id',
  },
  registration: { registrations: 'of person_id, since created_at' },
  moderation: {
    reports: 'of person_id, leaves decided_by, since created_at',
    decisions: 'of person_id, leaves decided_by, since decided_at',
    complaints: 'of person_id, leaves decided_by, since created_at, part of decisions in decision_id',
  },
  listings: {
    drafts: 'of person_id, since updated_at',
    listings: 'of person_id',
    photos: 'of person_id, part of listings in listing_id, files in photos by path',
    buildings: 'of person_id',
    periods: 'of person_id, goes with another',
    undos: 'of person_id, since made_at',
    listing_days: 'by listing_id',
    favourites: 'of person_id, goes with another',
    claims: 'of person_id, since created_at, goes with another',
    imports: '',
    advertisers: 'of person_id',
    schools: 'of person_id',
    school_mails: 'of person_id, since created_at',
    evidence: 'of person_id, leaves decided_by, part of listings in listing_id',
  },
  alerts: {
    saved_searches: 'of person_id, since used_at',
    found_adverts: 'of person_id, since used_at, goes with another',
    changed_adverts: 'by listing_id',
  },
  shortlists: { shortlists: 'of person_id', shortlist_adverts: 'of person_id, goes with another' },
  messages: {
    pending_replies: 'of person_id, since created_at',
    threads:
      'leaves seeker_id advertiser_id, seeker_read_at of seeker_id seeker_archived of seeker_id advertiser_read_at of advertiser_id advertiser_archived of advertiser_id shortlisted of advertiser_id',
    messages: 'of person_id, part of threads in thread_id',
    snapshots: 'of person_id, part of threads in thread_id',
    slots: 'of person_id, since starts_at, goes with another',
    bookings: 'of person_id, since starts_at, goes with another',
    partings: 'of person_id, since due_at, goes with another',
    blocks: 'of person_id, leaves blocked_id',
  },
  incidents: { incidents: '', incident_people: 'of person_id, trace' },
  requests: {
    asks: 'of person_id, since created_at',
    requests: 'of person_id, leaves closed_by, since created_at',
    demands: 'of nobody known, since created_at',
    request_steps: 'of person_id, leaves staff_id, since at, part of requests in request_id',
  },
  consent: { consents: 'of person_id, since at, trace', consent_chain: 'by seq' },
  campaigns: { campaign_contacts: 'of person_id', campaign_tellings: 'of person_id, since at' },
  contact: {
    entries: 'of person_id, leaves assigned_to, since created_at',
    entry_files: 'of person_id, since created_at, part of entries in entry_id',
  },
  chat: {
    chats: 'of person_id, since last_used_at',
    chat_messages: 'of person_id, since created_at, part of chats in chat_id',
    chat_consoles: 'until until',
  },
  crisp: {
    crisp_conversations: 'of person_id, since last_used_at',
    crisp_erasures: 'of person_id, since created_at',
  },
  writing: {
    texts: '',
    former_addresses: 'by path',
    removed_texts: 'by origin',
    text_pictures: '',
    bylines: 'of person_id, goes with another',
  },
  replies: { replies: 'of person_id, leaves refused_by, until waits_until' },
  avatars: { reply_avatars: 'of person_id, part of replies in reply_id, files in avatars by picture' },
  newsletter: {
    signups: 'of person_id, since created_at',
    subscribers: 'of person_id, since confirmed_at',
    letters: '',
    deliveries: 'of person_id, since at',
    no_mail: 'by mark, of nobody known, since at',
  },
  statistics: { counting: '', running_counts: 'by day', counts: 'by day, since day, for {"months":25,"after":"made"}' },
}
const fatesNow = () => {
  const byFeature = Map.groupBy(tableNames, (name) => tableNamed(name).feature)
  return Object.fromEntries(
    [...byFeature].map(([feature, names]) => [feature, Object.fromEntries(names.map((name) => [name, fateOf(name)]))]),
  )
}

/** What lies under other keys than those that end with the account; and what would let in who finds it. */
const keys: { [K in KeyClass | 'day']?: string } & { secret: string } = {
  messages: 'message.pending message.leaving message.thread contacts.thread advert.thread viewing.thread',
  lastSession: 'ip.lastSession',
  security:
    'network.limits report.notice email.notice decision.notice complaint.notice email.request request.desk demand.desk noMail.newsletter role.staff secondFactor.staff hold.ledger',
  day: 'traffic.log',
  consentProof: 'choice.consent',
  farewell: 'reference.erasing email.farewell receipt.farewell email.telling number.telling',
  secret: 'password.pending password.account secondFactor.staff copy.own',
}
const keysNow = () => ({
  ...Object.fromEntries(
    [...Map.groupBy(holdingNames, (name) => holdingNamed(name).keys)]
      .filter(([keyClass]) => keyClass !== 'service')
      .map(([keyClass, names]) => [keyClass, names.join(' ')]),
  ),
  secret: holdingNames.filter((name) => holdingNamed(name).secret).join(' '),
})

/** Of a purpose: how long it is a ground, what an objection does, where consent to it is asked; and on what it rests, where the statement does not say so. */
const grounds = {
  registration: 'for {"days":30}',
  correspondence: 'stops',
  authorship: 'stops',
  replying: 'stops',
  answering: 'stops',
  demand: 'stops',
  disputes: 'suspends',
  fraud: 'suspends',
  security: 'weighed',
  staffAccess: 'weighed',
  moderation: 'for {"months":7}',
  statistics: 'consent, asked of browser',
  chatting: 'consent, asked of browser, on one page',
  commercialMail: 'consent, asked of account',
  newsletter: 'asked of address',
}
const namesIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(namesIn) : []
const factsThen = factsNow()
const inStatement: ReadonlySet<string> = new Set(namesIn(factsThen))
const groundsNow = () =>
  Object.fromEntries(
    Object.entries<Purpose>(purposes).flatMap(([name, { basis, article, longest, objection, asked, onePage }]) => {
      const said = [
        ...(inStatement.has(name) ? [] : [basis, article]),
        longest && `for ${JSON.stringify(longest)}`,
        objection,
        asked && `asked of ${asked}`,
        onePage && 'on one page',
      ].filter(Boolean)
      return said.length > 0 ? [[name, said.join(', ')]] : []
    }),
  )

/** What the site of the demo has not, and what is not in its statement for that; and what is in none. */
const others = {
  statistics: { kind: 'processor', may: {}, loads: 'statistics' },
  campaigns: {
    kind: 'processor',
    may: { commercialMail: ['email.account', 'firstName.account'], rights: ['email.account', 'email.telling'] },
    loads: 'statistics',
  },
  chat: {
    kind: 'processor',
    may: { correspondence: ['reference.conversation'], rights: ['reference.erasing'] },
    loads: 'chatting',
  },
  'reference.conversation': { for: ['correspondence'], keep: { days: 45, after: 'lastUse' }, keys: 'service', source: 'use' },
  'reference.erasing': { for: ['requests'], keep: { days: 14, after: 'made' }, keys: 'farewell', source: 'use' },
  geopunt: { kind: 'controller', keepsNothing: true, may: { publishing: ['address.draft'] } },
  best: { kind: 'controller', keepsNothing: true, may: { publishing: ['address.draft'] } },
  pdok: { kind: 'controller', keepsNothing: true, may: { publishing: ['address.draft'] } },
  'number.campaigns': {
    for: ['commercialMail', 'requests'],
    keep: { until: 'accountEnds' },
    keys: 'service',
    source: 'site',
  },
  'number.telling': { for: ['requests'], keep: { days: 14, after: 'made' }, keys: 'farewell', source: 'site' },
  cookies: { consent: { days: 180, purpose: 'consent', feature: 'choices' } },
  keepNothing: ['mail', 'gravatar', 'geopunt', 'best', 'pdok'],
  choosing: { language: 'language' },
}
// A recipient may be called as something else is that the statement speaks of.
const receives = (name: string): boolean => JSON.stringify(factsThen).includes(`"recipient":"${name}"`)
const othersNow = () => ({
  ...Object.fromEntries(Object.entries(recipients).filter(([name]) => !receives(name))),
  ...Object.fromEntries(Object.entries(holding).filter(([name]) => !inStatement.has(name))),
  cookies: Object.fromEntries(Object.entries(cookies).filter(([name]) => !cookiesOf(p.site).some((one) => one === name))),
  keepNothing: recipientNames.filter((name) => keepsNothing(name)),
  choosing: Object.fromEntries(Object.entries(cookies).flatMap(([name, of]) => ('choosing' in of ? [[name, of.choosing]] : []))),
})

const people = {
  visitor: 'limits log chat conversation erasing consent',
  registering: 'pending mail',
  member:
    'account change mail lastSession limits log school notice desk chat conversation erasing campaigns sent ledger incident asked consent own farewell telling',
  seeker: 'saved thread',
  advertiser: 'leaving draft listing thread',
  reporter: 'notice',
  asker: 'question request desk form farewell',
  replier: 'reply',
  subscriber: 'signup newsletter consent',
  staff: 'article staff',
}
const peopleNow = () =>
  Object.fromEntries(
    categories.map((category) => [
      category,
      Object.entries<readonly string[]>(peopleIn)
        .flatMap(([circle, of]) => (of.includes(category) ? [circle] : []))
        .join(' '),
    ]),
  )

export const decisions: readonly { what: string; now(): unknown; is: unknown }[] = [
  { what: 'which keys do not end with the account, and what would let in who finds it', now: keysNow, is: keys },
  { what: 'how long a purpose is a ground, and what one can say against it', now: groundsNow, is: grounds },
  { what: 'who receives what elsewhere than on the site of the demo', now: othersNow, is: others },
  { what: 'of whom what is held in each circle tells: GDPR article 30(1)(c)', now: peopleNow, is: people },
  { what: 'whose the rows of each table are, when they go, and what keeps them', now: fatesNow, is: fates },
]
