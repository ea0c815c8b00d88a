import { feature } from '../../platform/feature'
import { choicePages } from './choices'
import { takenBackAgain } from './decide'
import { onEveryPage } from './every-page'
import { choicesPath } from './paths'
import { forgetBrowsersOf } from './queries'
import { jobs } from './tell'

export { faultsInChain } from './chain'

/** Asking consent, where something on the site needs it: a site gets this feature with the recipient that does (platform/consent.ts). */
export const consent = feature({
  name: 'consent',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => choicePages,
  jobs,
  onEveryPage,
  replay: takenBackAgain,
  whileRestricted: [choicesPath],
  beforeErase: (_p, db, person) => forgetBrowsersOf(db, person),
})
