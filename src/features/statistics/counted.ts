// All that is counted, in one place: a page, a goal or a value that is not here cannot come into a table (value.test.ts).
import type { Counted } from '../../register'
import { devices } from '../../std/browser'
import { keysOf } from '../../std/keys'
import { languages } from '../../std/words'
import { placeById } from '../places'

/** Pages for everybody, by the pattern of their route under the language. `byPath`: what stands in its address was published by the site itself, and is
 *  counted with it; of what people placed only the pattern is. */
export const pages: Readonly<Record<string, { byPath?: true }>> = {
  '/': {},
  '/rooms': {},
  '/rooms/:publicId': {},
  '/adverts/new': {},
  '/register': {},
  '/sign-in': {},
  '/forms/:form': { byPath: true },
  '/chat': {},
  '/privacy': {},
  '/privacy/changes': {},
  '/accessibility': {},
  '/:slug': { byPath: true },
  '/blog': {},
  '/blog/:slug': { byPath: true },
  '/blog/tags/:tag': {},
  '/newsletter': {},
  '/sources': {},
  '/ranking': {},
}

/** What people came to do, by the route that they post to when it is done, and the feature that it is of. */
export const goals = {
  form: { at: '/forms/:form', of: 'contact' },
  reply: { at: '/rooms/:advert/reply', of: 'messages' },
  account: { at: '/confirm/:token', of: 'registration' },
  advert: { at: '/adverts/drafts/:id/publication', of: 'listings' },
  alert: { at: '/alerts', of: 'alerts' },
} as const
export type Goal = keyof typeof goals
export const isGoal = (name: string): name is Goal => Object.hasOwn(goals, name)
/** Those of a site with these features. */
export const goalsOf = (features: readonly string[]): Goal[] => keysOf(goals).filter((goal) => features.includes(goals[goal].of))

/** Where several would be too few to be told by name, or too many to be kept apart. */
export const other = 'other'
/** Who came from no other site, as far as their browser says, or from a network whose country we do not know. */
export const none = 'none'
export const all = 'all'

/** What can have any number of values: one that does not come to a whole step within its month is put with the others. */
export const open: readonly Counted[] = ['page', 'source', 'country', 'place']

const own = Object.entries(pages).flatMap(([route, { byPath }]) =>
  byPath ? [new RegExp(`^${route.replace(/:\w+/g, '[a-z0-9-]{1,60}')}$`)] : [],
)
/** Names of hosts as the public internet has them: an address in numbers is none. */
const host = /^(?=.{4,80}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,24}$/

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** Whether a value may stand in a table of counts. */
export const isCountable: Readonly<Record<Counted, (value: string) => boolean>> = {
  views: (value) => value === all,
  page: (value) =>
    value === other || (Object.hasOwn(pages, value) && !pages[value]?.byPath) || own.some((path) => path.test(value)),
  source: (value) => value === other || value === none || host.test(value),
  country: (value) => value === other || value === none || (/^[A-Z]{2}$/.test(value) && regions.of(value) !== undefined),
  language: (value) => languages.some((language) => language === value),
  device: (value) => devices.some((device) => device === value),
  place: (value) => value === other || placeById(value) !== undefined,
  goal: isGoal,
}
