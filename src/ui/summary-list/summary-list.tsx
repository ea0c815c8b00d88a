import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { words } from '../words'

export type SummaryRow = { label: string; value: Child; change?: string }

/** Check your answers: each answer with the way back to its question. */
export const SummaryList = ({ lang, rows }: { lang: Language; rows: readonly SummaryRow[] }) => (
  <dl class="summary-list">
    {rows.map(({ label, value, change }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
        {change && (
          <dd class="summary-change">
            <a href={change}>
              {words(lang).change}
              <span class="visually-hidden">: {label}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
