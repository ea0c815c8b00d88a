// A site holds itself to its statement each night: what `huisrecht audit` does, without a browser and without the network.
import { lastAudit, noteAudit } from '../../platform/audits'
import { days } from '../../platform/clock'
import type { Answers } from '../../platform/consent'
import type { Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { asksFor } from '../../register'
import { appOf } from '../app'
import { agree, audit, counted, crawl, type Eyes } from '.'
import { agent } from './eyes'
import { nothingSeen, type Seen, together } from './seen'

/** Eyes on the site in this process: what visits is a stranger at loopback, whom the figures of adverts do not count. `answers`: as somebody who gave them;
 *  nothing is written down of that, and no request from outside can say so (docs/decisions/0012). */
export function eyesWithin(p: Platform, answers?: Answers): Eyes {
  const app = appOf(p)
  const from = { incoming: { socket: { remoteAddress: '127.0.0.1' } }, ...(answers ? { answers } : {}) }
  return {
    p,
    async ask(path, headers = {}) {
      const asked = { headers: { 'user-agent': agent, ...headers } }
      const answer = await app.request(p.config.publicUrl + path, asked, from)
      return { status: answer.status, headers: answer.headers, body: await answer.text() }
    },
  }
}

/** What a visit meets after a yes to all that is asked. Nothing on a site that asks nothing. */
export async function consentedVisit(p: Platform): Promise<Seen> {
  const asks = asksFor(p.site.recipients)
  return asks.length === 0 ? nothingSeen() : (await crawl(eyesWithin(p, new Map(asks.map((purpose) => [purpose, true]))))).seen
}

/** The last time that it was five o'clock (UTC): after the backup (03.15) and the renewal of the keys (04.40). */
const lastFive = (now: Date): number => {
  const five = new Date(now).setUTCHours(5, 0, 0, 0)
  return five > now.getTime() ? five - days(1) : five
}

/** Audits the site when none did since five o'clock, so that one that was down at night does it when it is back. Answers whether it did. */
export async function auditOnceADay(p: Platform): Promise<boolean> {
  const last = await lastAudit(p.db)
  if (last && last.at.getTime() >= lastFive(p.clock.now())) return false
  const eyes = eyesWithin(p)
  const visits = [await crawl(eyes), await crawl(eyes, { headers: { 'sec-gpc': '1' } })]
  const checks = await audit(eyes, { seen: together(visits.map(({ seen }) => seen)), consented: await consentedVisit(p) })
  await noteAudit(p, counted(checks))
  p.log('audit.ran', { agree: agree(checks), different: checks.reduce((sum, { differences }) => sum + differences.length, 0) })
  return true
}

/** One that breaks is tried at the next hour, and heard of when none came for a day (`watchAudit`). */
export const auditJob = (p: Platform): JobSpec => ({
  name: 'audit.nightly',
  cron: '8 * * * *',
  retries: 0,
  work: async () => void (await auditOnceADay(p)),
})
