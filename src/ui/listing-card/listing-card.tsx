import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { Drawing } from '../drawing/drawing'
import { Form } from '../form/form'
import { Icon, type IconName } from '../icon/icon'
import { type Photo, Picture } from '../picture/picture'
import { Tag, type TagTone } from '../tag/tag'

export type ListingCardProps = {
  href: string
  title: string
  /** The language of the title, where it is not that of the page (WCAG 3.1.2). */
  titleLang?: Language
  level?: 2 | 3
  /** Kot, studio, apartment. */
  kind: string
  photo?: Photo
  /** Among the first of the page: its picture is not put off. */
  eager?: boolean
  /** The amount as it is written, and what it covers. */
  price: string
  priceNote: string
  place: Child
  /** Said with its accuracy: "about 2 km from …". */
  distance?: string
  facts?: readonly { icon: IconName; text: string }[]
  tags?: readonly { text: string; tone?: TagTone }[]
  /** When it was placed or last confirmed. */
  date?: Child
  favourite?: FavouriteProps
}

export type FavouriteProps = { action: string; on: boolean; label: string; hidden?: Record<string, string> }

/** Saves or drops an advert; the label says which and of what. */
export const Favourite = ({ action, on, label, hidden }: FavouriteProps) => (
  <div class="favourite">
    <Form action={action} hidden={hidden}>
      <button class="favourite-button" type="submit" aria-label={label} title={label} data-favourite={on ? 'on' : 'off'}>
        <Icon name="heart" filled={on} />
      </button>
    </Form>
  </div>
)

export const ListingCard = (props: ListingCardProps) => {
  const {
    href,
    title,
    titleLang,
    level = 2,
    kind,
    photo,
    eager,
    price,
    priceNote,
    place,
    distance,
    facts = [],
    tags = [],
    date,
    favourite,
  } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article class="listing-card">
      <div class="listing-card-picture">
        {photo ? (
          <Picture photo={{ ...photo, alt: '' }} sizes="(min-width: 48em) 20rem, 100vw" eager={eager} />
        ) : (
          <Drawing name="room" />
        )}
      </div>
      <div class="listing-card-text">
        <p class="listing-card-price">
          <span class="plate price-amount">{price}</span> <span class="price-note">{priceNote}</span>
        </p>
        <Heading class="listing-card-title">
          <a class="card-cover" href={href} lang={titleLang}>
            {title}
          </a>
        </Heading>
        <p class="listing-card-place">
          <strong>{kind}</strong> · {place}
        </p>
        {distance && (
          <p class="listing-card-line">
            <Icon name="pin" /> {distance}
          </p>
        )}
        {facts.length > 0 && (
          <ul class="listing-card-facts">
            {facts.map(({ icon, text }) => (
              <li>
                <Icon name={icon} /> {text}
              </li>
            ))}
          </ul>
        )}
        {(tags.length > 0 || date) && (
          <p class="listing-card-foot">
            {tags.map(({ text, tone }) => (
              <>
                <Tag tone={tone}>{text}</Tag>{' '}
              </>
            ))}
            {date && <span class="listing-card-date">{date}</span>}
          </p>
        )}
      </div>
      {favourite && <Favourite {...favourite} />}
    </article>
  )
}
