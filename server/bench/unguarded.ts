import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { plainPropertyOf } from '../src/access/plain-field'
import { fieldsOf, objectTypes } from '../src/access/schema-walk'
import { declaredSchema } from '../src/schema'

/**
 * The schema with no rule in force, as quick as it can be: plain properties are read as graphql-js
 * reads them. What the rules cost is counted from here; it is served to nobody but the benchmark.
 */
export async function unguardedSchema(): Promise<GraphQLSchema> {
  const schema = await declaredSchema()
  for (const type of objectTypes(schema)) {
    for (const field of fieldsOf(type)) {
      const property = plainPropertyOf(field)
      if (property === null) continue
      if (property === field.name) delete field.resolve
      else field.resolve = reading(property)
    }
  }
  return schema
}

const reading =
  (property: string): GraphQLFieldResolver<unknown, unknown> =>
  (source) =>
    (source as Readonly<Record<string, unknown>>)[property]
