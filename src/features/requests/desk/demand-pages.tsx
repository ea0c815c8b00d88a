import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { DeskQueue, Platform } from '../../../platform/feature'
import {
  check,
  choices,
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
} from '../../../platform/forms'
import { atDesk, type Env, missing } from '../../../platform/http'
import { demandable, holdingSaid } from '../../../privacy'
import { isHolding } from '../../../register'
import { dayIn } from '../../../std/written'
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  Empty,
  ErrorSummary,
  Facts,
  Form,
  LinkButton,
  Table,
  Tag,
  TextArea,
  TextInput,
  Time,
} from '../../../ui'
import { colleagues, deskPage, nameOf } from '../../desk'
import { approve, drawUp, handOver, mayApprove, peopleNamed, saidIn } from '../demands'
import { allDemands, demandById } from '../queries'
import { mayAnswer } from '../rules'
import { words } from '../words'

const fields = z.object({
  authority: line(200),
  reference: line(100),
  ground: line(200),
  who: lines(2000),
  holdings: choices(demandable).refine((chosen) => chosen.length > 0, 'choose'),
  from: day(),
  until: day(),
  silentUntil: optional(day()),
})

const chosenIn = (typed: Typed): string[] => [typed.holdings ?? []].flat()

function newPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const viewer = atDesk(c, mayAnswer)
  const { language: lang } = c.var
  const text = words(lang).demands
  const field = fieldsOf(lang, typed, errors)
  return deskPage(
    c,
    viewer,
    { title: text.newTitle, errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk/demands`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.newTitle}</h1>
      <p class="measure">{text.lead}</p>
      <Form action={`/${lang}/desk/demands`}>
        <TextInput {...field('authority')} {...text.authority} />
        <TextInput {...field('reference')} {...text.reference} />
        <TextInput {...field('ground')} {...text.ground} />
        <TextArea {...field('who')} {...text.who} rows={3} maxlength={2000} />
        <Checkboxes
          lang={lang}
          name="holdings"
          label={text.holdings}
          values={chosenIn(typed)}
          error={errorOf(errors, 'holdings')}
          options={demandable.map((value) => ({ value, text: holdingSaid(lang, value) }))}
        />
        <DateInput {...field('from')} {...text.from} />
        <DateInput {...field('until')} label={text.until} />
        <DateInput {...field('silentUntil')} {...text.silent} />
        <Button>{text.draw}</Button>
      </Form>
    </>,
  )
}

const stateOf = (row: { approved_at: Date | null; handed_at: Date | null }) =>
  row.handed_at ? 'handed' : row.approved_at ? 'approved' : 'waits'
/** Which authority, and what it calls the case. */
const named = (p: Platform, row: Parameters<typeof saidIn>[1]): string => {
  const { authority, reference } = saidIn(p, row)
  return `${authority}, ${reference}`
}
const tones = { handed: 'success', approved: 'brand', waits: 'warning' } as const

async function demandOf(c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  const row = /^[0-9a-f-]{36}$/.test(id) ? await demandById(c.var.p.db, id, c.var.p.clock.now()) : undefined
  if (!row) throw missing()
  return row
}

export const demandQueue: DeskQueue = {
  kind: 'demands',
  name: (language) => words(language).demands.title,
  roles: mayAnswer,
  queue: async (p, _db, language) =>
    (await allDemands(p.db, p.clock.now()))
      .filter(({ handed_at }) => !handed_at)
      .map((row) => ({
        id: row.id,
        title: named(p, row),
        since: row.created_at,
        href: `/${language}/desk/demands/${row.id}`,
        state: { text: words(language).demands.states[stateOf(row)], tone: 'plain' },
      })),
}

/** What the law lets an authority demand (G11): drawn up by one member of staff, approved by another where there is one, handed over once. */
export const demandPages = new Hono<Env>()
  .get('/desk/demands', async (c) => {
    const viewer = atDesk(c, mayAnswer)
    const { p, language: lang } = c.var
    const text = words(lang).demands
    const rows = await allDemands(p.db, p.clock.now())
    return deskPage(
      c,
      viewer,
      { title: text.title },
      <>
        <h1>{text.title}</h1>
        <p class="measure">{text.lead}</p>
        <p>
          <LinkButton href={`/${lang}/desk/demands/new`}>{text.newTitle}</LinkButton>
        </p>
        {rows.length === 0 ? (
          <Empty drawing="letterbox" title={text.emptyTitle}>
            <p>{text.empty}</p>
          </Empty>
        ) : (
          <Table
            id="demands"
            caption={text.title}
            columns={[
              { title: text.authority.label },
              { title: text.when },
              { title: text.records, numeric: true },
              { title: text.state },
            ]}
            rows={rows.map((row) => [
              <a href={`/${lang}/desk/demands/${row.id}`}>{named(p, row)}</a>,
              <Time at={row.created_at} lang={lang} />,
              row.rows,
              <Tag tone={tones[stateOf(row)]}>{text.states[stateOf(row)]}</Tag>,
            ])}
          />
        )}
      </>,
    )
  })
  .get('/desk/demands/new', (c) => newPage(c))
  .post('/desk/demands', async (c) => {
    const viewer = atDesk(c, mayAnswer)
    const { p, language: lang } = c.var
    const text = words(lang).demands
    await p.limits.count('desk.search', viewer.personId, 60, 3600)
    const { typed } = await readForm(c)
    const checked = check(fields, typed, lang, text.errors)
    if (!checked.ok) return newPage(c, typed, checked.errors)
    const { who, from, until, ...rest } = checked.values
    if (until < from) return newPage(c, typed, [{ name: 'until', message: text.errors.until.order }])
    const people = new Set<string>()
    for (const one of who.split('\n').map((name) => name.trim())) {
      const found = one ? await peopleNamed(p, p.db, one) : []
      if (one && found.length === 0) return newPage(c, typed, [{ name: 'who', message: text.nobody(one) }])
      for (const person of found) people.add(person)
    }
    const id = await drawUp(p, viewer, { ...rest, from, until, people: [...people] })
    return c.redirect(`/${lang}/desk/demands/${id}`, 303)
  })
  .get('/desk/demands/:id', async (c) => {
    const viewer = atDesk(c, mayAnswer)
    const { p, language: lang } = c.var
    const row = await demandOf(c)
    const text = words(lang).demands
    const names = new Map((await colleagues(p, p.db)).map((one) => [one.person, nameOf(one, words(lang).desk.colleague)]))
    const by = (person: string | null) => names.get(person ?? '') ?? words(lang).desk.colleague
    const at = `/${lang}/desk/demands/${row.id}`
    return deskPage(
      c,
      viewer,
      { title: saidIn(p, row).reference },
      <>
        <BackLink lang={lang} href={`/${lang}/desk/demands`} />
        <h1>{named(p, row)}</h1>
        <p>
          <Tag tone={tones[stateOf(row)]}>{text.states[stateOf(row)]}</Tag>
        </p>
        <Facts
          facts={[
            { label: text.ground.label, value: saidIn(p, row).ground },
            {
              label: text.holdings,
              value: row.holdings
                .filter(isHolding)
                .map((name) => holdingSaid(lang, name))
                .join('; '),
            },
            { label: text.period, value: text.between(dayIn(row.period_from, lang), dayIn(row.period_until, lang)) },
            { label: text.people, value: row.people },
            { label: text.records, value: row.rows },
            { label: text.hash, value: <code>{row.hash}</code> },
            ...(row.silent_until ? [{ label: text.silent.label, value: dayIn(row.silent_until, lang) }] : []),
            { label: text.drawnBy, value: by(row.asked_by) },
            ...(row.approved_at ? [{ label: text.approvedBy, value: by(row.approved_by) }] : []),
            ...(row.handed_at
              ? [
                  { label: text.handedAt, value: <Time at={row.handed_at} lang={lang} /> },
                  { label: text.ledgers, value: row.lines.length },
                ]
              : []),
          ]}
        />
        {!row.approved_at &&
          ((await mayApprove(p.db, viewer, row)) ? (
            <Form action={`${at}/approval`}>
              <Button>{text.approve}</Button>
            </Form>
          ) : (
            <p>{text.another}</p>
          ))}
        {row.approved_at && !row.handed_at && (
          <Form action={`${at}/file`}>
            <p class="soft small">{text.fetchHint}</p>
            <Checkboxes
              lang={lang}
              name="hold"
              label={text.hold.label}
              hint={text.hold.hint}
              options={[{ value: 'yes', text: text.hold.text }]}
            />
            <Button icon="document">{text.fetch}</Button>
          </Form>
        )}
      </>,
    )
  })
  .post('/desk/demands/:id/approval', async (c) => {
    const viewer = atDesk(c, mayAnswer)
    const row = await demandOf(c)
    await approve(c.var.p, viewer, row.id)
    return c.redirect(`/${c.var.language}/desk/demands/${row.id}`, 303)
  })
  .post('/desk/demands/:id/file', async (c) => {
    const viewer = atDesk(c, mayAnswer)
    const row = await demandOf(c)
    if (!row.approved_at || row.handed_at) return c.redirect(`/${c.var.language}/desk/demands/${row.id}`, 303)
    const { typed } = await readForm(c)
    const file = await handOver(c.var.p, row.id, typedOf(typed, 'hold') === 'yes' ? viewer.personId : undefined)
    return c.body(new Uint8Array(file), 200, {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="demand-${row.id.slice(0, 8)}.json"`,
    })
  })
