import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, type Errors, email, errorOf, fieldsOf, lines, readForm, type Typed, typedOf } from '../../platform/forms'
import { type Env, gone, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { registerWords, requestKinds } from '../../register'
import { dateIn } from '../../std/written'
import {
  BackLink,
  Button,
  Empty,
  ErrorSummary,
  Facts,
  Form,
  LinkButton,
  Notice,
  Radios,
  Tag,
  TextArea,
  TextInput,
} from '../../ui'
import { hashOf } from '../accounts'
import { countLinks, sentPage } from './ask-pages'
import { ask, countAsks, requestOfLink, takeRequest } from './asks'
import { requestByToken, requestsOf } from './queries'
import { type Opened, opened, submit } from './requests'
import { words } from './words'

const longest = 4000
const fields = z.object({ kind: choice(requestKinds), body: lines(longest, 5) })

function formPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const { language: lang, viewer } = c.var
  const text = words(lang).form
  const field = fieldsOf(lang, typed, errors)
  return page(
    c,
    { title: text.title, description: text.lead, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p class="measure">
        {text.first} <a href={viewer ? `/${lang}/account/data` : `/${lang}/privacy/ask`}>{text.see}</a>
      </p>
      <Form action={`/${lang}/privacy/request`}>
        <Radios
          lang={lang}
          name="kind"
          label={text.kind}
          options={requestKinds.map((value) => ({ value, ...words(lang).kinds[value] }))}
          value={typedOf(typed, 'kind')}
          error={errorOf(errors, 'kind')}
        />
        <TextArea {...field('body')} label={text.body} hint={text.bodyHint} rows={6} maxlength={longest} />
        {!viewer && (
          <TextInput
            {...field('email')}
            type="email"
            autocomplete="email"
            spellcheck={false}
            label={words(lang).ask.email}
            hint={text.emailHint}
          />
        )}
        <Notice tone="warning">
          <p>{text.noCard}</p>
        </Notice>
        <p class="soft small">{registerWords(lang).items.request.why}</p>
        <Button>{text.submit}</Button>
      </Form>
    </>,
  )
}

/** How a request stands, as the person reads it. */
export const RequestView = ({ c, of }: { c: Context<Env>; of: Opened }) => {
  const { language: lang } = c.var
  const text = words(lang).state
  return (
    <section class="flow" id={`request-${of.id.slice(0, 8)}`}>
      <h2>{words(lang).kinds[of.kind].text}</h2>
      <p>
        <Tag tone={of.closedAt ? 'success' : 'brand'}>
          {of.closedAt ? text.closed(dateIn(of.closedAt, lang)) : text.waits(dateIn(of.answerBy, lang))}
        </Tag>
      </p>
      <Facts
        facts={[
          { label: text.sent, value: dateIn(of.createdAt, lang) },
          { label: text.body, value: <span class="copy-text">{of.body}</span> },
          ...(of.extension && !of.closedAt
            ? [{ label: text.extension, value: <span class="copy-text">{of.extension}</span> }]
            : []),
        ]}
      />
      {of.answer && (
        <>
          <h3>{text.answer}</h3>
          <p class="measure copy-text">{of.answer}</p>
          <p class="soft">{text.complain(c.var.p.site.authority.name[lang] ?? '')}</p>
        </>
      )}
    </section>
  )
}

/** The web form for what the pages cannot do, and how it stands with what was asked. */
export const formPages = new Hono<Env>()
  .get('/privacy/request', (c) => formPage(c))
  .post('/privacy/request', async (c) => {
    const { p, language, viewer } = c.var
    const { typed } = await readForm(c)
    const checked = check(viewer ? fields : fields.extend({ email: email() }), typed, language, words(language).errors)
    if (!checked.ok) return formPage(c, typed, checked.errors)
    const { kind, body } = checked.values
    if (viewer) {
      await p.limits.count('request.person', viewer.personId, 10, 86_400)
      await p.db.transaction().execute((trx) => submit(p, trx, { person: viewer.personId, kind, body, language }))
      return c.redirect(`/${language}/account/requests`, 303)
    }
    const address = 'email' in checked.values && typeof checked.values.email === 'string' ? checked.values.email : ''
    await countAsks(c, address)
    await p.db.transaction().execute((trx) => ask(p, trx, { email: address, language, request: { kind, body } }))
    return c.redirect(`/${language}/privacy/request/sent`, 303)
  })
  .get('/privacy/request/sent', (c) => sentPage(c, words(c.var.language).form.sent, `/${c.var.language}/privacy/request`))
  .get('/privacy/request/received', (c) => {
    const { language: lang } = c.var
    const { received: text } = words(lang).form
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        <h1>{text.title}</h1>
        <p class="lead">{text.text}</p>
        <LinkButton variant="secondary" href={`/${lang}`}>
          {text.home}
        </LinkButton>
      </>,
    )
  })
  .get('/privacy/request/:token', async (c) => {
    const { p, language: lang } = c.var
    const token = c.req.param('token')
    await countLinks(c)
    const row = await requestOfLink(p, p.db, token)
    const { body } = (await p.vault.keys(p.db, [row.person_id])).bind('asks', row)
    const text = words(lang).form.confirm
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <Facts
          facts={[
            ...(row.kind ? [{ label: words(lang).form.kind, value: words(lang).kinds[row.kind].text }] : []),
            { label: words(lang).state.body, value: <span class="copy-text">{body?.open('rights')}</span> },
          ]}
        />
        <Form action={`/${lang}/privacy/request/${token}`}>
          <Button>{text.act}</Button>
        </Form>
      </>,
    )
  })
  .post('/privacy/request/:token', async (c) => {
    await countLinks(c)
    await takeRequest(c.var.p, c.req.param('token'))
    return c.redirect(`/${c.var.language}/privacy/request/received`, 303)
  })
  .get('/privacy/requests/:token', async (c) => {
    const { p, language: lang } = c.var
    await countLinks(c)
    const row = await requestByToken(p.db, hashOf(c.req.param('token')), p.clock.now())
    if (!row) throw gone()
    const text = words(lang).state
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        <h1>{text.title}</h1>
        <RequestView c={c} of={await opened(p, p.db, row)} />
      </>,
    )
  })
  .get('/account/requests', async (c) => {
    const { p, language: lang } = c.var
    const { personId } = signedIn(c)
    const text = words(lang).state
    const rows = await requestsOf(p.db, [personId], p.clock.now())
    const all = await Promise.all(rows.map((row) => opened(p, p.db, row)))
    return page(
      c,
      { title: text.all, noindex: true },
      <>
        <BackLink lang={lang} href={`/${lang}/account`} />
        <h1>{text.all}</h1>
        {all.length === 0 ? (
          <Empty drawing="letterbox" title={text.emptyTitle}>
            <p>{text.empty}</p>
          </Empty>
        ) : (
          all.map((one) => <RequestView c={c} of={one} />)
        )}
        <LinkButton variant="secondary" href={`/${lang}/privacy/request`}>
          {text.another}
        </LinkButton>
      </>,
    )
  })
