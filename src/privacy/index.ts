import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'
import { filesJob } from './files'
import { sweepJobs } from './sweep'

export { erase, eraseIn, type Receipt } from './erase'
export {
  type Chapter,
  type HoldingFact,
  type ItemFact,
  type RecipientFact,
  type StatementFacts,
  statementFacts,
  versionOf,
} from './statement'
export { sweep } from './sweep'

/** The jobs that keep the statement true. */
export const privacyJobs = (p: Platform): JobSpec[] => [filesJob(p), ...sweepJobs(p)]
