import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../../app/testing'
import {
  agreementsOf,
  assessmentOf,
  blanksIn,
  exportWords,
  holdingSaid,
  publishStatement,
  recordOf,
  sheetCsv,
  statementFacts,
} from '../../../privacy'
import {
  hasPurpose,
  holding,
  holdingNamed,
  holdingNames,
  isCompany,
  keepWords,
  type PurposeName,
  purposeNames,
  purposes,
  recipientNames,
  recipients,
  registerWords,
} from '../../../register'
import { type Language, languages } from '../../../std/words'
import { labelled } from '../../../std/written'
import { memberOfStaff } from '../../desk/testing'
import { exportCommands } from './commands'
import { recorded } from './recorded'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site.close())

const plain = (xml: string) =>
  xml.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '’')

/** The sheets of a workbook as another program reads them: zip, then the XML of the standard (ECMA-376), shared strings and all. */
function readBack(bytes: Uint8Array): { name: string; rows: string[][]; red: string[] }[] {
  const files = unzipSync(bytes)
  const text = (path: string) => Buffer.from(files[path] ?? []).toString()
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    plain([...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => t).join('')),
  )
  const fonts = [...text('xl/styles.xml').matchAll(/<font>(.*?)<\/font>/gs)].map(([, font = '']) => font)
  const formats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(text('xl/styles.xml'))?.[1] ?? ''
  const styles = [...formats.matchAll(/<xf ([^>]*)>/g)].map(([, head = '']) => Number(/fontId="(\d+)"/.exec(head)?.[1] ?? 0))
  const isRed = (style: string) => /C00000/.test(fonts[styles[Number(style)] ?? 0] ?? '')
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => plain(name))
  return names.map((name, at) => {
    const cells = [...text(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head = '', inner = '']) => ({
        style: /s="(\d+)"/.exec(head)?.[1] ?? '0',
        value: strings[Number(/<v>(\d+)<\/v>/.exec(inner)?.[1])] ?? '',
      })),
    )
    const red = (cells[0] ?? []).filter(({ style }) => isRed(style)).map(({ value }) => value)
    return { name, red, rows: cells.map((row) => row.map(({ value }) => value)) }
  })
}

/** The purposes, holdings and recipients that the site has, straight from the register. */
/** What rests on consent is on a site that names somebody for it. */
const onSite = (name: PurposeName) => hasPurpose(site.p.site, name)

function inRegister(lang: Language) {
  const held = new Set(
    statementFacts(site.p, lang)
      .chapters.flatMap(({ items }) => items.flatMap((one) => one.holdings))
      .map((one) => one.holding),
  )
  const said = registerWords(lang)
  return {
    purposes: purposeNames
      .filter((name) => onSite(name) && [...held].some((one) => holdingNamed(one).for.includes(name)))
      .map((name) => said.purposes[name].name),
    holdings: holdingNames.filter((name) => held.has(name)),
    recipients: recipientNames
      .filter((name) => !isCompany(name) || site.p.site.recipients[name])
      .map((name) => said.recipients[name].name),
  }
}

describe('the record of processing activities', () => {
  test.each(languages)(
    'G10: has in %s every purpose, holding and recipient of the register, and reads back from the workbook',
    async (lang) => {
      const answer = await site.visitor().get(`/${lang}/privacy/record.xlsx`)
      expect(answer.headers.get('content-type')).toContain('spreadsheetml')
      const [controller, record, data, receivers, measures] = readBack(answer.bytes)
      const { purposes: named, holdings, recipients: known } = inRegister(lang)
      expect(record?.rows.slice(1).map((row) => row[1])).toEqual(expect.arrayContaining(named))
      for (const name of holdings) {
        const of = `${labelled(holdingSaid(lang, name), lang)} ${keepWords(lang, holdingNamed(name).keep)}`
        const rows = record?.rows.filter((row) => row[12]?.split('\n').includes(of)).map((row) => row[1])
        expect(rows, name).toEqual(
          expect.arrayContaining(
            holdingNamed(name)
              .for.filter(onSite)
              .map((one) => registerWords(lang).purposes[one].name),
          ),
        )
      }
      expect(data?.rows).toHaveLength(holdings.length + 1)
      expect(receivers?.rows.slice(2).map(([name]) => name)).toEqual(known)
      expect(controller?.rows.flat()).toEqual(
        expect.arrayContaining([site.p.site.controller.name, site.p.site.controller.registration, site.p.site.officer.name]),
      )
      expect(measures?.rows.length).toBeGreaterThan(5)
      // Article 30(1)(b)–(g): what the law asks stands in red, as in the authority's model.
      const text = exportWords(lang).record
      const legal = [
        text.processing,
        text.people,
        text.data,
        text.recipients,
        text.transfers,
        text.safeguards,
        text.keep,
        text.measures,
      ]
      expect(record?.red).toEqual(legal.map((title) => `${title} *`))
      for (const row of record?.rows.slice(1) ?? []) expect(row.slice(0, 11).every(Boolean), row[1]).toBe(true)
    },
  )

  test('G10: is another as soon as the register is another, whatever changes in it', async () => {
    const now = async () => {
      const sheets = recordOf('en', await recorded(site.p, 'en'))
      return sheets.map(sheetCsv)
    }
    const before = await now()
    const held = inRegister('en').holdings
    const change = fc.oneof(
      fc.record({ name: fc.constantFrom(...held), days: fc.integer({ min: 400, max: 900 }) }).map(({ name, days }) => ({
        of: holding[name],
        to: { keep: { days, after: 'made' } },
      })),
      fc
        .record({ name: fc.constantFrom(...held), purpose: fc.constantFrom<PurposeName>(...purposeNames) })
        .filter(({ name, purpose }) => onSite(purpose) && !holdingNamed(name).for.includes(purpose))
        .map(({ name, purpose }) => ({ of: holding[name], to: { for: [...holdingNamed(name).for, purpose] } })),
      fc
        .constantFrom(
          ...statementFacts(site.p, 'en').purposes.flatMap(({ purpose }) => (purpose === 'staffAccess' ? [] : purpose)),
        )
        .map((name) => ({
          of: purposes[name],
          to: { basis: 'publicTask' },
        })),
      fc.constantFrom('advertiser', 'seeker', 'mail').map((name) => ({ of: recipients[name], to: { may: {} } })),
    )
    await fc.assert(
      fc.asyncProperty(change, async ({ of, to }) => {
        const was = { ...of }
        Object.assign(of, to)
        try {
          expect(await now()).not.toEqual(before)
        } finally {
          Object.assign(of, was)
        }
      }),
      { numRuns: 40 },
    )
    expect(await now()).toEqual(before)
  })

  test('G10: says since when a purpose is there, and keeps the one that is no more', async () => {
    const may = holding['contacts.thread']
    const was = { ...may }
    Object.assign(may, { for: [...was.for, 'fraud'] })
    const demand = { ...holding['search.saved'] }
    await publishStatement(site.p, { nl: 'een', fr: 'un', en: 'one' })
    Object.assign(holding['search.saved'], { for: ['account', 'serviceMail'] })
    try {
      site.clock.pass(86_400_000 * 40)
      await publishStatement(site.p, { nl: 'twee', fr: 'deux', en: 'two' })
      const [, { rows, columns }] = recordOf('en', await recorded(site.p, 'en'))
      const text = exportWords('en').record
      const cell = (row: readonly string[] | undefined, title: string) => row?.[columns.findIndex((one) => one.title === title)]
      const over = rows.find((row) => row[1] === registerWords('en').purposes.demand.name)
      expect([cell(over, text.status), cell(over, text.since), cell(over, text.ended)]).toEqual([
        text.over,
        expect.stringMatching(/\d{4}$/),
        expect.stringMatching(/\d{4}$/),
      ])
      expect(cell(over, text.since)).not.toBe(cell(over, text.ended))
      const running = rows.find((row) => row[1] === registerWords('en').purposes.account.name)
      expect([cell(running, text.status), cell(running, text.ended)]).toEqual([text.running, ''])
    } finally {
      Object.assign(may, was)
      Object.assign(holding['search.saved'], demand)
    }
  })

  test('G10: comes as a page, as CSV and from the command line too, at any time', async () => {
    const visitor = site.visitor()
    const csv = await visitor.get('/nl/privacy/record.csv')
    expect(csv.headers.get('content-disposition')).toContain('record-nl.csv')
    const { text } = await visitor.get('/nl/privacy/record')
    for (const name of inRegister('nl').purposes) {
      expect(csv.html).toContain(name)
      expect(text).toContain(name)
    }
    expect((await visitor.get('/nl/privacy')).html).toContain('/nl/privacy/record"')
    const lines: string[] = []
    await exportCommands[0]?.run(site.p, ['nl'], (line) => lines.push(line))
    expect(lines.join()).toBe(csv.html)
  })
})

test('K36 K32 Q14: every processor is listed with its place, its agreement and its own statement', async () => {
  const { text, html } = await site.visitor().get('/en/privacy/agreements')
  for (const said of [site.p.site.hosting.name, 'Amazon SES (eu-west-1)', 'Ireland', 'Netherlands', '1 January 2026'])
    expect(text).toContain(said)
  expect(html).toContain('https://aws.amazon.com/privacy/')
  const facts = structuredClone(statementFacts(site.p, 'en'))
  const rows = () => agreementsOf('en', facts).rows.map((row) => row[4])
  expect(rows()).not.toContain('missing')
  for (const { company } of facts.recipients) delete company?.agreement
  expect(rows()).toContain('missing')
  facts.controller.name = facts.hosting.name
  delete facts.hosting.agreement
  expect(rows()[0]).toBe('the controller itself')
})

describe('the draft of an impact assessment', () => {
  test('G10: knows each risk that the register shows, and marks what people must judge', async () => {
    const parts = assessmentOf('en', await recorded(site.p, 'en'))
    expect(parts.map(({ id }) => id)).toEqual(['description', 'necessity', 'risks', 'measures', 'opinion'])
    const risks = parts.find(({ id }) => id === 'risks')?.sheets[0]?.rows ?? []
    const touched = risks[0]?.[2]?.split('\n') ?? []
    const open = statementFacts(site.p, 'en')
      .chapters.flatMap(({ items }) => items.flatMap((one) => one.holdings))
      .filter((one) => one.stored.includes('unsealed'))
    expect(touched).toEqual([...new Set(open.map((one) => holdingSaid('en', one.holding)))])
    for (const name of inRegister('en').recipients) expect(risks.map(([risk]) => risk).join()).toContain(name)
    const asked = parts.flatMap(({ lines }) => lines.filter((line) => line.blank).map((line) => line.text)).join('\n')
    const interests = purposeNames.filter((name) => purposes[name].basis === 'legitimateInterest')
    for (const name of interests) expect(asked).toContain(registerWords('en').purposes[name].name)
    expect(blanksIn('en', parts)).toBeGreaterThan(risks.length * 2)
  })

  test('is for who answers to the authority', async () => {
    const officer = await memberOfStaff(site, 'officer')
    const { text, html } = await officer.visitor.get('/en/desk/assessment')
    expect(text).toContain('to be filled in')
    expect(html).toContain('/en/desk/assessment.md')
    expect((await officer.visitor.get('/fr/desk/assessment.md')).html).toMatch(/^# Analyse d’impact/)
    const moderator = await memberOfStaff(site, 'moderator')
    expect((await moderator.visitor.get('/en/desk/assessment')).status).toBe(404)
    expect((await site.visitor().get('/en/desk/assessment.md')).status).not.toBe(200)
  })
})
