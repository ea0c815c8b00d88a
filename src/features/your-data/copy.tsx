import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { dayOf } from '../../platform/clock'
import { type Env, gone, pathOf, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { askCopy, copyOfLink, copyState, fetchCopy } from '../../privacy'
import { BackLink, Button, Form, Notice, Time } from '../../ui'
import { words } from './words'

const link = '/account/copy/:id{[0-9a-f-]{36}}/:secret{[A-Z0-9]{58}}'

const copyPage = (c: Context<Env>, body: Child) => {
  const { language: lang } = c.var
  const text = words(lang).copy
  return page(
    c,
    { title: text.title, noindex: true },
    <>
      <BackLink lang={lang} href={`/${lang}/account`} />
      <h1>{text.title}</h1>
      {body}
    </>,
  )
}

const Making = ({ c, progress }: { c: Context<Env>; progress: number }) => {
  const text = words(c.var.language).copy
  return (
    <Notice tone="info" live>
      <p>{text.making}</p>
      <p>
        <progress max={100} value={progress} aria-label={text.progress} /> {progress} %
      </p>
      <p>
        <a href={pathOf(c)}>{text.refresh}</a>
      </p>
    </Notice>
  )
}

/** The person's copy, as an archive that a job makes and a link in a mail opens. */
export const copyPages = new Hono<Env>()
  .get('/account/copy', async (c) => {
    const { p, language: lang } = c.var
    const text = words(lang).copy
    const state = await copyState(p, signedIn(c).personId)
    return copyPage(
      c,
      <>
        <p class="lead">{text.lead}</p>
        <p class="measure">{text.terms}</p>
        {state?.state === 'making' && <Making c={c} progress={state.progress} />}
        {state?.state === 'ready' && (
          <Notice tone="success" live title={text.ready}>
            <p>{text.inMail}</p>
          </Notice>
        )}
        {state?.fetchedAt && (
          <p>
            {text.fetched} <Time lang={lang} at={Temporal.Instant.fromEpochMilliseconds(state.fetchedAt.getTime())} />
          </p>
        )}
        <Form action={`/${lang}/account/copy`}>
          <Button variant={state && state.state !== 'fetched' ? 'secondary' : 'primary'}>{state ? text.again : text.ask}</Button>
        </Form>
      </>,
    )
  })
  .post('/account/copy', async (c) => {
    const { p, language } = c.var
    await askCopy(p, signedIn(c).personId, language)
    return c.redirect(`/${language}/account/copy`, 303)
  })
  // A mail program that opens links to look at them fetches nothing.
  .get(link, async (c) => {
    const { p } = c.var
    const { personId } = signedIn(c)
    const text = words(c.var.language).copy
    const state = await copyOfLink(p, personId, c.req.param('id'), c.req.param('secret'))
    if (!state) throw gone()
    return copyPage(
      c,
      state.state === 'ready' ? (
        <Notice tone="success" live title={text.ready}>
          <Form action={pathOf(c)}>
            <Button icon="document">{text.fetch}</Button>
          </Form>
          <p>{text.once}</p>
        </Notice>
      ) : (
        <Making c={c} progress={state.progress} />
      ),
    )
  })
  .post(link, async (c) => {
    const { p } = c.var
    const zip = await fetchCopy(p, signedIn(c).personId, c.req.param('id'), c.req.param('secret'))
    if (!zip) throw gone()
    const name = `${p.site.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${dayOf(p.clock.now())}.zip`
    return c.body(zip, 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })
