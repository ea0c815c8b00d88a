import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, email, readForm, type Typed, typedOf } from '../../platform/forms'
import { addressOf, type Env, gone, missing, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { unlessTooMany } from '../../platform/limits'
import { idOfToken, tokenShape } from '../../platform/links'
import { normalise } from '../../platform/vault'
import { holding, registerWords } from '../../register'
import { dateIn } from '../../std/written'
import { Button, ButtonRow, Empty, ErrorSummary, Form, LinkButton, Notice } from '../../ui'
import { SubscribeForm } from './block'
import { type Done, paths } from './paths'
import { signupById, subscriberById } from './queries'
import { ask, confirm, endsOn, renew, stop } from './subscribing'
import { words } from './words'

function formPage(c: Context<Env>, typed: Typed = {}, errors: Errors = [], wait = false) {
  const { language: lang } = c.var
  const text = words(lang).form
  return page(
    c,
    { title: words(lang).title, description: text.lead, errors, ...(wait ? { status: 429 } : {}) },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {wait && (
        <Notice tone="warning" title={text.tooMany} live>
          {text.tooManyText}
        </Notice>
      )}
      <h1>{words(lang).title}</h1>
      <p class="lead">{text.lead}</p>
      <ul class="measure">
        {text.how.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <SubscribeForm lang={lang} typed={typed} errors={errors} />
      <p class="soft small">
        {text.kept(holding['email.signup'].keep.days)} <a href={`/${lang}/privacy`}>{text.privacy}</a>
      </p>
    </>,
  )
}

/** Links are guessed by nobody, and tried by who has many of them. */
const counted = (c: Context<Env>) => c.var.p.limits.count('newsletter.link', networkOf(addressOf(c)), 100, 900)

/** What came of it, said without knowing who reads it. */
function donePage(c: Context<Env>, what: Done) {
  const { language: lang } = c.var
  const text = words(lang).done
  return page(
    c,
    { title: text[what].title, noindex: true },
    <>
      <h1>{text[what].title}</h1>
      <p class="lead">{text[what].text}</p>
      {what === 'never' && <p class="measure">{text.stays(holding['noMail.newsletter'].keep.months)}</p>}
      <LinkButton variant="secondary" href={what === 'stopped' ? paths(lang).form : `/${lang}`}>
        {what === 'stopped' ? text.again : text.home}
      </LinkButton>
    </>,
  )
}

/** A link to an address that is on no list any more. */
const nothingHere = (c: Context<Env>) => {
  const { language: lang } = c.var
  const text = words(lang).link
  return page(
    c,
    { title: text.none, noindex: true },
    <>
      <h1>{words(lang).title}</h1>
      <Empty drawing="letterbox" title={text.none} level={2}>
        <p>{text.noneText}</p>
        <LinkButton variant="secondary" href={paths(lang).form}>
          {words(lang).done.again}
        </LinkButton>
      </Empty>
    </>,
  )
}

/** The newsletter: asked for, confirmed behind a link, and taken back behind another, all without signing in. Opening a page changes nothing. */
export const newsletterPages = new Hono<Env>()
  .get('/newsletter', (c) => formPage(c))
  .post('/newsletter', async (c) => {
    const { p, language } = c.var
    const { typed } = await readForm(c, 10_000)
    const checked = check(z.object({ email: email() }), typed, language, words(language).form.errors)
    if (!checked.ok) return formPage(c, typed, checked.errors)
    const { email: address } = checked.values
    const { wait } = await unlessTooMany(async () => {
      await p.limits.count('newsletter.network', networkOf(addressOf(c)), 20, 3600)
      // The address may be anybody's: they get no more mails than this because of others.
      await p.limits.count('newsletter.address', normalise(address), 3, 86_400)
      // A robot that fills in everything is told what everybody is told.
      if (typedOf(typed, 'website') === '') await p.db.transaction().execute((trx) => ask(p, trx, { email: address, language }))
    })
    if (wait !== undefined) {
      c.header('retry-after', String(wait))
      return formPage(c, typed, [], true)
    }
    return c.redirect(paths(language).done('sent'), 303)
  })
  .get('/newsletter/sent', (c) => donePage(c, 'sent'))
  .get('/newsletter/subscribed', (c) => donePage(c, 'subscribed'))
  .get('/newsletter/stopped', (c) => donePage(c, 'stopped'))
  .get('/newsletter/never', (c) => donePage(c, 'never'))
  .get(`/newsletter/signup/:token{${tokenShape}}`, async (c) => {
    const { p, language: lang } = c.var
    const token = c.req.param('token')
    await counted(c)
    if (!(await signupById(p.db, idOfToken(p, 'newsletter signup', token)))) throw gone()
    const text = words(lang).confirm
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        <h1>{text.title}</h1>
        <p class="lead">{registerWords(lang).purposes.newsletter.what}</p>
        <p class="measure">{text.text(holding['email.newsletter'].keep.months)}</p>
        <Form action={paths(lang).signup(token)}>
          <Button>{text.submit}</Button>
        </Form>
      </>,
    )
  })
  .post(`/newsletter/signup/:token{${tokenShape}}`, async (c) => {
    const { p, language } = c.var
    await counted(c)
    if (!(await confirm(p, idOfToken(p, 'newsletter signup', c.req.param('token'))))) throw gone()
    return c.redirect(paths(language).done('subscribed'), 303)
  })
  .get(`/newsletter/subscription/:token{${tokenShape}}`, async (c) => {
    const { p, language: lang } = c.var
    const token = c.req.param('token')
    await counted(c)
    const row = await subscriberById(p.db, idOfToken(p, 'newsletter subscriber', token))
    if (!row) return nothingHere(c)
    const text = words(lang).link
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        {c.req.query('renewed') !== undefined && (
          <Notice tone="success" live>
            {text.renewed}
          </Notice>
        )}
        <h1>{text.title}</h1>
        <p class="lead">{text.until(dateIn(endsOn(row), lang))}</p>
        <Form action={paths(lang).subscription(token)}>
          <ButtonRow>
            <Button name="act" value="stop">
              {text.stop}
            </Button>
            <Button variant="secondary" name="act" value="renew">
              {text.renew}
            </Button>
          </ButtonRow>
        </Form>
        <section class="flow">
          <h2>{text.never}</h2>
          <p class="measure">{text.neverText(holding['noMail.newsletter'].keep.months)}</p>
          <Form action={paths(lang).subscription(token)}>
            <Button variant="secondary" name="act" value="never">
              {text.neverAct}
            </Button>
          </Form>
        </section>
      </>,
    )
  })
  .post(`/newsletter/subscription/:token{${tokenShape}}`, async (c) => {
    const { p, language } = c.var
    const token = c.req.param('token')
    await counted(c)
    const id = idOfToken(p, 'newsletter subscriber', token)
    const { typed } = await readForm(c, 10_000)
    const act = typedOf(typed, 'act')
    // RFC 8058, section 3.1: a mail program presses the button itself, and follows nothing.
    const isOneClick = typedOf(typed, 'List-Unsubscribe') === 'One-Click'
    if (isOneClick || act === 'stop' || act === 'never') await stop(p, id, { never: act === 'never' })
    else if (act === 'renew') await renew(p, id)
    else throw missing()
    if (isOneClick) return c.text(words(language).done.stopped.text)
    const { subscription, done } = paths(language)
    return c.redirect(act === 'renew' ? `${subscription(token)}?renewed` : done(act === 'never' ? 'never' : 'stopped'), 303)
  })
