import type { Language } from '../../std/words'
import { countIn } from '../../std/written'
import { Icon } from '../icon/icon'
import { words } from '../words'

export type PaginationProps = {
  lang: Language
  /** `null` stands for pages that are left out. */
  pages?: readonly ({ number: number; href: string } | null)[]
  current?: number
  previous?: string
  next?: string
}

export const Pagination = ({ lang, pages = [], current, previous, next }: PaginationProps) => {
  const text = words(lang)
  if (!previous && !next && pages.length < 2) return null
  return (
    <nav class="pagination" aria-label={text.pages}>
      {previous && (
        <a class="pagination-step" href={previous} rel="prev">
          <Icon name="arrowLeft" /> {text.previous}
        </a>
      )}
      {pages.length > 0 && (
        <ol>
          {pages.map((page) =>
            page === null ? (
              <li class="pagination-gap" aria-hidden="true">
                …
              </li>
            ) : (
              <li>
                <a
                  class="pagination-page"
                  href={page.href}
                  aria-label={text.page(countIn(page.number, lang))}
                  aria-current={page.number === current ? 'page' : undefined}
                >
                  {countIn(page.number, lang)}
                </a>
              </li>
            ),
          )}
        </ol>
      )}
      {next && (
        <a class="pagination-step" href={next} rel="next">
          {text.next} <Icon name="arrowRight" />
        </a>
      )}
    </nav>
  )
}
