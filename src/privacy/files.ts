import type { Db } from '../platform/db'
import type { Platform } from '../platform/feature'
import type { JobSpec } from '../platform/jobs'

const name = 'privacy.files'

export const removeFiles = async (p: Platform, paths: readonly string[]): Promise<void> => {
  await Promise.all(paths.map((path) => p.files.remove(path)))
}

/** Takes away the files of rows that go in the transaction of `db`. Answers what to do once it is committed: they go at once. A job does the
 *  same, for when the program stops between the two, or the disk does not let go of one. */
export async function removeWith(p: Platform, db: Db, paths: readonly string[]): Promise<() => Promise<void>> {
  if (paths.length === 0) return async () => {}
  await p.jobs.send(db, name, { paths: paths.join('\n') })
  return () => removeFiles(p, paths).catch(() => p.log('files.later', { files: paths.length }))
}

export const filesJob = (p: Platform): JobSpec => ({
  name,
  retries: 20,
  work: ({ paths = '' }) => removeFiles(p, paths.split('\n').filter(Boolean)),
})
