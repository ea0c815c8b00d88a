import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { askPages } from './ask-pages'
import { mails } from './mails'
import { yoursPages } from './yours'

const pages = [askPages, yoursPages]

export const requests = feature({
  name: 'requests',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => pages.reduce((all, some) => all.route('/', some), new Hono<Env>()),
  mails,
  whileRestricted: [/^\/privacy\/(?:ask|yours|request)(?:\/|$)/],
})
