import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, fieldsOf, lines, optional, readForm, type Typed } from '../../platform/forms'
import { type Env, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { registerWords } from '../../register'
import { Button, ErrorSummary, Facts, Form, Notice, TextArea, Time } from '../../ui'
import { complain, ownDecision } from './complaint'
import { targetOf } from './decide'
import { referenceOf } from './mails'
import { complainUntil } from './rules'
import { words } from './words'

const schema = z.object({ explanation: lines(4000, 10) })
const request = z.object({ explanation: optional(lines(4000)) })

const found = (c: Context<Env>) => ownDecision(c.var.p, c.var.p.db, c.req.param('id') ?? '', signedIn(c).personId)

/** What was decided about something of the reader, why, and what they can do about it. */
async function decisionPage(c: Context<Env>, typed?: Typed, errors: Errors = []) {
  const { p, language: lang } = c.var
  const { row, complaint, open } = await found(c)
  const { complaint: text, desk, grounds, notice, mails } = words(lang)
  const keys = await p.vault.keys(p.db, [row.person_id])
  const answer = complaint && keys.bind('complaints', complaint)
  const about = await targetOf(p, row.target)?.describe(p, p.db, row.target_id, lang)
  const field = fieldsOf(lang, typed, errors)
  return page(
    c,
    { title: text.title, noindex: true, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <Facts
        facts={[
          { label: notice.about, value: `${desk.targets[row.target]}${about ? `: ${about.title}` : ''}` },
          { label: text.decision, value: notice.decisions[row.decision] },
          { label: text.by, value: row.automatic ? text.computer : text.person },
          { label: text.ground, value: grounds[row.ground] },
          { label: text.facts, value: <span class="as-typed">{keys.bind('decisions', row).facts.open('moderation')}</span> },
          { label: notice.decided, value: <Time at={row.decided_at} lang={lang} /> },
          { label: notice.number, value: referenceOf(row.id) },
        ]}
      />
      <h2>{row.automatic ? text.human.heading : text.heading}</h2>
      {complaint && answer ? (
        <>
          {complaint.decision ? (
            <Notice tone={complaint.decision === 'reversed' ? 'success' : 'info'} title={text.outcomes[complaint.decision]}>
              <p>
                {mails.complaint.looked[row.automatic ? 'human' : complaint.decided_by === row.decided_by ? 'same' : 'other']}
              </p>
              <p class="as-typed">{answer.decision_reason?.open('moderation')}</p>
            </Notice>
          ) : (
            <Notice tone="success" live={c.req.query('sent') !== undefined}>
              <p>{text.waiting}</p>
            </Notice>
          )}
          <h3>{text.yours}</h3>
          <p class="as-typed">{answer.explanation.open('moderation')}</p>
        </>
      ) : open ? (
        <>
          <p class="measure">{row.automatic ? text.human.lead : text.lead}</p>
          <p>
            {text.until} <Time at={complainUntil(row.decided_at)} lang={lang} />
          </p>
          <Form action={`/${lang}/decisions/${row.id}`}>
            <TextArea
              {...field('explanation')}
              {...(row.automatic ? { label: text.human.label, hint: text.human.hint } : text.explanation)}
              why={registerWords(lang).items.complaint.why}
              maxlength={4000}
            />
            <Button>{row.automatic ? text.human.submit : text.submit}</Button>
          </Form>
        </>
      ) : (
        <p>{text.tooLate}</p>
      )}
      <p class="soft">{text.elsewhere}</p>
    </>,
  )
}

/** The page that a statement of reasons links to, for who it is about. */
export const decisionPages = new Hono<Env>()
  .get('/decisions/:id', (c) => decisionPage(c))
  .post('/decisions/:id', async (c) => {
    const { p, language } = c.var
    const { row } = await found(c)
    const { typed } = await readForm(c, 50_000)
    const { errors, human } = words(language).complaint
    // Who asks for a human to look need not say why.
    const checked = check(row.automatic ? request : schema, typed, language, errors)
    if (!checked.ok) return decisionPage(c, typed, checked.errors)
    const explanation = checked.values.explanation ?? human.asked
    await p.db.transaction().execute((trx) => complain(p, trx, row.id, row.person_id, explanation))
    return c.redirect(`/${language}/decisions/${row.id}?sent`, 303)
  })
