import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readForm, typedOf } from '../../platform/forms'
import { addressOf, type Env, mayFor, missing, networkOf, saysNo } from '../../platform/http'
import { page } from '../../platform/http/page'
import type { Language } from '../../std/words'
import { countryIn } from '../../std/written'
import { Button, Empty, Form, LinkButton, Notice } from '../../ui'
import { FormInstead } from '../chat'
import { AskedHere, accept, askedWith } from '../consent'
import { begin, conversationHere, eraseHere, nameHere, tokenOf } from './conversation'
import { sessionShape } from './rest'
import { crispOf, days, scriptOf } from './settings'
import { words } from './words'

const pathOf = (lang: Language) => `/${lang}/chat`

/** Who runs the chat: a site that has this feature names them. */
function companyOf({ var: { p } }: Context<Env>) {
  const { chat } = p.site.recipients
  if (!chat?.browser) throw new Error('the site names nobody who runs its chat')
  return { ...chat, browser: chat.browser }
}

/** Who gets what, where it lies and for how long: what a press says yes to. */
const Before = ({ c }: { c: Context<Env> }) => {
  const { p, language: lang } = c.var
  const text = words(lang)
  const { name, place, parts = [], host, statement } = companyOf(c)
  return (
    <>
      <p class="lead">{text.who(name)}</p>
      <p class="measure">
        {text.what({
          company: name,
          place: countryIn(place, lang),
          parts: parts.map((part) => text.part(part.what[lang] ?? '', countryIn(part.place, lang))),
          host,
          days,
        })}
      </p>
      <p class="measure">{text.cookie(days)}</p>
      <p class="small">
        {statement && (
          <>
            <a href={statement}>{text.itsStatement(name)}</a>
            {' · '}
          </>
        )}
        <a href={`/${lang}/privacy#to-chat`}>{text.ours}</a>
      </p>
      {/* Only scripts can do anything with a yes. */}
      <div data-needs-script hidden>
        <Form action={pathOf(lang)}>
          <AskedHere p={p} lang={lang} asked={[askedWith(p, lang, 'chatting')]} />
          <Button icon="message">{text.start}</Button>
        </Form>
      </div>
      <noscript>
        <p>{text.noScript}</p>
      </noscript>
    </>
  )
}

/** What is loaded is the company's own, over the page. */
const Open = ({ c }: { c: Context<Env> }) => {
  const { language: lang } = c.var
  const text = words(lang)
  return (
    <>
      <p class="lead">{text.open}</p>
      <div data-chat-failed hidden>
        <Notice tone="warning" live>
          {text.failed}
        </Notice>
      </div>
      <noscript>
        <p>{text.noScript}</p>
      </noscript>
      <section class="flow" aria-labelledby="chat-stop">
        <h2 id="chat-stop">{text.stopTitle}</h2>
        <p class="measure">{text.stopText(companyOf(c).name)}</p>
        <Form action={`${pathOf(lang)}/erasure`}>
          <Button variant="secondary">{text.stop}</Button>
        </Form>
      </section>
    </>
  )
}

async function chatPage(c: Context<Env>) {
  const { p, language: lang } = c.var
  const text = words(lang)
  const row = mayFor(c, 'chatting') ? await conversationHere(c) : undefined
  const token = row && (await tokenOf(p, row))
  const { website, base } = crispOf(p)
  const starts = { website, token, language: lang, script: scriptOf(base), days, told: `${pathOf(lang)}/session` }
  return page(
    c,
    {
      title: text.title,
      islands: ['islands/crisp.ts'],
      ...(token ? { loads: [companyOf(c).browser], head: <meta name="crisp" content={JSON.stringify(starts)} /> } : {}),
    },
    <>
      <h1>{text.title}</h1>
      {c.req.query('changed') && (
        <Notice tone="warning" live>
          {text.changed}
        </Notice>
      )}
      {saysNo(c) ? (
        <Notice tone="info" title={text.gpc}>
          {text.gpcText}
        </Notice>
      ) : token ? (
        <Open c={c} />
      ) : (
        <Before c={c} />
      )}
      <FormInstead c={c} />
    </>,
  )
}

/** The chat: nothing of it before the press that says yes to it, and gone after the one that takes that back. */
export const chatPages = new Hono<Env>()
  .get('/chat', (c) => chatPage(c))
  .post('/chat', async (c) => {
    const { p, language: lang } = c.var
    await p.limits.count('crisp.begun', networkOf(addressOf(c)), 60, 3600)
    const { typed } = await readForm(c)
    const browser = await accept(c, 'chatting', typedOf(typed, 'asked'))
    if (browser === undefined) return c.redirect(`${pathOf(lang)}?changed=1`, 303)
    await begin(c, browser)
    return c.redirect(pathOf(lang), 303)
  })
  .post('/chat/session', async (c) => {
    await c.var.p.limits.count('crisp.named', networkOf(addressOf(c)), 300, 3600)
    const { typed } = await readForm(c)
    const session = z.string().regex(sessionShape).safeParse(typedOf(typed, 'session'))
    if (!session.success || !mayFor(c, 'chatting')) throw missing()
    await nameHere(c, session.data)
    return c.body(null, 204)
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
          <p class="measure">{text.erasedText(companyOf(c).name)}</p>
          <LinkButton variant="secondary" href={pathOf(lang)}>
            {text.way}
          </LinkButton>
        </Empty>
      </>,
    )
  })
