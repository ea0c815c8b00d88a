import { destination, escaped, fence, quoted } from './escape'
import { type Element, elementsIn, type Node, wordsIn } from './tree'

/** What the HTML of a text is made with. */
export type Making = {
  /** Whether a line break in it is one to be seen: what was typed before WordPress had blocks. */
  typed: boolean
  /** Where a link leads from now on. Undefined: nowhere, and its words stay. */
  link(href: string): string | undefined
  /** The path that a picture has now, and what is to be seen on it. Undefined: there is none, and its words stay. */
  picture(src: string, alt: string): { path: string; alt: string } | undefined
  /** Told of each kind of thing that is left out. */
  left(what: string): void
}

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '))
export const blocks = named(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
)
/** What runs, or says nothing to a reader. */
export const dropped = named(
  'script style noscript template object applet svg math canvas head title frameset input select textarea button progress meter datalist',
)
/** What loads something: a link to it stays, which loads nothing. */
const loading = named('iframe embed video audio')
const unseen = named('link meta base source track param wbr col colgroup area')
const marks: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*', del: '~~', s: '~~', strike: '~~' }

/** Where in a line something stands: in a link, within which marks, and between which signs. A sign that is not known is taken to be a letter. */
type Place = { isLinked: boolean; marks: readonly string[]; before: string; after: string }
const alone: Place = { isLinked: false, marks: [], before: '', after: '' }

/** Marks what is said with stress, where CommonMark reads the marks so ("flanking"): beside a letter always, between a word and a sign not. What would
 *  not be read so stays without. */
function marked(mark: string, inside: string, { before, after }: Place): string {
  // A colon or a full stop at its end, as in "Note:", comes after the mark, where it is read whatever follows.
  const [, left = '', said = '', right = ''] = /^(\s*)(.*?)((?<=[\p{L}\p{N}])[.,:;?]+\s*|\s*)$/su.exec(inside) ?? []
  const opens = /^[\p{L}\p{N}]/u.test(said) || left !== '' || /^$|[\s\p{P}]$/u.test(before)
  const closes = /[\p{L}\p{N}]$/u.test(said) || right !== '' || /^$|^[\s\p{P}]/u.test(after)
  // Two kinds of marks side by side are read as others, but around the same words.
  const isApart = !/^[*~]|[*~]$/.test(said) || /^(\*{1,2})[\p{L}\p{N}]([^*]*[\p{L}\p{N}])?\1$/u.test(said)
  const isFirst = left !== '' || !/[*~]$/.test(before)
  const isRead = said !== '' && opens && closes && isApart && isFirst && !said.includes('\n')
  return isRead ? `${left}${mark}${said}${mark}${right}` : inside
}

const trimmed = (text: string): string[] => /^(\s*)(.*?)(\s*)$/s.exec(text)?.slice(1) ?? []

/** Pieces of a line of HTML in Markdown. */
export function linesOf(making: Making) {
  const lineBreak = '\\\n'

  const media = (element: Element): string => {
    const src = element.attributes.src ?? elementsIn(element.children, 'source')[0]?.attributes.src ?? ''
    making.left(`<${element.name}>`)
    const leads = src && making.link(src.startsWith('//') ? `https:${src}` : src)
    return leads ? `[${escaped(src.replace(/^(?:https?:)?\/\//, '').replace(/[?#].*/, ''))}](${destination(leads)})` : ''
  }

  const picture = ({ attributes: { src = '', alt = '' } }: Element, caption = ''): string => {
    const found = making.picture(src, alt.trim())
    if (!found) return escaped(alt.trim())
    return `![${escaped(found.alt.replace(/\s+/g, ' '))}](${found.path}${caption ? ` ${quoted(caption)}` : ''})`
  }

  const link = ({ attributes, children }: Element, place: Place): string => {
    const { href, class: classes = '' } = attributes
    const said = line(children, { isLinked: true, marks: place.marks, before: '[', after: ']' })
    const leads = href === undefined || place.isLinked || said.trim() === '' ? undefined : making.link(href.trim())
    if (leads === undefined) return said
    const [left, words, right] = trimmed(said)
    const made = `[${words}](${destination(leads)})`
    // A button of WordPress becomes one of ours.
    return `${left}${/\bwp-block-button__link\b/.test(classes) ? `**${made}**` : made}${right}`
  }

  const code = (children: readonly Node[], { before }: Place): string => {
    const words = wordsIn(children).replace(/\s+/g, ' ').trim()
    if (words === '' || before.endsWith('`')) return escaped(words)
    const mark = fence(words, 1)
    const room = /^`|`$/.test(words) ? ' ' : ''
    return `${mark}${room}${words}${room}${mark}`
  }

  const piece = (element: Element, place: Place): string => {
    const { name, children } = element
    const mark = marks[name]
    if (mark !== undefined && !place.marks.includes(mark)) {
      // Whether the mark is set is not known yet. Code directly behind code would be read as one.
      const before = place.before.endsWith('`') ? '`' : 'x'
      return marked(mark, line(children, { ...place, marks: [...place.marks, mark], before, after: 'x' }), place)
    }
    if (dropped.has(name)) {
      making.left(`<${name}>`)
      return ''
    }
    if (loading.has(name)) return media(element)
    if (name === 'br') return lineBreak
    if (name === 'a') return link(element, place)
    if (name === 'img') return picture(element)
    if (/^(?:code|kbd|samp|tt)$/.test(name)) return code(children, place)
    if (unseen.has(name)) return ''
    return blocks.has(name) ? ` ${line(children, { ...place, before: ' ', after: ' ' })} ` : line(children, place)
  }

  const text = (said: string, isLinked: boolean): string =>
    (making.typed ? said.split(/\r?\n/) : [said])
      .map((part) => escaped(part.replace(/[ \t\r\n\f]+/g, ' '), isLinked))
      .join(lineBreak)

  /** What stands in a line; a break in it is one of Markdown. */
  function line(nodes: readonly Node[], place: Place = alone): string {
    let made = ''
    for (const [at, node] of nodes.entries()) {
      const next = nodes[at + 1]
      const beyond = typeof next === 'string' ? (next[0] ?? 'x') : next?.name === 'br' ? ' ' : 'x'
      const after = next === undefined ? place.after : beyond
      made +=
        typeof node === 'string' ? text(node, place.isLinked) : piece(node, { ...place, before: made || place.before, after })
    }
    return made.replace(/ *(\\\n) */g, '$1').replace(/ {2,}/g, ' ')
  }

  return { line: (nodes: readonly Node[]) => line(nodes), picture, bold: (said: string) => marked('**', said, alone) }
}
