import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { tokenShape } from '../../platform/links'
import { mayWrite } from '../writing'
import { accountPages, switchOf } from './account'
import { below } from './block'
import { bounceHook } from './bounces/hook'
import { letterPages } from './desk/letter'
import { listPages } from './desk/list'
import { mails } from './mails'
import { newsletterPages } from './pages'
import { paths } from './paths'
import { sendJob } from './sending'
import { leftAloneAgain, moveAlong, staysOf } from './subscribing'
import { words } from './words'

export { enterLetter, enterReader } from './entered'

/** Articles of the site, mailed to who said yes to that from their own mailbox (K16). */
export const newsletter = feature({
  name: 'newsletter',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () =>
    [newsletterPages, accountPages, listPages, letterPages].reduce((all, some) => all.route('/', some), new Hono<Env>()),
  root: ({ config: { sns } }) => (sns ? bounceHook(sns) : new Hono<Env>()),
  openToOthers: [new RegExp(`^/(?:nl|fr|en)/newsletter/subscription/${tokenShape}$`), /^(?:\/(?:nl|fr|en))?\/newsletter\/sns$/],
  whileRestricted: [/^\/newsletter\/subscription\//],
  mails,
  replay: leftAloneAgain,
  staysOf,
  jobs: (p) => [sendJob(p)],
  deskMenu: [{ daily: true, path: '/letters', name: (language) => words(language).title, roles: mayWrite }],
  belowNotices: switchOf,
  on: { 'account.moved': (p, db, { person }) => moveAlong(p, db, person) },
  belowArticle: async ({ var: { language } }) => below(language),
  onEveryPage: ({ var: { language } }) => ({ links: [{ label: words(language).title, href: paths(language).form }] }),
})
