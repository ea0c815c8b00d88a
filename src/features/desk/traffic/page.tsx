import { isIP } from 'node:net'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, fieldsOf, line, readForm, type Typed } from '../../../platform/forms'
import { atDesk, type Env, type Viewer } from '../../../platform/http'
import type { Language } from '../../../std/words'
import { dayIn } from '../../../std/written'
import { Button, Empty, ErrorSummary, Form, LinkButton, Table, TextInput, Time } from '../../../ui'
import { deskPage } from '../desk-page'
import { openedFor, openForStaff } from '../opening'
import { OpeningForm, openingSchema, openingWords } from '../opening-form'
import { may } from '../rules'
import { words } from '../words'
import { busiest, requestsFrom } from './summary'

const purposes = ['security', 'fraud'] as const
const holdings = ['traffic.log'] as const
const most = { networks: 50, requests: 200 }

/** Nobody's in particular: it is written down under the name of who opens it, where the officer reads it. */
const isOpen = (c: Context<Env>, viewer: Viewer) => openedFor(c.var.p, c.var.p.db, viewer, viewer.personId, holdings)

type Again = { typed: Typed; errors: Errors }

async function closedPage(c: Context<Env>, viewer: Viewer, { typed = {}, errors = [] }: Partial<Again> = {}) {
  const { language: lang } = c.var
  const text = words(lang).traffic
  return deskPage(
    c,
    viewer,
    { title: text.title, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <OpeningForm
        action={`/${lang}/desk/traffic`}
        submit={text.open}
        lang={lang}
        purposes={purposes}
        id="field"
        hint={text.reasonHint}
        typed={typed}
        errors={errors}
      />
    </>,
  )
}

const Days = ({ lang, days, day }: { lang: Language; days: readonly string[]; day: string }) => (
  <p>
    {days.map((one) => (
      <>
        {one === day ? (
          <strong>{dayIn(one, lang)}</strong>
        ) : (
          <LinkButton variant="quiet" small href={`/${lang}/desk/traffic?day=${one}`}>
            {dayIn(one, lang)}
          </LinkButton>
        )}{' '}
      </>
    ))}
  </p>
)

async function openPage(c: Context<Env>, viewer: Viewer, { typed = {}, errors = [] }: Partial<Again> = {}) {
  const { p, language: lang } = c.var
  const text = words(lang).traffic
  await p.traffic.write()
  const days = await p.traffic.days()
  const asked = c.req.query('day')
  const day = days.find((one) => one === asked) ?? days[0]
  if (!day) throw new Error('there is no day, while this request is one of today')
  const rows = await busiest(p.traffic.read(day), most.networks)
  const { columns } = text
  const field = fieldsOf(lang, typed, errors)
  return deskPage(
    c,
    viewer,
    { title: text.title, errors },
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Days lang={lang} days={days} day={day} />
      <Form action={`/${lang}/desk/traffic/requests?day=${day}`}>
        <TextInput {...field('address')} label={text.address} hint={text.addressHint} autocomplete="off" spellcheck={false} />
        <Button icon="search">{text.show}</Button>
      </Form>
      <Table
        id="networks"
        caption={text.busiest(dayIn(day, lang))}
        columns={[
          { title: columns.network },
          { title: columns.requests, numeric: true },
          { title: columns.refused, numeric: true },
          { title: columns.browsers, numeric: true },
          { title: columns.first },
          { title: columns.last },
        ]}
        rows={rows.map(({ network, requests, refused, browsers, first, last }) => [
          <code>{network}</code>,
          requests,
          refused,
          browsers,
          <Time at={first} lang={lang} />,
          <Time at={last} lang={lang} />,
        ])}
      />
    </>,
  )
}

const asks = z.object({ address: line(45).refine((typed) => isIP(typed) > 0, 'address') })

/** The log of requests, for finding fraud and abuse: opened with a reason, which the officer reads. */
export const trafficPages = new Hono<Env>()
  .get('/desk/traffic', async (c) => {
    const viewer = atDesk(c, may.traffic)
    return (await isOpen(c, viewer)) ? openPage(c, viewer) : closedPage(c, viewer)
  })
  .post('/desk/traffic', async (c) => {
    const viewer = atDesk(c, may.traffic)
    const { p, language } = c.var
    const { typed } = await readForm(c)
    const checked = check(openingSchema(purposes), typed, language, openingWords(language))
    if (!checked.ok) return closedPage(c, viewer, { typed, errors: checked.errors })
    await openForStaff(p, p.db, viewer, { person: viewer.personId, ...checked.values, holdings })
    return c.redirect(`/${language}/desk/traffic`, 303)
  })
  // The answer to the POST itself: an address stands in no URL.
  .post('/desk/traffic/requests', async (c) => {
    const viewer = atDesk(c, may.traffic)
    const { p, language: lang } = c.var
    if (!(await isOpen(c, viewer))) return c.redirect(`/${lang}/desk/traffic`, 303)
    const { typed } = await readForm(c)
    const text = words(lang).traffic
    const checked = check(asks, typed, lang, { address: text.errors })
    if (!checked.ok) return openPage(c, viewer, { typed, errors: checked.errors })
    const { address } = checked.values
    const day = (await p.traffic.days()).find((one) => one === c.req.query('day')) ?? ''
    const rows = await requestsFrom(p.traffic.read(day), address, most.requests)
    const { columns } = text
    return deskPage(
      c,
      viewer,
      { title: text.title },
      <>
        <h1>{text.from(address)}</h1>
        <p>
          <LinkButton variant="quiet" href={`/${lang}/desk/traffic${day && `?day=${day}`}`}>
            {text.back}
          </LinkButton>
        </p>
        {rows.length === 0 ? (
          <Empty drawing="keys" title={text.emptyTitle}>
            <p>{text.empty}</p>
          </Empty>
        ) : (
          <Table
            id="requests"
            caption={text.newest}
            columns={[
              { title: columns.at },
              { title: columns.what },
              { title: columns.status, numeric: true },
              { title: columns.browser },
            ]}
            rows={rows.map(({ at, method, route, status, browser }) => [
              <Time at={at} lang={lang} />,
              <code>{`${method} ${route || '–'}`}</code>,
              status,
              browser || '–',
            ])}
          />
        )}
      </>,
    )
  })
