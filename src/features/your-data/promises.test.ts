import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBack } from '../../app/audit/read-back'
import { type TestSite, testSite } from '../../app/testing'
import { disclose } from '../../platform/egress'
import {
  allowedTo,
  gated,
  holding,
  holdingNamed,
  holdingNames,
  isCompany,
  lawNamed,
  lawNames,
  laws,
  lint,
  purposeNames,
  purposes,
  recipientNames,
  recipients,
  registerWords,
} from '../../register'
import { languages } from '../../std/words'
import { signedUp } from '../accounts/testing'
import { words } from './words'

// What the statement promises by saying it: read back from the page of the running site, in each language.
let site: TestSite
beforeAll(async () => {
  site = await testSite({ env: { PUBLIC_URL: 'https://dorpel.example' } })
})
afterAll(() => site.close())
const page = async (lang: string) => {
  const answer = await site.visitor().get(`/${lang}/privacy`)
  return { ...answer, said: readBack(answer.html) }
}

describe.each(languages)('the statement in %s', (lang) => {
  test('Q16: names the controller with number and address, and the officer with where to reach them', async () => {
    const { said } = await page(lang)
    const { controller, officer } = site.p.site
    expect(said.controller).toEqual({
      name: [controller.name],
      address: [controller.address],
      registration: [controller.registration],
      email: [controller.email],
    })
    expect(said.officer).toEqual({ name: [officer.name], email: [officer.email] })
  })

  test('Q19: lists the laws that the site is built for, each with its text, and sends questions about another law to the officer', async () => {
    const { said, html } = await page(lang)
    for (const law of lawNames) {
      expect(said[`law:${law}`]?.name).toEqual([registerWords(lang).laws[law].name])
      expect(html).toContain(`href="${lawNamed(law).url}"`)
    }
    expect(said.otherLaw).toEqual({ what: [words(lang).statement.otherLaw], email: [site.p.site.officer.email] })
  })

  test('Q18 K32: says where the data and the mail lie, with whom, and how they are guarded', async () => {
    const { said, text } = await page(lang)
    const { hosting } = site.p.site
    const country = new Intl.DisplayNames([lang], { type: 'region' })
    expect(said.hosting).toMatchObject({ name: [hosting.name], place: [country.of('NL')] })
    expect(text).toContain(hosting.measures?.[lang])
    expect(said['recipient:mail']).toMatchObject({ company: ['Amazon SES (eu-west-1)'], place: [country.of('IE')] })
  })

  test('Q14 K36: lists who processes for the site, each with its agreement and its own statement', async () => {
    const { said, html } = await page(lang)
    const named = recipientNames.filter((one) => recipients[one].kind === 'processor' && site.p.site.recipients[one])
    expect(named).toContain('mail')
    for (const name of named) {
      const company = site.p.site.recipients[name]
      expect(said[`recipient:${name}`]?.agreement).toHaveLength(1)
      expect(html).toContain(`href="${company?.statement}"`)
    }
    expect(said.hosting?.agreement).toHaveLength(1)
    expect(html).toContain(`href="${site.p.site.hosting.statement}"`)
  })

  test('K26: gives each purpose its legal basis, and each basis its rights; who has an interest of their own is told they may object', async () => {
    const { said } = await page(lang)
    const bases = registerWords(lang)
    for (const [fact, { within }] of Object.entries(said).filter(([name]) => name.startsWith('purpose:'))) {
      const purpose = purposeNames.find((name) => `purpose:${name}` === fact)
      expect(within, fact).toEqual([`basis:${purpose && purposes[purpose].basis}`])
    }
    expect(said['basis:legitimateInterest']?.rights?.join()).toContain(bases.rights.objection.name)
    expect(said['basis:legitimateInterest']?.article).toEqual([bases.bases.legitimateInterest.article])
  })

  test('K35: gives a phone number or an IP address to no company', async () => {
    const { said } = await page(lang)
    const names = registerWords(lang).recipients
    // An authority is no company: it gets what a law lets it demand (G11).
    expect(said['holding:phone.listing']?.recipients).toEqual([names.seeker.name, names.authority.name])
    expect(said['holding:ip.lastSession']?.recipients).toEqual([names.authority.name])
    expect(said['holding:network.limits']?.recipients).toEqual([words(lang).statement.nobody])
  })

  test('Q1: says that nothing is sold, and holds nothing without a purpose and a basis', async () => {
    const { said, text } = await page(lang)
    expect(text).toContain(words(lang).statement.notDone.sale)
    const held = Object.entries(said).filter(([name]) => name.startsWith('holding:'))
    expect(held.length).toBeGreaterThan(40)
    expect(held.filter(([, { purposes: why }]) => !why?.length)).toEqual([])
  })

  test('Q13: says that what goes between browser and site is encrypted, which it is', async () => {
    const { text, headers } = await page(lang)
    expect(text).toContain(words(lang).statement.security.https)
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
  })
})

test('Q13: cookies go over HTTPS alone; a site without it says so instead', async () => {
  const answer = await site.visitor().post('/nl/sign-in', { name: 'niemand', password: 'niets' })
  const visit = await site.visitor().get('/fr')
  for (const cookie of [...answer.headers.getSetCookie(), ...visit.headers.getSetCookie()]) expect(cookie).toMatch(/; Secure/i)
  const plain = await testSite()
  try {
    const { text, headers } = await plain.visitor().get('/en/privacy')
    expect(text).toContain(words('en').statement.security.noHttps)
    expect(text).not.toContain(words('en').statement.security.https)
    expect(headers.get('strict-transport-security')).toBeNull()
  } finally {
    await plain.close()
  }
})

test('Q1 K35: nothing in the register is for selling, and the one door refuses a company what it may not have', async () => {
  expect(
    [...purposeNames, ...recipientNames].filter((name) => /sell|sale|lend|market|advertis(?!er)|ads?\b/i.test(name)),
  ).toEqual([])
  const companies = recipientNames.filter((name) => isCompany(name))
  const gets = companies.flatMap((name) => allowedTo(name).flatMap(({ holdings }) => holdings))
  expect(gets.filter((name) => /^(phone|ip|network)\./.test(name))).toEqual([])
  expect(holdingNames.filter((name) => holdingNamed(name).for.length === 0)).toEqual([])
  const an = await signedUp(site, { firstName: 'An' })
  const keys = await site.p.vault.keysToSeal(site.p.db, an.personId, [holding['ip.lastSession'].keys])
  const row = { id: randomUUID(), person_id: an.personId }
  const { ip } = keys.bind('last_sign_ins', { ...row, ...keys.seal('last_sign_ins', row, { ip: '192.0.2.7' }) })
  // A program that the compiler would refuse.
  const given: object = { 'ip.lastSession': ip }
  await expect(disclose(site.p, site.p.db, an.personId, 'mail', 'serviceMail', given)).rejects.toThrow(
    'may not have ip.lastSession',
  )
})

test('Q19: a law that is no more, or that a purpose cites and nobody listed, is found', () => {
  expect(lint(gated, '2026-11-22')).toEqual([])
  const was = { ...laws.dsa }
  try {
    Object.assign(laws.dsa, { until: '2027-01-01' })
    expect(lint(gated, '2026-12-31')).toEqual([])
    expect(lint(gated, '2027-01-01')).toEqual(['dsa is no more since 2027-01-01'])
    Object.assign(laws.dsa, { ...was, cited: 'Regulation (EU) 2099/1', until: undefined })
    expect(lint(gated, '2026-11-22')).toEqual([
      'moderation cites Regulation (EU) 2022/2065, art. 16–17, which is not among the laws',
    ])
  } finally {
    Object.assign(laws.dsa, was, { until: undefined })
  }
})
