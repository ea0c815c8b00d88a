import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CrispSite, crispSite, presses } from '../../features/crisp/testing'
import { audit, crawl, table } from '.'
import { eyesOf } from './testing'

let site: CrispSite
beforeAll(async () => {
  site = await crispSite()
}, 120_000)
afterAll(() => site?.close())

test('Q11 Q14 G1 G5: of a site whose chat Crisp runs, statement, register and what is there agree, before the press and after it', async () => {
  const eyes = eyesOf(site)
  const { seen } = await crawl(eyes)
  expect(seen.hosts).toEqual([])
  const an = site.visitor()
  await presses(an)
  const cookie = [...an.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { seen: consented } = await crawl(eyes, { headers: { cookie }, starts: ['/nl/chat'] })
  const spoken = new Set(consented.hosts.map(({ where }) => where))
  expect([...spoken].every((where) => /^\/(?:nl|fr|en)\/chat$/.test(where))).toBe(true)
  expect(spoken.size).toBeGreaterThan(0)
  expect(table(await audit(eyes, { seen, consented }))).not.toContain('✗')
}, 120_000)

test('G1: the audit sees a part of the data that lies elsewhere than is said, another host, and a country without a ground', async () => {
  const eyes = eyesOf(site)
  const { seen } = await crawl(eyes)
  const { chat } = site.p.site.recipients
  if (!chat?.parts?.[0]) throw new Error('the site names no parts')
  const [part] = chat.parts
  for (const lie of [{ parts: [{ ...part, place: 'FR' }] }, { host: 'Elders Inc.' }, { parts: [{ ...part, place: 'US' }] }]) {
    const lying = { ...site.p.site, recipients: { ...site.p.site.recipients, chat: { ...chat, ...lie } } }
    const checks = await audit({ ...eyes, p: { ...site.p, site: lying } }, { seen })
    expect([lie, table(checks).includes('✗')]).toEqual([lie, true])
  }
}, 120_000)
