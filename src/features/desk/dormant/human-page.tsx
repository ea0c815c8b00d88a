import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Platform } from '../../../platform/feature'
import { check, type Errors, fieldsOf, lines, optional, readForm, type Typed } from '../../../platform/forms'
import { type Env, missing, pathOf } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { idOfToken, tokenOf, tokenShape } from '../../../platform/links'
import { Button, ErrorSummary, Form, Notice, TextArea } from '../../../ui'
import { complain, ownDecision } from '../complaint'
import { decisionById } from '../queries'
import { words } from '../words'

const schema = z.object({ explanation: optional(lines(4000)) })

/** Where a human is asked to look at what a rule decided, without signing in: being signed in may be what one cannot. */
export const humanPath = (p: Platform, decision: string): string => `/human-look/${tokenOf(p, 'human look', decision)}`

async function found(c: Context<Env>) {
  const { p } = c.var
  const row = await decisionById(p.db, idOfToken(p, 'human look', c.req.param('token') ?? ''))
  if (!row?.automatic) throw missing()
  return ownDecision(p, p.db, row.id, row.person_id)
}

async function humanPage(c: Context<Env>, typed?: Typed, errors: Errors = []) {
  const { language: lang } = c.var
  const { complaint, open } = await found(c)
  const text = words(lang).complaint
  return page(
    c,
    { title: text.human.heading, noindex: true, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.human.heading}</h1>
      {complaint ? (
        <Notice tone="success" live={c.req.query('sent') !== undefined}>
          <p>{complaint.decision ? text.outcomes[complaint.decision] : text.waiting}</p>
        </Notice>
      ) : open ? (
        <>
          <p class="lead measure">{text.human.lead}</p>
          <Form action={pathOf(c)}>
            <TextArea
              {...fieldsOf(lang, typed, errors)('explanation')}
              label={text.human.label}
              hint={text.human.hint}
              maxlength={4000}
            />
            <Button>{text.human.submit}</Button>
          </Form>
        </>
      ) : (
        <p>{text.tooLate}</p>
      )}
    </>,
  )
}

const link = `/human-look/:token{${tokenShape}}`
/** Asking a human to look at what a rule decided, by the link in the mail that told of it. It says nothing of whom it is about. */
export const humanPages = new Hono<Env>()
  .get(link, (c) => humanPage(c))
  .post(link, async (c) => {
    const { p, language: lang } = c.var
    const { row } = await found(c)
    const { typed } = await readForm(c, 50_000)
    const { errors, human } = words(lang).complaint
    const checked = check(schema, typed, lang, errors)
    if (!checked.ok) return humanPage(c, typed, checked.errors)
    const explanation = checked.values.explanation ?? human.asked
    await p.db.transaction().execute((trx) => complain(p, trx, row.id, row.person_id, explanation))
    return c.redirect(`${pathOf(c)}?sent`, 303)
  })
