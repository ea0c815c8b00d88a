import { type Context, Hono } from 'hono'
import { dayOf } from '../../platform/clock'
import type { Platform } from '../../platform/feature'
import { type Env, missing } from '../../platform/http'
import { page } from '../../platform/http/page'
import type { ListingStatus } from '../../register/tables/listings'
import { Breadcrumbs, Button, CardGrid, Form, LinkButton, Notice, Tag } from '../../ui'
import { placeById } from '../places'
import { AdvertBody } from './advert-body'
import { ListingCardOf, townOf } from './card'
import { firstOf, monthsOf, Stay } from './cost/said'
import { Trust } from './evidence/trust'
import { words as freshnessWords } from './freshness/words'
import { MedianNote } from './median/note'
import { medianAround } from './median/queries'
import { paths } from './paths'
import { widthsOf } from './picture'
import { firstPhotos, isSpotlit, mayBePublic } from './public'
import { type Advert, advertNamed, alike, isFavourite, photosOf } from './queries'
import { structuredAdvert } from './share/structured'
import { words } from './words'

/** What one meets where an advert was: its owner took it away, and anybody may know that. */
const goneStates = ['paused', 'rented', 'archived'] as const
type GoneState = (typeof goneStates)[number]
const isGone = (status: ListingStatus): status is GoneState => goneStates.some((state) => state === status)

async function Aside({ c, advert }: { c: Context<Env>; advert: Advert }) {
  const { p, language, viewer } = c.var
  const text = words(language).advert
  const to = paths(language)
  const own = viewer !== null && viewer.personId === advert.person_id
  const facts = {
    id: advert.id,
    publicId: advert.public_id,
    personId: advert.person_id,
    title: advert.title,
    spotlit: isSpotlit(advert, p.clock.now()),
    hasPhone: advert.has_phone,
  }
  const beside = own ? [] : await Promise.all(p.features.map((feature) => feature.besideListing?.(c, facts)))
  const kept = viewer !== null && !own && (await isFavourite(p.db, viewer.personId, advert.id))
  return (
    <>
      {facts.spotlit && (
        <p>
          <Tag tone="accent">{text.spotlit}</Tag>
        </p>
      )}
      {own && (
        <Notice>
          <p>{text.own}</p>
          <p>
            <a href={to.mine}>{text.manage}</a>
          </p>
        </Notice>
      )}
      {advert.source && advert.person_id === null && (
        <Notice>
          <p>{text.source(advert.source)}</p>
          {advert.source_url && (
            <p>
              <a href={advert.source_url} rel="noopener nofollow">
                {text.toSource}
              </a>
            </p>
          )}
          <p>
            <a href={to.ofRoom(advert.public_id, 'claim')}>{text.claim}</a>
          </p>
        </Notice>
      )}
      {!own && (
        <Form
          action={to.ofRoom(advert.public_id, 'favourite')}
          hidden={{ keep: kept ? '0' : '1', to: to.room(advert.public_id) }}
        >
          <Button variant="secondary" icon="heart">
            {kept ? text.drop : text.save}
          </Button>
        </Form>
      )}
      {beside}
      {!own && advert.person_id && (
        <form method="post" action={to.ofRoom(advert.public_id, 'let')}>
          <Button variant="quiet" small>
            {freshnessWords(language).letButton}
          </Button>
        </form>
      )}
      {!own && (
        <p class="small">
          <a href={to.ofRoom(advert.public_id, 'report')}>{text.report}</a>
        </p>
      )}
    </>
  )
}

/** Cards of adverts that resemble one, or nothing. */
async function Alike({ c, advert, title }: { c: Context<Env>; advert: Advert; title: (town: string) => string }) {
  const { p, language } = c.var
  const now = p.clock.now()
  const found = await alike(p.db, now, advert)
  if (found.length === 0) return null
  const photos = await firstPhotos(
    p.db,
    found.map(({ id }) => id),
  )
  return (
    <section class="flow">
      <h2>{title(placeById(advert.place_id)?.names[language] ?? '')}</h2>
      <CardGrid
        items={found.map((summary) => (
          <ListingCardOf summary={summary} photo={photos.get(summary.id)} language={language} now={now} level={3} />
        ))}
      />
    </section>
  )
}

async function gonePage(c: Context<Env>, advert: Advert, state: GoneState): Promise<Response> {
  const { language } = c.var
  const text = words(language).gone
  return page(
    c,
    { title: text.title[state], status: 410, noindex: true },
    <>
      <h1>{text.title[state]}</h1>
      <p class="lead">{text.text[state]}</p>
      {await Alike({ c, advert, title: text.alike })}
      <p>
        <LinkButton href={paths(language).rooms}>{text.search}</LinkButton>
      </p>
    </>,
  )
}

/** The page of one advert. */
export function advertRoutes(p: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/rooms/:publicId{[a-z0-9]{12}}', async (c) => {
    const { language, viewer } = c.var
    const now = p.clock.now()
    const text = words(language)
    const advert = await advertNamed(p.db, c.req.param('publicId'))
    if (!advert) throw missing()
    const isPublic = mayBePublic(advert, now)
    const own = viewer !== null && viewer.personId === advert.person_id
    if (!isPublic && !own) {
      if (!advert.published_at) throw missing()
      if (isGone(advert.status)) return gonePage(c, advert, advert.status)
      if (advert.status === 'published') return gonePage(c, advert, 'archived')
      throw missing()
    }
    const isOwn = viewer?.personId === advert.person_id
    c.set('ownVisit', isOwn)
    const photos = await photosOf(p.db, { listing: advert.id })
    const compared = isPublic ? await medianAround(p.db, now, advert) : undefined
    const body = AdvertBody({
      advert,
      photos,
      language,
      now,
      aside: await Aside({ c, advert }),
      trust: await Trust({ db: p.db, advert, language }),
      reply: isPublic && advert.person_id !== null && !isOwn && p.features.some(({ besideListing }) => besideListing),
      stay: Stay({
        advert,
        months: monthsOf(c.req.query('months'), advert.lease_min_months ?? undefined),
        first: firstOf(c.req.query('first')),
        action: paths(language).room(advert.public_id),
        language,
        today: dayOf(now),
      }),
      compared: compared && MedianNote({ advert, compared, language }),
      foot: isPublic ? await Alike({ c, advert, title: text.advert.alike }) : undefined,
    })
    return page(
      c,
      {
        title: `${advert.title}, ${townOf(advert, language)}`,
        description: advert.text.slice(0, 200),
        noindex: !isPublic,
        sharedFor: isPublic ? 0 : undefined,
        picture: `/share/${advert.public_id}-${language}.jpg`,
        about: structuredAdvert(advert, {
          url: p.config.publicUrl + paths(language).room(advert.public_id),
          images: photos.map((photo) => `${p.config.publicUrl}/photos/${photo.path}/${widthsOf(photo.width).at(-1)}.jpg`),
          language,
        }),
      },
      <>
        <Breadcrumbs lang={language} crumbs={[{ text: text.advert.rooms, href: paths(language).rooms }]} />
        {!isPublic && (
          <Notice tone="warning">
            <p>
              {text.advert.ownNotPublic} {text.mine.status[advert.status]}
            </p>
          </Notice>
        )}
        {body}
      </>,
    )
  })
  return app
}
