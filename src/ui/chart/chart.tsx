import type { Child } from 'hono/jsx'

const height = 100
const wide = 10

/** The end of a scale that all of these fit under, such that half of it is a round number too. */
export function scaleOver(values: readonly number[]): number {
  const most = Math.max(10, ...values)
  const ten = 10 ** Math.floor(Math.log10(most))
  return ([1, 1.2, 1.6, 2, 3, 4, 5, 6, 8].find((times) => times * ten >= most) ?? 10) * ten
}

/** Numbers in the order of time as columns side by side, with their scale and the ends of the time. `say` writes a number. It is a picture of numbers that
 *  stand in a table beside it, so it is hidden from who does not see it. */
export const Columns = ({
  values,
  from,
  until,
  say,
}: {
  values: readonly number[]
  from: string
  until: string
  say: (n: number) => string
}) => {
  const top = scaleOver(values)
  const across = values.length * wide
  return (
    <div class="chart" aria-hidden="true">
      <div class="chart-scale">
        <span>{say(top)}</span>
        <span>{say(top / 2)}</span>
        <span>{say(0)}</span>
      </div>
      <svg class="chart-plot" viewBox={`0 0 ${across} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="chart-line" d={`M0 .5H${across}M0 ${height / 2}H${across}`} vector-effect="non-scaling-stroke" />
        {values.map((value, at) => {
          const high = value === 0 ? 0.8 : Math.max(2, (value / top) * height)
          return (
            <rect
              class={value === 0 ? 'chart-none' : undefined}
              x={at * wide + 1}
              y={(height - high).toFixed(1)}
              width={wide - 2}
              height={high.toFixed(1)}
            />
          )
        })}
      </svg>
      <div class="chart-ends">
        <span>{from}</span>
        <span>{until}</span>
      </div>
    </div>
  )
}

export type Share = { name: Child; n: number; said: string }

/** What there is most of, first to last: a table, each name with a bar as long as its part of the greatest. */
export const Shares = ({
  id,
  caption,
  of,
  count,
  rows,
}: {
  id: string
  caption: string
  of: string
  count: string
  rows: readonly Share[]
}) => {
  const most = Math.max(1, ...rows.map(({ n }) => n))
  return (
    <table class="shares" aria-labelledby={`shares-${id}`}>
      <caption id={`shares-${id}`}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col" class="numeric">
            {count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, n, said }) => (
          <tr>
            <th scope="row">
              <span class="shares-name">{name}</span>
              <svg class="shares-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect class="shares-all" width={100} height={4} />
                {n > 0 && <rect width={Math.max(1, (n / most) * 100).toFixed(1)} height={4} />}
              </svg>
            </th>
            <td class="numeric">{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
