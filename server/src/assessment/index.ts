/** One administration in one cycle: figures, answers, scores, submission and return. */
import { Assessment } from './assessment'
import { AdministrationAssessments, AssessmentQuery, CycleAssessment } from './assessment.query'

export { Assessment } from './assessment'
export { assessmentsById } from './assessment.rows'
export { assessmentScores } from './compute'
export { computeResponses, type ComputedResponse } from './compute-responses'
export { AccessReason, AggregateUse, DisclosureLevelCode } from './enums'
export { KpiResponse, KpiResponseConnection } from './kpi-response.type'

export const assessmentResolvers = [AssessmentQuery, AdministrationAssessments, CycleAssessment]

export const assessmentEntities = [Assessment]
