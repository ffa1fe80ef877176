import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql'
import { accessOf } from './access.decorator'
import { EVERYBODY } from './audience'
import { isWider, opensToAll, ruleInWords, type ConditionRules } from './rule'
import {
  argumentsOf,
  fieldsOf,
  inputFieldsOf,
  inputTypes,
  isRoot,
  objectTypes,
  type Argument,
  type InputField,
} from './schema-walk'
import type { Gap } from './uncovered-schema'

const SORTS = new Set(['orderBy', 'sortBy', 'order', 'sort'])
const FILTER = /(Filter|Order|Sort)$/

/** Gaps between a computed field, filter or sort and the fields behind it. */
export function sourceGaps(schema: GraphQLSchema, conditions: ConditionRules): readonly Gap[] {
  return [...computedGaps(schema, conditions), ...filterGaps(schema, conditions)]
}

function* computedGaps(schema: GraphQLSchema, conditions: ConditionRules): Generator<Gap> {
  for (const type of objectTypes(schema)) {
    for (const field of fieldsOf(type)) {
      const at = `${type.name}.${field.name}`
      const { access, reads = [] } = accessOf(field)
      for (const name of access ? reads : []) {
        const source = sourceOf(schema, name, type.name)
        if (!source) {
          yield unknownSource(at, name)
        } else if (source.rule && isWider(access!, source.rule, conditions)) {
          const detail = `${ruleInWords(access!)} exceeds ${ruleInWords(source.rule)} of ${name}, which it reads`
          yield { kind: 'WIDER_THAN_SOURCE', at, detail }
        }
      }
    }
  }
}

// What one may not read one may not filter or sort by: a hidden value would follow by bisection.
function* filterGaps(schema: GraphQLSchema, conditions: ConditionRules): Generator<Gap> {
  for (const { at, input, mustName } of filters(schema)) {
    const { reads = [] } = accessOf(input)
    if (mustName && reads.length === 0) {
      yield {
        kind: 'UNKNOWN_SOURCE',
        at,
        detail: 'a filter or sort names with @Reads what it acts on',
      }
    }
    for (const name of reads) {
      const source = sourceOf(schema, name, null)
      if (!source) yield unknownSource(at, name)
      else if (source.rule && !opensToAll(source.rule, source.ceiling, conditions)) {
        const detail = `not every reader of its type may read ${name}: ${ruleInWords(source.rule)}`
        yield { kind: 'FILTERS_RESTRICTED', at, detail }
      }
    }
  }
}

function* filters(
  schema: GraphQLSchema,
): Generator<{ at: string; input: Argument | InputField; mustName: boolean }> {
  for (const type of objectTypes(schema)) {
    for (const field of fieldsOf(type)) {
      for (const input of argumentsOf(field)) {
        const mustName = SORTS.has(input.name) && !isInputObjectType(getNamedType(input.type))
        yield { at: `${type.name}.${field.name}(${input.name}:)`, input, mustName }
      }
    }
  }
  for (const type of inputTypes(schema)) {
    for (const input of inputFieldsOf(type)) {
      const mustName = FILTER.test(type.name) && !isInputObjectType(getNamedType(input.type))
      yield { at: `${type.name}.${input.name}`, input, mustName }
    }
  }
}

function sourceOf(schema: GraphQLSchema, name: string, ownType: string | null) {
  const [typeName, fieldName] = name.includes('.') ? name.split('.') : [ownType, name]
  const type = typeName ? schema.getType(typeName) : undefined
  const field = isObjectType(type) && fieldName ? type.getFields()[fieldName] : undefined
  if (!isObjectType(type) || !field || isRoot(schema, type)) return null
  const everybody = { audiences: EVERYBODY, when: null }
  return { rule: accessOf(field).access, ceiling: accessOf(type).access ?? everybody }
}

const unknownSource = (at: string, name: string): Gap => ({
  kind: 'UNKNOWN_SOURCE',
  at,
  detail: `@Reads names ${name}, which is no field here; fields of other types are written Type.field`,
})
