/**
 * Who may do what, see which rows and read which fields. Every output field, argument and input
 * field names its audiences beside itself with `@Access`, every object type its row class with
 * `@Rows`; `applyAccess` refuses a schema with a gap and guards the rest.
 */
// Brings the metadata library before the first decorated class of this folder.
import '#platform'

export { Access, Reads, Rows, type AccessOptions, type AccessRule } from './access.decorator'
export {
  EVERYBODY,
  MEMBER,
  NOBODY,
  OWNER,
  PARTNER,
  PUBLIC,
  REVIEWER,
  SECRETARIAT,
  audiencesAtRoot,
  type Audience,
  type AudienceMask,
} from './audience'
export { audiencesOf, type DefectReport } from './audiences-of'
export { CONDITIONS, type Condition } from './conditions'
export { embed } from './embed'
export type { AccessContext } from './guard'
export { printMatrix } from './matrix'
export { mayRead } from './may-read'
export { noteRead } from './reads'
export { PermissionFields } from './permission.fields'
export { Permission, PermissionCode, allow, deny, errorCodeOf, firstDenial } from './policy'
export { printWithAccess } from './print'
export { ROW_CLASSES, type RowClass } from './row-class'
export { ownsContent } from './row-class.review'
export { applyAccess, type ApplyAccessOptions } from './transform'
export { UncoveredSchema, type Gap, type GapKind } from './uncovered-schema'
export {
  MEMBER_HATS,
  REVIEWER_HATS,
  SECRETARIAT_HATS,
  actsFor,
  anonymous,
  isMember,
  isReadOnly,
  isReviewer,
  isSecretariat,
  wears,
  type Hat,
  type ReviewAssignment,
  type SessionEnds,
  type SupportViewFacts,
  type UnfinishedSignIn,
  type Viewer,
} from './viewer'
export { WithheldCollector, type WithheldField, type WithheldReason } from './withheld'

export { SECRETARIAT_CHAIN, appendAudit, hashOfContent, type AuditRecord } from './audit'
export type { CommandInput, CommandScope, Settled } from './command'
export { Context, type Exchange, type Services } from './context'
export { ensure, ensureMayChange, expectVersion, mayChange } from './ensure'
export { PageArgs, PageInfo } from './page.type'
export { ErrorCodes, Problem } from './problem.type'
export { coversKpi, kpiSetsOf, missingScope } from './scopes'
export { HAT_LETTER, identityOf, logIdentityOf, workerIdentity } from './session'
