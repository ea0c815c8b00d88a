import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, fieldsOf, lines, readForm, type Typed } from '../../../platform/forms'
import { atDesk, documentAnswer, type Env, missing } from '../../../platform/http'
import { dateIn } from '../../../std/written'
import { BackLink, Button, ButtonRow, ErrorSummary, Facts, Form, Notice, Select, SummaryList, TextArea, Time } from '../../../ui'
import { colleagues, deskPage, nameOf, openedFor, openForStaff } from '../../desk'
import { answer, entryOf, fileOf, filesOf, openedAnswers, titleOf } from '../entries'
import { goesOn } from '../mails'
import { updateEntry } from '../queries'
import { words } from '../words'
import { mayRead } from './queue'
import { StateTag } from './state'

export const holdings = ['answers.form', 'email.form'] as const
const longest = 4000

async function entryHere(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  const found = /^[0-9a-f-]{36}$/.test(id) ? await entryOf(c.var.p, c.var.p.db, id) : undefined
  if (!found) throw missing()
  return found
}

async function entryPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const viewer = atDesk(c, mayRead)
  const { p, language: lang } = c.var
  const { row, held } = await entryHere(c)
  const text = words(lang).desk
  const at = `/${lang}/desk/forms/${row.id}`
  const read = await openedFor(p, p.db, viewer, row.person_id, holdings, row.id)
  const files = read ? await filesOf(p, p.db, row) : []
  const staff = await colleagues(p, p.db)
  const names = new Map(staff.map((one) => [one.person, nameOf(one, text.colleague)]))
  const others = othersOf(staff, viewer.personId)
  const title = titleOf(p, row.form, lang)
  const field = fieldsOf(lang, typed, errors)
  return deskPage(
    c,
    viewer,
    { title, errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk/forms`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{title}</h1>
      <p>
        <StateTag lang={lang} row={row} me={viewer.personId} />
      </p>
      {!row.mailed_at && <Notice tone="warning">{text.notMailed}</Notice>}
      <Facts
        facts={[
          { label: text.received, value: <Time at={row.created_at} lang={lang} /> },
          ...(row.mailed_at ? [{ label: text.mailed, value: <Time at={row.mailed_at} lang={lang} /> }] : []),
          { label: text.goes, value: dateIn(goesOn(row.created_at), lang) },
          { label: text.language, value: new Intl.DisplayNames(lang, { type: 'language' }).of(row.language) ?? row.language },
          { label: text.assigned, value: row.assigned_to ? (names.get(row.assigned_to) ?? text.colleague) : text.nobody },
        ]}
      />
      {read ? (
        <>
          <h2>{text.said}</h2>
          <SummaryList
            lang={lang}
            rows={[
              ...(held.email ? [{ label: text.from, value: held.email.open('correspondence') }] : []),
              ...Object.entries(openedAnswers(held)).map(([label, value]) => ({
                label,
                value: <span class="copy-text">{value}</span>,
              })),
            ]}
          />
          {files.length > 0 && (
            <>
              <h2>{text.files}</h2>
              <ul>
                {files.map(({ id, name }) => (
                  <li>
                    <a href={`${at}/files/${id}`} download>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          {held.answer && (
            <>
              <h2>{text.answer}</h2>
              <p class="as-typed">{held.answer.open('correspondence')}</p>
            </>
          )}
          {(!held.answer || errors.length > 0) && held.email && (
            <Form action={`${at}/answer`}>
              <TextArea
                {...field('answer')}
                label={text.answerLabel}
                hint={text.answerHint(new Intl.DisplayNames(lang, { type: 'language' }).of(row.language) ?? row.language)}
                rows={8}
                maxlength={longest}
              />
              <Button>{text.answerAct}</Button>
            </Form>
          )}
          {!held.email && <p class="soft">{text.noAddress}</p>}
        </>
      ) : (
        <>
          <Notice tone="info">{text.sealed}</Notice>
          <Form action={`${at}/reading`}>
            <Button icon="lock">{text.read}</Button>
          </Form>
        </>
      )}
      {!row.answer && (
        <Form action={at}>
          <ButtonRow>
            <Button variant="secondary" name="act" value={row.assigned_to === viewer.personId ? 'leave' : 'take'}>
              {row.assigned_to === viewer.personId ? text.leave : text.take}
            </Button>
            <Button variant="secondary" name="act" value={row.done_at ? 'again' : 'done'}>
              {row.done_at ? text.again : text.done}
            </Button>
          </ButtonRow>
        </Form>
      )}
      {!row.answer && others.length > 0 && (
        <Form action={at} hidden={{ act: 'hand' }} label={text.hand}>
          <Select
            lang={lang}
            name="to"
            label={text.handTo}
            value={row.assigned_to ?? undefined}
            options={others.map(({ person }) => ({ value: person, text: names.get(person) ?? text.colleague }))}
          />
          <Button variant="secondary">{text.hand}</Button>
        </Form>
      )}
    </>,
  )
}

/** Who else may take it. */
const othersOf = (staff: Awaited<ReturnType<typeof colleagues>>, me: string) =>
  staff.filter(({ person, role }) => person !== me && mayRead.some((one) => one === role))

const acts = ['take', 'leave', 'done', 'again', 'hand'] as const

/** What came in with a form, at the desk: read, taken, answered, done. */
export const entryPages = new Hono<Env>()
  .get('/desk/forms/:id', (c) => entryPage(c))
  .post('/desk/forms/:id', async (c) => {
    const viewer = atDesk(c, mayRead)
    const { p, language: lang } = c.var
    const { row } = await entryHere(c)
    const { typed } = await readForm(c)
    const act = acts.find((one) => one === typed.act)
    const to = othersOf(await colleagues(p, p.db), viewer.personId).find(({ person }) => person === typed.to)
    const changes = {
      take: { assigned_to: viewer.personId },
      leave: { assigned_to: null },
      done: { done_at: p.clock.now() },
      again: { done_at: null },
      hand: { assigned_to: to?.person ?? row.assigned_to },
    }
    if (act) await updateEntry(p.db, row.id, changes[act])
    return c.redirect(act === 'done' ? `/${lang}/desk?kind=forms` : `/${lang}/desk/forms/${row.id}`, 303)
  })
  .post('/desk/forms/:id/reading', async (c) => {
    const viewer = atDesk(c, mayRead)
    const { p, language: lang } = c.var
    const { row } = await entryHere(c)
    const reason = words(lang).desk.readReason
    await openForStaff(p, p.db, viewer, {
      person: row.person_id,
      purpose: 'correspondence',
      reason,
      holdings,
      about: row.id,
    })
    return c.redirect(`/${lang}/desk/forms/${row.id}`, 303)
  })
  .get('/desk/forms/:id/files/:file', async (c) => {
    const viewer = atDesk(c, mayRead)
    const { p, language: lang } = c.var
    const { row } = await entryHere(c)
    const read = await openedFor(p, p.db, viewer, row.person_id, holdings, row.id)
    // There one says that one reads it.
    if (!read) return c.redirect(`/${lang}/desk/forms/${row.id}`, 303)
    const id = z.uuid().safeParse(c.req.param('file'))
    const url = id.success ? await fileOf(p, p.db, row, id.data) : undefined
    if (!url) throw missing()
    return documentAnswer(c, url, `${row.form}-${id.data}`)
  })
  .post('/desk/forms/:id/answer', async (c) => {
    const viewer = atDesk(c, mayRead)
    const { p, language: lang } = c.var
    const { row } = await entryHere(c)
    const { typed } = await readForm(c)
    const checked = check(z.object({ answer: lines(longest, 2) }), typed, lang, words(lang).desk.errors)
    if (!checked.ok) return entryPage(c, typed, checked.errors)
    if (!(await answer(p, viewer, row.id, checked.values.answer)))
      return entryPage(c, typed, [{ name: 'answer', message: words(lang).desk.answeredMeanwhile }])
    return c.redirect(`/${lang}/desk?kind=forms`, 303)
  })
