import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Db } from '../../platform/db'
import {
  check,
  choice,
  type Errors,
  email,
  errorOf,
  fieldsOf,
  lines,
  readForm,
  type Typed,
  ticked,
  typedOf,
} from '../../platform/forms'
import { idOfSent, once } from '../../platform/forms/once'
import { stampNow } from '../../platform/forms/trap'
import { addressOf, type Env, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { unlessTooMany } from '../../platform/limits'
import { type ReportReason, type ReportTarget, registerWords } from '../../register'
import type { Language } from '../../std/words'
import { labelled } from '../../std/written'
import { Button, Checkboxes, ErrorSummary, Form, LinkButton, Notice, Radios, TextArea, TextInput } from '../../ui'
import { reportById } from './queries'
import { report } from './report'
import { words } from './words'

export const reportReasons = ['scam', 'discrimination', 'unlawful', 'wrong', 'abuse', 'other'] as const satisfies ReportReason[]

/** What a notice asks (Digital Services Act, article 16(2)): to be put into the schema of a form. Who is not signed in adds `contactField`. */
export const reportFields = {
  reason: choice(reportReasons),
  explanation: lines(4000, 10),
  goodFaith: ticked().refine((is) => is, 'goodFaith'),
}
export const contactField = { contact: email() }

type Given = {
  lang: Language
  action: string
  back: string
  target: ReportTarget
  /** An account answers to its own address; a visitor is asked for one. */
  signedIn: boolean
  /** When the page was made: the same on all pages after it that say what is wrong. */
  since: string
  typed?: Typed
  errors?: Errors
}

/** The form of a notice. It posts `reportFields`, and `contact` of who is not signed in. */
export const ReportForm = ({ lang, action, back, signedIn, since, typed, errors }: Given) => {
  const text = words(lang).report
  const field = fieldsOf(lang, typed, errors)
  return (
    <Form action={action} hidden={{ since }}>
      <Radios
        {...field('reason')}
        label={text.reason}
        options={reportReasons.map((value) => ({ value, ...text.reasons[value] }))}
      />
      <TextArea {...field('explanation')} {...text.explanation} maxlength={4000} />
      {!signedIn && (
        <TextInput
          {...field('contact')}
          type="email"
          autocomplete="email"
          spellcheck={false}
          {...text.contact}
          why={registerWords(lang).items.report.why}
        />
      )}
      <Checkboxes
        lang={lang}
        name="goodFaith"
        label={text.goodFaith.legend}
        values={typedOf(typed, 'goodFaith') ? ['1'] : []}
        error={errorOf(errors, 'goodFaith')}
        options={[{ value: '1', text: text.goodFaith.label }]}
      />
      <p class="soft">{text.whoSees}</p>
      <Button>{text.submit}</Button>
      <LinkButton variant="quiet" href={back}>
        {text.back}
      </LinkButton>
    </Form>
  )
}

/** What is reported: `about` and `note` are shown above the form, `back` is the page that one came from; `also` is done in the same transaction. */
export type Reported = {
  target: ReportTarget
  targetId: string
  about: Child
  note?: Child
  back: string
  also?: (db: Db) => Promise<void>
}

/** The page of a notice, for GET and POST of a path that the feature of the target mounts, once it has found the target for this visitor. */
export async function reportPage(c: Context<Env>, { target, targetId, about, note, back, also }: Reported): Promise<Response> {
  const { p, language, viewer } = c.var
  const text = words(language).report
  const action = new URL(c.req.url).pathname
  const form = (typed?: Typed, errors: Errors = [], status?: 429) => {
    const since = typedOf(typed, 'since') || stampNow(c)
    return page(
      c,
      { title: text.title[target], noindex: true, errors, ...(status ? { status } : {}) },
      <>
        <ErrorSummary lang={language} errors={errors} />
        <h1>{text.title[target]}</h1>
        <p>{text.lead}</p>
        <p>
          {labelled(text.about, language)} <strong>{about}</strong>
        </p>
        {note && <p>{note}</p>}
        <ReportForm {...{ lang: language, action, back, target, signedIn: viewer !== null, since, typed, errors }} />
      </>,
    )
  }
  if (c.req.method === 'GET' && c.req.query('sent') === undefined) return form()
  if (c.req.method === 'GET')
    return page(
      c,
      { title: text.sentTitle, noindex: true },
      <>
        <h1>{text.sentTitle}</h1>
        <Notice tone="success">
          <p>{text.sent}</p>
        </Notice>
        <p>{text.urgent}</p>
        <p>
          <LinkButton variant="secondary" href={back}>
            {text.back}
          </LinkButton>
        </p>
      </>,
    )

  const { typed } = await readForm(c)
  const fields = z.object(reportFields)
  const parsed = check(viewer ? fields : fields.extend(contactField), typed, language, words(language).errors)
  if (!parsed.ok) return form(typed, parsed.errors)
  const { values } = parsed
  const reporter = viewer?.personId ?? null
  const contact = 'contact' in values && typeof values.contact === 'string' ? values.contact : undefined
  const { reason, explanation } = values
  const notice = { target, targetId, reason, explanation, language, reporter, contact }
  const id = idOfSent(p, 'report', typedOf(typed, 'since') || randomUUID(), notice)
  const { wait } = await unlessTooMany(async () => {
    if (await reportById(p.db, id)) return
    await p.limits.count('report.network', networkOf(addressOf(c)), 30, 86_400)
    await once(p, id, reportById, async (trx) => {
      await report(p, trx, { ...notice, id })
      await also?.(trx)
    })
  })
  if (wait !== undefined) {
    c.header('retry-after', String(wait))
    return form(typed, [{ name: '', message: text.tooMany }], 429)
  }
  return c.redirect(`${action}?sent`, 303)
}
