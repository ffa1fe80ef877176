import { computed } from 'vue'
import { useQuery } from '../../index'
import { graphql } from '../../generated'

const Entrance = graphql(`
  query Entrance {
    signInStep
    serviceInfo {
      offersIdentityProvider
      sendsMail
    }
  }
`)

/** Ways in that this installation offers, and how far a sign-in has come. */
export function useEntrance() {
  const { result, error } = useQuery(Entrance, { fetchPolicy: 'network-only' })
  return {
    entrance: computed(() => result.value),
    hasRoleEnded: computed(() => result.value?.signInStep === 'ROLE_ENDED'),
    /** Whether the server has answered, or could not. */
    isAsked: computed(() => Boolean(result.value ?? error.value)),
  }
}
