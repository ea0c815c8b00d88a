import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, readForm, type Typed } from '../../platform/forms'
import type { Env } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Button, ErrorSummary, Form, LinkButton } from '../../ui'
import { RegistrationFields, registrationFields, registrationWords } from './fields'
import { ownPath, withTo } from './paths'
import { proposed, register } from './registration'
import { words } from './words'

const schema = z.object(registrationFields)

function form(c: Context<Env>, to: string | undefined, typed: Typed, errors: Errors = []) {
  const { language: lang } = c.var
  const { register, signIn } = words(lang)
  return page(
    c,
    { title: register.title, errors, noindex: true, islands: ['islands/password.ts'] },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{register.title}</h1>
      <p class="lead">{register.lead}</p>
      <Form action={`/${lang}/register`} hidden={to ? { to } : {}}>
        <RegistrationFields lang={lang} typed={typed} errors={errors} />
        <Button>{register.submit}</Button>
      </Form>
      <p>
        {register.have} <a href={withTo(`/${lang}/sign-in`, to)}>{signIn.title}</a>
      </p>
    </>,
  )
}

export const registerPages = new Hono<Env>()
  .get('/register', async (c) => {
    const to = ownPath(c.req.query('to'))
    if (c.var.viewer) return c.redirect(to ?? `/${c.var.language}/account`, 303)
    return form(c, to, proposed(c.var.language))
  })
  .post('/register', async (c) => {
    const { language } = c.var
    if (c.var.viewer) return c.redirect(`/${language}/account`, 303)
    const { typed } = await readForm(c)
    const to = ownPath(typed.to)
    const checked = check(schema, typed, language, registrationWords(language))
    const errors = checked.ok ? await register(c, typed, checked.values, { to }) : checked.errors
    if (errors.length > 0) return form(c, to, typed, errors)
    return c.redirect(`/${language}/register/sent`, 303)
  })
  .get('/register/sent', (c) => {
    const { language: lang } = c.var
    const { register } = words(lang)
    return page(
      c,
      { title: register.sentTitle, noindex: true },
      <>
        <h1>{register.sentTitle}</h1>
        <p class="lead">{register.sent}</p>
        <p>{register.sentNot}</p>
        <p class="soft">{register.sentTerm}</p>
        <LinkButton variant="secondary" href={`/${lang}/register`}>
          {register.again}
        </LinkButton>
      </>,
    )
  })
