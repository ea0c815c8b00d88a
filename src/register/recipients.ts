import { keysOf } from '../std/keys'
import { type HoldingName, holdingNamed } from './holdings'
import type { RecipientKind } from './language'
import { askedOf, gated, isPurposeOf, type PurposeName, purposeNames } from './purposes'

type Recipient = {
  kind: RecipientKind
  may: { [P in PurposeName]?: readonly [HoldingName, ...HoldingName[]] }
  /** What a visitor's browser may load from it for, once they said yes. What that is, if anything, the site says: `browser` in site.ts. */
  loads?: PurposeName
  /** It passes on or looks up what it gets, and has nothing to correct or erase afterwards. */
  keepsNothing?: true
}

/** Who may receive what, for what. Name, place, contract and statement of a company are the site's choice: sites/<site>/site.ts. */
export const recipients = {
  /** Delivers the site's mail: an SMTP relay such as Amazon SES. */
  mail: {
    kind: 'processor',
    keepsNothing: true,
    may: {
      serviceMail: [
        'email.account',
        'firstName.account',
        'email.pending',
        'email.change',
        'email.school',
        'email.notice',
        'email.signup',
        'search.saved',
      ],
      newsletter: ['email.newsletter'],
      correspondence: ['email.form', 'answers.form'],
      replying: ['email.reply', 'parent.reply', 'text.reply'],
      // What may still be mailed to whose data are restricted.
      signIn: ['email.account'],
      rights: [
        'email.account',
        'email.question',
        'email.request',
        'request.desk',
        'email.form',
        'email.reply',
        'email.newsletter',
        'email.farewell',
        'receipt.farewell',
      ],
    },
  },
  /** The person who placed an advert, once a seeker replies to it. */
  advertiser: {
    kind: 'person',
    may: { messaging: ['firstName.account', 'email.account', 'message.thread'], disputes: ['message.thread'] },
  },
  /** The person who replied to an advert. */
  seeker: {
    kind: 'person',
    may: {
      messaging: ['firstName.account', 'message.thread', 'viewing.thread'],
      contact: ['phone.listing'],
      disputes: ['message.thread', 'advert.thread'],
    },
  },
  /** Measures visits, from the visitor's browser. */
  statistics: { kind: 'processor', may: {}, loads: 'statistics' },
  /** Runs the chat, where that is not our own: in the visitor's browser, once they pressed for it. It knows a conversation by a name, by which it is erased there. */
  chat: {
    kind: 'processor',
    may: { correspondence: ['reference.conversation'], rights: ['reference.erasing'] },
    loads: 'chatting',
  },
  /** Sends mail to those who want it, and may measure visits. */
  campaigns: {
    kind: 'processor',
    may: { commercialMail: ['email.account', 'firstName.account'], rights: ['email.account', 'email.telling'] },
    loads: 'statistics',
  },
  /** Police, a court, a supervisor: what a law lets them demand, of whom they name, and no more (G11). */
  authority: {
    kind: 'authority',
    may: {
      orders: [
        'firstName.account',
        'email.account',
        'userName.account',
        'language.account',
        'activity.account',
        'session.account',
        'ip.lastSession',
        'advert.listing',
        'address.listing',
        'phone.listing',
        'message.thread',
        'contacts.thread',
        'advert.thread',
        'viewing.thread',
        'report.notice',
        'email.notice',
        'mail.sent',
        'name.reply',
        'email.reply',
        'text.reply',
        'origin.reply',
      ],
    },
  },
  /** Has pictures by the hash of an address: asked by the site, of who allowed it, and never by a browser (K18). */
  gravatar: { kind: 'controller', keepsNothing: true, may: { replying: ['email.reply'] } },
  // Registers of addresses, which know the point of a street and number. None is asked unless GEOCODERS turns it on.
  geopunt: { kind: 'controller', keepsNothing: true, may: { publishing: ['address.draft'] } },
  best: { kind: 'controller', keepsNothing: true, may: { publishing: ['address.draft'] } },
  pdok: { kind: 'controller', keepsNothing: true, may: { publishing: ['address.draft'] } },
} as const satisfies Record<string, Recipient>

export type RecipientName = keyof typeof recipients
export const recipientNames = keysOf(recipients)
const widely: Record<RecipientName, Recipient> = recipients
/** What a recipient may have, purpose by purpose. */
export const allowedTo = (name: RecipientName): { purpose: PurposeName; holdings: readonly HoldingName[] }[] =>
  purposeNames.flatMap((purpose) => {
    const holdings = widely[name].may[purpose]
    return holdings ? [{ purpose, holdings }] : []
  })
/** Whether a value of a holding may be opened for a purpose: its own; a person's own rights; an order, for what an authority may have. */
export const opensFor = (name: HoldingName, purpose: string): boolean =>
  purpose === 'rights' ||
  holdingNamed(name).for.some((one) => one === purpose) ||
  (purpose === 'orders' && recipients.authority.may.orders.some((one) => one === name))
/** What visitors' browsers may load from a recipient for; undefined for one that they never speak to. */
export const loadsFor = (name: RecipientName): PurposeName | undefined => widely[name].loads
/** The recipients that a site names, and whether browsers load anything of them there. */
type Named = Partial<Record<RecipientName, { name: string; browser?: unknown }>>
/** Whether a recipient that the site names has a part in a purpose there: it may get something for it, or browsers load it for that. */
export const serves = (named: Named, name: RecipientName, purpose: PurposeName): boolean =>
  named[name] !== undefined &&
  (widely[name].may[purpose] !== undefined || (named[name].browser !== undefined && widely[name].loads === purpose))
/** The purposes to which the pages of a site that names these recipients ask consent, of a browser or for an account. */
export const asksFor = (named: Named): PurposeName[] =>
  gated.filter((purpose) => askedOf(purpose) !== 'address' && recipientNames.some((name) => serves(named, name, purpose)))
/** Those to which a site with these features asks consent of whoever reads what goes to an address. */
const asksAddresses = (features: readonly string[]): PurposeName[] =>
  gated.filter((purpose) => askedOf(purpose) === 'address' && isPurposeOf(features, purpose))
type OfSite = { features: readonly string[]; recipients: Named }
/** Every purpose of a site that rests on consent. */
export const consentsOf = ({ features, recipients: named }: OfSite): PurposeName[] => [
  ...asksFor(named),
  ...asksAddresses(features),
]
/** Whether a site has the purpose: with the feature that it comes with, and one that rests on consent only where it is asked. */
export const hasPurpose = (site: OfSite, purpose: PurposeName): boolean =>
  isPurposeOf(site.features, purpose) && (!gated.includes(purpose) || consentsOf(site).includes(purpose))
/** Whether it has anything to correct or erase once it did what it got it for. */
export const keepsNothing = (name: RecipientName): boolean => widely[name].keepsNothing === true
/** The site says which company it is: a person or an authority is none. */
export const isCompany = (name: RecipientName): boolean => widely[name].kind === 'processor' || widely[name].kind === 'controller'
type May<R extends RecipientName> = (typeof recipients)[R]['may']
export type PurposesFor<R extends RecipientName> = keyof May<R> & PurposeName
/** The holdings that this recipient may have for this purpose. */
export type Allowed<R extends RecipientName, P> = P extends keyof May<R>
  ? May<R>[P] extends readonly (infer H)[]
    ? H & HoldingName
    : never
  : never
