import { AssessmentReopenRequestDecline } from './decline'
import { AssessmentReopenRequests, ReopenRequestFields } from './reopen-request.query'
import { AssessmentReopenRequest } from './request'
import { AssessmentReopenRequestTakeBack } from './take-back'

export const reopeningResolvers = [
  AssessmentReopenRequests,
  ReopenRequestFields,
  AssessmentReopenRequest,
  AssessmentReopenRequestTakeBack,
  AssessmentReopenRequestDecline,
]
