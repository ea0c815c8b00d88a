/** Bars side by side, as high as each number of the whole. It is a picture of numbers that stand beside it in words, so it is hidden from who
 *  does not see it. */
export const Bars = ({ values }: { values: readonly number[] }) => {
  const most = Math.max(1, ...values)
  const height = 36
  return (
    <svg class="bars" viewBox={`0 0 ${values.length * 6} ${height + 1}`} preserveAspectRatio="none" aria-hidden="true">
      {values.map((value, at) => {
        const high = value === 0 ? 1 : Math.max(3, Math.round((value / most) * height))
        return <rect class={value === 0 ? 'bars-none' : undefined} x={at * 6} y={height + 1 - high} width={5} height={high} />
      })}
    </svg>
  )
}
