import { computed } from 'vue'
import { graphql } from '../../generated'
import { useStep } from './use-step'

const ReviewStart = graphql(`
  mutation ReviewStart($input: ReviewDecideInput!) {
    reviewStart(input: $input) {
      review {
        id
        status
        version
      }
      problems {
        reason
        message
        path
      }
    }
  }
`)
const ReviewShare = graphql(`
  mutation ReviewShare($input: ReviewShareInput!) {
    reviewShare(input: $input) {
      review {
        id
        status
        version
      }
      problems {
        reason
        message
        path
      }
    }
  }
`)
const ReviewConcludePropose = graphql(`
  mutation ReviewConcludePropose($input: ReviewConcludeProposeInput!) {
    reviewConcludePropose(input: $input) {
      review {
        id
        status
        version
        conclusion
        isConclusionProposed
      }
      problems {
        reason
        message
        path
      }
    }
  }
`)

const SHOWN_IN = ['ReviewReport']

/** The lead's way through a review: start, share, propose the conclusion. */
export function useLeadSteps() {
  const starting = useStep(ReviewStart, (data) => data.reviewStart, SHOWN_IN)
  const sharing = useStep(ReviewShare, (data) => data.reviewShare, SHOWN_IN)
  const proposing = useStep(ReviewConcludePropose, (data) => data.reviewConcludePropose, SHOWN_IN)
  const steps = [starting, sharing, proposing]

  return {
    start: (input: Parameters<typeof starting.run>[0]['input']) => starting.run({ input }),
    share: (input: Parameters<typeof sharing.run>[0]['input']) => sharing.run({ input }),
    propose: (input: Parameters<typeof proposing.run>[0]['input']) => proposing.run({ input }),
    busy: computed(() => steps.some(({ busy }) => busy.value)),
    problems: computed(() => steps.flatMap(({ problems }) => problems.value)),
  }
}
