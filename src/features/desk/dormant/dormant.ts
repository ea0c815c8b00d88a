import { dayOf, days } from '../../../platform/clock'
import type { DeskTarget, Feature, Platform } from '../../../platform/feature'
import type { JobSpec } from '../../../platform/jobs'
import { oneByOne } from '../../../privacy'
import { dayIn } from '../../../std/written'
import { accountsOf, endAccountIn } from '../../accounts'
import { stateReasons } from '../decide'
import { decisionById } from '../queries'
import { words as deskWords } from '../words'
import { humanPath } from './human-page'
import { asleep, noteKept, noteWarned, sleepOf, sleepsOn, unwarned } from './queries'
import { words } from './words'

/** What a day means for accounts that sleep (activity.account is kept 24 months after the last use, with a warning at 23): who was last
 *  seen on `warnSeen` or before is warned; who was last seen on `endSeen` or before and was warned on `endWarned` or before is ended.
 *  `endOf` is the day on which somebody who is warned today will be ended. Days as "2026-11-21". */
export function dormancy(today: string) {
  const day = Temporal.PlainDate.from(today)
  return {
    warnSeen: day.subtract({ months: 23 }).toString(),
    endSeen: day.subtract({ months: 24 }).toString(),
    endWarned: day.subtract({ days: 30 }).toString(),
    endOf: day.add({ days: 31 }).toString(),
  }
}

/** Whether the site has decisions, and complaints against them: where nobody but its staff has an account, the owner answers. */
const decides = (p: Pick<Platform, 'site'>) => p.site.features.includes('moderation')

const many = 200
/** Before everybody, in the order of ids. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Warns who has been away for 23 months: a rule decides that their account ends, with the reasons and the way to a human (G9). Says how many. */
export async function warnDormant(p: Platform): Promise<number> {
  const today = dayOf(p.clock.now())
  const people = await unwarned(p.db, dormancy(today).warnSeen, many)
  for (const { person_id: person, last_seen_on } of people)
    await p.db.transaction().execute(async (trx) => {
      await noteWarned(trx, person, today)
      const language = (await accountsOf(p, trx, [person])).get(person)?.language ?? 'en'
      const facts = words(language).facts(dayIn(last_seen_on, language), dayIn(dormancy(today).endOf, language))
      const what = { person, target: 'account', targetId: person, decision: 'ending', ground: 'unused' } as const
      const decision = decides(p) ? await stateReasons(p, trx, 'rule', { ...what, facts, ownMail: true }) : ''
      await p.mail.queue(trx, person, 'desk.dormant', { decision })
    })
  return people.length < many ? people.length : people.length + (await warnDormant(p))
}

/** Ends the next accounts after this person that have slept for 24 months and were warned a month ago, and for whom no human is looking at that or did within
 *  the month. `next`: where to go on. */
async function endSome(p: Platform, after = nobody): Promise<{ done: number; next: string | undefined }> {
  const now = p.clock.now()
  const { endSeen: seen, endWarned: warned } = dormancy(dayOf(now))
  const sleep = { seen, warned, answered: decides(p) ? new Date(now.getTime() - days(30)) : undefined }
  const people = await asleep(p.db, sleep, after, many)
  const { done } = await oneByOne(p, 'accounts', people, async (person) => {
    const erased = await p.db
      .transaction()
      .execute(async (trx) => ((await sleepsOn(trx, sleep, person)) ? await endAccountIn(p, trx, person) : undefined))
    await erased?.after()
    return erased !== undefined
  })
  return { done, next: people.length < many ? undefined : people.at(-1) }
}

/** The same, until everybody was looked at; says how many. */
export async function endDormant(p: Platform): Promise<number> {
  let ended = 0
  for (let next: string | undefined = nobody; next; ) {
    const some: Awaited<ReturnType<typeof endSome>> = await endSome(p, next)
    ended += some.done
    next = some.next
  }
  return ended
}

/** A job for some people each, which puts the next in the queue. */
export const dormantJob = (p: Platform): JobSpec => ({
  name: 'desk.dormant',
  cron: '20 4 * * *',
  async work({ after, ended = '0' }) {
    if (!after) await warnDormant(p)
    const some = await endSome(p, after)
    const sum = String(Number(ended) + some.done)
    if (some.next) await p.jobs.send(p.db, 'desk.dormant', { after: some.next, ended: sum })
    else p.log('accounts.ended', { dormant: sum })
  },
})

/** An account, as far as a rule decides about it: a human who sees it otherwise keeps it as though its owner was here today. */
export const sleepingAccount: DeskTarget = {
  describe: async (_p, _db, _id, language) => ({ title: words(language).account, parties: [] }),
  acts: ['resume'],
  async act(p, db, id, act) {
    if (act !== 'resume') throw new Error(`an account has no ${act}`)
    await noteKept(db, id, dayOf(p.clock.now()))
  },
}

export const dormantMails: NonNullable<Feature['mails']> = {
  /** That an account is about to end, why, who decided that, and both ways to keep it: being here once, or asking a human. */
  'desk.dormant': async (p, db, person, { decision: id = '' }) => {
    const row = id === '' ? undefined : await decisionById(db, id)
    const account = (await accountsOf(p, db, [person])).get(person)
    const days = await sleepOf(db, person)
    if (!account || !days?.warned_on || (id !== '' && !row)) return undefined
    const { email: to, language } = account
    const text = words(language)
    const { grounds, mails } = deskWords(language)
    const end = dayIn(dormancy(days.warned_on).endOf, language)
    const facts = row
      ? (await p.vault.keys(db, [person])).bind('decisions', row).facts.open('serviceMail')
      : text.facts(dayIn(days.last_seen_on, language), end)
    return {
      to,
      language,
      subject: text.subject(p.site.name),
      paragraphs: [
        ...text.text(p.site.name, end),
        mails.measure.facts(facts),
        mails.measure.ground(grounds.unused),
        row ? text.automatic : text.askOfficer(p.site.officer.email),
      ],
      button: { label: text.button, url: `${p.config.publicUrl}/${language}/sign-in` },
      links: row ? [{ label: mails.humanButton, url: `${p.config.publicUrl}/${language}${humanPath(p, row.id)}` }] : [],
    }
  },
}
