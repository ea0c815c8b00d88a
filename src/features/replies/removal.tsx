import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, email, fieldsOf, readForm, type Typed } from '../../platform/forms'
import { addressOf, type Env, networkOf, pathOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { normalise } from '../../platform/vault'
import { Button, ErrorSummary, Form, Notice, TextInput } from '../../ui'
import { repliesFrom } from './queries'
import { words } from './words'

const schema = z.object({ email: email() })

function askPage(c: Context<Env>, typed?: Typed, errors: Errors = []) {
  const { language: lang } = c.var
  const text = words(lang).removal
  const done = c.req.query('gone') !== undefined ? text.gone : c.req.query('sent') !== undefined ? text.sent : undefined
  return page(
    c,
    { title: text.title, noindex: true, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      {done && (
        <Notice tone="success" live>
          <p>{done}</p>
        </Notice>
      )}
      <p class="lead">{text.lead}</p>
      <Form action={pathOf(c)}>
        <TextInput
          {...fieldsOf(lang, typed, errors)('email')}
          label={text.email}
          type="email"
          autocomplete="email"
          spellcheck={false}
        />
        <Button>{text.send}</Button>
      </Form>
    </>,
  )
}

/** Who wants a reply removed asks from the address that they used (Q6): it gets links to what was sent with it. Whether there is any, the page does not say. */
export const removalPages = new Hono<Env>()
  .get('/replies/removal', (c) => askPage(c))
  .post('/replies/removal', async (c) => {
    const { p, language: lang } = c.var
    const { typed } = await readForm(c, 10_000)
    const checked = check(schema, typed, lang, words(lang).removal.errors)
    if (!checked.ok) return askPage(c, typed, checked.errors)
    const { email: address } = checked.values
    await p.limits.count('reply.network', networkOf(addressOf(c)), 10, 3600)
    await p.limits.count('reply.links', normalise(address), 5, 3600)
    const [row] = await repliesFrom(p.db, p.vault.index('replies.email_key', address), p.clock.now())
    if (row) await p.db.transaction().execute((trx) => p.mail.queue(trx, row.person_id, 'replies.links', { reply: row.id }))
    return c.redirect(`${pathOf(c)}?sent`, 303)
  })
