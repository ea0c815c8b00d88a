// For scripts/mutants.ts: what the register declares is data, which src/register/decided.test.ts and the drift test change leaf by leaf themselves.
type Node = { type: string; callee?: { name?: string } }
type Path = { node: Node; parent: Node | null }

const declares = ({ node, parent }: Path): boolean =>
  /^(?:Object|TSAs)Expression$/.test(node.type) &&
  (parent?.type === 'TSSatisfiesExpression' ||
    (parent?.type === 'CallExpression' && /^(?:holdings|table)$/.test(parent.callee?.name ?? '')))

const value = { shouldIgnore: (path: Path) => (declares(path) ? 'declared' : undefined) }
export const strykerPlugins = [{ kind: 'Ignore', name: 'declared', value }]
