import { GraphQLError } from 'graphql'
import { audiencesAtRoot } from './audience'
import type { DefectReport } from './audiences-of'
import { admits, type AccessContext, type Resolver } from './guard'
import type { Row } from './row'
import type { CompiledRule } from './rule'
import type { Viewer } from './viewer'

/** Stands for the row where there is none. */
export const NO_ROW: Row = Object.freeze({})

/** Refuses what exists publicly but is not for this viewer: sign in, or take another hat. */
export const refusal = (viewer: Viewer, what: string): GraphQLError =>
  viewer.hat === null
    ? new GraphQLError(`Sign in to use ${what}.`, {
        extensions: { code: 'UNAUTHENTICATED', reason: 'SIGN_IN_REQUIRED' },
      })
    : new GraphQLError(`Your role does not use ${what}.`, {
        extensions: { code: 'FORBIDDEN', reason: 'WRONG_HAT' },
      })

/** Guards a root field by the viewer's hat; its existence is public, so the refusal is an error. */
export function guardRoot(
  rule: CompiledRule,
  name: string,
  report: DefectReport,
  resolve: Resolver,
): Resolver {
  return (source, args, context, info) => {
    requireHat(rule, context, name, report)
    return resolve(source, args, context, info)
  }
}

function requireHat(
  rule: CompiledRule,
  { viewer }: AccessContext,
  name: string,
  report: DefectReport,
) {
  if (!admits(rule, viewer, audiencesAtRoot(viewer), NO_ROW, report)) throw refusal(viewer, name)
}
