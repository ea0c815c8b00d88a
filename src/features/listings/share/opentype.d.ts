// What we use of opentype.js, which brings no types.
declare module 'opentype.js' {
  /** M, L, Q, C or Z, and its points in the order of SVG. */
  export type Command = { type: string; x1?: number; y1?: number; x2?: number; y2?: number; x?: number; y?: number }
  export type Font = {
    unitsPerEm: number
    charToGlyphIndex(char: string): number
    getAdvanceWidth(text: string, size: number): number
    getPath(text: string, x: number, y: number, size: number): { commands: readonly Command[] }
  }
  /** CommonJS: Node gives its whole as the default. */
  const opentype: { parse(buffer: ArrayBuffer): Font }
  export default opentype
}
