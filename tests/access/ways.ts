import {
  getNamedType,
  isInputObjectType,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from 'graphql'
import { accessOf } from '../../server/src/access/access.decorator'
import { PARTNER, EVERYBODY, type AudienceMask } from '../../server/src/access/audience'
import { ruleOf } from '../../server/src/access/row-class'
import { reach } from '../../server/src/access/rule'
import {
  argumentsOf,
  fieldsOf,
  inputFieldsOf,
  isRoot,
  objectTypes,
} from '../../server/src/access/schema-walk'

/** Who gets as far as an object of each input type, by any field or argument that takes one. */
export function waysTo(schema: GraphQLSchema): ReadonlyMap<GraphQLInputObjectType, AudienceMask> {
  const ways = new Map<GraphQLInputObjectType, AudienceMask>()
  const visit = (type: GraphQLInputObjectType, mask: AudienceMask): void => {
    const known = ways.get(type) ?? 0
    if ((known | mask) === known) return
    ways.set(type, known | mask)
    for (const field of inputFieldsOf(type)) {
      const inner = getNamedType(field.type)
      if (isInputObjectType(inner)) visit(inner, mask & reach(accessOf(field).access!.audiences))
    }
  }
  for (const type of objectTypes(schema)) {
    const gives = isRoot(schema, type) ? EVERYBODY : ruleOf(accessOf(type).rowClass!).gives
    const may = type === schema.getMutationType() ? gives & ~PARTNER : gives
    for (const field of fieldsOf(type)) {
      for (const argument of argumentsOf(field)) {
        const inner = getNamedType(argument.type)
        if (!isInputObjectType(inner)) continue
        visit(
          inner,
          may &
            reach(accessOf(field).access!.audiences) &
            reach(accessOf(argument).access!.audiences),
        )
      }
    }
  }
  return ways
}
