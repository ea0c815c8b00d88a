import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { DeskQueue } from '../../../platform/feature'
import { check, choice, type Errors, errorOf, fieldsOf, lines, readForm, type Typed, typedOf } from '../../../platform/forms'
import { atDesk, type Env, missing } from '../../../platform/http'
import { decideObjection, objectionById, waitingObjections } from '../../../privacy'
import { registerWords } from '../../../register'
import { BackLink, Button, ErrorSummary, Facts, Form, Radios, TextArea, Time } from '../../../ui'
import { deskPage } from '../desk-page'
import { openedFor, openForStaff } from '../opening'
import { may } from '../rules'
import { words } from './words'

const form = z.object({ decision: choice(['grant', 'refuse']), answer: lines(4000) })
const holdings = ['objection.asked'] as const

async function waiting(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  const row = /^[0-9a-f-]{36}$/.test(id) ? await objectionById(c.var.p, id) : undefined
  if (!row || row.decided_at) throw missing()
  return row
}
type Row = Awaited<ReturnType<typeof waiting>>

/** What the person gave as reason, once it is written down that it was read. */
async function Reason({ c, row }: { c: Context<Env>; row: Row }) {
  const { p, language: lang } = c.var
  const text = words(lang).page
  if (!row.reason) return <p>{text.none}</p>
  const { reason } = (await p.vault.keys(p.db, [row.person_id])).bind('objections', row)
  if (!reason?.may('accountability')) return <p>{text.locked}</p>
  if (await openedFor(p, p.db, atDesk(c, may.objections), row.person_id, holdings, row.id))
    return <p class="as-typed">{reason.open('accountability')}</p>
  return (
    <Form action={`/${lang}/desk/objections/${row.id}/reading`}>
      <Button variant="secondary" icon="lock">
        {text.read}
      </Button>
    </Form>
  )
}

async function objectionPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []): Promise<Response> {
  const viewer = atDesk(c, may.objections)
  const { language: lang } = c.var
  const row = await waiting(c)
  const { page: text, item } = words(lang)
  const { name, what } = registerWords(lang).purposes[row.purpose]
  const field = fieldsOf(lang, typed, errors)
  return deskPage(
    c,
    viewer,
    { title: item(name), errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{item(name)}</h1>
      <p>{what}</p>
      <Facts
        facts={[
          { label: text.since, value: <Time at={row.at} lang={lang} /> },
          { label: text.now, value: row.stops ? text.stops : text.goesOn },
        ]}
      />
      <Reason c={c} row={row} />
      <p class="measure">{text.weigh}</p>
      <Form action={`/${lang}/desk/objections/${row.id}`}>
        <Radios
          lang={lang}
          name="decision"
          label={text.decision}
          options={(['grant', 'refuse'] as const).map((value) => ({ value, text: text[value] }))}
          value={typedOf(typed, 'decision')}
          error={errorOf(errors, 'decision')}
        />
        <TextArea {...field('answer')} label={text.answer} hint={text.answerHint} rows={4} maxlength={4000} />
        <Button>{text.act}</Button>
      </Form>
    </>,
  )
}

export const objectionQueue: DeskQueue = {
  kind: 'objections',
  name: (language) => words(language).queue,
  roles: may.objections,
  queue: async (p, _db, language) =>
    (await waitingObjections(p)).map(({ id, purpose, at }) => ({
      id,
      title: words(language).item(registerWords(language).purposes[purpose].name),
      since: at,
      href: `/${language}/desk/objections/${id}`,
    })),
}

/** The officer weighs an objection: GDPR article 21(1). */
export const objectionPages = new Hono<Env>()
  .get('/desk/objections/:id', (c) => objectionPage(c))
  .post('/desk/objections/:id/reading', async (c) => {
    const viewer = atDesk(c, may.objections)
    const { p, language: lang } = c.var
    const row = await waiting(c)
    const reason = words(lang).page.readReason
    await openForStaff(p, p.db, viewer, { person: row.person_id, purpose: 'accountability', reason, holdings, about: row.id })
    return c.redirect(`/${lang}/desk/objections/${row.id}`, 303)
  })
  .post('/desk/objections/:id', async (c) => {
    atDesk(c, may.objections)
    const { p, language: lang } = c.var
    const row = await waiting(c)
    const { typed } = await readForm(c)
    const checked = check(form, typed, lang, words(lang).page.errors)
    if (!checked.ok) return objectionPage(c, typed, checked.errors)
    const { decision, answer } = checked.values
    await decideObjection(p, row.id, { stops: decision === 'grant', answer })
    return c.redirect(`/${lang}/desk`, 303)
  })
