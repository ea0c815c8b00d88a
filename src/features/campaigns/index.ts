import { feature, type Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { heardJob, hookOf, hookPath } from './hook'
import { astray } from './queries'
import { agree, purpose, syncJobName } from './sync'
import { keepsToTell, tellsLater, tellsTakenBack } from './tell'

export { withCampaigns } from './tracking'

const syncJob = (p: Platform): JobSpec => ({ name: syncJobName, retries: 12, work: ({ person = '' }) => agree(p, person) })

/** Each night, what went wrong for too long: and who said yes before there was a Mautic. */
const mendJob = (p: Platform): JobSpec => ({
  name: 'campaigns.mend',
  cron: '40 2 * * *',
  async work(_, stopping) {
    for (const person of await astray(p.db, purpose)) {
      if (stopping.aborted) return
      await p.jobs.send(p.db, syncJobName, { person })
    }
  },
})

/** Who said yes to news and offers, as a Mautic knows them (K16): they and nobody else, as long as they say so. What it mails them, and when, is its own work. */
export const campaigns = feature({
  name: 'campaigns',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  root: hookOf,
  openToOthers: [new RegExp(`^${hookPath}$`)],
  jobs: (p) => [syncJob(p), mendJob(p), heardJob(p)],
  on: {
    'consent.given': async (p, db, given) => {
      if (given.purpose === purpose) await p.jobs.send(db, syncJobName, { person: given.person })
    },
  },
  keepsToTell,
  tellsLater,
  tellsTakenBack,
})
