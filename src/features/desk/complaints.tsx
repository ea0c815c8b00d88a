import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, type Errors, fieldsOf, lines, readForm, type Typed } from '../../platform/forms'
import { atDesk, type Env, missing } from '../../platform/http'
import { labelled } from '../../std/written'
import { Button, ErrorSummary, Facts, Form, Notice, Radios, Tag, TextArea, Time } from '../../ui'
import { maySettle, settle } from './complaint'
import { targetOf } from './decide'
import { deskPage } from './desk-page'
import { referenceOf } from './mails'
import { openedFor, openForStaff } from './opening'
import { complaintById, decisionById } from './queries'
import { may } from './rules'
import { words } from './words'

const outcomes = ['upheld', 'reversed'] as const
const schema = z.object({ decision: choice(outcomes), reason: lines(2000, 10) })
const holdings = ['complaint.notice', 'decision.notice'] as const

async function found(c: Context<Env>) {
  const viewer = atDesk(c, may.reports)
  const { p } = c.var
  const id = c.req.param('id') ?? ''
  const row = /^[0-9a-f-]{36}$/.test(id) ? await complaintById(p.db, id) : undefined
  const against = row && (await decisionById(p.db, row.decision_id))
  if (!row || !against) throw missing()
  return { viewer, row, against, involved: !(await maySettle(p.db, viewer, row, against)) }
}
type Found = Awaited<ReturnType<typeof found>>

async function Texts({ c, of }: { c: Context<Env>; of: Found }) {
  const { p, language: lang } = c.var
  const { row, against, viewer } = of
  const { complaint: text, notice } = words(lang)
  if (!(await openedFor(p, p.db, viewer, row.person_id, holdings, row.id)))
    return (
      <Form action={`/${lang}/desk/complaints/${row.id}/reading`}>
        <Button icon="document">{text.read}</Button>
        <p class="soft small">{text.readHint}</p>
      </Form>
    )
  const keys = await p.vault.keys(p.db, [row.person_id])
  const held = keys.bind('complaints', row)
  return (
    <>
      <p class="as-typed">{held.explanation.open('moderation')}</p>
      <h3>{text.facts}</h3>
      <p class="as-typed">{keys.bind('decisions', against).facts.open('moderation')}</p>
      {held.decision_reason && (
        <p class="as-typed">
          <strong>{labelled(notice.decide.reason.label, lang)}</strong> {held.decision_reason.open('moderation')}
        </p>
      )}
    </>
  )
}

async function complaintPage(c: Context<Env>, of: Found, typed?: Typed, errors: Errors = []) {
  const { p, language: lang } = c.var
  const { row, against, viewer, involved } = of
  const { complaint: text, desk, grounds, notice } = words(lang)
  const about = await targetOf(p, against.target)?.describe(p, p.db, against.target_id, lang)
  const done = { done: text.done, already: notice.already }[c.req.query('decision') ?? '']
  const field = fieldsOf(lang, typed, errors)
  return deskPage(
    c,
    viewer,
    { title: text.deskTitle, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.deskTitle}</h1>
      {done && (
        <Notice tone="success" live>
          <p>{done}</p>
        </Notice>
      )}
      <Facts
        facts={[
          {
            label: notice.about,
            value: (
              <>
                {labelled(desk.targets[against.target], lang)}{' '}
                {about?.href ? <a href={about.href}>{about.title}</a> : (about?.title ?? notice.gone)}
              </>
            ),
          },
          { label: text.decision, value: notice.decisions[against.decision] },
          { label: text.ground, value: grounds[against.ground] },
          { label: notice.received, value: <Time at={row.created_at} lang={lang} /> },
          { label: notice.number, value: referenceOf(against.id) },
        ]}
      />
      <h2>{text.yours}</h2>
      <Texts c={c} of={of} />
      {row.decision && row.decided_at ? (
        <>
          <h2>{notice.decided}</h2>
          <p>
            <Tag tone="success">{text.decide[row.decision].text}</Tag> <Time at={row.decided_at} lang={lang} />
          </p>
        </>
      ) : (
        <>
          <h2>{notice.decide.title}</h2>
          {involved ? (
            <p>{notice.self}</p>
          ) : (
            <Form action={`/${lang}/desk/complaints/${row.id}/decision`}>
              <Radios
                {...field('decision')}
                label={notice.decide.label}
                options={outcomes.map((value) => ({ value, ...text.decide[value] }))}
              />
              <TextArea {...field('reason')} {...text.reason} rows={4} maxlength={2000} />
              <Button>{notice.decide.submit}</Button>
            </Form>
          )}
        </>
      )}
    </>,
  )
}

/** The part of the desk where complaints are decided, by somebody else than who decided first where there is somebody. */
export const complaintPages = new Hono<Env>()
  .get('/desk/complaints/:id', async (c) => complaintPage(c, await found(c)))
  .post('/desk/complaints/:id/reading', async (c) => {
    const { viewer, row } = await found(c)
    const { p, language } = c.var
    await openForStaff(p, p.db, viewer, {
      person: row.person_id,
      purpose: 'moderation',
      reason: words(language).complaint.readReason,
      holdings,
      about: row.id,
    })
    return c.redirect(`/${language}/desk/complaints/${row.id}`, 303)
  })
  .post('/desk/complaints/:id/decision', async (c) => {
    const of = await found(c)
    const { p, language } = c.var
    if (of.involved) throw missing()
    const { typed } = await readForm(c)
    const checked = check(schema, typed, language, words(language).notice.errors)
    if (!checked.ok) return complaintPage(c, of, typed, checked.errors)
    const settled = await settle(p, of.viewer, of.row.id, checked.values)
    return c.redirect(`/${language}/desk/complaints/${of.row.id}?decision=${settled ? 'done' : 'already'}`, 303)
  })
