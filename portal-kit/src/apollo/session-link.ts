import { CombinedGraphQLErrors, ServerError, type ApolloLink } from '@apollo/client'
import { ErrorLink } from '@apollo/client/link/error'

/**
 * Link that reports an ended session once per failed operation. The error still reaches the caller, whose draft
 * stays where it is while the person signs in again over the page.
 */
export function createSessionLink(onSessionEnd: () => void): ApolloLink {
  return new ErrorLink(({ error }) => {
    if (isUnauthenticated(error)) onSessionEnd()
  })
}

/** Whether the server answered that nobody is signed in. */
export function isUnauthenticated(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) {
    return error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')
  }
  return ServerError.is(error) && error.statusCode === 401
}
