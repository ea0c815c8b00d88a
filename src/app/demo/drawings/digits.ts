import { line } from './svg'

// A bare machine has no fonts, so the figures of a plan are drawn as lines, each on a field of 6 wide and 10 high.
const strokes: Record<string, string> = {
  '0': 'M3 0Q6 0 6 5T3 10Q0 10 0 5T3 0Z',
  '1': 'M1 2L3.5 0V10',
  '2': 'M0.3 2.6Q0.6 0 3 0Q5.8 0 5.8 2.8Q5.8 4.6 3.6 6.6L0.2 10H6',
  '3': 'M0.4 1.6Q1.2 0 3 0Q5.6 0 5.6 2.4T2.4 4.8Q6 4.8 6 7.4T3 10Q0.8 10 0.1 8.2',
  '4': 'M4.4 10V0L0 6.8H6',
  '5': 'M5.4 0H1L0.6 4.4Q1.6 3.6 3 3.6Q6 3.6 6 6.8T2.8 10Q0.9 10 0.1 8.5',
  '6': 'M5.2 0.8Q4.4 0 3.2 0Q0 0 0 5.6Q0 10 3 10Q6 10 6 6.9T3.1 4Q0.6 4 0 6.6',
  '7': 'M0.2 0H6L2.2 10',
  '8': 'M3 4.6Q0.6 4.6 0.6 2.3T3 0T5.4 2.3T3 4.6Q6 4.6 6 7.3T3 10T0 7.3T3 4.6Z',
  '9': 'M0.8 9.2Q1.6 10 2.8 10Q6 10 6 4.4Q6 0 3 0Q0 0 0 3.1T2.9 6Q5.4 6 6 3.4',
  ',': 'M1.2 9.4L0.6 11.6',
  m: 'M0 10V4M0 6Q0.6 4 2 4Q3.4 4 3.4 6V10M3.4 6Q4 4 5.4 4Q6.8 4 6.8 6V10',
  '²': 'M0.2 1.2Q0.4 0 1.6 0Q2.9 0 2.9 1.2Q2.9 2 1.8 2.9L0.1 4.4H3',
}
const widths: Record<string, number> = { '1': 5, ',': 2, m: 6.8, '²': 3, ' ': 2 }

/** Figures, comma, m and ², their middle at x y and `size` dots high. */
export const figures = (text: string, x: number, y: number, size: number, colour: string): string => {
  const letters = [...text].map((letter) => ({ letter, wide: widths[letter] ?? 6 }))
  const total = letters.reduce((sum, { wide }) => sum + wide + 2, -2)
  const scale = size / 10
  let at = 0
  const drawn = letters.map(({ letter, wide }) => {
    const placed = `<g transform="translate(${at.toFixed(1)} 0)">${line(strokes[letter] ?? '', colour, 1.3)}</g>`
    at += wide + 2
    return placed
  })
  return `<g transform="translate(${(x - (total * scale) / 2).toFixed(1)} ${(y - size / 2).toFixed(1)}) scale(${scale.toFixed(2)})">${drawn.join('')}</g>`
}

export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10).replace('.', ',')
