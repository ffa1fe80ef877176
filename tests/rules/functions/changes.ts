import {
  argumentsOf,
  calleeOf,
  everyNode,
  isCall,
  isFunction,
  isMethodCall,
  isNamed,
  isNode,
  isWord,
  kindOf,
  nameOf,
  type Kind,
  type Node,
} from './syntax.ts'

/** Another text instead of a piece of the source. */
export interface Change {
  /** What is changed, to be told; a list, say, where only one of its items goes. */
  readonly whole: Node
  readonly start: number
  readonly end: number
  readonly to: string
}

/** What the changes of one node need to know of the nodes around it and of its file. */
interface Place {
  readonly node: Node
  readonly above: readonly Node[]
  readonly source: string
  readonly kinds: ReadonlyMap<string, Kind>
  readonly families: readonly ReadonlySet<string>[]
}

type Rule = (place: Place) => readonly Change[]

const EVERY_AUDIENCE = '63'
const OPEN: Readonly<Record<Kind, readonly string[]>> = {
  boolean: ['true', 'false'],
  Permission: ['allow'],
  AudienceMask: [EVERY_AUDIENCE, '0'],
}
const TESTS = /^(includes|some|every|has|startsWith)$/
const OPPOSITE: Readonly<Record<string, string>> = { '===': '!==', '!==': '===' }
// Declared in other files than the one that asks them.
const PREDICATES = new Set([
  'wears', 'actsFor', 'isMember', 'isReviewer', 'isSecretariat', 'isReadOnly', 'isEmbedded', 'isRestricted',
  'coversKpi', 'admits', 'readsReviewRows', 'readsCopy', 'ownsContent', 'takesPart', 'tellsContent',
]) // prettier-ignore

/** Finds the ways to delete or widen what a node of this file decides. */
export function changesIn(
  program: Node,
  source: string,
): (node: Node, above: readonly Node[]) => readonly Change[] {
  const all = everyNode(program)
  const kinds = new Map<string, Kind>()
  for (const each of all) {
    const kind =
      each.type === 'VariableDeclarator' && isNode(each.init) ? kindOf(each.init) : kindOf(each)
    if (kind) kinds.set(nameOf(each), kind)
  }
  const families = familiesOf(all)
  return (node, above) => RULES.flatMap((rule) => rule({ node, above, source, kinds, families }))
}

/** Words that occur together in a list, such as states of one life cycle. */
function familiesOf(all: readonly Node[]): readonly ReadonlySet<string>[] {
  const families: Set<string>[] = []
  for (const list of all.filter(isListOfWords)) {
    const words = wordsOf(list)
    const related = families.filter((family) => words.some((word) => family.has(word)))
    const joined = new Set([...related.flatMap((family) => [...family]), ...words])
    for (const each of related) families.splice(families.indexOf(each), 1)
    families.push(joined)
  }
  return families
}

const RULES: readonly Rule[] = [
  // A denial not asked.
  ({ node }) =>
    isCall(node) && calleeOf(node) === 'firstDenial'
      ? argumentsOf(node).map((each) => without(node, argumentsOf(node), each))
      : [],
  // A hat dropped.
  ({ node }) =>
    isCall(node) && calleeOf(node) === 'wears'
      ? argumentsOf(node)
          .slice(1)
          .map((each) => without(node, argumentsOf(node), each))
      : [],
  // A state or hat dropped from a list, or another of its kind added.
  ({ node, families }) => {
    if (!isListOfWords(node)) return []
    const elements = node.elements as readonly Node[]
    const words = wordsOf(node)
    const others = [...(families.find((family) => family.has(words[0]!)) ?? [])]
    return [
      ...elements.map((each) => without(node, elements, each)),
      ...others
        .filter((word) => !words.includes(word))
        .map((word) => ({
          whole: node,
          start: elements.at(-1)!.end,
          end: elements.at(-1)!.end,
          to: `, '${word}'`,
        })),
    ]
  },
  // Half of a condition, of a mask, of a choice.
  ({ node, source }) => {
    if (!/^(&&|\|\||&|\|)$/.test(String(node.operator)) || !isNode(node.left)) return []
    const sides = isComplement(node.right) ? [node.left] : [node.left, node.right]
    return sides.map((side) => instead(node, textOf(side as Node, source)))
  },
  ({ node, source }) => {
    if (node.type !== 'ConditionalExpression') return []
    const sides = [node.consequent, node.alternate] as Node[]
    const open = sides.filter((side) => !isRefusal(side))
    return open.map((side) => instead(node, textOf(side, source)))
  },
  // A branch never taken; one that does not refuse, always.
  ({ node }) => {
    if (node.type !== 'IfStatement') return []
    const test = node.test as Node
    const refuses = isRefusing(node.consequent as Node)
    return (refuses ? ['false'] : ['false', 'true']).map((to) => instead(test, to))
  },
  // A refusal at the end.
  ({ node, above }) => {
    const { argument } = node
    if (node.type !== 'ReturnStatement' || !isNode(argument) || !isRefusal(argument)) return []
    const isBranch = above.at(-1)?.type === 'IfStatement'
    if (isBranch || argument.value === null) return []
    const kind: Kind = isNamed(argument, 'NOBODY')
      ? 'AudienceMask'
      : isCall(argument)
        ? 'Permission'
        : 'boolean'
    return [instead(argument, OPEN[kind][0]!)]
  },
  // A whole function.
  ({ node, above }) => {
    if (!isFunction(node)) return []
    const parent = above.at(-1)
    const kind = nameOf(parent ?? node) === 'audiences' ? 'AudienceMask' : kindOf(node)
    const body = node.body as Node
    const isBlock = body.type === 'BlockStatement'
    return kind ? OPEN[kind].map((to) => instead(body, isBlock ? `{ return ${to} }` : to)) : []
  },
  // A question that is always answered with yes.
  ({ node, kinds, above }) => {
    if (!isCall(node)) return []
    const name = calleeOf(node)
    const kind = isMethodCall(node)
      ? TESTS.test(name) && 'boolean'
      : PREDICATES.has(name) && !kinds.has(name)
        ? 'boolean'
        : kinds.get(name)
    if (kind === 'boolean') return [instead(node, 'true')]
    return kind === 'Permission' && !isAskedInTurn(above) ? [instead(node, 'allow')] : []
  },
  // An audience held by everybody, or by nobody.
  ({ node }) => {
    if (!isCall(node) || calleeOf(node) !== 'is') return []
    return ['true', 'false'].map((to) => instead(argumentsOf(node)[0]!, to))
  },
  ({ node, source }) =>
    node.type === 'UnaryExpression' && node.operator === '!'
      ? [instead(node, textOf(node.argument as Node, source))]
      : [],
  ({ node, source }) => {
    const opposite = OPPOSITE[String(node.operator)]
    if (!opposite || !isNode(node.left)) return []
    return [
      instead(
        node,
        `${textOf(node.left, source)} ${opposite} ${textOf(node.right as Node, source)}`,
      ),
    ]
  },
  // What a table entry says with a yes or no, and whom its condition is asked of.
  ({ node }) => {
    if (node.type !== 'Property' || !isNode(node.value)) return []
    if (typeof node.value.value === 'boolean')
      return [instead(node.value, String(!node.value.value))]
    return nameOf(node) === 'narrows' ? [instead(node.value, '0')] : []
  },
]

const instead = (node: Node, to: string): Change => ({
  whole: node,
  start: node.start,
  end: node.end,
  to,
})

const textOf = (node: Node, source: string) => source.slice(node.start, node.end)

function without(whole: Node, list: readonly Node[], item: Node): Change {
  const at = list.indexOf(item)
  const before = list[at - 1]
  const after = list[at + 1]
  if (after) return { whole, start: item.start, end: after.start, to: '' }
  return { whole, start: before ? before.end : item.start, end: item.end, to: '' }
}

const isComplement = (node: unknown) =>
  isNode(node) && node.type === 'UnaryExpression' && node.operator === '~'

const isRefusal = (node: Node) =>
  isNamed(node, 'NOBODY') ||
  node.value === false ||
  (node.type === 'Literal' && node.value === null) ||
  (isCall(node) && calleeOf(node) === 'deny')

function isRefusing(statement: Node): boolean {
  if (statement.type === 'BlockStatement') {
    const last = (statement.body as readonly Node[]).at(-1)
    return last !== undefined && isRefusing(last)
  }
  if (statement.type === 'ThrowStatement') return true
  return (
    statement.type === 'ReturnStatement' &&
    isNode(statement.argument) &&
    isRefusal(statement.argument)
  )
}

const isListOfWords = (node: Node) =>
  node.type === 'ArrayExpression' &&
  (node.elements as unknown[]).length > 0 &&
  (node.elements as unknown[]).every(isWord)

const wordsOf = (list: Node) => (list.elements as readonly Node[]).map(({ value }) => String(value))

// Such a call is dropped already, with the denial it stands for.
const isAskedInTurn = (above: readonly Node[]) =>
  above.slice(-2).some((each) => isCall(each) && calleeOf(each) === 'firstDenial')
