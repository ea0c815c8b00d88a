import type { Counted } from '../../register'
import { devices } from '../../std/browser'
import { isLanguage, type Language, locales } from '../../std/words'
import { labelOf, placeById } from '../places'
import { isGoal, none, other } from './counted'
import { words } from './words'

/** What was counted, as people call it: a page by its name, a host as it is. */
export function saidOf(lang: Language, kind: Counted, value: string): string {
  const text = words(lang)
  if (value === other) return text.other
  if (value === none) return kind === 'country' ? text.nowhere : text.none
  if (kind === 'country') return new Intl.DisplayNames([locales[lang]], { type: 'region' }).of(value) ?? value
  const device = devices.find((one) => one === value)
  if (kind === 'device' && device) return text.devices[device]
  if (kind === 'language' && isLanguage(value)) return text.languages[value]
  if (kind === 'goal' && isGoal(value)) return text.goals[value]
  const place = kind === 'place' ? placeById(value) : undefined
  if (place) return labelOf(place, lang)
  return (kind === 'page' && text.pages[value]) || value
}
