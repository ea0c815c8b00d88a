import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, email, fieldsOf, readForm, type Typed } from '../../platform/forms'
import { addressOf, type Env, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Button, ErrorSummary, Form, LinkButton, Notice, TextInput } from '../../ui'
import { ask, askOfLink, countAsks, openAsk } from './asks'
import { words } from './words'

const form = z.object({ email: email() })

function askPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const { language: lang, viewer } = c.var
  const text = words(lang).ask
  return page(
    c,
    { title: text.title, description: text.lead, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {viewer && (
        <Notice tone="info">
          <p>
            {text.signedIn} <a href={`/${lang}/account/data`}>{text.myData}</a>
          </p>
        </Notice>
      )}
      <ul class="measure">
        {text.what.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <Form action={`/${lang}/privacy/ask`}>
        <TextInput
          {...fieldsOf(lang, typed, errors)('email')}
          type="email"
          autocomplete="email"
          spellcheck={false}
          label={text.email}
          hint={text.emailHint}
        />
        <Button>{text.submit}</Button>
      </Form>
      <p>
        <a href={`/${lang}/privacy/request`}>{text.other}</a>
      </p>
    </>,
  )
}

/** What is shown after any address, whether or not the site knows it. */
export const sentPage = (c: Context<Env>, said: { title: string; text: string; not: string; again: string }, again: string) => {
  return page(
    c,
    { title: said.title, noindex: true },
    <>
      <h1>{said.title}</h1>
      <p class="lead">{said.text}</p>
      <p>{said.not}</p>
      <LinkButton variant="secondary" href={again}>
        {said.again}
      </LinkButton>
    </>,
  )
}

/** Links are guessed by nobody, and tried by who has many of them: so many in a quarter of an hour. */
export const countLinks = (c: Context<Env>) => c.var.p.limits.count('ask.link', networkOf(addressOf(c)), 50, 900)

/** "Ask about my data": an address, and the link that goes there. */
export const askPages = new Hono<Env>()
  .get('/privacy/ask', (c) => askPage(c))
  .post('/privacy/ask', async (c) => {
    const { p, language } = c.var
    const { typed } = await readForm(c)
    const checked = check(form, typed, language, words(language).errors)
    if (!checked.ok) return askPage(c, typed, checked.errors)
    await countAsks(c, checked.values.email)
    await p.db.transaction().execute((trx) => ask(p, trx, { ...checked.values, language }))
    return c.redirect(`/${language}/privacy/ask/sent`, 303)
  })
  .get('/privacy/ask/sent', (c) => sentPage(c, words(c.var.language).ask.sent, `/${c.var.language}/privacy/ask`))
  .get('/privacy/ask/:token', async (c) => {
    const { p, language: lang } = c.var
    const token = c.req.param('token')
    await countLinks(c)
    await askOfLink(p, p.db, token)
    const text = words(lang).ask
    return page(
      c,
      { title: text.openTitle, noindex: true },
      <>
        <h1>{text.openTitle}</h1>
        <p class="lead">{text.openLead}</p>
        <Form action={`/${lang}/privacy/ask/${token}`}>
          <Button>{text.open}</Button>
        </Form>
      </>,
    )
  })
  .post('/privacy/ask/:token', async (c) => {
    await countLinks(c)
    await openAsk(c, c.req.param('token'))
    return c.redirect(`/${c.var.language}/privacy/yours`, 303)
  })
