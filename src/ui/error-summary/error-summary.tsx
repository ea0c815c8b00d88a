import type { Language } from '../../std/words'
import { words } from '../words'

export type FormError = {
  /** The field it is about; without one the line is no link. */
  name?: string
  /** The page to put it right on, where that is another one. */
  href?: string
  message: string
}

/** Stands first in the page and takes the focus, so that nobody has to look for what went wrong. */
export const ErrorSummary = ({ lang, title, errors }: { lang: Language; title?: string; errors: readonly FormError[] }) =>
  errors.length === 0 ? null : (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="error-summary-title">
      <h2 class="error-summary-title" id="error-summary-title">
        {title ?? words(lang).errorTitle}
      </h2>
      <ul class="error-summary-list">
        {errors.map(({ name, href = name && `#field-${name}`, message }) => (
          <li>{href ? <a href={href}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
