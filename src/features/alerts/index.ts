import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { tokenShape } from '../../platform/links'
import { demand } from './demand'
import { keyOfFound } from './found'
import { linkPages } from './link-pages'
import { listPages } from './list'
import { mails } from './mails'
import { alertJobs } from './matching'
import { newPages } from './new'
import { paths } from './paths'
import { noteChanged } from './queries'
import { saveLink } from './save-link'
import { aroundOfQuery, keepConfirmed } from './saved'
import { words } from './words'

export const alerts = feature({
  name: 'alerts',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => [newPages, linkPages, listPages].reduce((app, pages) => app.route('/', pages), new Hono<Env>()),
  openToOthers: [new RegExp(`^/(?:nl|fr|en)/alerts/link/${tokenShape}/unsubscription$`)],
  mails,
  jobs: alertJobs,
  on: {
    'account.confirmed': keepConfirmed,
    'listing.changed': (p, db, { listing }) => noteChanged(db, listing, p.clock.now()).then(() => undefined),
  },
  keptMenu: (language) => [{ label: words(language).menu, href: paths(language).all }],
  indexed: {
    'saved_searches.around_key': aroundOfQuery,
    'found_adverts.advert_key': keyOfFound,
  },
  besideSearch: saveLink,
  besideFigures: demand,
})
