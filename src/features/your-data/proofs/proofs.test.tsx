import { afterAll, beforeAll, expect, test } from 'vitest'
import { listProofs, titlesIn } from '../../../../scripts/proofs'
import { readBack } from '../../../app/audit/read-back'
import { type TestSite, testSite } from '../../../app/testing'
import { noteAudit } from '../../../platform/audits'
import { keysOf } from '../../../std/keys'
import { languages } from '../../../std/words'
import { promisesBehind } from './facts'
import { Proofs } from './page'
import { isPromised, promised } from './promised'
import { words } from './words'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())
const ids = keysOf(promised).flatMap((section) => [...promised[section]])

test.each(languages)('G1: each section of the statement leads in %s to where it is proved, promise by promise', async (lang) => {
  const visitor = site.visitor()
  const statement = await visitor.get(`/${lang}/privacy`)
  const { html, status } = await visitor.get(`/${lang}/privacy/proofs`)
  expect(status).toBe(200)
  const sections = [...statement.html.matchAll(/<section class="statement-section[^"]*" id="(\w+)"/g)].map(([, id]) => id)
  expect(sections).toEqual(expect.arrayContaining(keysOf(promised)))
  for (const section of sections) {
    expect(statement.html).toContain(`/${lang}/privacy/proofs#${section}"`)
    expect(html).toContain(`id="${section}"`)
  }
  const read = readBack(html)
  for (const id of ids)
    expect(read[`promise:${id}`]?.said, id).toEqual(isPromised(id, site.p.site) ? [words(lang).promises[id]] : undefined)
  // Whoever breaks this test is listed under G1 with its title and file.
  expect(read['promise:G1']?.proofs?.join('\n')).toContain('leads in %s to where it is proved')
})

test('G1: a promise shows how its tests ended: proved, failed, or not run', () => {
  const shown = (passed: boolean | undefined, other?: boolean) =>
    (
      <Proofs
        lang="en"
        site={site.p.site}
        audit={undefined}
        proofs={[
          ...(other === undefined ? [] : [{ ids: ['K6'], file: 'b.test.ts', name: 'K6: one', passed: other }]),
          {
            ids: ['K27'],
            file: 'a.test.ts',
            name: 'K27: ends',
            at: '2026-11-20T10:00',
            ...(passed === undefined ? {} : { passed }),
          },
        ]}
      />
    ).toString()
  const state = (html: string) => /id="K27".*?<span class="tag[^>]*>([^<]*)</s.exec(html)?.[1]
  expect([true, false, undefined].map((passed) => state(shown(passed, true)))).toEqual([
    'proved',
    'a test failed',
    'not run where this was built',
  ])
  expect(/id="K28".*?<span class="tag[^>]*>([^<]*)</s.exec(shown(true))?.[1]).toBe('no test yet')
  // Where none ran, that is said once.
  expect(shown(undefined)).toContain('the tests did not run')
  expect(shown(undefined)).not.toContain('not run where this was built')
  expect(shown(true)).not.toContain('the tests did not run')
})

test('G1: says when the audit last ran here, and what it found', async () => {
  const read = async () => {
    site.p.kept.changed('')
    return (await site.visitor().get('/nl/privacy/proofs')).text
  }
  expect(await read()).toContain('De controle liep op deze site nog niet.')
  await noteAudit(site.p, [{ about: 'cookies', compared: 12, different: 0 }])
  expect(await read()).toMatch(/zeiden de verklaring, het register en wat te zien is hetzelfde/)
  site.clock.pass(60_000)
  await noteAudit(site.p, [{ about: 'cookies', compared: 12, different: 1 }])
  expect(await read()).toMatch(/niet overal hetzelfde.*cookies 12 1/)
})

test('the titles that name a promise are read from the tests themselves', () => {
  expect(
    titlesIn(`test('K1: it\\'s here', () => {})\n  describe.each(languages)("in %s, G2 K3", x)\nit(\`no id\`)\nexpect('K9')`),
  ).toEqual(["K1: it's here", 'in %s, G2 K3'])
  const proofs = listProofs()
  expect(proofs.length).toBeGreaterThan(40)
  expect(proofs.every(({ ids }) => ids.length > 0)).toBe(true)
})

test('G1: each promise that a test names is said to people, and no other', () => {
  expect([...new Set(listProofs().flatMap((proof) => proof.ids))].sort()).toEqual([...ids].sort())
})

test('what is promised of a company is said where the site names it', () => {
  const { p } = site
  const ga = { ...p.site, recipients: { ...p.site.recipients, statistics: { name: 'Google', place: 'IE' } } }
  expect([isPromised('K22', p.site), isPromised('K22', ga), isPromised('Q2', ga)]).toEqual([false, true, true])
})

test.each(languages)(
  'G1: each fact of the statement leads in %s, in one click, to at least one test behind each promise that it rests on',
  async (lang) => {
    const visitor = site.visitor()
    const { html } = await visitor.get(`/${lang}/privacy`)
    const facts = Object.entries(readBack(html))
    expect(facts.length).toBeGreaterThan(100)
    const links = new Map(
      [...html.matchAll(/class="fact-proof" href="([^"]*about=([^"]*))"/g)].map(([, href = '', fact = '']) => [
        decodeURIComponent(fact),
        href,
      ]),
    )
    // A fact within another (a holding in its item) is led from there.
    const outer = facts.filter(([, { within }]) => !within).map(([fact]) => fact)
    expect([...links.keys()].sort()).toEqual(outer.sort())
    const proved = new Set(listProofs().flatMap(({ ids }) => ids))
    for (const [fact, href] of links) {
      const behind = promisesBehind(fact)
      expect(behind.length, fact).toBeGreaterThan(0)
      for (const id of behind) expect(proved.has(id), `${fact}: ${id}`).toBe(true)
      if (/^(?:item:phone|item:text|item:said|cookie:|right:|version|recipient:mail)/.test(fact)) {
        const answer = await visitor.get(href)
        expect(answer.status).toBe(200)
        const shown = Object.keys(readBack(answer.html)).filter((one) => one.startsWith('promise:'))
        expect(shown, fact).toEqual(behind.filter((id) => isPromised(id, site.p.site)).map((id) => `promise:${id}`))
      }
    }
    // What is no fact is not named on the page.
    expect((await visitor.get(`/${lang}/privacy/proofs?about=item:bank`)).text).not.toContain('bank')
  },
)
