import { ApolloLink, CombinedGraphQLErrors, ServerError } from '@apollo/client'
import { ErrorLink } from '@apollo/client/link/error'
import { map } from 'rxjs'

export interface SessionLinkOptions {
  /** Called when the server no longer knows the session the portal believes in. */
  onSessionEnd?: () => void
  /** Whether the portal takes somebody to be signed in. */
  isSignedIn?: () => boolean
  /** Names of queries that are asked by nobody too, about the way in and about who is here. */
  openQueries?: readonly string[]
}

/**
 * Link that reports an ended session. The server refuses nobody what it would only answer with less, so an answer to
 * nobody where the portal believes in somebody counts as a refusal too: "nothing yet" would be untrue. The error
 * still reaches the caller, whose draft stays where it is while the person signs in again over the page.
 */
export function createSessionLink({
  onSessionEnd = () => undefined,
  isSignedIn = () => false,
  openQueries = [],
}: SessionLinkOptions): ApolloLink {
  const reporting = new ErrorLink(({ error }) => {
    if (isUnauthenticated(error)) onSessionEnd()
  })
  const refusing = new ApolloLink((operation, forward) => {
    const { operationType, operationName = '' } = operation
    // Signing in again over the page is a command of nobody; other commands are refused by the server itself.
    if (operationType !== 'query' || openQueries.includes(operationName)) return forward(operation)
    return forward(operation).pipe(
      map((result) => (isSignedIn() && answersNobody(operation) ? REFUSED : result)),
    )
  })
  return ApolloLink.from([reporting, refusing])
}

const REFUSED: ApolloLink.Result = {
  errors: [
    { message: 'The session has ended.', extensions: { code: 'UNAUTHENTICATED' } },
  ] as unknown as NonNullable<ApolloLink.Result['errors']>,
}

function answersNobody(operation: ApolloLink.Operation): boolean {
  const { response } = operation.getContext() as { response?: Response }
  return response?.headers.get('pmm-viewer') === 'nobody'
}

/** Whether the server answered that nobody is signed in. */
export function isUnauthenticated(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) {
    return error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')
  }
  return ServerError.is(error) && error.statusCode === 401
}
