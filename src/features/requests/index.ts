import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { askPages } from './ask-pages'
import { clockJob } from './clock'
import { actPages } from './desk/acts'
import { requestQueue } from './desk/queue'
import { requestPages } from './desk/request-page'
import { formPages } from './form-pages'
import { mails } from './mails'
import { accountPanel } from './panel'
import { yoursPages } from './yours'

const pages = [askPages, yoursPages, formPages, requestPages, actPages]

export const requests = feature({
  name: 'requests',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => pages.reduce((all, some) => all.route('/', some), new Hono<Env>()),
  mails,
  jobs: (p) => [clockJob(p)],
  desk: [requestQueue],
  onAccount: accountPanel,
  whileRestricted: [/^\/privacy\/(?:ask|yours|requests?)(?:\/|$)/, /^\/account\/requests$/],
})
