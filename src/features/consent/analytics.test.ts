import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../app/testing'
import { configFrom } from '../../platform/config'
import { answers, chooses } from './testing'

const elsewhere = 'http://127.0.0.1:4599'
const env = { SITE: 'src/app/testing/asks', GA4_ID: 'G-TEST1234' }
let site: TestSite
beforeAll(async () => {
  site = await testSite({ env })
}, 60_000)
afterAll(() => site?.close())

const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''

describe('K22 Q2 G5: Google Analytics', () => {
  test('is on no page, and in no policy, before a yes or after a no', async () => {
    const an = site.visitor()
    for (const answer of [undefined, 'no'] as const) {
      if (answer) await answers(an, answer)
      const { html, headers } = await an.get('/nl')
      expect(`${html} ${policyOf(headers)}`).not.toMatch(/google|G-TEST1234/)
    }
  })

  test('is asked for by name, with its hosts and cookies, and is in the statement', async () => {
    const choices = await site.visitor().get('/nl/choices')
    for (const said of ['Telraam', '_ga (180 dagen)', '_ga_TEST1234 (180 dagen)']) expect(choices.text).toContain(said)
    const statement = await site.visitor().get('/nl/privacy')
    for (const said of ['Telraam', '_ga_TEST1234', 'www.googletagmanager.com', 'region1.google-analytics.com'])
      expect(statement.text).toContain(said)
  })

  test('comes with a yes, started by a script of ours: the page loads nothing of it by itself', async () => {
    const an = site.visitor()
    await answers(an, 'yes')
    const { html, headers } = await an.get('/nl/rooms?where=gent')
    expect(html).toContain('name="google-analytics"')
    expect(html).toMatch(/<script type="module" src="[^"]*google-analytics[\w.-]*"/)
    expect(html).not.toMatch(/<script[^>]*googletagmanager/)
    const policy = policyOf(headers)
    expect(policy).toMatch(/script-src 'self' https:\/\/www\.googletagmanager\.com;/)
    expect(policy).toContain("connect-src 'self' https://region1.google-analytics.com https://www.google-analytics.com;")
    // The pages of one person stay between them and the site.
    expect(`${(await an.get('/nl/sign-in')).html}`).not.toContain('google')
  })

  test('its cookies go from the browser of who takes the yes back', async () => {
    const an = site.visitor()
    await answers(an, 'yes')
    an.cookies.set('_ga', 'GA1.1.1.1').set('_ga_TEST1234', 'GS2.1').set('_ga_OTHER', 'GS2.1')
    const during = (await an.get('/nl')).headers.getSetCookie().filter((line) => /Max-Age=0/.test(line))
    expect(during.map((line) => line.split('=')[0])).toEqual(['_ga_OTHER'])
    await chooses(an, [])
    an.cookies.set('_ga', 'GA1.1.1.1').set('_ga_TEST1234', 'GS2.1')
    const after = (await an.get('/nl')).headers.getSetCookie().filter((line) => /Max-Age=0/.test(line))
    expect(new Set(after.map((line) => line.split('=')[0]))).toEqual(new Set(['_ga', '_ga_TEST1234']))
  })
})

test('Google Analytics is not turned on for a site that names nobody for it, nor under what is no measurement', async () => {
  await expect(testSite({ env: { GA4_ID: 'G-TEST1234' } })).rejects.toThrow(/statistics: \{ name/)
  expect(() => configFrom({ GA4_ID: 'UA-12345-1' }, 'en')).toThrow('GA4_ID: is the name of a measurement')
  expect(() => configFrom({ GA4_ID: 'G-TEST1234', GA4_URL: 'http://example.org' }, 'en')).toThrow('GA4_URL')
  expect(configFrom({ GA4_ID: 'G-TEST1234', GA4_URL: `${elsewhere}` }, 'en').ga4).toEqual({
    id: 'G-TEST1234',
    base: `${elsewhere}/`,
  })
})
