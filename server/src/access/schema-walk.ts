import {
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

export type OutputField = GraphQLField<unknown, unknown>
export type OutputType = GraphQLObjectType | GraphQLInterfaceType
export type { GraphQLArgument as Argument, GraphQLInputField as InputField }

const byName = <T extends { readonly name: string }>(a: T, b: T) => (a.name < b.name ? -1 : 1)

const ownTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .toSorted(byName)

/** Object types, the roots among them, by name. */
export const objectTypes = (schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  ownTypes(schema).filter((type) => isObjectType(type))

export const interfaceTypes = (schema: GraphQLSchema): readonly GraphQLInterfaceType[] =>
  ownTypes(schema).filter((type) => isInterfaceType(type))

export const inputTypes = (schema: GraphQLSchema): readonly GraphQLInputObjectType[] =>
  ownTypes(schema).filter((type) => isInputObjectType(type))

export const fieldsOf = (type: OutputType): readonly OutputField[] =>
  Object.values(type.getFields()).toSorted(byName)

export const inputFieldsOf = (type: GraphQLInputObjectType): readonly GraphQLInputField[] =>
  Object.values(type.getFields()).toSorted(byName)

export const argumentsOf = (field: OutputField): readonly GraphQLArgument[] =>
  field.args.toSorted(byName)

/** Whether a type is Query, Mutation or Subscription: there is no row, so audiences are hats. */
export const isRoot = (schema: GraphQLSchema, type: { readonly name: string }): boolean =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some(
    (root) => root?.name === type.name,
  )
