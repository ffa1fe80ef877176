// Printed from the migrated database by `npm run generate`. Do not edit.
import type { ColumnType } from 'kysely'

/** A JSON column: read as parsed, written as text. */
export type Json = ColumnType<unknown, string | null, string | null>
/** A timestamp: read as text with offset, in UTC. */
export type Timestamp = ColumnType<string, string | Date, string | Date>
type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface AccessLogEntryTable {
  id: string
  at: Timestamp
  administrationId: string
  cycleId: string | null
  assessmentId: string | null
  releaseId: string | null
  kind: 'WORKING' | 'SUBMITTED' | 'MEMBERS_EDITION' | 'EMBARGOED_EDITION' | 'SUPPORT_VIEW'
  hat: string
  personId: string | null
  apiClientId: string | null
  readerAdministrationId: string | null
  responses: number
  figures: number
  requestId: string
}

export interface AccessRestorationTable {
  id: string
  personId: string
  kind: 'PASSWORD' | 'SECOND_FACTOR'
  givenBy: string
  at: Timestamp
}

export interface AdministrationTable {
  id: string
  code: string
  name: Json
  regionCode: string
  geography: string
  isLandlocked: boolean
  incomeGroup: string | null
  administrationType: string | null
  joinedOn: string | null
  isInvented: boolean
  requiresApproval: Defaulted<boolean>
  provenance: Json
  version: Defaulted<number>
}

export interface AdministrationContactTable {
  administrationId: string
  name: string
  updatedAt: Timestamp
  version: Defaulted<number>
}

export interface AdministrationContactAddressTable {
  administrationId: string
  mail: string | null
  phone: string | null
}

export interface ApiClientTable {
  id: string
  name: string
  scopes: readonly string[]
  isDemonstration: Defaulted<boolean>
  createdAt: Timestamp
  expiresAt: Timestamp
  revokedAt: Timestamp | null
  status: Defaulted<'PROPOSED' | 'GRANTED' | 'DECLINED' | 'REVOKED'>
  organisation: Defaulted<string>
  purpose: Defaulted<string>
  contactName: Defaulted<string>
  contactMail: Defaulted<string>
  termsAcceptedOn: string | null
  allowedNetworks: Defaulted<readonly string[]>
  ownerId: string | null
  decidedBy: string | null
  decidedAt: Timestamp | null
  version: Defaulted<number>
}

export interface ApiClientTokenTable {
  tokenHash: Uint8Array
  apiClientId: string
  createdAt: Timestamp
  expiresAt: Timestamp
  revokedAt: Timestamp | null
  lastUsedAt: Timestamp | null
  id: Defaulted<string>
  endsWith: Defaulted<string>
}

export interface AssessmentTable {
  id: string
  administrationId: string
  cycleId: string
  frameworkVersionId: string
  status: 'DRAFT' | 'INTERNAL_APPROVAL' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'WITHDRAWN'
  startedAt: Timestamp
  startedBy: string
  approvalRequestedAt: Timestamp | null
  approvalRequestedBy: string | null
  sentBackReason: string | null
  submittedAt: Timestamp | null
  acceptedAt: Timestamp | null
  acceptedBy: string | null
  dueAt: Timestamp | null
  submissionCount: Defaulted<number>
  withdrawalProposedBy: string | null
  withdrawnAt: Timestamp | null
  version: Defaulted<number>
  withdrawalDeclinedReason: string | null
  reopenRequestedAt: Timestamp | null
  reopenedFor: 'MEMBER' | 'LEAD_REVIEWER' | null
  formerlyAcceptedAt: Timestamp | null
  withdrawnBy: string | null
}

export interface AssessmentProgressTable {
  assessmentId: string
  administrationId: string
  cycleId: string
  figuresEntered: number
  figuresTotal: number
  kpisReady: number
  kpisTotal: number
  blocks: number
  warningsOpen: number
  lastActivityAt: Timestamp
  kpisEvidenced: Defaulted<number>
}

export interface AssignmentTable {
  id: string
  assessmentId: string
  administrationId: string
  kpiCode: string | null
  personId: string
  dueOn: string | null
  state: Defaulted<'OPEN' | 'DONE'>
  createdBy: string | null
  createdAt: Timestamp
  doneAt: Timestamp | null
  remindedAt: Timestamp | null
  elementCode: string | null
}

export interface AssignmentElementTable {
  assignmentId: string
  administrationId: string
  elementCode: string
  isResponsible: Defaulted<boolean>
}

export interface AuditAnchorTable {
  at: Timestamp
  chains: number
  moved: number
  isIntact: boolean
  brokenChain: string | null
  brokenSeq: string | number | null
}

export interface AuditEntryTable {
  chain: string
  seq: string | number
  at: Timestamp
  personId: string | null
  apiClientId: string | null
  hat: string | null
  administrationId: string | null
  action: string
  outcome: 'DONE' | 'REFUSED'
  objectType: string | null
  objectId: string | null
  requestId: string
  payload: string
  previousHash: Uint8Array
  hash: Uint8Array
  cycleId: string | null
}

export interface AuditHeadTable {
  chain: string
  seq: string | number
  hash: Uint8Array
}

export interface ChangeProposalTable {
  id: string
  number: number
  code: string
  kind: 'ADDITION' | 'REVISION' | 'REMOVAL' | 'CORRECTION'
  title: string
  rationale: string
  language: 'en' | 'fr'
  principle: 'STEP_BY_STEP' | 'RELEVANCE' | 'QUALITY' | 'TRANSPARENCY' | 'STABILITY'
  aboutVersionId: string
  nodeCodes: readonly string[]
  status: 'OPEN' | 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN' | 'IMPLEMENTED'
  authorId: string
  createdAt: Timestamp
  decidedBy: string | null
  decidedAt: Timestamp | null
  decisionReason: string | null
  withdrawnAt: Timestamp | null
  versionId: string | null
  implementedBy: string | null
  implementedAt: Timestamp | null
  version: Defaulted<number>
}

export interface ChangeProposalCommentTable {
  id: string
  proposalId: string
  body: string
  language: 'en' | 'fr'
  authorId: string
  createdAt: Timestamp
}

export interface CommentTable {
  id: string
  threadId: string
  assessmentId: string
  administrationId: string
  kpiCode: string | null
  elementCode: string | null
  body: string | null
  language: 'en' | 'fr'
  mentioned: Defaulted<readonly string[]>
  authorId: string
  authorRole: string
  createdAt: Timestamp
  editedAt: Timestamp | null
  removedAt: Timestamp | null
  resolvedAt: Timestamp | null
  resolvedBy: string | null
  version: Defaulted<number>
}

export interface ConsentRecordTable {
  id: string
  assessmentId: string
  administrationId: string
  cycleId: string
  kpiCode: string
  level: string
  formerLevel: string | null
  aggregateUse: string
  includesElements: Defaulted<boolean>
  wordingVersion: string
  wordingLocale: string
  proposedBy: string
  proposedHat: string
  proposedAt: Timestamp
  confirmedBy: string | null
  confirmedAt: Timestamp | null
}

export interface CredentialTable {
  personId: string
  passwordHash: string
  changedAt: Timestamp
}

export interface CycleTable {
  id: string
  code: string
  number: number
  name: Json
  frameworkVersionId: string
  status: 'PLANNED' | 'OPEN' | 'CLOSED' | 'REPORTED'
  reportingYear: number
  previousYear: number
  opensAt: Timestamp
  closesAt: Timestamp
  openedAt: Timestamp | null
  closedAt: Timestamp | null
  closedBy: string | null
  reportedAt: Timestamp | null
  endorsement: Json
  reportApproval: Json
  isDemonstration: boolean
  version: Defaulted<number>
  reminderDays: Defaulted<readonly number[]>
  defaultDisclosure: Defaulted<string>
  membersMinimum: Defaulted<number>
  publicMinimum: Defaulted<number>
  leastCoverage: number | null
  invitesAll: Defaulted<boolean>
}

export interface CycleInviteeTable {
  cycleId: string
  administrationId: string
}

export interface CycleMessageTable {
  id: string
  cycleId: string
  subject: Json
  body: Json
  regionCode: string | null
  stage: string | null
  isOverdue: boolean | null
  isExtended: boolean | null
  search: string | null
  sentBy: string
  senderName: string
  sentAt: Timestamp
}

export interface CycleMessageAdministrationTable {
  messageId: string
  administrationId: string
  coordinators: number
  approvers: number
}

export interface CycleParticipantTable {
  cycleId: string
  administrationId: string
  regionCode: string
  incomeGroup: string | null
  administrationType: string | null
  geography: string
  invitedAt: Timestamp
  extendedUntil: Timestamp | null
  extensionReason: string | null
}

export interface CycleReminderTable {
  cycleId: string
  administrationId: string
  days: number
  dueOn: string
  sentAt: Timestamp
}

export interface DataElementTable {
  id: string
  versionId: string
  code: string
  sort: number
  label: Json
  description: Json
  valueType: 'COUNT' | 'MONEY' | 'DECIMAL' | 'LEVEL' | 'BOOLEAN'
  unit: string
  nature: 'FLOW' | 'STOCK'
  origin: 'ENTERED' | 'DERIVED'
  minValue: string | null
  maxValue: string | null
  isInteger: boolean
  scale: string | null
  translationStatus: Json
  provenance: Json
  version: Defaulted<number>
}

export interface DataValueTable {
  id: string
  assessmentId: string
  administrationId: string
  elementCode: string
  year: number
  value: string | null
  isEstimated: Defaulted<boolean>
  note: string | null
  updatedAt: Timestamp
  updatedBy: string | null
  version: Defaulted<number>
}

export interface DimensionTable {
  id: string
  versionId: string
  code: string
  sort: number
  weight: string
  name: Json
  description: Json
  translationStatus: Json
  provenance: Json
  version: Defaulted<number>
}

export interface DisclosureLevelTable {
  code: string
  rank: number
  name: Json
  description: Json
}

export interface DraftRevisionTable {
  id: string
  assessmentId: string
  administrationId: string
  elementCode: string
  year: number
  value: string | null
  isEstimated: boolean
  note: string | null
  revision: number
  writtenAt: Timestamp
  writtenBy: string | null
  batchId: string | null
  batchFile: string | null
  batchUndoes: string | null
}

export interface DryRunTable {
  id: string
  versionId: string
  contentHash: string
  report: Json
  passed: boolean
  createdBy: string
  createdAt: Timestamp
}

export interface EvidenceTable {
  id: string
  assessmentId: string
  administrationId: string
  title: string
  language: string
  dated: string | null
  confidentiality: 'ORDINARY' | 'RESTRICTED'
  revision: number
  createdAt: Timestamp
  createdBy: string
  updatedAt: Timestamp
  updatedBy: string
  removedAt: Timestamp | null
  version: Defaulted<number>
}

export interface EvidenceFileTable {
  administrationId: string
  sha256: string
  size: string | number
  mediaType: string
  scanState: 'NOT_SCANNED' | 'CLEAN'
  scannedAt: Timestamp | null
  storedAt: Timestamp
}

export interface EvidenceRevisionTable {
  id: string
  evidenceId: string
  assessmentId: string
  administrationId: string
  number: number
  kind: 'FILE' | 'LINK'
  sha256: string
  size: string | number | null
  mediaType: string | null
  writtenAt: Timestamp
  writtenBy: string
}

export interface EvidenceSharingTable {
  evidenceId: string
  assessmentId: string
  administrationId: string
  isShared: boolean
  changedAt: Timestamp
  changedBy: string
}

export interface EvidenceSourceTable {
  revisionId: string
  assessmentId: string
  administrationId: string
  fileName: string | null
  url: string | null
}

export interface EvidenceUseTable {
  evidenceId: string
  assessmentId: string
  administrationId: string
  kpiCode: string
  addedAt: Timestamp
  addedBy: string
}

export interface ExpectedOutcomeTable {
  id: string
  versionId: string
  dimensionId: string
  code: string
  sort: number
  weight: string
  name: Json
  description: Json
  translationStatus: Json
  provenance: Json
  version: Defaulted<number>
}

export interface FileTicketTable {
  hash: Uint8Array
  purpose: string
  personId: string
  sessionId: string
  subject: string | null
  fileName: string
  sizeLimit: string | number
  issuedAt: Timestamp
  expiresAt: Timestamp
  claimedAt: Timestamp | null
  receivedAt: Timestamp | null
  takenAt: Timestamp | null
  file: string | null
  size: string | number | null
  sha256: string | null
}

export interface FindingTable {
  id: string
  reviewId: string
  administrationId: string
  assessmentId: string
  kpiCode: string
  authorId: string
  kind: 'STRENGTH' | 'GAP' | 'DATA_QUALITY' | 'QUESTION'
  severity: 'MINOR' | 'MODERATE' | 'MAJOR'
  body: string
  citation: string | null
  correctsId: string | null
  status: 'DRAFT' | 'SENT'
  sentAt: Timestamp | null
  createdAt: Timestamp
  updatedAt: Timestamp
  version: Defaulted<number>
}

export interface FindingResolutionTable {
  findingId: string
  reviewId: string
  administrationId: string
  outcome: 'UPHELD' | 'AMENDED' | 'DROPPED'
  body: string
  resolvedBy: string
  resolvedAt: Timestamp
  version: Defaulted<number>
}

export interface FindingResponseTable {
  findingId: string
  reviewId: string
  administrationId: string
  decision: 'ACCEPTED' | 'CONTESTED'
  body: string
  proposedBy: string
  confirmedAt: Timestamp | null
  updatedAt: Timestamp
  version: Defaulted<number>
}

export interface FrameworkApprovalTable {
  id: string
  versionId: string
  body: 'PMMPT' | 'CAPACITY_BUILDING_COMMITTEE' | 'POLICY_COMMISSION' | 'COUNCIL'
  sessionName: string | null
  decidedOn: string
  decision: 'APPROVED' | 'ENDORSED' | 'WAIVED' | 'REJECTED' | 'DEFERRED'
  document: string | null
  reason: string | null
  contentHash: string
  recordedBy: string
  recordedAt: Timestamp
  voidedAt: Timestamp | null
  documentLink: string | null
}

export interface FrameworkChangeTable {
  id: string
  versionId: string
  seq: Defaulted<number>
  nodeKind: 'VERSION' | 'DIMENSION' | 'EXPECTED_OUTCOME' | 'KPI' | 'DATA_ELEMENT' | 'INSTRUMENT' | 'VALIDATION_RULE' | 'OUTCOME_MAPPING' | 'LINEAGE'
  nodeId: string
  nodeCode: string
  action: 'CREATE' | 'UPDATE' | 'MOVE' | 'ORDER' | 'REMOVE' | 'UNDO'
  before: Json
  after: Json
  personId: string
  at: Timestamp
  undoneBy: string | null
}

export interface FrameworkImportTable {
  id: string
  fileName: string
  format: 'JSON' | 'XLSX'
  size: string | number
  sha256: string
  status: 'READY' | 'REJECTED' | 'APPLIED'
  code: string
  absent: 'KEEP' | 'REMOVE'
  draftId: string | null
  baseId: string | null
  comparedHash: string | null
  contentHash: string
  content: Json
  report: Json
  versionId: string | null
  authorId: string
  createdAt: Timestamp
  appliedBy: string | null
  appliedAt: Timestamp | null
  version: Defaulted<number>
}

export interface FrameworkNoteTable {
  versionId: string
  internalNotes: string | null
  version: Defaulted<number>
}

export interface FrameworkPresenceTable {
  versionId: string
  personId: string
  nodeCode: string
  seenAt: Timestamp
}

export interface FrameworkRemarkTable {
  id: string
  versionId: string
  nodeCode: string | null
  body: string
  authorId: string
  createdAt: Timestamp
}

export interface FrameworkTermTable {
  id: string
  en: string
  fr: string
  note: string | null
  status: 'PROPOSED' | 'APPROVED'
  provenance: Json
  proposedBy: string | null
  proposedAt: Timestamp
  approvedBy: string | null
  approvedAt: Timestamp | null
  version: Defaulted<number>
}

export interface FrameworkTextTable {
  versionId: string | null
  kind: string | null
  code: string | null
  text: string | null
  place: string | null
  nodeVersion: number | null
  title: Json
  en: string | null
  fr: string | null
  state: string | null
}

export interface FrameworkTranslationTable {
  versionId: string
  kind: string
  code: string
  text: string
  source: string
  translatedBy: string | null
  translatedAt: Timestamp | null
  reviewedBy: string | null
  reviewedAt: Timestamp | null
}

export interface FrameworkVersionTable {
  id: string
  code: string
  number: number
  kind: 'ORIGINAL' | 'REVISION' | 'ERRATUM'
  status: 'DRAFT' | 'IN_REVIEW' | 'APPROVED' | 'PUBLISHED' | 'RETIRED'
  baseVersionId: string | null
  name: Json
  changeNotes: Json
  isDemonstration: boolean
  notice: Json
  scoringMethod: Json
  scales: Json
  reasonCodes: Json
  provenance: Json
  translationStatus: Json
  contentHash: string | null
  createdBy: string | null
  submittedBy: string | null
  approvedBy: string | null
  publishedBy: string | null
  createdAt: Timestamp
  validFrom: string | null
  publishedAt: Timestamp | null
  retiredAt: Timestamp | null
  version: Defaulted<number>
  submittedAt: Timestamp | null
}

export interface IdempotencyKeyTable {
  principal: string
  key: string
  requestHash: Uint8Array
  response: Json
  createdAt: Timestamp
}

export interface InstallationTable {
  key: string
  value: Json
  createdAt: Timestamp
}

export interface InstrumentTable {
  id: string
  versionId: string
  code: string
  sort: number
  name: Json
  translationStatus: Json
  provenance: Json
  version: Defaulted<number>
}

export interface InstrumentApplicationTable {
  id: string
  assessmentId: string
  administrationId: string
  instrumentCode: string
  level: number | null
  updatedAt: Timestamp
  updatedBy: string | null
  version: Defaulted<number>
}

export interface InternalCommentTable {
  id: string
  threadId: string
  assessmentId: string
  administrationId: string
  kpiCode: string | null
  elementCode: string | null
  body: string | null
  language: 'en' | 'fr'
  mentioned: Defaulted<readonly string[]>
  authorId: string
  authorRole: string
  createdAt: Timestamp
  editedAt: Timestamp | null
  removedAt: Timestamp | null
  resolvedAt: Timestamp | null
  resolvedBy: string | null
  version: Defaulted<number>
}

export interface InternalNoteTable {
  assessmentId: string
  administrationId: string
  kpiCode: string
  body: string
  updatedAt: Timestamp
  updatedBy: string
  version: Defaulted<number>
}

export interface InvitationTable {
  id: string
  administrationId: string | null
  email: string
  name: string
  locale: string
  roles: readonly string[]
  invitedBy: string
  inviterRoleId: string
  createdAt: Timestamp
  sentAt: Timestamp
  expiresAt: Timestamp
  acceptedAt: Timestamp | null
  acceptedBy: string | null
  revokedAt: Timestamp | null
  revokedBy: string | null
  version: Defaulted<number>
}

export interface InvitationLinkTable {
  tokenHash: Uint8Array
  invitationId: string
  createdAt: Timestamp
  expiresAt: Timestamp
  usedAt: Timestamp | null
}

export interface KpiTable {
  id: string
  versionId: string
  outcomeId: string
  seriesId: string
  ancestorId: string | null
  relation: 'SAME' | 'REWORDED' | 'FORMULA_CHANGED' | 'SPLIT' | 'MERGED' | 'NEW' | 'RETIRED'
  code: string
  sort: number
  weight: string
  name: Json
  description: Json
  kind: 'RATIO' | 'VARIATION' | 'COUNT' | 'DURATION' | 'ORDINAL' | 'BINARY'
  unit: string
  decimals: number
  direction: 'HIGHER' | 'LOWER' | 'TARGET' | 'NEUTRAL'
  rangeMin: string | null
  rangeMax: string | null
  isScored: boolean
  normalisation: Json
  scale: string | null
  formula: string
  undefinedWhen: 'DENOMINATOR_ZERO' | 'BASE_ZERO' | null
  elements: Json
  subMeasures: Json
  samples: Json
  instruments: readonly string[]
  translationStatus: Json
  provenance: Json
  version: Defaulted<number>
  maxDisclosureLevel: Defaulted<'NATIONAL' | 'WCO' | 'PUBLIC'>
  sdgTargets: Defaulted<readonly string[]>
  methodologyHelp: Json
}

export interface KpiGuidanceTable {
  kpiId: string
  versionId: string
  body: Json
}

export interface KpiResponseTable {
  id: string
  assessmentId: string
  administrationId: string
  kpiCode: string
  state: 'PENDING' | 'REPORTED' | 'NOT_APPLICABLE' | 'NOT_AVAILABLE' | 'NOT_COMPUTABLE'
  value: string | null
  subValues: Json
  score: string | null
  trace: Json
  checks: Json
  reasonCode: string | null
  reasonText: string | null
  publicNote: string | null
  justification: string | null
  disclosureLevel: Defaulted<'NATIONAL' | 'WCO' | 'PUBLIC'>
  aggregateUse: Defaulted<'NONE' | 'MEMBERS' | 'PUBLIC'>
  levelChosen: Defaulted<boolean>
  lookedAt: Timestamp | null
  updatedAt: Timestamp
  updatedBy: string | null
  version: Defaulted<number>
  justifiedWarnings: string | null
}

export interface NodeLineageTable {
  id: string
  versionId: string
  nodeKind: 'DIMENSION' | 'EXPECTED_OUTCOME' | 'KPI' | 'DATA_ELEMENT' | 'INSTRUMENT'
  nodeCode: string | null
  ancestorVersionId: string | null
  ancestorCode: string | null
  relation: 'SAME' | 'REWORDED' | 'FORMULA_CHANGED' | 'SPLIT' | 'MERGED' | 'NEW' | 'RETIRED'
  comparability: 'IDENTICAL' | 'EDITORIAL' | 'WITH_CONVERSION' | 'NOT_COMPARABLE'
  conversion: string | null
  note: Json
  isStated: boolean
  version: Defaulted<number>
}

export interface NotificationTable {
  id: string
  seq: Defaulted<string | number>
  personId: string
  role: string
  administrationId: string | null
  kind: string
  actorName: string | null
  aboutId: string | null
  cycleId: string | null
  assessmentId: string | null
  kpiCodes: Defaulted<readonly string[]>
  dueAt: Timestamp | null
  at: Timestamp
  readAt: Timestamp | null
  messageId: string | null
  elementCodes: Defaulted<readonly string[]>
}

export interface NotificationMailTable {
  notificationId: string
  personId: string
  dueAt: Timestamp
  mailId: string | null
}

export interface NotificationSettingTable {
  personId: string
  mutedKinds: Defaulted<readonly string[]>
  quietFrom: unknown | null
  quietUntil: unknown | null
  timeZone: string
}

export interface OidcAnswerTable {
  stateHash: Uint8Array
  usedAt: Timestamp
}

export interface OidcIdentityTable {
  id: string
  personId: string
  issuer: string
  subject: string
  linkedAt: Timestamp
  lastUsedAt: Timestamp | null
}

export interface OutboxTable {
  id: string
  topic: string
  payload: Json
  createdAt: Timestamp
  availableAt: Timestamp
  leasedUntil: Timestamp | null
  attempts: Defaulted<number>
  doneAt: Timestamp | null
  lastError: string | null
}

export interface OutcomeMappingTable {
  id: string
  versionId: string
  outcomeCode: string
  kind: 'SDG' | 'INSTRUMENT'
  target: string
  strength: number | null
  rationale: Json
  translationStatus: Json
  provenance: Json
  version: Defaulted<number>
}

export interface PasswordResetRequestTable {
  id: string
  accountHash: Uint8Array
  networkHash: Uint8Array
  email: string | null
  requestedAt: Timestamp
}

export interface PeerGroupTable {
  code: string
  kind: 'ALL' | 'REGION' | 'INCOME' | 'TYPE' | 'GEOGRAPHY'
  value: string | null
  name: Json
  sort: number
}

export interface PersonTable {
  id: string
  name: string
  createdAt: Timestamp
}

export interface PersonAccountTable {
  personId: string
  email: string
  locale: Defaulted<string>
  status: Defaulted<'ACTIVE' | 'SUSPENDED'>
  accreditation: 'APPLIED' | 'PRE_SCREENED' | 'PRE_ACCREDITED' | 'ACCREDITED' | 'SUSPENDED' | 'EXPIRED' | null
  isDemonstration: Defaulted<boolean>
  version: Defaulted<number>
  suspendedAs: 'N' | 'D' | null
  accreditedAreas: Defaulted<readonly string[]>
  accreditedUntil: string | null
}

export interface PersonRoleTable {
  id: string
  personId: string
  role: 'CONTRIBUTOR' | 'COORDINATOR' | 'APPROVER' | 'VIEWER' | 'REVIEWER' | 'LEAD_REVIEWER' | 'METHODOLOGY_EDITOR' | 'CYCLE_OFFICER' | 'ADMINISTRATOR' | 'PMMPT_OBSERVER'
  administrationId: string | null
  grantedAt: Timestamp
  endedAt: Timestamp | null
  isDeputy: Defaulted<boolean>
  grantedBy: string | null
  endedBy: string | null
}

export interface RateBucketTable {
  key: string
  points: unknown
  at: Timestamp
  isTaken: boolean
}

export interface RecoveryCodeTable {
  personId: string
  codeHash: Uint8Array
  createdAt: Timestamp
  usedAt: Timestamp | null
}

export interface RegionTable {
  code: string
  name: Json
  sort: number
}

export interface ReleaseTable {
  id: string
  code: string
  cycleId: string
  name: Json
  status: 'BUILDING' | 'BUILT' | 'EMBARGOED' | 'PUBLISHED' | 'SUPERSEDED' | 'DISCARDED' | 'FAILED'
  supersedesId: string | null
  notes: Json
  builtBy: string
  requestedAt: Timestamp
  builtAt: Timestamp | null
  embargoedBy: string | null
  embargoUntil: Timestamp | null
  publishedBy: string | null
  publishedAt: Timestamp | null
  contentHash: string | null
  isDemonstration: boolean
  version: Defaulted<number>
}

export interface ReleaseAssessmentTable {
  id: string
  releaseId: string
  edition: 'MEMBERS' | 'PUBLIC'
  administrationId: string
  submissionNumber: number
  dimensionScores: Json
}

export interface ReleaseCellTable {
  id: string
  releaseId: string
  edition: 'MEMBERS' | 'PUBLIC'
  kpiCode: string
  groupCode: string
  access: 'VISIBLE' | 'SUPPRESSED'
  n: number | null
  nBand: string | null
  mean: string | null
  method: string
}

export interface ReleaseCellInternalTable {
  cellId: string
  releaseId: string
  rule: string
  exactN: number
  hiddenN: number
}

export interface ReleaseInternalTable {
  releaseId: string
  auditReport: Json
  auditPassed: boolean
  suppressionLog: Json
  parameters: Json
  failure: string | null
}

export interface ReleaseValueTable {
  id: string
  releaseId: string
  releaseAssessmentId: string
  edition: 'MEMBERS' | 'PUBLIC'
  administrationId: string
  kpiCode: string
  access: 'VISIBLE' | 'WITHHELD'
  state: string | null
  value: string | null
  subValues: Json
  score: string | null
  reasonCode: string | null
  reasonText: string | null
  publicNote: string | null
  verification: string | null
  reviewedValue: string | null
  consentId: string | null
}

export interface ReopenRequestTable {
  id: string
  assessmentId: string
  administrationId: string
  submissionNumber: number
  kpiCodes: Defaulted<readonly string[]>
  reason: string
  authorId: string
  askedAt: Timestamp
  status: Defaulted<'OPEN' | 'TAKEN_BACK' | 'DECLINED' | 'GRANTED'>
  answer: string | null
  settledBy: string | null
  settledAt: Timestamp | null
}

export interface ReturnItemTable {
  id: string
  assessmentId: string
  administrationId: string
  submissionNumber: number
  kpiCode: string
  reason: string
  createdBy: string
  createdAt: Timestamp
  answer: string | null
  answeredAt: Timestamp | null
  answeredBy: string | null
  isCleared: Defaulted<boolean>
  version: Defaulted<number>
}

export interface ReviewTable {
  id: string
  assessmentId: string
  administrationId: string
  submissionId: string | null
  status: 'REQUESTED' | 'ACCEPTED' | 'DECLINED' | 'IN_PROGRESS' | 'SHARED' | 'RESPONDED' | 'CONCLUDED' | 'WITHDRAWN'
  isConfirmed: Defaulted<boolean>
  scope: readonly string[]
  reason: string
  requestedBy: string
  requestedAt: Timestamp
  confirmedBy: string | null
  confirmedAt: Timestamp | null
  decidedBy: string | null
  decidedAt: Timestamp | null
  declineReason: string | null
  dueOn: string | null
  startedAt: Timestamp | null
  sharedAt: Timestamp | null
  responseDueAt: Timestamp | null
  responseProposedBy: string | null
  respondedAt: Timestamp | null
  conclusionProposedBy: string | null
  conclusion: string | null
  concludedAt: Timestamp | null
  countersignedBy: string | null
  withdrawnAt: Timestamp | null
  version: Defaulted<number>
}

export interface ReviewConsensusTable {
  reviewId: string
  administrationId: string
  assessmentId: string
  kpiCode: string
  judgement: 'AGREE' | 'DIFFER'
  value: string | null
  note: string
  recordedBy: string
  updatedAt: Timestamp
  version: Defaulted<number>
}

export interface ReviewMemberTable {
  id: string
  reviewId: string
  administrationId: string
  assessmentId: string
  personId: string
  homeAdministrationId: string
  isLead: boolean
  declaration: 'NO_CONFLICT' | 'CONFLICT' | null
  declarationText: string | null
  declaredAt: Timestamp | null
  endedAt: Timestamp | null
  replacesId: string | null
}

export interface ReviewNoteTable {
  id: string
  reviewId: string
  administrationId: string
  assessmentId: string
  kpiCode: string
  authorId: string
  body: string
  updatedAt: Timestamp
  version: Defaulted<number>
}

export interface ReviewScoreTable {
  id: string
  reviewId: string
  administrationId: string
  assessmentId: string
  kpiCode: string
  authorId: string
  judgement: 'AGREE' | 'DIFFER'
  value: string | null
  confidence: 'LOW' | 'MEDIUM' | 'HIGH'
  rationale: string | null
  status: 'DRAFT' | 'SENT'
  sentAt: Timestamp | null
  updatedAt: Timestamp
  version: Defaulted<number>
}

export interface SdgTable {
  goal: number
  name: Json
  translationStatus: Json
  provenance: Json
}

export interface SecondFactorTable {
  personId: string
  secret: Uint8Array | null
  confirmedAt: Timestamp | null
  lastStep: string | number | null
  offered: Uint8Array | null
  offeredAt: Timestamp | null
}

export interface SessionTable {
  id: string
  tokenHash: Uint8Array
  personId: string
  personRoleId: string
  createdAt: Timestamp
  lastSeenAt: Timestamp
  idleMinutes: number
  expiresAt: Timestamp
  revokedAt: Timestamp | null
  step: Defaulted<'OPEN' | 'SECOND_FACTOR'>
  isTwoFactor: Defaulted<boolean>
  authenticatedAt: Timestamp | null
  attemptId: string | number | null
  device: Defaulted<string>
}

export interface SignInAttemptTable {
  id: Defaulted<string | number>
  accountHash: Uint8Array
  networkHash: Uint8Array
  at: Timestamp
  succeeded: boolean
  method: Defaulted<'PASSWORD' | 'CODE' | 'OIDC' | 'AGAIN'>
  isHalfway: Defaulted<boolean>
  device: Defaulted<string>
}

export interface SignInLinkTable {
  tokenHash: Uint8Array
  personId: string
  purpose: 'SET_PASSWORD' | 'RESET_PASSWORD'
  createdAt: Timestamp
  expiresAt: Timestamp
  usedAt: Timestamp | null
}

export interface SubmissionTable {
  id: string
  assessmentId: string
  administrationId: string
  number: number
  submittedAt: Timestamp
  submittedBy: string
  statement: Json
  contentHash: string
  dimensionScores: Json
}

export interface SubmissionEvidenceTable {
  id: string
  submissionId: string
  assessmentId: string
  administrationId: string
  evidenceId: string
  revisionId: string
  number: number
  title: string
  language: string
  dated: string | null
  confidentiality: string
  kind: string
  sha256: string
  size: string | number | null
  mediaType: string | null
  kpiCodes: readonly string[]
}

export interface SubmissionInstrumentTable {
  id: string
  submissionId: string
  assessmentId: string
  administrationId: string
  instrumentCode: string
  level: number | null
}

export interface SubmissionResponseTable {
  id: string
  submissionId: string
  assessmentId: string
  administrationId: string
  kpiCode: string
  state: string
  value: string | null
  subValues: Json
  score: string | null
  trace: Json
  checks: Json
  reasonCode: string | null
  reasonText: string | null
  publicNote: string | null
  justification: string | null
  disclosureLevel: string
  aggregateUse: string
}

export interface SubmissionValueTable {
  id: string
  submissionId: string
  assessmentId: string
  administrationId: string
  elementCode: string
  year: number
  value: string | null
  isEstimated: boolean
  note: string | null
  revision: number
}

export interface SupportAccessTable {
  id: string
  personId: string
  personRoleId: string
  administrationId: string | null
  openedAt: Timestamp
  endsAt: Timestamp
  closedAt: Timestamp | null
}

export interface SupportSessionTable {
  tokenHash: Uint8Array
  supportViewId: string
  sessionId: string
  personRoleId: string
}

export interface SupportViewTable {
  id: string
  supportAccessId: string
  personId: string
  administrationId: string | null
  viewerId: string
  startedAt: Timestamp
  endsAt: Timestamp
  endedAt: Timestamp | null
  noticedAt: Timestamp | null
}

export interface ValidationRuleTable {
  id: string
  versionId: string
  code: string
  sort: number
  type: 'PART_OF_WHOLE' | 'LARGE_CHANGE' | 'POSITIVE_BASE' | 'RANGE' | 'CONSISTENCY'
  level: 'BLOCK' | 'WARN' | 'INFO'
  definition: Json
  kpis: readonly string[]
  version: Defaulted<number>
}

export interface Tables {
  accessLogEntry: AccessLogEntryTable
  accessRestoration: AccessRestorationTable
  administration: AdministrationTable
  administrationContact: AdministrationContactTable
  administrationContactAddress: AdministrationContactAddressTable
  apiClient: ApiClientTable
  apiClientToken: ApiClientTokenTable
  assessment: AssessmentTable
  assessmentProgress: AssessmentProgressTable
  assignment: AssignmentTable
  assignmentElement: AssignmentElementTable
  auditAnchor: AuditAnchorTable
  auditEntry: AuditEntryTable
  auditHead: AuditHeadTable
  changeProposal: ChangeProposalTable
  changeProposalComment: ChangeProposalCommentTable
  comment: CommentTable
  consentRecord: ConsentRecordTable
  credential: CredentialTable
  cycle: CycleTable
  cycleInvitee: CycleInviteeTable
  cycleMessage: CycleMessageTable
  cycleMessageAdministration: CycleMessageAdministrationTable
  cycleParticipant: CycleParticipantTable
  cycleReminder: CycleReminderTable
  dataElement: DataElementTable
  dataValue: DataValueTable
  dimension: DimensionTable
  disclosureLevel: DisclosureLevelTable
  draftRevision: DraftRevisionTable
  dryRun: DryRunTable
  evidence: EvidenceTable
  evidenceFile: EvidenceFileTable
  evidenceRevision: EvidenceRevisionTable
  evidenceSharing: EvidenceSharingTable
  evidenceSource: EvidenceSourceTable
  evidenceUse: EvidenceUseTable
  expectedOutcome: ExpectedOutcomeTable
  fileTicket: FileTicketTable
  finding: FindingTable
  findingResolution: FindingResolutionTable
  findingResponse: FindingResponseTable
  frameworkApproval: FrameworkApprovalTable
  frameworkChange: FrameworkChangeTable
  frameworkImport: FrameworkImportTable
  frameworkNote: FrameworkNoteTable
  frameworkPresence: FrameworkPresenceTable
  frameworkRemark: FrameworkRemarkTable
  frameworkTerm: FrameworkTermTable
  frameworkText: FrameworkTextTable
  frameworkTranslation: FrameworkTranslationTable
  frameworkVersion: FrameworkVersionTable
  idempotencyKey: IdempotencyKeyTable
  installation: InstallationTable
  instrument: InstrumentTable
  instrumentApplication: InstrumentApplicationTable
  internalComment: InternalCommentTable
  internalNote: InternalNoteTable
  invitation: InvitationTable
  invitationLink: InvitationLinkTable
  kpi: KpiTable
  kpiGuidance: KpiGuidanceTable
  kpiResponse: KpiResponseTable
  nodeLineage: NodeLineageTable
  notification: NotificationTable
  notificationMail: NotificationMailTable
  notificationSetting: NotificationSettingTable
  oidcAnswer: OidcAnswerTable
  oidcIdentity: OidcIdentityTable
  outbox: OutboxTable
  outcomeMapping: OutcomeMappingTable
  passwordResetRequest: PasswordResetRequestTable
  peerGroup: PeerGroupTable
  person: PersonTable
  personAccount: PersonAccountTable
  personRole: PersonRoleTable
  rateBucket: RateBucketTable
  recoveryCode: RecoveryCodeTable
  region: RegionTable
  release: ReleaseTable
  releaseAssessment: ReleaseAssessmentTable
  releaseCell: ReleaseCellTable
  releaseCellInternal: ReleaseCellInternalTable
  releaseInternal: ReleaseInternalTable
  releaseValue: ReleaseValueTable
  reopenRequest: ReopenRequestTable
  returnItem: ReturnItemTable
  review: ReviewTable
  reviewConsensus: ReviewConsensusTable
  reviewMember: ReviewMemberTable
  reviewNote: ReviewNoteTable
  reviewScore: ReviewScoreTable
  sdg: SdgTable
  secondFactor: SecondFactorTable
  session: SessionTable
  signInAttempt: SignInAttemptTable
  signInLink: SignInLinkTable
  submission: SubmissionTable
  submissionEvidence: SubmissionEvidenceTable
  submissionInstrument: SubmissionInstrumentTable
  submissionResponse: SubmissionResponseTable
  submissionValue: SubmissionValueTable
  supportAccess: SupportAccessTable
  supportSession: SupportSessionTable
  supportView: SupportViewTable
  validationRule: ValidationRuleTable
}
