import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, type Errors, errorOf, readForm } from '../../platform/forms'
import { type Env, signedIn, takeCookie } from '../../platform/http'
import { page } from '../../platform/http/page'
import { foresee } from '../../privacy'
import { dayIn } from '../../std/written'
import { Button, ButtonRow, Checkboxes, ErrorSummary, Form, LinkButton, Notice } from '../../ui'
import { asksPassword, CurrentPassword, endAccountIn, passwordErrors } from '../accounts'
import { ReceiptView } from './receipt'
import { itemsSaid } from './said'
import { words } from './words'

const form = z.object({ sure: choice(['yes']) })

async function endPage(c: Context<Env>, errors: Errors = []) {
  const { p, language: lang } = c.var
  const text = words(lang).end
  const { goes, kept } = await foresee(p, signedIn(c).personId)
  const until = kept
    .map((line) => line.until)
    .toSorted()
    .at(-1)
  return page(
    c,
    { title: text.title, errors, noindex: true, islands: ['islands/password.ts'] },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.goes}</h2>
      <p class="measure">{text.goesText}</p>
      <ul class="end-goes">
        {itemsSaid(lang, goes).map((name) => (
          <li>{name}</li>
        ))}
      </ul>
      <h2>{text.stays}</h2>
      <p class="measure">{until ? text.staysHeld(dayIn(until, lang)) : text.staysNothing}</p>
      <Notice tone="info">
        <p>
          {text.first} <a href={`/${lang}/account/copy`}>{words(lang).account.copy}</a>
        </p>
      </Notice>
      <Form action={`/${lang}/account/end`}>
        <Checkboxes
          lang={lang}
          name="sure"
          label={text.sureLabel}
          options={[{ value: 'yes', text: text.sure }]}
          error={errorOf(errors, 'sure')}
        />
        {(await asksPassword(c)) && <CurrentPassword lang={lang} errors={errors} />}
        <ButtonRow>
          <Button variant="danger">{text.act}</Button>
          <LinkButton variant="quiet" href={`/${lang}/account`}>
            {text.keep}
          </LinkButton>
        </ButtonRow>
      </Form>
    </>,
  )
}

export const endPages = new Hono<Env>()
  .get('/account/end', (c) => endPage(c))
  .post('/account/end', async (c) => {
    const { personId } = signedIn(c)
    const { p, language: lang } = c.var
    const text = words(lang).end
    const { typed } = await readForm(c)
    const checked = check(form, typed, lang, { sure: { choose: text.sureMissing } })
    const errors = [...(checked.ok ? [] : checked.errors), ...(await passwordErrors(c, typed))]
    if (errors.length > 0) return endPage(c, errors)
    const { receipt, after } = await p.db.transaction().execute((trx) => endAccountIn(p, trx, personId))
    await after()
    takeCookie(c, 'session')
    takeCookie(c, 'stay')
    c.set('viewer', null)
    // The answer to the POST itself: there is nobody left to keep the receipt for.
    return page(c, { title: text.done, noindex: true }, <ReceiptView lang={lang} receipt={receipt} />)
  })
