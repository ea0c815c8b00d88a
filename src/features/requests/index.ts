import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { askPages } from './ask-pages'
import { clockJob } from './clock'
import { demandJob } from './demands'
import { actPages } from './desk/acts'
import { demandPages, demandQueue } from './desk/demand-pages'
import { erasedMail } from './desk/erasing'
import { requestQueue } from './desk/queue'
import { requestPages } from './desk/request-page'
import { tellingPages, tellingQueue } from './desk/tellings'
import { formPages } from './form-pages'
import { mails } from './mails'
import { accountPanel } from './panel'
import { mayAnswer } from './rules'
import { words } from './words'
import { yoursPages } from './yours'

const pages = [askPages, yoursPages, formPages, requestPages, actPages, demandPages, tellingPages]

export const requests = feature({
  name: 'requests',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => pages.reduce((all, some) => all.route('/', some), new Hono<Env>()),
  mails: { ...mails, 'requests.erased': erasedMail },
  jobs: (p) => [clockJob(p), demandJob(p)],
  desk: [requestQueue, demandQueue, tellingQueue],
  deskMenu: [{ path: '/demands', name: (language) => words(language).demands.title, roles: mayAnswer }],
  onAccount: accountPanel,
  whileRestricted: [/^\/privacy\/(?:ask|yours|requests?)(?:\/|$)/, /^\/account\/requests$/],
})
