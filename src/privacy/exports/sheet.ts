import writeXlsxFile from 'write-excel-file/node'
import { csvOf } from '../../std/csv'

/** A sheet of words. `legal`: a column that the law asks for, as the Belgian authority marks them in its model. */
export type Sheet = {
  name: string
  columns: readonly { title: string; legal?: boolean }[]
  rows: readonly (readonly string[])[]
}

const titleOf = ({ title, legal }: Sheet['columns'][number]): string => (legal ? `${title} *` : title)

/** A sheet as CSV, with an asterisk after each column that the law asks for. */
export const sheetCsv = ({ columns, rows }: Sheet): string => csvOf([columns.map(titleOf), ...rows])

/** Sheets as the bytes of one workbook (Office Open XML). What the law asks for stands in red, as in the authority's model. */
export const workbook = async (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeXlsxFile(
    sheets.map(({ name, columns, rows }) => ({
      // A name longer than this, or with these signs, is one that Excel does not open.
      sheet: name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31),
      orientation: 'landscape' as const,
      stickyRowsCount: 1,
      columns: columns.map(() => ({ width: 32 })),
      data: [
        columns.map((column) => ({
          value: titleOf(column),
          type: String,
          fontWeight: 'bold' as const,
          wrap: true,
          ...(column.legal ? { textColor: '#C00000' } : {}),
        })),
        ...rows.map((row) => row.map((value) => ({ value, type: String, wrap: true, alignVertical: 'top' as const }))),
      ],
    })),
  ).toBuffer()
