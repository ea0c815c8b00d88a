import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, fieldsOf, line, readForm, type Typed } from '../../platform/forms'
import { atDesk, type Env, missing, type Viewer } from '../../platform/http'
import { restrictionOf } from '../../privacy'
import { type HoldingName, registerWords } from '../../register'
import { labelled } from '../../std/written'
import { Button, ErrorSummary, Facts, Form, Tag, TextInput, Time } from '../../ui'
import { accountsOf, personCalled } from '../accounts'
import { deskPage } from './desk-page'
import { openedFor, openForStaff } from './opening'
import { OpeningFields, OpeningForm, openingFields, openingSchema, openingWords } from './opening-form'
import { decisionsAbout, reportsAbout, sinceOf } from './queries'
import { Restricted, RestrictForm, restrictionPages } from './rights/restriction'
import { may } from './rules'
import { words } from './words'

const purposes = ['moderation'] as const
/** What moderation needs to know of an account: whose it is, and nothing else that is sealed. */
const holdings = ['firstName.account', 'email.account', 'userName.account'] as const satisfies readonly HoldingName[]

/** Searching is by exact match, and so many times: nobody lists the members. */
const countSearch = (c: Context<Env>, viewer: Viewer) => c.var.p.limits.count('desk.search', viewer.personId, 60, 3600)

function searchPage(c: Context<Env>, viewer: Viewer, typed: Typed = {}, errors: Errors = []): Promise<Response> {
  const { language: lang } = c.var
  const text = words(lang).people
  const field = fieldsOf(lang, typed, errors)
  return deskPage(
    c,
    viewer,
    { title: text.title, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      <Form action={`/${lang}/desk/people`}>
        <TextInput {...field('who')} label={text.who} autocomplete="off" spellcheck={false} />
        <OpeningFields lang={lang} purposes={purposes} id="field" typed={typed} errors={errors} />
        <Button icon="search">{text.submit}</Button>
      </Form>
    </>,
  )
}

/** What there is of a person's that others see or saw, and what was reported of it. */
async function Belongings({ c, person }: { c: Context<Env>; person: string }) {
  const { p, language: lang } = c.var
  const { people: text, notice, report } = words(lang)
  const targets = p.features.flatMap((feature) => Object.values(feature.deskTargets ?? {}))
  const items = (await Promise.all(targets.map((target) => target.ofPerson?.(p, p.db, person, lang)))).flatMap(
    (some) => some ?? [],
  )
  const reports = Map.groupBy(
    await reportsAbout(
      p.db,
      items.map(({ id }) => id),
    ),
    ({ target_id }) => target_id,
  )
  const measures = await decisionsAbout(p.db, person)
  return (
    <>
      <h2>{text.adverts}</h2>
      {items.length === 0 ? (
        <p>{text.noAdverts}</p>
      ) : (
        <ul>
          {items.map(({ id, title, href, state }) => (
            <li>
              {href ? <a href={href}>{title}</a> : title} {state && <Tag>{state}</Tag>}{' '}
              {reports.get(id)?.map((one, at) => (
                <>
                  {at === 0 && `${labelled(text.reported(reports.get(id)?.length ?? 0), lang)} `}
                  <a href={`/${lang}/desk/reports/${one.id}`}>{report.reasons[one.reason].text}</a>{' '}
                </>
              ))}
            </li>
          ))}
        </ul>
      )}
      <h2>{text.measures}</h2>
      {measures.length === 0 ? (
        <p>{text.noMeasures}</p>
      ) : (
        <ul>
          {measures.map(({ decision, ground, decided_at }) => (
            <li>
              {notice.decisions[decision]},{' '}
              {ground !== 'unconfirmed' && ground !== 'unused' && `${report.reasons[ground].text.toLowerCase()}, `}
              <Time at={decided_at} lang={lang} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Again = { typed: Typed; errors: Errors; of: 'opening' | 'restriction' }

async function personPage(c: Context<Env>, viewer: Viewer, person: string, again?: Again) {
  const { p, language: lang } = c.var
  const account = (await accountsOf(p, p.db, [person])).get(person)
  if (!account) throw missing()
  const text = words(lang).people
  const restriction = await restrictionOf(p, person)
  const opened = await openedFor(p, p.db, viewer, person, holdings)
  const errors = again?.errors ?? []
  const refused = (of: Again['of']) => (again?.of === of ? { typed: again.typed, errors } : {})
  const since = await sinceOf(p.db, person)
  return deskPage(
    c,
    viewer,
    { title: text.heading, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.heading}</h1>
      {restriction ? (
        <Restricted c={c} person={person} liftsAt={restriction.liftsAt} />
      ) : opened ? (
        <>
          <Facts
            facts={[
              { label: text.firstName, value: account.firstName.open('moderation') },
              { label: text.email, value: account.email.open('moderation') },
              { label: text.userName, value: account.userName.open('moderation') },
              ...(since ? [{ label: text.since, value: <Time at={since} lang={lang} /> }] : []),
            ]}
          />
          <Belongings c={c} person={person} />
          <RestrictForm c={c} person={person} {...refused('restriction')} />
        </>
      ) : (
        <>
          <p>{registerWords(lang).purposes.moderation.what}</p>
          <OpeningForm
            lang={lang}
            id="person"
            action={`/${lang}/desk/people/${person}`}
            purposes={purposes}
            submit={text.open}
            {...refused('opening')}
          />
        </>
      )}
    </>,
  )
}

const idOf = (c: Context<Env>): string => {
  const id = c.req.param('person') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) throw missing()
  return id
}

export const peoplePages = new Hono<Env>()
  .get('/desk/people', (c) => searchPage(c, atDesk(c, may.people)))
  .post('/desk/people', async (c) => {
    const viewer = atDesk(c, may.people)
    const { p, language } = c.var
    const { typed } = await readForm(c)
    const text = words(language).people
    const schema = z.object({ who: line(254), ...openingFields(purposes) })
    const checked = check(schema, typed, language, { ...openingWords(language), ...text.errors })
    if (!checked.ok) return searchPage(c, viewer, typed, checked.errors)
    const { who, purpose, reason } = checked.values
    await countSearch(c, viewer)
    const person = await personCalled(p, p.db, who)
    if (!person) return searchPage(c, viewer, typed, [{ name: 'who', message: text.nobody }])
    await openForStaff(p, p.db, viewer, { person, purpose, reason, holdings })
    return c.redirect(`/${language}/desk/people/${person}`, 303)
  })
  .get('/desk/people/:person', (c) => personPage(c, atDesk(c, may.people), idOf(c)))
  .post('/desk/people/:person', async (c) => {
    const viewer = atDesk(c, may.people)
    const { p, language } = c.var
    const person = idOf(c)
    const { typed } = await readForm(c)
    const checked = check(openingSchema(purposes), typed, language, openingWords(language))
    if (!checked.ok) return personPage(c, viewer, person, { typed, errors: checked.errors, of: 'opening' })
    if (!(await accountsOf(p, p.db, [person])).has(person)) throw missing()
    await openForStaff(p, p.db, viewer, { person, ...checked.values, holdings })
    return c.redirect(`/${language}/desk/people/${person}`, 303)
  })
  .route(
    '/',
    restrictionPages((c, person, typed, errors) =>
      personPage(c, atDesk(c, may.people), person, { typed, errors, of: 'restriction' }),
    ),
  )
