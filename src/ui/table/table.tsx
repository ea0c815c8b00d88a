import type { Child } from 'hono/jsx'

export type Column = { title: string; numeric?: boolean }

/**
 * Rows under named columns; the first cell names its row. On a narrow screen rows of words stand each on their own, with the name of the column
 * before each cell; rows of numbers stay beside each other and scroll inside their frame.
 */
export const Table = ({
  id,
  caption,
  columns,
  rows,
}: {
  id: string
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly Child[])[]
}) => (
  <section
    class={columns.slice(1).some(({ numeric }) => !numeric) ? 'table table-words' : 'table'}
    aria-labelledby={`table-${id}`}
    tabindex={0}
  >
    <table>
      <caption id={`table-${id}`}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, numeric }) => (
            <th scope="col" class={numeric ? 'numeric' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell, index) =>
              index === 0 ? (
                <th scope="row">{cell}</th>
              ) : (
                <td class={columns[index]?.numeric ? 'numeric' : undefined} data-column={columns[index]?.title}>
                  <div>{cell}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
