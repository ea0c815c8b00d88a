import { Hono } from 'hono'
import { addressOf, type Env, gone, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Button, Form } from '../../ui'
import { personOfLink, startSession, useLink } from '../accounts'
import { staffFactors } from './queries'
import { words } from './words'

/** Where the link leads that a new member of staff is mailed: it signs them in, with their mailbox proved. */
export const welcomePages = new Hono<Env>()
  .get('/desk/welcome/:token', async (c) => {
    const { p, language: lang } = c.var
    const token = c.req.param('token')
    await p.limits.count('useLink.network', networkOf(addressOf(c)), 50, 900)
    await personOfLink(p, p.db, 'staff', token)
    const text = words(lang).welcome
    return page(
      c,
      { title: text.title, noindex: true, desk: words(lang).desk.name, nav: [] },
      <>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <Form action={`/${lang}/desk/welcome/${token}`}>
          <Button>{text.submit}</Button>
        </Form>
      </>,
    )
  })
  .post('/desk/welcome/:token', async (c) => {
    const { p, language } = c.var
    await p.limits.count('useLink.network', networkOf(addressOf(c)), 50, 900)
    await p.db.transaction().execute(async (trx) => {
      const person = await useLink(p, trx, 'staff', c.req.param('token'))
      if (!(await staffFactors(trx, person))) throw gone()
      await startSession(c, trx, person, { stay: false, byLink: true })
    })
    return c.redirect(`/${language}/desk/second-factor`, 303)
  })
