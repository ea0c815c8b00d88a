// Who answers for a site hears of an audit that found something, and of one that does not run.
import { auditState } from '../../../platform/audits'
import { hours } from '../../../platform/clock'
import type { DeskQueue, Feature, Platform } from '../../../platform/feature'
import type { JobSpec } from '../../../platform/jobs'
import { dateIn, momentIn } from '../../../std/written'
import { accountsOf } from '../../accounts'
import { answerable } from '../../desk'
import { checkNamed, words } from './words'

const template = 'your-data.audit'

/** What is to be said of the last audit: that it found differences, or that there was none for a day. Undefined when all is well. */
async function wrong({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  const { last, since, late } = await auditState(db, clock.now())
  return late || last?.agree === false
    ? { since, late, checks: last?.checks.filter(({ different }) => different > 0) ?? [] }
    : undefined
}

/** Tells owner and officer, once a day, when the last audit found differences or there was none for a day. Answers how many are told. */
export async function watchAudit(p: Platform): Promise<number> {
  const found = await wrong(p)
  if (!found) return 0
  p.log(found.late ? 'audit.late' : 'audit.differs', { about: found.checks.map(({ about }) => about).join(' ') })
  return p.db.transaction().execute(async (trx) => {
    const people = await answerable(trx, template, new Date(p.clock.now().getTime() - hours(23)))
    for (const { person_id } of people) await p.mail.queue(trx, person_id, template)
    return people.length
  })
}

/** Beside the audit, so that one that breaks does not hide it. */
export const watchJob = (p: Platform): JobSpec => ({
  name: 'your-data.watch',
  cron: '52 * * * *',
  work: async () => void (await watchAudit(p)),
})

export const watchMails: NonNullable<Feature['mails']> = {
  [template]: async (p, db, person) => {
    const account = (await accountsOf(p, db, [person])).get(person)
    const found = await wrong({ db, clock: p.clock })
    if (!account || !found) return undefined
    const { email: to, language } = account
    const { mail } = words(language)
    const { since, late, checks } = found
    const at = momentIn(since, language)
    return {
      to,
      language,
      subject: (late ? mail.late : mail.differs).subject(p.site.name),
      paragraphs: late
        ? mail.late.text(at)
        : [
            mail.differs.text(at),
            ...checks.map(({ about, different }) => mail.differs.line(checkNamed(about, language), different)),
          ],
      button: { label: mail.button, url: `${p.config.publicUrl}/${language}/privacy/proofs#audit` },
      after: [mail.after],
    }
  },
}

export const auditQueue: DeskQueue = {
  kind: 'audit',
  name: (language) => words(language).queue.name,
  roles: ['owner', 'officer'],
  async queue(p, db, language) {
    const found = await wrong({ db, clock: p.clock })
    if (!found) return []
    const { item, states } = words(language).queue
    const { since, late } = found
    return [
      {
        id: 'audit',
        title: item(dateIn(since, language)),
        since,
        href: `/${language}/privacy/proofs#audit`,
        state: { text: late ? states.late : states.differs, tone: 'danger' },
      },
    ]
  },
}
