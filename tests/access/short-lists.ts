import {
  defaultFieldResolver,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'

type Resolver = GraphQLFieldResolver<unknown, unknown>
type Path = GraphQLResolveInfo['path']

/**
 * Cuts every closed list, below the root, to a few of its rows, in place; the rules guard what is left as they
 * guard all of it. Which rows are left turns with the rows above, so that siblings do not all show the same.
 */
export function shortenLists(schema: GraphQLSchema, most: number): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    if ([schema.getQueryType(), schema.getMutationType()].includes(type)) continue
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue
      field.resolve = shortened(field.resolve ?? (defaultFieldResolver as Resolver), most)
    }
  }
  return schema
}

function shortened(resolve: Resolver, most: number): Resolver {
  return (source, args, context, info) => {
    const answered: unknown = resolve(source, args, context, info)
    const cut = (rows: unknown) =>
      Array.isArray(rows) ? fewOf(rows, most, turnOf(info.path)) : rows
    return answered instanceof Promise ? answered.then(cut) : cut(answered)
  }
}

const fewOf = (rows: readonly unknown[], most: number, turn: number): readonly unknown[] =>
  rows.length <= most
    ? rows
    : Array.from(
        { length: most },
        (_, at) => rows[(turn + Math.floor((at * rows.length) / most)) % rows.length],
      )

/** A number that differs between siblings. */
function turnOf(path: Path): number {
  let turn = 0
  for (let at: Path | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'number') turn = turn * 7 + at.key
  }
  return turn
}
