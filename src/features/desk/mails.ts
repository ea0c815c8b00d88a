import type { Db } from '../../platform/db'
import type { Feature, Platform } from '../../platform/feature'
import { sweptSince } from '../../platform/swept'
import { dateIn, momentIn } from '../../std/written'
import { accountsOf, mintLink } from '../accounts'
import { targetOf } from './decide'
import { complaintById, decisionById, reportById, staffFactors } from './queries'
import { answerTo } from './report'
import { words } from './words'

/** The number by which people and staff speak of a notice or a decision: the first part of its id, which is random. */
export const referenceOf = (id: string): string => id.slice(0, 8)

async function noticed(p: Platform, db: Db, id: string) {
  const [row, answer] = [await reportById(db, id), await answerTo(p, db, id)]
  if (!row || !answer) return undefined
  const { language } = answer
  const { mails, report } = words(language)
  const reason = report.reasons[row.reason].text.toLowerCase()
  return { row, answer, text: mails, about: mails.about[row.target], reason, day: dateIn(row.created_at, language) }
}

export const moderationMails: NonNullable<Feature['mails']> = {
  /** The receipt of a notice: Digital Services Act, article 16(4). */
  'desk.received': async (p, db, _person, { report = '' }) => {
    const found = await noticed(p, db, report)
    if (!found) return undefined
    const { row, answer, text, about, reason, day } = found
    return {
      ...answer,
      subject: text.received.subject(p.site.name),
      paragraphs: text.received.text(about, reason, day),
      after: [text.reference(referenceOf(row.id))],
    }
  },
  /** What was decided on a notice, and what one can do about it: article 16(5). */
  'desk.decided': async (p, db, person, { report = '' }) => {
    const found = await noticed(p, db, report)
    const { row } = found ?? {}
    if (!found || !row?.decision) return undefined
    const { answer, text, about, day } = found
    const { decided } = text
    const reason = (await p.vault.keys(db, [person])).bind('reports', row).decision_reason?.open('serviceMail') ?? ''
    return {
      ...answer,
      subject: decided.subject(p.site.name),
      paragraphs: [...decided.text(about, day), decided.decisions[row.decision], decided.reason(reason)],
      after: [text.complain(p.site.controller.email, referenceOf(row.id))],
    }
  },
  /** The statement of reasons to whom a measure is about: article 17(3). */
  'desk.measure': async (p, db, person, { decision: id = '', noticed }) => {
    const row = await decisionById(db, id)
    const account = (await accountsOf(p, db, [person])).get(person)
    // Of a pause the mail about all that paused tells, of an end its own.
    if (!row || row.decision === 'paused' || row.decision === 'ending' || !account) return undefined
    const { email: to, language } = account
    const { mails: text, grounds } = words(language)
    const { measure } = text
    const about = await targetOf(p, row.target)?.describe(p, db, row.target_id, language)
    const facts = (await p.vault.keys(db, [person])).bind('decisions', row).facts.open('serviceMail')
    return {
      to,
      language,
      subject: measure.subjects[row.decision](p.site.name),
      paragraphs: [
        measure.decisions[row.decision](about?.title ?? text.about[row.target]),
        measure.facts(facts),
        measure.ground(grounds[row.ground]),
        row.automatic ? measure.automatic : noticed ? measure.noticed : measure.human,
      ],
      button: {
        label: row.automatic ? text.humanButton : text.complainButton,
        url: `${p.config.publicUrl}/${language}/decisions/${row.id}`,
      },
      after: [row.automatic ? text.humanHere(referenceOf(row.id)) : text.complainHere(referenceOf(row.id))],
    }
  },
  /** What came of a complaint: article 20(5). */
  'desk.complaintDecided': async (p, db, person, { complaint: id = '' }) => {
    const row = await complaintById(db, id)
    const against = row && (await decisionById(db, row.decision_id))
    const account = (await accountsOf(p, db, [person])).get(person)
    if (!row?.decision || !against || !account) return undefined
    const { email: to, language } = account
    const { mails: text } = words(language)
    const about = await targetOf(p, against.target)?.describe(p, db, against.target_id, language)
    const reason = (await p.vault.keys(db, [person])).bind('complaints', row).decision_reason?.open('serviceMail') ?? ''
    return {
      to,
      language,
      subject: text.complaint.subject(p.site.name),
      paragraphs: [
        text.complaint.text(dateIn(row.created_at, language), about?.title ?? text.about[against.target]),
        text.complaint.looked[against.automatic ? 'human' : row.decided_by === against.decided_by ? 'same' : 'other'],
        text.complaint.outcomes[row.decision][against.decision],
        text.complaint.reason(reason),
      ],
      button: { label: text.complaint.button, url: `${p.config.publicUrl}/${language}/decisions/${against.id}` },
      after: [text.complaint.elsewhere],
    }
  },
}

export const mails: NonNullable<Feature['mails']> = {
  /** To who answers for the site: what is over is not deleted. */
  'desk.sweepLate': async (p, db, person) => {
    const account = (await accountsOf(p, db, [person])).get(person)
    if (!account) return undefined
    const { email: to, language } = account
    const { sweepLate } = words(language).mails
    const since = (await sweptSince(db, p.site.features)).at
    return {
      to,
      language,
      subject: sweepLate.subject(p.site.name),
      paragraphs: sweepLate.text(momentIn(since.getTime(), language)),
      after: [sweepLate.after],
    }
  },
  /** The link by which a member of staff proves the mailbox, to set up a second factor. */
  'desk.setUp': async (p, db, person) => {
    const [staff, account] = [await staffFactors(db, person), (await accountsOf(p, db, [person])).get(person)]
    if (!staff || !account) return undefined
    const { email: to, language } = account
    const { desk, mails: text } = words(language)
    const { setUp } = text
    const token = await mintLink(p, db, person, 'staff')
    return {
      to,
      language,
      subject: setUp.subject(p.site.name),
      paragraphs: setUp.text(p.site.name, desk.roles[staff.role]),
      button: { label: setUp.button, url: `${p.config.publicUrl}/${language}/desk/welcome/${token}` },
      after: setUp.after,
    }
  },
}
