import { computed } from 'vue'
import { graphql } from '../../generated'
import { useStep } from './use-step'

const ReviewRequestConfirm = graphql(`
  mutation ReviewRequestConfirm($input: ReviewDecideInput!) {
    reviewRequestConfirm(input: $input) {
      review {
        id
        isConfirmed
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
const ReviewWithdraw = graphql(`
  mutation ReviewWithdraw($input: ReviewDecideInput!) {
    reviewWithdraw(input: $input) {
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
const ReviewRespond = graphql(`
  mutation ReviewRespond($input: ReviewDecideInput!) {
    reviewRespond(input: $input) {
      review {
        id
        status
        version
        isResponseProposed
      }
      problems {
        reason
        message
        path
      }
    }
  }
`)

const SHOWN_IN = ['PeerReview', 'PeerReviews']

/** What the administration under review decides: sign, take back, hand the answers in. */
export function useMemberSteps() {
  const confirming = useStep(ReviewRequestConfirm, (data) => data.reviewRequestConfirm, SHOWN_IN)
  const withdrawing = useStep(ReviewWithdraw, (data) => data.reviewWithdraw, SHOWN_IN)
  const responding = useStep(ReviewRespond, (data) => data.reviewRespond, SHOWN_IN)
  const steps = [confirming, withdrawing, responding]

  interface Target {
    readonly reviewId: string
    readonly expectedVersion: number
  }
  return {
    confirm: (input: Target) => confirming.run({ input }),
    withdraw: (input: Target) => withdrawing.run({ input }),
    respond: (input: Target) => responding.run({ input }),
    busy: computed(() => steps.some(({ busy }) => busy.value)),
    problems: computed(() => steps.flatMap(({ problems }) => problems.value)),
  }
}
