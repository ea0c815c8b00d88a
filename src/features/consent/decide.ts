import { randomBytes, randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { answersOf, saidYesTo, type Whose } from '../../platform/consent'
import type { Db } from '../../platform/db'
import type { Feature, Platform } from '../../platform/feature'
import {
  browserOf,
  currentAnswers,
  type Env,
  giveCookie,
  leavesOnly,
  readCookie,
  saysNo,
  whoseAnswers,
} from '../../platform/http'
import { eraseUnfounded } from '../../privacy'
import { askedOf, asksFor, type ConsentHow, isPurpose, loadsFor, type PurposeName, recipientNames, serves } from '../../register'
import type { Language } from '../../std/words'
import { linksOf, takenBack } from './chain'
import { addConsents, type Consent, isHere, lastLink, versionNow } from './queries'
import { askedWith, hashOf } from './shown'
import { tellJob } from './tell'

type Decided = ReadonlyMap<PurposeName, { yes: boolean; how: ConsentHow }>
type Said = Pick<Consent, 'purpose' | 'given' | 'how' | 'text_hash' | 'language'>

/** Adds answers to the record and to its chain, in the transaction of `db`. */
async function write(p: Platform, db: Db, { browser, person }: Whose, said: readonly Said[], at: Date): Promise<Consent[]> {
  const last = await lastLink(db)
  const version = await versionNow(db)
  const consents = said.map(
    (one, n): Consent => ({
      ...one,
      id: randomUUID(),
      person_id: person,
      browser,
      version,
      at,
      seq: (last?.seq ?? 0) + n + 1,
    }),
  )
  await addConsents(db, consents, linksOf(p, last, consents))
  return consents
}

/** What follows when consents are taken back: the ledger has it, so that no backup brings them back; recipients are told; what was held for nothing else goes. */
async function follow(p: Platform, db: Db, { browser, person }: Whose, gone: readonly Consent[]): Promise<() => Promise<void>> {
  for (const { id, purpose } of gone) {
    p.ledger.note(db, takenBack, person ?? browser ?? '', { purpose, browser: browser ?? '' })
    for (const recipient of recipientNames) {
      if (serves(p.site.recipients, recipient, purpose) && p.features.some(({ tellsTakenBack }) => tellsTakenBack?.[recipient]))
        await p.jobs.send(db, tellJob, { recipient, consent: id })
    }
  }
  return gone.length > 0 && person ? eraseUnfounded(p, db, person) : async () => {}
}

/** Writes down what was answered, and what follows from it in the transaction of `db`. Answers what was taken back, and what to do once it is committed. */
async function say(p: Platform, db: Db, whose: Whose, answers: Decided, language: Language) {
  const said = [...answers].map(([purpose, { yes, how }]) => ({
    purpose,
    given: yes,
    how,
    text_hash: hashOf(p, language, askedWith(p, language, purpose)),
    language,
  }))
  const before = await answersOf(db, whose, asksFor(p.site.recipients))
  const ofPerson = whose.person ? await saidYesTo(db, whose.person) : []
  const written = await write(p, db, whose, said, p.clock.now())
  if (whose.person)
    for (const { purpose, given } of written) if (given) await p.emit(db, 'consent.given', { person: whose.person, purpose })
  const gone = written.filter(({ purpose, given }) => !given && (before.get(purpose) || ofPerson.includes(purpose)))
  return { remove: await follow(p, db, whose, gone), gone }
}

/** Writes down what somebody answered elsewhere than on a page of choices, in the transaction of `db`: behind a link that went to their mailbox, unless said.
 *  A no erases what is held for nothing else. Answers what to do once it is committed. */
export const decideFor = async (
  p: Platform,
  db: Db,
  {
    person,
    purpose,
    yes,
    language,
    how = 'mail',
  }: { person: string; purpose: PurposeName; yes: boolean; language: Language; how?: ConsentHow },
): Promise<() => Promise<void>> =>
  (await say(p, db, { browser: null, person }, new Map([[purpose, { yes, how }]]), language)).remove

/** Writes down what this visitor answered, and does what follows from it. The browser gets a cookie by which it is known again, and no other: answers how it
 *  is known. */
export async function decide(c: Context<Env>, answers: Decided): Promise<string | null> {
  const { p, language, viewer } = c.var
  const ofBrowser = [...answers.keys()].some((purpose) => askedOf(purpose) === 'browser')
  const token = readCookie(c, 'consent') ?? (ofBrowser ? randomBytes(24).toString('base64url') : undefined)
  const whose = { browser: browserOf(c, token), person: viewer?.personId ?? null }
  const after = await p.db.transaction().execute((trx) => say(p, trx, whose, answers, language))
  await after.remove()
  if (ofBrowser && token) giveCookie(c, 'consent', token)
  c.set('answers', await currentAnswers(c, { ...whoseAnswers(c), browser: whose.browser }))
  // What scripts kept beside cookies; we keep nothing there ourselves. It clears all of it: where something may stay, islands/forget.ts takes away the rest.
  if (after.gone.some(({ purpose }) => recipientNames.some((name) => loadsFor(name) === purpose)) && !leavesOnly(c)?.length)
    c.header('clear-site-data', '"storage"')
  return whose.browser
}

/** Writes down a yes to what its own page asked, if this is what stood there (`AskedHere`). Answers how the browser is known whose yes it is; undefined for another text,
 *  and for a browser that says no by itself. */
export async function accept(c: Context<Env>, purpose: PurposeName, asked: string): Promise<string | undefined> {
  const { p, language } = c.var
  if (saysNo(c) || asked !== `${purpose} ${hashOf(p, language, askedWith(p, language, purpose))}`) return undefined
  return (await decide(c, new Map([[purpose, { yes: true, how: 'page' }]]))) ?? undefined
}

/** What the ledger says was taken back, done again in a database that was put back. */
export const takenBackAgain: NonNullable<Feature['replay']> = {
  [takenBack]: async (p, db, { person: who, detail: { purpose = '', browser }, at }) => {
    if (!isPurpose(purpose)) return
    const person = who === browser ? null : who
    if (person && !(await isHere(db, person))) return
    const whose = { browser: browser || null, person }
    const said = { purpose, given: false, how: 'restored', text_hash: '', language: p.site.languages[0] ?? 'en' } as const
    await write(p, db, whose, [said], new Date(at))
  },
}
