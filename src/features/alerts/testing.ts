// For the tests of this feature: what the clock would do.
import type { TestSite } from '../../app/testing'
import { minutes } from '../../platform/clock'

/** Matches what changed and mails what is due, as every minute does. Answers the letters. */
export async function minute(site: TestSite) {
  site.clock.pass(minutes(1))
  await site.p.jobs.send(site.p.db, 'alerts.match', {})
  return site.mails()
}
