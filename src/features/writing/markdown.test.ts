import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../ui/html-faults'
import { htmlOf, longest, partsOf } from './markdown'
import { dangersIn } from './testing'

const leaf = { width: 40, height: 30, files: [{ type: 'image/svg+xml', width: 40, url: '/pictures/leaf.svg?1' }] }
const html = (markdown: string) => htmlOf(markdown, (path) => (path === '/pictures/leaf.svg' ? leaf : undefined))

describe('a text in Markdown', () => {
  test('becomes headings below the one of the page, one level at a time', () => {
    expect(html('# One\n\n#### Two\n\n## Three')).toBe('<h2>One</h2>\n<h3>Two</h3>\n<h2>Three</h2>\n')
  })

  test('has links elsewhere, to a mailbox, a telephone and paths of ours', () => {
    expect(html('[a](https://example.org/x) [b](mailto:an@example.org) [c](tel:+3291234567) [d](/nl/rooms)')).toBe(
      '<p><a href="https://example.org/x">a</a> <a href="mailto:an@example.org">b</a> <a href="tel:+3291234567">c</a> <a href="/nl/rooms">d</a></p>\n',
    )
    expect(html('Zie https://example.org of schrijf an@example.org')).toContain('<a href="mailto:an@example.org">')
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="https://example.org"></iframe>',
    '<svg><style>*{}</style></svg>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](  java\nscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](//elsewhere.example)',
    '[x](/\\elsewhere.example)',
    '[x](\\\\elsewhere.example)',
    '[x]: javascript:alert(1)\n\n[x]',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml,<svg onload=alert(1)>)',
    '![x](https://elsewhere.example/pixel.gif)',
    '[x](/y "\\" onclick=\\"alert(1)")',
    '![" onerror="alert(1)](/pictures/leaf.svg)',
    '```" onclick="alert(1)\ncode\n```',
    '| a |\n|:-:|\n| b |',
  ])('cannot do harm: %j', (markdown) => {
    expect(dangersIn(html(markdown))).toEqual([])
    expect(html(markdown)).not.toContain('elsewhere.example/pixel')
  })

  test('would be seen to do harm', () => {
    for (const harm of ['<script>', '<p onclick="x()">', '<td style="x">', '<a href="javascript:x">', '<img src="//a.be/x">'])
      expect(dangersIn(harm)).toEqual([harm])
  })

  test('cannot do harm, whatever is written', () => {
    const bits = ['[', ']', '(', ')', '<', '>', '"', '`', '*', '_', '!', '|', '\n', ' ', '&#', ';', '\\', ':', '//', '#', '- ']
    const words = ['javascript:', 'data:', 'onclick=', '<script>', '<!--', 'style=', '/pictures/leaf.svg', 'https://a.be']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits, ...words), { maxLength: 40 }), (all) => {
        expect(dangersIn(html(all.join('')))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['quotes', '>'.repeat(1000)],
    ['lists', '- '.repeat(1000)],
    ['emphasis', '*a _b '.repeat(1000)],
    ['brackets', '['.repeat(50_000)],
    ['pictures', '!['.repeat(25_000)],
    ['a text of ten million signs', 'woord '.repeat(1_700_000)],
  ])('of %s nested or repeated beyond reason is answered all the same', (_what, markdown) => {
    const made = html(`${markdown} einde`)
    expect(made.length).toBeLessThan(12 * longest)
    expect(Math.max(0, ...[...made.matchAll(/(?:<blockquote>\s*)+/g)].map(([all]) => all.split('<').length - 1))).toBeLessThan(30)
  })

  test('shows pictures of ours with their words, and a caption where there is one', () => {
    expect(html('![Een blad](/pictures/leaf.svg "Getekend met de hand")')).toBe(
      '<figure><picture class="picture"><img src="/pictures/leaf.svg?1" width="40" height="30" alt="Een blad" loading="lazy" decoding="async"/></picture><figcaption>Getekend met de hand</figcaption></figure>\n',
    )
    expect(html('![Een foto](/pictures/gone.svg)')).toBe('<p>Een foto</p>\n')
  })

  test('makes buttons of a line of nothing but links in bold', () => {
    expect(html('**[Vraag](/forms/quote)** **[Kijk](/diensten)**')).toBe(
      '<p class="button-row"><a href="/forms/quote" class="button button-primary">Vraag</a><a href="/diensten" class="button button-secondary">Kijk</a></p>\n',
    )
    expect(html('Ook **[Vraag](/forms/quote)**')).not.toContain('button')
  })

  test('has tables that can be scrolled without a mouse, without a style of their own', () => {
    const table = html('| Wat | Prijs |\n| --- | ---: |\n| Site | 4.500 |')
    expect(table).toContain('<div class="written-wide" tabindex="0"><table>')
    expect(table).toContain('<td class="numeric">4.500</td>')
    expect(faultsOf(table).filter((fault) => !/h1/.test(fault))).toEqual([])
  })
})

test('the beginning of a site is parted at its headings, and at no words that look like one', () => {
  expect(partsOf('Boven\n\n## Een\n\n`<h2>`\n\n## Twee', () => undefined)).toEqual([
    '<p>Boven</p>\n',
    '<h2>Een</h2>\n<p><code>&lt;h2&gt;</code></p>\n',
    '<h2>Twee</h2>\n',
  ])
})
