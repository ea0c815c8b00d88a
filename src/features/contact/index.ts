import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { formsOf, sayIn } from './definition'
import { entryPages } from './desk/entry-page'
import { inboxPages } from './desk/inbox'
import { mayRead, queue } from './desk/queue'
import { mails } from './mails'
import { formPages } from './pages'
import { words } from './words'

export { formsOf, sayIn } from './definition'
export { take } from './entries'

const pages = [formPages, inboxPages, entryPages]

export const contact = feature({
  name: 'contact',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => pages.reduce((all, some) => all.route('/', some), new Hono<Env>()),
  mails,
  desk: [queue],
  deskMenu: [{ daily: true, path: '/forms', name: (language) => words(language).desk.queue, roles: mayRead }],
  onEveryPage: ({ var: { p, language } }) => ({
    links: formsOf(p.site)
      .filter(({ inFooter }) => inFooter)
      .map(({ slug, title }) => ({ href: `/${language}/forms/${slug}`, label: sayIn(language, title) })),
  }),
})
