import { type Context, Hono } from 'hono'
import { dayOf } from '../../platform/clock'
import { readForm, typedOf } from '../../platform/forms'
import { atDesk, type Env, type Viewer } from '../../platform/http'
import { type Counted, countedOf, countStep, keepWords, type Role, tableNamed, termOf } from '../../register'
import { devices } from '../../std/browser'
import { csvOf } from '../../std/csv'
import { countIn, dateIn, dayIn, labelled } from '../../std/written'
import { Button, Columns, Empty, Form, LinkButton, Notice, Shares, Table, Tabs } from '../../ui'
import { deskPage } from '../desk'
import { goalsOf, none, other } from './counted'
import { heard } from './counter'
import { source } from './countries'
import { type Period, periodOf, periods, rangeOf, type Step, stepsOf, sumsOf } from './periods'
import { beginCounting, countingSince, countsBetween, endCounting, type Row } from './queries'
import { saidOf } from './said'
import { words } from './words'

export const may = {
  look: ['owner', 'moderator', 'officer'],
  /** Whoever answers for the site decides that it counts. */
  turn: ['owner'],
} as const satisfies Record<string, readonly Role[]>

const path = '/desk/statistics'
const shown = 10

type Looking = { c: Context<Env>; rows: readonly Row[]; days: Period }

/** A day or a week, written out. */
const stepSaid = ({ from, until }: Step, { language }: Context<Env>['var']) =>
  from === until ? dayIn(from, language) : `${dayIn(from, language, until)} – ${dayIn(until, language)}`

const Views = ({ c, rows, days, before }: Looking & { before: readonly Row[] }) => {
  const { p, language: lang } = c.var
  const text = words(lang)
  const count = (n: number) => countIn(n, lang)
  const steps = stepsOf(rows, days, dayOf(p.clock.now()))
  const sum = (of: readonly Row[]) => sumsOf(of, 'views')[0]?.n ?? 0
  const [first, last] = [steps[0], steps.at(-1)]
  return (
    <section class="flow" aria-labelledby="views">
      <h2 id="views">{text.kinds.views}</h2>
      <p>
        <span class="statistics-sum">{count(sum(rows))}</span> {text.before(days, count(sum(before)))}
      </p>
      <Columns
        values={steps.map(({ n }) => n)}
        from={first ? dayIn(first.from, lang) : ''}
        until={last ? dayIn(last.until, lang) : ''}
        say={count}
      />
      <details>
        <summary>{text.table}</summary>
        <Table
          id="steps"
          caption={text.caption}
          columns={[{ title: days > 90 ? text.week : text.day }, { title: text.kinds.views, numeric: true }]}
          rows={steps.toReversed().map((step) => [stepSaid(step, c.var), step.n === 0 ? text.under(countStep) : count(step.n)])}
        />
      </details>
    </section>
  )
}

/** What is always told of, also where it is too little: it says nothing that there is a telephone. */
const always = (c: Context<Env>, kind: Counted): readonly string[] =>
  kind === 'device'
    ? devices
    : kind === 'language'
      ? c.var.p.site.languages
      : kind === 'goal'
        ? goalsOf(c.var.p.site.features)
        : []

const Kind = ({ c, rows, kind }: Looking & { kind: Counted }) => {
  const { language: lang } = c.var
  const text = words(lang)
  const sums = sumsOf(rows, kind, always(c, kind))
  // What has no name of its own comes last, however much it is.
  const named = [...sums.filter(({ value }) => value !== other), ...sums.filter(({ value }) => value === other)]
  const [first, rest] = [named.slice(0, shown), named.slice(shown)]
  return (
    <section class="statistics-kind flow">
      {first.length === 0 ? (
        <>
          <h3>{text.kinds[kind]}</h3>
          <p class="soft">{text.nothing}</p>
        </>
      ) : (
        <Shares
          id={kind}
          caption={text.kinds[kind]}
          of={text.which[kind]}
          count={kind === 'goal' ? text.times : text.kinds.views}
          rows={first.map(({ value, n }) => ({
            name: saidOf(lang, kind, value),
            n,
            said: n === 0 ? text.under(countStep) : countIn(n, lang),
          }))}
        />
      )}
      {rest.length > 0 && <p class="soft small">{text.more(rest.length)}</p>}
    </section>
  )
}

/** Whether the site counts, with what the law says of it beside the switch. */
const Turn = ({ c, viewer, since }: { c: Context<Env>; viewer: Viewer; since: Date | undefined }) => {
  const { language: lang } = c.var
  const text = words(lang)
  const mayTurn = may.turn.some((role) => role === viewer.role)
  return (
    <section class="statistics-turn flow" aria-labelledby="turn">
      <h2 id="turn">{text.turn.title}</h2>
      <p class="measure">{since ? text.turn.isOn(dateIn(since, lang)) : text.turn.isOff}</p>
      {mayTurn ? (
        <Form action={`/${lang}${path}`} hidden={{ on: since ? '0' : '1' }}>
          <Button variant={since ? 'secondary' : 'primary'}>{since ? text.turn.off : text.turn.on}</Button>
        </Form>
      ) : (
        <p class="soft">{text.turn.owner}</p>
      )}
      <h3>{text.law.title}</h3>
      <ul class="measure">
        {text.law.points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      <Notice tone="warning">{text.law.unverified}</Notice>
    </section>
  )
}

async function statisticsPage(c: Context<Env>) {
  const viewer = atDesk(c, may.look)
  const { p, language: lang } = c.var
  const text = words(lang)
  const days = periodOf(c.req.query('days'))
  const { from, until, before } = rangeOf(days, dayOf(p.clock.now()))
  const [since, all] = await Promise.all([countingSince(p.db), countsBetween(p.db, before, until)])
  const rows = all.filter(({ day }) => day >= from)
  const keep = termOf(tableNamed('counts'))
  const kinds = countedOf(p.site.features).filter((kind) => kind !== 'views')
  return deskPage(
    c,
    viewer,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {!since && all.length > 0 && <Notice tone="info">{text.turn.isOff}</Notice>}
      {all.length === 0 ? (
        <Empty drawing="search" title={since ? text.empty.soonTitle : text.empty.offTitle}>
          <p>{since ? text.empty.soon : text.empty.off}</p>
        </Empty>
      ) : (
        <>
          <Tabs
            label={text.period}
            tabs={periods.map((one) => ({ text: text.days(one), href: `/${lang}${path}?days=${one}`, current: one === days }))}
          />
          <Views c={c} rows={rows} days={days} before={all.filter(({ day }) => day < from)} />
          <div class="statistics-kinds">
            {kinds.map((kind) => (
              <Kind c={c} rows={rows} days={days} kind={kind} />
            ))}
          </div>
          <p class="soft small">
            {labelled(text.countries, lang)} <a href={source.url}>{source.name}</a> (
            <a href={source.licenceUrl}>{source.licence}</a>)
          </p>
          <p>
            <LinkButton variant="secondary" icon="down" href={`/${lang}${path}/counts.csv?days=${days}`}>
              {text.csv}
            </LinkButton>
          </p>
        </>
      )}
      <details>
        <summary>{text.how.title}</summary>
        <ul class="measure">
          {text.how.points(countStep, keep ? keepWords(lang, keep) : '').map((point) => (
            <li>{point}</li>
          ))}
        </ul>
      </details>
      <Turn c={c} viewer={viewer} since={since} />
    </>,
  )
}

/** What is counted, for who works at the site. */
export const deskPages = new Hono<Env>()
  .get(path, statisticsPage)
  .post(path, async (c) => {
    atDesk(c, may.turn)
    const { p, language } = c.var
    const on = typedOf((await readForm(c)).typed, 'on') === '1'
    await (on ? beginCounting(p.db, p.clock.now()) : endCounting(p.db))
    await heard(p, on)
    p.log('statistics.turned', { on })
    return c.redirect(`/${language}${path}`, 303)
  })
  .get(`${path}/counts.csv`, async (c) => {
    atDesk(c, may.look)
    const { p, language: lang } = c.var
    const text = words(lang)
    const days = periodOf(c.req.query('days'))
    const { from, until } = rangeOf(days, dayOf(p.clock.now()))
    const rows = await countsBetween(p.db, from, until)
    const lines = rows.map(({ day, kind, value, n }) => [
      day,
      text.kinds[kind],
      kind === 'views' ? '' : value === none || value === other ? saidOf(lang, kind, value) : value,
      String(n),
    ])
    c.header('content-disposition', `attachment; filename="${from}-${until}.csv"`)
    return c.body(csvOf([[text.day, text.columns.kind, text.columns.value, text.kinds.views], ...lines]), 200, {
      'content-type': 'text/csv; charset=utf-8',
    })
  })
