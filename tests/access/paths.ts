import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { argumentsText, type QuestionRules } from './questions.ts'

/** One step from an object to the next: the field, and the type met behind it. */
interface Step {
  readonly field: GraphQLField<unknown, unknown>
  readonly from: GraphQLObjectType
  readonly to: GraphQLObjectType
}

/** A way from a root field to an object. */
export type Path = readonly Step[]

/** Every way through the schema of at most so many steps, the root field being the first. */
export function pathsOf(schema: GraphQLSchema, steps: number): readonly Path[] {
  const all: Path[] = []
  let last: readonly Path[] = stepsFrom(schema, schema.getQueryType()!).map((step) => [step])
  for (let length = 1; length <= steps; length += 1) {
    all.push(...last)
    if (length === steps) break
    last = last.flatMap((path) =>
      stepsFrom(schema, path.at(-1)!.to).map((step): Path => [...path, step]),
    )
  }
  return all
}

function stepsFrom(schema: GraphQLSchema, from: GraphQLObjectType): readonly Step[] {
  return Object.values(from.getFields()).flatMap((field) => {
    const type = getNamedType(field.type)
    const types = isObjectType(type)
      ? [type]
      : isUnionType(type) || isInterfaceType(type)
        ? schema.getPossibleTypes(type)
        : []
    return types.map((to) => ({ field, from, to }))
  })
}

/** Asks for every plain field of the object at the end; null where a required argument has no value. */
export function documentOf(path: Path, rules: QuestionRules): string | null {
  const [first, ...rest] = path
  const inner = selectionAlong(rest, first!.to, rules)
  const given = argumentsText('Query', first!.field, rules)
  if (inner === null || given === null) return null
  return `{ ${first!.field.name}${given} { __typename ${inner} } }`
}

function selectionAlong(path: Path, at: GraphQLObjectType, rules: QuestionRules): string | null {
  const [step, ...rest] = path
  if (!step) return `... on ${at.name} { ${leavesOf(at, rules).join(' ')} }`
  const given = argumentsText(`${at.name}.${step.field.name}`, step.field, rules)
  const inner = selectionAlong(rest, step.to, rules)
  if (given === null || inner === null) return null
  const id = at.getFields()['id'] ? 'id' : ''
  return `... on ${at.name} { ${id} ${whoseOf(at)} ${step.field.name}${given} { __typename ${inner} } }`
}

function leavesOf(type: GraphQLObjectType, rules: QuestionRules): readonly string[] {
  const leaves = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type)
    if (isObjectType(inner) || isUnionType(inner) || isInterfaceType(inner)) return []
    const given = argumentsText(`${type.name}.${field.name}`, field, rules)
    return given === null ? [] : [`${field.name}${given}`]
  })
  return ['__typename', ...leaves, whoseOf(type)]
}

/** Some rows are told apart by the administration they are about alone. */
const whoseOf = (type: GraphQLObjectType): string =>
  type.getFields()['administration'] ? 'administration { __typename id }' : ''

export const nameOf = (path: Path): string =>
  ['Query', ...path.map(({ field }) => field.name)].join('.')
