import type { Language } from '../../std/words'
import { Icon, Tag } from '../../ui'
import { advertPath } from './paths'
import type { Advert, ThreadRow } from './queries'
import { aboutOf, priceOf } from './view'
import { words } from './words'

/** The advert that a conversation is about: its facts while it is public, what it was when it is there no more. */
export const AdvertStrip = ({ lang, row, advert }: { lang: Language; row: ThreadRow; advert: Advert | undefined }) => {
  const text = words(lang)
  return (
    <section class="advert-strip" aria-label={text.theAdvert}>
      <Icon name="home" />
      <div>
        <p class="advert-strip-title">
          {advert ? (
            <a href={advertPath(lang, advert.public_id)} lang={advert.language === lang ? undefined : advert.language}>
              {advert.title}
            </a>
          ) : (
            aboutOf(row, lang)
          )}
        </p>
        <p class="soft small">
          {advert ? `${aboutOf(row, lang)} · ${priceOf(advert.total, lang)}` : priceOf(row.listing_total, lang)}{' '}
          {!advert && <Tag>{text.offline}</Tag>}
        </p>
      </div>
    </section>
  )
}

/** The same for an advert that one is about to reply to. */
export const AdvertLine = ({ lang, advert }: { lang: Language; advert: Advert }) => (
  <section class="advert-strip" aria-label={words(lang).theAdvert}>
    <Icon name="home" />
    <div>
      <p class="advert-strip-title">
        <a href={advertPath(lang, advert.public_id)} lang={advert.language === lang ? undefined : advert.language}>
          {advert.title}
        </a>
      </p>
      <p class="soft small">
        {aboutOf({ listing_kind: advert.kind, listing_place: advert.place_id }, lang)} · {priceOf(advert.total, lang)}
      </p>
    </div>
  </section>
)
