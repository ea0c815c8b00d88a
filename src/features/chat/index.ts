import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { bubble } from './bubble'
import { conversationPages } from './desk/conversation-page'
import { listPages } from './desk/list'
import { mayAnswer, queue } from './desk/queue'
import { mails } from './mails'
import { chatPages } from './pages'
import { panelPage } from './panel'
import { words } from './words'

export { FormInstead } from './pages'
export { chatOf } from './settings'

const pages = [chatPages, panelPage, listPages, conversationPages]

export const chat = feature({
  name: 'chat',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => pages.reduce((all, some) => all.route('/', some), new Hono<Env>()),
  mails,
  desk: [queue],
  deskMenu: [{ daily: true, path: '/chat', name: (language) => words(language).desk.title, roles: mayAnswer }],
  onEveryPage: bubble,
})
