/** A node of the syntax tree, as far as the changes look at it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** What a function answers, if it decides: a yes, a permission or a mask of audiences. */
export type Kind = 'boolean' | 'Permission' | 'AudienceMask'

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

// Types decide nothing, neither do the words of a refusal.
const WORDS_ONLY =
  /^(problem|report|registerEnumType|GraphQLError|Error|MissingColumn|requestError)$/
const IS_TRUE_OR_FALSE = /^(LogicalExpression|BinaryExpression|UnaryExpression|Literal)$/
const COMPARES = /^(===|!==|<|>|<=|>=|&&|\|\||!)$/

/** The nodes below that can hold a decision. */
export function children(node: Node): readonly Node[] {
  if (node.type.startsWith('TS') && !/^TS(As|NonNull|Satisfies)/.test(node.type)) return []
  if (node.type === 'Decorator' || (isCall(node) && WORDS_ONLY.test(calleeOf(node)))) return []
  return Object.values(node).flat().filter(isNode)
}

/** The node and all below it. */
export const everyNode = (node: Node): readonly Node[] => [
  node,
  ...children(node).flatMap(everyNode),
]

export const isCall = (node: Node): boolean =>
  node.type === 'CallExpression' || node.type === 'NewExpression'

export const isMethodCall = (node: Node): boolean =>
  isCall(node) && (node.callee as Node).type === 'MemberExpression'

/** The name that is called: of a method, its last part. */
export function calleeOf(node: Node): string {
  const callee = node.callee as Node
  const named = callee.type === 'MemberExpression' ? callee.property : callee
  return isNode(named) ? String(named.name) : ''
}

export const argumentsOf = (node: Node): readonly Node[] => node.arguments as readonly Node[]

export const isNamed = (node: unknown, name: string): boolean =>
  isNode(node) && node.type === 'Identifier' && node.name === name

/** A state, a hat, anything that is written in capitals. */
export const isWord = (node: unknown): boolean =>
  isNode(node) && typeof node.value === 'string' && /^[A-Z][A-Z_]+$/.test(node.value)

export const isFunction = (node: Node): boolean =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)

/** By what it says it returns; an arrow function that says nothing, by what it works out. */
export function kindOf(node: Node): Kind | null {
  if (!isFunction(node)) return null
  if (isNode(node.returnType)) {
    const type = node.returnType.typeAnnotation as Node
    if (type.type === 'TSBooleanKeyword') return 'boolean'
    const name = isNode(type.typeName) ? String(type.typeName.name) : ''
    return name === 'Permission' || name === 'AudienceMask' ? name : null
  }
  return isTrueOrFalse(node.body as Node) ? 'boolean' : null
}

const isTrueOrFalse = (node: Node): boolean =>
  typeof node.value === 'boolean' ||
  (IS_TRUE_OR_FALSE.test(node.type) && COMPARES.test(String(node.operator))) ||
  (isCall(node) && /^(is[A-Z]|wears$|includes$|some$|every$|has$|startsWith$)/.test(calleeOf(node)))

/** The name a node gives to what stands in it. */
export function nameOf(node: Node): string {
  const isProperty = node.type === 'Property' || node.type === 'MethodDefinition'
  const isDeclared = node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration'
  const named = isProperty ? node.key : isDeclared ? node.id : null
  return isNode(named) && named.name !== undefined ? String(named.name) : ''
}
