import { expect, test } from 'vitest'
import { testSite } from '../testing'
import { pictureJob } from './pictures'

test('drawing ends quietly when the program is told to stop, and goes on at the next start', async () => {
  const site = await testSite()
  const waiting = async () =>
    (await site.p.connection.pool.query("select data from pgboss.job where name = 'demo.pictures'")).rows
  await pictureJob(site.p).work({ photo: '2' }, AbortSignal.abort())
  expect(await waiting()).toEqual([{ data: { photo: '2' } }])
  expect(await site.p.jobs.drain()).toMatchObject({ failed: 0 })
  // Nothing told it to stop this time: it went on to the last picture.
  expect((await waiting()).map(({ data }) => data.photo).sort()).toEqual(['2', '3', '4', '5'])
  await site.close()
})
