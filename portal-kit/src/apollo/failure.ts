import { CombinedGraphQLErrors, ServerError } from '@apollo/client'

/** What a screen says about a failed request. */
export interface Failure {
  kind: 'network' | 'forbidden' | 'notFound' | 'unauthenticated' | 'conflict' | 'server'
  /** Id under which the server logged the failure; null when it never got there. */
  reference: string | null
}

const kinds: Record<string, Failure['kind']> = {
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  UNAUTHENTICATED: 'unauthenticated',
  CONFLICT: 'conflict',
}

/** Sorts an error into the few kinds a screen words differently. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {}
    const reference = extensions['requestId']
    return {
      kind: kinds[String(extensions['code'])] ?? 'server',
      reference: typeof reference === 'string' ? reference : null,
    }
  }
  if (ServerError.is(error)) {
    return { kind: 'server', reference: error.response.headers.get('x-request-id') }
  }
  return { kind: 'network', reference: null }
}

/** Whether a command may have been carried out all the same: no answer, or one that does not say so. */
export const isOpenEnded = ({ kind }: Pick<Failure, 'kind'>): boolean =>
  kind === 'network' || kind === 'server'
