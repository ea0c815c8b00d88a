import { Parser } from 'htmlparser2'

export type Element = { name: string; attributes: Readonly<Record<string, string>>; children: Node[] }
/** What stands in HTML: a text, or an element with what stands in it. */
export type Node = string | Element

/** HTML is nested deeper than anybody writes: whoever walks the tree need not fear for the stack. */
export class TooDeep extends Error {}
const deepest = 100

/** The tree of a piece of HTML, without its comments. Throws TooDeep. */
export function treeOf(html: string): Node[] {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new Parser({
    onopentag(name, attributes) {
      if (open.length > deepest) throw new TooDeep('nested too deep')
      const element = { name, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    ontext(text) {
      const inside = open.at(-1)?.children ?? []
      const last = inside.at(-1)
      // A text comes in pieces, of which each entity is one.
      if (typeof last === 'string') inside[inside.length - 1] = last + text
      else inside.push(text)
    },
    onclosetag() {
      open.pop()
    },
  })
  parser.end(html)
  return root.children
}

/** Every element among these nodes and in them that is called so. */
export const elementsIn = (nodes: readonly Node[], name: string): Element[] =>
  nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.name === name ? [node] : []), ...elementsIn(node.children, name)],
  )

/** The words among these nodes and in them, as a reader sees them. */
export const wordsIn = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node
      return node.name === 'br' ? ' ' : /^(?:script|style)$/.test(node.name) ? '' : wordsIn(node.children)
    })
    .join('')
