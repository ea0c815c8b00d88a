import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type Errors, errorOf, fieldsOf, type Typed, typedOf } from '../../platform/forms'
import { atDesk, type Env, missing } from '../../platform/http'
import type { ReportDecision } from '../../register'
import { labelled } from '../../std/written'
import { Button, ErrorSummary, Facts, Form, Notice, Radios, Tag, TextArea, Time } from '../../ui'
import { accountsOf } from '../accounts'
import { targetOf } from './decide'
import { deskPage } from './desk-page'
import { referenceOf } from './mails'
import { openedFor, type StaffPurpose } from './opening'
import { OpeningForm } from './opening-form'
import { reportById, reportsAbout } from './queries'
import { reportReasons } from './report-form'
import { may } from './rules'
import { words } from './words'

/** A notice with what it is about, as staff may see it before anything is opened. */
export async function found(c: Context<Env>) {
  const viewer = atDesk(c, may.reports)
  const { p, language } = c.var
  const id = c.req.param('id') ?? ''
  const row = /^[0-9a-f-]{36}$/.test(id) ? await reportById(p.db, id) : undefined
  if (!row) throw missing()
  const target = targetOf(p, row.target)
  const about = await target?.describe(p, p.db, row.target_id, language)
  const parties = about?.parties ?? []
  // Of two who write to each other, a measure is about the one who was reported.
  const others = parties.map(({ person }) => person).filter((person) => person !== row.person_id)
  const affected = [...(await accountsOf(p, p.db, others)).keys()]
  const decisions: ReportDecision[] = [
    'nothing',
    ...(about && target?.acts.includes('remove') ? (['removed'] as const) : []),
    ...(affected.length > 0 ? (['warned'] as const) : []),
    ...(about && target?.acts.includes('release') ? (['released'] as const) : []),
  ]
  const involved = row.person_id === viewer.personId || parties.some(({ person }) => person === viewer.personId)
  return { viewer, row, target, about, parties, affected, decisions, involved }
}
type Found = Awaited<ReturnType<typeof found>>

export const reporterHoldings = (account: boolean): readonly ('firstName.account' | 'email.account' | 'email.notice')[] =>
  account ? ['firstName.account', 'email.account'] : ['email.notice']
export const isModeration: readonly StaffPurpose[] = ['moderation']

/** Which form was sent and refused, to be shown again. */
type Again = { form: 'reporter' | 'content' | 'decision'; typed: Typed; errors: Errors }
const refused = (again: Again | undefined, form: Again['form']) => (again?.form === form ? again : {})

/** The purposes for which what is sealed of the target may be opened by staff. */
export const contentPurposes = ({ target }: Found): StaffPurpose[] =>
  (target?.open?.purposes ?? []).filter((purpose): purpose is StaffPurpose => purpose !== 'rights')

async function contentOpen(c: Context<Env>, of: Found): Promise<StaffPurpose | undefined> {
  const { p } = c.var
  const { viewer, parties, target, row } = of
  if (!target?.open || parties.length === 0) return undefined
  const { holdings } = target.open
  const opened = await Promise.all(parties.map(({ person }) => openedFor(p, p.db, viewer, person, holdings, row.target_id)))
  return opened.every((one) => one !== undefined) ? contentPurposes(of).find((purpose) => purpose === opened[0]) : undefined
}

async function NoticeText({ c, of }: { c: Context<Env>; of: Found }) {
  const { p, language: lang } = c.var
  const { row, viewer } = of
  const text = words(lang).notice
  const opened = await openedFor(p, p.db, viewer, row.person_id, ['report.notice'], row.id)
  if (!opened)
    return (
      <Form action={`/${lang}/desk/reports/${row.id}/reading`}>
        <Button icon="document">{text.read}</Button>
        <p class="soft small">{text.readHint}</p>
      </Form>
    )
  const held = (await p.vault.keys(p.db, [row.person_id])).bind('reports', row)
  return (
    <>
      <p class="as-typed">{held.explanation.open('moderation')}</p>
      {held.decision_reason && (
        <p class="as-typed">
          <strong>{labelled(text.decide.reason.label, lang)}</strong> {held.decision_reason.open('moderation')}
        </p>
      )}
    </>
  )
}

async function Reporter({ c, of, again }: { c: Context<Env>; of: Found; again?: Again }) {
  const { p, language: lang } = c.var
  const { row, viewer } = of
  const text = words(lang).notice
  const account = row.contact ? undefined : (await accountsOf(p, p.db, [row.person_id])).get(row.person_id)
  if (!account && !row.contact) return <p>{text.gonePerson}</p>
  if (!(await openedFor(p, p.db, viewer, row.person_id, reporterHoldings(account !== undefined), row.id)))
    return (
      <>
        <p class="soft">{text.reporterHint}</p>
        <OpeningForm
          lang={lang}
          id="reporter"
          action={`/${lang}/desk/reports/${row.id}/reporter`}
          purposes={isModeration}
          submit={text.reporterOpen}
          {...refused(again, 'reporter')}
        />
      </>
    )
  const { contact } = (await p.vault.keys(p.db, [row.person_id])).bind('reports', row)
  return (
    <Facts
      facts={[
        { label: text.firstName, value: account?.firstName.open('moderation') ?? text.noAccount },
        { label: text.email, value: (account?.email ?? contact)?.open('moderation') ?? '' },
      ]}
    />
  )
}

async function Content({ c, of, again }: { c: Context<Env>; of: Found; again?: Again }) {
  const { p, language: lang } = c.var
  const { row, target } = of
  if (!target?.open || of.parties.length === 0) return null
  const text = words(lang).notice
  const purpose = await contentOpen(c, of)
  return (
    <>
      <h2>{text.content}</h2>
      {purpose ? (
        await target.open.show(p, p.db, row.target_id, lang, purpose)
      ) : (
        <>
          <p class="soft">{text.contentHint}</p>
          <OpeningForm
            lang={lang}
            id="content"
            action={`/${lang}/desk/reports/${row.id}/content`}
            purposes={contentPurposes(of)}
            submit={text.contentOpen}
            {...refused(again, 'content')}
          />
        </>
      )}
    </>
  )
}

async function Decide({ c, of, again }: { c: Context<Env>; of: Found; again?: Again }) {
  const { p, language: lang } = c.var
  const { notice, report } = words(lang)
  const text = notice.decide
  const { typed, errors } = { typed: undefined, errors: undefined, ...refused(again, 'decision') }
  const field = fieldsOf(lang, typed, errors)
  const thing = { target: of.row.target, id: of.row.target_id }
  return (
    <Form action={`/${lang}/desk/reports/${of.row.id}/decision`}>
      <Radios
        {...field('decision')}
        label={text.label}
        options={of.decisions.map((value) =>
          value === 'released' || value === 'nothing'
            ? { value, text: text[value].text, hint: text[value].hints[of.row.target] }
            : { value, ...text[value] },
        )}
      />
      <TextArea {...field('reason')} {...text.reason} rows={3} maxlength={2000} />
      {of.decisions.some((one) => one === 'removed' || one === 'warned') && (
        <>
          <Radios
            lang={lang}
            name="ground"
            label={text.ground}
            optional
            value={typedOf(typed, 'ground') || of.row.reason}
            error={errorOf(errors, 'ground')}
            options={reportReasons.map((value) => ({ value, text: report.reasons[value].text }))}
          />
          {await Promise.all(p.features.map((feature) => feature.besideRemoval?.(c, thing)))}
          <TextArea {...field('facts')} {...text.facts} optional rows={4} maxlength={2000} />
        </>
      )}
      <Button>{text.submit}</Button>
    </Form>
  )
}

async function Others({ c, of }: { c: Context<Env>; of: Found }) {
  const { p, language: lang } = c.var
  const others = (await reportsAbout(p.db, [of.row.target_id])).filter(({ id }) => id !== of.row.id)
  if (others.length === 0) return null
  const { notice, report } = words(lang)
  return (
    <>
      <p>{notice.others(others.length)}</p>
      <ul>
        {others.map(({ id, reason, created_at, decision }) => (
          <li>
            <a href={`/${lang}/desk/reports/${id}`}>{report.reasons[reason].text}</a>, <Time at={created_at} lang={lang} />
            {decision && `: ${notice.decisions[decision].toLowerCase()}`}
          </li>
        ))}
      </ul>
    </>
  )
}

export async function reportView(c: Context<Env>, of: Found, again?: Again): Promise<Response> {
  const { p, language: lang } = c.var
  const { row, about, viewer } = of
  const { notice: text, desk, report } = words(lang)
  const title = text.title(report.reasons[row.reason].text)
  const errors = again?.errors ?? []
  const flash: Record<string, Child> = {
    done: (
      <Notice tone="success" live>
        <p>{text.done}</p>
      </Notice>
    ),
    already: (
      <Notice tone="warning" live>
        <p>{text.already}</p>
      </Notice>
    ),
  }
  return deskPage(
    c,
    viewer,
    { title, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{title}</h1>
      {flash[c.req.query('decision') ?? '']}
      <Facts
        facts={[
          {
            label: text.about,
            value: (
              <>
                {labelled(desk.targets[row.target], lang)}{' '}
                {about?.href ? <a href={about.href}>{about.title}</a> : (about?.title ?? text.gone)}
              </>
            ),
          },
          ...(about?.state ? [{ label: text.state, value: <Tag>{about.state}</Tag> }] : []),
          { label: text.received, value: <Time at={row.created_at} lang={lang} /> },
          { label: text.number, value: referenceOf(row.id) },
        ]}
      />
      <h2>{text.text}</h2>
      <NoticeText c={c} of={of} />
      <Others c={c} of={of} />
      <Content c={c} of={of} again={again} />
      {row.decision && row.decided_at ? (
        <>
          <h2>{text.decided}</h2>
          <p>
            <Tag tone="success">{text.decisions[row.decision]}</Tag> <Time at={row.decided_at} now={p.clock.now()} lang={lang} />
          </p>
        </>
      ) : (
        <>
          <h2>{text.decide.title}</h2>
          {of.involved ? <p>{text.self}</p> : <Decide c={c} of={of} again={again} />}
        </>
      )}
      {of.parties.length > 0 && (
        <>
          <h2>{text.parties}</h2>
          <ul>
            {of.parties.map(({ person, part }) => (
              <li>
                <a href={`/${lang}/desk/people/${person}`}>{text.lookUp(desk.parts[part])}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{text.reporter}</h2>
      <Reporter c={c} of={of} again={again} />
    </>,
  )
}
