import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { dayOf } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import { readForm, typedOf } from '../../platform/forms'
import { type Env, missing, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { mustStay } from '../../platform/people'
import { CardGrid, Empty, LinkButton } from '../../ui'
import { ListingCardOf } from './card'
import { countOn } from './many/queries'
import { paths } from './paths'
import { firstPhotos, mayBePublic } from './public'
import { advertNamed, countFavourites, dropFavourite, favouriteAdverts, isFavourite, keepFavourite } from './queries'
import { words } from './words'

/** A page of ours to go back to; anything else is the page of the advert. */
const ownPath = (typed: string, otherwise: string) => (/^\/(?:nl|fr|en)\/(?!\/)[\w\-./?=&%+]*$/.test(typed) ? typed : otherwise)

/** Keeping adverts, and the page of what one keeps. */
export function favourites(p: Platform): Hono<Env> {
  const app = new Hono<Env>()

  app.post('/rooms/:publicId{[a-z0-9]{12}}/favourite', async (c) => {
    const { language, viewer } = c.var
    const to = paths(language)
    const here = to.room(c.req.param('publicId'))
    if (!viewer) return c.redirect(`/${language}/sign-in?to=${encodeURIComponent(here)}`, 303)
    const { typed } = await readForm(c, 10_000)
    const advert = await advertNamed(p.db, c.req.param('publicId'))
    if (!advert || !mayBePublic(advert, p.clock.now())) throw missing()
    const keep =
      typed.keep === undefined ? !(await isFavourite(p.db, viewer.personId, advert.id)) : typedOf(typed, 'keep') !== '0'
    if (keep)
      await p.db.transaction().execute(async (trx) => {
        await mustStay(trx, viewer.personId)
        const row = { id: randomUUID(), person_id: viewer.personId, listing_id: advert.id, created_at: p.clock.now() }
        if (await keepFavourite(trx, row)) await countOn(trx, [{ listing: advert.id, day: dayOf(p.clock.now()), saves: 1 }])
      })
    else await dropFavourite(p.db, viewer.personId, advert.id)
    return c.redirect(ownPath(typedOf(typed, 'to'), here), 303)
  })

  app.get('/favourites', async (c) => {
    const { personId } = signedIn(c)
    const { language } = c.var
    const text = words(language).favourites
    const to = paths(language)
    const now = p.clock.now()
    const found = await favouriteAdverts(p.db, now, personId)
    const gone = (await countFavourites(p.db, personId)) - found.length
    const photos = await firstPhotos(
      p.db,
      found.map(({ id }) => id),
    )
    return page(
      c,
      { title: text.title, noindex: true },
      <>
        <h1>{text.title}</h1>
        {found.length === 0 ? (
          <Empty drawing="room" title={text.emptyTitle}>
            <p>{text.empty}</p>
            <p>
              <LinkButton href={to.rooms}>{text.search}</LinkButton>
            </p>
          </Empty>
        ) : (
          <CardGrid
            label={text.title}
            items={found.map((summary) => (
              <ListingCardOf
                summary={summary}
                photo={photos.get(summary.id)}
                language={language}
                now={now}
                favourite={{ on: true, to: to.favourites }}
              />
            ))}
          />
        )}
        {gone > 0 && <p class="soft">{text.gone(gone)}</p>}
      </>,
    )
  })
  return app
}
