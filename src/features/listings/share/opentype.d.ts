// What we use of opentype.js, which brings no types.
declare module 'opentype.js' {
  export type Font = {
    unitsPerEm: number
    charToGlyphIndex(char: string): number
    getAdvanceWidth(text: string, size: number): number
    getPath(text: string, x: number, y: number, size: number): { toPathData(decimals: number): string }
  }
  export function parse(buffer: ArrayBuffer): Font
}
