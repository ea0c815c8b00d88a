import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { labelled } from '../../std/written'
import { credentialOf } from '../accounts'
import { staffCommands } from './commands'
import { decisionPages } from './complaint-page'
import { complaintPages } from './complaints'
import { guard } from './desk-page'
import { dormantJob, dormantMails, sleepingAccount } from './dormant/dormant'
import { humanPages } from './dormant/human-page'
import { healthPages } from './health'
import { holdPages } from './holds/page'
import { words as holdWords } from './holds/words'
import { decidedPages, ledgerPages } from './ledger'
import { mails, moderationMails } from './mails'
import { peoplePages } from './people'
import { waitingComplaints, waitingReports } from './queries'
import { queuePages } from './queue'
import { reportPages } from './reports'
import { rightsMails } from './rights/mails'
import { objectionPages, objectionQueue } from './rights/objections'
import { may } from './rules'
import { secondFactorPages } from './second-factor'
import { securityPages } from './security'
import { staffPages } from './staff-pages'
import { trafficPages } from './traffic/page'
import { watchJob } from './watch'
import { welcomePages } from './welcome'
import { words } from './words'

export { ByHand, notSure } from './by-hand'
export { maySettle } from './complaint'
export { stateReasons } from './decide'
export { deskPage } from './desk-page'
export { humanPath } from './dormant/human-page'
export { openedFor, openForStaff } from './opening'
export { answerable, ruledOn, takenAsScam } from './queries'
export { report } from './report'
export { reportPage, reportReasons } from './report-form'
export { may } from './rules'
export { colleagues, nameOf } from './staff'

const pages = [
  welcomePages,
  secondFactorPages,
  queuePages,
  objectionPages,
  staffPages,
  healthPages,
  trafficPages,
  ledgerPages,
  securityPages,
  holdPages,
]

export const desk = feature({
  name: 'desk',
  routes: () => pages.reduce((all, some) => all.route('/', some), new Hono<Env>().use('/desk/*', guard)),
  jobs: (p) => [watchJob(p), dormantJob(p)],
  mails: { ...mails, ...rightsMails, ...dormantMails },
  indexed: { 'staff_passkeys.credential_key': (credential) => credentialOf(credential).id },
  desk: [objectionQueue],
  deskMenu: [{ path: '/holds', roles: may.holds, name: (language) => holdWords(language).title }],
  commands: staffCommands,
})

const moderated = [decisionPages, humanPages, reportPages, complaintPages, peoplePages, decidedPages]

/** Reports of what members do, decisions on them, complaints against those. A site where nobody but its staff has an account has none of it. */
export const moderation = feature({
  name: 'moderation',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => moderated.reduce((all, some) => all.route('/', some), new Hono<Env>()),
  mails: moderationMails,
  deskTargets: { account: sleepingAccount },
  desk: [
    {
      kind: 'reports',
      name: (language) => words(language).queue.reports,
      roles: may.reports,
      async queue(_p, db, language) {
        const { report, desk: text } = words(language)
        return (await waitingReports(db)).map(({ id, target, reason, created_at }) => ({
          id,
          title: `${labelled(text.targets[target], language)} ${report.reasons[reason].text.toLowerCase()}`,
          since: created_at,
          href: `/${language}/desk/reports/${id}`,
        }))
      },
    },
    {
      kind: 'complaints',
      name: (language) => words(language).queue.complaints,
      roles: may.reports,
      async queue(_p, db, language) {
        const { complaint, desk: text, notice } = words(language)
        return (await waitingComplaints(db)).map(({ id, target, decision, created_at }) => ({
          id,
          title: `${complaint.item}, ${labelled(text.targets[target].toLowerCase(), language)} ${notice.decisions[decision].toLowerCase()}`,
          since: created_at,
          href: `/${language}/desk/complaints/${id}`,
        }))
      },
    },
  ],
  deskMenu: [
    { daily: true, path: '/people', roles: may.people, name: (language) => words(language).people.title },
    { path: '/decisions', roles: may.decisions, name: (language) => words(language).decisions.title },
  ],
})
