import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { giveAlarms } from './acts'
import { mails } from './mails'
import { notePages } from './note-page'
import { incidentPages } from './pages'
import { allIncidents } from './queries'
import { dueAt, handlers } from './rules'
import { words } from './words'
import { panel, yoursPages } from './yours'

export { alarms, dueAt } from './rules'

export const incidents = feature({
  name: 'incidents',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => [notePages, incidentPages, yoursPages].reduce((all, some) => all.route('/', some), new Hono<Env>()),
  mails,
  onAccount: panel,
  whileRestricted: [/^\/account\/incidents$/],
  jobs: (p) => [{ name: 'incidents.alarm', cron: '*/5 * * * *', work: () => giveAlarms(p) }],
  deskMenu: [{ path: '/incidents', roles: handlers, name: (language) => words(language).menu }],
  desk: [
    {
      kind: 'incidents',
      name: (language) => words(language).queue,
      roles: handlers,
      queue: async (p, db, language) =>
        (await allIncidents(db))
          .filter(({ filed_at, filing_needed }) => !filed_at && filing_needed !== false)
          .map(({ id, kind, known_at }) => {
            const { item, kinds } = words(language)
            const left = Math.floor((dueAt(known_at).getTime() - p.clock.now().getTime()) / 3_600_000)
            return { id, title: item(kinds[kind], left), since: known_at, href: `/${language}/desk/incidents/${id}` }
          }),
    },
  ],
})
