import { feature } from '../../platform/feature'
import { choicePages } from './choices'
import { takenBackAgain } from './decide'
import { onEveryPage } from './every-page'
import { choicesPath } from './paths'
import { forgetBrowsersOf } from './queries'
import { jobs } from './tell'

export { faultsInChain } from './chain'
export { accept, decide, decideFor } from './decide'
export { AskedHere } from './panel'
export { askedWith } from './shown'

/** The record of what was consented to, where something on the site needs that: a site gets this feature with whatever does (platform/consent.ts). */
export const consent = feature({
  name: 'consent',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  jobs,
  replay: takenBackAgain,
  beforeErase: (p, db, person) => forgetBrowsersOf(db, person, p.clock.now()),
})

/** Asking it of browsers and accounts: with the recipient that needs it. */
export const choices = feature({
  name: 'choices',
  routes: () => choicePages,
  onEveryPage,
  whileRestricted: [choicesPath],
})
