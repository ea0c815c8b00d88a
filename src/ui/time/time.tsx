import type { Language } from '../../std/words'
import { momentIn, relativeIn } from '../../std/written'
import { words } from '../words'

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

export type Moment = Date | Temporal.Instant

const millis = (moment: Moment) => (moment instanceof Date ? moment.getTime() : moment.epochMilliseconds)

/** How long ago (or ahead) a moment is from `now`, in words: "3 days ago". */
export const ago = (at: Moment, now: Moment, lang: Language) => {
  const seconds = (millis(at) - millis(now)) / 1000
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? []
  if (!unit) return words(lang).now
  return relativeIn(Math.trunc(seconds / size), unit, lang)
}

/** A moment: how long ago it is when `now` is given, with the full date and time (in Brussels, the zone of both countries) as its title. */
export const Time = ({ at, now, lang }: { at: Moment; now?: Moment; lang: Language }) => {
  const full = momentIn(millis(at), lang)
  return (
    <time class="time" datetime={new Date(millis(at)).toISOString()} title={now ? full : undefined}>
      {now ? ago(at, now, lang) : full}
    </time>
  )
}
