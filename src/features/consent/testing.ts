// For tests: a site on which something needs consent, and what one does there.
import { type TestSite, testSite, type Visitor } from '../../app/testing'

/** The host of the service that measures visits on it. */
export const elsewhere = '127.0.0.1:4599'

export const askingSite = (): Promise<TestSite> => testSite({ env: { SITE: 'src/app/testing/asks' } })

/** The values of all fields of this name on a page. */
export const valuesOf = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value = '']) => value)

/** Presses a button of the panel on a page. */
export async function answers(visitor: Visitor, all: 'yes' | 'no', path = '/nl') {
  const { html } = await visitor.get(path)
  return visitor.post('/nl/choices', { asked: valuesOf(html, 'asked'), to: path, how: 'panel', all })
}

/** Sends the form on the page of choices, with these switched on. */
export async function chooses(visitor: Visitor, on: readonly string[], headers: Record<string, string> = {}) {
  const { html } = await visitor.get('/nl/choices', headers)
  const asked = [...new Set(valuesOf(html, 'asked'))]
  return visitor.post('/nl/choices', { asked, how: 'choices', ...Object.fromEntries(on.map((one) => [one, 'on'])) }, headers)
}
