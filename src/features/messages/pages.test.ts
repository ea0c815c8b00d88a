import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../app/testing'
import { hours } from '../../platform/clock'
import { faultsOf } from '../../ui/html-faults'
import { signedUp } from '../accounts/testing'
import { advertOf, replied } from './testing'

// Every page of this feature, in every state, is sound HTML in three languages.
describe('pages', () => {
  let site: TestSite
  const pages: [string, Visitor, string][] = []
  beforeAll(async () => {
    site = await testSite()
    const [an, bart, eva] = [
      await signedUp(site, { firstName: 'An' }),
      await signedUp(site, { firstName: 'Bart' }),
      await signedUp(site, { firstName: 'Eva' }),
    ]
    const [open, gone, closed] = [
      await advertOf(site, bart.personId),
      await advertOf(site, bart.personId),
      await advertOf(site, eva.personId),
    ]
    const thread = await replied(site, an, open, 'Dag')
    site.clock.pass(hours(1))
    await bart.visitor.post(thread, { text: 'Betaal vooraf met Western Union op BE68 5390 0754 7034, of via WhatsApp' })
    const lost = await replied(site, an, gone, 'Dag')
    await site.p.db.deleteFrom('listings').where('id', '=', gone.id).execute()
    const shut = await replied(site, an, closed, 'Dag')
    await eva.visitor.post(`${shut}/block`, { on: '1' })
    const stranger = site.visitor()
    pages.push(
      ['an inbox', bart.visitor, '/nl/messages'],
      ['what was sent', an.visitor, '/nl/messages?box=sent'],
      ['an empty box', an.visitor, '/nl/messages?box=archived'],
      ['a conversation with a warning', an.visitor, thread],
      ['a conversation about an advert that is gone', an.visitor, lost],
      ['a conversation that is closed', an.visitor, shut],
      ['a conversation that one closed', eva.visitor, shut],
      ['a report', an.visitor, `${thread}/report`],
      ['a reply of a stranger', stranger, `/nl/rooms/${open.publicId}/reply`],
      ['a reply of somebody', eva.visitor, `/nl/rooms/${open.publicId}/reply`],
      ['one’s own advert', bart.visitor, `/nl/rooms/${open.publicId}/reply`],
      ['a number', an.visitor, `/nl/rooms/${open.publicId}/phone`],
      ['no number', stranger, `/nl/rooms/${open.publicId}/phone`],
      ['a reply that waits', stranger, '/nl/messages/waiting'],
      ['an advert to a stranger', stranger, `/nl/rooms/${open.publicId}`],
      ['an advert to who replied', an.visitor, `/nl/rooms/${open.publicId}`],
      ['the account of who blocked', eva.visitor, '/nl/account'],
    )
  })
  afterAll(() => site.close())

  test('are sound and have one heading', async () => {
    expect(pages).toHaveLength(17)
    for (const [what, who, path] of pages)
      for (const lang of ['nl', 'fr', 'en']) {
        const answer = await who.get(path.replace('/nl/', `/${lang}/`))
        expect(answer.status, `${what} ${lang}`).toBe(what === 'no number' ? 403 : 200)
        expect(faultsOf(answer.html), `${what} ${lang}`).toEqual([])
        expect(answer.html.match(/<h1[ >]/g), `${what} ${lang}`).toHaveLength(1)
        expect(answer.html, `${what} ${lang}`).toContain(`<html lang="${lang}">`)
      }
  })

  test('say who may keep them: nobody', async () => {
    for (const [what, who, path] of pages.filter(([name]) => !name.startsWith('an advert')))
      expect((await who.get(path)).headers.get('cache-control'), what).toBe('private, no-store')
  })
})
