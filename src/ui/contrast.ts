import css from './base/tokens.css?raw'

type Palette = ReadonlyMap<string, string>
const propertiesIn = (part: string): Map<string, string> =>
  new Map([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))

/** The colours of the product by their names, without the two dashes; `dark`: what dark says again. Read when they are asked for: what imports this file in a
 *  browser test has no stylesheet. */
export function palettes(): { light: Palette; dark: Palette } {
  const [light = '', rest = ''] = css.split('@media screen and (prefers-color-scheme: dark)')
  const [dark = ''] = rest.split('@media print')
  return { light: propertiesIn(light), dark: propertiesIn(dark) }
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
export const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['ground', 'surface', 'sunken']
/** What is read, on what: 4.5 to 1 (WCAG 1.4.3). */
export const text: readonly (readonly [ink: string, ground: string])[] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'ink-soft', 'brand-text', 'brand-text-hover', 'danger'].map((ink) => [ink, ground] as const),
  ),
  ['brand-on', 'brand-fill'],
  ['brand-on', 'brand-fill-hover'],
  ['brand-accent-on', 'brand-accent'],
  ['danger-on', 'danger-fill'],
  ['danger-on', 'danger-fill-hover'],
  ['focus-ink', 'focus'],
  ['ink', 'sky'],
  ...['brand-tint', 'success-tint', 'warning-tint', 'danger-tint'].flatMap((tint) =>
    ['ink', 'ink-soft', 'brand-text'].map((ink) => [ink, tint] as const),
  ),
  ['success', 'success-tint'],
  ['warning', 'warning-tint'],
  ['danger', 'danger-tint'],
  ...[1, 2, 3, 4, 5, 6].map((n) => ['tone-on', `tone-${n}`] as const),
]
/** Edges of controls, marks of state and the ring of the focus: 3 to 1 (WCAG 1.4.11). */
export const shapes: readonly (readonly [mark: string, ground: string])[] = [
  ...grounds.flatMap((ground) => ['line-strong', 'brand-text', 'danger', 'focus-edge'].map((mark) => [mark, ground] as const)),
  ['brand-fill', 'surface'],
  ['focus-edge', 'brand-tint'],
]

type Colours = Readonly<Record<string, string>>
/** What cannot be read or seen with these colours in place of the product's, each as a sentence for who chose them; and names that are no colours. */
export function faultsIn(brand: { light: Colours; dark: Colours }): string[] {
  const { light, dark } = palettes()
  const unknown = [...Object.keys(brand.light), ...Object.keys(brand.dark)].filter((name) => !light.has(name))
  const looks = {
    light: new Map([...light, ...Object.entries(brand.light)]),
    dark: new Map([...light, ...dark, ...Object.entries(brand.dark)]),
  }
  return [
    ...unknown.map((name) => `there is no colour "${name}"`),
    ...Object.entries(looks).flatMap(([look, of]) =>
      [...text.map((pair) => [...pair, 4.5] as const), ...shapes.map((pair) => [...pair, 3] as const)].flatMap(
        ([ink, ground, least]) => {
          const found = contrast(of.get(ink) ?? '', of.get(ground) ?? '')
          return found >= least ? [] : [`${look}: ${ink} on ${ground} is ${found.toFixed(2)} to 1, and must be ${least}`]
        },
      ),
    ),
  ]
}
