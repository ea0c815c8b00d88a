import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import type { Platform } from '../../../platform/feature'
import { check, type Errors, fieldsOf, readForm, type Typed, typedOf } from '../../../platform/forms'
import { atDesk, type Env, missing, stillAtDesk } from '../../../platform/http'
import { BackLink, Button, ButtonRow, ErrorSummary, Facts, Form, Notice, TextArea, Time } from '../../../ui'
import { sayIn } from '../../contact'
import { deskPage, openedFor, openForStaff } from '../../desk'
import { allSaid, say } from '../conversation'
import { followChat } from '../follow'
import { Log } from '../log'
import { message } from '../pages'
import { type Chat, chatById } from '../queries'
import { longest } from '../rules'
import { chatOf } from '../settings'
import { afterOf, eventsTo, toPage } from '../sse'
import { words } from '../words'
import { codeOf, mayAnswer } from './queue'

const holdings = ['said.chat'] as const

/** The conversation that is asked for, and whether this member of staff opened it a moment ago. */
async function chatAsked(c: Context<Env>) {
  const viewer = atDesk(c, mayAnswer)
  const { p } = c.var
  const id = c.req.param('id') ?? ''
  const chat = /^[0-9a-f-]{36}$/.test(id) ? await chatById(p.db, id) : undefined
  if (!chat) throw missing()
  const isOpened = (await openedFor(p, p.db, viewer, chat.person_id, holdings, chat.id)) !== undefined
  /** Writes down that it is opened, for whoever wrote it to see. */
  const open = () =>
    openForStaff(p, p.db, viewer, {
      person: chat.person_id,
      purpose: 'correspondence',
      reason: words(c.var.language).desk.readReason,
      holdings,
      about: chat.id,
    })
  return { viewer, chat, isOpened, open, path: `/${c.var.language}/desk/chat/${chat.id}` }
}

const staffSays = (p: Platform, chat: Chat, said: z.output<typeof message>) =>
  p.db.transaction().execute((trx) => say(p, trx, chat, 'staff', said))

async function conversationPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const { viewer, chat, isOpened, path } = await chatAsked(c)
  const { p, language: lang } = c.var
  const text = words(lang).desk
  const title = text.nth(codeOf(chat.id))
  const tongue = new Intl.DisplayNames(lang, { type: 'language' }).of(chat.language) ?? chat.language
  const { answers } = chatOf(p.site)
  return deskPage(
    c,
    viewer,
    { title, errors, islands: ['islands/chat.ts'] },
    <>
      <BackLink lang={lang} href={`/${lang}/desk/chat`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{title}</h1>
      <Facts facts={[{ label: text.began, value: <Time at={chat.created_at} lang={lang} /> }]} />
      {isOpened ? (
        <Log
          lang={lang}
          side="staff"
          site={p.site.name}
          said={await allSaid(p, p.db, chat)}
          path={path}
          follows
          here={<p class="chat-here soft" role="status" data-here={text.here} data-gone={text.gone}></p>}
          typing={text.typing}
        >
          <Form action={path} hidden={{ id: typedOf(typed, 'id') || randomUUID() }}>
            <TextArea
              {...fieldsOf(lang, typed, errors)('text')}
              id="chat-text"
              label={text.answer}
              hint={text.answerHint(tongue)}
              rows={4}
              maxlength={longest}
            />
            <Button icon="message">{text.send}</Button>
            {answers.length > 0 && (
              <fieldset class="chat-often">
                <legend class="small soft">{text.often}</legend>
                <ButtonRow>
                  {answers.map((one, at) => (
                    <Button variant="secondary" small name="often" value={String(at)} data-often={sayIn(chat.language, one.text)}>
                      {sayIn(lang, one.name)}
                    </Button>
                  ))}
                </ButtonRow>
              </fieldset>
            )}
          </Form>
        </Log>
      ) : (
        <>
          <Notice tone="info">{text.sealed}</Notice>
          <Form action={`${path}/reading`}>
            <Button icon="lock">{text.read}</Button>
          </Form>
        </>
      )}
    </>,
  )
}

/** A conversation at the desk: opened, with a note for whoever wrote it, and answered. */
export const conversationPages = new Hono<Env>()
  .get('/desk/chat/:id', (c) => conversationPage(c))
  .post('/desk/chat/:id/reading', async (c) => {
    const { open, path } = await chatAsked(c)
    await open()
    return c.redirect(path, 303)
  })
  .post('/desk/chat/:id', async (c) => {
    const { chat, isOpened, open, path } = await chatAsked(c)
    const { p, language: lang } = c.var
    const { typed } = await readForm(c, 100_000)
    const byScript = c.req.header('accept') === 'application/json'
    const often = chatOf(p.site).answers[Number(typedOf(typed, 'often') || Number.NaN)]
    const given = often ? { ...typed, text: sayIn(chat.language, often.text) } : typed
    // Who answers goes on reading.
    if (!isOpened) await open()
    const checked = check(message, given, lang, words(lang).errors)
    if (!checked.ok)
      return byScript ? c.json({ wrong: checked.errors[0]?.message }, 422) : conversationPage(c, typed, checked.errors)
    await staffSays(p, chat, checked.values)
    return byScript ? c.json({}) : c.redirect(`${path}#chat`, 303)
  })
  .get('/desk/chat/:id/events', async (c) => {
    const { chat, isOpened } = await chatAsked(c)
    if (!isOpened) return toPage(c)
    const { p, language: lang } = c.var
    const still = () => stillAtDesk(c, mayAnswer)
    return eventsTo(
      c,
      (signal) => followChat(p, chat, afterOf(c), signal, still),
      async (heard) => {
        if (heard === 'typing') return void (await p.live.tell(p.db, chat.id, 'typing-staff'))
        if (!(await still())) return { wrong: words(lang).notSent, id: heard.id }
        const checked = check(message, heard, lang, words(lang).errors)
        if (!checked.ok) return { wrong: checked.errors[0]?.message ?? words(lang).notSent, id: heard.id }
        await staffSays(p, chat, checked.values)
        return { said: heard.id }
      },
    )
  })
  .post('/desk/chat/:id/typing', async (c) => {
    const { chat } = await chatAsked(c)
    const { p } = c.var
    await p.live.tell(p.db, chat.id, 'typing-staff')
    return c.body(null, 204)
  })
