import {
  GraphQLSchema,
  buildSchema,
  getDirectiveValues,
  specifiedDirectives,
  type ASTNode,
  type ConstDirectiveNode,
} from 'graphql'
import type { AccessExtension } from './access.decorator'
import { AUDIENCES } from './audience'
import type { Condition } from './conditions'
import type { RowClass } from './row-class'
import {
  argumentsOf,
  fieldsOf,
  inputFieldsOf,
  inputTypes,
  interfaceTypes,
  objectTypes,
} from './schema-walk'

const VOCABULARY = `
  directive @access(to: [String!]!, when: String) on
    OBJECT | INTERFACE | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @rows(class: String!) on OBJECT
  directive @reads(from: [String!]!) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
`

interface Element {
  extensions: Readonly<Record<string, unknown>>
  readonly astNode?:
    (ASTNode & { readonly directives?: readonly ConstDirectiveNode[] }) | null | undefined
}

/** A schema written as text, its rules as directives: what the decorators would have declared. */
export function schemaFromSdl(sdl: string): GraphQLSchema {
  const schema = buildSchema(
    VOCABULARY +
      sdl
        .replaceAll(/(to|from): \[([^\]]*)\]/g, quoteList)
        .replaceAll(/(when|class): (\w+)/g, '$1: "$2"'),
  )
  const directive = (element: Element, name: string) =>
    element.astNode && getDirectiveValues(schema.getDirective(name)!, element.astNode)

  const declare = (element: unknown) => {
    const target = element as Element
    const pmm: AccessExtension = {}
    const access = directive(target, 'access')
    if (access)
      pmm.access = { audiences: maskOf(access.to), when: (access.when ?? null) as Condition | null }
    const rows = directive(target, 'rows')
    if (rows) pmm.rowClass = rows.class as RowClass
    const reads = directive(target, 'reads')
    if (reads) pmm.reads = reads.from as readonly string[]
    target.extensions = { 'pmm:class:000': pmm }
  }

  for (const type of [...objectTypes(schema), ...interfaceTypes(schema)]) {
    declare(type)
    for (const field of fieldsOf(type)) {
      declare(field)
      argumentsOf(field).forEach(declare)
    }
  }
  for (const type of inputTypes(schema)) inputFieldsOf(type).forEach(declare)
  return withoutOwnDirectives(schema)
}

// The rules stand in the extensions now, as after the decorators.
const withoutOwnDirectives = (schema: GraphQLSchema) =>
  new GraphQLSchema({ ...schema.toConfig(), directives: specifiedDirectives })

const quoteList = (_: string, key: string, items: string) =>
  `${key}: [${items
    .split(',')
    .map((item) => `"${item.trim()}"`)
    .join(', ')}]`

const maskOf = (names: unknown) =>
  AUDIENCES.filter(({ name }) => (names as readonly string[]).includes(name)).reduce(
    (mask, { bit }) => mask | bit,
    0,
  )
