import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { countIn } from '../../std/written'
import { Button } from '../button/button'
import { Hidden } from '../form/form'
import { Icon } from '../icon/icon'
import { words } from '../words'

export type Facet = {
  name: string
  title: string
  open?: boolean
  /** An option has the name of its facet, unless it says another. */
  options?: readonly { name?: string; value: string; text: string; count?: number; checked?: boolean }[]
  /** Anything but options: fields for a price or a date. */
  children?: Child
}

export type FilterPanelProps = {
  lang: Language
  action: string
  hidden?: Record<string, string>
  /** Fields above the facets, such as the place. */
  children?: Child
  facets: readonly Facet[]
  /** How many filters are on: said on the button that opens the panel on a phone. */
  active?: number
  submit: string
  /** Counting stopped at some number: there are at least so many. */
  atLeast?: boolean
}

const Options = ({ lang, facet, atLeast }: { lang: Language; facet: Facet; atLeast: boolean }) => (
  <div class="facet-options">
    {facet.options?.map(({ name = facet.name, value, text, count, checked }) => (
      <label class={count === 0 && !checked ? 'facet-option facet-none' : 'facet-option'}>
        <input type="checkbox" name={name} value={value} checked={checked ?? false} />
        <span>{text}</span>
        {count !== undefined && (
          <span class="facet-count">
            {countIn(count, lang)}
            {atLeast && count > 0 ? '+' : ''}
          </span>
        )}
      </label>
    ))}
  </div>
)

/** All filters in one GET form: beside the results on a wide screen, behind a button on a phone. */
export const FilterPanel = ({
  lang,
  action,
  hidden,
  children,
  facets,
  active = 0,
  submit,
  atLeast = false,
}: FilterPanelProps) => {
  const text = words(lang)
  return (
    <search class="filter-panel" aria-label={text.filters}>
      <button class="button button-secondary filter-open" type="button" popovertarget="filters">
        <Icon name="filter" />
        {text.filters} {active > 0 && <span class="count">{active}</span>}
      </button>
      <div class="filter-sheet sheet" id="filters" popover="auto">
        <button class="sheet-close" type="button" popovertarget="filters" popovertargetaction="hide">
          <Icon name="close" /> {text.close}
        </button>
        <form action={action} method="get" novalidate data-filters="">
          <Hidden values={hidden} />
          {children && <div class="filter-first flow">{children}</div>}
          {facets.map((facet) => (
            <details class="facet" open={facet.open || facet.options?.some(({ checked }) => checked)}>
              <summary>
                {facet.title} <Icon name="down" />
              </summary>
              {facet.options ? (
                <fieldset>
                  <legend class="visually-hidden">{facet.title}</legend>
                  <Options lang={lang} facet={facet} atLeast={atLeast} />
                </fieldset>
              ) : (
                <div class="facet-fields">{facet.children}</div>
              )}
            </details>
          ))}
          <div class="filter-submit">
            <Button>{submit}</Button>
          </div>
        </form>
      </div>
    </search>
  )
}
