// Words as they are written in Markdown, so that every sign of them is read as itself.

/** `&lt;` as these four signs. */
const withoutEntities = (text: string): string => text.replace(/&(?=#?\w+;)/g, '\\&')

/** Within a line. An underscore inside a word means nothing, and is left alone. */
const signs = (text: string): string =>
  withoutEntities(text.replace(/[\\`*[\]<~|]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/gu, '\\$&'))
    // Before a link it would make a picture of it.
    .replace(/!$/, '\\!')

/** Words in a line. An address among them would become a link by itself, together with the marks behind it: so it says where it ends. */
export const escaped = (text: string, isLinked = false): string =>
  text
    .split(/(https?:\/\/[^\s<>]+)/i)
    .map((part, at) => (at % 2 === 0 ? signs(part) : isLinked ? signs(part).replaceAll('://', '\\://') : `<${part}>`))
    .join('')

/** Where a line begins: what would be a heading, a list, a quote or a line across. */
export const begun = (lines: string): string =>
  lines
    .replace(/^[ \t]+/gm, '')
    .replace(/^(?:([#>+=:-])|(\d{1,9})([.)])(?=\s|$))/gm, (_, sign, number, dot) => (sign ? `\\${sign}` : `${number}\\${dot}`))

/** Where a link leads. */
export const destination = (url: string): string =>
  withoutEntities(url.replace(/[\s<>()\\[\]"`*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`))

/** The title of a picture, between quotation marks. */
export const quoted = (text: string): string => `"${withoutEntities(text.replace(/\s+/g, ' ').trim().replace(/[\\"]/g, '\\$&'))}"`

/** A fence of more backticks than stand in a row in this. */
export const fence = (text: string, least: number): string =>
  '`'.repeat(Math.max(least, ...[...text.matchAll(/`+/g)].map(([row]) => row.length + 1)))
