import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { DeskQueue } from '../../../platform/feature'
import { check, choice, type Errors, errorOf, readForm } from '../../../platform/forms'
import { atDesk, type Env, missing } from '../../../platform/http'
import { tellingById, tellsItself, toldBy, waitingTellings } from '../../../privacy'
import { registerWords } from '../../../register'
import { labelled } from '../../../std/written'
import { BackLink, Button, Checkboxes, ErrorSummary, Facts, Form, Time } from '../../../ui'
import { deskPage, openedFor, openForStaff } from '../../desk'
import { answerBy, daysLeft, mayAnswer, urgency } from '../rules'
import { words } from '../words'

const holdings = ['email.telling'] as const

async function tellingOf(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  const row = /^[0-9a-f-]{36}$/.test(id) ? await tellingById(c.var.p.db, id) : undefined
  if (!row) throw missing()
  return row
}

/** Recipients that are still to be told: by staff, where no program does it. */
export const tellingQueue: DeskQueue = {
  kind: 'tellings',
  name: (language) => words(language).tellings.queue,
  roles: mayAnswer,
  async queue(p, db, language) {
    const { tellings: text, desk } = words(language)
    const now = p.clock.now()
    return (await waitingTellings(db)).map(({ id, recipient, change, created_at }) => ({
      id,
      title: `${labelled(registerWords(language).recipients[recipient].name, language)} ${text.changes[change]}`,
      since: created_at,
      href: `/${language}/desk/tellings/${id}`,
      state: {
        text: desk.left(daysLeft(answerBy(created_at), now)),
        tone: urgency(answerBy(created_at), now) === 'calm' ? 'plain' : 'warning',
      },
    }))
  },
}

async function tellingPage(c: Context<Env>, errors: Errors = []) {
  const viewer = atDesk(c, mayAnswer)
  const { p, language: lang } = c.var
  const row = await tellingOf(c)
  const text = words(lang).tellings
  const opened = await openedFor(p, p.db, viewer, row.person_id, holdings, row.id)
  const { email } = (await p.vault.keys(p.db, [row.person_id])).bind('tellings', row)
  const at = `/${lang}/desk/tellings/${row.id}`
  return deskPage(
    c,
    viewer,
    { title: text.title, errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk?kind=tellings`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="measure">{text.lead}</p>
      {tellsItself(p, row.recipient) && <p class="measure">{text.itself}</p>}
      <Facts
        facts={[
          { label: text.recipient, value: registerWords(lang).recipients[row.recipient].name },
          { label: text.change, value: text.changes[row.change] },
          { label: text.since, value: <Time lang={lang} at={row.created_at} /> },
          ...(opened ? [{ label: text.address, value: email.open('requests') }] : []),
        ]}
      />
      {!opened && (
        <Form action={`${at}/reading`}>
          <Button variant="secondary" icon="lock">
            {text.show}
          </Button>
        </Form>
      )}
      <Form action={`${at}/told`}>
        <Checkboxes
          lang={lang}
          name="sure"
          label={text.sureLabel}
          options={[{ value: 'yes', text: text.sure }]}
          error={errorOf(errors, 'sure')}
        />
        <Button>{text.told}</Button>
      </Form>
      <p class="soft small">{text.after}</p>
    </>,
  )
}

/** One recipient to be told what became of somebody's data, and the button that says that it is. */
export const tellingPages = new Hono<Env>()
  .get('/desk/tellings/:id', (c) => tellingPage(c))
  .post('/desk/tellings/:id/reading', async (c) => {
    const viewer = atDesk(c, mayAnswer)
    const { p, language: lang } = c.var
    const row = await tellingOf(c)
    const { person_id: person, id: about } = row
    await openForStaff(p, p.db, viewer, { person, purpose: 'requests', reason: words(lang).tellings.title, holdings, about })
    return c.redirect(`/${lang}/desk/tellings/${row.id}`, 303)
  })
  .post('/desk/tellings/:id/told', async (c) => {
    atDesk(c, mayAnswer)
    const row = await tellingOf(c)
    const { typed } = await readForm(c)
    const { language: lang } = c.var
    const checked = check(z.object({ sure: choice(['yes']) }), typed, lang, {
      sure: { choose: words(lang).tellings.sureMissing },
    })
    if (!checked.ok) return tellingPage(c, checked.errors)
    await toldBy(c.var.p, 'staff', row)
    return c.redirect(`/${lang}/desk?kind=tellings`, 303)
  })
