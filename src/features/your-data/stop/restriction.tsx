import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  check,
  choice,
  type Errors,
  errorOf,
  fieldsOf,
  lines,
  optional,
  readForm,
  type Typed,
  typedOf,
} from '../../../platform/forms'
import { type Env, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { lift, restrict, restrictionOf, toldOf } from '../../../privacy'
import { registerWords, restrictionGrounds } from '../../../register'
import { dateIn } from '../../../std/written'
import { BackLink, Button, ErrorSummary, Facts, Form, Notice, Radios, TextArea } from '../../../ui'
import { words } from './words'

const longest = 2000
const form = z.object({ ground: choice(restrictionGrounds), reason: optional(lines(longest)) })

async function restrictionPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []): Promise<Response> {
  const { p, language: lang } = c.var
  const text = words(lang).restriction
  const now = await restrictionOf(p, signedIn(c).personId)
  const field = fieldsOf(lang, typed, errors)
  const path = `/${lang}/account/restriction`
  return page(
    c,
    { title: now ? text.on : text.title, errors, noindex: true },
    <>
      <BackLink lang={lang} href={`/${lang}/account${now ? '/data' : ''}`} {...(now ? { text: text.see } : {})} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{now ? text.on : text.title}</h1>
      {!now && c.req.query('lifted') !== undefined && <Notice tone="success" title={text.lifted} live />}
      <p class="lead">{now ? text.onText(dateIn(now.at, lang)) : text.lead}</p>
      <ul class="measure">
        {text.means.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {now ? (
        <>
          <Facts
            facts={[
              { label: text.because, value: text.grounds[now.ground].text },
              ...(now.reason ? [{ label: text.said, value: <span class="copy-text">{now.reason}</span> }] : []),
              ...(await whoKnows(c, now.at)),
            ]}
          />
          {now.byStaff && <p>{text.byUs}</p>}
          {now.liftsAt && (
            <Notice tone="warning" title={text.lifting(dateIn(now.liftsAt, lang))}>
              <Form action={path} hidden={{ ground: now.ground }}>
                <Button variant="secondary">{text.stay}</Button>
              </Form>
            </Notice>
          )}
          <p class="measure">{text.liftText}</p>
          <Form action={`${path}/end`}>
            <Button>{text.lift}</Button>
          </Form>
        </>
      ) : (
        <Form action={path}>
          <Radios
            lang={lang}
            name="ground"
            label={text.ground}
            options={restrictionGrounds.map((value) => ({ value, ...text.grounds[value] }))}
            value={typedOf(typed, 'ground')}
            error={errorOf(errors, 'ground')}
          />
          <TextArea {...field('reason')} label={text.reason} hint={text.reasonHint} rows={3} maxlength={longest} />
          <Button>{text.act}</Button>
        </Form>
      )}
    </>,
  )
}

/** Who knows that the data may only be kept, and since when (GDPR article 19, last sentence). */
async function whoKnows(c: Context<Env>, since: Date) {
  const { p, language: lang } = c.var
  const text = words(lang).restriction
  const told = await toldOf(p.db, signedIn(c).personId)
  const now = told.filter(({ change, at }) => change === 'restricted' && at >= since)
  if (now.length === 0) return []
  const lines = now.map(({ recipient, told_at }) => (
    <li>
      {registerWords(lang).recipients[recipient].name} ({told_at ? text.toldOn(dateIn(told_at, lang)) : text.toTell})
    </li>
  ))
  return [{ label: text.told, value: <ul>{lines}</ul> }]
}

/** Having one's data restricted, and lifting it: GDPR article 18. */
export const restrictionPages = new Hono<Env>()
  .get('/account/restriction', (c) => restrictionPage(c))
  .post('/account/restriction', async (c) => {
    const { personId } = signedIn(c)
    const { p, language: lang } = c.var
    const { typed } = await readForm(c)
    const checked = check(form, typed, lang, { ground: { choose: words(lang).restriction.choose } })
    if (!checked.ok) return restrictionPage(c, typed, checked.errors)
    const { ground, reason } = checked.values
    await restrict(p, personId, { ground, reason: reason ?? '' })
    return c.redirect(`/${lang}/account/restriction`, 303)
  })
  .post('/account/restriction/end', async (c) => {
    await lift(c.var.p, signedIn(c).personId)
    return c.redirect(`/${c.var.language}/account/restriction?lifted`, 303)
  })
