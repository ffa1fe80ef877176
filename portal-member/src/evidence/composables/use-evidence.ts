import { useQuery } from '@pmm/portal-kit'
import { computed } from 'vue'
import { readFragment } from '../../generated'
import { AssessmentEvidenceDocument, EvidenceFields } from '../documents'
import type { EvidenceEntry } from '../model'

/** All evidence of the working copy; null until it is known. */
export function useEvidence(assessmentId: () => string) {
  const query = useQuery(AssessmentEvidenceDocument, {
    variables: () => ({ id: assessmentId() }),
    enabled: () => assessmentId() !== '',
    fetchPolicy: 'cache-and-network',
  })
  const evidence = computed<readonly EvidenceEntry[] | null>(() => {
    const found = query.retained.value?.assessment?.working?.evidence
    return found ? readFragment(EvidenceFields, found) : null
  })
  return { query, evidence }
}
