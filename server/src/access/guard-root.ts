import { GraphQLError, type GraphQLResolveInfo } from 'graphql'
import { requestError } from '#platform'
import { audiencesAtRoot } from './audience'
import type { DefectReport } from './audiences-of'
import { admits, type AccessContext, type Resolver } from './guard'
import type { Row } from './row'
import type { CompiledRule } from './rule'
import type { Viewer } from './viewer'

/** Stands for the row where there is none. */
export const NO_ROW: Row = Object.freeze({})

/** Refuses what exists publicly but is not for this viewer: sign in, finish it, or take another hat. */
export const refusal = (viewer: Viewer, what: string): GraphQLError => {
  if (viewer.unfinished) return UNFINISHED[viewer.unfinished.step]()
  return viewer.hat === null
    ? new GraphQLError(`Sign in to use ${what}.`, {
        extensions: { code: 'UNAUTHENTICATED', reason: 'SIGN_IN_REQUIRED' },
      })
    : new GraphQLError(`Your role does not use ${what}.`, {
        extensions: { code: 'FORBIDDEN', reason: 'WRONG_HAT' },
      })
}

const UNFINISHED = {
  SECOND_FACTOR: () =>
    requestError(
      'UNAUTHENTICATED',
      'SECOND_FACTOR_REQUIRED',
      'Enter the code of your second factor first.',
    ),
  SECOND_FACTOR_SETUP: () =>
    requestError(
      'FORBIDDEN',
      'SECOND_FACTOR_SETUP_REQUIRED',
      'Your role needs a second factor. Set it up first.',
    ),
} as const

/** The same at the root, where a command turned away leaves its line in the audit log. */
export function refusalAtRoot(
  { viewer, refusals }: AccessContext,
  what: string,
  args: unknown,
  info: GraphQLResolveInfo,
): GraphQLError {
  if (info.operation.operation === 'mutation' && viewer.personId) {
    refusals?.add({ action: info.fieldName, input: args, codes: ['FORBIDDEN'] })
  }
  return refusal(viewer, what)
}

/** Guards a root field by the viewer's hat; its existence is public, so the refusal is an error. */
export function guardRoot(
  rule: CompiledRule,
  name: string,
  report: DefectReport,
  resolve: Resolver,
): Resolver {
  return (source, args, context, info) => {
    const held = audiencesAtRoot(context.viewer)
    if (!admits(rule, context.viewer, held, NO_ROW, report)) {
      throw refusalAtRoot(context, name, args, info)
    }
    return resolve(source, args, context, info)
  }
}

// Looking through somebody's eyes ends by these two; nothing else of it is a change.
const ENDINGS: ReadonlySet<string> = new Set(['supportViewEnd', 'sessionClose'])

/** Programs and support views ask and change nothing, whatever a mutation would say to everybody else. */
export const guardMutation =
  (resolve: Resolver): Resolver =>
  (source, args, context, info) => {
    if (context.viewer.hat === 'PARTNER') {
      throw new GraphQLError('A token runs queries only.', {
        extensions: { code: 'FORBIDDEN', reason: 'QUERIES_ONLY' },
      })
    }
    if (context.viewer.supportView && !ENDINGS.has(info.fieldName)) {
      context.refusals?.add({ action: info.fieldName, input: args, codes: ['FORBIDDEN'] })
      throw requestError(
        'FORBIDDEN',
        'READ_ONLY_SESSION',
        'A support view shows what the person sees and changes nothing.',
      )
    }
    return resolve(source, args, context, info)
  }
