import { expect, test } from 'vitest'
import { type TestSite, testSite } from '../app/testing'
import { filesJob, removeWith } from './files'

const { signal } = new AbortController()

test('G3: files go once it is committed, and by a job where the disk does not let go of them', async () => {
  const site: TestSite = await testSite()
  const sent: [string, object][] = []
  const removed: string[] = []
  let full = false
  const remove = async (path: string) => {
    if (full) throw new Error('EIO')
    removed.push(path)
  }
  const jobs = { ...site.p.jobs, send: async (_db: unknown, name: string, data: object) => void sent.push([name, data]) }
  const p = { ...site.p, jobs, files: { ...site.p.files, remove } }
  await (await removeWith(p, p.db, []))()
  expect([sent, removed]).toEqual([[], []])
  const after = await removeWith(p, p.db, ['photos/a', 'copies/b'])
  expect([sent, removed]).toEqual([[['privacy.files', { paths: 'photos/a\ncopies/b' }]], []])
  full = true
  await after()
  expect(site.logged.at(-1)).toContain('"event":"files.later","files":2')
  const job = filesJob(p)
  expect(job).toMatchObject({ name: 'privacy.files', retries: 20 })
  await expect(job.work({ paths: 'photos/a\ncopies/b' }, signal)).rejects.toThrow('EIO')
  full = false
  await job.work({ paths: 'photos/a\ncopies/b' }, signal)
  // No path is the whole store.
  await job.work({}, signal)
  expect(removed).toEqual(['photos/a', 'copies/b'])
  await site.close()
})
