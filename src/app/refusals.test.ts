// What people read when something fails: what happened, what was lost, what to do, and whom to write to.
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedUp } from '../features/accounts/testing'
import { feature } from '../platform/feature'
import { type Env, tooMany } from '../platform/http'
import { words } from '../platform/http/words'
import { languages } from '../std/words'
import { appOf } from './app'
import { type TestSite, testSite, Visitor } from './testing'

const outage = () => {
  throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
}
const failing = new Hono<Env>()
  .on(['GET', 'POST'], '/fails/bug', () => {
    throw new Error('a bug')
  })
  .on(['GET', 'POST'], '/fails/outage', outage)
  .on(['GET', 'POST'], '/fails/often', () => {
    throw tooMany(120)
  })

describe('a page of something that fails', () => {
  let site: TestSite
  let app: Hono<Env>
  beforeAll(async () => {
    site = await testSite()
    const planted = feature({ name: 'accounts', routes: () => failing, accountMenu: [async () => outage()] })
    app = appOf(Object.create(site.p, { features: { value: [...site.p.features, planted] } }))
  })
  afterAll(() => site.close())

  test.each(languages.flatMap((lang) => (['bug', 'outage', 'often'] as const).map((what) => [lang, what] as const)))(
    'in %s, of %s, says what to do, whom to write to, and that what was typed is still in the browser',
    async (lang, what) => {
      const status = ({ bug: 500, outage: 503, often: 429 } as const)[what]
      const text = words(lang)
      const visitor = new Visitor(app, '192.0.2.7')
      const path = `/${lang}/fails/${what}?a=1`
      const [asked, sent] = [await visitor.get(path), await visitor.post(path, { text: 'x' })]
      for (const answer of [asked, sent]) {
        expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'private, no-store'])
        expect(answer.html).toContain(text.refused[status].title)
        expect(answer.html).toContain(`href="mailto:${site.p.site.controller.email}"`)
        expect(answer.html).toContain(text.write[status])
      }
      expect([asked.html.includes(text.typed), sent.html.includes(text.typed)]).toEqual([false, true])
      expect(asked.html.includes(`href="${path}"`) && asked.text.includes(text.tryAgain)).toBe(status !== 429)
      expect(sent.html).not.toContain(`>${text.tryAgain}<`)
      expect(asked.text.includes(text.again(2))).toBe(status === 429)
      expect(asked.headers.get('retry-after')).toBe({ 429: '120', 500: null, 503: '60' }[status])
    },
  )

  test('is shown to who is signed in too, though what fills their menu fails with it', async () => {
    const { visitor: an } = await signedUp(site, { firstName: 'An' })
    const visitor = new Visitor(app, '192.0.2.7')
    for (const [name, value] of an.cookies) visitor.cookies.set(name, value)
    const answer = await visitor.get('/en/fails/outage')
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Sign out')
    expect(answer.text).toContain(words('en').refused[503].text)
  })

  test('leads to no other site', async () => {
    const broken = appOf(
      Object.create(site.p, { features: { value: [feature({ name: 'accounts', viewer: async () => outage() })] } }),
    )
    const answer = await new Visitor(broken, '192.0.2.7').send('http://localhost:3000//elsewhere.example/x')
    expect(answer.status).toBe(503)
    expect(answer.html).toContain('href="/elsewhere.example/x"')
    const missing = await new Visitor(site.app, '192.0.2.7').send('http://localhost:3000//elsewhere.example/x')
    expect(missing.status).toBe(404)
    for (const { html } of [answer, missing]) expect(html).not.toContain('href="//')
    expect(missing.html).toContain('href="/fr"')
  })
})
