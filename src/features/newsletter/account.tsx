import { type Context, Hono } from 'hono'
import { readForm, typedOf } from '../../platform/forms'
import { type Env, signedIn } from '../../platform/http'
import { registerWords } from '../../register'
import { dateIn } from '../../std/written'
import { Button, Form } from '../../ui'
import { endsOn, stop, subscribe, subscriptionsOf } from './subscribing'
import { words } from './words'

const path = '/account/newsletter'

/** The newsletter beside the other mails of an account: what it is is said where it is asked. */
export async function switchOf(c: Context<Env>) {
  const { p, language: lang } = c.var
  const [row] = await subscriptionsOf(p, signedIn(c).personId)
  const text = words(lang)
  return (
    <section class="flow" aria-labelledby="newsletter">
      <h2 id="newsletter">{text.title}</h2>
      <p class="measure">{row ? text.link.until(dateIn(endsOn(row), lang)) : registerWords(lang).purposes.newsletter.what}</p>
      <Form action={`/${lang}${path}`}>
        <Button variant="secondary" name="act" value={row ? 'stop' : 'start'}>
          {row ? text.link.stop : text.confirm.submit}
        </Button>
      </Form>
    </section>
  )
}

export const accountPages = new Hono<Env>().post(path, async (c) => {
  const { p, language } = c.var
  const { personId } = signedIn(c)
  const { typed } = await readForm(c, 10_000)
  const act = typedOf(typed, 'act')
  if (act === 'start') await subscribe(p, personId, language)
  if (act === 'stop') for (const { id } of await subscriptionsOf(p, personId)) await stop(p, id)
  return c.redirect(`/${language}/account/settings/notifications`, 303)
})
