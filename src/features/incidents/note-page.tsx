import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { hours } from '../../platform/clock'
import {
  check,
  choice,
  day,
  type Errors,
  errorOf,
  fieldsOf,
  line,
  lines,
  optional,
  readForm,
  type Typed,
  typedOf,
} from '../../platform/forms'
import { atDesk, type Env } from '../../platform/http'
import type { Scenario } from '../../privacy'
import { recipientNames, recipients } from '../../register'
import { BackLink, Button, DateInput, ErrorSummary, Form, Radios, Select, TextArea, TextInput } from '../../ui'
import { deskPage } from '../desk'
import { noteIncident } from './acts'
import { disclosureAt } from './queries'
import { handlers, momentTyped } from './rules'
import { words } from './words'

const companies = recipientNames.filter((name) => recipients[name].kind !== 'person')
const kinds = ['dump', 'host', 'processor', 'recipient'] as const
const form = z.object({
  kind: choice(kinds),
  knownDay: day(),
  knownTime: optional(line(5)),
  fromDay: day(),
  untilDay: day(),
  recipient: optional(line(40)),
  disclosure: optional(line(36)),
  nature: lines(4000),
})

async function notePage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const viewer = atDesk(c, handlers)
  const { p, language: lang } = c.var
  const { form: text, kinds: names } = words(lang)
  const field = fieldsOf(lang, typed, errors)
  const named = companies.flatMap((name) => {
    const company = p.site.recipients[name]
    return company ? [{ value: name, text: company.name }] : []
  })
  return deskPage(
    c,
    viewer,
    { title: text.title, errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk/incidents`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Form action={`/${lang}/desk/incidents`}>
        <Radios
          lang={lang}
          name="kind"
          label={text.kind}
          options={kinds.map((value) => ({ value, text: names[value] }))}
          value={typedOf(typed, 'kind')}
          error={errorOf(errors, 'kind')}
        />
        <DateInput {...field('knownDay')} label={text.knownDay} />
        <TextInput {...field('knownTime')} label={text.knownTime} hint={text.timeHint} width={5} inputmode="numeric" />
        <DateInput {...field('fromDay')} label={text.fromDay} hint={text.dayHint} />
        <DateInput {...field('untilDay')} label={text.untilDay} />
        <Select
          {...field('recipient')}
          label={text.recipient}
          hint={text.recipientHint}
          options={[{ value: '', text: text.noRecipient }, ...named]}
        />
        <TextInput {...field('disclosure')} label={text.disclosure} hint={text.disclosureHint} />
        <TextArea {...field('nature')} label={text.nature} hint={text.natureHint} rows={5} maxlength={4000} />
        <Button>{text.act}</Button>
      </Form>
    </>,
  )
}

/** What the form says, as a scenario and its moments; or what does not hold in it. */
async function scenarioOf(c: Context<Env>, typed: z.output<typeof form>) {
  const { p, language: lang } = c.var
  const text = words(lang).form
  const errors: Errors = []
  const wrong = (name: string, message: string) => errors.push({ name, message })
  const knownAt = momentTyped(typed.knownDay, typed.knownTime ?? '')
  const beganAt = momentTyped(typed.fromDay, '00:00')
  const lastDay = momentTyped(typed.untilDay, '00:00')
  // The whole of the day on which it ended.
  const endedAt = lastDay && new Date(Math.min(lastDay.getTime() + hours(24), p.clock.now().getTime()))
  if (!knownAt) wrong('knownTime', text.time)
  else if (knownAt.getTime() > p.clock.now().getTime()) wrong('knownTime', text.future)
  if (!beganAt || !endedAt || endedAt.getTime() < beganAt.getTime()) wrong('untilDay', text.order)
  const recipient = companies.find((name) => name === typed.recipient && p.site.recipients[name])
  if (typed.kind === 'processor' && !recipient) wrong('recipient', text.whichCompany)
  const line = typed.kind === 'recipient' ? await disclosureAt(p.db, typed.disclosure ?? '') : undefined
  if (typed.kind === 'recipient' && !line) wrong('disclosure', text.noSuchDisclosure)
  if (errors.length > 0 || !knownAt || !beganAt || !endedAt) return { errors }
  const scenario: Scenario =
    typed.kind === 'processor' && recipient
      ? { kind: 'processor', recipient, from: beganAt, until: endedAt }
      : typed.kind === 'recipient' && line
        ? { kind: 'recipient', disclosure: line.id }
        : { kind: typed.kind === 'host' ? 'host' : 'dump', until: endedAt }
  return { errors, noted: { scenario, beganAt, endedAt, knownAt, nature: typed.nature, recipient } }
}

/** A breach is noted at the desk; one at a processor comes by the same road. */
export const notePages = new Hono<Env>()
  .get('/desk/incidents/new', (c) => notePage(c))
  .post('/desk/incidents', async (c) => {
    atDesk(c, handlers)
    const { p, language: lang } = c.var
    const { typed } = await readForm(c)
    const checked = check(form, typed, lang, words(lang).form.errors)
    if (!checked.ok) return notePage(c, typed, checked.errors)
    const { errors, noted } = await scenarioOf(c, checked.values)
    if (!noted) return notePage(c, typed, errors)
    return c.redirect(`/${lang}/desk/incidents/${await noteIncident(p, noted)}`, 303)
  })
