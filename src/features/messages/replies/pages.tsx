import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { check, readForm } from '../../../platform/forms'
import { type Env, missing } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import type { Language } from '../../../std/words'
import {
  BackLink,
  Button,
  ButtonRow,
  Card,
  Checkboxes,
  Empty,
  Form,
  LinkButton,
  Notice,
  Pagination,
  Tabs,
  Tag,
  Time,
} from '../../../ui'
import { accountsOf } from '../../accounts'
import { pageOf, switchForm } from '../forms'
import { type OwnAdvert, ownAdvert, ownAsAdvertiser } from '../own'
import { advertPath, inboxPath, ownAdvertPath, threadPath } from '../paths'
import { partingsOf } from '../queries/partings'
import { advertsWithReplies, repliesTo, setShortlisted, statusCounts } from '../queries/replies'
import { QuestionsLink } from '../questions/hint'
import { isUnread, perPage, threadIdShape } from '../rules'
import { nameOf } from '../view'
import { words as threadWords } from '../words'
import { takeBack } from './farewell'
import { isStatus, type Status, statuses } from './status'
import { statusTones } from './tags'
import { words } from './words'

/** One's adverts with the replies to each, on top of the inbox. */
export async function AdvertsWithReplies({ c, person }: { c: Context<Env>; person: string }): Promise<Child> {
  const { p, language: lang } = c.var
  const adverts = await advertsWithReplies(p.db, person)
  const text = words(lang)
  return adverts.length === 0 ? null : (
    <Card title={text.adverts}>
      <ul class="slot-list">
        {adverts.map(({ public_id, title, language, replies, fresh }) => (
          <li>
            <a href={ownAdvertPath(lang, public_id)} lang={language === lang ? undefined : language}>
              {title}
            </a>
            <span class="soft small">{text.counts(replies, fresh)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Farewells that are on their way, and the way to take them back. */
async function Leaving({ c, advert }: { c: Context<Env>; advert: OwnAdvert }): Promise<Child> {
  const { p, language: lang } = c.var
  const leaving = await partingsOf(p.db, advert.id, advert.personId)
  const text = words(lang)
  const [first] = leaving
  return first ? (
    <Notice title={text.leaving(leaving.length)} live>
      <p>
        <Time at={first.due_at} now={p.clock.now()} lang={lang} />
      </p>
      <Form action={ownAdvertPath(lang, advert.public_id, '/undo')} label={text.undo}>
        <Button small variant="secondary">
          {text.undo}
        </Button>
      </Form>
    </Notice>
  ) : null
}

type Reply = Awaited<ReturnType<typeof repliesTo>>[number]

const Line = ({ lang, row, status, now }: { lang: Language; row: Reply; status: Status; now: Date }) => (
  <>
    <Tag tone={statusTones[status]}>{words(lang).statuses[status]}</Tag> <Time at={row.last_message_at} now={now} lang={lang} />{' '}
    <a href={threadPath(lang, row.public_id)}>{words(lang).open}</a>
  </>
)

async function repliesPage(c: Context<Env>) {
  const { p, language: lang } = c.var
  const advert = await ownAdvert(c)
  const asked = c.req.query('status')
  const status = isStatus(asked) ? asked : undefined
  const at = pageOf(c)
  const [found, counts] = await Promise.all([
    repliesTo(p.db, advert.id, advert.personId, status, perPage + 1, (at - 1) * perPage),
    statusCounts(p.db, advert.id, advert.personId),
  ])
  const rows = found.slice(0, perPage)
  const people = await accountsOf(
    p,
    p.db,
    rows.map((row) => row.seeker_id),
  )
  const text = words(lang)
  const count = (of: Status) => counts.find((one) => one.status === of)?.count ?? 0
  const to = (query: Record<string, string>) => `${ownAdvertPath(lang, advert.public_id)}?${new URLSearchParams(query)}`
  const path = ownAdvertPath(lang, advert.public_id)
  return page(
    c,
    { title: text.about(advert.title), noindex: true },
    <>
      <BackLink lang={lang} href={inboxPath(lang)} text={threadWords(lang).back} />
      <h1>{text.about(advert.title)}</h1>
      {await Leaving({ c, advert })}
      <ButtonRow>
        <LinkButton small variant="secondary" icon="calendar" href={ownAdvertPath(lang, advert.public_id, '/viewings')}>
          {text.offer}
        </LinkButton>
        <LinkButton small variant="secondary" icon="key" href={ownAdvertPath(lang, advert.public_id, '/rented')}>
          {text.rent}
        </LinkButton>
        <LinkButton small variant="quiet" href={advertPath(lang, advert.public_id)}>
          {text.toAdvert}
        </LinkButton>
      </ButtonRow>
      <p class="small">
        <QuestionsLink language={lang} />
      </p>
      <Tabs
        label={text.statusLabel}
        tabs={[
          { text: text.all, href: path, current: status === undefined, count: counts.reduce((sum, one) => sum + one.count, 0) },
          ...statuses.map((one) => ({
            text: text.statuses[one],
            href: to({ status: one }),
            current: one === status,
            count: count(one),
          })),
        ]}
      />
      {rows.length === 0 ? (
        <Empty drawing="letterbox" title={text.none}>
          <p>{text.noneText}</p>
        </Empty>
      ) : (
        <Form method="get" action={ownAdvertPath(lang, advert.public_id, '/farewell')} label={text.decline}>
          <Checkboxes
            lang={lang}
            name="thread"
            label={text.choose}
            options={rows.map((row) => {
              const { name } = nameOf(row, 'advertiser', people, lang)
              const known = isStatus(row.status) ? row.status : 'seen'
              return {
                value: row.public_id,
                text: isUnread(row, 'advertiser') ? <strong>{name}</strong> : name,
                hint: <Line lang={lang} row={row} status={known} now={p.clock.now()} />,
              }
            })}
          />
          <Button variant="secondary">{text.declineChosen}</Button>
        </Form>
      )}
      <Pagination
        lang={lang}
        {...(at > 1 ? { previous: to({ ...(status && { status }), page: String(at - 1) }) } : {})}
        {...(found.length > perPage ? { next: to({ ...(status && { status }), page: String(at + 1) }) } : {})}
      />
    </>,
  )
}

const advert = '/messages/adverts/:publicId{[a-z0-9]{12}}'
export const repliesPages = new Hono<Env>()
  .get(advert, repliesPage)
  .post(`${advert}/undo`, async (c) => {
    const { p, language: lang } = c.var
    const own = await ownAdvert(c)
    await p.db.transaction().execute((trx) => takeBack(p, trx, own.id, own.personId))
    return c.redirect(ownAdvertPath(lang, own.public_id), 303)
  })
  .post(`/messages/:thread{${threadIdShape}}/shortlist`, async (c) => {
    const { p, language: lang } = c.var
    const { row } = await ownAsAdvertiser(c)
    const checked = check(switchForm, (await readForm(c)).typed, lang)
    if (!checked.ok) throw missing()
    await setShortlisted(p.db, row.id, checked.values.on === '1')
    return c.redirect(threadPath(lang, row.public_id), 303)
  })
