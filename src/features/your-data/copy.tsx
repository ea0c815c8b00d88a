import { Hono } from 'hono'
import { dayOf } from '../../platform/clock'
import { type Env, gone, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { askCopy, copyState, fetchCopy } from '../../privacy'
import { BackLink, Button, Form, Notice, Time } from '../../ui'
import { words } from './words'

/** The person's copy, as an archive that a job makes. */
export const copyPages = new Hono<Env>()
  .get('/account/copy', async (c) => {
    const { p, language: lang } = c.var
    const text = words(lang).copy
    const state = await copyState(p, signedIn(c).personId)
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        <BackLink lang={lang} href={`/${lang}/account`} />
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <p class="measure">{text.terms}</p>
        {state?.state === 'making' && (
          <Notice tone="info" live>
            <p>{text.making}</p>
            <p>
              <a href={`/${lang}/account/copy`}>{text.refresh}</a>
            </p>
          </Notice>
        )}
        {state?.state === 'ready' && (
          <Notice tone="success" live title={text.ready}>
            <Form action={`/${lang}/account/copy/${state.id}`}>
              <Button icon="document">{text.fetch}</Button>
            </Form>
          </Notice>
        )}
        {state?.fetchedAt && (
          <p>
            {text.fetched} <Time lang={lang} at={Temporal.Instant.fromEpochMilliseconds(state.fetchedAt.getTime())} />
          </p>
        )}
        {state?.state !== 'making' && (
          <Form action={`/${lang}/account/copy`}>
            <Button variant={state?.state === 'ready' ? 'secondary' : 'primary'}>{state ? text.again : text.ask}</Button>
          </Form>
        )}
      </>,
    )
  })
  .post('/account/copy', async (c) => {
    const { p, language } = c.var
    await askCopy(p, signedIn(c).personId, language)
    return c.redirect(`/${language}/account/copy`, 303)
  })
  .post('/account/copy/:id{[0-9a-f-]{36}}', async (c) => {
    const { p } = c.var
    const zip = await fetchCopy(p, signedIn(c).personId, c.req.param('id'))
    if (!zip) throw gone()
    const name = `${p.site.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${dayOf(p.clock.now())}.zip`
    return c.body(zip, 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })
