import {
  AliasNode,
  IdentifierNode,
  JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  QueryNode,
  type RawNode,
  type SelectQueryNode,
  sql,
  TableNode,
} from 'kysely'
import { cutoff, isTable, tableNamed, termOf } from '../../register'
import { dayOf } from '../clock'

/** The table that a query names here, and what it calls it. */
function named(node: OperationNode): { table: string; as: string } | undefined {
  if (TableNode.is(node)) return { table: node.table.identifier.name, as: node.table.identifier.name }
  if (!AliasNode.is(node) || !TableNode.is(node.node) || !IdentifierNode.is(node.alias)) return undefined
  return { table: node.node.table.identifier.name, as: node.alias.name }
}

/** SQL: the row is not over, by the term of its table. Undefined for a table whose rows have none, or are nobody's. */
function isThere(node: OperationNode, now: Date): RawNode | undefined {
  const found = named(node)
  if (!found || !isTable(found.table)) return undefined
  const table = tableNamed(found.table)
  const term = termOf(table)
  if (!term || !table.clock || table.unlinkable) return undefined
  const since = cutoff(term, now)
  const column = sql.ref(`${found.as}.${table.clock}`)
  const limit = table.columns[table.clock]?.type === 'date' ? sql`${dayOf(since)}::date` : sql`${since}`
  return sql`(${column} < ${limit}) is not true`.toOperationNode()
}

class Leaving extends OperationNodeTransformer {
  readonly #now: () => Date
  constructor(now: () => Date) {
    super()
    this.#now = now
  }
  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    return (node.from?.froms ?? [])
      .map((from) => isThere(from, this.#now()))
      .filter((there) => there !== undefined)
      .reduce((query, there) => QueryNode.cloneWithWhere(query, there), super.transformSelectQuery(node))
  }
  protected override transformJoin(node: JoinNode): JoinNode {
    const there = node.on && isThere(node.table, this.#now())
    const join = super.transformJoin(node)
    return there ? JoinNode.cloneWithOn(join, there) : join
  }
}

/** Has every select leave out the rows whose term has passed, whether or not the sweep came by (K31). What is over and still lies there, because it is held
 *  or restricted or about to be swept, is read by privacy/ alone, whose statements are SQL. */
export function leavesOutWhatIsOver(now: () => Date): KyselyPlugin {
  const leaving = new Leaving(now)
  return {
    transformQuery: ({ node, queryId }) => leaving.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  }
}
