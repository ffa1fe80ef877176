import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { accessOf } from './access.decorator'
import { isEmbedded } from './row-class'
import { compileRule, isRestricted, type ConditionRules } from './rule'
import type { OutputField } from './schema-walk'

/** Whether a field may yield embedded objects whose fields must ask the row they are shown on. */
export function needsOrigin(
  schema: GraphQLSchema,
  field: OutputField,
  conditions: ConditionRules,
): boolean {
  const type = getNamedType(field.type)
  const types = isAbstractType(type)
    ? schema.getPossibleTypes(type)
    : isObjectType(type)
      ? [type]
      : []
  return types.some((each) => asksOrigin(each, schema, conditions, new Set()))
}

// An embedded object hands its row on to those embedded in it, so these count as well.
function asksOrigin(
  type: GraphQLObjectType,
  schema: GraphQLSchema,
  conditions: ConditionRules,
  seen: Set<GraphQLObjectType>,
): boolean {
  const { rowClass } = accessOf(type)
  if (!rowClass || !isEmbedded(rowClass) || seen.has(type)) return false
  seen.add(type)
  return Object.values(type.getFields()).some((field) => {
    const rule = accessOf(field).access
    if (rule && isRestricted(compileRule(rule, conditions))) return true
    const inner = getNamedType(field.type)
    const possible = isAbstractType(inner)
      ? schema.getPossibleTypes(inner)
      : isObjectType(inner)
        ? [inner]
        : []
    return possible.some((each) => asksOrigin(each, schema, conditions, seen))
  })
}
