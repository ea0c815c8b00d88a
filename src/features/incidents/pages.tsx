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
} from '../../platform/forms'
import { atDesk, type Env, missing } from '../../platform/http'
import { erasedSince, holdingSaid } from '../../privacy'
import type { Language } from '../../std/words'
import { momentIn } from '../../std/written'
import { BackLink, Button, Empty, ErrorSummary, Facts, Form, LinkButton, Notice, Radios, Table, Tag, TextArea } from '../../ui'
import { deskPage } from '../desk'
import { tellPeople } from './acts'
import { allIncidents, type Incident, incidentById, updateIncident } from './queries'
import { dueAt, handlers, isLate } from './rules'
import { foundOf, isUnintelligible, sheetOf, sheetText } from './sheet'
import { words } from './words'

const details = z.object({ consequences: optional(lines(4000)), measures: optional(lines(4000)) })
const filing = z.object({ filing: choice(['filed', 'notNeeded']), filingReason: optional(lines(2000)) })
const telling = z.object({ telling: choice(['tell', 'not']), tellingReason: optional(lines(2000)) })

async function found(c: Context<Env>): Promise<Incident> {
  atDesk(c, handlers)
  const id = c.req.param('id') ?? ''
  const incident = /^[0-9a-f-]{36}$/.test(id) ? await incidentById(c.var.p.db, id) : undefined
  if (!incident) throw missing()
  return incident
}

const filingState = (lang: Language, { filed_at, filing_needed }: Incident): string => {
  const { states } = words(lang)
  return filed_at ? states.filed(momentIn(filed_at, lang)) : filing_needed === false ? states.notNeeded : states.open
}
const tellingState = (lang: Language, { told_at, telling_needed }: Incident): string => {
  const { states } = words(lang)
  return told_at ? states.told(momentIn(told_at, lang)) : telling_needed === false ? states.notNeeded : states.open
}

async function list(c: Context<Env>) {
  const viewer = atDesk(c, handlers)
  const { p, language: lang } = c.var
  const { list: text, kinds } = words(lang)
  const all = await allIncidents(p.db)
  return deskPage(
    c,
    viewer,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>
        <LinkButton href={`/${lang}/desk/incidents/new`}>{text.note}</LinkButton>
      </p>
      {all.length === 0 ? (
        <Empty drawing="keys" title={text.none}>
          <p>{text.hope}</p>
        </Empty>
      ) : (
        <Table
          id="incidents"
          caption={text.caption}
          columns={[text.what, text.known, text.people, text.authority, text.told].map((title) => ({ title }))}
          rows={all.map((one) => [
            <a href={`/${lang}/desk/incidents/${one.id}`}>{kinds[one.kind]}</a>,
            momentIn(one.known_at, lang),
            String(one.reach.people),
            filingState(lang, one),
            tellingState(lang, one),
          ])}
        />
      )}
    </>,
  )
}

const inHours = (milliseconds: number) => Math.floor(milliseconds / 3_600_000)

/** How long there is left, in red once half of it is over. */
const Left = ({ lang, of, now }: { lang: Language; of: Incident; now: Date }) => {
  const { page: text } = words(lang)
  if (of.filed_at || of.filing_needed === false) return <Notice tone="success">{filingState(lang, of)}</Notice>
  const left = dueAt(of.known_at).getTime() - now.getTime()
  return (
    <Notice
      tone={left < 48 * 3_600_000 ? 'danger' : 'warning'}
      title={left >= 0 ? text.left(inHours(left)) : text.over(inHours(-left))}
    >
      <p>
        {text.until} {momentIn(dueAt(of.known_at), lang)}
      </p>
    </Notice>
  )
}

const ReachTable = ({ lang, of }: { lang: Language; of: Incident }) => {
  const { page: text } = words(lang)
  if (of.reach.people === 0) return <p>{text.nobody}</p>
  return (
    <>
      <p>
        {text.reached(of.reach.people, of.reach.records)} {isUnintelligible(of) ? text.unintelligible : text.intelligible}
      </p>
      <Table
        id="reach"
        caption={text.reach}
        columns={[{ title: text.data }, { title: text.readable }, { title: text.people }, { title: text.records }]}
        rows={foundOf(of).map(({ holding, readable, people, records }) => [
          holdingSaid(lang, holding),
          <Tag tone={readable ? 'danger' : 'success'}>{readable ? text.yes : text.no}</Tag>,
          String(people),
          String(records),
        ])}
      />
    </>
  )
}

type Given = { typed?: Typed; errors?: Errors }

async function one(c: Context<Env>, { typed = {}, errors = [] }: Given = {}) {
  const viewer = atDesk(c, handlers)
  const { p, language: lang } = c.var
  const of = await found(c)
  const { page: text, kinds } = words(lang)
  const field = fieldsOf(lang, { consequences: of.consequences, measures: of.measures, ...typed }, errors)
  const path = `/${lang}/desk/incidents/${of.id}`
  return deskPage(
    c,
    viewer,
    { title: kinds[of.kind], errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk/incidents`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{kinds[of.kind]}</h1>
      <Left lang={lang} of={of} now={p.clock.now()} />
      <p class="as-typed measure">{of.nature}</p>
      <h2>{text.reach}</h2>
      <ReachTable lang={lang} of={of} />
      {(of.kind === 'dump' || of.kind === 'host') && (
        <p class="measure soft">{text.unknowable(await erasedSince(p, of.began_at))}</p>
      )}
      <h2>{text.details}</h2>
      <Form action={`${path}/details`}>
        <TextArea {...field('consequences')} label={text.consequences} hint={text.noNames} rows={3} maxlength={4000} />
        <TextArea {...field('measures')} label={text.measures} rows={3} maxlength={4000} />
        <Button variant="secondary">{text.save}</Button>
      </Form>
      <h2>{text.filing}</h2>
      <p>
        {filingState(lang, of)}. <a href={`${path}/form`}>{text.sheet}</a>
      </p>
      {!of.filed_at && (
        <Form action={`${path}/filing`}>
          <Radios
            lang={lang}
            name="filing"
            label={text.decision}
            options={[
              { value: 'filed', text: text.filed },
              { value: 'notNeeded', text: text.notFiled },
            ]}
            value={typedOf(typed, 'filing')}
            error={errorOf(errors, 'filing')}
          />
          <TextArea {...field('filingReason')} label={text.reason} hint={text.reasonHint} rows={2} maxlength={2000} />
          <Button>{text.act}</Button>
        </Form>
      )}
      <h2>{text.telling}</h2>
      <p>{tellingState(lang, of)}.</p>
      {!of.told_at && of.reach.people > 0 && (
        <Form action={`${path}/telling`}>
          <p class="measure">
            {text.tellLead(of.reach.people)} {text.unreachable}
          </p>
          <Radios
            lang={lang}
            name="telling"
            label={text.tellDecision}
            options={[
              { value: 'tell', text: text.tell },
              { value: 'not', text: text.notTell },
            ]}
            value={typedOf(typed, 'telling')}
            error={errorOf(errors, 'telling')}
          />
          <TextArea {...field('tellingReason')} label={text.tellReason} rows={2} maxlength={2000} />
          <Button>{text.act}</Button>
        </Form>
      )}
    </>,
  )
}

async function sheet(c: Context<Env>) {
  const viewer = atDesk(c, handlers)
  const { p, language: lang } = c.var
  const of = await found(c)
  const { sheet: text, page: said } = words(lang)
  const parts = sheetOf(p, lang, of)
  const open = parts.flatMap(({ fields }) => fields).filter(({ value }) => value === undefined).length
  const path = `/${lang}/desk/incidents/${of.id}`
  return deskPage(
    c,
    viewer,
    { title: text.title },
    <>
      <BackLink lang={lang} href={path} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead(p.site.authority.name[lang] ?? '')}</p>
      <p>
        {text.blanks(open)} <a href={`${path}/form.txt`}>{said.text}</a> · <a href={`${path}/form.json`}>{said.json}</a>
      </p>
      <p class="soft">{said.print}</p>
      {parts.map(({ number, title, fields }) => (
        <section class="flow" aria-labelledby={`part-${number}`}>
          <h2 id={`part-${number}`}>
            {number}. {title}
          </h2>
          <Facts facts={fields.map(({ label, value }) => ({ label, value: value ?? <Tag tone="warning">{text.blank}</Tag> }))} />
        </section>
      ))}
    </>,
  )
}

const back = (c: Context<Env>, { id }: Incident) => c.redirect(`/${c.var.language}/desk/incidents/${id}`, 303)

export const incidentPages = new Hono<Env>()
  .get('/desk/incidents', list)
  .get('/desk/incidents/:id', (c) => one(c))
  .get('/desk/incidents/:id/form', sheet)
  .get('/desk/incidents/:id/form.txt', async (c) => {
    const of = await found(c)
    return c.text(sheetText(c.var.language, sheetOf(c.var.p, c.var.language, of)))
  })
  .get('/desk/incidents/:id/form.json', async (c) => {
    const of = await found(c)
    return c.json(sheetOf(c.var.p, c.var.language, of))
  })
  .post('/desk/incidents/:id/details', async (c) => {
    const of = await found(c)
    const { typed } = await readForm(c)
    const checked = check(details, typed, c.var.language, {})
    if (!checked.ok) return one(c, { typed, errors: checked.errors })
    const { consequences, measures } = checked.values
    await updateIncident(c.var.p.db, of.id, { consequences: consequences ?? '', measures: measures ?? '' })
    return back(c, of)
  })
  .post('/desk/incidents/:id/filing', async (c) => {
    const of = await found(c)
    const { p, language: lang } = c.var
    const { page: text } = words(lang)
    const { typed } = await readForm(c)
    const checked = check(filing, typed, lang, { filing: { required: text.decisionMissing } })
    if (!checked.ok) return one(c, { typed, errors: checked.errors })
    if (of.filed_at) return back(c, of)
    const { filing: decision, filingReason: reason } = checked.values
    const now = p.clock.now()
    const filed = decision === 'filed'
    if ((!filed || isLate(of.known_at, now)) && !reason)
      return one(c, { typed, errors: [{ name: 'filingReason', message: text.reasonMissing }] })
    await updateIncident(p.db, of.id, { filed_at: filed ? now : null, filing_needed: filed, filing_reason: reason })
    return back(c, of)
  })
  .post('/desk/incidents/:id/telling', async (c) => {
    const of = await found(c)
    const { p, language: lang } = c.var
    const { page: text } = words(lang)
    const { typed } = await readForm(c)
    const checked = check(telling, typed, lang, { telling: { required: text.tellMissing } })
    if (!checked.ok) return one(c, { typed, errors: checked.errors })
    if (of.told_at) return back(c, of)
    const { telling: decision, tellingReason: reason } = checked.values
    if (decision === 'tell') await tellPeople(p, of.id)
    else if (!reason) return one(c, { typed, errors: [{ name: 'tellingReason', message: text.tellReasonMissing }] })
    else await updateIncident(p.db, of.id, { telling_needed: false, telling_reason: reason })
    return back(c, of)
  })
