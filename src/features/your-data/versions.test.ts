import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { days } from '../../platform/clock'
import { holding } from '../../register'
import { signedUp } from '../accounts/testing'
import { publishNow, statementPending } from './published'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

/** The site while its register says something else. */
async function whileKept(keep: { days: number; after: 'made' }, act: () => Promise<void>): Promise<void> {
  const was = { ...holding['mail.sent'] }
  Object.assign(holding['mail.sent'], { keep })
  try {
    await act()
  } finally {
    Object.assign(holding['mail.sent'], was)
  }
}

describe('Q17 G1: the statement has versions', () => {
  test('the first is there before anybody, and says nothing changed', async () => {
    expect((await site.visitor().get('/en/privacy/changes')).text).toContain('No version was published yet')
    expect(await statementPending(site.p)).toMatchObject({ number: 1, changes: undefined })
    expect(await publishNow(site.p)).toMatchObject({ number: 1, weight: 'editorial' })
    expect(await publishNow(site.p)).toBeUndefined()
    expect((await site.visitor().get('/en/privacy')).text).toContain('Version 1, in force since 21 November 2026.')
    expect((await site.visitor().get('/nl/privacy/versions/2')).status).toBe(404)
  })

  test('a change that concerns people is said by section, in each language, mailed once, and the old one stays to be read', async () => {
    const an = await signedUp(site, { firstName: 'An', language: 'fr' })
    await site.mails()
    site.clock.pass(days(10))
    await whileKept({ days: 60, after: 'made' }, async () => {
      expect(await statementPending(site.p)).toMatchObject({ number: 2, weight: 'notify' })
      expect(await publishNow(site.p)).toMatchObject({ number: 2, weight: 'notify', changes: [{ section: 'known' }] })
      expect(await statementPending(site.p)).toBeUndefined()
      const [letter, ...more] = (await site.mails()).filter(({ to }) => to === an.email)
      expect(more).toEqual([])
      expect(letter?.subject).toContain('notre déclaration de confidentialité change')
      expect(letter?.text).toContain('60 jours (avant : 30 jours)')
      await site.p.jobs.send(site.p.db, 'privacy.announce', { version: '2' })
      expect(await site.mails()).toEqual([])
      for (const [lang, words] of [
        ['nl', '60 dagen'],
        ['fr', '60 jours'],
        ['en', '60 days (before: 30 days)'],
      ]) {
        const page = await site.visitor().get(`/${lang}/privacy/changes`)
        expect(page.text).toContain(words)
        expect(page.headers.get('cache-control')).toBe('public, max-age=300')
        expect((await site.visitor().get(`/${lang}/privacy`)).text).toContain(words)
      }
    })
    const old = await site.visitor().get('/en/privacy/versions/1')
    expect(old.text).toContain('This is version 1 of 21 November 2026')
    const held = /data-fact="holding:mail.sent".*?<\/dl>/s
    expect(held.exec(old.html)?.[0]).toContain('30 days')
    expect(held.exec((await site.visitor().get('/en/privacy/versions/2')).html)?.[0]).toContain('60 days')
  })

  test('a shorter term is listed, and nobody is written to', async () => {
    expect(await publishNow(site.p)).toMatchObject({ number: 3, weight: 'editorial' })
    expect(await site.mails()).toEqual([])
    expect((await site.visitor().get('/en/privacy/changes')).text).toContain('for a shorter time: 30 days (before: 60 days)')
  })

  test('other words alone are a version too', async () => {
    const { measures } = site.p.site.hosting
    site.p.site.hosting.measures = { nl: '', en: '', ...measures, fr: 'Les données se trouvent aux Pays-Bas, bien gardées.' }
    expect(await publishNow(site.p)).toMatchObject({ number: 4, weight: 'editorial', changes: [{ section: 'about' }] })
    expect((await site.visitor().get('/fr/privacy/versions/4')).text).toContain('bien gardées')
    expect((await site.visitor().get('/fr/privacy/versions/3')).text).not.toContain('bien gardées')
  })
})
