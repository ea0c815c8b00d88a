import { type Context, Hono } from 'hono'
import { check, type Errors, fieldsOf, readForm, type Typed, typedOf } from '../../platform/forms'
import { idOfSent, once } from '../../platform/forms/once'
import { isRobots, stampNow } from '../../platform/forms/trap'
import { countSent, workFor } from '../../platform/forms/work'
import { type Env, missing } from '../../platform/http'
import { page } from '../../platform/http/page'
import { unlessTooMany } from '../../platform/limits'
import { normalise } from '../../platform/vault'
import { holding } from '../../register'
import { documentTypes } from '../../std/document'
import type { Language } from '../../std/words'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkboxes,
  DateInput,
  ErrorSummary,
  FileInput,
  Form as FormOf,
  LinkButton,
  Notice,
  Radios,
  Steps,
  SummaryList,
  TextArea,
  TextInput,
  Trap,
  Work,
} from '../../ui'
import { answerSaid, answersOf, askedIn, schemaFor } from './answers'
import { asksFile, type Field, type Form, fieldsOfForm, type Said, type Step, sayIn } from './definition'
import { formNamed, take } from './entries'
import { filesIn, mostOf } from './files'
import { entryById } from './queries'
import { words } from './words'

const pathOf = (lang: Language, form: Form) => `/${lang}/forms/${form.slug}`

function formOf(c: Context<Env>): Form {
  const form = formNamed(c.var.p, c.req.param('form') ?? '')
  if (!form) throw missing()
  return form
}

type Asking = { c: Context<Env>; typed: Typed; errors: Errors }

const FieldOf = ({ field, asking: { c, typed, errors } }: { field: Field; asking: Asking }) => {
  const { language: lang } = c.var
  const { name, kind, options, optional, longest } = field
  const say = (some: Said | undefined) => some && sayIn(lang, some)
  const about = { ...fieldsOf(lang, typed, errors)(name), label: sayIn(lang, field.label), hint: say(field.hint), optional }
  const choices = options.map(({ value, label }) => ({ value, text: sayIn(lang, label) }))
  const chosen = typed[name] ?? []
  switch (kind) {
    case 'lines':
      return <TextArea {...about} rows={6} maxlength={longest ?? 4000} />
    case 'email':
      return <TextInput {...about} type="email" autocomplete="email" spellcheck={false} />
    case 'phone':
      return <TextInput {...about} type="tel" autocomplete="tel" width={20} />
    case 'whole':
      return <TextInput {...about} inputmode="numeric" width={10} />
    case 'day':
      return <DateInput {...about} />
    case 'choice':
      return <Radios {...about} options={choices} />
    case 'choices':
      return <Checkboxes {...about} options={choices} values={Array.isArray(chosen) ? chosen : [chosen]} />
    case 'ticked':
      return (
        <Checkboxes
          {...about}
          label=""
          options={[{ value: '1', text: about.label }]}
          values={typedOf(typed, name) ? ['1'] : []}
        />
      )
    case 'file': {
      const hint = [about.hint, words(lang).documents].filter(Boolean).join(' ')
      return <FileInput {...about} hint={hint} accept={documentTypes} />
    }
    case 'line':
      return <TextInput {...about} maxlength={longest ?? 200} autocomplete={name === 'name' ? 'name' : undefined} />
  }
}

/** What was typed in other fields, to come along unseen; one that a form asks several answers of has several. */
const Along = ({ typed, fields }: { typed: Typed; fields: readonly Field[] }) => (
  <>
    {fields.flatMap(({ name }) => {
      const value = typed[name] ?? []
      return (Array.isArray(value) ? value : [value]).map((one) => <input type="hidden" name={name} value={one} />)
    })}
  </>
)

/** What was filled in at a step, with the way back to it. */
const Given = ({ form, step, at, typed, lang }: { form: Form; step: Step; at: number; typed: Typed; lang: Language }) => {
  const text = words(lang)
  const asked = askedIn(step, typed)
  if (asked.length === 0) return null
  return (
    <section class="flow">
      <h2>{sayIn(lang, step.title ?? form.title)}</h2>
      <SummaryList
        lang={lang}
        rows={asked.map((field) => ({
          label: sayIn(lang, field.label),
          value: <span class="copy-text">{answerSaid(field, typed, lang) || text.noAnswer}</span>,
        }))}
      />
      <Button variant="secondary" small name="to" value={String(at)}>
        {text.change}
        <span class="visually-hidden"> {sayIn(lang, step.title ?? form.title)}</span>
      </Button>
    </section>
  )
}

/** What holds up somebody who did nothing wrong: the same button works later. */
type HeldUp = 'quick' | 'tooMany'
type Where = { form: Form; at: number; typed?: Typed; errors?: Errors; since?: string; heldUp?: HeldUp | undefined }

/** A step of a form; after the last one, where there are several, what is about to be sent. */
function stepPage(c: Context<Env>, { form, at, typed = {}, errors = [], since, heldUp }: Where) {
  const { p, language: lang } = c.var
  const text = words(lang)
  const step = form.steps[at]
  const asked = step ? askedIn(step, typed) : []
  const others = fieldsOfForm(form).filter((field) => !asked.includes(field))
  const isLast = isLastOf(form, at, typed)
  const title = step ? sayIn(lang, form.title) : text.check
  const address = form.to ?? p.site.controller.email
  const { days } = holding['answers.form'].keep
  // "Fill this in" says nothing far from its field.
  const labelOf = (of: string) => sayIn(lang, fieldsOfForm(form).find(({ name }) => name === of)?.label ?? form.title)
  return page(
    c,
    {
      title: step?.title && at > 0 ? `${sayIn(lang, step.title)} – ${title}` : title,
      description: sayIn(lang, form.lead),
      errors,
      noindex: at > 0,
      islands: ['islands/steps.ts', ...(isLast ? ['islands/work.ts'] : [])],
      ...(heldUp === 'tooMany' ? { status: 429 } : {}),
    },
    <>
      <ErrorSummary
        lang={lang}
        errors={errors.map((error) => ({ ...error, message: `${labelOf(error.name)} – ${error.message}` }))}
      />
      {heldUp && (
        <Notice tone="warning" title={text[heldUp].title} live>
          {text[heldUp].text}
        </Notice>
      )}
      <h1>{title}</h1>
      {at === 0 && <p class="lead">{sayIn(lang, form.lead)}</p>}
      {form.steps.length > 1 && (
        <Steps
          lang={lang}
          steps={Array.from({ length: pagesOf(form) }, (_, n) => {
            const one = form.steps[n]
            return { title: one ? sayIn(lang, one.title ?? form.title) : text.check }
          })}
          current={at}
        />
      )}
      <FormOf
        action={pathOf(lang, form)}
        multipart={asked.some(({ kind }) => kind === 'file')}
        hidden={{ step: String(at), since: since ?? stampNow(c) }}
        data-step={at}
        data-posted={c.req.method === 'POST' ? '' : undefined}
      >
        <Along typed={typed} fields={others} />
        {step
          ? asked.map((field) => <FieldOf field={field} asking={{ c, typed, errors }} />)
          : form.steps.map((one, n) => <Given form={form} step={one} at={n} typed={typed} lang={lang} />)}
        <Trap label={text.website} />
        {isLast && <Work lang={lang} {...workFor(c)} />}
        {isLast && <p class="soft small">{text.kept(days)}</p>}
        <ButtonRow>
          <Button name="act" value="go">
            {isLast ? text.send : text.next}
          </Button>
          {at > 0 && (
            <Button variant="secondary" name="act" value="back">
              {text.back}
            </Button>
          )}
        </ButtonRow>
      </FormOf>
      {at === 0 && (
        <p class="soft">
          {text.orMail.before} <a href={`mailto:${address}`}>{address}</a>. {text.orMail.after}
        </p>
      )}
    </>,
  )
}

/** So many pages it has: its steps, and a look at all of them where there are several. A browser gives a file back to nobody, so that one with a file has no such look. */
const pagesOf = (form: Form): number => form.steps.length + (form.steps.length > 1 && !asksFile(form) ? 1 : 0)

/** Whether what is filled in here is sent from here: the only step, the look at all of it after the last one, or the last one where a file is asked. */
const isLastOf = (form: Form, at: number, typed: Typed): boolean =>
  at === form.steps.length || ((form.steps.length === 1 || asksFile(form)) && nextOf(form, at, typed, 1) === form.steps.length)

/** The next step, or the one before, that asks something of who typed this; the number of steps when only sending is left. */
function nextOf(form: Form, at: number, typed: Typed, by: 1 | -1): number {
  const next = at + by
  const step = form.steps[next]
  return step && next > 0 && askedIn(step, typed).length === 0 ? nextOf(form, next, typed, by) : Math.max(0, next)
}

/** The first step with something wrong in it. */
function wrongStep(c: Context<Env>, form: Form, typed: Typed, until: number): { at: number; errors: Errors } | undefined {
  const { language: lang } = c.var
  for (const [at, step] of form.steps.slice(0, until).entries()) {
    const fields = askedIn(step, typed)
    const said = Object.fromEntries(fields.map(({ name }) => [name, words(lang).errors]))
    const checked = check(schemaFor(fields), typed, lang, said)
    if (!checked.ok) return { at, errors: checked.errors }
  }
  return undefined
}

/** The forms of the site: filled in without an account, a step at a time, nothing kept before it is sent. */
export const formPages = new Hono<Env>()
  .get('/forms/:form', (c) => {
    const form = formOf(c)
    // A link to a form may fill in some of it.
    const typed = Object.fromEntries(fieldsOfForm(form).flatMap(({ name }) => [[name, c.req.queries(name) ?? []]]))
    return stepPage(c, { form, at: 0, typed })
  })
  .post('/forms/:form', async (c) => {
    const { p, language, viewer } = c.var
    const form = formOf(c)
    const read = await readForm(c, mostOf(form))
    const { typed, files, errors: wrongFiles } = await filesIn(fieldsOfForm(form), read, language)
    const since = typedOf(typed, 'since')
    const at = Math.min(form.steps.length, Math.max(0, Number.parseInt(typedOf(typed, 'step'), 10) || 0))
    const to = Number(typedOf(typed, 'to') || Number.NaN)
    if (Number.isInteger(to) && to >= 0 && to < pagesOf(form)) return stepPage(c, { form, at: to, typed, since })
    if (typedOf(typed, 'act') === 'back') return stepPage(c, { form, at: nextOf(form, at, typed, -1), typed, since })
    const wrong = wrongStep(c, form, typed, at + 1)
    // Browsers give a file back to nobody: it is chosen anew, and that is said.
    const again = fieldsOfForm(form)
      .filter(({ name, kind }) => kind === 'file' && typedOf(typed, name) !== '')
      .map(({ name }) => ({ name, message: words(language).errors.fileAgain }))
    const isSent = isLastOf(form, at, typed)
    const errors = [...(wrong?.errors ?? []), ...(isSent ? wrongFiles : [])]
    if (errors.length > 0) return stepPage(c, { form, at: wrong?.at ?? at, errors: [...errors, ...again], typed, since })
    if (!isSent) return stepPage(c, { form, at: nextOf(form, at, typed, 1), typed, since })
    if (isRobots(c, typed)) return stepPage(c, { form, at, errors: again, typed, heldUp: 'quick' })
    const field = fieldsOfForm(form).find(({ kind }) => kind === 'email')
    const email = (field && typedOf(typed, field.name).trim()) || null
    const answers = answersOf(form, typed, language)
    const id = idOfSent(p, form.slug, since, [answers, files])
    const { wait } = await unlessTooMany(async () => {
      if (await entryById(p.db, id)) return
      await countSent(c, typed, 'form')
      // The address may be anybody's: they get no more mails than this because of others.
      if (email) await p.limits.count('form.address', normalise(email), 5, 3600)
      const person = viewer?.personId ?? null
      await once(p, id, entryById, (trx) => take(p, trx, { id, form, answers, files, email, language, person }))
    })
    if (wait !== undefined) {
      c.header('retry-after', String(wait))
      return stepPage(c, { form, at, errors: again, typed, since, heldUp: 'tooMany' })
    }
    return c.redirect(`${pathOf(language, form)}/sent`, 303)
  })
  .get('/forms/:form/sent', (c) => {
    const { language: lang } = c.var
    const form = formOf(c)
    const text = words(lang).sent
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        <BackLink lang={lang} href={pathOf(lang, form)} />
        <h1>{text.title}</h1>
        <p class="lead">{text.received}</p>
        <p>{sayIn(lang, form.thanks)}</p>
        <LinkButton variant="secondary" href={`/${lang}`}>
          {text.home}
        </LinkButton>
      </>,
    )
  })
