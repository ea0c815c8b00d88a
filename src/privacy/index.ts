import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'

/** The jobs that keep the statement true. */
export const privacyJobs = (_p: Platform): JobSpec[] => []
