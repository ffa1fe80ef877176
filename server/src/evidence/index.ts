/** Evidence: files and links that back answers, with every revision they had, and who may open them. */
import {
  AssessmentContentEvidence,
  EvidenceFields,
  EvidenceRevisionFields,
  KpiResponseEvidence,
} from './evidence.query'
import { EvidencePayloadFields } from './evidence.payload'
import { EvidenceLinkAdd } from './link-add'
import { EvidenceRemove } from './remove'
import { EvidenceSharingSet } from './sharing-set'
import { EvidenceUpdate } from './update'
import { EvidenceUploadFinish } from './upload-finish'
import { EvidenceUploadStart } from './upload-start'

export { evidenceFiles } from './downloads'

/** Resolvers of the noun. */
export const evidenceResolvers = [
  EvidenceFields,
  EvidenceRevisionFields,
  AssessmentContentEvidence,
  KpiResponseEvidence,
  EvidencePayloadFields,
  EvidenceUploadStart,
  EvidenceUploadFinish,
  EvidenceLinkAdd,
  EvidenceUpdate,
  EvidenceSharingSet,
  EvidenceRemove,
]
