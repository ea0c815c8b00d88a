import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = new URL('.', import.meta.url).pathname
const tokens = readFileSync(`${folder}base/tokens.css`, 'utf8')
const [lightCss = '', rest = ''] = tokens.split('@media screen and (prefers-color-scheme: dark)')
const [darkCss = ''] = rest.split('@media print')
const properties = (css: string) =>
  new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
const light = properties(lightCss)
const dark = new Map([...light, ...properties(darkCss)])

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['ground', 'surface', 'sunken']
const text: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] =>
    ['ink', 'ink-soft', 'brand-text', 'brand-text-hover', 'danger'].map((ink) => [ink, ground]),
  ),
  ['brand-on', 'brand-fill'],
  ['brand-on', 'brand-fill-hover'],
  ['brand-accent-on', 'brand-accent'],
  ['danger-on', 'danger-fill'],
  ['danger-on', 'danger-fill-hover'],
  ['focus-ink', 'focus'],
  ['ink', 'sky'],
  ...['brand-tint', 'success-tint', 'warning-tint', 'danger-tint'].flatMap((tint): [string, string][] => [
    ['ink', tint],
    ['ink-soft', tint],
    ['brand-text', tint],
  ]),
  ['success', 'success-tint'],
  ['warning', 'warning-tint'],
  ['danger', 'danger-tint'],
  ...[1, 2, 3, 4, 5, 6].map((n): [string, string] => ['tone-on', `tone-${n}`]),
]
/** Edges of controls, marks of state and the ring of the focus: 3 to 1 (WCAG 1.4.11). */
const shapes: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] =>
    ['line-strong', 'brand-text', 'danger', 'focus-edge'].map((mark) => [mark, ground]),
  ),
  ['brand-fill', 'surface'],
  ['focus-edge', 'brand-tint'],
]

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s', (_, palette) => {
  const of = (name: string) => palette.get(name) ?? expect.fail(`no colour --${name}`)
  test.each(text)('%s on %s can be read', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(shapes)('%s is seen on %s', (mark, ground) => {
    expect(contrast(of(mark), of(ground))).toBeGreaterThanOrEqual(3)
  })
})

test('contrast is computed as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('dark says every colour again but those that may stay', () => {
  const same = [...light.keys()].filter((name) => !properties(darkCss).has(name))
  expect(same).toEqual([])
})

const css = globSync('**/*.css', { cwd: folder })
const sources = [...css, ...globSync('**/*.tsx', { cwd: folder })].filter(
  (file) => file !== 'base/tokens.css' && !file.endsWith('.test.tsx'),
)

test.each(sources)('%s names no colour itself', (file) => {
  const source = readFileSync(folder + file, 'utf8').replaceAll(
    /href=("[^"]*"|\{`[^`]*`\})|href: '[^']*'|#\{|clear="[^"]*"|next="[^"]*"|previous="[^"]*"/g,
    '',
  )
  expect(source).not.toMatch(
    /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab|lch|hwb)a?\(|:\s*(?:white|black|red|green|blue|yellow|gr[ae]y)\b/i,
  )
})

test('every custom property that is used exists', () => {
  const all = css.map((file) => readFileSync(folder + file, 'utf8')).join('\n')
  const defined = new Set([...all.matchAll(/--([\w-]+):/g)].map(([, name]) => name))
  expect(
    [...new Set([...all.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name))].filter((name) => !defined.has(name)),
  ).toEqual([])
})

test('every class in the stylesheet is used by a component', () => {
  const used = globSync('**/*.tsx', { cwd: folder })
    .map((file) => readFileSync(folder + file, 'utf8'))
    .join('\n')
  const computed = /^(button|notice|tag|avatar|d|text-input)-/
  const classes = new Set(
    css.flatMap((file) =>
      [
        ...readFileSync(folder + file, 'utf8')
          .replaceAll(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '')
          .matchAll(/\.([a-z][\w-]*)/g),
      ].map(([, name = '']) => name),
    ),
  )
  const offered = ['visually-hidden', 'measure', 'soft', 'small', 'lead', 'flow']
  expect(
    [...classes].filter(
      (name) => !computed.test(name) && !offered.includes(name) && !new RegExp(`[\\s"'\`]${name}[\\s"'\`]`).test(used),
    ),
  ).toEqual([])
})
