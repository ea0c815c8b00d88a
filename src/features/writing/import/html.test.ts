import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlOf } from '../markdown'
import { dangersIn } from '../testing'
import { markdownOf } from './html'
import type { Making } from './line'
import { TooDeep, treeOf, wordsIn } from './tree'

const leaf = { width: 40, height: 30, files: [{ type: 'image/webp', width: 40, url: '/pictures/leaf/400.webp' }] }
const shown = (markdown: string) => htmlOf(markdown, (path) => (path === '/pictures/leaf' ? leaf : undefined))

const left: string[] = []
const making: Making = {
  typed: false,
  link: (href) => (/^(?:https?:|mailto:|\/(?!\/))/.test(href) ? href : undefined),
  picture: (src, alt) => (/leaf/.test(src) ? { path: '/pictures/leaf', alt } : undefined),
  left: (what) => left.push(what),
}
const written = (html: string, more: Partial<Making> = {}) => {
  left.length = 0
  return markdownOf(html, { ...making, ...more })
}

describe('HTML of WordPress', () => {
  test.each([
    ['<p>Een <strong>woord</strong> en <em>nog</em> <del>geen</del> een.</p>', 'Een **woord** en *nog* ~~geen~~ een.'],
    ['<p><b>Let op:</b> dit</p>', '**Let op**: dit'],
    ['<p>a<b>b:</b>c, a<b>“b”</b>c</p>', 'a**b**:c, a“b”c'],
    ['<p><b><i>a</i></b> <i><b>(b)</b></i></p>', '***a*** *(b)*'],
    ['<h1>Een</h1><h3>Twee #</h3>', '# Een\n\n### Twee \\#'],
    ['<p>Een<br>twee</p>', 'Een\\\ntwee'],
    ['<p>1. geen lijst</p><p># geen kop</p><p>- ook niet</p>', '1\\. geen lijst\n\n\\# geen kop\n\n\\- ook niet'],
    ['<ul><li>een</li><li>twee<ul><li>drie</li></ul></li></ul>', '- een\n- twee\n  - drie'],
    ['<ol start="3"><li><p>een</p><p>meer</p></li><li>twee</li></ol>', '3. een\n\n   meer\n\n4. twee'],
    ['<ul><li>een</li><ul><li>twee</li></ul></ul>', '- een\n  - twee'],
    ['<ul><li>een<ol><ul></ul></ol></li></ul>', '- een'],
    ['<blockquote><p>Een</p><cite>An</cite></blockquote>', '> Een\n>\n> An'],
    ['<pre><code>a &lt; b\n```\n</code></pre>', '````\na < b\n```\n````'],
    ['<p><code>a`b</code></p>', '``a`b``'],
    ['<a href="https://example.org/a(b)">x [y]</a>', '[x \\[y\\]](https://example.org/a%28b%29)'],
    ['<a href="/x?a=1&amp;lt;b=2">x</a>', '[x](/x?a=1\\&lt;b=2)'],
    ['<p>Kijk!<a href="/x">hier</a></p>', 'Kijk\\![hier](/x)'],
    ['<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>', '| a | b\\|c |\n| --- | --- |\n| 1 |  |'],
    ['<dl><dt>Kot</dt><dd>Een kamer</dd></dl>', '**Kot**\n\nEen kamer'],
    ['<details><summary>Meer</summary><p>Dit</p></details>', '**Meer**\n\nDit'],
    ['<div class="wp-block-button"><a class="wp-block-button__link" href="/x">Vraag</a></div>', '**[Vraag](/x)**'],
    ['<p><img src="leaf.jpg" alt="Een blad"></p>', '![Een blad](/pictures/leaf)'],
    [
      '<figure><a href="leaf.jpg"><img src="leaf.jpg" alt="Blad"></a><figcaption>Van "ons"</figcaption></figure>',
      '![Blad](/pictures/leaf "Van \\"ons\\"")',
    ],
    ['<p><a href="javascript:alert(1)">tik</a></p>', 'tik'],
    ['<p>&lt;script&gt; &amp;lt; a_b _c_ *d*</p>', '\\<script> \\&lt; a_b \\_c\\_ \\*d\\*'],
    ['<p></p><p>&nbsp;</p><p>x</p>', 'x'],
    ['<span><p>een</p>twee</span>', 'een\n\ntwee'],
  ])('%s', (html, markdown) => {
    expect(written(html)).toBe(markdown)
  })

  test('of before it had blocks has its line breaks', () => {
    expect(written('Een\ntwee\n\n<b>drie</b>\n\n\n\n<ul>\n<li>vier</li>\n</ul>\nvijf', { typed: true })).toBe(
      'Een\\\ntwee\n\n**drie**\n\n- vier\n\nvijf',
    )
    expect(written('<p>Een\ntwee</p>')).toBe('Een twee')
  })

  test('loses what runs or loads, and that is said; a link to what was loaded stays', () => {
    const html =
      '<script>x()</script><style>p{}</style><form>Naam <input name="a"></form><iframe src="//video.example/e/1?a=2"></iframe><svg><script>y</script></svg>'
    expect(written(html)).toBe('Naam\n\n[video.example/e/1](https://video.example/e/1?a=2)')
    expect(left).toEqual(['<script>', '<style>', '<form>', '<input>', '<iframe>', '<svg>'])
  })

  test('nested beyond reason is refused, and what is repeated takes no longer than it is long', () => {
    expect(() => written('<div>'.repeat(100_000))).toThrow(TooDeep)
    expect(() => written('<b>'.repeat(100_000))).toThrow(TooDeep)
    expect(written('</b>'.repeat(100_000))).toBe('')
    expect(written(`a${'<br>'.repeat(50_000)}b`)).toBe('a\\\nb')
    expect(written('<p>*'.repeat(20_000)).length).toBeLessThan(100_000)
    expect(written(`${'<b>x</b> '.repeat(20_000)}`).length).toBeLessThan(200_000)
  })
})

/** The signs that are read, whatever stands between them. What stands in a table and in none of its cells comes before it, as in a browser. */
const read = (html: string): string => wordsIn(treeOf(html)).replace(/\s+/g, '')
const sorted = (text: string): string => [...text].sort().join('')
const bits = [
  '*',
  '_',
  '`',
  '~',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '!',
  '#',
  '-',
  '+',
  '=',
  '|',
  '\\',
  '&amp;',
  '"',
  ':',
  '1.',
  '2)',
  '.',
]
const word = fc.constantFrom(
  ...bits,
  'een',
  'twee',
  ' ',
  '\n',
  'é',
  '&lt;b&gt;',
  '&amp;lt;',
  '&amp;#106;',
  'https://a.be/b_c',
  'an@a.be',
  '---',
)
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(''))
const within = ['b', 'em', 'i', 'strong', 'del', 'span', 'u', 'sup']
const around = ['p', 'div', 'h2', 'h4', 'blockquote', 'section', 'li', 'td', 'tr', 'ul', 'ol', 'table', 'center']
const { html } = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc
      .tuple(fc.constantFrom(...within, ...around, 'a href="/x"', 'code', 'pre'), fc.array(tie('html'), { maxLength: 4 }))
      .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag.split(' ')[0]}>`),
  ),
}))

describe('whatever HTML there is', () => {
  test('its words are those of the page that is made of it', () => {
    fc.assert(
      fc.property(fc.array(html, { maxLength: 4 }), (all) => {
        const given = all.join('')
        const made = read(shown(written(given)))
        if (/<table/.test(given)) expect(sorted(made)).toBe(sorted(read(given)))
        else expect(made).toBe(read(given))
      }),
      { numRuns: 1000 },
    )
  })

  test('nothing in the page that is made of it does harm', () => {
    const harm = fc.constantFrom(
      ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">x</a>', '<svg onload=x>'],
      ...[
        '<iframe srcdoc="<script>x</script>">',
        '<a href="data:text/html,x">x</a>',
        '<style>@import "//a.be"</style>',
        '<!--',
        '-->',
      ],
      ...[
        '<a href=" java&#10;script:x">y</a>',
        '<img src="leaf" alt="&quot; onerror=x">',
        ']]>',
        '<base href="//a.be">',
        '[x](javascript:x)',
      ],
      ...[
        '<form action="//a.be"><input></form>',
        '<p style="x" onclick="y">',
        '<a href="//a.be/x">',
        '<math><style><img src=x>',
        '<b',
        '"',
      ],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(harm, html), { maxLength: 8 }), (all) => {
        expect(dangersIn(shown(written(all.join(''), { link: (href) => href })))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
