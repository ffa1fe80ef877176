import type { GraphQLSchema } from 'graphql'
import { accessOf } from './access.decorator'
import { ruleInWords } from './rule'
import {
  argumentsOf,
  fieldsOf,
  inputFieldsOf,
  inputTypes,
  interfaceTypes,
  objectTypes,
} from './schema-walk'

interface Described {
  description: string | null | undefined
  readonly extensions?: unknown
}

/** Ends each description with the rule in force, so that introspection shows it. */
export function describeAccess(schema: GraphQLSchema): void {
  for (const type of [...objectTypes(schema), ...interfaceTypes(schema)]) {
    describe(type)
    for (const field of fieldsOf(type)) {
      describe(field)
      argumentsOf(field).forEach(describe)
    }
  }
  for (const type of inputTypes(schema)) inputFieldsOf(type).forEach(describe)
}

function describe(element: Described): void {
  const { access, rowClass } = accessOf(element)
  if (!access) return
  const rows = rowClass ? ` Rows: ${rowClass}.` : ''
  const line = `Access: ${ruleInWords(access)}.${rows}`
  element.description = element.description ? `${element.description}\n\n${line}` : line
}
