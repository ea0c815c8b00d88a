import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { blogPages } from './blog'
import { mayWrite } from './desk/acts'
import { editorPages } from './desk/editor'
import { listPages } from './desk/list'
import { picturePages } from './desk/pictures'
import { byNumber, movedTo } from './former'
import { importCommand } from './import/command'
import { home, leads, writtenPages } from './pages'
import { avifJob, makeAvif, pictureFiles } from './pictures'
import { mapOfTexts, mapped } from './sitemap'
import { words } from './words'

export { bodyInMail } from './body'
export { mayWrite, momentOf } from './desk/acts'
export { textsIn } from './folder'
export { Written } from './pages'
export { type Heading, keyOf, pathTo, stateOf, type Text } from './text'
export { articlesIn, everyHeading, titlesByKey, whole } from './texts'

const pages = [listPages, picturePages, editorPages, blogPages, writtenPages]

/** Pages and articles, of the site's folder and written at the desk. */
export const writing = feature({
  name: 'writing',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => pages.reduce((all, some) => all.route('/', some), new Hono<Env>()),
  root: () => new Hono<Env>().route('/', pictureFiles).route('/', mapOfTexts).route('/', byNumber),
  jobs: (p) => [{ name: avifJob, work: ({ picture = '' }) => makeAvif(p, picture), retries: 2 }],
  commands: [importCommand],
  movedTo,
  deskMenu: [{ daily: true, path: '/texts', name: (language) => words(language).desk.title, roles: mayWrite }],
  lookedUp: leads,
  mapped,
  home,
})
