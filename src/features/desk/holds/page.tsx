import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, day, type Errors, fieldsOf, line, readForm, type Typed } from '../../../platform/forms'
import { atDesk, type Env, missing } from '../../../platform/http'
import { holdingSaid, holdUntil, type LiveHold, liveHolds } from '../../../privacy'
import { isHolding } from '../../../register'
import { dayIn } from '../../../std/written'
import { BackLink, Button, DateInput, Empty, ErrorSummary, Facts, Form, Table, TextInput, Time } from '../../../ui'
import { deskPage } from '../desk-page'
import { may } from '../rules'
import { words } from './words'

const extension = z.object({ until: day(), why: line(300) })
const release = z.object({ letGo: line(300) })

/** The end of a day in Brussels. */
const endOf = (iso: string): Date =>
  new Date(Temporal.PlainDate.from(iso).add({ days: 1 }).toZonedDateTime('Europe/Brussels').epochMilliseconds)

async function holdOf(c: Context<Env>): Promise<LiveHold> {
  const { p } = c.var
  const about = c.req.param('about') ?? ''
  const [row] = /^[0-9a-f-]{36}$/.test(about) ? await liveHolds(p.db, p.clock.now(), about) : []
  if (!row) throw missing()
  return row
}

async function holdPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []): Promise<Response> {
  const viewer = atDesk(c, may.holds)
  const { language: lang } = c.var
  const text = words(lang)
  const row = await holdOf(c)
  const field = fieldsOf(lang, typed, errors)
  const at = `/${lang}/desk/holds/${row.about_id}`
  return deskPage(
    c,
    viewer,
    { title: text.grounds[row.ground], errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk/holds`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.grounds[row.ground]}</h1>
      <Facts
        facts={[
          {
            label: text.what,
            value: row.holdings
              .filter(isHolding)
              .map((name) => holdingSaid(lang, name))
              .join('; '),
          },
          { label: text.rows, value: String(row.rows) },
          { label: text.people, value: String(row.people) },
          { label: text.since, value: <Time at={row.at} lang={lang} /> },
          { label: text.until, value: <Time at={row.until} lang={lang} /> },
          ...(row.silent_until ? [{ label: text.silent, value: dayIn(row.silent_until, lang) }] : []),
        ]}
      />
      <h2>{text.longer}</h2>
      <Form action={at} label={text.longer}>
        <DateInput {...field('until')} label={text.until} />
        <TextInput {...field('why')} label={text.reason} hint={text.reasonHint} />
        <Button>{text.longerAct}</Button>
      </Form>
      <h2>{text.release}</h2>
      <p class="measure">{text.releaseLead}</p>
      <Form action={`${at}/release`} label={text.release}>
        <TextInput {...field('letGo')} label={text.reason} hint={text.reasonHint} />
        <Button variant="danger">{text.release}</Button>
      </Form>
    </>,
  )
}

/** What is held back from erasure, and until when: put off or ended by staff, with a reason that the person reads; otherwise it ends by itself. */
export const holdPages = new Hono<Env>()
  .get('/desk/holds', async (c) => {
    const viewer = atDesk(c, may.holds)
    const { p, language: lang } = c.var
    const text = words(lang)
    const rows = await liveHolds(p.db, p.clock.now())
    return deskPage(
      c,
      viewer,
      { title: text.title },
      <>
        <h1>{text.title}</h1>
        <p class="measure">{text.lead}</p>
        {rows.length === 0 ? (
          <Empty drawing="keys" title={text.emptyTitle}>
            <p>{text.empty}</p>
          </Empty>
        ) : (
          <Table
            id="holds"
            caption={text.caption}
            columns={[{ title: text.why }, { title: text.what }, { title: text.rows, numeric: true }, { title: text.until }]}
            rows={rows.map((row) => [
              <a href={`/${lang}/desk/holds/${row.about_id}`}>{text.grounds[row.ground]}</a>,
              row.holdings
                .filter(isHolding)
                .map((name) => holdingSaid(lang, name))
                .join('; '),
              row.rows,
              <Time at={row.until} lang={lang} />,
            ])}
          />
        )}
      </>,
    )
  })
  .get('/desk/holds/:about', (c) => holdPage(c))
  .post('/desk/holds/:about', async (c) => {
    const viewer = atDesk(c, may.holds)
    const { p, language: lang } = c.var
    const row = await holdOf(c)
    const { typed } = await readForm(c)
    const text = words(lang)
    const checked = check(extension, typed, lang, text.errors)
    if (!checked.ok) return holdPage(c, typed, checked.errors)
    const { until, why: reason } = checked.values
    if (endOf(until) <= p.clock.now()) return holdPage(c, typed, [{ name: 'until', message: text.errors.until.past }])
    await p.db
      .transaction()
      .execute((trx) => holdUntil(p, trx, row.about_id, { until: endOf(until), reason, staff: viewer.personId }))
    return c.redirect(`/${lang}/desk/holds/${row.about_id}`, 303)
  })
  .post('/desk/holds/:about/release', async (c) => {
    const viewer = atDesk(c, may.holds)
    const { p, language: lang } = c.var
    const row = await holdOf(c)
    const { typed } = await readForm(c)
    const checked = check(release, typed, lang, words(lang).errors)
    if (!checked.ok) return holdPage(c, typed, checked.errors)
    const { letGo: reason } = checked.values
    await p.db
      .transaction()
      .execute((trx) => holdUntil(p, trx, row.about_id, { until: p.clock.now(), reason, staff: viewer.personId }))
    return c.redirect(`/${lang}/desk/holds`, 303)
  })
