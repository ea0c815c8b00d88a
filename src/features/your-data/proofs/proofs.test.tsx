import { afterAll, beforeAll, expect, test } from 'vitest'
import { listProofs, titlesIn } from '../../../../scripts/proofs'
import { readBack } from '../../../app/audit/read-back'
import { type TestSite, testSite } from '../../../app/testing'
import { noteAudit } from '../../../platform/audits'
import { keysOf } from '../../../std/keys'
import { languages } from '../../../std/words'
import { Proofs } from './page'
import { promised } from './promised'
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
  for (const id of ids) expect(read[`promise:${id}`]?.said, id).toEqual([words(lang).promises[id]])
  // Whoever breaks this test is listed under G1 with its title and file.
  expect(read['promise:G1']?.proofs?.join('\n')).toContain('leads in %s to where it is proved')
})

test('G1: a promise shows how its tests ended: proved, failed, or not run', () => {
  const shown = (passed: boolean | undefined, other?: boolean) =>
    (
      <Proofs
        lang="en"
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
    site.p.kept.forget()
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
