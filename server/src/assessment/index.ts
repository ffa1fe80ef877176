/**
 * Self-assessments: what an administration enters, what follows from it, and its way from draft to
 * acceptance.
 */
import { Assessment } from './assessment'
import { AdministrationAssessments, AssessmentQuery, CycleAssessment } from './assessment.query'
import { AssessmentContentFields, AssessmentContents } from './content.query'
import { KpiResponseFields, SubValueFields, ValidationCheckFields } from './kpi-response.query'
import {
  AssessmentTasks,
  AssignmentFields,
  DataValueFields,
  DataValueRevisionFields,
  InstrumentApplicationFields,
  ReturnItemFields,
} from './tasks.query'

export { Assessment } from './assessment'
export { assessmentsById, type AssessmentRow } from './assessment.rows'
export { assessmentScores, performanceGap, type AssessmentScores } from './compute'
export {
  computeResponses,
  type ComputeInput,
  type ComputedAssessment,
  type ComputedResponse,
  type StoredCheck,
  type StoredSubValue,
  type StoredTrace,
} from './compute-responses'
export { AssessmentContent, Coverage } from './content.type'
export { submittedResponses } from './content.rows'
export { DataValue } from './data-value.type'
export {
  AccessReason,
  AggregateUse,
  AssessmentStatus,
  DisclosureLevelCode,
  Verification,
} from './enums'
export { KpiResponse, KpiResponseConnection } from './kpi-response.type'
export { queueForContent, recompute } from './recompute'
export { scoresOf } from './scores'
export { Scores } from './scores.type'

export const assessmentEntities = [Assessment]

export const assessmentResolvers = [
  AssessmentQuery,
  AdministrationAssessments,
  CycleAssessment,
  AssessmentContents,
  AssessmentContentFields,
  AssessmentTasks,
  AssignmentFields,
  ReturnItemFields,
  KpiResponseFields,
  SubValueFields,
  ValidationCheckFields,
  DataValueFields,
  DataValueRevisionFields,
  InstrumentApplicationFields,
]
