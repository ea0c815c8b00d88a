import { describe, expect, test } from 'vitest'
import { textsIn, WrongText } from './folder'

const text = (head: string, body = 'Dag.') => `---\n${head}\n---\n${body}\n`
const read = (...files: (readonly [path: string, content: string])[]) =>
  textsIn({ languages: ['nl', 'fr'], texts: files.map(([path, content]) => ({ file: `sites/x/content/${path}`, content })) })
const wrong = (...files: Parameters<typeof read>): string => {
  try {
    read(...files)
    return ''
  } catch (error) {
    return error instanceof WrongText ? error.message : String(error)
  }
}

describe('a file of a text', () => {
  test('is a page or an article by its folder, with the name and language of its file', () => {
    expect(
      read(
        ['pages/about.nl.md', text('title: Over ons: wie we zijn\nslug: over-ons\nin: menu\nplace: 20')],
        ['articles/begin.fr.md', text('title: Début\ndate: 2026-11-22', 'Bonjour.')],
      ),
    ).toMatchObject([
      {
        kind: 'page',
        name: 'about',
        language: 'nl',
        slug: 'over-ons',
        title: 'Over ons: wie we zijn',
        stands: 'menu',
        place: 20,
      },
      { kind: 'article', name: 'begin', language: 'fr', slug: 'begin', body: 'Bonjour.\n', stands: null },
    ])
  })

  test('is public from the day it says, as it begins in Brussels', () => {
    const [article] = read(['articles/begin.nl.md', text('title: Begin\ndate: 2026-07-01')])
    expect(article?.publishAt?.toISOString()).toBe('2026-06-30T22:00:00.000Z')
  })

  test('may come from Windows', () => {
    expect(read(['pages/about.nl.md', '\uFEFF---\r\ntitle: Over\r\n---\r\nDag.\r\n'])).toMatchObject([{ title: 'Over' }])
  })

  test.each([
    ['pages/about.md', text('title: x'), 'a text is called name.language.md'],
    ['pages/about.en.md', text('title: x'), 'in a language of the site (nl, fr)'],
    ['pages/Over Ons.nl.md', text('title: x'), 'a text is called name.language.md'],
    ['pages/about.nl.md', 'Dag.', 'a text begins with lines “key: value”'],
    ['pages/about.nl.md', text('title: x', ' '), 'nothing stands below'],
    ['pages/about.nl.md', text('summary: x'), 'head.title'],
    ['pages/about.nl.md', text('title: x\ncolour: red'), 'head: '],
    ['pages/about.nl.md', text('title: x\nslug: Over Ons'), 'head.slug'],
    ['pages/about.nl.md', text('title: x\nin: header'), 'head.in'],
    ['pages/about.nl.md', text('title: x\nplace: first'), 'head.place'],
    ['articles/about.nl.md', text('title: x\ndate: 2026-02-30'), 'head.date'],
    ['pages/about.nl.md', text('title: x', 'a'.repeat(100_001)), 'body: '],
    ['pages/about.nl.md', text('title: x\nslug: privacy'), 'privacy is an address of the program itself'],
    ['pages/rooms.nl.md', text('title: x'), 'rooms is an address of the program itself'],
  ])('is refused by name: %s', (path, content, why) => {
    const said = wrong([path, content])
    expect(said).toContain(`- sites/x/content/${path}: `)
    expect(said).toContain(why)
  })

  test('cannot have the address of another', () => {
    expect(wrong(['pages/a.nl.md', text('title: x')], ['pages/b.nl.md', text('title: y\nslug: a')])).toContain(
      'sites/x/content/pages/a.nl.md has the address a already',
    )
  })

  test('each that is wrong is named', () => {
    expect(wrong(['pages/a.nl.md', ''], ['pages/b.nl.md', '']).split('\n')).toHaveLength(3)
  })
})
