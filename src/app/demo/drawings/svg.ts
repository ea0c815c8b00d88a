export type Dot = readonly [x: number, y: number]

export const width = 1600
export const height = 1200

/** One decimal is finer than a pixel and keeps the drawing small. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

type Look = { opacity?: number; stroke?: string; line?: number }

const look = ({ opacity, stroke, line }: Look) =>
  (opacity === undefined ? '' : ` fill-opacity="${opacity}"`) +
  (stroke === undefined
    ? ''
    : ` stroke="${stroke}" stroke-width="${n(line ?? 4)}" stroke-linejoin="round" stroke-linecap="round"`)

export const outline = (dots: readonly Dot[]): string =>
  dots.length < 3 ? '' : `M${dots.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`

export const shape = (d: string, fill: string, style: Look = {}): string =>
  d === '' ? '' : `<path d="${d}" fill="${fill}"${look(style)}/>`

export const area = (dots: readonly Dot[], fill: string, style: Look = {}): string => shape(outline(dots), fill, style)

export const line = (d: string, colour: string, thickness: number, opacity = 1): string =>
  d === ''
    ? ''
    : `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(thickness)}" stroke-opacity="${opacity}" stroke-linecap="round" stroke-linejoin="round"/>`

export const rect = (x: number, y: number, w: number, h: number, fill: string, radius = 0, opacity = 1): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}" fill="${fill}"${radius ? ` rx="${n(radius)}"` : ''}${opacity === 1 ? '' : ` fill-opacity="${opacity}"`}/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, opacity = 1, turn = 0): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${opacity === 1 ? '' : ` fill-opacity="${opacity}"`}${turn ? ` transform="rotate(${n(turn)} ${n(x)} ${n(y)})"` : ''}/>`

export const circle = (x: number, y: number, r: number, fill: string, opacity = 1): string => ellipse(x, y, r, r, fill, opacity)

export const group = (content: string, attributes: string): string => `<g ${attributes}>${content}</g>`

/** What a drawing refers to by id (gradients, clips). Equal content gets one id, so that a drawing stays small. */
export type Defs = { add(content: (id: string) => string): string; all(): string }

export const defs = (): Defs => {
  const ids = new Map<string, string>()
  const made: string[] = []
  return {
    add: (content) => {
      const key = content('')
      const known = ids.get(key)
      if (known !== undefined) return known
      const id = `d${ids.size}`
      ids.set(key, id)
      made.push(content(id))
      return id
    },
    all: () => `<defs>${made.join('')}</defs>`,
  }
}

/** Colour that runs from top to bottom in flat bands: a third of the time of a gradient, and of one style with the rest. */
export const bands = (x: number, y: number, w: number, h: number, colours: readonly string[]): string => {
  const step = h / colours.length
  return colours
    .map((colour, index) => rect(Math.floor(x), Math.floor(y + index * step), Math.ceil(w) + 1, Math.ceil(step) + 2, colour))
    .join('')
}

export const clipTo = (store: Defs, d: string): string => store.add((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)

/** A soft round light, brightest in the middle, in rings (see `bands`). */
export const glow = (x: number, y: number, r: number, colour: string, strength: number): string =>
  [1, 0.8, 0.62, 0.46, 0.32, 0.2].map((share) => circle(x, y, r * share, colour, Math.round(strength * 22) / 100)).join('')

export const picture = (store: Defs, content: string, mirrored: boolean): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${store.all()}${
    mirrored ? group(content, `transform="matrix(-1 0 0 1 ${width} 0)"`) : content
  }</svg>`
