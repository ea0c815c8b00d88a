import { begun, escaped, fence } from './escape'
import { blocks, dropped, linesOf, type Making } from './line'
import { type Element, elementsIn, type Node, treeOf, wordsIn } from './tree'

const isBlock = (node: Node): boolean => typeof node !== 'string' && (blocks.has(node.name) || node.children.some(isBlock))
const indented = (text: string, by: string): string => text.replace(/\n(?!\n|$)/g, `\n${by}`)
const isFilled = (text: string): boolean => text.trim() !== ''

/** HTML, as WordPress keeps it, in the Markdown of the site. Throws TooDeep. */
export function markdownOf(html: string, making: Making): string {
  const { line, picture, bold } = linesOf(making)

  /** Lines as a paragraph: of breaks in a row, and of those at its ends, the rest would begin with a stray sign. */
  const paragraph = (lines: string): string =>
    begun(lines.replace(/(?:\\\n\s*){2,}/g, '\\\n').replace(/^(?:\s|\\\n)+|(?:\s|\\\n)+$/g, ''))
  const single = (nodes: readonly Node[]): string => line(nodes).replace(/\\?\n/g, ' ').replace(/\s+/g, ' ').trim()

  /** One picture with its words: what stands beside it in a `[caption]` of WordPress, or says that it is its caption. */
  const figure = ({ children }: Element): string[] => {
    const [image, another] = elementsIn(children, 'img')
    const [caption, other] = elementsIn(children, 'figcaption')
    if (!image || another || other || elementsIn(children, 'table').length > 0) return all(children)
    const said = wordsIn(caption?.children ?? children)
      .replace(/\s+/g, ' ')
      .trim()
    const made = picture(image, said)
    return made.startsWith('![') ? [made] : [begun(made), begun(escaped(said))]
  }

  const list = ({ name, attributes, children }: Element): string[] => {
    const items: string[][] = []
    for (const child of children) {
      if (typeof child !== 'string' && /^[uo]l$/.test(child.name)) {
        // A list in a list, outside its items: what editors of long ago made of an indent.
        const inner = list(child)
        const last = items.at(-1)
        if (last) last.push(...inner)
        else if (inner.length > 0) items.push(inner)
      } else {
        const made = typeof child !== 'string' && child.name === 'li' ? all(child.children) : all([child])
        if (made.length > 0) items.push(made)
      }
    }
    const first = /^\d{1,9}$/.test(attributes.start ?? '') ? Number(attributes.start) : 1
    const isTight = items.every((parts) => parts.slice(1).every((part) => /^(?:- |\d+\. )/.test(part)))
    const made = items.map((parts, at) => {
      const mark = name === 'ol' ? `${first + at}. ` : '- '
      return mark + indented(parts.join(isTight ? '\n' : '\n\n'), ' '.repeat(mark.length))
    })
    return made.length > 0 ? [made.join(isTight ? '\n' : '\n\n')] : []
  }

  const table = (element: Element): string[] => {
    const rows: string[][] = []
    /** What stands in a table but in none of its cells, its caption among it: it comes before the table. */
    const loose: Node[] = []
    const gather = (nodes: readonly Node[], cells?: string[]) => {
      for (const node of nodes) {
        if (typeof node === 'string') loose.push(node)
        else if (/^t(?:head|body|foot)$/.test(node.name)) gather(node.children)
        else if (node.name === 'tr') {
          const inRow: string[] = []
          rows.push(inRow)
          gather(node.children, inRow)
        } else if (cells && /^t[hd]$/.test(node.name)) cells.push(single(node.children))
        else loose.push(node)
      }
    }
    gather(element.children)
    const width = Math.max(0, ...rows.map((row) => row.length))
    const row = (cells: readonly string[]) => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`
    const [head = [], ...body] = rows
    const made = width > 0 ? [[row(head), row(Array.from({ length: width }, () => '---')), ...body.map(row)].join('\n')] : []
    return [...all(loose), ...made]
  }

  const block = (element: Element): string[] => {
    const { name, children } = element
    if (dropped.has(name)) {
      making.left(`<${name}>`)
      return []
    }
    switch (name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6': {
        const said = single(children).replace(/#$/, '\\#')
        return said ? [`${'#'.repeat(Number(name[1]))} ${said}`] : []
      }
      case 'hr':
        return ['---']
      case 'pre': {
        const code = wordsIn(children).replace(/^\n|\s+$/g, '')
        return isFilled(code) ? [`${fence(code, 3)}\n${code}\n${fence(code, 3)}`] : []
      }
      case 'blockquote': {
        const said = all(children).join('\n\n')
        return said ? [said.replace(/^/gm, '> ').replace(/^> $/gm, '>')] : []
      }
      case 'ul':
      case 'ol':
        return list(element)
      case 'table':
        return table(element)
      case 'figure':
        return figure(element)
      case 'dt':
      case 'summary': {
        const said = single(children)
        return said ? [begun(bold(said))] : []
      }
      case 'form':
        making.left('<form>')
    }
    return all(children)
  }

  /** What stands below each other: blocks, and paragraphs of what stands between them. */
  function all(nodes: readonly Node[]): string[] {
    const made: string[] = []
    let loose: Node[] = []
    const flush = () => {
      const said = paragraph(line(loose))
      if (isFilled(said)) made.push(said)
      loose = []
    }
    for (const node of nodes) {
      if (typeof node === 'string') {
        const [first = '', ...others] = making.typed ? node.split(/\r?\n[ \t]*\r?\n\s*/) : [node]
        loose.push(first)
        for (const part of others) {
          flush()
          loose.push(part)
        }
      } else if (isBlock(node)) {
        flush()
        made.push(...block(node).filter(isFilled))
      } else loose.push(node)
    }
    flush()
    return made
  }

  return all(treeOf(html)).join('\n\n')
}
