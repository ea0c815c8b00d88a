import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { dayOf } from '../../platform/clock'
import { check, choice, type Errors, errorOf, readForm } from '../../platform/forms'
import { type Env, missing } from '../../platform/http'
import { page } from '../../platform/http/page'
import {
  type Copy,
  CopyView,
  copyOfAll,
  erase,
  forgetAt,
  holdingSaid,
  lift,
  object,
  objectionsOf,
  type Receipt,
  restrict,
  restrictionOf,
  takeObjectionBack,
  zipOf,
} from '../../privacy'
import { isPurpose, onObjection, type PurposeName, purposeNames, registerWords, restrictionGrounds } from '../../register'
import { Button, Checkboxes, ErrorSummary, Form, Notice, Radios } from '../../ui'
import { ReceiptView, stopWords } from '../your-data'
import { type Mailbox, mustBeOpen, openMailbox } from './asks'
import { words } from './words'

const here = (c: Context<Env>) => `/${c.var.language}/privacy/yours`

async function copyFor(c: Context<Env>, { people }: Mailbox): Promise<Copy> {
  const copy = await copyOfAll(c.var.p, people, c.var.language)
  if (!copy) throw missing()
  return copy
}

/** The purposes of what there is, against which the law gives an objection. */
const objectable = (copy: Copy): PurposeName[] => {
  const used = new Set(
    copy.items.flatMap(({ holdings }) =>
      holdings.flatMap(({ records, purposes }) => (records.length > 0 ? purposes.map(({ purpose }) => purpose) : [])),
    ),
  )
  return purposeNames.filter((purpose) => used.has(purpose) && onObjection(purpose))
}

async function Objections({ c, mailbox, copy }: { c: Context<Env>; mailbox: Mailbox; copy: Copy }) {
  const { p, language: lang } = c.var
  const text = stopWords(lang).objections
  const purposes = objectable(copy)
  if (purposes.length === 0) return null
  const made = new Set(
    (await Promise.all(mailbox.people.map((person) => objectionsOf(p, person)))).flat().map((one) => one.purpose),
  )
  return (
    <>
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      {purposes.map((purpose) => {
        const { name, what } = registerWords(lang).purposes[purpose]
        const effect = onObjection(purpose)
        return (
          <section class="flow">
            <h3>{name}</h3>
            <p class="measure">{what}</p>
            {effect && <p class="soft small">{text.effect[effect]}</p>}
            <Form action={`${here(c)}/objections/${purpose}${made.has(purpose) ? '/end' : ''}`}>
              <Button variant="secondary">
                {made.has(purpose) ? text.withdraw : text.object}
                <span class="visually-hidden">{text.of(name)}</span>
              </Button>
            </Form>
          </section>
        )
      })}
    </>
  )
}

async function Restriction({ c, mailbox, errors }: { c: Context<Env>; mailbox: Mailbox; errors: Errors }) {
  const { p, language: lang } = c.var
  const text = stopWords(lang).restriction
  const all = await Promise.all(mailbox.people.map((person) => restrictionOf(p, person)))
  const restricted = all.some((one) => one !== undefined)
  return (
    <>
      <h2>{restricted ? text.on : text.title}</h2>
      <p class="measure">{restricted ? text.liftText : text.lead}</p>
      <Form action={`${here(c)}/restriction${restricted ? '/end' : ''}`}>
        {!restricted && (
          <Radios
            lang={lang}
            name="ground"
            label={text.ground}
            options={restrictionGrounds.map((value) => ({ value, ...text.grounds[value] }))}
            error={errorOf(errors, 'ground')}
          />
        )}
        <Button variant="secondary">{restricted ? text.lift : text.act}</Button>
      </Form>
    </>
  )
}

async function yoursPage(c: Context<Env>, mailbox: Mailbox, errors: Errors = []) {
  const { language: lang } = c.var
  const text = words(lang).yours
  const copy = await copyFor(c, mailbox)
  return page(
    c,
    { title: text.title, noindex: true, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead(mailbox.address.open('rights'))}</p>
      {mailbox.account && (
        <Notice tone="info" title={text.account}>
          <p>
            {text.accountText} <a href={`/${lang}/sign-in`}>{text.signIn}</a> ·{' '}
            <a href={`/${lang}/forgot-password`}>{text.forgot}</a>
          </p>
        </Notice>
      )}
      {mailbox.given.length > 0 && (
        <Notice tone="info" title={text.given}>
          <p>{text.givenAs(mailbox.given.map(({ holding }) => holdingSaid(lang, holding)).join('; '))}</p>
        </Notice>
      )}
      {mailbox.children.length > 0 && (
        <Notice tone="info" title={text.child}>
          <p>{text.childText(mailbox.children.length)}</p>
        </Notice>
      )}
      <Form action={`${here(c)}/copy`}>
        <Button icon="document">{text.copy}</Button>
      </Form>
      <p>
        {text.wrong} <a href={`/${lang}/privacy/request`}>{text.request}</a>
      </p>
      <div class="copy">
        <CopyView copy={copy} />
      </div>
      <Restriction c={c} mailbox={mailbox} errors={errors} />
      <Objections c={c} mailbox={mailbox} copy={copy} />
      <h2 id="end">{text.end}</h2>
      <p class="measure">{text.endText}</p>
      <Form action={`${here(c)}/end`}>
        <Checkboxes
          lang={lang}
          name="sure"
          label={text.sureLabel}
          options={[{ value: 'yes', text: text.sure }]}
          error={errorOf(errors, 'sure')}
        />
        <Button variant="danger">{text.end}</Button>
      </Form>
    </>,
  )
}

const purposeOf = (c: Context<Env>): PurposeName => {
  const name = c.req.param('purpose') ?? ''
  if (!isPurpose(name) || !onObjection(name)) throw missing()
  return name
}

/** What several erasures did, as one. */
const summed = (receipts: readonly Receipt[]): Receipt => ({
  at: receipts[0]?.at ?? '',
  erased: [
    ...Map.groupBy(
      receipts.flatMap(({ erased }) => erased),
      ({ holding }) => holding,
    ),
  ].map(([holding, same]) => ({
    holding,
    rows: same.reduce((sum, { rows }) => sum + rows, 0),
  })),
  kept: receipts.flatMap(({ kept }) => kept),
  told: [...new Set(receipts.flatMap(({ told }) => told))],
})

/** The page of who has no account, and followed the link in a mail: everything that is held under that address, and what may be done with it. */
export const yoursPages = new Hono<Env>()
  .get('/privacy/yours', async (c) => {
    const mailbox = await openMailbox(c)
    return mailbox ? yoursPage(c, mailbox) : c.redirect(`/${c.var.language}/privacy/ask`, 303)
  })
  .post('/privacy/yours/copy', async (c) => {
    const { p } = c.var
    const mailbox = await mustBeOpen(c)
    await p.limits.count('ask.copy', mailbox.people[0], 10, 3600)
    const name = `${p.site.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${dayOf(p.clock.now())}.zip`
    return c.body(ReadableStream.from(zipOf(p.files, await copyFor(c, mailbox))), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })
  .post('/privacy/yours/restriction', async (c) => {
    const { p, language: lang } = c.var
    const mailbox = await mustBeOpen(c)
    const { typed } = await readForm(c)
    const schema = z.object({ ground: choice(restrictionGrounds) })
    const checked = check(schema, typed, lang, { ground: { choose: stopWords(lang).restriction.choose } })
    if (!checked.ok) return yoursPage(c, mailbox, checked.errors)
    for (const person of mailbox.people) await restrict(p, person, checked.values)
    return c.redirect(here(c), 303)
  })
  .post('/privacy/yours/restriction/end', async (c) => {
    const mailbox = await mustBeOpen(c)
    for (const person of mailbox.people) await lift(c.var.p, person)
    return c.redirect(here(c), 303)
  })
  .post('/privacy/yours/objections/:purpose', async (c) => {
    const mailbox = await mustBeOpen(c)
    const purpose = purposeOf(c)
    for (const person of mailbox.people) await object(c.var.p, person, purpose)
    return c.redirect(here(c), 303)
  })
  .post('/privacy/yours/objections/:purpose/end', async (c) => {
    const mailbox = await mustBeOpen(c)
    const purpose = purposeOf(c)
    for (const person of mailbox.people) await takeObjectionBack(c.var.p, person, purpose)
    return c.redirect(here(c), 303)
  })
  .post('/privacy/yours/end', async (c) => {
    const { p, language: lang } = c.var
    const mailbox = await mustBeOpen(c)
    const { typed } = await readForm(c)
    const text = words(lang).yours
    const checked = check(z.object({ sure: choice(['yes']) }), typed, lang, { sure: { choose: text.sureMissing } })
    if (!checked.ok) return yoursPage(c, mailbox, checked.errors)
    const receipts: Receipt[] = []
    for (const person of mailbox.people) receipts.push(await erase(p, person))
    // Of a child without an account nothing is known but that reply.
    for (const { person } of mailbox.children.filter(({ hasAccount }) => !hasAccount)) receipts.push(await erase(p, person))
    const others = [...mailbox.given, ...mailbox.children.filter(({ hasAccount }) => hasAccount)]
    receipts.push({ at: p.clock.now().toISOString(), erased: await forgetAt(p, others), kept: [], told: [] })
    // The answer to the POST itself: there is nobody left to keep the receipt for.
    return page(
      c,
      { title: text.gone.done, noindex: true },
      <ReceiptView lang={lang} receipt={summed(receipts)} said={text.gone} />,
    )
  })
