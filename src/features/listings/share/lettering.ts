import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype, { type Font } from 'opentype.js'

export type Weight = 600 | 800

// A machine that only runs this program has no fonts: letters are drawn as the outlines of a font that comes along.
const files = createRequire(import.meta.url)
const fonts = new Map<Weight, Font>()
function fontOf(weight: Weight): Font {
  const known = fonts.get(weight)
  if (known) return known
  const bytes = readFileSync(files.resolve(`@fontsource/figtree/files/figtree-latin-${weight}-normal.woff`))
  const font = opentype.parse(new Uint8Array(bytes).buffer)
  fonts.set(weight, font)
  return font
}

/** A text without what the font has no letter for: emoji, other scripts. */
export const drawable = (text: string, weight: Weight): string =>
  [...text.normalize('NFC')]
    .filter((char) => char === ' ' || fontOf(weight).charToGlyphIndex(char) > 0)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

export const widthOf = (text: string, size: number, weight: Weight): number => fontOf(weight).getAdvanceWidth(text, size)

/** A line of text as an SVG path that begins at `x` on the baseline `y`. (The library's own writing of a path rounds numbers near nought to NaN,
 *  and what reads the SVG stops there.) */
export function lettering(text: string, x: number, y: number, size: number, weight: Weight, fill: string): string {
  const written = fontOf(weight)
    .getPath(text, x, y, size)
    .commands.map(({ type, x1, y1, x2, y2, x, y }) => {
      const points = [x1, y1, x2, y2, x, y].filter((value) => value !== undefined)
      return type + points.map((value) => value.toFixed(1)).join(' ')
    })
  return `<path d="${written.join('')}" fill="${fill}"/>`
}

/** Words in at most `most` lines no wider than `width`; what does not fit ends in an ellipsis. */
export function wrapped(text: string, size: number, weight: Weight, width: number, most: number): string[] {
  const fits = (line: string) => widthOf(line, size, weight) <= width
  const cut = (line: string): string =>
    fits(`${line}…`) || line === '' ? `${line.trimEnd()}…` : cut([...line].slice(0, -1).join(''))
  const lines: string[] = []
  for (const word of drawable(text, weight).split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const shown = lines.slice(0, most).map((line, at) => (at === most - 1 && lines.length > most ? cut(line) : line))
  return shown.map((line) => (fits(line) || line.endsWith('…') ? line : cut(line)))
}
