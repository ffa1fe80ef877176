import { getNamedType, isLeafType, isNonNullType, type GraphQLSchema } from 'graphql'
import { expectations, words } from './expectations.ts'
import { inputFor } from './inputs.ts'

/** An argument of a question that fewer hats may give than may ask the question. */
export interface ClosedArgument {
  readonly at: string
  readonly argument: string
  readonly document: string
  /** Hats that may ask the question, and those of them that may give the argument. */
  readonly askers: readonly string[]
  readonly givers: readonly string[]
}

/** Every such argument of the schema, with a question that gives it. */
export function closedArguments(schema: GraphQLSchema): readonly ClosedArgument[] {
  const hats = new Map(
    expectations('queries.csv', ['query', 'hats']).map(({ query, hats: who }) => [
      query,
      words(who),
    ]),
  )
  const givers = new Map(
    expectations('inputs.csv', ['at', 'givers']).map(({ at, givers: who }) => [at, words(who)]),
  )
  return Object.values(schema.getQueryType()!.getFields()).flatMap((field) =>
    field.args.flatMap((argument) => {
      const at = `Query.${field.name}(${argument.name}:)`
      const who = givers.get(at) ?? []
      const askers = hats.get(field.name) ?? []
      if (who.includes('everybody') || askers.every((hat) => who.includes(hat))) return []
      const given = field.args
        .filter(
          (each) =>
            each === argument || (isNonNullType(each.type) && each.defaultValue === undefined),
        )
        .map((each) => `${each.name}: ${textOf(each.type, each.name)}`)
      const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
      const document = `{ ${field.name}(${given.join(', ')})${selection} }`
      return [{ at, argument: argument.name, document, askers, givers: who }]
    }),
  )
}

const textOf = (type: Parameters<typeof inputFor>[0], name: string) =>
  JSON.stringify(
    inputFor(type, name, (tag) => Buffer.from(`${tag}:`).toString('base64url'), {
      isComplete: false,
    }),
  )
