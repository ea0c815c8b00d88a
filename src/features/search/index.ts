import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { api } from './api'
import { crawlRoutes, mapped } from './crawl/sitemap'
import { home } from './home'
import { mapRoutes } from './map/routes'
import { ranking } from './ranking'
import { rooms } from './rooms'
import { sources } from './sources'
import { words } from './words'

export { campusReach } from './distance'
export { foundAmong, foundBy } from './queries/matching'
export { partsOf, roomsPath, titleOf } from './said'
export { active, ask, everything, queryOf, type Search } from './search'
export { placesThatTakeIn } from './where'

export const search = feature({
  name: 'search',
  routes: () => new Hono<Env>().get('/rooms', rooms).get('/sources', sources).get('/ranking', ranking),
  root: (p) => api(p).route('/', crawlRoutes(p)).route('/', mapRoutes(p)),
  menu: (language) => [{ label: words(language).menu, href: `/${language}/rooms`, first: true }],
  home,
  mapped,
})
