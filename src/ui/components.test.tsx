import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultsOf } from './html-faults'
import {
  ErrorSummary,
  Field,
  Layout,
  ListingCard,
  money,
  PasswordInput,
  Picture,
  Radios,
  StyleGuide,
  Term,
  TextArea,
  TextInput,
} from './index'
import { frame, pages } from './layout/examples'
import { sections } from './style-guide/sections'
import { ago } from './time/time'

const folder = new URL('.', import.meta.url)
const render = async (node: unknown) => String(await String(node))

describe.each(sections)('$name', ({ examples }) => {
  test.each(examples)('$name is sound', async ({ node }) => {
    const html = await render(node)
    expect(html.length).toBeGreaterThan(20)
    expect(faultsOf(html)).toEqual([])
  })
})

test.each(pages)('page: $name is a sound document', async ({ node }) => {
  const html = await render(node)
  expect(html).toMatch(/^<!doctype html><html lang="(nl|fr|en)">/)
  expect(faultsOf(html)).toEqual([])
})

test('the examples can stand together on one page', async () => {
  const html = await render(
    <Layout {...frame} title="UI">
      <StyleGuide />
    </Layout>,
  )
  expect(faultsOf(html).filter((fault) => fault !== 'not exactly one h1')).toEqual([])
})

test('every folder has its examples in the style guide and its css in the stylesheet', () => {
  const site = readFileSync(new URL('site.css', folder), 'utf8')
  const guide = readFileSync(new URL('style-guide/sections.ts', folder), 'utf8')
  for (const name of readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))) {
    const has = (file: string) => existsSync(new URL(`${name}/${file}`, folder))
    if (has(`${name}.css`)) expect(site).toContain(`./${name}/${name}.css`)
    if (has('examples.tsx') && name !== 'layout') expect(guide).toContain(`../${name}/examples'`)
    if (has(`${name}.tsx`)) expect(has('examples.tsx') || ['style-guide', 'hero'].includes(name), name).toBe(true)
  }
})

test('what is typed and what went wrong cannot become markup', async () => {
  const evil = '"><script>alert(1)</script>'
  const html = await render(
    <>
      <TextInput lang="nl" name="a" label={evil} hint={evil} why={evil} error={evil} value={evil} prefix={evil} />
      <TextArea lang="nl" name="b" label="B" value="</textarea><script>" />
      <ErrorSummary lang="nl" errors={[{ name: 'a', message: evil }]} />
      <ListingCard href={evil} title={evil} kind={evil} price={evil} priceNote={evil} place={evil} />
    </>,
  )
  expect(html).not.toContain('<script')
})

test('a field ties its label, hint, error and reason to its control', async () => {
  const html = await render(
    <TextInput lang="en" name="city" label="Place" hint="Any" why="To find it" error="Say where" optional data-island="places" />,
  )
  expect(html).toContain('<label class="field-label" for="field-city">')
  expect(html).toContain('aria-describedby="field-city-hint field-city-error field-city-why"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('data-island="places"')
  expect(html).toContain('Error:')
  expect(html).toContain('(optional)')
})

test('the error summary leads to the first of several choices', async () => {
  const html = await render(
    <Radios
      lang="nl"
      name="kind"
      label="Soort"
      options={[
        { value: 'kot', text: 'Kot' },
        { value: 'studio', text: 'Studio' },
      ]}
      value="studio"
    />,
  )
  expect(html).toMatch(/id="field-kind" name="kind" value="kot"(?! checked)/)
  expect(html).toMatch(/id="field-kind-2" name="kind" value="studio" checked/)
})

test('without errors there is no summary', async () => {
  expect(await render(<ErrorSummary lang="nl" errors={[]} />)).toBe('')
})

test('a refused form says so in the title', async () => {
  const html = await render(
    <Layout {...frame} lang="fr" title="Message" errors>
      <h1>Message</h1>
    </Layout>,
  )
  expect(html).toContain('<title>Erreur : Message – Dorpel</title>')
})

test('a password never comes back and its button waits for a script', async () => {
  const html = await render(<PasswordInput lang="nl" name="password" label="Wachtwoord" autocomplete="current-password" />)
  expect(html).not.toContain('value=')
  expect(html).toMatch(/<button [^>]*hidden/)
})

test('a picture offers the best format first and room for it before it loads', async () => {
  const file = (type: string, width: number) => ({ type, width, url: `/p/${width}.${type.slice(6)}` })
  const files = [file('image/avif', 400), file('image/avif', 800), file('image/jpeg', 400), file('image/jpeg', 800)]
  const html = await render(<Picture photo={{ alt: 'Bed', width: 800, height: 600, files }} sizes="50vw" />)
  expect(html).toContain('<source type="image/avif" srcset="/p/400.avif 400w, /p/800.avif 800w" sizes="50vw"')
  expect(html).toContain(
    '<img src="/p/800.jpeg" srcset="/p/400.jpeg 400w, /p/800.jpeg 800w" sizes="50vw" width="800" height="600" alt="Bed" loading="lazy"',
  )
})

test('a term is a button that opens its explanation without a script', async () => {
  const html = await render(
    <Term id="kot" word="kot">
      Een studentenkamer.
    </Term>,
  )
  expect(html).toContain('popovertarget="term-kot"')
  expect(html).toContain('id="term-kot" popover="auto"')
})

test('an own control gets a label', async () => {
  const field = { lang: 'nl', name: 'x', label: 'X' } as const
  expect(faultsOf(await render(<Field field={field}>{<input type="text" id="field-y" />}</Field>))).toContain(
    'for field-x leads nowhere',
  )
})

test('money is written as its reader is used to, without cents where there are none', () => {
  const plain = (cents: number, lang: 'nl' | 'fr' | 'en') => money(cents, lang).replaceAll(/\s/g, ' ')
  expect(plain(44500, 'nl')).toBe('€ 445')
  expect(plain(128750, 'fr')).toBe('1 287,50 €')
  expect(plain(128750, 'en')).toBe('€1,287.50')
  expect(plain(0, 'en')).toBe('€0')
})

test('how long ago', () => {
  const now = Temporal.Instant.from('2026-11-21T12:00:00Z')
  expect(ago(now.subtract({ hours: 50 }), now, 'en')).toBe('2 days ago')
  expect(ago(now.subtract({ hours: 26 }), now, 'nl')).toBe('gisteren')
  expect(ago(now.subtract({ minutes: 59 }), now, 'nl')).toBe('59 minuten geleden')
  expect(ago(now.add({ hours: 24 * 8 }), now, 'en')).toBe('next week')
  expect(ago(now.subtract({ seconds: 20 }), now, 'en')).toBe('just now')
  expect(ago(new Date('2026-11-19T12:00:00Z'), now, 'fr')).toBe('avant-hier')
})
