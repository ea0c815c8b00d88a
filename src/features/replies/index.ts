import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { tidy } from './acts'
import { avatarFiles, avatarJob } from './avatar'
import { itemPages } from './desk/item'
import { mayModerate, queue } from './desk/queue'
import { formPages } from './form'
import { enter } from './imported'
import { mails } from './mails'
import { minePages } from './mine'
import { removalPages } from './removal'
import { reportedReply, reportPages } from './report'
import { belowArticle } from './shown'
import { words } from './words'

export { importReply } from './acts'

const pages = [formPages, minePages, removalPages, reportPages, itemPages]
const job = 'replies.tidy'

/** Replies under articles, without an account. */
export const replies = feature({
  name: 'replies',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => pages.reduce((all, some) => all.route('/', some), new Hono<Env>()),
  mails,
  belowArticle,
  desk: [queue],
  deskTargets: { reply: reportedReply },
  deskMenu: [{ daily: true, path: '/replies', name: (language) => words(language).desk.title, roles: mayModerate }],
  on: { 'article.removed': (p, db) => p.jobs.send(db, job, {}), 'article.imported': enter },
  jobs: (p) => [{ name: job, cron: '37 3 * * *', work: () => tidy(p) }],
})

/** The pictures that Gravatar has of who wrote them (K18): a site gets this with the company, where it names it (platform/following.ts). */
export const avatars = feature({
  name: 'avatars',
  migrations: import.meta.glob<string>('./avatar-migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  root: () => avatarFiles,
  jobs: (p) => [avatarJob(p)],
})
