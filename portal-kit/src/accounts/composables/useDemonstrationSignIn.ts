import { useMutation } from '../../index'
import { graphql } from '../../generated'

const DemonstrationSignIn = graphql(`
  mutation DemonstrationSignIn($input: DemonstrationSignInInput!) {
    demonstrationSignIn(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

/** Enters as an invented person; only a demonstration knows any. */
export function useDemonstrationSignIn() {
  const { mutate, loading: entering, error } = useMutation(DemonstrationSignIn)

  async function enter(roleId: string): Promise<boolean> {
    const answer = await mutate({ input: { roleId } })
    return answer?.demonstrationSignIn.problems.length === 0
  }

  return { enter, entering, error }
}
