import { findPersonalData } from '../../../std/finder'
import type { Language } from '../../../std/words'
import { words } from './words'

/** A text with what must leave it pointed at. Nothing where there is nothing. */
export const Marked = ({ text, street, language }: { text: string; street: string; language: Language }) => {
  const finds = findPersonalData(text, { street })
  if (finds.length === 0) return null
  const say = words(language).words
  return (
    <figure class="marked">
      <figcaption>{say.marked}</figcaption>
      <blockquote>
        {finds.map(({ kind, start, end }, at) => (
          <>
            {text.slice(finds[at - 1]?.end ?? 0, start)}
            <mark title={say.kinds[kind]}>{text.slice(start, end)}</mark>
          </>
        ))}
        {text.slice(finds.at(-1)?.end ?? 0)}
      </blockquote>
    </figure>
  )
}
