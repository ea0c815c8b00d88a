import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../../app/testing'
import { signedUp } from '../../accounts/testing'
import { stateReasons } from '../../desk'
import { memberOfStaff } from '../../desk/testing'
import { reportedAdvert } from '../../listings/moderation'
import { advertOf, replied } from '../testing'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

/** An and Bo write about two adverts of one advertiser; the desk takes An’s offline. */
async function takenOffline(ground: 'scam' | 'wrong') {
  const [an, bo, bart] = [
    await signedUp(site, { firstName: 'An' }),
    await signedUp(site, { firstName: 'Bo', language: 'fr' }),
    await signedUp(site, { firstName: 'Bart' }),
  ]
  const [one, two] = [await advertOf(site, bart.personId), await advertOf(site, bart.personId)]
  const threads = [await replied(site, an, one, 'Dag'), await replied(site, bo, two, 'Dag')] as const
  await site.mails()
  const nora = await memberOfStaff(site, 'moderator', { firstName: 'Nora' })
  const about = {
    person: bart.personId,
    target: 'listing',
    targetId: one.id,
    decision: 'removed',
    ground,
    facts: 'Gezien.',
  } as const
  await site.p.db.transaction().execute(async (trx) => {
    await reportedAdvert.act(site.p, trx, one.id, 'remove')
    await stateReasons(site.p, trx, nora.viewer, about)
  })
  const letters = (await site.mails()).filter(({ to }) => to === an.email || to === bo.email)
  return { an, bo, bart, one, threads, letters }
}

test('whoever wrote about an advert that the desk took offline is told, by mail with a link and in the thread', async () => {
  const { an, bo, bart, threads, letters } = await takenOffline('wrong')
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([[an.email, 'Over een advertentie waarop je reageerde']])
  expect(linkIn(letters[0])).toBe(threads[0])
  const seen = await an.visitor.get(threads[0])
  expect(seen.text).toContain('We haalden deze advertentie offline')
  expect(seen.text).toContain('Bel meteen je bank')
  expect((await bo.visitor.get(threads[1])).text).not.toContain('offline')
  expect((await bart.visitor.get(threads[0])).text).not.toContain('We haalden deze advertentie offline')
})

test('of a swindle, whoever wrote to the same advertiser about anything is told; and no longer once it proves wrong', async () => {
  const { an, bo, one, threads, letters } = await takenOffline('scam')
  expect(letters.map(({ to }) => to).sort()).toEqual([an.email, bo.email].sort())
  expect(letters.find(({ to }) => to === bo.email)?.subject).toBe('À propos d’une annonce à laquelle vous avez répondu')
  expect((await bo.visitor.get(threads[1])).text).toContain('opgelicht worden is niet uitgesloten')
  await site.p.db.transaction().execute((trx) => reportedAdvert.act(site.p, trx, one.id, 'release'))
  expect((await bo.visitor.get(threads[1])).text).not.toContain('opgelicht worden')
  expect((await an.visitor.get(threads[0])).text).not.toContain('offline gehaald')
})
