import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, day, type Errors, fieldsOf, lines, readForm } from '../../../platform/forms'
import { atDesk, type Env, missing } from '../../../platform/http'
import { dateIn, dayIn, dayOf } from '../../../std/written'
import { BackLink, Button, DateInput, ErrorSummary, Facts, Form, Notice, Tag, TextArea, Time } from '../../../ui'
import { colleagues, deskPage, nameOf, openedFor, openForStaff } from '../../desk'
import { whoIsAt } from '../asks'
import { requestById, stepsOf } from '../queries'
import { answer, extend, note } from '../requests'
import { daysLeft, endOf, latest, mayAnswer, urgency } from '../rules'
import { words } from '../words'
import { Acts, type Again } from './acts-view'

export const holdings = ['request.desk'] as const
const longest = 4000

/** The request of the path. Throws a refusal (404) when there is none. */
export async function requestOf(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  const row = /^[0-9a-f-]{36}$/.test(id) ? await requestById(c.var.p.db, id) : undefined
  if (!row) throw missing()
  return row
}
export type Row = Awaited<ReturnType<typeof requestOf>>

/** Who did what about it, and when. */
async function Steps({ c, row }: { c: Context<Env>; row: Row }) {
  const { p, language: lang } = c.var
  const text = words(lang).desk
  const steps = await stepsOf(p.db, row.id)
  if (steps.length === 0) return null
  const names = new Map((await colleagues(p, p.db)).map((one) => [one.person, nameOf(one, text.colleague)]))
  return (
    <>
      <h2>{text.steps}</h2>
      <ul>
        {steps.map(({ step, staff_id, at }) => (
          <li>
            <Time at={at} lang={lang} /> {names.get(staff_id ?? '') ?? text.colleague}, {text.did[step]}
          </li>
        ))}
      </ul>
    </>
  )
}

type FormProps = { c: Context<Env>; row: Row; again: Again | undefined }

const templateNames = ['done', 'copy', 'ask', 'refused'] as const

/** The answer, begun with a template in the language of who asked. */
const AnswerForm = ({ c, row, again }: FormProps) => {
  const { language: lang } = c.var
  const text = words(lang).desk
  const mine = again?.of === 'answer'
  const field = fieldsOf(lang, mine ? again.typed : {}, mine ? again.errors : [])
  const chosen = templateNames.find((name) => name === c.req.query('template'))
  const begun = chosen && words(row.language).templates[chosen](dateIn(row.created_at, row.language))
  const at = `/${lang}/desk/requests/${row.id}`
  return (
    <>
      <h2 id="answering">{text.answer}</h2>
      <p>
        {text.begin}{' '}
        {templateNames.map((name, n) => (
          <>
            {n > 0 && ' · '}
            <a href={`${at}?template=${name}#answering`}>{text.templates[name]}</a>
          </>
        ))}
      </p>
      <Form action={at}>
        <TextArea
          {...field('answer')}
          value={field('answer').value ?? begun}
          label={text.answerLabel}
          hint={text.answerHint(new Intl.DisplayNames(lang, { type: 'language' }).of(row.language) ?? row.language)}
          rows={10}
          maxlength={longest}
        />
        <Button>{text.answerAct}</Button>
      </Form>
    </>
  )
}

/** Putting the answer off: until when, and why, which the person is told. */
const ExtensionForm = ({ c, row, again }: FormProps) => {
  const { language: lang } = c.var
  const text = words(lang).desk
  const mine = again?.of === 'extension'
  const field = fieldsOf(lang, mine ? again.typed : {}, mine ? again.errors : [])
  return (
    <>
      <h2>{text.extend}</h2>
      <p class="measure">{text.extendLead(dayIn(latest(row.created_at), lang))}</p>
      <Form action={`/${lang}/desk/requests/${row.id}/extension`}>
        <DateInput {...field('until')} label={text.until} />
        <TextArea {...field('reason')} label={text.reason} hint={text.reasonHint} rows={3} maxlength={1000} />
        <Button variant="secondary">{text.extendAct}</Button>
      </Form>
    </>
  )
}

/** The page of one request. */
export async function requestPage(c: Context<Env>, row: Row, again?: Again): Promise<Response> {
  const viewer = atDesk(c, mayAnswer)
  const { p, language: lang } = c.var
  const { desk: text, kinds } = words(lang)
  const now = p.clock.now()
  const state = row.closed_at ? 'closed' : urgency(row.answer_by, now)
  const read = await openedFor(p, p.db, viewer, row.person_id, holdings, row.id)
  const held = (await p.vault.keys(p.db, [row.person_id])).bind('requests', row)
  const address = held.email?.open('requests')
  const hasAccount = !address || (await whoIsAt(p, p.db, address)).account !== undefined
  const errors = again?.errors ?? []
  return deskPage(
    c,
    viewer,
    { title: kinds[row.kind].text, errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk?kind=requests`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{kinds[row.kind].text}</h1>
      <p>
        {state === 'closed' && <Tag tone="success">{text.closed}</Tag>}
        {state === 'late' && <Tag tone="danger">{text.late}</Tag>}
        {(state === 'soon' || state === 'calm') && (
          <Tag tone={state === 'soon' ? 'warning' : 'plain'}>{text.left(daysLeft(row.answer_by, now))}</Tag>
        )}
      </p>
      <Facts
        facts={[
          { label: text.received, value: <Time at={row.created_at} lang={lang} /> },
          { label: text.answerBy, value: <Time at={row.answer_by} lang={lang} /> },
          { label: text.from, value: row.email ? text.mailbox : text.account },
          ...(row.closed_at ? [{ label: text.closed, value: <Time at={row.closed_at} lang={lang} /> }] : []),
        ]}
      />
      {read ? (
        <>
          <h2>{text.said}</h2>
          <p class="as-typed">{held.body.open('requests')}</p>
          {held.extension && (
            <>
              <h2>{text.reason}</h2>
              <p class="as-typed">{held.extension.open('requests')}</p>
            </>
          )}
          {held.answer && (
            <>
              <h2>{text.answer}</h2>
              <p class="as-typed">{held.answer.open('requests')}</p>
            </>
          )}
          {!row.closed_at && (
            <>
              <Acts c={c} id={row.id} again={again} account={hasAccount} />
              <AnswerForm c={c} row={row} again={again} />
              <ExtensionForm c={c} row={row} again={again} />
            </>
          )}
        </>
      ) : (
        <>
          <Notice tone="info">
            <p>{text.sealed}</p>
          </Notice>
          <Form action={`/${lang}/desk/requests/${row.id}/reading`}>
            <Button icon="lock">{text.read}</Button>
          </Form>
        </>
      )}
      <Steps c={c} row={row} />
    </>,
  )
}

/** A request that is still to be answered, for an act. Throws a refusal (404). */
export async function openRequest(c: Context<Env>): Promise<Row> {
  const row = await requestOf(c)
  if (row.closed_at) throw missing()
  return row
}

/** The rights desk: a request is read, answered or put off, and all of it written down. */
export const requestPages = new Hono<Env>()
  .get('/desk/requests/:id', async (c) => {
    atDesk(c, mayAnswer)
    return requestPage(c, await requestOf(c))
  })
  .post('/desk/requests/:id/reading', async (c) => {
    const viewer = atDesk(c, mayAnswer)
    const { p, language: lang } = c.var
    const row = await requestOf(c)
    await p.db.transaction().execute(async (trx) => {
      await openForStaff(p, trx, viewer, {
        person: row.person_id,
        purpose: 'requests',
        reason: words(lang).desk.readReason,
        holdings,
        about: row.id,
      })
      await note(p, trx, row, viewer, 'read')
    })
    return c.redirect(`/${lang}/desk/requests/${row.id}`, 303)
  })
  .post('/desk/requests/:id', async (c) => {
    const viewer = atDesk(c, mayAnswer)
    const { p, language: lang } = c.var
    const row = await openRequest(c)
    const { typed } = await readForm(c)
    const checked = check(z.object({ answer: lines(longest, 2) }), typed, lang, words(lang).errors)
    if (!checked.ok) return requestPage(c, row, { typed, errors: checked.errors, of: 'answer' })
    await answer(p, viewer, row.id, checked.values.answer)
    return c.redirect(`/${lang}/desk?kind=requests`, 303)
  })
  .post('/desk/requests/:id/extension', async (c) => {
    const viewer = atDesk(c, mayAnswer)
    const { p, language: lang } = c.var
    const row = await openRequest(c)
    const { typed } = await readForm(c)
    const { errors: said } = words(lang)
    const checked = check(z.object({ until: day(), reason: lines(1000, 5) }), typed, lang, said)
    const again = (errors: Errors) => requestPage(c, row, { typed, errors, of: 'extension' })
    if (!checked.ok) return again(checked.errors)
    const { until, reason } = checked.values
    if (until <= dayOf(row.answer_by) || until > latest(row.created_at))
      return again([{ name: 'until', message: said.until.range }])
    await extend(p, viewer, row.id, { until: endOf(until), reason })
    return c.redirect(`/${lang}/desk/requests/${row.id}`, 303)
  })
