import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../../../platform/http'
import { type Language, wordsIn } from '../../../std/words'
import { Icon } from '../../../ui'
import { figuresOf } from './queries'
import { type Pace, saidOf } from './rules'

const nl = {
  answers: (answered: number, of: number) => `Antwoordt op ${answered} van de ${of} berichten`,
  pace: {
    hours: 'meestal binnen enkele uren',
    day: 'meestal binnen een dag',
    days: 'meestal binnen drie dagen',
    week: 'meestal binnen een week',
    longer: 'meestal na meer dan een week',
  } satisfies Record<Pace, string>,
  since: 'Geteld over de laatste 90 dagen.',
}
type Words = typeof nl
const fr: Words = {
  answers: (answered, of) => `Répond à ${answered} messages sur ${of}`,
  pace: {
    hours: 'le plus souvent en quelques heures',
    day: 'le plus souvent en un jour',
    days: 'le plus souvent en trois jours',
    week: 'le plus souvent en une semaine',
    longer: 'le plus souvent après plus d’une semaine',
  },
  since: 'Compté sur les 90 derniers jours.',
}
const en: Words = {
  answers: (answered, of) => `Answers ${answered} of ${of} messages`,
  pace: {
    hours: 'mostly within a few hours',
    day: 'mostly within a day',
    days: 'mostly within three days',
    week: 'mostly within a week',
    longer: 'mostly after more than a week',
  },
  since: 'Counted over the last 90 days.',
}
const words = wordsIn<Words>({ nl, fr, en })

/** "Answers 9 of 10 messages, mostly within a day", counted in real rows; nothing of who was written to too little. The same for everybody who asks. */
export async function answeringLine(c: Context<Env>, advertiser: string | null): Promise<Child> {
  const { p, language } = c.var
  const said = advertiser && saidOf(await figuresOf(p.db, advertiser, p.clock.now()))
  if (!said) return null
  const lang: Language = language
  const text = words(lang)
  return (
    <p class="small">
      <Icon name="clock" /> {[text.answers(said.answered, said.of), ...(said.pace ? [text.pace[said.pace]] : [])].join(', ')}.{' '}
      <span class="soft">{text.since}</span>
    </p>
  )
}
