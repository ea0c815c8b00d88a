import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readForm } from '../../platform/forms'
import { addressOf, type Env, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import { tokenShape } from '../../platform/links'
import { dateIn } from '../../std/written'
import { Button, CardGrid, Confirm, Form, LinkButton, Notice } from '../../ui'
import { firstPhotos, ListingCardOf } from '../listings'
import { roomsPath, type Search } from '../search'
import { searchOfLink } from './links'
import { endsOn, toldIn } from './mails'
import { paths } from './paths'
import { changeSearch, renewSearch, type SavedRow } from './queries'
import { keptSearch, nameOf, opened } from './saved'
import { words } from './words'

const counted = (c: Context<Env>) => c.var.p.limits.count('alerts.link', networkOf(addressOf(c)), 100, 900)

async function asked(c: Context<Env>, token: string): Promise<{ row: SavedRow; search: Search; name: string }> {
  const { p, language } = c.var
  await counted(c)
  const row = await searchOfLink(p, token)
  const [{ text } = { text: '' }] = await opened(p, p.db, [row], 'serviceMail')
  const { search } = keptSearch(text, language)
  return { row, search, name: nameOf(search, language, p.clock.now()) }
}

/** The adverts of one mail, all of them. */
async function Told({ c, row, search, mail }: { c: Context<Env>; row: SavedRow; search: Search; mail: string }) {
  const { p, language } = c.var
  const text = words(language)
  const told = await toldIn(p, p.db, search, row, mail)
  const photos = await firstPhotos(
    p.db,
    told.map(({ advert }) => advert.id),
  )
  return told.length === 0 ? (
    <p>{text.link.none}</p>
  ) : (
    <section class="flow">
      <h2>{text.link.told(told.length)}</h2>
      <CardGrid
        items={told.map(({ advert }) => (
          <ListingCardOf summary={advert} photo={photos.get(advert.id)} language={language} now={p.clock.now()} level={3} />
        ))}
      />
    </section>
  )
}

const mailNamed = (typed: string | undefined) => z.uuid().safeParse(typed).data

/** The pages that the mails lead to, without signing in. Opening one changes nothing. */
export const linkPages = new Hono<Env>()
  .get(`/alerts/link/:token{${tokenShape}}`, async (c) => {
    const { language: lang } = c.var
    const token = c.req.param('token')
    const { row, search, name } = await asked(c, token)
    const text = words(lang)
    const mail = mailNamed(c.req.query('of'))
    const done = (['renewed', 'paused'] as const).find((one) => one === c.req.query('done'))
    return page(
      c,
      { title: name, noindex: true },
      <>
        {done && (
          <Notice tone="success" live>
            {text.done[done]}
          </Notice>
        )}
        <h1>{name}</h1>
        {mail && (await Told({ c, row, search, mail }))}
        <p>
          <LinkButton href={roomsPath(lang, search)} variant="secondary">
            {text.link.all}
          </LinkButton>
        </p>
        <section class="flow">
          <h2>{text.link.keep}</h2>
          <p>{text.link.until(dateIn(endsOn(row), lang))}</p>
          <Form action={`${paths(lang).with(token)}/renewal`}>
            <Button>{text.link.renew}</Button>
          </Form>
          <p>
            {row.frequency === 'none' ? (
              text.done.paused
            ) : (
              <a href={`${paths(lang).with(token)}/unsubscription`}>{text.link.stop}</a>
            )}
          </p>
          <p>
            <a href={paths(lang).all}>{text.link.mine}</a>
          </p>
        </section>
      </>,
    )
  })
  .post(`/alerts/link/:token{${tokenShape}}/renewal`, async (c) => {
    const { p, language } = c.var
    const token = c.req.param('token')
    const { row } = await asked(c, token)
    await p.db.transaction().execute((trx) => renewSearch(trx, row.id, p.clock.now()))
    return c.redirect(`${paths(language).with(token)}?done=renewed`, 303)
  })
  .get(`/alerts/link/:token{${tokenShape}}/unsubscription`, async (c) => {
    const { language: lang } = c.var
    const token = c.req.param('token')
    const { name } = await asked(c, token)
    const { link } = words(lang)
    return page(
      c,
      { title: link.stopTitle, noindex: true },
      <>
        <h1>{name}</h1>
        <Confirm
          title={link.stopTitle}
          action={`${paths(lang).with(token)}/unsubscription`}
          confirm={link.stop}
          cancel={{ href: paths(lang).with(token), text: link.back }}
        >
          <p>{link.stopText}</p>
        </Confirm>
      </>,
    )
  })
  .post(`/alerts/link/:token{${tokenShape}}/unsubscription`, async (c) => {
    const { p, language } = c.var
    const token = c.req.param('token')
    const { row } = await asked(c, token)
    const { typed } = await readForm(c, 10_000)
    await changeSearch(p.db, row.id, { frequency: 'none' })
    // RFC 8058, section 3.1: a mail program presses the button itself, and follows nothing.
    if (typed['List-Unsubscribe'] === 'One-Click') return c.text(words(language).done.paused)
    return c.redirect(`${paths(language).with(token)}?done=paused`, 303)
  })
