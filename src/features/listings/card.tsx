import { dayOf } from '../../platform/clock'
import type { Language } from '../../std/words'
import { dayIn } from '../../std/written'
import { type IconName, ListingCard, money, Time } from '../../ui'
import { placeById } from '../places'
import { cardWords } from './card.words'
import { inAll } from './cost/said'
import { photoOf } from './picture'
import { type FirstPhoto, isSpotlit, type ListingSummary } from './public'
import { subletPeriod, subletSaid } from './sublet'

export type ListingCardOfProps = {
  summary: ListingSummary
  photo?: FirstPhoto
  language: Language
  now: Date
  level?: 2 | 3
  /** Among the first of the page. */
  eager?: boolean
  /** Said with its accuracy: "about 2 km from …". */
  distance?: string
  /** The stay that is looked for: in months, from which month of the calendar on. */
  stay?: { months: number; first: number }
  /** For who is signed in: whether it is kept, and the page to come back to. */
  favourite?: { on: boolean; to: string }
}

/** "9000 Gent". */
export const townOf = ({ postcode, place_id }: Pick<ListingSummary, 'postcode' | 'place_id'>, language: Language): string =>
  [postcode, placeById(place_id)?.names[language] ?? place_id].filter(Boolean).join(' ')

/** What a month costs, in words: the total first, then what it covers. */
export function priceOf(summary: Pick<ListingSummary, 'total' | 'charges' | 'charges_mode'>, language: Language) {
  const { total, charges, charges_mode } = summary
  const mode = charges_mode !== null && charges_mode !== 'included' && !charges ? 'included' : charges_mode
  return { price: money(total, language), priceNote: cardWords(language).perMonth(mode, money(charges ?? 0, language)) }
}

/** An advert as a card, in lists and on the home page. */
export function ListingCardOf({ summary, photo, language, now, level, eager, distance, stay, favourite }: ListingCardOfProps) {
  const text = cardWords(language)
  const today = dayOf(now)
  const { public_id, title, available_from, published_at, confirmed_at } = summary
  // Only what was said again after it was published is a confirmation.
  const confirmed = confirmed_at && published_at && confirmed_at > published_at ? confirmed_at : undefined
  const facts: { icon: IconName; text: string }[] = []
  if (stay) facts.push({ icon: 'euro', text: inAll(summary, stay, language) })
  if (summary.size) facts.push({ icon: 'size', text: `${summary.size} m²` })
  if (available_from)
    facts.push({
      icon: 'calendar',
      text:
        subletPeriod(summary, language, today) ??
        (available_from <= today ? text.now : text.from(dayIn(available_from, language, today))),
    })
  const sublet = subletSaid(summary, language)
  if (summary.bath === 'own') facts.push({ icon: 'bath', text: text.bath })
  if (summary.kitchen === 'own') facts.push({ icon: 'kitchen', text: text.kitchen })
  if (summary.furnished) facts.push({ icon: 'sofa', text: text.furnished })
  return (
    <ListingCard
      href={`/${language}/rooms/${public_id}${stay ? `?months=${stay.months}&first=${stay.first}` : ''}`}
      title={title}
      titleLang={summary.language === language ? undefined : summary.language}
      level={level}
      kind={text.kind[summary.kind]}
      photo={photo && photoOf(photo, '')}
      eager={eager}
      {...priceOf(summary, language)}
      place={
        <>
          {summary.street && `${summary.street}, `}
          <span class="together">{townOf(summary, language)}</span>
        </>
      }
      distance={distance}
      facts={facts}
      tags={[
        ...(isSpotlit(summary, now) ? [{ text: text.spotlit, tone: 'accent' as const }] : []),
        ...(sublet ? [{ text: sublet, tone: 'brand' as const }] : []),
      ]}
      date={
        published_at && (
          <>
            {confirmed && `${text.confirmed} `}
            <Time at={confirmed ?? published_at} now={now} lang={language} />
          </>
        )
      }
      favourite={
        favourite && {
          action: `/${language}/rooms/${public_id}/favourite`,
          on: favourite.on,
          label: favourite.on ? text.drop(title) : text.keep(title),
          hidden: { keep: favourite.on ? '0' : '1', to: favourite.to },
        }
      }
    />
  )
}
