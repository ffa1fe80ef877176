import { useMutation } from '../../index'
import { graphql } from '../../generated'
import { useOutcome, type Outcome } from './useOutcome'

const IdentityLinkBegin = graphql(`
  mutation IdentityLinkBegin {
    identityLinkBegin {
      startPath
      problems {
        reason
        message
      }
    }
  }
`)

const IdentityUnlink = graphql(`
  mutation IdentityUnlink($input: IdentityUnlinkInput!) {
    identityUnlink(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

/** Links the identity at the person's organisation to the account, and ends such a link. */
export function useIdentityLink() {
  const begin = useMutation(IdentityLinkBegin)
  const end = useMutation(IdentityUnlink, { refetchQueries: ['Security'] })
  const { problems, settle } = useOutcome()

  /** Leaves the page for the organisation's sign-in, which leads back here. */
  async function link(): Promise<Outcome> {
    const answer = (await begin.mutate({}))?.identityLinkBegin
    if (answer?.startPath) window.location.assign(answer.startPath)
    return settle(answer)
  }

  async function unlink(identityId: string): Promise<Outcome> {
    const answer = (await end.mutate({ input: { identityId } }))?.identityUnlink
    return settle(answer && { problems: answer.problems.map(gone) })
  }

  return { link, unlink, begin, end, problems }
}

// The same reason means a role elsewhere among these texts.
const gone = (problem: { readonly reason: string; readonly message: string }) =>
  problem.reason === 'NOT_FOUND' ? { ...problem, reason: 'IDENTITY_GONE' } : problem
