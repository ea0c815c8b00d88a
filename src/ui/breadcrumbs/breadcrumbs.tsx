import type { Language } from '../../std/words'
import { Icon } from '../icon/icon'
import { words } from '../words'

export type Crumb = { text: string; href: string }

/** The way down to this page; the page itself is not in it. */
export const Breadcrumbs = ({ lang, crumbs }: { lang: Language; crumbs: readonly Crumb[] }) => (
  <nav class="breadcrumbs" aria-label={words(lang).breadcrumbs}>
    <ol>
      {crumbs.map(({ text, href }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ol>
  </nav>
)

/** One step back; `text` only where "Back" does not say enough. */
export const BackLink = ({ lang, href, text }: { lang: Language; href: string; text?: string }) => (
  <p class="back">
    <a class="back-link" href={href}>
      <Icon name="arrowLeft" /> {text ?? words(lang).back}
    </a>
  </p>
)
