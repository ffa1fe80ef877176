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

/** As the path of a cell writes it, the numbers of rows left out. */
export const namesOf = (path: Path): string => path.map(({ field }) => `.${field.name}`).join('')

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

/** What is asked of objects of one type on some ways: their plain fields where a way ends, and the steps that go on. */
interface Stop {
  readonly type: GraphQLObjectType
  isEnd: boolean
  readonly steps: Map<string, { readonly given: string; readonly behind: Map<string, Stop> }>
}

const stopAt = (type: GraphQLObjectType): Stop => ({ type, isEnd: false, steps: new Map() })

/** Walks ways with the same root field at once; null where a required argument has no value. */
export function documentOf(paths: readonly Path[], rules: QuestionRules): string | null {
  const root = stopAt(paths[0]![0]!.from)
  for (const path of paths) if (!add(root, path, rules)) return null
  const [[name, { given, behind }]] = root.steps as unknown as [
    [string, { given: string; behind: Map<string, Stop> }],
  ]
  return `{ ${name}${given} { __typename ${textsOf(behind, rules)} } }`
}

function add(root: Stop, path: Path, rules: QuestionRules): boolean {
  let stop = root
  for (const [at, { field, to }] of path.entries()) {
    const place = at === 0 ? 'Query' : `${stop.type.name}.${field.name}`
    const given = argumentsText(place, field, rules)
    if (given === null) return false
    const step = stop.steps.get(field.name) ?? { given, behind: new Map<string, Stop>() }
    stop.steps.set(field.name, step)
    const next = step.behind.get(to.name) ?? stopAt(to)
    step.behind.set(to.name, next)
    stop = next
  }
  stop.isEnd = true
  return true
}

const textsOf = (behind: ReadonlyMap<string, Stop>, rules: QuestionRules): string =>
  [...behind.values()].map((stop) => textOf(stop, rules)).join(' ')

function textOf({ type, isEnd, steps }: Stop, rules: QuestionRules): string {
  const plain = isEnd ? leavesOf(type, rules) : [type.getFields()['id'] ? 'id' : '', whoseOf(type)]
  const further = [...steps].map(
    ([name, { given, behind }]) => `${name}${given} { __typename ${textsOf(behind, rules)} }`,
  )
  return `... on ${type.name} { ${[...plain, ...further].join(' ') || '__typename'} }`
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
