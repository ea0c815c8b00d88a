import { z } from 'zod'
import { choice, type Errors, errorOf, ticked } from '../../platform/forms'
import { registerWords } from '../../register'
import type { Language } from '../../std/words'
import { Checkboxes, Radios } from '../../ui'
import { frequencies } from './rules'
import type { Wanted } from './saved'
import { words } from './words'

export const wantedFields = { frequency: choice(frequencies), atNight: ticked() }
export const wantedForm = z.object(wantedFields)

/** How often somebody wants a mail. */
export function WantedFields({ lang, wanted, errors }: { lang: Language; wanted: Wanted; errors?: Errors }) {
  const text = words(lang)
  return (
    <>
      <Radios
        lang={lang}
        name="frequency"
        label={text.frequency}
        why={registerWords(lang).items.search.why}
        value={wanted.frequency}
        error={errorOf(errors, 'frequency')}
        options={frequencies.map((value) => ({ value, text: text.frequencies[value], hint: text.frequencyHints[value] }))}
      />
      <Checkboxes
        lang={lang}
        name="atNight"
        label={text.night}
        values={wanted.atNight ? ['1'] : []}
        options={[{ value: '1', text: text.atNight, hint: text.atNightHint }]}
      />
    </>
  )
}
