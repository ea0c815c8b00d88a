import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { Icon, Picture, Tag } from '../../ui'
import { type FirstPhoto, photoOf } from '../listings'
import { advertPath } from './paths'
import type { Advert } from './queries/adverts'
import type { ThreadRow } from './queries/threads'
import { aboutOf, priceOf } from './view'
import { words } from './words'

const Strip = ({ photo, title, children }: { photo: FirstPhoto | undefined; title: Child; children: Child }) => (
  <div class="advert-strip">
    <div class="advert-strip-photo">{photo ? <Picture photo={photoOf(photo, '')} sizes="6rem" /> : <Icon name="home" />}</div>
    <div>
      <p class="advert-strip-title">{title}</p>
      <p class="soft small">{children}</p>
    </div>
  </div>
)

type LineProps = { lang: Language; advert: Advert; photo?: FirstPhoto | undefined }

/** A public advert in a line: photo, title, what it is and what it costs. */
export const AdvertLine = ({ lang, advert, photo }: LineProps) => (
  <Strip
    photo={photo}
    title={
      <a href={advertPath(lang, advert.public_id)} lang={advert.language === lang ? undefined : advert.language}>
        {advert.title}
      </a>
    }
  >
    {aboutOf({ listing_kind: advert.kind, listing_place: advert.place_id }, lang)} · {priceOf(advert.total, lang)}
  </Strip>
)

type StripProps = { lang: Language; row: ThreadRow; advert: Advert | undefined; photo: FirstPhoto | undefined }

/** The advert that a conversation is about: as it is while it is public, else what it was. */
export const AdvertStrip = ({ lang, row, advert, photo }: StripProps) =>
  advert ? (
    <AdvertLine lang={lang} advert={advert} photo={photo} />
  ) : (
    <Strip photo={undefined} title={aboutOf(row, lang)}>
      {priceOf(row.listing_total, lang)} <Tag>{words(lang).offline}</Tag>
    </Strip>
  )
