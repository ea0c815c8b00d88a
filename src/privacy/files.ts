import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'

const name = 'privacy.files'

export const removeFiles = async (p: Platform, paths: readonly string[]): Promise<void> => {
  await Promise.all(paths.map((path) => p.files.remove(path)))
}

/** Files go as soon as their rows are gone; this job is for when the program stops between the two. */
export const removeLater = async (p: Platform, db: Db, paths: readonly string[]): Promise<void> => {
  if (paths.length > 0) await p.jobs.send(db, name, { paths: paths.join('\n') })
}

export const filesJob = (p: Platform): JobSpec => ({
  name,
  retries: 20,
  work: ({ paths = '' }) => removeFiles(p, paths.split('\n').filter(Boolean)),
})
