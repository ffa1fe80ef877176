import {
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type EnumValueNode,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import { accessOf } from './access.decorator'
import { AUDIENCES, audienceNames } from './audience'
import { CONDITIONS } from './conditions'
import { ROW_CLASSES } from './row-class'

/** The schema as text, sorted by name, with the rule of every type, field, argument and input field. */
export function printWithAccess(schema: GraphQLSchema): string {
  const printed = parse(printSchema(lexicographicSortSchema(schema)))
  const withRules = visit(printed, {
    ObjectTypeDefinition: {
      leave: (node) => withDirectives(node, schema.getType(node.name.value)),
    },
    InterfaceTypeDefinition: {
      leave: (node) => withDirectives(node, schema.getType(node.name.value)),
    },
    FieldDefinition: {
      leave(node, _key, _parent, _path, ancestors) {
        return withDirectives(node, fieldAt(schema, ancestors, node.name.value))
      },
    },
    InputValueDefinition: {
      leave(node, _key, _parent, _path, ancestors) {
        return withDirectives(node, inputAt(schema, ancestors, node.name.value))
      },
    },
  })
  const definitions = [...withRules.definitions, ...vocabulary(schema)].toSorted(inOrder)
  return `${print({ kind: Kind.DOCUMENT, definitions })}\n`
}

interface Named {
  readonly kind: string
  readonly name: { readonly value: string }
}

// Ancestors alternate between nodes and the lists that hold them.
const namedAncestors = (ancestors: readonly unknown[]): readonly Named[] =>
  ancestors.filter(
    (each): each is Named => typeof each === 'object' && each !== null && 'name' in each,
  )

function fieldAt(schema: GraphQLSchema, ancestors: readonly unknown[], name: string) {
  const type = schema.getType(namedAncestors(ancestors)[0]!.name.value)
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}

function inputAt(schema: GraphQLSchema, ancestors: readonly unknown[], name: string) {
  const [owner, field] = namedAncestors(ancestors)
  if (owner!.kind === Kind.DIRECTIVE_DEFINITION) return undefined
  const type = schema.getType(owner!.name.value)
  if (isInputObjectType(type)) return type.getFields()[name]
  return fieldAt(schema, ancestors, field!.name.value)?.args.find((each) => each.name === name)
}

function withDirectives<N extends { readonly directives?: readonly ConstDirectiveNode[] }>(
  node: N,
  element: { readonly extensions?: unknown } | undefined,
): N {
  const { access, rowClass } = element ? accessOf(element) : {}
  const directives = [...(node.directives ?? [])]
  if (access) {
    const to = { kind: Kind.LIST, values: audienceNames(access.audiences).map(enumValue) } as const
    directives.push(
      directive('access', access.when ? { to, when: enumValue(access.when) } : { to }),
    )
  }
  if (rowClass) directives.push(directive('rows', { class: enumValue(rowClass) }))
  return { ...node, directives }
}

type Value = EnumValueNode | { readonly kind: Kind.LIST; readonly values: readonly EnumValueNode[] }

const enumValue = (value: string): EnumValueNode => ({ kind: Kind.ENUM, value })

const directive = (name: string, values: Readonly<Record<string, Value>>): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: Object.entries(values).map(([argument, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argument },
    value,
  })),
})

function vocabulary(schema: GraphQLSchema): readonly DefinitionNode[] {
  const conditions = Object.entries(CONDITIONS)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { description }]) => `"${description}"\n${name}`)
  const names = AUDIENCES.map(({ name }) => name).toSorted()
  const { definitions } = parse(`
    "Audiences that may read a field or give an input; on a type, the ceiling of its fields."
    directive @access(to: [Audience!]!, when: AccessCondition) on
      OBJECT | INTERFACE | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
    "Class of the rows a type shows, which says who holds which audience for a row."
    directive @rows(class: RowClass!) on OBJECT
    "Relation of the viewer to a row; at the root, to the service. PUBLIC admits every viewer to whom the row exists."
    enum Audience { ${names.join(' ')} }
    "What narrows some audiences of a rule."
    enum AccessCondition { ${conditions.join('\n')} }
    "Class of rows."
    enum RowClass { ${ROW_CLASSES.join(' ')} }
  `)
  return definitions.filter(
    (each) => !(each.kind === Kind.ENUM_TYPE_DEFINITION && schema.getType(each.name.value)),
  )
}

const sortKey = (node: DefinitionNode): string => {
  const rank =
    node.kind === Kind.SCHEMA_DEFINITION ? 0 : node.kind === Kind.DIRECTIVE_DEFINITION ? 1 : 2
  return `${rank} ${'name' in node ? (node.name?.value ?? '') : ''}`
}

const inOrder = (a: DefinitionNode, b: DefinitionNode) => (sortKey(a) < sortKey(b) ? -1 : 1)
