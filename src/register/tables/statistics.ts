import type { Counted } from '../counts'
import { date, integer, moment, table, technical, text, textOf } from '../language'

const columnsOfCount = () => ({
  day: technical(date),
  /** What was counted, and which of it: `device`, `phone`. */
  kind: technical(textOf<Counted>()),
  value: technical(text),
  n: technical(integer),
})

export const statisticsTables = {
  /** Since when the site counts: one row, or none where it does not. */
  counting: table({ feature: 'statistics', columns: { id: technical(integer), since: technical(moment) } }),
  /** What is counted on a day that is not over, and what was too little to be told of the days before. Nobody is shown it. */
  running_counts: table({ feature: 'statistics', key: 'day', columns: columnsOfCount() }),
  /** Whole tens of views by day: nothing about who looked, and nothing that says that two of them were of one person. */
  counts: table({
    feature: 'statistics',
    key: 'day',
    clock: 'day',
    keep: { months: 25, after: 'made' },
    columns: columnsOfCount(),
  }),
}
