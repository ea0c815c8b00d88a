import type { Child } from 'hono/jsx'
import { dayOf } from '../../platform/clock'
import type { Language } from '../../std/words'
import { Drawing, Facts, Gallery, LinkButton, Price, Split, Table, Tag, Time } from '../../ui'
import { lawFacts, priceFacts, roomFacts } from './advert-facts'
import { priceOf, townOf } from './card'
import { cardWords } from './card.words'
import { words as lawWords } from './law/words'
import { MonthTable } from './month-table'
import { campusesNear } from './nearby'
import { photoOf } from './picture'
import type { Advert, PhotoRow } from './queries'
import { subletPeriod, subletSaid } from './sublet'
import { words } from './words'

const instant = (moment: Date) => Temporal.Instant.fromEpochMilliseconds(moment.getTime())

/** An advert as everybody reads it; at the desk the same. `aside` is what one can do beside it. */
export function AdvertBody({
  advert,
  photos,
  language,
  now,
  aside,
  trust,
  foot,
  reply,
  compared,
  stay,
}: {
  advert: Advert
  photos: readonly PhotoRow[]
  language: Language
  now: Date
  aside?: Child
  /** Who lets, and what was checked. */
  trust?: Child
  foot?: Child
  /** On a telephone the form is far below the price. */
  reply?: boolean
  /** How its price compares with others. */
  compared?: Child
  /** What a stay costs in all. */
  stay?: Child
}) {
  const text = words(language).advert
  const law = lawFacts(advert, language)
  const told = { advert, language, today: dayOf(now) }
  const { price: _, priceNote } = priceOf(advert, language)
  const sublet = subletSaid(advert, language)
  const near = campusesNear(advert, language)
  const lang = advert.language === language ? undefined : advert.language
  return (
    <>
      <header class="advert-head">
        <h1 lang={lang}>{advert.title}</h1>
        <p class="advert-place">
          <strong>{cardWords(language).kind[advert.kind]}</strong> ·{' '}
          {[advert.street, townOf(advert, language)].filter(Boolean).join(', ')}
        </p>
        {sublet && (
          <p>
            <Tag tone="brand">{sublet}</Tag> {subletPeriod(advert, language, told.today)}
          </p>
        )}
        <Price cents={advert.total} lang={language} note={priceNote} big />
        {reply && (
          <p class="advert-reply">
            <LinkButton href="#reply">{text.reply}</LinkButton>
          </p>
        )}
      </header>
      <Split after aside={<div class="advert-aside flow">{aside}</div>}>
        {photos.length > 0 ? (
          <Gallery
            lang={language}
            photos={photos.map((photo, at) => photoOf(photo, text.photo(advert.title, at + 1, photos.length)))}
          />
        ) : (
          <div class="advert-drawing">
            <Drawing name="room" />
          </div>
        )}
        <section class="flow" aria-labelledby="price">
          <h2 id="price">{text.price}</h2>
          <Facts facts={priceFacts(told)} />
          <MonthTable advert={advert} language={language} />
          {compared}
          {stay}
        </section>
        <section class="flow" aria-labelledby="about">
          <h2 id="about">{text.about}</h2>
          <Facts facts={roomFacts(told)} />
        </section>
        <section class="flow" aria-labelledby="description">
          <h2 id="description">{text.description}</h2>
          <div class="advert-text measure" lang={lang}>
            {advert.text}
          </div>
        </section>
        {law.length > 0 && (
          <section class="flow" aria-labelledby="law">
            <h2 id="law">{lawWords(language).told}</h2>
            <Facts facts={law} />
          </section>
        )}
        {trust}
        <section class="flow" aria-labelledby="where">
          <h2 id="where">{text.where}</h2>
          {near.length === 0 ? (
            <p>{text.farFrom}</p>
          ) : (
            <Table
              id="campuses"
              caption={text.toCampuses}
              columns={[{ title: text.campus }, { title: text.distance }, { title: text.byBike }, { title: text.onFoot }]}
              rows={near.map(({ name, way }) => [name, way.distance, way.byBike, way.onFoot ?? '–'])}
            />
          )}
          <p class="soft small">{text.whereNote}</p>
        </section>
        <p class="soft small">
          {advert.published_at && (
            <>
              {text.placed} <Time at={instant(advert.published_at)} now={instant(now)} lang={language} />
            </>
          )}
          {advert.confirmed_at && advert.confirmed_at.getTime() !== advert.published_at?.getTime() && (
            <>
              {' · '}
              {text.confirmed} <Time at={instant(advert.confirmed_at)} now={instant(now)} lang={language} />
            </>
          )}
        </p>
      </Split>
      {foot}
    </>
  )
}
