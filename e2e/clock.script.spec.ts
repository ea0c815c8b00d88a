// What nobody asks for: the work that a clock starts in the running program. Other journeys put theirs in the queue themselves.
import { expect, test } from '@playwright/test'
import { inDatabase } from './steps'

test('K16: what is due is begun by itself, each minute', async () => {
  test.setTimeout(150_000)
  const begun = () => inDatabase(`select id from pgboss.job where name = 'newsletter.send' and state = 'completed'`)
  // Begun by nobody else: no journey has this server send a letter. It has run for longer than that, unless this journey runs alone.
  await expect.poll(begun, { timeout: 140_000 }).not.toEqual([])
})
