import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'
import type { Context } from '#access'
import { requestError } from '#platform'

/**
 * Sign-in, sign-out and change of hat stand alone in their document: one attempt a request, and nothing
 * that would run half as one person and half as another. Programs have their token and no session.
 */
export function ensureAlone(info: GraphQLResolveInfo, context: Context): void {
  if (rootFields(info.operation.selectionSet, info) > 1) {
    throw requestError(
      'BAD_INPUT',
      'AUTHENTICATION_ALONE',
      'Signing in or out must be the only field of its document.',
    )
  }
  if (context.viewer.apiClientId !== null) {
    throw requestError('FORBIDDEN', 'WRONG_HAT', 'A token opens no session.')
  }
}

// Counted whatever @skip and @include say: their variables must not smuggle a second attempt in.
function rootFields(set: SelectionSetNode, info: GraphQLResolveInfo): number {
  return set.selections.reduce((count, selection) => {
    if (selection.kind === Kind.FIELD)
      return count + (selection.name.value === '__typename' ? 0 : 1)
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return count + rootFields(selection.selectionSet, info)
    const fragment = info.fragments[selection.name.value]
    return fragment ? count + rootFields(fragment.selectionSet, info) : count
  }, 0)
}
