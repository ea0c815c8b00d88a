import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, lines, optional, readForm } from '../../../platform/forms'
import { type Env, missing, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { object, objectionsOf, takeObjectionBack } from '../../../privacy'
import { isPurpose, onObjection, type PurposeName, purposeNames, registerWords } from '../../../register'
import { dateIn } from '../../../std/written'
import { BackLink, Button, Form, Tag, TextArea } from '../../../ui'
import { words } from './words'

const longest = 2000
const form = z.object({ reason: optional(lines(longest)) })

type Objection = Awaited<ReturnType<typeof objectionsOf>>[number]

const State = ({ c, of }: { c: Context<Env>; of: Objection }) => {
  const { language: lang } = c.var
  const text = words(lang).objections
  const state = of.waits ? (of.stops ? 'suspended' : 'waits') : of.stops ? 'stopped' : 'goesOn'
  return (
    <>
      <p>
        <Tag tone={of.stops ? 'success' : 'warning'}>{text[state](dateIn(of.at, lang))}</Tag>
      </p>
      {of.answer && (
        <p class="measure copy-text">
          <strong>{text.answer}</strong>
          <br />
          {of.answer}
        </p>
      )}
    </>
  )
}

/** One purpose that may be objected to, with how it stands and the button beside it. */
const Purpose = ({ c, purpose, of }: { c: Context<Env>; purpose: PurposeName; of: Objection | undefined }) => {
  const { language: lang } = c.var
  const text = words(lang).objections
  const { name, what } = registerWords(lang).purposes[purpose]
  const effect = onObjection(purpose)
  const action = `/${lang}/account/objections/${purpose}`
  return (
    <section class="flow copy-holding" id={purpose}>
      <h2>{name}</h2>
      <p class="measure">{what}</p>
      {of ? (
        <>
          <State c={c} of={of} />
          <Form action={`${action}/end`}>
            <Button variant="secondary">
              {text.withdraw}
              <span class="visually-hidden">{text.of(name)}</span>
            </Button>
          </Form>
        </>
      ) : (
        effect && (
          <>
            <p class="soft small">{text.effect[effect]}</p>
            <Form action={action}>
              {effect !== 'stops' && (
                <TextArea lang={lang} name="reason" id={`reason-${purpose}`} label={text.reason} rows={2} maxlength={longest} />
              )}
              <Button variant="secondary">
                {text.object}
                <span class="visually-hidden">{text.of(name)}</span>
              </Button>
            </Form>
          </>
        )
      )}
    </section>
  )
}

const purposeOf = (c: Context<Env>): PurposeName => {
  const name = c.req.param('purpose') ?? ''
  if (!isPurpose(name) || !onObjection(name)) throw missing()
  return name
}

/** Objecting to a purpose, and taking it back: GDPR article 21. */
export const objectionPages = new Hono<Env>()
  .get('/account/objections', async (c) => {
    const { p, language: lang } = c.var
    const text = words(lang).objections
    const all = new Map((await objectionsOf(p, signedIn(c).personId)).map((one) => [one.purpose, one]))
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        <BackLink lang={lang} href={`/${lang}/account`} />
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        {purposeNames
          .filter((purpose) => onObjection(purpose))
          .map((purpose) => (
            <Purpose c={c} purpose={purpose} of={all.get(purpose)} />
          ))}
      </>,
    )
  })
  .post('/account/objections/:purpose', async (c) => {
    const { personId } = signedIn(c)
    const purpose = purposeOf(c)
    const { p, language: lang } = c.var
    const checked = check(form, (await readForm(c)).typed, lang)
    await object(p, personId, purpose, (checked.ok && checked.values.reason) || '')
    return c.redirect(`/${lang}/account/objections#${purpose}`, 303)
  })
  .post('/account/objections/:purpose/end', async (c) => {
    const { personId } = signedIn(c)
    const purpose = purposeOf(c)
    await takeObjectionBack(c.var.p, personId, purpose)
    return c.redirect(`/${c.var.language}/account/objections#${purpose}`, 303)
  })
