import type { Platform } from '../../platform/feature'
import type { JobSpec } from '../../platform/jobs'
import { recipientNames } from '../../register'
import { consentById } from './queries'

export const tellJob = 'consent.tell'

/** Tells a recipient that a consent was taken back, and tries again when it does not take it: for about a day. */
export const jobs = (p: Platform): JobSpec[] => [
  {
    name: tellJob,
    retries: 12,
    async work({ recipient, consent: id = '' }) {
      const name = recipientNames.find((one) => one === recipient)
      const consent = await consentById(p.db, id)
      if (!name || !consent) return
      const { purpose, browser, person_id: person, at } = consent
      for (const feature of p.features) await feature.tellsTakenBack?.[name]?.(p, { purpose, browser, person, at })
    },
  },
]
