/**
 * Self-assessments: what an administration enters, what follows from it, and its way from draft to
 * acceptance.
 */
import { AssessmentAccept } from './accept'
import { Assessment } from './assessment'
import { AssessmentPayloadFields } from './assessment.payload'
import { AdministrationAssessments, AssessmentQuery, CycleAssessment } from './assessment.query'
import { AssessmentFigureBatches, FigureBatchFields } from './batch/batch.query'
import { AssignmentMark } from './delegation/assignment-mark'
import { AssignmentRemove } from './delegation/assignment-remove'
import { AssignmentSet } from './delegation/assignment-set'
import { AssessmentContentChanges } from './changes/changes.query'
import { AssessmentContentFields, AssessmentContents } from './content.query'
import { DataValueFields, DataValueRevisionFields } from './data-value.query'
import { DataValuesSavePayloadFields } from './data-value-save.type'
import { DataValuesSave } from './data-values-save'
import { AssessmentExtend } from './extend'
import { InstrumentLevelsSave } from './instrument-levels-save'
import { InternalNoteSave } from './internal-note-save'
import { KpiResponseClearReason } from './kpi-response-clear-reason'
import { KpiResponseJustify } from './kpi-response-justify'
import { KpiResponseLookedAt } from './kpi-response-looked-at'
import { KpiResponseNote } from './kpi-response-note'
import { KpiResponseSetReason } from './kpi-response-set-reason'
import { KpiResponsePayloadFields } from './kpi-response.payload'
import { KpiResponseFields, SubValueFields, ValidationCheckFields } from './kpi-response.query'
import { NotificationAssessment } from './notification.fields'
import { AssessmentReopen } from './reopen'
import { reopeningResolvers } from './reopening'
import { AssessmentRequestApproval } from './request-approval'
import { AssessmentReturn } from './return'
import { ReturnItemAnswer } from './return-item-answer'
import { ValidationRuleCheckQuery } from './rule-check/rule-check'
import { AssessmentSendBack } from './send-back'
import { AssessmentStart } from './start'
import { AssessmentSubmit } from './submit'
import {
  AssessmentTasks,
  AssignmentFields,
  InstrumentApplicationFields,
  ReturnItemFields,
} from './tasks.query'
import { AssessmentWithdraw } from './withdraw'
import { AssessmentWithdrawalCancel } from './withdrawal-cancel'

export { Assessment } from './assessment'
export {
  frameworkOf,
  holdAssessment,
  holdAssessmentRow,
  openPlacesIn,
  recordAssessment,
  type AssessmentSubject,
} from './assessment.lock'
export { assessmentsById, type AssessmentRow } from './assessment.rows'
export {
  assessmentScores,
  checkElement,
  figureKey,
  figureWords,
  parseFigure,
  performanceGap,
  type AssessmentScores,
} from './compute'
export {
  computeResponses,
  type ComputeInput,
  type ComputedAssessment,
  type ComputedResponse,
  type StoredCheck,
  type StoredSubValue,
  type StoredTrace,
} from './compute-responses'
export { openPlacesOf } from './content-access'
export { AssessmentContent, Coverage } from './content.type'
export { submittedResponses, workingResponses, workingValues } from './content.rows'
export { DataValueCurrent } from './data-value-save.type'
export { DataValue } from './data-value.type'
export { cellKey, currentCells } from './data-values.write'
export { AccessReason, AggregateUse, AssessmentStatus, Verification } from './enums'
export { KpiResponse, KpiResponseConnection } from './kpi-response.type'
export { remindOfDue } from './delegation/remind-due'
export {
  canEdit,
  canEditElement,
  canEditKpi,
  type AssessmentFacts,
  type OpenPlaces,
} from './policies'
export { receiptFiles } from './receipt/downloads'
export { queueForContent, recompute } from './recompute'
export { scoresOf } from './scores'
export { Scores } from './scores.type'
export { checksOf } from './trace'
export { visible } from './visible'

export const assessmentEntities = [Assessment]

export const assessmentResolvers = [
  AssessmentQuery,
  AdministrationAssessments,
  CycleAssessment,
  AssessmentContents,
  AssessmentContentChanges,
  AssessmentContentFields,
  AssessmentTasks,
  AssessmentFigureBatches,
  FigureBatchFields,
  AssignmentFields,
  ReturnItemFields,
  KpiResponseFields,
  SubValueFields,
  ValidationCheckFields,
  DataValueFields,
  DataValueRevisionFields,
  InstrumentApplicationFields,
  AssessmentPayloadFields,
  AssessmentStart,
  DataValuesSave,
  DataValuesSavePayloadFields,
  KpiResponsePayloadFields,
  KpiResponseSetReason,
  KpiResponseClearReason,
  KpiResponseJustify,
  KpiResponseNote,
  KpiResponseLookedAt,
  InternalNoteSave,
  InstrumentLevelsSave,
  AssignmentSet,
  AssignmentRemove,
  AssignmentMark,
  AssessmentRequestApproval,
  AssessmentSendBack,
  AssessmentSubmit,
  AssessmentReturn,
  ReturnItemAnswer,
  AssessmentAccept,
  AssessmentReopen,
  ...reopeningResolvers,
  AssessmentExtend,
  AssessmentWithdraw,
  AssessmentWithdrawalCancel,
  ValidationRuleCheckQuery,
  NotificationAssessment,
]
