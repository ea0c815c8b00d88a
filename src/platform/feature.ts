import type { Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { featureOrder } from '../floors'
import type {
  Change,
  DecisionGround,
  DecisionTarget,
  HoldingName,
  IndexPath,
  Measure,
  PurposeName,
  RecipientName,
  Role,
} from '../register'
import type { Language } from '../std/words'
import type { Clock } from './clock'
import type { Config } from './config'
import type { Connection, Db } from './db'
import type { Files } from './files'
import type { Env, Viewer } from './http/env'
import type { KeptPages } from './http/kept'
import type { JobSpec, Jobs } from './jobs'
import type { Ledger, Noted } from './ledger'
import type { Limits } from './limits'
import type { Live } from './live'
import type { Log } from './log'
import type { Mail, MailTemplate } from './mail'
import type { Metrics } from './metrics'
import type { InBrowser, Site } from './site'
import type { Tally } from './tally'
import type { Traffic } from './traffic'
import type { Held, Keyring, Vault } from './vault'
import type { KeyProvider } from './vault/provider'

export type FeatureName = (typeof featureOrder)[number]

/** A reply under an article, as another program had it; `answers` is what it calls the one that it answers. */
export type FormerReply = {
  id: string
  answers: string | null
  name: string
  email: string | null
  ip: string | null
  body: string
  at: Date
}

/** What one feature tells the later ones, inside the transaction that did it. */
export type Events = {
  /** An address was confirmed. `former` is the person that registered: another one, gone after this, when the address had an account already. */
  'account.confirmed': { person: string; former: string }
  /** The address of an account is another one from now on. */
  'account.moved': { person: string }
  /** An advert became public, changed, or is public no more. */
  'listing.changed': { listing: string; person: string | null }
  /** Something of a person was taken away, held back or warned about, with the statement of reasons. */
  'measure.taken': { person: string; target: DecisionTarget; targetId: string; decision: Measure; ground: DecisionGround }
  /** The desk found that what was taken away or held may be there after all. Perhaps said twice of one thing. */
  'measure.undone': { person: string; target: DecisionTarget; targetId: string }
  /** An article is there no more, by its key; the others that are there say it too. */
  'article.removed': { article: string }
  /** An article came in from another program, with the replies that were public there. */
  'article.imported': { article: string; language: Language; replies: readonly FormerReply[] }
  /** Somebody said yes to a purpose, for their account. */
  'consent.given': { person: string; purpose: PurposeName }
  /** Somebody wrote to an advertiser about an advert for the first time. */
  'listing.replied': { listing: string; at: Date }
}

/** A link in a menu, in the viewer's language. */
export type MenuItem = { label: string; href: string; count?: number }
type Menu = (p: Platform, db: Db, viewer: Viewer, language: Language) => Promise<MenuItem | undefined> | MenuItem | undefined

/** Something that waits for staff, shown in the queue of the desk. */
export type QueueItem = {
  id: string
  title: string
  since: Date
  href: string
  /** How urgent it is, in a word. */
  state?: { text: string; tone: 'plain' | 'warning' | 'danger' }
}
/** A queue of the desk: `kind` is its code in a URL, `name` what staff call it. */
export type DeskQueue = {
  kind: string
  name(language: Language): string
  roles: readonly Role[]
  queue(p: Platform, db: Db, language: Language): Promise<QueueItem[]>
}

/** A page in the menu of the desk: its path below /desk, and who goes there. */
/** A page of the desk. What staff come for every day stands first in its menu. */
export type DeskEntry = { path: string; name(language: Language): string; roles: readonly Role[]; daily?: true }

/** Somebody who has to do with what was reported: an advertiser, a seeker. */
export type DeskParty = { person: string; part: 'advertiser' | 'seeker' }
/** What can be done with something that was reported: take it away; let go of what is held because of the report; show again what a rule paused. */
export type DeskAct = 'remove' | 'release' | 'resume'
export type DeskItem = { id: string; title: string; href?: string; state?: string }
/** Something that can be reported, as the feature that it belongs to shows it to the desk. */
export type DeskTarget = {
  /** What it is, from what is not sealed of it. Undefined when it is there no more. */
  describe(
    p: Platform,
    db: Db,
    id: string,
    language: Language,
  ): Promise<{ title: string; href?: string; state?: string; parties: readonly DeskParty[] } | undefined>
  /** What is sealed of it: `show` is called once it is written down, for each of the parties, that staff opened these holdings. */
  open?: {
    holdings: readonly HoldingName[]
    purposes: readonly PurposeName[]
    show(p: Platform, db: Db, id: string, language: Language, purpose: PurposeName): Promise<Child>
  }
  /** What a person has of it that is public or was, for who looks the person up. */
  ofPerson?(p: Platform, db: Db, person: string, language: Language): Promise<DeskItem[]>
  acts: readonly DeskAct[]
  /** Does it, in the transaction of `db`. Throws for an act that is not its own. `why`: the facts, in the words for whom it is about, and who of the staff says so. */
  act(p: Platform, db: Db, id: string, act: DeskAct, why?: { facts: string; by: string }): Promise<void>
}

export type Command = {
  /** As typed: "staff add". */
  name: string
  usage: string
  summary: Record<Language, string>
  /** Answers the exit code. */
  run(p: Platform, args: readonly string[], out: (line: string) => void): Promise<number>
}

/** A consent that was taken back: of a browser, by the keyed hash of its cookie, and of who was signed in. */
export type TakenBack = { purpose: PurposeName; browser: string | null; person: string | null; at: Date }

/** What became of something of a person that others have. */
export type Changed = { change: Change; person: string }
/** The same, to be told to a company. `person`: who keeps the address until then, and leads back to nobody. */
export type Telling = { change: Change; person: string; address: Held<'email.telling'> }

/** What a later feature needs to know of the advert whose page it adds to. */
export type ListingFacts = {
  id: string
  publicId: string
  personId: string | null
  title: string
  spotlit: boolean
  hasPhone: boolean
}

/** What a later feature needs to know of the article whose page it adds to. */
export type ArticleFacts = { key: string; path: string; takesReplies: boolean }

/** One folder of src/features, as the composition root sees it. */
export type Feature = {
  name: FeatureName
  /** SQL by file name: import.meta.glob('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }). */
  migrations?: Record<string, string>
  /** Pages, mounted under /:language. */
  routes?(p: Platform): Hono<Env>
  /** What has no language: /api/…, files. */
  root?(p: Platform): Hono<Env>
  /** Who is signed in: the accounts feature answers this for all. */
  viewer?(c: Context<Env>): Promise<Viewer | null>
  /** Who is still, of a request that is answered for minutes. */
  viewerStill?(c: Context<Env>): Promise<Viewer | null>
  jobs?(p: Platform): JobSpec[]
  mails?: Record<string, MailTemplate>
  on?: { [E in keyof Events]?: (p: Platform, db: Db, event: Events[E]) => Promise<void> }
  /** Entries of the site's menu, for everybody; `first` before those of earlier features. */
  menu?: (language: Language) => (MenuItem & { first?: boolean })[]
  /** Entries of the site's menu, and of the links at the foot, that are looked up; they come after the others. The page of an error is without them. */
  lookedUp?(p: Platform, db: Db, language: Language): Promise<{ menu: readonly MenuItem[]; foot: readonly MenuItem[] }>
  /** Where what was at an address of before is now, asked for what is at no address of ours. */
  movedTo?(p: Platform, url: URL): Promise<string | undefined>
  /** For search engines. `paths`: pages that are in each language, by what stands after it. `files`: the names of further files of the sitemap,
   *  `/sitemap-<name>.xml`, which the feature answers itself. */
  mapped?: { paths?(p: Platform): Promise<readonly string[]>; files?(p: Platform): Promise<readonly string[]> }
  /** Entries of the menu under My account. */
  accountMenu?: Menu[]
  /** Pages of what somebody keeps: the menu has one entry for them all, and each of them leads to the others. */
  keptMenu?: (language: Language) => MenuItem[]
  /** What waits for staff. */
  desk?: DeskQueue[]
  /** Pages of the desk that are no queue. */
  deskMenu?: readonly DeskEntry[]
  /** What can be reported of this feature, or decided about by a rule. */
  deskTargets?: { readonly [T in DecisionTarget]?: DeskTarget }
  /** Parts of pages of an earlier feature: below the hero of the home page; beside an advert; below an article; on the page My account. */
  home?(c: Context<Env>): Promise<Child>
  besideListing?(c: Context<Env>, listing: ListingFacts): Promise<Child>
  /** Where staff take something away, before they do: whom else that reaches. */
  besideRemoval?(c: Context<Env>, thing: { target: DecisionTarget; id: string }): Promise<Child>
  belowArticle?(c: Context<Env>, article: ArticleFacts): Promise<Child>
  onAccount?(c: Context<Env>): Promise<Child>
  /** Below the mails that an account chooses to get. */
  belowNotices?(c: Context<Env>): Promise<Child>
  /** Above what a search finds, for everybody alike. `query` is the search as its address says it. */
  besideSearch?(language: Language, query: string): Child
  /** On every page but those of the desk: before its header, after its content, in its head, among the links at its foot; and what it loads of others. `forAll`:
   *  the page is not one person's. */
  onEveryPage?(
    c: Context<Env>,
    forAll: boolean,
  ): {
    before?: Child
    after?: Child
    head?: Child
    links?: readonly MenuItem[]
    islands?: readonly string[]
    loads?: readonly InBrowser[]
  }
  /** On the page with the figures of an advert, for its owner. */
  besideFigures?(c: Context<Env>, listing: string): Promise<Child>
  /** Paths that others may post to without coming from our pages: they prove themselves otherwise. */
  openToOthers?: readonly RegExp[]
  /** Paths under /:language that serve a person while their data are restricted: their rights, and getting in and out. */
  whileRestricted?: readonly RegExp[]
  /** What others are told before a person's rows go, in the transaction of the erasure. Files go with their rows: the register names them. */
  beforeErase?(p: Platform, db: Db, person: string): Promise<void>
  /** What stays of these addresses, each of which is somebody's who is erased, where it is kept as nobody's: for the receipt. */
  staysOf?(
    p: Platform,
    db: Db,
    addresses: readonly string[],
  ): Promise<readonly { holding: HoldingName; rows: number; until: Date }[]>
  /** What a blind index is made of, where it is not the sealed value itself: from the value, opened, and its row. For putting back a backup. */
  indexed?: { readonly [P in IndexPath]?: (value: string, row: Readonly<Record<string, unknown>>) => string }
  /** Does again what the ledger says that a restored database has not: by the kind it was noted under. Doing it twice does no harm. */
  replay?: { readonly [kind: string]: (p: Platform, db: Db, line: Noted) => Promise<void> }
  /** Sees to it that those who have something of a person, as this recipient, are told what became of it, in the transaction of `db`: of an erasure
   *  before anything goes. What cannot be done at once it queues. Answers whether there is anybody to tell. */
  tells?: { readonly [R in RecipientName]?: (p: Platform, db: Db, changed: Changed) => Promise<boolean> }
  /** Tells a company what became of the data of somebody whom it knows by this address, which goes through `disclose`: tried again until it does not throw. */
  tellsLater?: { readonly [R in RecipientName]?: (p: Platform, telling: Telling) => Promise<void> }
  /** Keeps what it takes to tell a company later, beside the address: of `person`, whose own rows may be gone by then, for who keeps the address. */
  keepsToTell?: {
    readonly [R in RecipientName]?: (p: Platform, db: Db, of: { person: string; keeper: string; keys: Keyring }) => Promise<void>
  }
  /** Tells a recipient that consent was taken back (GDPR articles 7(3) and 19): tried again until it does not throw. */
  tellsTakenBack?: { readonly [R in RecipientName]?: (p: Platform, taken: TakenBack) => Promise<void> }
  commands?: Command[]
  /** Hears of every answer once it is made, also of one from memory. It must be quick: it stands before the answer. */
  answered?(c: Context<Env>): void
  /** Writes what it still has in memory, before the program stops. */
  closing?(p: Platform): Promise<void>
}

/** The face of a feature: checked by its type, nothing more. */
export const feature = (of: Feature): Feature => of

/** What the program stands on: made once at start, given to every feature. Tests make one with other parts. */
export type Platform = {
  config: Config
  site: Site
  clock: Clock
  connection: Connection
  db: Db
  vault: Vault
  keys: KeyProvider
  ledger: Ledger
  files: Files
  jobs: Jobs
  mail: Mail
  limits: Limits
  kept: KeptPages
  live: Live
  metrics: Metrics
  tally: Tally
  traffic: Traffic
  log: Log
  features: readonly Feature[]
  /** Tells the features that listen, in the transaction of `db`. */
  emit<E extends keyof Events>(db: Db, event: E, facts: Events[E]): Promise<void>
}
