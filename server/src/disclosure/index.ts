/** What each administration opens to whom, and the proof that it chose so. */
import { DisclosureConfirm } from './disclosure-confirm'
import { DisclosureSet } from './disclosure-set'
import { AssessmentConsent, ConsentRecordFields, DisclosureLevelQuery } from './disclosure.query'

export const disclosureResolvers = [
  DisclosureLevelQuery,
  ConsentRecordFields,
  AssessmentConsent,
  DisclosureSet,
  DisclosureConfirm,
]
