import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { erasurePages, queue } from './desk'
import { jobs, tells, tellsTakenBack } from './erasing'
import { hook, hookPath } from './hook'
import { chatPages } from './pages'
import { way } from './way'

export { withCrisp } from './settings'

const pages = [chatPages, erasurePages]

/** The chat that Crisp runs, in the place of our own (Q11): what is said lies there, and here what they call it, so that it can be erased. */
export const crisp = feature({
  name: 'crisp',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => pages.reduce((all, some) => all.route('/', some), new Hono<Env>()),
  root: () => hook,
  openToOthers: [hookPath],
  jobs,
  tells,
  tellsTakenBack,
  desk: [queue],
  onEveryPage: way,
})
