import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { Chance } from './random.ts'

/** What a random document may name: ids and codes that exist, are hidden, or are made up. */
export interface Names {
  readonly ids: readonly string[]
  readonly codes: readonly string[]
}

const STEPS = 6
const WIDTH = 5

/** A valid query nobody would write: random ways through the graph, by fragments, aliases and odd arguments. */
export function randomDocument(schema: GraphQLSchema, chance: Chance, names: Names): string {
  const query = schema.getQueryType()!
  const fields = Object.values(query.getFields())
  const asked = Array.from({ length: 1 + chance.below(3) }, (_, at) =>
    fieldText(schema, chance, names, chance.of(fields), `r${at}`, STEPS),
  )
  return `query Random { __typename ${asked.join(' ')} }`
}

function fieldText(
  schema: GraphQLSchema,
  chance: Chance,
  names: Names,
  field: GraphQLField<unknown, unknown>,
  alias: string,
  steps: number,
): string {
  const args = field.args
    .filter(({ type }) => isNonNullType(type) || chance.isLess(0.4))
    .map(({ name, type }) => `${name}: ${valueText(chance, names, name, type)}`)
  const given = args.length > 0 ? `(${args.join(', ')})` : ''
  const directive = chance.isLess(0.1) ? ' @include(if: true)' : ''
  const type = getNamedType(field.type)
  const inner = isComposite(type)
    ? ` { ${selectionText(schema, chance, names, type, steps - 1)} }`
    : ''
  return `${alias}: ${field.name}${given}${directive}${inner}`
}

function selectionText(
  schema: GraphQLSchema,
  chance: Chance,
  names: Names,
  type: GraphQLNamedType,
  steps: number,
): string {
  const types = isObjectType(type) ? [type] : possibleTypes(schema, type)
  const parts = types.map((each) => {
    const inside = objectText(schema, chance, names, each, steps)
    return isObjectType(type) && chance.isLess(0.7) ? inside : `... on ${each.name} { ${inside} }`
  })
  return `__typename ${parts.join(' ')}`
}

function objectText(
  schema: GraphQLSchema,
  chance: Chance,
  names: Names,
  type: GraphQLObjectType,
  steps: number,
): string {
  const fields = Object.values(type.getFields())
  const leaves = fields.filter((field) => !isComposite(getNamedType(field.type)))
  const ways = fields.filter((field) => isComposite(getNamedType(field.type)))
  const chosen =
    steps > 0 && ways.length > 0
      ? Array.from({ length: 1 + chance.below(2) }, () => chance.of(ways))
      : []
  const some = leaves.filter(() => chance.isLess(WIDTH / Math.max(WIDTH, leaves.length)))
  return [...some, ...chosen]
    .map((field, at) => fieldText(schema, chance, names, field, `f${steps}${at}`, steps))
    .concat('__typename')
    .join(' ')
}

const isComposite = (type: GraphQLNamedType): boolean =>
  isObjectType(type) || isUnionType(type) || isInterfaceType(type)

const possibleTypes = (schema: GraphQLSchema, type: GraphQLNamedType) =>
  isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : []

function valueText(chance: Chance, names: Names, name: string, wrapped: GraphQLInputType): string {
  const type = isNonNullType(wrapped) ? wrapped.ofType : wrapped
  if (isListType(type)) return `[${valueText(chance, names, name, type.ofType)}]`
  if (isEnumType(type)) return chance.of(type.getValues()).name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type) || chance.isLess(0.5))
      .map((field) => `${field.name}: ${valueText(chance, names, field.name, field.type)}`)
    return `{ ${fields.join(', ')} }`
  }
  if (!isScalarType(type)) return 'null'
  if (type.name === 'Int')
    return name === 'first'
      ? String(1 + chance.below(20))
      : String(chance.of([2020, 2022, 2024, 0, 1]))
  if (type.name === 'Boolean') return String(chance.isLess(0.5))
  if (type.name === 'ID') return JSON.stringify(chance.of(names.ids))
  if (type.name === 'String')
    return JSON.stringify(chance.isLess(0.1) ? "' or 1=1 --" : chance.of(names.codes))
  return '"2026-01-01"'
}
