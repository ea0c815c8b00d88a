import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMautic } from '../../../dev/simulators/mautic'
import { type TestSite, testSite } from '../../app/testing'
import { configFrom } from '../../platform/config'
import { signedUp } from '../accounts/testing'
import { answers, chooses } from '../consent/testing'
import { mauticSite } from './testing'

let mautic: Awaited<ReturnType<typeof startMautic>>
let site: TestSite
beforeAll(async () => {
  mautic = await startMautic()
  site = await mauticSite(mautic, { MAUTIC_TRACKING: '1' })
}, 60_000)
afterAll(async () => {
  await site?.close()
  await mautic?.close()
})

const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''
const cleared = (headers: Headers) =>
  headers.getSetCookie().flatMap((line) => (/Max-Age=0/.test(line) ? [line.split('=')[0]] : []))
const names = ['mtc_id', 'mtc_sid', 'mautic_device_id']

describe('Q2 G5: the measuring of a Mautic', () => {
  test('is on no page, and in no policy, before a yes or after a no', async () => {
    const an = site.visitor()
    for (const answer of [undefined, 'no'] as const) {
      if (answer) await answers(an, answer)
      const { html, headers } = await an.get('/nl')
      expect(`${html} ${policyOf(headers)}`).not.toMatch(/mautic|mtc/)
      expect(policyOf(headers)).not.toContain(mautic.url)
    }
  })

  test('Q14: is asked for by name, with its cookies and what lies beside them, and all of it is in the statement', async () => {
    const choices = await site.visitor().get('/nl/choices')
    const statement = await site.visitor().get('/nl/privacy')
    for (const said of ['Rondbrief', ...names, ...names.map((name) => `localStorage ${name}`)])
      expect([said, choices.text.includes(said), statement.text.includes(said)]).toEqual([said, true, true])
    expect(choices.text).toContain('mautic_device_id (365 dagen)')
    // Nothing comes into a browser with a yes to mail.
    const { visitor } = await signedUp(site, { firstName: 'An' })
    const [, mail = ''] = (await visitor.get('/nl/choices')).html.split('id="choice-commercialMail"')
    expect(mail).toContain('Rondbrief')
    expect(mail).not.toContain('mtc_')
    expect(statement.text).toContain(new URL(mautic.url).host)
    expect(statement.text).toContain('Je nummer bij de mailings')
  })

  test('comes with a yes, started by a script of ours, on pages that are for everybody', async () => {
    const an = site.visitor()
    await answers(an, 'yes')
    const { html, headers } = await an.get('/nl/rooms?where=gent')
    expect(html).toContain('name="mautic"')
    expect(html).toMatch(/<script type="module" src="[^"]*mautic[\w.-]*"/)
    expect(html).not.toMatch(/<script[^>]*mtc\.js/)
    expect(policyOf(headers)).toMatch(new RegExp(`script-src 'self' [^;]*${mautic.url}`))
    expect(policyOf(headers)).toMatch(new RegExp(`connect-src 'self' [^;]*${mautic.url}`))
    expect((await an.get('/nl/sign-in')).html).not.toContain('name="mautic"')
  })

  test('K21 K26: its cookies go from the browser of who takes the yes back, and what lies beside them may not stay', async () => {
    const an = site.visitor()
    await answers(an, 'yes')
    for (const name of names) an.cookies.set(name, 'x')
    expect(cleared((await an.get('/nl')).headers)).toEqual([])
    await chooses(an, [])
    for (const name of names) an.cookies.set(name, 'x')
    const { headers, html } = await an.get('/nl')
    expect(new Set(cleared(headers))).toEqual(new Set(names))
    expect(html).toMatch(/<meta name="stays" content="\[\]"/)
  })
})

test('Q2: mailings alone ask for mail alone, and nothing of theirs comes near a browser', async () => {
  const mails = await testSite({
    env: { SITE: 'src/app/testing/asks/mails', MAUTIC_URL: mautic.url, MAUTIC_USER: 'site', MAUTIC_PASSWORD: 'geheim' },
  })
  try {
    const choices = await mails.visitor().get('/nl/choices')
    expect(choices.html).not.toContain('name="statistics"')
    expect((await mails.visitor().get('/nl')).html).not.toMatch(/class="consent"|mtc_id/)
    expect((await mails.visitor().get('/nl/privacy')).text).not.toContain('mtc_id')
  } finally {
    await mails.close()
  }
}, 60_000)

test('a Mautic is not turned on for a site that names nobody for it, nor without saying who we are there', async () => {
  const url = 'http://127.0.0.1:4599'
  const us = { MAUTIC_USER: 'site', MAUTIC_PASSWORD: 'geheim' }
  await expect(testSite({ env: { MAUTIC_URL: url, ...us } })).rejects.toThrow(/campaigns: \{ name/)
  const oauth = { MAUTIC_CLIENT_ID: 'us', MAUTIC_CLIENT_SECRET: 'sec' }
  for (const wrong of [{}, { MAUTIC_USER: 'site' }, { MAUTIC_CLIENT_ID: 'us', MAUTIC_PASSWORD: 'x' }, { ...us, ...oauth }])
    expect(() => configFrom({ MAUTIC_URL: url, ...wrong }, 'en')).toThrow('MAUTIC_URL: say as whom')
  expect(() => configFrom({ MAUTIC_URL: 'http://mautic.example', ...us }, 'en')).toThrow('MAUTIC_URL: must begin with https:')
  expect(() => configFrom({ MAUTIC_URL: url, ...us, MAUTIC_WEBHOOK_SECRET: 'kort' }, 'en')).toThrow('MAUTIC_WEBHOOK_SECRET')
  expect(configFrom({ MAUTIC_URL: `${url}/mail`, ...oauth }, 'en').mautic).toEqual({
    base: `${url}/mail/`,
    by: { id: 'us', secret: 'sec' },
    webhookSecret: undefined,
    tracks: false,
  })
  expect(configFrom(us, 'en').mautic).toBeUndefined()
})
