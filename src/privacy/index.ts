import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'
import { filesJob } from './files'

export { erase, eraseIn, type Receipt } from './erase'

/** The jobs that keep the statement true. */
export const privacyJobs = (p: Platform): JobSpec[] => [filesJob(p)]
