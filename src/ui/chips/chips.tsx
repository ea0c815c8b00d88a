import type { Language } from '../../std/words'
import { Icon } from '../icon/icon'
import { words } from '../words'

export type Chip = { text: string; href: string }

/** What is filtered on; following a chip takes that filter away. */
export const Chips = ({
  lang,
  label,
  chips,
  clear,
}: {
  lang: Language
  label: string
  chips: readonly Chip[]
  clear?: string
}) =>
  chips.length === 0 ? null : (
    <ul class="chips" aria-label={label}>
      {chips.map(({ text, href }) => (
        <li>
          <a class="chip" href={href}>
            <span class="visually-hidden">{words(lang).removeFilter} </span>
            {text} <Icon name="close" />
          </a>
        </li>
      ))}
      {clear && (
        <li>
          <a class="chips-clear" href={clear}>
            {words(lang).clearAll}
          </a>
        </li>
      )}
    </ul>
  )
