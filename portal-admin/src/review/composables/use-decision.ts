import { computed } from 'vue'
import { graphql } from '../../generated'
import { useStep } from './use-step'

const ReviewAccept = graphql(`
  mutation ReviewAccept($input: ReviewAcceptInput!) {
    reviewAccept(input: $input) {
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
const ReviewDecline = graphql(`
  mutation ReviewDecline($input: ReviewDeclineInput!) {
    reviewDecline(input: $input) {
      review {
        id
        status
        version
        declineReason
      }
      problems {
        reason
        message
        path
      }
    }
  }
`)

const SHOWN_IN = ['SecretariatReview']

/** Taking a request on with its team, or declining it. */
export function useDecision() {
  const accepting = useStep(ReviewAccept, (data) => data.reviewAccept, SHOWN_IN)
  const declining = useStep(ReviewDecline, (data) => data.reviewDecline, SHOWN_IN)

  return {
    accept: (input: Parameters<typeof accepting.run>[0]['input']) => accepting.run({ input }),
    decline: async (input: Parameters<typeof declining.run>[0]['input']) =>
      (await declining.run({ input })) !== undefined,
    busy: computed(() => accepting.busy.value || declining.busy.value),
    problems: computed(() => [...accepting.problems.value, ...declining.problems.value]),
  }
}
