import { responsePathAsArray, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql'
import { AUDIENCES, OWNER, PARTNER, PUBLIC, type Audience, type AudienceMask } from './audience'
import { audiencesOf, type DefectReport } from './audiences-of'
import type { Row } from './row'
import { noteRead } from './reads'
import type { RefusalCollector } from './refusals'
import type { RowClass } from './row-class'
import { enteringAs, type CompiledRule } from './rule'
import type { Viewer } from './viewer'
import type { WithheldCollector, WithheldReason } from './withheld'

/** The part of the request context the guards use. */
export interface AccessContext {
  readonly viewer: Viewer
  readonly withheld?: WithheldCollector
  readonly refusals?: RefusalCollector
}

export type Resolver = GraphQLFieldResolver<unknown, AccessContext>

/** Whether a viewer holding these audiences for this row passes the rule. A rule that throws denies. */
export function admits(
  rule: CompiledRule,
  viewer: Viewer,
  held: AudienceMask,
  row: Row,
  report: DefectReport,
): boolean {
  if (held & rule.free) return true
  if (!rule.condition || (held & rule.asked) === 0) return false
  try {
    for (const { bit } of AUDIENCES) {
      if ((held & rule.asked & bit) === 0) continue
      const audience = enteringAs(rule.audiences, bit) as Audience
      // Anything but a plain true denies, a promise among it.
      if (rule.condition.holds(viewer, row, audience) === true) return true
    }
  } catch (error) {
    report(`Access denied: ${error instanceof Error ? error.message : 'condition failed'}.`)
  }
  return false
}

/** What a guard over a field needs to know, found out once at start. */
export interface Guarded {
  readonly rule: CompiledRule
  readonly rowClass: RowClass
  readonly report: DefectReport
  /** Whether it tells content, of which reads from outside are logged. */
  readonly isContent: boolean
  /** Whether the type has an `access` field, which tells the reason itself. */
  readonly saysItself: boolean
}

/** Guards a resolver: the refused field is null, and costs nothing but itself. */
export function guardField(guarded: Guarded, resolve: Resolver): Resolver {
  const { rule, rowClass, report, isContent } = guarded
  const { free } = rule
  return (source, args, context, info) => {
    const row = source as Row
    const held = audiencesOf(context.viewer, rowClass, row, report)
    if (held & free || admits(rule, context.viewer, held, row, report)) {
      if (isContent && isOutsider(context.viewer, held)) noteRead(context.viewer, row)
      return resolve(source, args, context, info)
    }
    return withhold(guarded, held, context, info)
  }
}

/** The same for a field that merely reads a property: nothing stands between rule and value. */
export function guardProperty(guarded: Guarded, property: string): Resolver {
  const { rule, rowClass, report, isContent } = guarded
  const { free } = rule
  return (source, _args, context, info) => {
    const row = source as Row
    const held = audiencesOf(context.viewer, rowClass, row, report)
    if (held & free || admits(rule, context.viewer, held, row, report)) {
      if (isContent && isOutsider(context.viewer, held)) noteRead(context.viewer, row)
      return row[property]
    }
    return withhold(guarded, held, context, info)
  }
}

// Whoever looks through the eyes of an owner holds the owner's audience and comes from outside all the same.
const isOutsider = (viewer: Viewer, held: AudienceMask): boolean =>
  !(held & OWNER) || viewer.supportView !== undefined

function withhold(
  { rule, saysItself }: Guarded,
  held: AudienceMask,
  { viewer, withheld }: AccessContext,
  info: GraphQLResolveInfo,
): null {
  if (saysItself || !withheld) return null
  if (withheld.isFull) withheld.count()
  else withheld.add(responsePathAsArray(info.path), reasonOf(rule, viewer, held))
  return null
}

function reasonOf(rule: CompiledRule, viewer: Viewer, held: AudienceMask): WithheldReason {
  if (held & rule.asked) return rule.condition!.reason
  // A partner on a public row lacks nothing but the scope.
  const lacksScope = viewer.hat === 'PARTNER' && rule.audiences & PARTNER && held & PUBLIC
  return lacksScope ? 'OUT_OF_SCOPE' : 'WITHHELD'
}
