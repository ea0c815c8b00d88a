import { keysOf } from '../std/keys'
import type { Keep, KeyClass, Source } from './language'
import type { PurposeName } from './purposes'

type Holding = {
  for: readonly [PurposeName, ...PurposeName[]]
  keep: Keep
  /** `day`: not a person's, but the key of the day on which it was written. */
  keys: KeyClass | 'day'
  /** Given by the person, unless said. */
  source?: Source
  /** Not put into a copy: whoever found it could get in with it. */
  secret?: true
}
export const holdings = <const H extends Record<`${string}.${string}`, Holding>>(all: H) => all

const untilRemoved = { until: 'removed' } as const
const untilAccountEnds = { until: 'accountEnds' } as const

/** What is held: an item that a person recognises, kept for some purposes, for one time, under one class of keys. */
export const holding = holdings({
  // What one gives when registering, until the address is confirmed.
  'firstName.pending': { for: ['registration'], keep: { days: 7, after: 'made' }, keys: 'service' },
  'email.pending': { for: ['registration', 'serviceMail'], keep: { days: 7, after: 'made' }, keys: 'service' },
  'userName.pending': { for: ['registration'], keep: { days: 7, after: 'made' }, keys: 'service' },
  'password.pending': { for: ['registration'], keep: { days: 7, after: 'made' }, keys: 'service', secret: true },
  'language.pending': { for: ['registration', 'serviceMail'], keep: { days: 7, after: 'made' }, keys: 'service' },
  'activity.pending': { for: ['registration'], keep: { days: 7, after: 'made' }, keys: 'service', source: 'use' },
  'message.pending': { for: ['messaging'], keep: { days: 7, after: 'made' }, keys: 'messages' },
  // A farewell for as long as it can be taken back.
  'message.leaving': { for: ['messaging'], keep: { days: 7, after: 'made' }, keys: 'messages' },

  // The account.
  'firstName.account': {
    for: ['account', 'serviceMail', 'messaging', 'moderation', 'commercialMail'],
    keep: untilAccountEnds,
    keys: 'service',
  },
  'email.account': {
    for: ['account', 'signIn', 'serviceMail', 'messaging', 'moderation', 'commercialMail'],
    keep: untilAccountEnds,
    keys: 'service',
  },
  'userName.account': { for: ['account', 'signIn', 'moderation'], keep: untilAccountEnds, keys: 'service' },
  'passkey.account': { for: ['signIn', 'account'], keep: untilAccountEnds, keys: 'service' },
  'password.account': { for: ['signIn'], keep: untilAccountEnds, keys: 'service', secret: true },
  'language.account': { for: ['account', 'serviceMail'], keep: untilAccountEnds, keys: 'service' },
  'notifications.account': { for: ['account', 'serviceMail'], keep: untilAccountEnds, keys: 'service' },
  'activity.account': { for: ['account', 'security'], keep: { months: 24, after: 'lastUse' }, keys: 'service', source: 'use' },
  'email.change': { for: ['account', 'serviceMail'], keep: { days: 2, after: 'made' }, keys: 'service' },
  'link.mail': {
    for: ['signIn', 'registration', 'publishing'],
    keep: { days: 7, after: 'made' },
    keys: 'service',
    source: 'site',
  },
  'session.account': { for: ['signIn'], keep: { days: 60, after: 'lastUse' }, keys: 'service', source: 'use' },
  'ip.lastSession': { for: ['fraud', 'account'], keep: { until: 'replaced' }, keys: 'lastSession', source: 'use' },
  'network.limits': { for: ['security'], keep: { days: 1, after: 'made' }, keys: 'security', source: 'use' },
  // Of nobody that we know: whose request it was is not written down.
  'traffic.log': { for: ['security', 'fraud'], keep: { days: 14, after: 'made' }, keys: 'day', source: 'use' },
  'favourites.account': { for: ['account'], keep: untilAccountEnds, keys: 'service' },

  'shortlist.account': { for: ['account'], keep: untilAccountEnds, keys: 'service' },
  'search.saved': { for: ['account', 'serviceMail', 'demand'], keep: { months: 6, after: 'lastUse' }, keys: 'service' },

  // Adverts.
  'advert.draft': { for: ['publishing'], keep: { days: 90, after: 'lastUse' }, keys: 'service' },
  'address.draft': { for: ['publishing'], keep: { days: 90, after: 'lastUse' }, keys: 'service' },
  'advert.listing': { for: ['publishing', 'moderation'], keep: untilAccountEnds, keys: 'service' },
  'address.listing': { for: ['publishing', 'moderation'], keep: untilAccountEnds, keys: 'service' },
  'phone.listing': { for: ['contact', 'publishing'], keep: untilAccountEnds, keys: 'service' },
  'building.listing': { for: ['publishing'], keep: untilAccountEnds, keys: 'service' },
  'period.listing': { for: ['publishing'], keep: untilAccountEnds, keys: 'service' },
  'advert.change': { for: ['publishing'], keep: { days: 1, after: 'made' }, keys: 'service' },
  'claim.listing': { for: ['publishing', 'moderation'], keep: { months: 6, after: 'made' }, keys: 'service' },
  'evidence.listing': { for: ['publishing', 'moderation'], keep: untilAccountEnds, keys: 'service' },
  'document.listing': { for: ['publishing', 'moderation'], keep: untilAccountEnds, keys: 'service' },
  'advertiser.account': { for: ['publishing'], keep: untilAccountEnds, keys: 'service' },
  'school.account': { for: ['publishing'], keep: untilAccountEnds, keys: 'service' },
  'email.school': { for: ['publishing', 'serviceMail'], keep: { days: 2, after: 'made' }, keys: 'service' },

  // Messages.
  'message.thread': { for: ['messaging', 'disputes', 'moderation'], keep: untilAccountEnds, keys: 'messages' },
  'contacts.thread': {
    for: ['messaging', 'answering', 'disputes', 'moderation'],
    keep: untilAccountEnds,
    keys: 'messages',
    source: 'use',
  },
  // The advert as it stood when somebody replied to it.
  'advert.thread': { for: ['messaging', 'disputes', 'moderation'], keep: untilAccountEnds, keys: 'messages' },
  'viewing.thread': { for: ['messaging', 'serviceMail'], keep: { days: 90, after: 'lastUse' }, keys: 'messages' },
  'blocks.account': { for: ['messaging'], keep: untilAccountEnds, keys: 'service' },
  'report.notice': { for: ['moderation', 'serviceMail'], keep: { months: 6, after: 'made' }, keys: 'security' },
  'email.notice': { for: ['moderation', 'serviceMail'], keep: { months: 6, after: 'made' }, keys: 'security' },
  // Digital Services Act, article 20(1): one may complain for six months; the seventh is to answer.
  'decision.notice': { for: ['moderation', 'serviceMail'], keep: { months: 7, after: 'made' }, keys: 'security', source: 'site' },
  'complaint.notice': { for: ['moderation', 'serviceMail'], keep: { months: 7, after: 'made' }, keys: 'security' },

  // Who asks about their data without signing in, until the mailbox is proved.
  'email.question': { for: ['requests'], keep: { days: 2, after: 'made' }, keys: 'service' },
  'request.question': { for: ['requests'], keep: { days: 2, after: 'made' }, keys: 'service' },
  // What the site was asked about somebody's data, and what it answered: shown for a year that it did.
  'email.request': { for: ['requests', 'accountability'], keep: { months: 12, after: 'made' }, keys: 'security' },
  'request.desk': { for: ['requests', 'accountability'], keep: { months: 12, after: 'made' }, keys: 'security' },
  // What an authority demanded, and that it was handed over. Who was harmed by it may sue for five years: former Belgian Civil Code, article 2262bis, §1
  // (nobody read it in the law yet; the Netherlands: Burgerlijk Wetboek 3:310, five years too). It is changed here, and nowhere else.
  'demand.desk': { for: ['orders', 'accountability'], keep: { months: 60, after: 'made' }, keys: 'security', source: 'site' },

  // What somebody sends with a form: mailed to the site at once, and kept as a backup (Q9).
  'email.form': { for: ['correspondence'], keep: { days: 45, after: 'made' }, keys: 'service' },
  'answers.form': { for: ['correspondence'], keep: { days: 45, after: 'made' }, keys: 'service' },

  // What is said in the chat of the site. Whoever has no account is known by a cookie alone.
  'said.chat': { for: ['correspondence'], keep: { days: 45, after: 'made' }, keys: 'service' },
  'conversation.chat': { for: ['correspondence'], keep: { days: 45, after: 'lastUse' }, keys: 'service', source: 'use' },
  // A chat that another runs: what is said lies there, and here only the name by which they know it, so that it can be erased.
  'reference.conversation': { for: ['correspondence'], keep: { days: 45, after: 'lastUse' }, keys: 'service', source: 'use' },
  'reference.erasing': { for: ['requests'], keep: { days: 14, after: 'made' }, keys: 'farewell', source: 'use' },
  // The newsletter: who asked for it, until they confirmed that the address is theirs; who said yes, for as long as there is a proof of it (choice.consent).
  'email.signup': { for: ['serviceMail'], keep: { days: 7, after: 'made' }, keys: 'service' },
  'subscription.signup': { for: ['serviceMail'], keep: { days: 7, after: 'made' }, keys: 'service' },
  'email.newsletter': { for: ['newsletter'], keep: { months: 24, after: 'made' }, keys: 'service' },
  'subscription.newsletter': { for: ['newsletter'], keep: { months: 24, after: 'made' }, keys: 'service' },
  // Which letters went to whom, so that none goes twice.
  'delivery.newsletter': { for: ['newsletter'], keep: { days: 30, after: 'made' }, keys: 'service', source: 'site' },
  // Of nobody that we know: an address that wants no mail, or takes none, as a keyed hash.
  'noMail.newsletter': { for: ['leavingAlone'], keep: { months: 36, after: 'made' }, keys: 'security' },

  // By which a company that mails for us knows somebody: kept so that it can be told what became of them, also once they said no.
  'number.campaigns': { for: ['commercialMail', 'requests'], keep: untilAccountEnds, keys: 'service', source: 'site' },

  // Who wrote an article, as they want to be called there.
  'byline.article': { for: ['authorship'], keep: untilAccountEnds, keys: 'service' },

  // A reply under an article (Q3): there until it or the article is removed (Q5), whoever sent it has an account or not.
  'name.reply': { for: ['replying'], keep: untilRemoved, keys: 'service' },
  'email.reply': { for: ['replying'], keep: untilRemoved, keys: 'service' },
  'text.reply': { for: ['replying'], keep: untilRemoved, keys: 'service' },
  'origin.reply': { for: ['replying'], keep: untilRemoved, keys: 'service', source: 'use' },
  // The picture that Gravatar has with the address, of who asked for that (K18).
  'avatar.reply': { for: ['replying'], keep: untilRemoved, keys: 'service' },
  // The parent's address, with when they consented: it shows that they did (GDPR article 8(2)).
  'parent.reply': { for: ['replying'], keep: untilRemoved, keys: 'service' },

  // Staff.
  'role.staff': { for: ['staffAccess'], keep: untilAccountEnds, keys: 'security', source: 'site' },
  'secondFactor.staff': { for: ['staffAccess'], keep: untilAccountEnds, keys: 'security', secret: true },

  // What the site writes down about what it did with the data.
  'mail.sent': { for: ['serviceMail'], keep: { days: 30, after: 'made' }, keys: 'service', source: 'site' },
  'disclosures.ledger': { for: ['accountability'], keep: untilAccountEnds, keys: 'service', source: 'site' },
  'openings.ledger': { for: ['accountability'], keep: untilAccountEnds, keys: 'service', source: 'site' },
  // Who was told of a correction or a restriction (GDPR article 19).
  'told.ledger': { for: ['accountability'], keep: untilAccountEnds, keys: 'service', source: 'site' },
  // What is held back from erasure, and a year longer, to show that it was right: GDPR article 17(3).
  'hold.ledger': { for: ['accountability'], keep: { months: 12, after: 'lastUse' }, keys: 'security', source: 'site' },
  // That a breach reached something of a person (GDPR articles 33 and 34).
  'breach.incident': { for: ['accountability'], keep: untilAccountEnds, keys: 'service', source: 'site' },
  // What somebody asked to be left alone: it lasts as long as what it is about.
  'restriction.asked': { for: ['rights'], keep: untilAccountEnds, keys: 'service' },
  'objection.asked': { for: ['rights', 'accountability'], keep: untilAccountEnds, keys: 'service' },
  // A consent for which there is no proof any more is none: it ends with its record.
  'choice.consent': { for: ['consent'], keep: { months: 24, after: 'made' }, keys: 'consentProof' },
  // Where the receipt of an erasure goes, and what it says: until that mail has left, or cannot.
  'email.farewell': { for: ['rights'], keep: { days: 3, after: 'made' }, keys: 'farewell' },
  'receipt.farewell': { for: ['rights'], keep: { days: 3, after: 'made' }, keys: 'farewell', source: 'site' },
  // By which a recipient knows somebody, until it has been told what became of their data (GDPR article 19).
  'email.telling': { for: ['requests'], keep: { days: 14, after: 'made' }, keys: 'farewell' },
  'number.telling': { for: ['requests'], keep: { days: 14, after: 'made' }, keys: 'farewell', source: 'site' },
  'copy.own': { for: ['rights'], keep: { days: 1, after: 'made' }, keys: 'service', source: 'site', secret: true },
})

export type HoldingName = keyof typeof holding
export const holdingNames = keysOf(holding)
const widely: Record<HoldingName, Holding> = holding
export const holdingNamed = (name: HoldingName): Holding => widely[name]
export const isHolding = (name: string): name is HoldingName => name in holding

export type ItemOf<H extends string> = H extends `${infer Item}.${string}` ? Item : never
/** What a person recognises: "e-mail address". */
export type Item = ItemOf<HoldingName>
/** Where an item is held: "of your account". */
export type Circle = HoldingName extends `${string}.${infer C}` ? C : never
const items = new Set(holdingNames.map((name) => name.split('.')[0]))
const circles = new Set(holdingNames.map((name) => name.split('.')[1]))
const isItem = (name: string): name is Item => items.has(name)
const isCircle = (name: string): name is Circle => circles.has(name)
/** The two parts of a holding's name. */
export function partsOf(name: HoldingName): { item: Item; circle: Circle } {
  const [item = '', circle = ''] = name.split('.')
  if (!isItem(item) || !isCircle(circle)) throw new Error(`the register has no holding ${name}`)
  return { item, circle }
}
/** What a sealed value of this holding may be opened for: its purposes, and a person's own rights. */
export type PurposesOf<H extends HoldingName> = (typeof holding)[H]['for'][number] | 'rights'
