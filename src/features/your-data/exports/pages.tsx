import { type Context, Hono } from 'hono'
import { atDesk, type Env } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import {
  agreementsOf,
  assessmentOf,
  assessmentText,
  blanksIn,
  exportWords,
  recordOf,
  type Sheet,
  sheetCsv,
  statementFacts,
  workbook,
} from '../../../privacy'
import type { Role } from '../../../register'
import { BackLink, Facts, Table, Tag } from '../../../ui'
import { deskPage } from '../../desk'
import { recorded } from './recorded'
import { words } from './words'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Who answers to the authority. */
export const assessors: readonly Role[] = ['owner', 'officer']

const Lines = ({ of }: { of: string }) => {
  const lines = of.split('\n')
  return lines.length < 2 ? (
    of
  ) : (
    <ul class="held-values">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

const SheetTable = ({ id, of }: { id: string; of: Sheet }) => (
  <Table
    id={id}
    caption={of.name}
    columns={of.columns.map(({ title }) => ({ title }))}
    rows={of.rows.map((row) => row.map((cell) => <Lines of={cell} />))}
  />
)

/** Each row of a wide sheet under its name, a fact a line. */
const SheetEntries = ({ of }: { of: Sheet }) => (
  <>
    {of.rows.map(([number = '', name = '', ...cells]) => (
      <details class="export-entry">
        <summary>
          {number}. {name}
        </summary>
        <Facts
          facts={cells.flatMap((cell, at) => {
            const column = of.columns[at + 2]
            return cell && column ? [{ label: `${column.title}${column.legal ? ' *' : ''}`, value: <Lines of={cell} /> }] : []
          })}
        />
      </details>
    ))}
  </>
)

async function record(c: Context<Env>) {
  const { p, language: lang } = c.var
  const text = words(lang)
  const { title } = exportWords(lang).record
  const [controller, processings, , recipients, measures] = recordOf(lang, await recorded(p, lang))
  return page(
    c,
    { title, description: text.lead, sharedFor: 300 },
    <>
      <BackLink lang={lang} href={`/${lang}/privacy`} />
      <h1>{title}</h1>
      <p class="lead">{text.lead}</p>
      <p>
        <a href={`/${lang}/privacy/record.xlsx`} download>
          {text.xlsx}
        </a>
        {' · '}
        <a href={`/${lang}/privacy/record.csv`} download>
          {text.csv}
        </a>
      </p>
      <p class="soft measure">{text.legal}</p>
      <SheetTable id="controller" of={controller} />
      <h2>{processings.name}</h2>
      <SheetEntries of={processings} />
      <SheetTable id="recipients" of={recipients} />
      <SheetTable id="measures" of={measures} />
    </>,
  )
}

async function agreements(c: Context<Env>) {
  const { p, language: lang } = c.var
  const { title, lead } = exportWords(lang).agreements
  return page(
    c,
    { title, description: lead, sharedFor: 300 },
    <>
      <BackLink lang={lang} href={`/${lang}/privacy`} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <p>
        <a href={`/${lang}/privacy/agreements.csv`} download>
          {words(lang).csv}
        </a>
      </p>
      <SheetTable id="agreements" of={agreementsOf(lang, statementFacts(p, lang))} />
    </>,
  )
}

async function assessment(c: Context<Env>) {
  const viewer = atDesk(c, assessors)
  const { p, language: lang } = c.var
  const text = exportWords(lang).assessment
  const parts = assessmentOf(lang, await recorded(p, lang))
  return deskPage(
    c,
    viewer,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>
        {text.blanks(blanksIn(lang, parts))} <a href={`/${lang}/desk/assessment.md`}>{words(lang).markdown}</a>
      </p>
      <p class="soft">{words(lang).print}</p>
      {parts.map(({ id, title, lines, sheets }) => (
        <div class="flow" id={id}>
          <h2>{title}</h2>
          {lines.length > 0 && (
            <ul class="measure">
              {lines.map((line) => (
                <li>
                  {line.blank && <Tag tone="warning">{text.blank}</Tag>} {line.text}
                </li>
              ))}
            </ul>
          )}
          {sheets.map((sheet, at) => (
            <SheetTable id={`${id}-${at}`} of={sheet} />
          ))}
        </div>
      ))}
    </>,
  )
}

const asFile = (name: string, type: string) => ({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })

/** What the operator must be able to show: the record and the agreements for everybody, the assessment at the desk. */
export const exportPages = new Hono<Env>()
  .get('/privacy/record', record)
  .get('/privacy/record.csv', async (c) => {
    const { p, language: lang } = c.var
    const [, processings] = recordOf(lang, await recorded(p, lang))
    return c.body(sheetCsv(processings), 200, asFile(`record-${lang}.csv`, 'text/csv; charset=utf-8'))
  })
  .get('/privacy/record.xlsx', async (c) => {
    const { p, language: lang } = c.var
    const bytes = await workbook(recordOf(lang, await recorded(p, lang)))
    return c.body(new Uint8Array(bytes), 200, asFile(`record-${lang}.xlsx`, xlsx))
  })
  .get('/privacy/agreements', agreements)
  .get('/privacy/agreements.csv', (c) => {
    const { p, language: lang } = c.var
    const sheet = agreementsOf(lang, statementFacts(p, lang))
    return c.body(sheetCsv(sheet), 200, asFile(`agreements-${lang}.csv`, 'text/csv; charset=utf-8'))
  })
  .get('/desk/assessment', assessment)
  .get('/desk/assessment.md', async (c) => {
    atDesk(c, assessors)
    const { p, language: lang } = c.var
    const text = assessmentText(lang, assessmentOf(lang, await recorded(p, lang)))
    return c.body(text, 200, asFile(`assessment-${lang}.md`, 'text/markdown; charset=utf-8'))
  })
