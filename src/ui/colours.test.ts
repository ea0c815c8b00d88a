import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, faultsIn, palettes, shapes, text } from './contrast'

const folder = new URL('.', import.meta.url).pathname
const { light, dark: darkOnly } = palettes()
const dark = new Map([...light, ...darkOnly])

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

test('a brand whose text cannot be read is told so, in the look where it is', () => {
  expect(faultsIn({ light: {}, dark: {} })).toEqual([])
  expect(faultsIn({ light: { 'brand-fill': '#dddddd' }, dark: { mauve: '#ffffff' } })).toEqual([
    'there is no colour "mauve"',
    'light: brand-on on brand-fill is 1.36 to 1, and must be 4.5',
    'light: brand-fill on surface is 1.36 to 1, and must be 3',
  ])
})

test('dark says every colour again but those that may stay', () => {
  const same = [...light.keys()].filter((name) => !darkOnly.has(name))
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
