import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/** Value for an argument, as GraphQL text; undefined leaves it out. */
export type Answers = (at: string, argument: GraphQLArgument) => string | undefined

export interface QuestionRules {
  readonly schema: GraphQLSchema
  readonly answers: Answers
  /** Types asked for by a question of their own: met on the way, only their plain fields are read. */
  readonly entries: ReadonlySet<string>
  /** Types that are part of another object: read in full wherever that is. */
  readonly parts: ReadonlySet<string>
}

/** Everything a viewer may ask about an object: each field, and each object one step from it. */
export function selectionOf(
  type: GraphQLNamedType,
  rules: QuestionRules,
  depth: number,
  above: readonly string[] = [],
): string {
  if (isUnionType(type) || isInterfaceType(type)) {
    const parts = rules.schema
      .getPossibleTypes(type)
      .map((each) => `... on ${each.name} { ${selectionOf(each, rules, depth, above)} }`)
    return `__typename ${parts.join(' ')}`
  }
  if (!isObjectType(type)) return ''
  const fields = Object.values(type.getFields()).flatMap((field) =>
    fieldText(type, field, rules, depth, above),
  )
  return ['__typename', ...fields].join(' ')
}

function fieldText(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  rules: QuestionRules,
  depth: number,
  above: readonly string[],
): readonly string[] {
  const inner = getNamedType(field.type)
  const given = argumentsText(`${type.name}.${field.name}`, field, rules)
  if (given === null) return []
  if (!isObjectType(inner) && !isUnionType(inner) && !isInterfaceType(inner)) {
    return [`${field.name}${given}`]
  }
  const isPart = rules.parts.has(inner.name)
  const deeper = isPart ? depth : rules.entries.has(inner.name) ? Math.min(depth - 1, 0) : depth - 1
  if (deeper < 0 || above.includes(inner.name)) return []
  const selection = selectionOf(inner, rules, deeper, [...above, type.name])
  return [`${field.name}${given} { ${selection} }`]
}

/** `(first: 2, locale: FR)`, or null where a required argument has no value. */
export function argumentsText(
  at: string,
  field: GraphQLField<unknown, unknown>,
  { answers }: QuestionRules,
): string | null {
  const given: string[] = []
  for (const argument of field.args) {
    const value = answers(`${at}(${argument.name}:)`, argument) ?? usualAnswer(argument)
    if (value !== undefined) given.push(`${argument.name}: ${value}`)
    else if (isNonNullType(argument.type) && argument.defaultValue === undefined) return null
  }
  return given.length > 0 ? `(${given.join(', ')})` : ''
}

function usualAnswer({ name, type }: GraphQLArgument): string | undefined {
  if (name === 'first') return '3'
  if (name === 'locale') return 'FR'
  return isNonNullType(type) && isEnumType(getNamedType(type)) ? firstOf(type) : undefined
}

function firstOf(type: GraphQLInputType): string | undefined {
  const named = getNamedType(type)
  if (!isEnumType(named)) return undefined
  const value = named.getValues()[0]!.name
  return isListType(isNonNullType(type) ? type.ofType : type) ? `[${value}]` : value
}
