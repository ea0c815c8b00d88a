import { keysOf } from '../std/keys'
import type { AskedOf, OnObjection, Purpose } from './language'

/** Why something about a person is known, each with its legal basis (GDPR article 6(1)). Words: words.*.ts. */
export const purposes = {
  // What never became an account has no contract to rest on.
  registration: { basis: 'contract', longest: { days: 30 }, feature: 'registration' },
  account: { basis: 'contract' },
  signIn: { basis: 'contract' },
  serviceMail: { basis: 'contract' },
  publishing: { basis: 'contract', feature: 'listings' },
  contact: { basis: 'contract', feature: 'listings' },
  messaging: { basis: 'contract', feature: 'messages' },
  /** Answering who writes to the site. */
  correspondence: { basis: 'legitimateInterest', objection: 'stops', feature: 'contact' },
  /** Saying who wrote an article. */
  authorship: { basis: 'legitimateInterest', objection: 'stops', feature: 'writing' },
  /** Showing a reply under an article, and knowing whose it is (Q3). */
  replying: { basis: 'legitimateInterest', objection: 'stops', feature: 'replies' },
  answering: { basis: 'legitimateInterest', objection: 'stops', feature: 'messages' },
  demand: { basis: 'legitimateInterest', objection: 'stops', feature: 'alerts' },
  disputes: { basis: 'legitimateInterest', objection: 'suspends', feature: 'messages' },
  fraud: { basis: 'legitimateInterest', objection: 'suspends' },
  security: { basis: 'legitimateInterest', objection: 'weighed' },
  staffAccess: { basis: 'legitimateInterest', objection: 'weighed' },
  /** Digital Services Act, Regulation (EU) 2022/2065, articles 16 and 17. */
  moderation: {
    basis: 'legalDuty',
    article: 'Regulation (EU) 2022/2065, art. 16–17',
    // Art. 20(1): one may complain for six months; the seventh is to answer.
    longest: { months: 7 },
    feature: 'moderation',
  },
  // What rests on consent is there on a site that names a recipient for it, and nowhere else: recipients.ts. What is asked of an address comes with its feature.
  /** Measuring visits (K22, K37). */
  statistics: { basis: 'consent', asked: 'browser' },
  /** Having the chat of another in a browser (Q11): asked on the page of the chat. */
  chatting: { basis: 'consent', asked: 'browser', onePage: true },
  /** Mail that does not come with what one asked for (K16). */
  commercialMail: { basis: 'consent', asked: 'account' },
  /** Mailing what the site writes to the addresses that were given for it, and confirmed (K16). */
  newsletter: { basis: 'consent', asked: 'address', feature: 'newsletter' },
  /** Not mailing who wants to be left alone: it outlasts all else that was known of them. */
  leavingAlone: { basis: 'legalDuty', article: 'Regulation (EU) 2016/679, art. 21(3)', feature: 'newsletter' },
  /** Being able to show what somebody consented to: GDPR article 7(1). */
  consent: { basis: 'legalDuty', article: 'Regulation (EU) 2016/679, art. 7(1)' },
  /** Showing that the law is kept: GDPR article 5(2). */
  accountability: { basis: 'legalDuty', article: 'Regulation (EU) 2016/679, art. 5(2)' },
  /** Staff answer what the pages cannot: GDPR article 12(3). It goes on while data are restricted, since the person asked for it. */
  requests: { basis: 'legalDuty', article: 'Regulation (EU) 2016/679, art. 12(3)' },
  /** What the law lets an authority demand. Every holding that it may have can be opened for it, by privacy/ alone, whatever else it is held for. */
  orders: { basis: 'legalDuty', article: 'Regulation (EU) 2016/679, art. 6(1)(c)' },
  /** Answering a person about their own data: GDPR articles 12–22. Every holding may be opened for it, by privacy/ alone. */
  rights: { basis: 'legalDuty', article: 'Regulation (EU) 2016/679, art. 12–22' },
} as const satisfies Record<string, Purpose>

export type PurposeName = keyof typeof purposes
export const purposeNames = keysOf(purposes)
const widely: Record<PurposeName, Purpose> = purposes
export const isPurpose = (name: string): name is PurposeName => name in purposes
/** Whether a site with these features has the purpose. */
export const isPurposeOf = (features: readonly string[], name: PurposeName): boolean =>
  widely[name].feature === undefined || features.includes(widely[name].feature)
/** What an objection to a purpose does at once; undefined where the law gives none. */
export const onObjection = (name: PurposeName): OnObjection | undefined => widely[name].objection
/** Where consent to a purpose is asked; undefined for one that does not rest on it. */
export const askedOf = (name: PurposeName): AskedOf | undefined => widely[name].asked
/** Whether it is asked on the page that it is used on alone, and not wherever one looks first. */
export const isOnOnePage = (name: PurposeName): boolean => widely[name].onePage === true
/** The purposes for which nothing is done before somebody said yes: `open`, `disclose` and every page hold to it. */
export const gated: readonly PurposeName[] = purposeNames.filter((name) => askedOf(name) !== undefined)
/** The purposes that go on while a person's data are restricted: their own rights, what they asked, getting in to use them, and what the law orders (GDPR
 *  article 18(2)). */
export const whileRestricted: readonly string[] = ['signIn', 'requests', 'orders', 'rights'] satisfies PurposeName[]
