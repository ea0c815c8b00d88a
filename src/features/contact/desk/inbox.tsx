import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, type Errors, errorOf, fieldsOf, lines, readForm, type Typed, typedOf } from '../../../platform/forms'
import { atDesk, type Env } from '../../../platform/http'
import { csvOf } from '../../../std/csv'
import type { Language } from '../../../std/words'
import { labelled } from '../../../std/written'
import { Button, Empty, ErrorSummary, Form as FormOf, Radios, Table, TextArea, Time } from '../../../ui'
import { deskPage, openForStaff } from '../../desk'
import type { Answers } from '../answers'
import { type Form, fieldsOfForm, formsOf, sayIn } from '../definition'
import { openedAnswers, titleOf } from '../entries'
import { entriesOf, latestEntries } from '../queries'
import { words } from '../words'
import { holdings } from './entry-page'
import { mayRead } from './queue'
import { StateTag } from './state'

/** So many are on the page: each goes within its 45 days. */
const shown = 200

type Line = { at: Date; email: string; answers: Answers }

/** A column for each question, whichever language it was asked in; what a form no longer asks stands together in the last one. */
function tableOf(form: Form, entries: readonly Line[], language: Language): string {
  const { columns } = words(language).desk
  const fields = fieldsOfForm(form).filter(({ kind }) => kind !== 'email')
  const lines = entries.map(({ at, email, answers }) => {
    const left = new Map(Object.entries(answers))
    const asked = fields.map(({ label }) => {
      const question = Object.values(label).find((one) => left.has(one)) ?? ''
      const answer = left.get(question) ?? ''
      left.delete(question)
      return answer
    })
    const others = [...left].map(([question, answer]) => `${labelled(question, language)} ${answer}`).join('\n')
    return [at.toISOString(), email, ...asked, others]
  })
  return csvOf([[columns.at, columns.email, ...fields.map(({ label }) => sayIn(language, label)), columns.other], ...lines])
}

async function formsPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const viewer = atDesk(c, mayRead)
  const { p, language: lang } = c.var
  const text = words(lang).desk
  const forms = formsOf(p.site)
  const latest = await latestEntries(p.db, shown)
  return deskPage(
    c,
    viewer,
    { title: text.queue, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.queue}</h1>
      {latest.length === 0 ? (
        <Empty drawing="letterbox" title={text.none}>
          <p>{text.noneYet}</p>
        </Empty>
      ) : (
        <Table
          id="entries"
          caption={text.latest(latest.length)}
          columns={[text.exportForm, text.stands, text.received].map((title) => ({ title }))}
          rows={latest.map((row) => [
            <a href={`/${lang}/desk/forms/${row.id}`}>{titleOf(p, row.form, lang)}</a>,
            <StateTag lang={lang} row={row} me={viewer.personId} />,
            <Time at={row.created_at} lang={lang} />,
          ])}
        />
      )}
      {forms.length > 0 && (
        <section class="flow">
          <h2>{text.export}</h2>
          <p class="measure">{text.exportLead}</p>
          <FormOf action={`/${lang}/desk/forms`}>
            <Radios
              lang={lang}
              name="form"
              label={text.exportForm}
              options={forms.map(({ slug, title }) => ({ value: slug, text: sayIn(lang, title) }))}
              value={typedOf(typed, 'form')}
              error={errorOf(errors, 'form')}
            />
            <TextArea
              {...fieldsOf(lang, typed, errors)('reason')}
              label={text.exportReason}
              hint={text.exportReasonHint}
              rows={2}
              maxlength={1000}
            />
            <Button icon="down">{text.exportAct}</Button>
          </FormOf>
        </section>
      )}
    </>,
  )
}

/** What came in lately; and all of one form as a file for a spreadsheet, only with a reason, which everybody in it can read. */
export const inboxPages = new Hono<Env>()
  .get('/desk/forms', (c) => formsPage(c))
  .post('/desk/forms', async (c) => {
    const viewer = atDesk(c, mayRead)
    const { p, language: lang } = c.var
    const forms = formsOf(p.site)
    const { typed } = await readForm(c)
    const fields = z.object({ form: choice(forms.map(({ slug }) => slug)), reason: lines(1000, 5) })
    const checked = check(fields, typed, lang, words(lang).desk.errors)
    if (!checked.ok) return formsPage(c, typed, checked.errors)
    const { reason } = checked.values
    const form = forms.find(({ slug }) => slug === checked.values.form)
    if (!form) return formsPage(c, typed, [])
    const rows = await entriesOf(p.db, form.slug)
    const people = rows.map(({ person_id }) => person_id)
    const keys = await p.vault.keys(p.db, people)
    // Of whose data are only stored, nothing is taken along.
    const opened = rows
      .map((row) => ({ row, held: keys.bind('entries', row) }))
      .filter(({ held }) => held.filled_in.may('correspondence'))
    await p.db.transaction().execute(async (trx) => {
      for (const { id, person_id: person } of opened.map(({ row }) => row))
        await openForStaff(p, trx, viewer, { person, purpose: 'correspondence', reason, holdings, about: id })
    })
    const entries = opened.map(
      ({ row, held }): Line => ({
        at: row.created_at,
        email: held.email?.open('correspondence') ?? '',
        answers: openedAnswers(held),
      }),
    )
    c.header('content-disposition', `attachment; filename="${form.slug}.csv"`)
    return c.body(tableOf(form, entries, lang), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
