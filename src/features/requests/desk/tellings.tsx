import { type Context, Hono } from 'hono'
import type { DeskQueue } from '../../../platform/feature'
import type { Errors } from '../../../platform/forms'
import { atDesk, type Env, missing } from '../../../platform/http'
import { tellingById, tellsItself, toldBy, waitingTellings } from '../../../privacy'
import { registerWords } from '../../../register'
import { labelled } from '../../../std/written'
import { Time } from '../../../ui'
import { ByHand, deskPage, notSure, openedFor, openForStaff } from '../../desk'
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
  return deskPage(
    c,
    viewer,
    { title: text.title, errors },
    <ByHand
      lang={lang}
      at={`/${lang}/desk/tellings/${row.id}`}
      kind="tellings"
      title={text.title}
      lead={[text.lead, ...(tellsItself(p, row.recipient) ? [text.itself] : [])]}
      facts={[
        { label: text.recipient, value: registerWords(lang).recipients[row.recipient].name },
        { label: text.change, value: text.changes[row.change] },
        { label: text.since, value: <Time lang={lang} at={row.created_at} /> },
        ...(opened ? [{ label: text.address, value: email.open('requests') }] : []),
      ]}
      isOpened={opened !== undefined}
      errors={errors}
      text={{ ...text, done: text.told }}
    />,
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
  .post('/desk/tellings/:id/done', async (c) => {
    atDesk(c, mayAnswer)
    const row = await tellingOf(c)
    const { language: lang } = c.var
    const errors = await notSure(c, words(lang).tellings.sureMissing)
    if (errors.length > 0) return tellingPage(c, errors)
    await toldBy(c.var.p, 'staff', row)
    return c.redirect(`/${lang}/desk?kind=tellings`, 303)
  })
