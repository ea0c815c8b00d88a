import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../../platform/db'
import {
  check,
  choice,
  type Errors,
  email,
  fieldsOf,
  line,
  lines,
  readForm,
  type Typed,
  ticked,
  typedOf,
} from '../../platform/forms'
import { idOfSent, once } from '../../platform/forms/once'
import { isRobots, stampNow } from '../../platform/forms/trap'
import { countSent, workFor } from '../../platform/forms/work'
import { addressOf, type Env, gone, missing } from '../../platform/http'
import { page } from '../../platform/http/page'
import { unlessTooMany } from '../../platform/limits'
import { normalise } from '../../platform/vault'
import { registerWords } from '../../register'
import { findPersonalData } from '../../std/finder'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkboxes,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Radios,
  TextArea,
  TextInput,
  Trap,
  Work,
} from '../../ui'
import { articlesIn, type Heading, keyOf, pathTo } from '../writing'
import { take } from './acts'
import { asksGravatar } from './avatar'
import { lockReply, threadOf } from './queries'
import { words } from './words'

const longest = 3000
const ages = ['old', 'young'] as const

/** In the order of the page: what is refused is named so. */
const fields = z.object({
  body: lines(longest, 2),
  name: line(60),
  email: email(),
  age: choice(ages),
  gravatar: ticked(),
})
const ofYoung = z.object({ parent: email() })

/** The article of this address, which everybody may read. */
async function articleHere(c: Context<Env>): Promise<Heading> {
  const { p, language } = c.var
  const found = (await articlesIn(p, p.db, language)).find(({ slug }) => slug === c.req.param('slug'))
  if (!found) throw missing()
  if (!found.replies) throw gone()
  return found
}

/** What is said above the form: `personal`, that the text has in it what tells too much (Q8); or what holds up somebody who did nothing wrong. */
type Held = 'personal' | 'quick' | 'tooMany'
type Shown = { typed?: Typed; errors?: Errors; since?: string; held?: Held }

/** What a text tells of somebody, as its own words, each with what it is. */
const Personal = ({ c, body }: { c: Context<Env>; body: string }) => {
  const text = words(c.var.language).form
  return (
    <ul>
      {findPersonalData(body).map(({ kind, start, end }) => (
        <li>
          <mark>{body.slice(start, end)}</mark> {text.kinds[kind]}
        </li>
      ))}
    </ul>
  )
}

async function formPage(c: Context<Env>, { typed = {}, errors = [], since, held }: Shown = {}) {
  const { p, language: lang } = c.var
  const article = await articleHere(c)
  const text = words(lang).form
  const { items } = registerWords(lang)
  const field = fieldsOf(lang, typed, errors)
  const to = typedOf(typed, 'to')
  const status = held === 'tooMany' ? 429 : held === 'personal' ? 422 : undefined
  const title = to ? text.answerTitle : text.title
  return page(
    c,
    {
      title,
      noindex: true,
      errors,
      translations: { [lang]: `${pathTo(article)}/reply` },
      islands: ['islands/count.ts', 'islands/work.ts'],
      ...(status ? { status } : {}),
    },
    <>
      <BackLink lang={lang} href={pathTo(article)} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{title}</h1>
      <p class="lead">{article.title}</p>
      {held && (
        <Notice tone="warning" title={text[held].title} live>
          {held === 'personal' && <Personal c={c} body={typedOf(typed, 'body')} />}
          <p>{text[held].text}</p>
        </Notice>
      )}
      <Form action={`${pathTo(article)}/reply`} hidden={{ since: since ?? stampNow(c), ...(to ? { to } : {}) }}>
        <TextArea {...field('body')} label={text.body} hint={text.bodyHint} rows={8} maxlength={longest} />
        <TextInput {...field('name')} label={text.name} hint={text.nameHint} maxlength={60} autocomplete="nickname" />
        <TextInput
          {...field('email')}
          label={text.email}
          why={items.text.why}
          hint={text.emailHint}
          type="email"
          autocomplete="email"
          spellcheck={false}
        />
        <Radios
          {...field('age')}
          label={text.age}
          options={[
            { value: 'old', text: text.old },
            {
              value: 'young',
              text: text.young,
              more: (
                <TextInput
                  {...field('parent')}
                  label={text.parent}
                  hint={text.parentHint}
                  why={items.parent.why}
                  type="email"
                  autocomplete="off"
                  spellcheck={false}
                />
              ),
            },
          ]}
        />
        {asksGravatar(p) && (
          <Checkboxes
            lang={lang}
            name="gravatar"
            label={text.picture}
            options={[{ value: '1', text: text.gravatar, hint: text.gravatarHint }]}
            values={typedOf(typed, 'gravatar') ? ['1'] : []}
          />
        )}
        <Trap label={text.website} />
        <Work lang={lang} {...workFor(c)} />
        <p class="soft small measure">
          {text.kept} {asksGravatar(p) ? text.showsPicture : text.shows}
        </p>
        <ButtonRow>
          <Button>{text.send}</Button>
          {held === 'personal' && (
            <Button variant="secondary" name="act" value="anyway">
              {text.anyway}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </>,
  )
}

/** What was typed, if it can be a reply. */
function read(c: Context<Env>, typed: Typed) {
  const { language: lang } = c.var
  const text = words(lang).form
  const isYoung = typedOf(typed, 'age') === 'young'
  const checked = check(isYoung ? fields.extend(ofYoung.shape) : fields, typed, lang, text.errors)
  if (!checked.ok) return checked
  const parent = 'parent' in checked.values ? String(checked.values.parent) : null
  if (parent && normalise(parent) === normalise(checked.values.email))
    return { ok: false as const, errors: [{ name: 'parent', message: text.errors.parent.own }] }
  return { ok: true as const, values: { ...checked.values, parent } }
}

/** What comes next, for who has just sent a reply. */
async function sentPage(c: Context<Env>) {
  const { language: lang } = c.var
  const article = await articleHere(c)
  const text = words(lang).sent
  return page(
    c,
    { title: text.title, noindex: true, translations: { [lang]: `${pathTo(article)}/reply` } },
    <>
      <h1>{text.title}</h1>
      <Notice tone="success">
        <p>{text.author}</p>
      </Notice>
      <p class="measure">{text.mail}</p>
      <LinkButton variant="secondary" href={pathTo(article)}>
        {text.back}
      </LinkButton>
    </>,
  )
}

/** Writing a reply under an article, without an account. */
export const formPages = new Hono<Env>()
  .get('/blog/:slug{[a-z0-9-]+}/reply', (c) => {
    if (c.req.query('sent') !== undefined) return sentPage(c)
    const to = c.req.query('to')
    return formPage(c, to ? { typed: { to } } : {})
  })
  .post('/blog/:slug{[a-z0-9-]+}/reply', async (c) => {
    const { p, language, viewer } = c.var
    const article = await articleHere(c)
    const { typed } = await readForm(c, 100_000)
    const since = typedOf(typed, 'since')
    const checked = read(c, typed)
    if (!checked.ok) return formPage(c, { typed, errors: checked.errors, since })
    const { values } = checked
    if (typedOf(typed, 'act') !== 'anyway' && findPersonalData(values.body).length > 0)
      return formPage(c, { typed, since, held: 'personal' })
    if (isRobots(c, typed)) return formPage(c, { typed, held: 'quick' })
    const key = keyOf(article)
    const to = typedOf(typed, 'to')
    const thread = /^[0-9a-f-]{36}$/.test(to) ? ((await threadOf(p.db, key, to)) ?? null) : null
    const { name, email, body, parent, gravatar } = values
    const said = { article: key, thread, language, name, email, body, parent, gravatar }
    const id = idOfSent(p, 'reply', since, said)
    const isThere = (db: Db) => lockReply(db, id)
    const { wait } = await unlessTooMany(async () => {
      if (await isThere(p.db)) return
      await countSent(c, typed, 'reply')
      // These addresses may be anybody's: they get no more mails than this because of others.
      for (const address of new Set([email, parent ?? email])) await p.limits.count('reply.address', normalise(address), 5, 3600)
      const [ip, person] = [addressOf(c), viewer?.personId ?? null]
      await once(p, id, isThere, (trx) => take(p, trx, { ...said, id, ip, person }))
    })
    if (wait !== undefined) {
      c.header('retry-after', String(wait))
      return formPage(c, { typed, since, held: 'tooMany' })
    }
    return c.redirect(`${pathTo(article)}/reply?sent`, 303)
  })
