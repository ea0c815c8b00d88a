import type { Language } from '../../std/words'
import { LinkButton } from '../../ui'
import { paths } from './paths'
import { words } from './words'

/** On the page of a search: keep it. The page is the same for everybody, so who is not signed in has it too. */
export const saveLink = (language: Language, query: string) =>
  query === '' ? null : (
    <p class="save-search">
      <LinkButton href={`${paths(language).new}?${query}`} variant="secondary" small>
        {words(language).save}
      </LinkButton>{' '}
      <span class="soft small">{words(language).saveHint}</span>
    </p>
  )
