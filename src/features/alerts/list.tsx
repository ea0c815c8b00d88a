import { type Context, Hono } from 'hono'
import { check, readForm } from '../../platform/forms'
import { type Env, missing, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { mustStay } from '../../platform/people'
import { dateIn } from '../../std/written'
import { BackLink, Button, Card, Empty, Form, LinkButton, Notice, Tag } from '../../ui'
import { accountsOf } from '../accounts'
import { everything, roomsPath } from '../search'
import { WantedFields, wantedForm } from './fields'
import { endsOn } from './mails'
import { paths } from './paths'
import { removeSearch, type SavedRow, searchesOf } from './queries'
import { keptSearch, nameOf, opened, ownSearch, setWanted } from './saved'
import { words } from './words'

const shape = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

function OneSearch({ c, row }: { c: Context<Env>; row: SavedRow & { text: string } }) {
  const { language: lang, p } = c.var
  const text = words(lang)
  const { search } = keptSearch(row.text, lang)
  const to = paths(lang).of(row.id)
  return (
    <Card title={nameOf(search, lang, p.clock.now())} level={2}>
      <p>
        <Tag tone={row.frequency === 'none' ? undefined : 'success'}>{text.frequencies[row.frequency]}</Tag>{' '}
        {row.at_night && row.frequency !== 'none' && <Tag>{text.atNight}</Tag>}
      </p>
      <p>
        <a href={roomsPath(lang, search)}>{text.list.open}</a>
      </p>
      <p class="soft small">{text.list.until(dateIn(endsOn(row), lang))}</p>
      <div class="alert-acts">
        <LinkButton href={to} small variant="secondary">
          {text.list.change}
        </LinkButton>
        {row.frequency !== 'none' && (
          <form method="post" action={`${to}/pause`}>
            <Button small variant="secondary">
              {text.list.pause}
            </Button>
          </form>
        )}
        <form method="post" action={`${to}/removal`}>
          <Button small variant="quiet">
            {text.list.remove}
          </Button>
        </form>
      </div>
    </Card>
  )
}

export const listPages = new Hono<Env>()
  .get('/alerts', async (c) => {
    const { personId } = signedIn(c)
    const { p, language: lang } = c.var
    const text = words(lang)
    const rows = await opened(p, p.db, await searchesOf(p.db, personId), 'account')
    const account = (await accountsOf(p, p.db, [personId])).get(personId)
    const done = Object.entries(text.done).find(([name]) => name === c.req.query('done'))?.[1]
    return page(
      c,
      { title: text.list.title, noindex: true },
      <>
        {done && (
          <Notice tone="success" live>
            {done}
          </Notice>
        )}
        <h1>{text.list.title}</h1>
        {rows.length > 0 && account && !account.notifications.alerts && (
          <Notice tone="warning">
            <p>
              {text.list.off} <a href={`/${lang}/account/settings/notifications`}>{text.list.settings}</a>
            </p>
          </Notice>
        )}
        {rows.length === 0 ? (
          <Empty drawing="search" title={text.list.emptyTitle}>
            <p>{text.list.empty}</p>
            <p>
              <LinkButton href={roomsPath(lang, everything)}>{text.new.toSearch}</LinkButton>
            </p>
          </Empty>
        ) : (
          <>
            {rows.map((row) => (
              <OneSearch c={c} row={row} />
            ))}
            <p class="soft">{text.list.another}</p>
          </>
        )}
      </>,
    )
  })
  .get(`/alerts/:id{${shape}}`, async (c) => {
    const { personId } = signedIn(c)
    const { p, language: lang } = c.var
    const text = words(lang)
    const [row] = await opened(p, p.db, [await ownSearch(p.db, personId, c.req.param('id'))], 'account')
    if (!row) throw missing()
    const { search } = keptSearch(row.text, lang)
    return page(
      c,
      { title: text.list.change, noindex: true },
      <>
        <BackLink lang={lang} href={paths(lang).all} text={text.list.title} />
        <h1>{nameOf(search, lang, p.clock.now())}</h1>
        <Form action={paths(lang).of(row.id)}>
          <WantedFields lang={lang} wanted={{ frequency: row.frequency, atNight: row.at_night }} />
          <Button>{text.list.change}</Button>
        </Form>
        <p class="soft">
          {text.list.another} <a href={roomsPath(lang, search)}>{text.list.open}</a>
        </p>
      </>,
    )
  })
  .post(`/alerts/:id{${shape}}`, async (c) => {
    const { personId } = signedIn(c)
    const { p, language } = c.var
    const row = await ownSearch(p.db, personId, c.req.param('id'))
    const { typed } = await readForm(c, 10_000)
    const checked = check(wantedForm, typed, language)
    if (checked.ok)
      await p.db.transaction().execute(async (trx) => {
        await mustStay(trx, personId)
        await setWanted(p, trx, row, checked.values)
      })
    return c.redirect(`${paths(language).all}${checked.ok ? '?done=changed' : ''}`, 303)
  })
  .post(`/alerts/:id{${shape}}/pause`, async (c) => {
    const { personId } = signedIn(c)
    const { p, language } = c.var
    const row = await ownSearch(p.db, personId, c.req.param('id'))
    await p.db.transaction().execute((trx) => setWanted(p, trx, row, { frequency: 'none', atNight: row.at_night }))
    return c.redirect(`${paths(language).all}?done=paused`, 303)
  })
  .post(`/alerts/:id{${shape}}/removal`, async (c) => {
    const { personId } = signedIn(c)
    const { p, language } = c.var
    const { id } = await ownSearch(p.db, personId, c.req.param('id'))
    await removeSearch(p.db, id)
    return c.redirect(`${paths(language).all}?done=removed`, 303)
  })
