import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, fieldsOf, lines, readForm, type Typed, typedOf } from '../../platform/forms'
import { addressOf, type Env, missing, networkOf, tooMany } from '../../platform/http'
import { page } from '../../platform/http/page'
import { unlessTooMany } from '../../platform/limits'
import { holding } from '../../register'
import type { Language } from '../../std/words'
import { labelled, momentIn } from '../../std/written'
import { Button, ButtonRow, Confirm, Empty, ErrorSummary, Form, LinkButton, Notice, TextArea } from '../../ui'
import { formsOf } from '../contact'
import { allSaid, begin, begunBy, chatHere, eraseHere, say } from './conversation'
import { followOwn, isStaffed } from './follow'
import { Log } from './log'
import type { Chat } from './queries'
import { hoursSaid, isOpen, longest } from './rules'
import { chatOf } from './settings'
import type { Heard } from './socket'
import { afterOf, eventsTo } from './sse'
import { words } from './words'

const pathOf = (lang: Language) => `/${lang}/chat`
const { days } = holding['said.chat'].keep
/** So many pages may follow one conversation in a node. */
const most = 8

/** What was typed, with the id that its page or its browser gave it. */
export const message = z.object({ text: lines(longest), id: z.uuid().catch(() => randomUUID()) })

/** Where to write when nobody is there. */
export function FormInstead({ c }: { c: Context<Env> }) {
  const { p, language: lang } = c.var
  const [first] = formsOf(p.site)
  const form = formsOf(p.site).find(({ slug }) => slug === 'contact') ?? first
  const text = words(lang)
  if (!form) return null
  return (
    <p>
      <LinkButton variant="secondary" icon="mail" href={`/${lang}/forms/${form.slug}`}>
        {text.toForm}
      </LinkButton>{' '}
      <span class="soft small">{text.toFormWhy}</span>
    </p>
  )
}

async function Here({ c }: { c: Context<Env> }) {
  const { p, language: lang } = c.var
  const text = words(lang)
  const { hours } = chatOf(p.site)
  if (isOpen(hours, p.clock.now()))
    return (
      <p class="chat-here" role="status" data-open={text.open} data-away={text.away}>
        {(await isStaffed(p)) ? text.open : text.away}
      </p>
    )
  return (
    <Notice tone="info" title={text.closed}>
      <p>{labelled(text.hours, lang)}</p>
      <ul>
        {hoursSaid(hours, lang).map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** What holds up somebody who did nothing wrong. */
type HeldUp = 'tooMany' | 'nowClosed'

async function chatPage(c: Context<Env>, typed: Typed = {}, errors: Errors = [], held?: HeldUp) {
  const { p, language: lang, viewer } = c.var
  const text = words(lang)
  const chat = await chatHere(c)
  const said = chat ? await allSaid(p, p.db, chat) : []
  const mayWrite = isOpen(chatOf(p.site).hours, p.clock.now()) || held !== undefined
  return page(
    c,
    { title: text.title, errors, islands: ['islands/chat.ts'], ...(held === 'tooMany' ? { status: 429 } : {}) },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      {held && (
        <Notice tone="warning" live>
          {text[held]}
        </Notice>
      )}
      <Log
        lang={lang}
        side="visitor"
        site={p.site.name}
        said={said}
        path={pathOf(lang)}
        follows={chat !== undefined}
        here={<Here c={c} />}
        typing={text.typing(p.site.name)}
        empty={text.empty}
      >
        {mayWrite && (
          <Form action={pathOf(lang)} hidden={{ id: typedOf(typed, 'id') || randomUUID() }}>
            <TextArea
              {...fieldsOf(lang, typed, errors)('text')}
              id="chat-text"
              label={text.message}
              hint={text.messageHint}
              rows={3}
              maxlength={longest}
            />
            <Button icon="message">{text.send}</Button>
          </Form>
        )}
        {!mayWrite || held === 'nowClosed' ? <FormInstead c={c} /> : null}
        <p class="soft small measure">{viewer ? text.keptSignedIn(days) : text.kept(days)}</p>
        <div class="chat-yours">
          {chat && (
            <ButtonRow>
              <LinkButton variant="secondary" small icon="down" href={`${pathOf(lang)}/conversation.txt`} download>
                {text.fetch}
              </LinkButton>
              <LinkButton variant="quiet" small href={`${pathOf(lang)}/erasure`}>
                {text.erase}
              </LinkButton>
            </ButtonRow>
          )}
        </div>
      </Log>
      {chat && (
        <noscript>
          <div class="flow">
            <p class="soft small">{text.noScript}</p>
            <LinkButton variant="secondary" href={pathOf(lang)}>
              {text.reload}
            </LinkButton>
          </div>
        </noscript>
      )}
    </>,
  )
}

/** How much may be said: in a conversation, from a network, and conversations begun from one. Throws a refusal (429). */
async function count(c: Context<Env>, chat: Chat | undefined): Promise<void> {
  const { limits } = c.var.p
  const network = networkOf(addressOf(c))
  await limits.count('chat.network', network, 120, 60)
  if (chat) await limits.count('chat.said', chat.id, 20, 60)
  else await limits.count('chat.begun', network, 10, 3600)
}

/** Says what a visitor typed, beginning a conversation where there is none. Answers what holds it up, if anything does, and for how many seconds. */
async function visitorSays(c: Context<Env>, said: z.output<typeof message>): Promise<{ held?: HeldUp; wait?: number }> {
  const { p } = c.var
  if (!isOpen(chatOf(p.site).hours, p.clock.now())) return { held: 'nowClosed' }
  const { wait } = await unlessTooMany(async () => {
    const known = await chatHere(c)
    await count(c, known)
    await p.db.transaction().execute(async (trx) => {
      const chat = known ?? (await begunBy(c, trx, said)) ?? (await begin(c, trx))
      await say(p, trx, chat, 'visitor', said)
    })
  })
  return wait === undefined ? {} : { held: 'tooMany', wait }
}

async function visitorTypes(c: Context<Env>, chat: Chat): Promise<void> {
  const { p } = c.var
  const { wait } = await unlessTooMany(() => p.limits.count('chat.typing', chat.id, 60, 60))
  if (wait === undefined) await p.live.tell(p.db, chat.id, 'typing-visitor')
}

/** What a visitor's page sends over its socket, in a conversation that is there. */
const hearVisitor = (c: Context<Env>, chat: Chat) => async (heard: Heard) => {
  if (heard === 'typing') return void (await visitorTypes(c, chat))
  const text = words(c.var.language)
  const checked = check(message, heard, c.var.language, text.errors)
  if (!checked.ok) return { wrong: checked.errors[0]?.message ?? text.notSent, id: heard.id }
  const { held } = await visitorSays(c, checked.values)
  return held ? { wrong: text[held], id: heard.id } : { said: heard.id }
}

async function mustHave(c: Context<Env>): Promise<Chat> {
  const chat = await chatHere(c)
  if (!chat) throw missing()
  return chat
}

/** The chat of a visitor: what they say, what is answered, and how to fetch and erase it. A script asks for JSON and stays on its page. */
export const chatPages = new Hono<Env>()
  .get('/chat', (c) => chatPage(c))
  .post('/chat', async (c) => {
    const { language: lang } = c.var
    const { typed } = await readForm(c, 100_000)
    const byScript = c.req.header('accept') === 'application/json'
    const checked = check(message, typed, lang, words(lang).errors)
    if (!checked.ok) return byScript ? c.json({ wrong: checked.errors[0]?.message }, 422) : chatPage(c, typed, checked.errors)
    const { held, wait } = await visitorSays(c, checked.values)
    if (wait !== undefined) c.header('retry-after', String(wait))
    if (held)
      return byScript ? c.json({ wrong: words(lang)[held] }, held === 'tooMany' ? 429 : 422) : chatPage(c, typed, [], held)
    return byScript ? c.json({}) : c.redirect(`${pathOf(lang)}#chat`, 303)
  })
  .get('/chat/events', async (c) => {
    const { p } = c.var
    const chat = await mustHave(c)
    if (p.live.following(chat.id) >= most) throw tooMany(60)
    return eventsTo(c, (signal) => followOwn(p, chat, afterOf(c), signal), hearVisitor(c, chat))
  })
  .post('/chat/typing', async (c) => {
    await visitorTypes(c, await mustHave(c))
    return c.body(null, 204)
  })
  .get('/chat/conversation.txt', async (c) => {
    const { p, language: lang } = c.var
    const chat = await mustHave(c)
    const text = words(lang)
    const said = await allSaid(p, p.db, chat)
    const written = said.map(
      ({ ours, text: body, at }) => `${ours ? p.site.name : text.you}, ${momentIn(at.getTime(), lang)}\n${body}\n`,
    )
    c.header('content-disposition', `attachment; filename="${text.file}"`)
    return c.text(written.join('\n'))
  })
  .get('/chat/erasure', async (c) => {
    const { language: lang } = c.var
    await mustHave(c)
    const text = words(lang)
    return page(
      c,
      { title: text.erase, noindex: true },
      <>
        <h1>{text.erase}</h1>
        <Confirm
          title={text.eraseTitle}
          action={`${pathOf(lang)}/erasure`}
          confirm={text.erase}
          cancel={{ href: pathOf(lang), text: text.keep }}
          danger
        >
          <p>{text.eraseText}</p>
        </Confirm>
      </>,
    )
  })
  .post('/chat/erasure', async (c) => {
    await eraseHere(c)
    return c.redirect(`${pathOf(c.var.language)}/erased`, 303)
  })
  .get('/chat/erased', (c) => {
    const { language: lang } = c.var
    const text = words(lang)
    return page(
      c,
      { title: text.erased, noindex: true },
      <>
        <h1>{text.title}</h1>
        <Empty drawing="letterbox" title={text.erased}>
          <LinkButton variant="secondary" href={pathOf(lang)}>
            {text.bubble}
          </LinkButton>
        </Empty>
      </>,
    )
  })
