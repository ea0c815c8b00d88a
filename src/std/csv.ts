/** What a spreadsheet would take for a formula (OWASP, CSV injection); with the marks that were put before it. */
const formula = /^'*[=+\-@\t\r]/
const number = /^[+-]?\d+(?:[.,]\d+)?$/

/** A value as it stands in a cell: a mark before what would be a formula, so that a spreadsheet shows it and runs nothing. */
export const marked = (value: string): string => (formula.test(value) && !number.test(value) ? `'${value}` : value)

/** The value of a cell that was marked so. */
export const unmarked = (cell: string): string => (/^'/.test(cell) && formula.test(cell) ? cell.slice(1) : cell)

/** Rows as CSV: separated by semicolons, as spreadsheets in Belgium and the Netherlands open it, with the mark that says UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((value) => `"${marked(value).replaceAll('"', '""')}"`).join(';')).join('\r\n')}\r\n`
