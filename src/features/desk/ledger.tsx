import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { atDesk, type Env, missing } from '../../platform/http'
import { isHolding, partsOf, purposes, registerWords } from '../../register'
import type { Language } from '../../std/words'
import { Button, Empty, Form, LinkButton, Table, Time } from '../../ui'
import { deskPage } from './desk-page'
import { openedFor, openForStaff } from './opening'
import { decidedReports, openingById, openings } from './queries'
import { words as rightsWords } from './rights/words'
import { may } from './rules'
import { colleagues } from './staff'
import { words } from './words'

const onPage = 50

/** Names of colleagues by the id of their person. */
async function namesOf(c: Context<Env>): Promise<(person: string | null) => string> {
  const { p, language } = c.var
  const all = new Map(
    (await colleagues(p, p.db)).flatMap(({ person, name }) =>
      name.may('staffAccess') ? [[person, name.open('staffAccess')] as const] : [],
    ),
  )
  return (person) => all.get(person ?? '') ?? words(language).ledger.former
}

const isPurpose = (name: string): name is keyof typeof purposes => name in purposes
const purposeName = (lang: Language, name: string) => (isPurpose(name) ? registerWords(lang).purposes[name].name : name)
function holdingName(lang: Language, name: string): string {
  if (!isHolding(name)) return name
  return registerWords(lang).items[partsOf(name).item].name
}

type ListedProps = {
  id: string
  drawing: 'keys' | 'letterbox'
  text: { caption: string; emptyTitle: string; empty: string }
  columns: readonly string[]
  rows: readonly (readonly Child[])[]
}

/** A table, or what stands in its place while there is nothing in it. */
const Listed = ({ id, drawing, text, columns, rows }: ListedProps) =>
  rows.length === 0 ? (
    <Empty drawing={drawing} title={text.emptyTitle}>
      <p>{text.empty}</p>
    </Empty>
  ) : (
    <Table id={id} caption={text.caption} columns={columns.map((title) => ({ title }))} rows={rows} />
  )

export const ledgerPages = new Hono<Env>()
  .get('/desk/ledger', async (c) => {
    const viewer = atDesk(c, may.ledger)
    const { p, language: lang } = c.var
    const text = words(lang).ledger
    const asked = Date.parse(c.req.query('before') ?? '')
    const rows = await openings(p.db, Number.isNaN(asked) ? new Date(p.clock.now().getTime() + 1) : new Date(asked), onPage + 1)
    const shown = rows.slice(0, onPage)
    const last = rows.length > onPage ? shown.at(-1) : undefined
    const nameOf = await namesOf(c)
    const keys = await p.vault.keys(
      p.db,
      shown.map((row) => row.person_id),
    )
    const reasonOf = async (row: (typeof shown)[number]) =>
      !keys.bind('openings', row).reason.may('accountability') ? (
        rightsWords(lang).restricted
      ) : (await openedFor(p, p.db, viewer, row.person_id, ['openings.ledger'], row.id)) ? (
        keys.bind('openings', row).reason.open('accountability')
      ) : (
        <Form action={`/${lang}/desk/ledger/${row.id}/reading`}>
          <Button variant="quiet" small>
            {text.read}
          </Button>
        </Form>
      )
    const { columns } = text
    return deskPage(
      c,
      viewer,
      { title: text.title },
      <>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <Listed
          id="ledger"
          drawing="keys"
          text={text}
          columns={[columns.at, columns.who, columns.purpose, columns.what, columns.person, columns.reason]}
          rows={
            await Promise.all(
              shown.map(async (row) => [
                <Time at={row.at} lang={lang} />,
                nameOf(row.staff_id),
                purposeName(lang, row.purpose),
                row.holdings.map((name) => holdingName(lang, name)).join(', '),
                <code>{row.person_id.slice(0, 8)}</code>,
                await reasonOf(row),
              ]),
            )
          }
        />
        {last && (
          <p>
            <LinkButton variant="secondary" href={`/${lang}/desk/ledger?before=${last.at.toISOString()}`}>
              {text.older}
            </LinkButton>
          </p>
        )}
      </>,
    )
  })
  .post('/desk/ledger/:id/reading', async (c) => {
    const viewer = atDesk(c, may.ledger)
    const { p, language } = c.var
    const id = c.req.param('id')
    const row = /^[0-9a-f-]{36}$/.test(id) ? await openingById(p.db, id) : undefined
    if (!row) throw missing()
    await openForStaff(p, p.db, viewer, {
      person: row.person_id,
      purpose: 'accountability',
      reason: words(language).ledger.readReason,
      holdings: ['openings.ledger'],
      about: row.id,
    })
    return c.redirect(`/${language}/desk/ledger`, 303)
  })

export const decidedPages = new Hono<Env>().get('/desk/decisions', async (c) => {
  const viewer = atDesk(c, may.decisions)
  const { p, language: lang } = c.var
  const { decisions: text, desk, report, notice } = words(lang)
  const rows = await decidedReports(p.db, 200)
  const nameOf = await namesOf(c)
  const { columns } = text
  return deskPage(
    c,
    viewer,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      <Listed
        id="decisions"
        drawing="letterbox"
        text={text}
        columns={[columns.at, columns.what, columns.reason, columns.decision, columns.who]}
        rows={rows.map((row) => [
          row.decided_at && <Time at={row.decided_at} lang={lang} />,
          desk.targets[row.target],
          report.reasons[row.reason].text,
          row.decision && notice.decisions[row.decision],
          nameOf(row.decided_by),
        ])}
      />
    </>,
  )
})
