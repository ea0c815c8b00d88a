import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { blockPages, blocksPanel } from './blocks'
import { verifyCommand } from './evidence/command'
import { evidencePages } from './evidence/pages'
import { inboxPages } from './inbox'
import { mails } from './mails'
import { inboxPath } from './paths'
import { sendPending } from './pending'
import { phonePages } from './phone'
import { unreadCount } from './queries/inbox'
import { questionPages } from './questions/page'
import { declinePages } from './replies/decline'
import { farewellJob } from './replies/farewell'
import { repliesPages } from './replies/pages'
import { rentedPages } from './replies/rented'
import { replyPages, replyPanel } from './reply'
import { reportPages } from './report'
import { reportedThread } from './staff'
import { threadPages } from './thread'
import { tellJob, tells, mails as toldMails } from './told/tell'
import { mails as viewingMails } from './viewings/mails'
import { viewingPages } from './viewings/pages'
import { remindJob } from './viewings/remind'
import { mails as warningMails } from './warning/mails'
import { whoIsWarned } from './warning/staff'
import { warn, withdraw } from './warning/warn'
import { words } from './words'

export { sendMessage, sendReply } from './write'

export const messages = feature({
  name: 'messages',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () =>
    new Hono<Env>()
      .route('/', inboxPages)
      .route('/', blockPages)
      .route('/', threadPages)
      .route('/', viewingPages)
      .route('/', questionPages)
      .route('/', repliesPages)
      .route('/', declinePages)
      .route('/', rentedPages)
      .route('/', evidencePages)
      .route('/', reportPages)
      .route('/', replyPages)
      .route('/', phonePages),
  mails: { ...mails, ...viewingMails, ...toldMails, ...warningMails },
  tells,
  jobs: (p) => [remindJob(p), farewellJob(p), tellJob(p)],
  on: { 'account.confirmed': sendPending, 'measure.taken': warn, 'measure.undone': withdraw },
  commands: [verifyCommand],
  accountMenu: [
    async (_, db, viewer, language) => ({
      label: words(language).title,
      href: inboxPath(language),
      count: await unreadCount(db, viewer.personId),
    }),
  ],
  deskTargets: { thread: reportedThread },
  besideListing: replyPanel,
  besideRemoval: whoIsWarned,
  onAccount: blocksPanel,
})
