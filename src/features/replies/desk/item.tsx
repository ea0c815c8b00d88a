import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, type Errors, fieldsOf, lines, optional, readForm, type Typed, typedOf } from '../../../platform/forms'
import { atDesk, type Env, missing } from '../../../platform/http'
import type { ReplyState } from '../../../register'
import type { Language } from '../../../std/words'
import {
  BackLink,
  Button,
  Empty,
  ErrorSummary,
  Facts,
  Form,
  Notice,
  Radios,
  Table,
  Tag,
  type TagTone,
  TextArea,
  Time,
} from '../../../ui'
import { deskPage, maySettle, openedFor, openForStaff } from '../../desk'
import { everyHeading, keyOf, pathTo, stateOf, titlesByKey } from '../../writing'
import { refuse, show, takeAway } from '../acts'
import { latestReplies, replyById } from '../queries'
import { Said } from '../shown'
import { words } from '../words'
import { mayModerate } from './queue'

/** So many are on the page. */
const latest = 200
/** What tells who it was, beside what everybody may read. */
const holdings = ['email.reply', 'origin.reply'] as const

const tones: Record<ReplyState, TagTone> = {
  author: 'plain',
  parent: 'plain',
  staff: 'warning',
  shown: 'success',
  refused: 'danger',
}
const State = ({ lang, state }: { lang: Language; state: ReplyState }) => (
  <Tag tone={tones[state]}>{words(lang).desk.states[state]}</Tag>
)

async function listPage(c: Context<Env>) {
  const viewer = atDesk(c, mayModerate)
  const { p, language: lang } = c.var
  const text = words(lang).desk
  const rows = await latestReplies(p.db, latest)
  const titles = await titlesByKey(p, p.db)
  return deskPage(
    c,
    viewer,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      {rows.length === 0 ? (
        <Empty drawing="letterbox" title={text.none}>
          <p>{text.noneYet}</p>
        </Empty>
      ) : (
        <Table
          id="replies"
          caption={text.latest}
          columns={[text.article, text.stands, text.received].map((title) => ({ title }))}
          rows={rows.map(({ id, article, state, created_at }) => [
            <a href={`/${lang}/desk/replies/${id}`}>{titles.get(article) || article}</a>,
            <State lang={lang} state={state} />,
            <Time at={created_at} lang={lang} />,
          ])}
        />
      )}
    </>,
  )
}

async function found(c: Context<Env>) {
  const viewer = atDesk(c, mayModerate)
  const { p } = c.var
  const id = c.req.param('id') ?? ''
  const row = /^[0-9a-f-]{36}$/.test(id) ? await replyById(p.db, id, p.clock.now()) : undefined
  if (!row) throw missing()
  // What its author has against a refusal is looked at by somebody else, where there is somebody.
  const involved =
    row.complaint !== null && row.state === 'staff' && !(await maySettle(p.db, viewer, row, { decided_by: row.refused_by }))
  return { viewer, row, involved, held: (await p.vault.keys(p.db, [row.person_id])).bind('replies', row) }
}

const decisions = ['show', 'refuse', 'spam'] as const
const schema = z.object({ decision: choice(decisions), reason: optional(lines(2000, 10)) })

async function itemPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const { viewer, row, held, involved } = await found(c)
  const { p, language: lang } = c.var
  const text = words(lang).desk
  const at = `/${lang}/desk/replies/${row.id}`
  const known = await openedFor(p, p.db, viewer, row.person_id, holdings, row.id)
  const field = fieldsOf(lang, typed, errors)
  // Before its author, or a parent, did their part it is not for staff either.
  const isRead = row.state !== 'author' && row.state !== 'parent' && held.body.may('replying')
  const article = (await everyHeading(p, p.db)).find((one) => keyOf(one) === row.article)
  const isThere = article && stateOf(article, p.clock.now()) === 'published'
  const choices = decisions.filter((one) => (row.state === 'shown' ? one !== 'show' : row.state !== 'refused' || one === 'show'))
  return deskPage(
    c,
    viewer,
    { title: text.one, errors },
    <>
      <BackLink lang={lang} href={`/${lang}/desk/replies`} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.one}</h1>
      <Facts
        facts={[
          {
            label: text.article,
            value: isThere ? <a href={pathTo(article)}>{article.title}</a> : (article?.title ?? row.article),
          },
          { label: text.received, value: <Time at={row.created_at} lang={lang} /> },
          { label: text.stands, value: <State lang={lang} state={row.state} /> },
          { label: text.proved, value: row.confirmed_at ? <Time at={row.confirmed_at} lang={lang} /> : text.notProved },
          ...(row.parent_at ? [{ label: text.parent, value: <Time at={row.parent_at} lang={lang} /> }] : []),
          ...(isRead ? [{ label: text.name, value: held.name.open('replying') }] : []),
        ]}
      />
      {isRead ? (
        <blockquote class="reply-quote">
          <Said text={held.body.open('replying')} />
        </blockquote>
      ) : (
        <Notice tone="info">{text.notYet}</Notice>
      )}
      {held.refusal && isRead && (
        <Notice tone="info" title={text.refusal}>
          <p class="as-typed">{held.refusal.open('replying')}</p>
        </Notice>
      )}
      {held.complaint && isRead && (
        <Notice tone="warning" title={text.complaint}>
          <p class="as-typed">{held.complaint.open('replying')}</p>
        </Notice>
      )}
      {involved && <p>{text.self}</p>}
      {isRead && !involved && (
        <Form action={`${at}/decision`}>
          <Radios
            {...field('decision')}
            label={text.decide}
            options={choices.map((value) => ({
              value,
              ...text.decisions[value],
              ...(value === 'refuse'
                ? {
                    more: <TextArea {...field('reason')} label={text.reason} hint={text.reasonHint} rows={4} maxlength={2000} />,
                  }
                : {}),
            }))}
          />
          <Button>{text.act}</Button>
        </Form>
      )}
      {isRead && (
        <section class="flow">
          <h2>{text.who}</h2>
          {known ? (
            <Facts
              facts={[
                { label: text.email, value: held.email?.open('replying') ?? text.without },
                { label: text.ip, value: held.ip?.open('replying') ?? text.without },
              ]}
            />
          ) : (
            <Form action={`${at}/reading`}>
              <p class="soft small">{text.sealed}</p>
              <Button variant="secondary" icon="lock">
                {text.open}
              </Button>
            </Form>
          )}
        </section>
      )}
    </>,
  )
}

/** Replies at the desk: let through, refused with a reason, or thrown away. */
export const itemPages = new Hono<Env>()
  .get('/desk/replies', listPage)
  .get('/desk/replies/:id', (c) => itemPage(c))
  .post('/desk/replies/:id/reading', async (c) => {
    const { viewer, row } = await found(c)
    const { p, language: lang } = c.var
    const reason = words(lang).desk.openReason
    await openForStaff(p, p.db, viewer, { person: row.person_id, purpose: 'replying', reason, holdings, about: row.id })
    return c.redirect(`/${lang}/desk/replies/${row.id}`, 303)
  })
  .post('/desk/replies/:id/decision', async (c) => {
    const { viewer, row, involved } = await found(c)
    const { p, language: lang } = c.var
    if (row.state === 'author' || row.state === 'parent' || involved) throw missing()
    const { typed } = await readForm(c)
    const text = words(lang).desk
    // A reason is of a refusal alone.
    const given = typedOf(typed, 'decision') === 'refuse' ? typed : { ...typed, reason: '' }
    const checked = check(schema, given, lang, text.errors)
    if (!checked.ok) return itemPage(c, typed, checked.errors)
    const { decision, reason } = checked.values
    if (decision === 'refuse' && !reason) return itemPage(c, typed, [{ name: 'reason', message: text.errors.reason.tooShort }])
    if (decision === 'show') await show(p, row)
    if (decision === 'refuse' && reason) await refuse(p, row, { facts: reason, by: viewer.personId })
    if (decision === 'spam') await takeAway(p, row)
    return c.redirect(`/${lang}/desk?kind=replies`, 303)
  })
