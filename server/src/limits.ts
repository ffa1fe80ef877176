import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql'

/** Bounds of a document before it is executed; see `docs/access.md`. */
export const LIMITS = { tokens: 10_000, aliases: 30, rootFields: 20, depth: 15 } as const

/**
 * Refuses documents that ask for the same thing again and again under other names, or too deep. An
 * alias is the only way to repeat a field, so its count bounds what a document can multiply.
 */
export function documentLimits(context: ValidationContext): ASTVisitor {
  let aliases = 0
  let depth = 0
  let isReported = false
  const refuse = (reason: string, message: string) => {
    if (isReported) return
    isReported = true
    context.reportError(new GraphQLError(message, { extensions: { code: 'BAD_INPUT', reason } }))
  }
  return {
    OperationDefinition: (operation) => {
      if (operation.selectionSet.selections.length > LIMITS.rootFields) {
        refuse('TOO_MANY_ROOT_FIELDS', `A document has at most ${LIMITS.rootFields} root fields.`)
      }
    },
    Field: (field) => {
      if (field.alias) aliases += 1
      if (aliases > LIMITS.aliases) {
        refuse('TOO_MANY_ALIASES', `A document has at most ${LIMITS.aliases} aliases.`)
      }
    },
    SelectionSet: {
      enter: () => {
        depth += 1
        if (depth > LIMITS.depth) {
          refuse('TOO_DEEP', `A document is at most ${LIMITS.depth} levels deep.`)
        }
      },
      leave: () => {
        depth -= 1
      },
    },
  }
}
